/** Only the first of a ranking: which reports they are, found before anything is asked of them. */
import { rankBy } from './aggregate.ts';
import type { Answer, Warning } from './answer.ts';
import { type Desk, noData, type Reason } from './desk.ts';
import { listed, reason, reportName } from './reasons.ts';
import { headsIn } from './scope.ts';
import { leftOut, seriesOf } from './series.ts';
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
  const { scope, measures, combine, direction, limit } = among;
  const heads = headsIn(scope, desk.library);
  const [series, ...more] = await seriesOf({ ...desk, heads, plan: { ...desk.plan, measures, combine } }, heads);
  if (series === undefined || more.length > 0 || series.known.length === 0)
    return { desk, said: [], answer: noData(desk, unranked) };
  const first = rankBy(series.known, ({ value }) => value, direction, limit).map(({ item }) => item.head);
  const ids = new Set(first.map(({ report }) => report));
  const names = listed(first.map((head) => reportName(desk, head)));
  const text = {
    zh: `按“${series.name.zh}”排在${direction === 'desc' ? '前' : '后'} ${limit} 名的${first.length > limit ? `（含并列共 ${first.length} 个）` : ''}：${names.zh}。`,
    en: `The ${direction === 'desc' ? 'first' : 'last'} ${limit} by ${series.name.en}${first.length > limit ? ` (${first.length} with those level)` : ''}: ${names.en}.`,
  };
  return {
    desk: { ...desk, heads: desk.heads.filter(({ report }) => ids.has(report)) },
    said: [warning(desk, 'among', text), ...leftOut(desk, [series])],
    answer: null,
  };
}

const unranked: Reason = reason(
  'unranked',
  '要排名的数字没有一份报告写明，或者不能放在一起排。',
  'No report states the figure that is ranked, or the figures cannot be ranked together.',
);
