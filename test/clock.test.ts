import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { isoAt } from '../src/clock.ts';

it('tells the time of a zone as the calendar library does', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe');
  const times = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
  fc.assert(
    fc.property(zones, times, (zone, at) => {
      const expected = DateTime.fromMillis(at).setZone(zone).toISO({ suppressMilliseconds: false });
      expect(isoAt(zone, at)).toBe(expected?.replace(/Z$/, '+00:00'));
    }),
  );
});
