import { describe, expect, it } from 'vitest';
import { Pool } from '../../src/reading/pool.ts';

const script = new URL('../helpers/misbehaving-thread.mjs', import.meta.url);
const bytes = new TextEncoder().encode('文');

describe('a pool of threads', () => {
  it('stops a thread that hangs, replaces one that dies, and loses no other file', async () => {
    const pool = new Pool(2, script);
    const names = ['a', 'hang', 'b', 'die', 'c', 'throw', 'd', 'e'];
    const results = await Promise.all(names.map((name) => pool.read(name, bytes, { limits: { milliseconds: 100 } })));
    await pool.close();
    const codes = results.map((readings) =>
      readings.map((each) => ('error' in each ? each.error.code : 'read')).join(),
    );
    expect(Object.fromEntries(names.map((name, index) => [name, codes[index]]))).toEqual({
      ...{ a: 'report.none', b: 'report.none', c: 'report.none', d: 'report.none', e: 'report.none' },
      ...{ hang: 'input.tooSlow', die: 'internal', throw: 'internal' },
    });
  });
});
