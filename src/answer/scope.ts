/** Which reports a plan is about, and which of its restrictions the library meets with nothing. */
import type { RegionFilter, Scope } from '../question/plan.ts';
import type { ReportFilter, ReportHead } from '../store/store.ts';
import type { Library } from './catalog.ts';

/** The reports of the scope, in the library's order. A report named by its id counts even where it was replaced. */
export function headsIn(scope: Scope, library: Library): ReportHead[] {
  if (scope.versions === 'earlier') return earlierOf(headsIn({ ...scope, versions: 'current' }, library), library);
  const pool = scope.reports.length > 0 ? scope.reports.flatMap((id) => library.byId.get(id) ?? []) : library.heads;
  return pool.filter((head) => meets(head, scope));
}

/** Of each report the version that it replaced; of several, the one that came last. */
export function earlierOf(heads: readonly ReportHead[], { replaced }: Pick<Library, 'replaced'>): ReportHead[] {
  const came = (head: ReportHead) => `${head.publishedDate ?? ''} ${head.ingestedAt}`;
  return heads.flatMap((head) =>
    [...(replaced.get(head.report) ?? [])].sort((a, b) => (came(a) < came(b) ? 1 : -1)).slice(0, 1),
  );
}

function meets(head: ReportHead, scope: Scope): boolean {
  return (
    among(head.agencyKey, scope.agencies) &&
    !(head.agencyKey !== null && scope.except.includes(head.agencyKey)) &&
    among(head.kind, scope.kinds) &&
    among(head.year, scope.years) &&
    among(head.form, scope.forms) &&
    (scope.regions.length === 0 || scope.regions.some((region) => within(head.region, region)))
  );
}

function among<T>(value: T | null, allowed: readonly T[]): boolean {
  return allowed.length === 0 || (value !== null && allowed.includes(value));
}

/** Each level that the filter gives must be equal. */
function within(region: RegionFilter, filter: RegionFilter): boolean {
  return (['province', 'city', 'county'] as const).every(
    (level) => filter[level] === null || filter[level] === region[level],
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
export function notHeld(scope: Scope, library: Library): Omit<Scope, 'reports' | 'except' | 'versions'> {
  const none = (test: (head: ReportHead) => boolean) => !library.heads.some(test);
  return {
    agencies: scope.agencies.filter((key) => none((head) => head.agencyKey === key)),
    regions: scope.regions.filter((region) => none((head) => within(head.region, region))),
    kinds: scope.kinds.filter((kind) => none((head) => head.kind === kind)),
    years: scope.years.filter((year) => none((head) => head.year === year)),
    forms: scope.forms.filter((form) => none((head) => head.form === form)),
  };
}
