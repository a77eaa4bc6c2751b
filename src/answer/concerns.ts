/** Findings that concern figures, by report and by cell, read once for each version of the library. */
import type { Store, StoredFinding } from '../store/store.ts';
import type { Desk } from './desk.ts';

type ByReport = ReadonlyMap<string, readonly StoredFinding[]>;

/** Errors and warnings on figures of tables and text. */
export interface Concerns {
  readonly byReport: ByReport;
  /** By what a finding concerns: a measure, or one of its cells (`measure/applicant`). */
  readonly byCell: ReadonlyMap<string, ByReport>;
}

interface Kept {
  readonly version: number;
  readonly concerns: Promise<Concerns>;
}

const cache = new WeakMap<Store, Kept>();

/** Errors and warnings on figures of tables and text; what a person dismissed is left out. */
export function concerning(desk: Desk): Promise<Concerns> {
  const { store, library } = desk;
  const kept = cache.get(store);
  if (kept?.version === library.version) return kept.concerns;
  const concerns = read(store);
  cache.set(store, { version: library.version, concerns });
  concerns.catch(() => cache.delete(store));
  return concerns;
}

async function read(store: Store): Promise<Concerns> {
  const byReport = new Map<string, StoredFinding[]>();
  const byCell = new Map<string, Map<string, StoredFinding[]>>();
  for (const finding of await store.findings({ severities: ['error', 'warning'], versions: 'all' })) {
    if (finding.verdict.status === 'dismissed') continue;
    if (finding.concerns.length === 0 && !finding.rule.startsWith('text.')) continue;
    put(byReport, finding);
    for (const cell of finding.concerns) {
      const own = byCell.get(cell) ?? new Map<string, StoredFinding[]>();
      byCell.set(cell, own);
      put(own, finding);
    }
  }
  return { byReport, byCell };
}

function put(map: Map<string, StoredFinding[]>, finding: StoredFinding): void {
  const own = map.get(finding.report);
  if (own === undefined) map.set(finding.report, [finding]);
  else own.push(finding);
}
