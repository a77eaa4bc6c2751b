/** change: a figure from one year to another, absolute and in percent, for one agency or for each of many. */
import { changeOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { ascending } from '../catalog.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { reason, yearsName } from '../reasons.ts';
import { headsIn } from '../scope.ts';
import { type KnownFigure, leftOut, type Series, seriesOf } from '../series.ts';
import { findingsOn } from '../warnings.ts';
import { noneKnown } from './sum.ts';
import { oneYear, trend } from './trend.ts';

export async function change(desk: Desk): Promise<Answer> {
  const { plan, library } = desk;
  if (plan.rate !== null) return trend(desk);
  const years = spanOf(desk);
  if (years === null) return oneYear(desk, ascending(desk.heads.flatMap((head) => head.year ?? [])));
  const [from, to] = years;
  const heads = headsIn({ ...plan.scope, years: [from, to] }, library);
  const wide: Desk = { ...desk, heads };
  const series = await seriesOf(wide, heads);
  const [only] = series;
  if (only === undefined || only.known.length === 0) return noneKnown(wide, series);
  const pairs = series.flatMap((each) => pairsOf(each, from, to));
  // Of many agencies without a pair among them, sums by year are what can be said.
  const many = new Set(heads.map((head) => head.agencyKey)).size > 1;
  if (pairs.length === 0) return many && plan.scope.agencies.length === 0 ? trend(desk) : unpaired(wide, series, years);
  const rows = ordered(desk, pairs.map(rowOfPair));
  const used = pairs.flatMap((pair) => [pair.before, pair.after]);
  const single = rows.length === 1 ? rows[0] : undefined;
  const shown = new Set(shownOf(desk, rows).map((row) => row.report));
  const cited = pairs.filter(({ after }) => shown.has(after.head.report));
  return answer(desk, 'answered', {
    subject: only.name,
    value: single ? (single.value as number) : null,
    unit: only.unit,
    rows,
    citations: distinct(cited.flatMap((pair) => [pair.before, pair.after]).flatMap(citationsOf)),
    warnings: [
      ...leftOut(wide, series),
      ...(await findingsOn(
        wide,
        used.flatMap((each) => each.facts),
      )),
    ],
    base: baseOf(
      heads,
      series.flatMap((each) => each.unknown),
    ),
  });
}

/** The two years: first and last of those asked; of one, the one before it; of none, the last two held. */
function spanOf(desk: Desk): [number, number] | null {
  const { scope } = desk.plan;
  const held = ascending(headsIn({ ...scope, years: [] }, desk.library).flatMap((head) => head.year ?? []));
  const asked = ascending(scope.years);
  const [first, last] =
    asked.length >= 2
      ? [asked[0], asked.at(-1)]
      : asked.length === 1
        ? [(asked[0] as number) - 1, asked[0]]
        : [held.at(-2), held.at(-1)];
  if (first === undefined || last === undefined || !held.includes(first) || !held.includes(last)) return null;
  return [first, last];
}

interface Pair {
  readonly before: KnownFigure;
  readonly after: KnownFigure;
}

function pairsOf({ known }: Series, from: number, to: number): Pair[] {
  const before = new Map(known.filter((each) => each.head.year === from).map((each) => [each.head.agencyKey, each]));
  return known
    .filter((each) => each.head.year === to)
    .flatMap((after) => {
      const first = before.get(after.head.agencyKey);
      return first === undefined ? [] : [{ before: first, after }];
    });
}

function rowOfPair({ before, after }: Pair): Row {
  const { difference, percent } = changeOf(before.value, after.value);
  const { head } = after;
  return {
    agency: head.agency,
    year: head.year,
    report: head.report,
    value: difference,
    unit: after.unit,
    from: before.value,
    to: after.value,
    fromYear: before.head.year,
    toYear: head.year,
    percent,
  };
}

function ordered(desk: Desk, rows: Row[]): Row[] {
  const { order } = desk.plan;
  const sign = order?.direction === 'asc' ? 1 : -1;
  const sortedRows = [...rows].sort((a, b) => sign * ((a.value as number) - (b.value as number)));
  const cut = order === null ? undefined : sortedRows[Math.min(order.limit, sortedRows.length) - 1]?.value;
  return order === null ? sortedRows : sortedRows.filter((row, index) => index < order.limit || row.value === cut);
}

/** Both years are held, but no agency has a comparable known figure in both. */
function unpaired(desk: Desk, series: readonly Series[], years: readonly number[]): Answer {
  const why = reason(
    'unpaired',
    `${yearsName(years).zh}没有可以比较的一对数字。`,
    `No pair of comparable figures is held for ${yearsName(years).en}.`,
  );
  const known = series.flatMap((each) => each.known);
  const rows = known.map(
    (each): Row => ({
      agency: each.head.agency,
      year: each.head.year,
      report: each.head.report,
      value: each.value,
      unit: each.unit,
      state: each.state,
      ...(each.refs[0] ?? {}),
    }),
  );
  return noData(desk, why, {
    subject: series[0]?.name ?? null,
    rows,
    citations: distinct(known.flatMap(citationsOf)),
    warnings: leftOut(desk, series),
    base: baseOf(desk.heads),
  });
}
