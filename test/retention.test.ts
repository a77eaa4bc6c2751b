import { describe, expect, it, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { loadLexicon } from '../src/lexicon/load.ts';
import { noLog } from '../src/log.ts';
import { startSweeping, sweep } from '../src/retention.ts';
import { openStore } from '../src/store/embedded/open.ts';

const now = '2026-11-22T09:00:00+08:00';
const by = 'tester';

describe('what is kept only for so long', () => {
  it('is forgotten when its time has passed: conversations, changed settings, sent digests', async () => {
    const store = await openStore({ path: ':memory:', lexicon: loadLexicon() });
    const turn = (conversation: string, at: string) => store.addTurn({ conversation, turn: '{}', at });
    await turn('slack:C1:1', '2026-10-22T09:00:00+08:00');
    await turn('slack:C1:1', '2026-11-21T23:00:00Z');
    await turn('terminal:1', '2025-01-01T00:00:00Z');
    // Kept by whoever wrote it, for as long as it says.
    await turn('slack/runs', '2025-01-01T00:00:00Z');
    await turn('chat/feedback', '2025-01-01T00:00:00Z');
    for (const [value, at] of [
      ['1', '2024-01-01T00:00:00Z'],
      ['2', '2025-01-01T00:00:00Z'],
    ] as const)
      await store.set('rules', value, { by, at });
    for (const until of ['2025-01-01T01:00:00Z', '2025-01-02T01:00:00Z', '2026-11-22T01:00:00Z']) {
      const run = await store.digestRun('C1', 'x', until);
      await store.finishDigest(run!.id, 'ts');
    }
    await store.finishDigest((await store.digestRun('C2', 'x', '2025-01-01T01:00:00Z'))!.id, 'ts');
    const config = readConfig({ NIANBAO_KEEP_CONVERSATIONS: '30', NIANBAO_KEEP_LOGS: '365' });
    expect(await sweep(store, config, now)).toEqual({ turns: 2, logs: 3 });
    expect(await sweep(store, config, now)).toEqual({ turns: 0, logs: 0 });
    expect(await store.turns('slack:C1:1', 9)).toHaveLength(1);
    for (const kept of ['slack/runs', 'chat/feedback']) expect(await store.turns(kept, 9)).toHaveLength(1);
    // The newest of each stays, however old: it says what holds, and where the next digest begins.
    expect(await store.settingChanges('rules', 9)).toMatchObject([{ after: '2' }]);
    expect(await store.lastDigest('C2')).toMatchObject({ until: '2025-01-01T01:00:00Z' });
    expect(await store.setting('rules')).toBe('2');
    await store.close();
  });

  it('is looked at at the start and every day, and a failure ends nothing', async () => {
    vi.useFakeTimers();
    try {
      let rounds = 0;
      const store = {
        sweep: async () => {
          rounds += 1;
          if (rounds === 1) throw new Error('busy');
          return { turns: 1, logs: 0 };
        },
      };
      const sweeping = startSweeping(store, readConfig({}), () => now, noLog);
      await vi.advanceTimersByTimeAsync(2 * 86_400_000 + 1000);
      expect(rounds).toBe(3);
      await sweeping.stop();
      await vi.advanceTimersByTimeAsync(86_400_000);
      expect(rounds).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
