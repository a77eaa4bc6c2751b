/** The years of a scope, where the question names none or only says which one relative to what is held. */

import type { CatalogAgency } from '../catalog.ts';
import type { Draft, Hearing } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { withYear } from './naming.ts';

type Assumption = Plan['assumptions'][number];

/** The year of a question that names none: the only one held, or the latest, said as an assumption. */
export function yearsFor(draft: Draft, hearing: Hearing, agency: CatalogAgency, assumptions: Assumption[]): number[] {
  const { when } = hearing;
  const { operation } = draft.plan;
  const latest = agency.years.at(-1);
  // A correction changes the report of one year.
  const changes = operation === 'change' && !hearing.marks.has('version');
  if (changes && when.years.length === 1) return [when.years[0]! - 1, when.years[0]!];
  if (when.mode === 'given') return [...when.years];
  if (when.mode === 'latest') return latest === undefined ? [] : [latest];
  if (when.mode === 'earliest') return agency.years[0] === undefined ? [] : [agency.years[0]];
  if (when.mode === 'all') return [];
  if (changes) return agency.years.length < 2 ? [...agency.years] : assumed(agency.years.slice(-2), assumptions, null);
  if (
    ['trend', 'sum', 'list', 'count', 'library', 'audit', 'search', 'rank', 'average'].includes(operation) ||
    latest === undefined
  )
    return [];
  const before = agency.years.at(-2);
  return assumed([latest], assumptions, before === undefined ? null : withYear(hearing, before));
}

function latestOf(held: readonly number[], hearing: Hearing, assumptions: Assumption[]): number[] {
  const before = held.at(-2);
  return assumed(held.slice(-1), assumptions, before === undefined ? null : withYear(hearing, before));
}

function assumed(years: readonly number[], assumptions: Assumption[], alternative: string | null): number[] {
  assumptions.push({ slot: 'year', value: years.join(', '), origin: 'assumed', alternative });
  return [...years];
}

/** Years of a question over several agencies: all of them, but a comparison takes the latest year that all hold. */
export function manyYears(
  draft: Draft,
  hearing: Hearing,
  keys: readonly string[],
  years: readonly number[],
  assumptions: Assumption[],
): number[] {
  const { when, context, roster } = hearing;
  const { operation } = draft.plan;
  if (when.mode === 'given')
    return operation === 'change' && !hearing.marks.has('version') && years.length === 1
      ? [years[0]! - 1, years[0]!]
      : [...years];
  if (when.mode === 'latest') return context.catalog.years.slice(-1);
  if (when.mode === 'earliest') return context.catalog.years.slice(0, 1);
  if (when.mode === 'all') return [];
  // Those above one agency: in the latest year that it has.
  const measured = (draft.plan.conditions ?? []).flatMap((each) =>
    'than' in each && 'agency' in each.than ? (roster.byKey.get(each.than.agency) ?? []) : [],
  );
  if (measured.length > 0 && draft.rule.startsWith('figures'))
    return yearsFor({ ...draft, plan: { ...draft.plan, operation: 'lookup' } }, hearing, measured[0]!, assumptions);
  // Of several years a body may be counted by one and not by another: its share is one of the latest year.
  if (operation === 'count' && draft.plan.percent && draft.plan.groupBy === 'agency' && keys.length === 0)
    return latestOf(context.catalog.years, hearing, assumptions);
  if (keys.length === 0) return [];
  const agencies = keys.flatMap((key) => roster.byKey.get(key) ?? []);
  if (
    agencies.length === 1 &&
    agencies[0]!.years.length > 0 &&
    ['lookup', 'section', 'metadata', 'rate'].includes(operation)
  )
    return yearsFor(draft, hearing, agencies[0]!, assumptions);
  if (operation !== 'compare' && operation !== 'rate') return [];
  const common = (agencies[0]?.years ?? []).filter((year) => agencies.every((agency) => agency.years.includes(year)));
  const latest = common.at(-1);
  return latest === undefined
    ? []
    : assumed([latest], assumptions, common.at(-2) === undefined ? null : withYear(hearing, common.at(-2)!));
}
