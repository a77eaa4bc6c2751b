/** Findings of the whole library, read once for each version of it. */
import type { Store, StoredFinding } from '../store/store.ts';
import type { Library } from './catalog.ts';

export interface Findings {
  /** By report in order of arrival, as each report's were found. */
  readonly all: readonly StoredFinding[];
  /** The most severe first; then by agency, year and rule. */
  readonly worstFirst: readonly StoredFinding[];
  /** Those of current reports, in that order. */
  readonly current: readonly StoredFinding[];
}

interface Kept {
  readonly version: number;
  readonly findings: Promise<Findings>;
}

const cache = new WeakMap<Store, Kept>();

/** Of replaced reports too; with what a person said of each. */
export function findingsOf(store: Store, library: Library): Promise<Findings> {
  const { version } = library;
  const kept = cache.get(store);
  if (kept?.version === version) return kept.findings;
  const findings = read(store, library);
  cache.set(store, { version, findings });
  findings.catch(() => cache.delete(store));
  return findings;
}

async function read(store: Store, { byId }: Library): Promise<Findings> {
  const all = await store.findings({ versions: 'all' });
  const worstFirst = sorted(all);
  return { all, worstFirst, current: worstFirst.filter(({ report }) => byId.get(report)?.current === true) };
}

const weight = { error: 0, warning: 1, info: 2 } as const;

function sorted(all: readonly StoredFinding[]): StoredFinding[] {
  // Agencies are few beside their findings: their names are put in order once.
  const names = [...new Set(all.map(({ agency }) => agency ?? ''))].sort(new Intl.Collator('zh').compare);
  const place = new Map(names.map((name, index) => [name, index]));
  const placeOf = ({ agency }: StoredFinding) => place.get(agency ?? '') as number;
  return [...all].sort(
    (a, b) =>
      weight[a.severity] - weight[b.severity] ||
      placeOf(a) - placeOf(b) ||
      (a.year ?? 0) - (b.year ?? 0) ||
      (a.rule === b.rule ? 0 : a.rule < b.rule ? -1 : 1),
  );
}
