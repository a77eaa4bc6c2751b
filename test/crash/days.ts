/** Days of digests with a controlled clock, as the tests have sixty: each run begins on another day, with another seed. */
import { join } from 'node:path';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { simulate } from '../digest/simulation.ts';

/** So many days hold a change of summer time, whenever they begin. */
const DAYS = 240;
const BEGINNINGS = ['2026-01-05', '2026-03-01', '2026-06-20', '2026-09-20'] as const;

export async function* simulatedDays(
  folder: string,
  { seed, runs }: { seed: number; runs: number },
): AsyncGenerator<{ wrong: string; told: string }> {
  for (let run = 0; run < runs; run++) {
    const open = () => openStore({ path: join(folder, `${run}.db`), lexicon: loadLexicon() });
    const stores = [await open(), await open()] as const;
    const from = BEGINNINGS[run % BEGINNINGS.length] as string;
    const { wrong, told, late } = await simulate({ stores, seed: seed * 1000 + run, days: DAYS, from });
    for (const store of stores) await store.close();
    yield { wrong: wrong.slice(0, 5).join('; '), told: `${DAYS} days from ${from}, ${told} digests, ${late} held up` };
  }
}
