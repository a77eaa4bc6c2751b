/** Which reports a plan is about, and which of its restrictions the library meets with nothing. */
import type { Level, RegionFilter, Scope } from '../question/plan.ts';
import type { ReportFilter, ReportHead } from '../store/store.ts';
import type { Library } from './catalog.ts';

/** The reports of the scope, in the library's order. A report named by its id counts even where it was replaced. */
export function headsIn(scope: Scope, library: Library): readonly ReportHead[] {
  if (scope.versions === 'earlier') return earlierOf(headsIn({ ...scope, versions: 'current' }, library), library);
  const pool = poolOf(scope, library);
  const test = meets(scope);
  return test === null ? pool : pool.filter(test);
}

/** The reports that can be meant: those named, those of the agencies named, or all. */
function poolOf(scope: Scope, { heads, byId, byAgency }: Library): readonly ReportHead[] {
  if (scope.reports.length > 0) return scope.reports.flatMap((id) => byId.get(id) ?? []);
  if (scope.agencies.length === 0) return heads;
  // Agencies in the library's order, which is that of their keys.
  return [...new Set(scope.agencies)].sort().flatMap((key) => byAgency.get(key) ?? []);
}

/** Of each report the version that it replaced; of several, the one that came last. */
export function earlierOf(heads: readonly ReportHead[], { replaced }: Pick<Library, 'replaced'>): ReportHead[] {
  const came = (head: ReportHead) => `${head.publishedDate ?? ''} ${head.ingestedAt}`;
  return heads.flatMap((head) =>
    [...(replaced.get(head.report) ?? [])].sort((a, b) => (came(a) < came(b) ? 1 : -1)).slice(0, 1),
  );
}

/** A test of the scope's restrictions; only those that it has are looked at. Null where it has none. */
function meets(scope: Scope): ((head: ReportHead) => boolean) | null {
  const tests: ((head: ReportHead) => boolean)[] = [];
  const among = <T>(allowed: readonly T[], of: (head: ReportHead) => T | null) => {
    if (allowed.length === 0) return;
    const set = new Set<T | null>(allowed);
    tests.push((head) => {
      const value = of(head);
      return value !== null && set.has(value);
    });
  };
  const { agencies, except, regions } = scope;
  among(agencies, (head) => head.agencyKey);
  among(scope.kinds, (head) => head.kind);
  among(scope.levels, levelOf);
  among(scope.years, (head) => head.year);
  among(scope.forms, (head) => head.form);
  const { pairs = [] } = scope;
  if (pairs.length > 0)
    tests.push((head) => pairs.some(({ agency, year }) => agency === head.agencyKey && year === head.year));
  const kindsOut = new Set<string | null>(scope.exceptKinds);
  if (kindsOut.size > 0) tests.push((head) => !kindsOut.has(head.kind));
  const out = new Set<string | null>(except);
  if (except.length > 0) tests.push((head) => !out.has(head.agencyKey));
  if (regions.length > 0) tests.push((head) => regions.some((region) => within(head.region, region)));
  const [first, ...rest] = tests;
  if (first === undefined) return null;
  return rest.length === 0 ? first : (head) => tests.every((test) => test(head));
}

/** The level of the body; null where its place is not known. */
function levelOf({ kind, region }: Pick<ReportHead, 'kind' | 'region'>): Level | null {
  if (kind === 'township' || kind === 'subdistrict') return 'township';
  return (['county', 'city', 'province'] as const).find((level) => region[level] !== null) ?? null;
}

/** Each level that the filter gives must be equal. */
function within(region: RegionFilter, filter: RegionFilter): boolean {
  return (
    (filter.province === null || filter.province === region.province) &&
    (filter.city === null || filter.city === region.city) &&
    (filter.county === null || filter.county === region.county)
  );
}

/** Reports that one query may name; above it the scope itself is the filter. */
const NAMED = 400;

/** A filter for the store that lets at least these reports through (the caller looks them up by id). */
export function filterFor(heads: readonly ReportHead[], scope: Scope): ReportFilter {
  if (heads.length <= NAMED) return { reports: heads.map((head) => head.report), versions: 'all' };
  return {
    agencies: scope.agencies,
    kinds: scope.kinds,
    years: scope.years,
    forms: scope.forms,
    regions: scope.regions,
  };
}

/** The members of the scope that no report of the library meets, whatever the other members say. */
export function notHeld(
  scope: Scope,
  library: Library,
): Omit<Scope, 'reports' | 'except' | 'exceptKinds' | 'versions' | 'pairs'> {
  const none = (test: (head: ReportHead) => boolean) => !library.heads.some(test);
  return {
    agencies: scope.agencies.filter((key) => !library.byAgency.has(key)),
    regions: scope.regions.filter((region) => none((head) => within(head.region, region))),
    kinds: scope.kinds.filter((kind) => none((head) => head.kind === kind)),
    levels: scope.levels.filter((level) => none((head) => levelOf(head) === level)),
    years: scope.years.filter((year) => !library.catalog.years.includes(year)),
    forms: scope.forms.filter((form) => !library.catalog.forms.includes(form)),
  };
}
