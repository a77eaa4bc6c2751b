/**
 * When a daily digest is due: pure functions of the time. Each day of the zone has exactly one due time, also where a
 * change to or from summer time skips it (then it is that much later) or repeats it (then it is the first).
 */
import { DateTime, IANAZone } from 'luxon';

/**
 * The last due time at or before `now`. Times are ISO 8601 with offset; `time` is HH:MM in `zone` (IANA); `days` are days of the
 * week (1 Monday), empty: every day.
 */
export function lastDue(now: string, time: string, zone: string, days: readonly number[] = []): string {
  const today = at(now, zone);
  return iso(first(today, -1, time, zone, (due) => due <= today && on(due, days)));
}

/** The first due time after `now`. */
export function nextDue(now: string, time: string, zone: string, days: readonly number[] = []): string {
  const today = at(now, zone);
  return iso(first(today, 1, time, zone, (due) => due > today && on(due, days)));
}

/** The first due time that fits, from today on in one direction: within eight days one does, whatever the day of the week. */
function first(today: DateTime, step: 1 | -1, time: string, zone: string, fits: (due: DateTime) => boolean): DateTime {
  for (let away = 0; away < 7; away += 1) {
    const due = dueOn(today.plus({ days: away * step }), time, zone);
    if (fits(due)) return due;
  }
  return dueOn(today.plus({ days: 7 * step }), time, zone);
}

const on = (due: DateTime, days: readonly number[]) => days.length === 0 || days.includes(due.weekday);

/** Whether this is a time zone that is known (IANA name). */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
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
