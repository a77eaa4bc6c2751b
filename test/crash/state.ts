/** What of a library must not depend on how it came about. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import type { MadeReport } from '../helpers/made-reports.ts';

/** Everything of a library that must not depend on how it came about. */
export async function stateOf(data: string, made: readonly MadeReport[]): Promise<Record<string, string>> {
  const store = await openStore({ path: join(data, 'library.db'), lexicon: loadLexicon() });
  try {
    const state: Record<string, string> = {};
    const note = (name: string, value: unknown) => {
      const json = JSON.stringify(value);
      state[name] = `${createHash('sha256').update(json).digest('hex').slice(0, 12)} (${json.length})`;
    };
    state.check = (await store.check()) ?? 'sound';
    state.due = String(await store.unaudited());
    const heads = await store.heads({ versions: 'all' });
    state.reports = String(heads.length);
    note(
      'heads',
      heads.map(({ ingestedAt: _, ...head }) => head),
    );
    note('facts', byReport(await store.facts({ versions: 'all' })));
    note('statements', byReport(await store.statements({ versions: 'all' })));
    note('across', (await store.findingsAcross()).map(({ report, id }) => `${report} ${id}`).sort());
    const { passages, failures } = await store.status();
    Object.assign(state, { passages: String(passages), failures: String(failures) });
    let found = 0;
    for (const { known } of made.slice(0, 40)) {
      const { hits } = await store.search({ text: known.query, limit: 10 });
      if (hits.some((hit) => hit.text.includes(known.sentence))) found += 1;
    }
    state.found = String(found);
    return state;
  } finally {
    await store.close();
  }
}

/** Rows without the order in which their reports arrived. */
function byReport(rows: readonly { readonly report: string }[]): string[] {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const row of rows) {
    const hash = hashes.get(row.report) ?? createHash('sha256');
    hash.update(JSON.stringify(row));
    hashes.set(row.report, hash);
  }
  return [...hashes].map(([report, hash]) => `${report} ${hash.digest('hex')}`).sort();
}
