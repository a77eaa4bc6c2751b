/** Findings that concern figures, by report, read once for each version of the library. */
import type { Store, StoredFinding } from '../store/store.ts';
import type { Desk } from './desk.ts';

interface Kept {
  readonly version: number;
  readonly byReport: Promise<ReadonlyMap<string, readonly StoredFinding[]>>;
}

const cache = new WeakMap<Store, Kept>();

/** Errors and warnings on figures of tables and text; what a person dismissed is left out. */
export function concerning(desk: Desk): Promise<ReadonlyMap<string, readonly StoredFinding[]>> {
  const { store, library } = desk;
  const kept = cache.get(store);
  if (kept?.version === library.version) return kept.byReport;
  const byReport = read(store);
  cache.set(store, { version: library.version, byReport });
  byReport.catch(() => cache.delete(store));
  return byReport;
}

async function read(store: Store): Promise<ReadonlyMap<string, readonly StoredFinding[]>> {
  const byReport = new Map<string, StoredFinding[]>();
  for (const finding of await store.findings({ severities: ['error', 'warning'], versions: 'all' })) {
    if (finding.verdict.status === 'dismissed') continue;
    if (finding.concerns.length === 0 && !finding.rule.startsWith('text.')) continue;
    const own = byReport.get(finding.report);
    if (own === undefined) byReport.set(finding.report, [finding]);
    else own.push(finding);
  }
  return byReport;
}
