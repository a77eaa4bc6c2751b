/** What the library holds, as values, read once for each version of it. */
import type { Catalog, CatalogAgency } from '../question/catalog.ts';
import type { RegionFilter } from '../question/plan.ts';
import type { ReportHead, Store } from '../store/store.ts';

export interface Library {
  readonly version: number;
  /** Current versions only, by agency and year. */
  readonly heads: readonly ReportHead[];
  /** Every version, by report id. */
  readonly byId: ReadonlyMap<string, ReportHead>;
  /** Current versions of an agency, by its key, in order of year. */
  readonly byAgency: ReadonlyMap<string, readonly ReportHead[]>;
  /** Reports that a current one replaces, by the current one's id. */
  readonly replaced: ReadonlyMap<string, readonly ReportHead[]>;
  readonly catalog: Catalog;
}

const cache = new WeakMap<Store, Promise<Library>>();

/** The library as values; read anew only where its version has changed. */
export async function libraryOf(store: Store): Promise<Library> {
  const version = await store.version();
  const known = await cache.get(store)?.catch(() => undefined);
  if (known?.version === version) return known;
  const fresh = read(store, version);
  cache.set(store, fresh);
  return fresh;
}

/** What reading a question may know of the library. */
export async function catalogOf(store: Store): Promise<Catalog> {
  return (await libraryOf(store)).catalog;
}

async function read(store: Store, version: number): Promise<Library> {
  const all = await store.heads({ versions: 'all' });
  const heads = all.filter((head) => head.current).sort(byAgencyAndYear);
  const replaced = new Map<string, ReportHead[]>();
  const currentOf = new Map(heads.map((head) => [seat(head), head.report]));
  for (const head of all) {
    const current = head.current ? undefined : currentOf.get(seat(head));
    if (current !== undefined) replaced.set(current, [...(replaced.get(current) ?? []), head]);
  }
  return {
    version,
    heads,
    byId: new Map(all.map((head) => [head.report, head])),
    byAgency: byKey(heads),
    replaced,
    catalog: buildCatalog(heads, version),
  };
}

function byKey(heads: readonly ReportHead[]): Map<string, ReportHead[]> {
  const agencies = new Map<string, ReportHead[]>();
  for (const head of heads) {
    if (head.agencyKey === null) continue;
    const own = agencies.get(head.agencyKey);
    if (own) own.push(head);
    else agencies.set(head.agencyKey, [head]);
  }
  return agencies;
}

const seat = (head: ReportHead) => `${head.agencyKey}\u{0}${head.year}`;

/** The catalog of these reports. Agencies are in order of key; the region is the fullest that their reports give. */
export function buildCatalog(heads: readonly ReportHead[], version: number): Catalog {
  const agencies = new Map<
    string,
    { names: Set<string>; region: RegionFilter; kind: string | null; years: Set<number> }
  >();
  for (const head of heads) {
    if (head.agencyKey === null) continue;
    const known = agencies.get(head.agencyKey) ?? {
      names: new Set(),
      region: head.region,
      kind: head.kind,
      years: new Set(),
    };
    if (head.agency !== null) known.names.add(head.agency);
    if (head.year !== null) known.years.add(head.year);
    if (depth(head.region) > depth(known.region)) known.region = head.region;
    known.kind ??= head.kind;
    agencies.set(head.agencyKey, known);
  }
  return {
    agencies: [...agencies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([key, { names, region, kind, years }]): CatalogAgency => ({
          key,
          names: [...names],
          region,
          kind,
          years: ascending(years),
        }),
      ),
    years: ascending(heads.flatMap((head) => head.year ?? [])),
    forms: [...new Set(heads.flatMap((head) => head.form ?? []))].sort(),
    reports: heads.length,
    version,
  };
}

const depth = ({ province, city, county }: RegionFilter) =>
  [province, city, county].filter((each) => each !== null).length;

export function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The order in which reports are told: by agency, then year. */
function byAgencyAndYear(a: ReportHead, b: ReportHead): number {
  return (
    compareText(a.agencyKey ?? a.agency ?? '', b.agencyKey ?? b.agency ?? '') ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compareText(a.report, b.report)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
