/** Subscriptions are changed by several processes on one library: no change is lost, no number is given twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSubscriptions } from '../../src/digest/subscriptions.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';

const folder = mkdtemp(join(tmpdir(), 'nianbao-subscriptions-'));
afterAll(async () => rm(await folder, { recursive: true }));

const now = () => '2026-11-30T09:00:00+08:00';
const scope = { regions: [], kinds: [], words: [], findings: false };
const wish = { time: '09:00', zone: 'Asia/Shanghai', days: [], scope, label: { zh: '', en: '' } };

describe('two processes at once', () => {
  it('lose no subscription and no change of one', async () => {
    const open = async () => openStore({ path: join(await folder, 'library.db'), lexicon: loadLexicon() });
    const stores = [await open(), await open()];
    const both = stores.map((store) => createSubscriptions(store, now));
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        both[at % 2]!.add(wish, { channel: `C${at}`, by: 'U1', language: 'zh' as const }),
      ),
    );
    expect(new Set(made.map(({ number }) => number)).size).toBe(20);
    await Promise.all(
      made.map(({ number, channel }, at) => both[(at + 1) % 2]!.change(number, channel, 'U1', { paused: true })),
    );
    for (const each of both) {
      const list = await each.list();
      expect(list.map(({ channel }) => channel).sort()).toEqual(made.map(({ channel }) => channel).sort());
      expect(list.every(({ paused }) => paused)).toBe(true);
    }
    for (const store of stores) await store.close();
  });
});
