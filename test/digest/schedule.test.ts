import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, hoursBefore, instant, lastDue, nextDue } from '../../src/digest/schedule.ts';

const SHANGHAI = 'Asia/Shanghai';
const BERLIN = 'Europe/Berlin';

describe('when a digest is due', () => {
  it('is at its time of day in its zone', () => {
    expect(nextDue('2026-11-22T08:59:00+08:00', '09:00', SHANGHAI)).toBe('2026-11-22T09:00:00.000+08:00');
    expect(nextDue('2026-11-22T09:00:00+08:00', '09:00', SHANGHAI)).toBe('2026-11-23T09:00:00.000+08:00');
    expect(lastDue('2026-11-22T09:00:00+08:00', '09:00', SHANGHAI)).toBe('2026-11-22T09:00:00.000+08:00');
    expect(lastDue('2026-11-22T00:30:00Z', '09:00', SHANGHAI)).toBe('2026-11-21T09:00:00.000+08:00');
  });

  it('is once a day through both changes of summer time', () => {
    // 02:30 does not exist on 29 March 2026 in Berlin, and exists twice on 25 October.
    expect(nextDue('2026-03-28T12:00:00+01:00', '02:30', BERLIN)).toBe('2026-03-29T03:30:00.000+02:00');
    const autumn = nextDue('2026-10-24T12:00:00+02:00', '02:30', BERLIN);
    expect(autumn).toBe('2026-10-25T02:30:00.000+02:00');
    expect(nextDue(autumn, '02:30', BERLIN)).toBe('2026-10-26T02:30:00.000+01:00');
    expect(lastDue('2026-10-25T02:45:00+01:00', '02:30', BERLIN)).toBe(autumn);
  });

  it('lies around now, a day or so apart, everywhere and always', () => {
    const times = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom(SHANGHAI, BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(times, zones, clock, (date, zone, [hour, minute]) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const now = date.toISOString();
        const last = lastDue(now, time, zone);
        const next = nextDue(now, time, zone);
        expect(between(last, now)).toBeGreaterThanOrEqual(0);
        expect(between(now, next)).toBeGreaterThan(0);
        const hours = between(last, next) / 3_600_000;
        expect(hours).toBeGreaterThanOrEqual(22.5);
        expect(hours).toBeLessThanOrEqual(25.5);
        expect(lastDue(next, time, zone)).toBe(next);
      }),
    );
  });

  it('reads times as people give them', () => {
    expect(instant('2026-11-22', SHANGHAI)).toBe('2026-11-22T00:00:00.000+08:00');
    expect(instant('2026-11-22', SHANGHAI, true)).toBe('2026-11-23T00:00:00.000+08:00');
    expect(instant('2026-11-22T01:00:00Z', SHANGHAI, true)).toBe('2026-11-22T09:00:00.000+08:00');
    expect(instant('yesterday', SHANGHAI)).toBeNull();
    expect(hoursBefore('2026-11-22T09:00:00+08:00', 24, SHANGHAI)).toBe('2026-11-21T09:00:00.000+08:00');
  });
});
