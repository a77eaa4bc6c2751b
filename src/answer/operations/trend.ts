/** trend: a figure or a rate year by year, for one agency or added up over many. */
import { sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { ascending } from '../catalog.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf, rowOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { separate } from '../governments.ts';
import { groupBy } from '../groups.ts';
import { dividing } from '../rates.ts';
import { agencyName, reason, yearsName } from '../reasons.ts';
import { leftOut, type Series, seriesOf } from '../series.ts';
import { consolidatedLeftOut, findingsOn, warning } from '../warnings.ts';
import { lookup } from './lookup.ts';
import { rate } from './rate.ts';
import { noneKnown } from './sum.ts';

export async function trend(desk: Desk): Promise<Answer> {
  const years = ascending(desk.heads.flatMap((head) => head.year ?? []));
  if (years.length < 2) return oneYear(desk, years);
  const agencies = new Set(desk.heads.map((head) => head.agencyKey));
  if (dividing(desk.plan))
    return rate({ ...desk, plan: { ...desk.plan, groupBy: agencies.size > 1 ? 'year' : desk.plan.groupBy } }).then(
      (found) => ({ ...found, plan: desk.plan }),
    );
  const { kept, consolidated } =
    agencies.size > 1 ? separate(desk.heads, true) : { kept: desk.heads, consolidated: [] };
  const series = await seriesOf(desk, kept);
  if (!series.some((each) => each.known.length > 0)) return noneKnown(desk, series);
  const rows = series.flatMap((each) =>
    (agencies.size > 1
      ? yearRows(desk, each)
      : each.known
          .concat()
          .sort((a, b) => (a.head.year ?? 0) - (b.head.year ?? 0))
          .map(rowOf)
    ).map((row) => (series.length > 1 ? { ...row, label: each.name[desk.plan.language] } : row)),
  );
  const known = series.flatMap((each) => each.known);
  return answer(desk, 'answered', {
    subject: series.length === 1 ? (series[0]?.name ?? null) : null,
    unit: series.length === 1 ? (series[0]?.unit ?? null) : null,
    rows,
    citations: distinct(shownOf(desk, known).flatMap(citationsOf)),
    warnings: [
      ...consolidatedLeftOut(desk, consolidated),
      ...(agencies.size > 1 && new Set(rows.map((row) => row.n)).size > 1 ? [composition(desk)] : []),
      ...leftOut(desk, series),
      ...(await findingsOn(desk, known)),
    ],
    base: baseOf(
      kept,
      series.flatMap((each) => each.unknown),
    ),
  });
}

function yearRows(desk: Desk, { known, unit }: Series): Row[] {
  return groupBy(desk, 'year', known, (each) => each.head).map(({ label, items }) => ({
    ...{ agency: null, report: null, unit, label },
    year: items[0]?.head.year ?? null,
    value: sumOf(items.map((each) => each.value)),
    n: items.length,
  }));
}

/** The years are sums over different numbers of reports: a rise may only mean that more are held. */
export function composition(desk: Desk): Answer['warnings'][number] {
  const text = {
    zh: '各年合计的报告份数不同，升降可能只是因为收录的份数不同。',
    en: 'The years add up different numbers of reports: a rise or fall may only reflect how many are held.',
  };
  return warning(desk, 'composition', text);
}

/** A series needs two years: says which are held, and gives the figure of the one. */
export async function oneYear(desk: Desk, years: readonly number[]): Promise<Answer> {
  const keys = [...new Set(desk.heads.map((head) => head.agencyKey))];
  const name =
    keys.length === 1 ? agencyName(desk, desk.heads[0]?.agency ?? null) : { zh: '这个范围', en: 'this scope' };
  const all =
    keys.length === 1
      ? ascending(desk.library.heads.flatMap((head) => (head.agencyKey === keys[0] ? (head.year ?? []) : [])))
      : years;
  const why = reason(
    'oneYear',
    `看变化需要至少两年的报告。${name.zh}现有 ${yearsName(all).zh}的报告。`,
    `A change over time needs reports of at least two years. Held for ${name.en}: ${yearsName(all).en}.`,
  );
  const single = await lookup(desk);
  return noData(desk, why, {
    subject: single.subject,
    rows: single.rows,
    citations: single.citations,
    warnings: single.warnings,
    base: baseOf(desk.heads),
  });
}
