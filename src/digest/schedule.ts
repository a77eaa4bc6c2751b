/**
 * When a daily digest is due: pure functions of the time. Each day of the zone has exactly one due time, also where a
 * change to or from summer time skips it (then it is that much later) or repeats it (then it is the first).
 */
import { DateTime } from 'luxon';

/** The last due time at or before `now`. Times are ISO 8601 with offset; `time` is HH:MM in `zone` (IANA). */
export function lastDue(now: string, time: string, zone: string): string {
  const today = at(now, zone);
  const due = dueOn(today, time, zone);
  return iso(due <= today ? due : dueOn(today.minus({ days: 1 }), time, zone));
}

/** The first due time after `now`. */
export function nextDue(now: string, time: string, zone: string): string {
  const today = at(now, zone);
  const due = dueOn(today, time, zone);
  return iso(due > today ? due : dueOn(today.plus({ days: 1 }), time, zone));
}

/** So many hours before a time. */
export function hoursBefore(time: string, hours: number, zone: string): string {
  return iso(at(time, zone).minus({ hours }));
}

/**
 * A time as a person gives it: ISO 8601, or a day (YYYY-MM-DD), which is its beginning, or with `end` its end. Null
 * where it is neither.
 */
export function instant(text: string, zone: string, end = false): string | null {
  const read = DateTime.fromISO(text.trim(), { zone });
  if (!read.isValid) return null;
  const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
  return iso(wholeDay && end ? read.plus({ days: 1 }) : read);
}

/** Milliseconds from one time to another. */
export function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

function at(time: string, zone: string): DateTime {
  return DateTime.fromISO(time, { zone });
}

function dueOn(day: DateTime, time: string, zone: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const due = DateTime.fromObject({ year: day.year, month: day.month, day: day.day, hour, minute }, { zone });
  // Which of two equal clock times luxon takes depends on the day it runs: here it is always the first.
  return DateTime.min(...due.getPossibleOffsets()) ?? due;
}

function iso(time: DateTime): string {
  return time.toISO() as string;
}
