/** sum: a figure added up over the reports in scope; unknown ones stay out and are named. */
import { sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf, rowOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { nested, separate } from '../governments.ts';
import { groupBy, groupsReports } from '../groups.ts';
import { reason } from '../reasons.ts';
import { leftOut, type Series, seriesOf } from '../series.ts';
import { consolidatedApart, consolidatedLeftOut, findingsOn, nestedGovernments } from '../warnings.ts';
import { lookup } from './lookup.ts';
import { statements } from './statements.ts';

export async function sum(desk: Desk): Promise<Answer> {
  if (desk.plan.statement !== null) return statements(desk);
  return aggregate(desk, sumOf);
}

/** A sum or a mean of the plan's series; one value where there is one series. */
export async function aggregate(desk: Desk, combine: (values: readonly number[]) => number | null): Promise<Answer> {
  const { kept, consolidated } = separate(desk.heads, desk.plan.groupBy === 'year' || desk.plan.yearly);
  // In groups of one kind of body each, governments stand by themselves: only the whole leaves them out.
  const apart = desk.plan.groupBy === 'kind';
  const series = await seriesOf(desk, apart ? desk.heads : kept);
  const out = new Set(consolidated);
  if (!series.some((each) => each.known.length > 0)) return noneKnown(desk, series);
  const [only] = series.length === 1 ? series : [];
  const counted = only?.known.filter(({ head }) => !out.has(head));
  const shown = shownOf(
    desk,
    series.flatMap((each) => each.known),
  );
  const unknown = series.flatMap((each) => each.unknown);
  return answer(desk, 'answered', {
    subject: series[0] && series.length === 1 ? series[0].name : null,
    value: counted ? combine(valuesOf(desk, counted)) : null,
    unit: only?.unit ?? null,
    rows: only ? rowsOf(desk, only, combine) : series.flatMap((each) => severalOf(desk, each, combine)),
    citations: distinct(shown.flatMap(citationsOf)),
    warnings: [
      ...(apart ? consolidatedApart : consolidatedLeftOut)(desk, consolidated),
      ...(nested(kept) ? [nestedGovernments(desk)] : []),
      ...leftOut(desk, series),
      ...(await findingsOn(
        desk,
        series.flatMap((each) => each.known),
      )),
    ],
    base: baseOf(apart ? desk.heads : kept, unknown),
  });
}

/** What is added up or averaged: the figure of each report, or what each year adds up to. */
function valuesOf(desk: Desk, known: Series['known']): number[] {
  if (!desk.plan.yearly) return known.map((each) => each.value);
  return groupBy(desk, 'year', known, (figure) => figure.head).map(({ items }) =>
    sumOf(items.map((each) => each.value)),
  );
}

function rowsOf(desk: Desk, { known, unit }: Series, combine: (values: readonly number[]) => number | null): Row[] {
  const apart = desk.plan.yearly && desk.plan.operation === 'compare';
  const by = desk.plan.yearly && !apart ? 'year' : desk.plan.groupBy;
  if (!groupsReports(by)) return known.map(rowOf);
  if (apart)
    return groupBy(desk, by, known, (figure) => figure.head).flatMap(({ label, items }) =>
      groupBy(desk, 'year', items, (figure) => figure.head).map(({ items: own }) => ({
        ...{ agency: null, year: own[0]?.head.year ?? null, report: null, label, unit },
        value: combine(own.map((each) => each.value)),
        n: own.length,
      })),
    );
  return groupBy(desk, by, known, (figure) => figure.head).map(({ label, items }) => ({
    ...{ agency: null, year: by === 'year' ? (items[0]?.head.year ?? null) : null, report: null, label, unit },
    value: (desk.plan.yearly ? sumOf : combine)(items.map((each) => each.value)),
    n: items.length,
  }));
}

/** Of several figures one row each, or one for each of them in each group. */
function severalOf(desk: Desk, series: Series, combine: (values: readonly number[]) => number | null): Row[] {
  if (!groupsReports(desk.plan.groupBy) || desk.plan.groupBy === 'agency') return [seriesRow(desk, series, combine)];
  const name = series.name[desk.plan.language];
  return rowsOf(desk, series, combine).map((row) => ({ ...row, label: `${row.label} · ${name}` }));
}

export function seriesRow(
  desk: Desk,
  { name, known, unit }: Series,
  combine: (values: readonly number[]) => number | null,
): Row {
  const ref = known[0]?.refs[0];
  const cell =
    known.every((each) => each.refs.length === 1) && ref ? { measure: ref.measure, applicant: ref.applicant } : {};
  return {
    agency: null,
    year: null,
    report: null,
    label: name[desk.plan.language],
    ...cell,
    unit,
    value: combine(valuesOf(desk, known)),
    n: known.length,
  };
}

/** Nothing to compute with: what a lookup of the same cells says, or that no unit is stated. */
export async function noneKnown(desk: Desk, series: readonly Series[]): Promise<Answer> {
  const apart = series.flatMap((each) => each.apart);
  if (apart.length === 0)
    return lookup({ ...desk, plan: { ...desk.plan, statement: null } }).then((found) => ({
      ...found,
      plan: desk.plan,
    }));
  const why = reason(
    'units',
    `这 ${apart.length} 个数没有注明单位，不能相加、平均或排序。`,
    `These ${apart.length} figures state no unit, so they cannot be added, averaged or ranked.`,
  );
  return noData(desk, why, {
    rows: apart.map(rowOf),
    citations: distinct(apart.flatMap(citationsOf)),
    base: baseOf(desk.heads),
  });
}
