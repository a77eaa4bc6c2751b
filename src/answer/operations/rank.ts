/** rank: the top or bottom reports (or groups) by a figure or a rate; ties at the cut are all shown. */
import { rankBy, sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf, rowOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { type Separated, separate } from '../governments.ts';
import { groupBy, groupsReports, partedByGroup } from '../groups.ts';
import { dividing } from '../rates.ts';
import { nothingInScope } from '../reasons.ts';
import { type KnownFigure, leftOut, type Series, seriesOf } from '../series.ts';
import { placed } from '../stands.ts';
import { consolidatedLeftOut, findingsOn, groupless, warning } from '../warnings.ts';
import { rankCells } from './rank-cells.ts';
import { cited, groupRows, none, rateRow, sorted, warn } from './rate.ts';
import { statements } from './statements.ts';
import { noneKnown } from './sum.ts';

const LIMIT = 10;

export async function rank(desk: Desk): Promise<Answer> {
  const { stands, scope } = desk.plan;
  // 排第几 of an agency of which no such report is held.
  if (stands?.where && !desk.heads.some(({ agencyKey }) => agencyKey === stands.of)) {
    const own = { ...scope, agencies: [stands.of], regions: [], kinds: [], levels: [] };
    return noData(desk, nothingInScope({ ...desk, plan: { ...desk.plan, scope: own } }));
  }
  if (dividing(desk.plan)) return rankRates(desk);
  if (desk.plan.statement !== null) return statements(desk);
  if (desk.plan.groupBy === 'applicant' || desk.plan.groupBy === 'outcome') return rankCells(desk);
  const grouped = isGrouped(desk);
  // A body's own years are added, and nothing of others to them.
  const apart = grouped && desk.plan.groupBy !== 'agency';
  const { inside, outside } = apart ? partedByGroup(desk, desk.heads) : { inside: desk.heads, outside: [] };
  const { kept, consolidated } = apart ? groupsOf(desk, inside) : { kept: inside, consolidated: [] };
  const series = (await seriesOf(desk, kept)).filter((each) => each.known.length > 0 || each.unknown.length > 0);
  if (!series.some((each) => each.known.length > 0)) return noneKnown(desk, series);
  const ranked = series.map((each) => ({ each, rows: grouped ? rankGroups(desk, each) : rankFigures(desk, each) }));
  const shown = new Set(ranked.flatMap(({ rows }) => shownOf(desk, rows).map((row) => row.report)));
  const figures = series.flatMap((each) => each.known).filter((each) => grouped || shown.has(each.head.report));
  const [only, ...more] = series;
  const place =
    only === undefined || grouped || more.length > 0
      ? null
      : placed(desk, only.known, only.unknown, ({ value }) => value, rowOf);
  return answer(desk, 'answered', {
    ...standing(desk, place),
    subject: series.length === 1 ? (series[0]?.name ?? null) : null,
    unit: series.length === 1 ? (series[0]?.unit ?? null) : null,
    rows: ranked.flatMap(({ each, rows }) =>
      series.length === 1 ? rows : rows.map((row) => ({ ...row, label: row.label ?? each.name[desk.plan.language] })),
    ),
    citations: distinct(inOrder(figures, [...shown]).flatMap(citationsOf)),
    warnings: [
      ...consolidatedLeftOut(desk, consolidated),
      ...groupless(desk, outside),
      ...ranked.flatMap(({ rows }) => ties(desk, rows)),
      ...leftOut(desk, series),
      ...(await findingsOn(desk, figures)),
    ],
    base: baseOf(
      kept,
      series.flatMap((each) => each.unknown),
    ),
  });
}

/** Of one kind of body each, no group holds a government's report and those of its departments. */
const groupsOf = ({ plan }: Desk, heads: Desk['heads']): Separated =>
  plan.groupBy === 'kind' ? { kept: heads, consolidated: [] } : separate(heads, plan.groupBy === 'year');

/** 哪个省的公开率最高: of each group the rate of all its reports together; of a body of all its years. */
async function rankGroupRates(desk: Desk): Promise<Answer> {
  const { inside, outside } = partedByGroup(desk, desk.heads);
  // A body's own years are divided together, and nothing of others with them.
  const own = desk.plan.groupBy === 'agency';
  const { kept, consolidated } = own ? { kept: inside, consolidated: [] } : groupsOf(desk, inside);
  const found = await sorted(desk, kept);
  if (found.known.length === 0) return none(desk, found);
  const groups = groupRows(desk, found.known);
  const rows = rankBy(groups, (each) => Number(each.value), ...orderOf(desk)).map(({ item, rank }) => ({
    ...item,
    rank,
  }));
  return answer(desk, 'answered', {
    subject: found.name,
    unit: '%',
    rows,
    citations: cited(desk, found.known),
    warnings: [
      ...consolidatedLeftOut(desk, consolidated),
      ...groupless(desk, outside),
      ...ties(desk, rows),
      ...(await warn(desk, found)),
    ],
    base: baseOf(kept, found.unknown),
  });
}

async function rankRates(desk: Desk): Promise<Answer> {
  if (isGrouped(desk)) return rankGroupRates(desk);
  const found = await sorted(desk, desk.heads);
  if (found.known.length === 0) return none(desk, found);
  const ranked = rankedApart(desk, found.known, (each) => each.value as number);
  const rows = ranked.map(({ item, rank, label }): Row => ({ ...rateRow(item), rank, ...label }));
  const place = placed(desk, found.known, found.unknown, (each) => each.value as number, rateRow);
  return answer(desk, 'answered', {
    ...standing(desk, place),
    subject: found.name,
    unit: '%',
    rows,
    citations: cited(
      desk,
      ranked.map((each) => each.item),
    ),
    warnings: [...ties(desk, rows), ...(await warn(desk, found))],
    base: baseOf(desk.heads, found.unknown),
  });
}

/** Where one stands is said, or whether it is there. */
const standing = ({ plan }: Desk, place: ReturnType<typeof placed>): Partial<Answer> =>
  place === null ? {} : { confirmed: place, ...(plan.stands?.where ? { value: place.stands?.rank ?? null } : {}) };

/** By agency: each report by itself, unless several years are spoken of, over which each body's figures are added. */
const isGrouped = ({ plan }: Desk): boolean =>
  groupsReports(plan.groupBy) &&
  (plan.groupBy !== 'agency' || plan.scope.years.length > 1 || plan.occurring === 'together');

function orderOf(desk: Desk): ['desc' | 'asc', number, boolean] {
  const { order } = desk.plan;
  return [order?.direction ?? 'desc', order?.limit ?? LIMIT, order?.ends === true];
}

function rankFigures(desk: Desk, { known }: Series): Row[] {
  return rankedApart(desk, known, (each) => each.value).map(({ item, rank, label }) => ({
    ...rowOf(item),
    rank,
    ...label,
  }));
}

/** All in one order, or, where the plan says so, those of each year, place or kind in an order of their own. */
function rankedApart<T extends { readonly head: KnownFigure['head'] }>(
  desk: Desk,
  known: readonly T[],
  value: (item: T) => number,
) {
  const within = desk.plan.order?.within ?? null;
  if (within === null) return rankBy(known, value, ...orderOf(desk)).map((each) => ({ ...each, label: {} }));
  return groupBy(desk, within, known, (each) => each.head).flatMap(({ label, items }) =>
    // A year has a column of its own.
    rankBy(items, value, ...orderOf(desk)).map((each) => ({ ...each, label: within === 'year' ? {} : { label } })),
  );
}

function rankGroups(desk: Desk, { known, unit }: Series): Row[] {
  const combine = desk.plan.order?.mean ? (values: readonly number[]) => sumOf(values) / values.length : sumOf;
  const groups = groupBy(desk, desk.plan.groupBy, known, (each) => each.head).map(({ label, items }) => ({
    ...placeOf(items, desk.plan.groupBy),
    // An agency has a column of its own.
    ...(desk.plan.groupBy === 'agency' ? {} : { label }),
    n: items.length,
    value: combine(items.map((each) => each.value)),
  }));
  return rankBy(groups, (each) => each.value, ...orderOf(desk)).map(({ item, rank }) => ({ unit, rank, ...item }));
}

/** What a group is of: a year, with the report where it is a single one ("in which year did A receive most"); a place has its name alone. */
function placeOf(items: readonly KnownFigure[], by: Desk['plan']['groupBy']): Pick<Row, 'agency' | 'year' | 'report'> {
  const [first] = items;
  if (by === 'agency') return { agency: first?.head.agency ?? null, year: null, report: null };
  if (by !== 'year') return { agency: null, year: null, report: null };
  const only = items.length === 1 ? first?.head : undefined;
  return { agency: only?.agency ?? null, year: first?.head.year ?? null, report: only?.report ?? null };
}

/** More rows than asked for: those beyond tie with the last. */
function ties(desk: Desk, rows: readonly Row[]): Answer['warnings'] {
  const [, limit] = orderOf(desk);
  if (desk.plan.order?.within != null || desk.plan.order?.ends) return [];
  const last = rows.at(-1);
  if (rows.length <= limit || last === undefined) return [];
  const n = rows.filter((row) => row.value === last.value).length;
  return [
    warning(desk, 'ties', {
      zh: `有 ${n} 个并列第 ${last.rank}，一并列出。`,
      en: `${n} share rank ${last.rank}; all of them are listed.`,
    }),
  ];
}

function inOrder<T extends { head: { report: string } }>(
  figures: readonly T[],
  reports: readonly (string | null)[],
): T[] {
  const position = new Map(reports.map((report, index) => [report, index]));
  return [...figures].sort((a, b) => (position.get(a.head.report) ?? 0) - (position.get(b.head.report) ?? 0));
}
