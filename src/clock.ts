/** The clock of the process; everything below app.ts is handed times as values. */
import { DateTime } from 'luxon';

/** Zones change their offset at quarters of an hour at most: it is looked up once in each. */
const QUARTER = 900_000;
let known = { zone: '', quarter: 0, minutes: 0 };

/** Now, ISO 8601 with the zone's offset: "2026-11-22T09:00:00.000+08:00". */
export function isoAt(zone: string, at = Date.now()): string {
  const quarter = Math.floor(at / QUARTER);
  if (known.zone !== zone || known.quarter !== quarter)
    known = { zone, quarter, minutes: DateTime.fromMillis(at).setZone(zone).offset || 0 };
  const { minutes } = known;
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** Today in the zone, YYYY-MM-DD. */
export function todayAt(zone: string): string {
  return DateTime.now().setZone(zone).toISODate() ?? new Date().toISOString().slice(0, 10);
}
