/** sum, average, rank and compare of figures that stand only in the text: a report counts with the one figure that it states. */
import { meanOf, medianOf, rankBy, sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { citeStatement, distinct } from '../cite.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { baseOf, exact } from '../figures.ts';
import { separate } from '../governments.ts';
import { byAgency, groupBy, groupsReports } from '../groups.ts';
import type { Match } from '../matching.ts';
import { noneMeet, reason } from '../reasons.ts';
import {
  approximate,
  type ByReport,
  type StatementSeries,
  seriesOfText,
  severalCounters,
  severalFigures,
  silentLeftOut,
  statementRow,
} from '../statement-series.ts';
import { consolidatedLeftOut, findingsAt } from '../warnings.ts';

/** Operations of which the value is computed from the figures of several reports. */
export const overReports: ReadonlySet<string> = new Set(['sum', 'average', 'rank', 'compare']);

export async function together(desk: Desk, byReport: ByReport, shared: Partial<Answer>): Promise<Answer> {
  const { operation } = desk.plan;
  const adds = operation === 'sum' || operation === 'average';
  const { kept, consolidated } = adds ? separate(desk.heads) : { kept: desk.heads, consolidated: [] };
  const series = seriesOfText(kept, byReport, desk.plan.statement?.compared ?? null);
  const { counted, known, several, silent } = series;
  const base = baseOf(kept, [
    ...several.map((head) => ({ head, state: 'uncertain' as const })),
    ...silent.map((head) => ({ head, state: 'missing' as const })),
  ]);
  const said = [
    ...consolidatedLeftOut(desk, consolidated),
    ...approximate(desk, counted),
    ...(await findingsAt(
      desk,
      counted.map(({ statement }) => statement),
    )),
    ...severalCounters(desk, series),
    ...severalFigures(desk, several),
    ...silentLeftOut(desk, silent),
  ];
  // What leaves out as many reports as it counts is no rank and no sum; one figure is neither ranked nor compared.
  const unclear = several.length >= known && several.length > 0;
  if (unclear || known < (adds ? 1 : 2)) {
    const rows = [...byReport.values()].flat().map(statementRow);
    return noData(desk, unclear ? tooMany : oneStates, { ...shared, rows, warnings: said, base });
  }
  if (counted.length === 0)
    return nothingFound(desk, noneMeet(known), { ...shared, citations: [], warnings: said, base });
  const content = { ...shared, unit: series.unit, warnings: said, base };
  if (operation === 'rank') return ranked(desk, series, content);
  return operation === 'compare' ? compared(desk, series, content) : aggregated(desk, series, content);
}

const tooMany = reason(
  'severalFigures',
  '多数报告的正文里有几个数，或单位不同，不能确定指的是哪一个；请问得更具体一些（如哪个渠道、哪类信息）。',
  'The text of most of these reports gives several figures, or one of another unit: name the one meant (which channel, which kind).',
);
const oneStates = reason(
  'oneReport',
  '只有一份报告的正文写明了这个数，没有可以比较的另一个。',
  'Only one report states the figure in its text: there is nothing to compare it with.',
);

function ranked(desk: Desk, series: StatementSeries, content: Partial<Answer>): Answer {
  const { counted } = series;
  const { direction, limit, ends } = desk.plan.order ?? { direction: 'desc', limit: 10, ends: false };
  if (desk.plan.groupBy === 'agency' && desk.plan.scope.years.length > 1) return rankedTogether(desk, series, content);
  const rows = rankBy(counted, ({ statement }) => statement.quantity, direction, limit, ends);
  return answer(desk, 'answered', {
    ...content,
    rows: rows.map(({ item, rank }): Row => ({ ...statementRow(item), rank })),
    citations: cited(
      desk,
      rows.map(({ item }) => item),
    ),
  });
}

/** Of each body what it states over the years, added up. */
function rankedTogether(desk: Desk, { counted, unit }: StatementSeries, content: Partial<Answer>): Answer {
  const { direction, limit, ends } = desk.plan.order ?? { direction: 'desc', limit: 10, ends: false };
  const bodies = [...byAgency(counted, ({ head }) => head.agencyKey)].map(([, items]) => ({
    items,
    value: exact(sumOf(items.map(({ statement }) => statement.quantity))),
  }));
  const rows = rankBy(bodies, ({ value }) => value, direction, limit, ends).map(({ item: { items, value }, rank }) => {
    const approximate = items.some(({ statement }) => statement.approximate);
    const row: Row = { agency: items[0]!.head.agency, year: null, report: null, value, unit, rank, approximate };
    return { row: { ...row, n: items.length }, items };
  });
  return answer(desk, 'answered', {
    ...content,
    rows: rows.map(({ row }) => row),
    citations: cited(
      desk,
      rows.flatMap(({ items }) => items),
    ),
  });
}

function compared(desk: Desk, { counted }: StatementSeries, content: Partial<Answer>): Answer {
  const rows = counted.map(statementRow);
  const [a, b] = rows;
  const two = rows.length === 2 && typeof a?.value === 'number' && typeof b?.value === 'number' ? [a, b] : null;
  return answer(desk, 'answered', {
    ...content,
    rows: two === null ? rows : [two[0]!, { ...two[1]!, difference: exact(Number(b!.value) - Number(a!.value)) }],
    citations: cited(desk, counted),
  });
}

function aggregated(desk: Desk, { counted, unit }: StatementSeries, content: Partial<Answer>): Answer {
  const { operation, middle, groupBy: by } = desk.plan;
  const combine = operation === 'sum' ? sumOf : middle === 'median' ? medianOf : meanOf;
  const of = (some: readonly Match[]) => combine(some.map(({ statement }) => statement.quantity));
  const groups = groupsReports(by) ? groupBy(desk, by, counted, ({ head }) => head) : null;
  const rows = groups?.map(({ label, items }): Row => {
    const place = { agency: null, year: null, report: null };
    const approximate = items.some(({ statement }) => statement.approximate);
    return { ...place, label, value: of(items), unit, approximate, n: items.length };
  });
  return answer(desk, 'answered', {
    ...content,
    value: of(counted),
    rows: rows ?? counted.map(statementRow),
    citations: cited(desk, counted),
  });
}

const cited = (desk: Desk, matches: readonly Match[]): Answer['citations'] =>
  distinct(shownOf(desk, matches).map(({ head, statement }) => citeStatement(head, statement)));
