import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { simulate } from './simulation.ts';

it('tells each subscriber of each report once and on time, sixty days long', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
  const open = () => openStore({ path: join(folder, 'library.db'), lexicon: loadLexicon() });
  const stores = [await open(), await open()] as const;
  // Both zones with summer time change to it in these days.
  const { wrong, told, late } = await simulate({ stores, seed: 1, days: 60, from: '2026-03-01' });
  expect(wrong).toEqual([]);
  expect(told).toBeGreaterThan(200);
  // Outages did hold some up, or nothing was tried.
  expect(late).toBeGreaterThan(10);
  for (const store of stores) await store.close();
  await rm(folder, { recursive: true });
});
