/** The clock of the process; everything below app.ts is handed times as values. */
import { DateTime } from 'luxon';

/** Now, ISO 8601 with the zone's offset. */
export function isoAt(zone: string): string {
  return DateTime.now().setZone(zone).toISO() ?? new Date().toISOString();
}

/** Today in the zone, YYYY-MM-DD. */
export function todayAt(zone: string): string {
  return DateTime.now().setZone(zone).toISODate() ?? new Date().toISOString().slice(0, 10);
}
