/** In which years something was so: 每年都收到申请的单位 · "when did it first have a lawsuit" · 最近一次被复议是哪年. */
import type { Hearing } from '../../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../../marks.ts';
import type { Plan } from '../../plan.ts';
import { conditionsOf } from '../conditions.ts';
import { drafted, type Operation } from './operation.ts';

/** Each of the years, and not the years one by one: 每年哪些单位 lists those of each year. */
export function inEveryYear({ marks, when, question: { text } }: Hearing): boolean {
  if (when.years.length === 1) return false;
  const said = marks.all.some((mark, at) => {
    const next = marks.all[at + 1];
    if (fires(mark, 'every') || mark.text === '年年') return true;
    // 一直没有收到申请, "never".
    if (fires(mark, 'not') && /^(?:一直|从来|从)|never/.test(mark.text)) return true;
    if (/^(?:每年|每一年|每年度|每个年度|各年|历年)$/.test(mark.text))
      return !(next && fires(next, 'which')) && /[都均皆]/.test(text.slice(mark.end));
    return /^(?:in |for |during )?(?:each|every)(?: single)? year$/.test(mark.text);
  });
  return said && !marks.has('whichYear', 'order');
}

/** Their words are read. */
export const useEveryYear = (marks: Marks): void => marks.useRule('every', 'group.year', 'year.all', 'op.trend');

export const occurring: Operation = {
  name: 'the first or last year',
  fits: (asked) =>
    edgeOf(asked) !== null &&
    asked.figures.length > 0 &&
    asked.rate === null &&
    asked.share === null &&
    asked.bodies.length > 0 &&
    asked.bodies.every(({ by, plural }) => by === 'name' && !plural),
  plan(asked) {
    const edge = edgeOf(asked);
    if (edge === null) return null;
    asked.marks.use(edge.mark);
    asked.marks.useRule('whichYear', 'edge', 'year.latest', 'year.earliest', 'definition', 'ask', 'which', 'verb');
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    return drafted(asked, 'list', 'many', { conditions, groupBy: 'year', occurring: edge.which });
  },
};

/** First or last, where a year is asked for. */
function edgeOf({ marks }: Hearing): { mark: Mark; which: NonNullable<Plan['occurring']> } | null {
  const opens = /^when\b/.test(marks.all[0]?.text ?? '');
  const asksYear = marks.has('whichYear') || opens;
  for (const [at, mark] of marks.all.entries()) {
    const next = marks.all[at + 1];
    if (next !== undefined && sense(next, 'number') !== undefined && sense(next, 'years') === undefined) continue;
    if (fires(mark, 'edge') && (asksYear || /year/.test(mark.text)))
      return { mark, which: fires(mark, 'edge.first') ? 'first' : 'last' };
    if (opens && (mark.text === 'first' || mark.text === 'last')) return { mark, which: mark.text };
  }
  return null;
}

/** 有几年打过官司, "in how many of the years did it have lawsuits": the years of one body are counted. */
export const yearsCounted: Operation = {
  name: 'number of years',
  fits: ({ marks, figures, rate, share, bodies }) =>
    marks.has('years.count') &&
    figures.length > 0 &&
    rate === null &&
    share === null &&
    bodies.length === 1 &&
    bodies.every(({ by, plural }) => by === 'name' && !plural),
  plan(asked) {
    asked.marks.useRule('years.count', 'count', 'ask', 'whichYear', 'op.trend', 'op.compare', 'which', 'year');
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    return drafted(asked, 'count', 'many', { conditions, groupBy: 'year' });
  },
};
