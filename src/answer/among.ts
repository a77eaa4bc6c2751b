/** Only the first of a ranking: which reports they are, found before anything is asked of them. */
import type { Bilingual } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import { rankBy, sumOf } from './aggregate.ts';
import type { Answer, Warning } from './answer.ts';
import { type Desk, noData, type Reason } from './desk.ts';
import { byAgency } from './groups.ts';
import { listed, reason, reportName } from './reasons.ts';
import { headsIn } from './scope.ts';
import { type KnownFigure, leftOut, seriesOf } from './series.ts';
import { warning } from './warnings.ts';

interface Among {
  readonly desk: Desk;
  /** Who they are, and what the ranking left out. */
  readonly said: readonly Warning[];
  /** Set where nothing could be ranked. */
  readonly answer: Answer | null;
}

/** The desk with those of its reports that stand in the first places; those level with the last one are among them. */
export async function amongFirst(desk: Desk): Promise<Among> {
  const { among } = desk.plan;
  if (among === null) return { desk, said: [], answer: null };
  const { scope, measures, combine, direction, limit, together } = among;
  const heads = headsIn(scope, desk.library);
  const [series, ...more] = await seriesOf({ ...desk, heads, plan: { ...desk.plan, measures, combine } }, heads);
  if (series === undefined || more.length > 0 || series.known.length === 0)
    return { desk, said: [], answer: noData(desk, unranked) };
  const places = together ? bodiesOf(series.known) : series.known.map(({ head, value }) => ({ heads: [head], value }));
  const level = rankBy(places, ({ value }) => value, direction, limit).map(({ item }) => item.heads);
  // Three are added up, whichever of those that are level is the third: their figures are the same.
  const itself = desk.plan.operation === 'sum' && JSON.stringify(desk.plan.measures) === JSON.stringify(measures);
  const first = itself ? level.slice(0, limit) : level;
  const ids = new Set(first.flat().map(({ report }) => report));
  const names = listed(first.flatMap(([head]) => (head ? nameOf(desk, head, together) : [])));
  const cut = level.length - first.length;
  const text = {
    zh: `按“${series.name.zh}”排在${direction === 'desc' ? '前' : '后'} ${limit} 名的${first.length > limit ? `（含并列共 ${first.length} 个）` : ''}：${names.zh}。${cut > 0 ? `另有 ${cut} 个与最后一名相同，没有加进来。` : ''}`,
    en: `The ${direction === 'desc' ? 'first' : 'last'} ${limit} by ${series.name.en}${first.length > limit ? ` (${first.length} with those level)` : ''}: ${names.en}.${cut > 0 ? ` ${cut} more have the same figure as the last of them and are not added.` : ''}`,
  };
  return {
    desk: { ...desk, heads: desk.heads.filter(({ report }) => ids.has(report)) },
    said: [warning(desk, 'among', text), ...leftOut(desk, [series])],
    answer: null,
  };
}

/** Each agency with what its reports have together. */
const bodiesOf = (known: readonly KnownFigure[]) =>
  [...byAgency(known, ({ head }) => head.agencyKey)].map(([, figures]) => ({
    heads: figures.map(({ head }) => head),
    value: sumOf(figures.map(({ value }) => value)),
  }));

function nameOf(desk: Desk, head: ReportHead, together: boolean): Bilingual {
  if (!together || head.agency === null) return reportName(desk, head);
  const key = head.agencyKey ?? head.agency;
  return { zh: desk.names.zh.agency(key), en: desk.names.en.agency(key) };
}

const unranked: Reason = reason(
  'unranked',
  '要排名的数字没有一份报告写明，或者不能放在一起排。',
  'No report states the figure that is ranked, or the figures cannot be ranked together.',
);
