/** change: a figure from one year to another, absolute and in percent, for one agency or for each of many. */
import { changeOf, sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { ascending } from '../catalog.ts';
import { distinct } from '../cite.ts';
import { compares } from '../conditions.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { citationsOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { separate } from '../governments.ts';
import { dividing } from '../rates.ts';
import { agencyName, listed, reason, yearsName } from '../reasons.ts';
import { headsIn } from '../scope.ts';
import { type KnownFigure, leftOut, type Series, seriesOf } from '../series.ts';
import { consolidatedLeftOut, findingsOn, warning } from '../warnings.ts';
import { corrected } from './corrected.ts';
import { steady } from './steady.ts';
import { noneKnown } from './sum.ts';
import { composition, oneYear, trend } from './trend.ts';

export async function change(desk: Desk): Promise<Answer> {
  const { plan, library } = desk;
  if (plan.scope.versions === 'both') return corrected(desk);
  if (dividing(plan)) return trend(desk);
  const years = spanOf(desk);
  if (years === null) return oneYear(desk, ascending(desk.heads.flatMap((head) => head.year ?? [])));
  const [from, to] = years;
  const each = plan.moved?.each === true;
  const between = each ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [from, to];
  const heads = headsIn({ ...plan.scope, years: between }, library);
  const wide: Desk = { ...desk, heads };
  const series = await seriesOf(wide, heads);
  const [only] = series;
  if (only === undefined || only.known.length === 0) return noneKnown(wide, series);
  const many = new Set(heads.map((head) => head.agencyKey)).size > 1;
  if (plan.groupBy === 'year' && many) return ofTotals(wide, from, to);
  const constant = plan.moved?.each ? steady(only.known, years, plan.moved) : null;
  const pairs = series
    .flatMap((each) => pairsOf(each, from, to).map((pair) => ({ ...pair, name: each.name })))
    .filter(({ after }) => constant === null || !constant.open.includes(after.head.agencyKey));
  // Of many agencies without a pair among them, sums by year are what can be said; of one, the years that can be compared.
  const few = !many && plan.scope.years.length > 2 && desk.heads.length > heads.length;
  if (pairs.length === 0)
    return few || (many && plan.scope.agencies.length === 0) ? trend(desk) : unpaired(wide, series, years);
  const rows = ordered(
    desk,
    pairs
      .filter(({ after }) => constant === null || constant.kept.has(after.head.agencyKey))
      .map((pair) => ({ ...rowOfPair(pair), ...(series.length > 1 ? { label: pair.name[desk.plan.language] } : {}) }))
      .filter((row) => hasMoved(desk, row)),
  );
  const base = baseOf(
    heads,
    series.flatMap((each) => each.unknown),
  );
  const unsettled = constant === null ? [] : notEachYear(wide, constant.open);
  if (rows.length === 0) return noneMoved(wide, pairs.length, years, only.name, base, unsettled);
  const used = pairs.flatMap((pair) => [pair.before, pair.after]);
  const single = rows.length === 1 ? rows[0] : undefined;
  const shown = new Set(shownOf(desk, rows).map((row) => row.report));
  const cited = pairs.filter(({ after }) => shown.has(after.head.report));
  return answer(desk, 'answered', {
    subject: series.length > 1 ? null : only.name,
    ...(plan.groupBy === 'agency' ? { value: rows.length } : figureFor(desk, single, only.unit)),
    rows,
    citations: distinct(cited.flatMap((pair) => [pair.before, pair.after]).flatMap(citationsOf)),
    warnings: [
      ...leftOut(wide, series),
      ...unsettled,
      ...(many && (plan.moved !== null || plan.order !== null) ? oneYearOnly(wide, years) : []),
      ...(await findingsOn(wide, used)),
    ],
    base,
  });
}

/** The difference, or where it is asked for the percentage. */
function figureFor({ plan }: Desk, row: Row | undefined, unit: string | null): Pick<Answer, 'value' | 'unit'> {
  if (plan.percent) return { value: typeof row?.percent === 'number' ? row.percent : null, unit: '%' };
  return { value: row ? (row.value as number) : null, unit };
}

/** The two years: first and last of those asked; of one, the one before it; of none, the last two held, or where each year counts all of them. */
function spanOf(desk: Desk): [number, number] | null {
  const { scope, moved } = desk.plan;
  const held = ascending(headsIn({ ...scope, years: [] }, desk.library).flatMap((head) => head.year ?? []));
  const asked = ascending(scope.years);
  const [first, last] =
    asked.length >= 2
      ? [asked[0], asked.at(-1)]
      : asked.length === 1
        ? [(asked[0] as number) - 1, asked[0]]
        : [scope.years.length === 0 && moved?.each === true ? held[0] : held.at(-2), held.at(-1)];
  if (first === undefined || last === undefined || !held.includes(first) || !held.includes(last)) return null;
  return [first, last];
}

/** The totals of two years over many agencies: added up as a sum over each year is, and said with how many reports. */
async function ofTotals(desk: Desk, from: number, to: number): Promise<Answer> {
  const { kept, consolidated } = separate(desk.heads);
  const series = await seriesOf(desk, kept);
  const rows = series.flatMap((each) => totalsOf(each, from, to) ?? []);
  if (rows.length === 0) return noneKnown(desk, series);
  const known = series.flatMap((each) => each.known);
  const [only] = rows.length === 1 ? rows : [];
  return answer(desk, 'answered', {
    subject: series[0]?.name ?? null,
    ...figureFor(desk, only, series[0]?.unit ?? null),
    rows,
    citations: distinct(shownOf(desk, known).flatMap(citationsOf)),
    warnings: [
      ...consolidatedLeftOut(desk, consolidated),
      ...(rows.some((row) => row.fromReports !== row.toReports) ? [composition(desk)] : []),
      ...leftOut(desk, series),
      ...(await findingsOn(desk, known)),
    ],
    base: baseOf(
      kept,
      series.flatMap((each) => each.unknown),
    ),
  });
}

/** Null where one of the two years has no known figure. */
function totalsOf({ known, unit }: Series, from: number, to: number): Row | null {
  const [before, after] = [from, to].map((year) => known.filter((each) => each.head.year === year));
  if (!before?.length || !after?.length) return null;
  const [first, last] = [before, after].map((figures) => sumOf(figures.map((each) => each.value))) as [number, number];
  const { difference, percent } = changeOf(first, last);
  return {
    ...{ agency: null, year: to, report: null, value: difference, unit, percent },
    ...{ from: first, to: last, fromYear: from, toYear: to, fromReports: before.length, toReports: after.length },
  };
}

interface Pair {
  readonly before: KnownFigure;
  readonly after: KnownFigure;
}

/** The two years of one agency; of a report that names none it is not known whose the other year is. */
function pairsOf({ known }: Series, from: number, to: number): Pair[] {
  const named = known.filter((each) => each.head.agencyKey !== null);
  const before = new Map(named.filter((each) => each.head.year === from).map((each) => [each.head.agencyKey, each]));
  return named
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

/** The largest or smallest moves first; which way is said by what is asked for. In percent where that is asked, so far as it has a meaning. */
function ordered(desk: Desk, rows: Row[]): Row[] {
  const { order, percent, moved } = desk.plan;
  const sign = order?.direction === 'asc' ? 1 : -1;
  const amount = (row: Row) => Number(percent ? row.percent : row.value);
  const size = (row: Row) => (order === null && moved === null ? amount(row) : Math.abs(amount(row)));
  const sortedRows = rows
    .filter((row) => !(percent && order !== null) || typeof row.percent === 'number')
    .sort((a, b) => sign * (size(a) - size(b)));
  const last = order === null ? undefined : sortedRows[Math.min(order.limit, sortedRows.length) - 1];
  return last === undefined || order === null
    ? sortedRows
    : sortedRows.filter((row, index) => index < order.limit || size(row) === size(last));
}

function hasMoved({ plan: { moved } }: Desk, row: Row): boolean {
  if (moved === null) return true;
  const [from, to] = [row.from as number, row.to as number];
  const amount = { difference: row.value, percent: row.percent, times: from === 0 ? null : to / from }[moved.by];
  return typeof amount === 'number' && compares(amount, moved);
}

/** Agencies with both years, of which none moved so. */
function noneMoved(
  desk: Desk,
  pairs: number,
  years: readonly number[],
  subject: Answer['subject'],
  base: Answer['base'],
  unsettled: Answer['warnings'],
): Answer {
  const why = reason(
    'noneMoved',
    `${yearsName(years).zh}两年都有数的 ${pairs} 个单位里，没有一个符合条件。`,
    `Of the ${pairs} agencies with a figure for both ${yearsName(years).en}, none meets the condition.`,
  );
  const value = desk.plan.groupBy === 'agency' ? 0 : null;
  return nothingFound(desk, why, { subject, value, base, warnings: [...unsettled, ...oneYearOnly(desk, years)] });
}

/** Agencies with the first and the last year, of which a year in between is not known: whether each year moved so cannot be said. */
function notEachYear(desk: Desk, open: readonly (string | null)[]): Answer['warnings'] {
  if (open.length === 0) return [];
  const names = listed(open.map((key) => agencyName(desk, key)));
  const text = {
    zh: `中间有年份没有确定的数字、不能判断每年升降的：${names.zh}。`,
    en: `A year in between is not known, so that it cannot be said how each year moved: ${names.en}.`,
  };
  return [warning(desk, 'yearBetweenUnknown', text)];
}

/** Agencies of which only one of the two years is held: they cannot be compared. */
function oneYearOnly(desk: Desk, years: readonly number[]): Answer['warnings'] {
  const counts = new Map<string | null, Set<number | null>>();
  for (const { agencyKey, year } of desk.heads) counts.set(agencyKey, (counts.get(agencyKey) ?? new Set()).add(year));
  const out = [...counts].flatMap(([key, held]) => (held.size < 2 ? [key] : []));
  if (out.length === 0) return [];
  const names = listed(out.map((key) => agencyName(desk, key)));
  const text = {
    zh: `${yearsName(years).zh}中只有一年的报告、不能比较的：${names.zh}。`,
    en: `Held for only one of ${yearsName(years).en}, so not compared: ${names.en}.`,
  };
  return [warning(desk, 'oneYearOnly', text)];
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
