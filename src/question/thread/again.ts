/** Another operation on what the last answer was about (合计呢, 谁最多). */

import type { Turn } from '../context.ts';
import { type Draft, type Hearing, unused } from '../hearing.ts';
import { middleOf } from '../rules/figures/average.ts';
import { saidIn } from './said.ts';
import { draftOf, knowsThose } from './turn.ts';
import type { Way } from './way.ts';

export const againOf: Way = {
  name: 'follow-up: again',
  make: ({ hearing, last }) => (last.asked ? null : again(hearing, last)),
};

/** 合计呢, "how many is that", 谁最多, 全部单位加起来呢: another operation on what the last answer was about. */
function again({ marks, bodies, when, applicants, question }: Hearing, last: Turn): Draft | null {
  // 这三年合计: in other years than the last question.
  const dated =
    when.mode === 'given' && marks.has('op.sum', 'op.average') && !marks.has('order', 'op.trend', 'op.change');
  if (bodies.length > 0 || !(dated || ['open', 'all'].includes(when.mode))) return null;
  if (applicants.some((each) => each !== 'total')) return null;
  if (when.mode === 'all' && !marks.has('op.trend')) return null;
  if (marks.with('measure').some(({ mark }) => !/^(总数|总量|总计|合计|total)$/.test(mark.text))) return null;
  const ops = [
    'op.sum',
    'op.average',
    'order.top',
    'order.bottom',
    'count',
    'all',
    'ask',
    'which',
    'measure',
    'op.trend',
    'op.change',
    'group.year',
    'year.all',
    'unit.case',
    'library',
    'definition',
    'whichYear',
    // 哪个省最多, after what each province had.
    ...(grouped.has(last.plan.groupBy) ? [`group.${last.plan.groupBy}`] : []),
  ];
  if (unused(marks, ops).some((mark) => !/^(总数|总量|总计|合计|total)$/.test(mark.text))) return null;
  const plan = draftOf(last.plan);
  const single = new Set(last.plan.measures.map(({ measure }) => measure)).size === 1 || last.plan.combine === 'sum';
  const figures = last.plan.measures.length > 0 && single && last.plan.statement === null;
  const base = { ...plan, groupBy: null, order: null } as const;
  // "The average for all of them": of those that were spoken of, and not of all that are held.
  const theirs = marks.all.some(({ text }) => ofTheirs.test(text)) || / of (?:them|these|those)\b/.test(question.text);
  const all = marks.has('all') && !theirs ? ('all' as const) : undefined;
  const done = (
    operation: 'sum' | 'average' | 'rank' | 'count' | 'trend' | 'change',
    more: Partial<Draft['plan']> = {},
    of: Draft['of'] = all,
  ): Draft => {
    marks.use(...marks.all);
    // Of a ranking the rows that it showed are meant: 合计 after 前十 is the sum of the ten.
    // 最少的呢 after the one that has most: of all that were ranked, and not of that one.
    const one = last.plan.operation === 'rank' && last.plan.order?.limit === 1;
    const first = one && (operation === 'rank' || theirs);
    const ofThose =
      of ??
      (first ? ('same' as const) : undefined) ??
      ((last.plan.order !== null || last.plan.window !== null) && knowsThose(last) ? ('those' as const) : undefined);
    return {
      ...{ rule: 'follow-up: again', needs: 'many' as const, plan: { ...base, operation, ...more } },
      ...(ofThose ? { of: ofThose } : {}),
    };
  };
  const one = last.plan.scope.agencies.length === 1;
  const rated = last.plan.rate !== null || last.plan.share !== null;
  // 最少的呢 after the most posts: of figures of the text the other end.
  const told = last.plan.statement !== null && last.plan.operation === 'rank';
  if ((figures || rated || told) && marks.has('order.top', 'order.bottom')) {
    const direction = marks.has('order.bottom') ? ('asc' as const) : ('desc' as const);
    const conditions = last.plan.operation === 'list' ? plan.conditions : [];
    const order = { direction, limit: 1 };
    // 哪一年最多: of the years of the agency, or of the years of many added up.
    const through = ['trend', 'change'].includes(last.plan.operation) || last.plan.groupBy === 'year';
    if (one && (through || marks.has('whichYear'))) return done('rank', { order }, through ? 'same' : 'ever');
    if (marks.has('whichYear')) return figures ? done('rank', { order, groupBy: 'year' }, 'same') : null;
    // Of places or kinds that were added up, the one that is most.
    const grouping = grouped.has(last.plan.groupBy) ? { groupBy: last.plan.groupBy } : {};
    return done('rank', { order, conditions, ...grouping }, one ? 'all' : all);
  }
  if (marks.has('whichYear')) return null;
  // 逐年呢, 同比呢, of one agency: through its years, or against the year before.
  const alone = one && ['lookup', 'trend', 'change'].includes(last.plan.operation);
  const twoYears = one && last.plan.operation === 'compare' && last.plan.scope.years.length === 2;
  if (figures && twoYears && marks.has('op.change')) return done('change', {}, 'same');
  if (figures && alone && marks.has('op.trend', 'group.year')) return done('trend', {}, 'ever');
  if (figures && alone && marks.has('op.change')) return done('change', {}, 'before');
  if (marks.has('op.trend', 'op.change', 'group.year')) return null;
  const middle = middleOf(marks);
  // 加起来, 平均呢 after the figures of the text of several: of the same reports.
  const each = last.plan.statement !== null && last.plan.statement.parts.length === 0 && !one;
  if (each && ['lookup', 'sum', 'average', 'list'].includes(last.plan.operation)) {
    if (marks.has('op.average')) return middle === null ? null : done('average', { middle }, 'same');
    if (marks.has('op.sum')) return done('sum', {}, 'same');
  }
  if (figures && marks.has('op.average')) return middle === null ? null : done('average', { middle });
  if (figures && marks.has('op.sum')) return done('sum', { combine: last.plan.combine });
  const listed = ['list', 'rank'].includes(last.plan.operation);
  const named = ['metadata', 'audit', 'search', 'themes'].includes(last.plan.operation) && knowsThose(last);
  const counts = marks.all.some(({ text }) =>
    /^(有几家|有几个|几家|几个|多少家|有多少|多少个|有多少家|how many|count|how many is|how many are)$/.test(text),
  );
  if (named && counts) {
    marks.use(...marks.all);
    return { rule: 'follow-up: again', needs: 'many', of: 'those', plan: { operation: 'count' } };
  }
  return listed && counts ? done('count', { groupBy: last.plan.groupBy ?? null }) : null;
}

const ofTheirs = /^(?:它们|他们|这些|那些|这几家|这些单位|those|these|they|them)$/;

/** Groupings of many reports. */
const grouped = new Set<string | null>(['province', 'city', 'county', 'kind', 'form']);

const thanBefore: readonly RegExp[] = [
  /^(?:比|较|跟|和|与|同)(?:前|上|去|头)(?:一)?(?:年|年度)(?:相?比)?(?:又|是)?(?:多|少|增加?|减少?|涨|降|变化|差|高|低)了?(?:多少|几[件个条项]?|多大)$/u,
  /^(?:and )?how (?:much|many) (?:more|less|fewer|higher|lower|up|down) (?:is (?:it|that) )?(?:than|from|compared (?:to|with)) (?:the year before|the previous year|the prior year|a year earlier|the preceding year)$|^how (?:much )?did (?:it|that|this|they) (?:change|grow|rise|fall|increase|decrease)(?: by)? (?:from|since|over|against) (?:the year before|the previous year|the prior year)$/u,
];

/** 比前一年多多少, "how much more than the year before": of one agency, from the year before the one that was spoken of. */
export const thanTheYearBefore: Way = {
  name: 'follow-up: than the year before',
  make({ hearing: { marks, bodies, question, applicants }, last, before }) {
    const { measures, combine, statement, scope, operation } = last.plan;
    const single = measures.length === 1 || combine === 'sum';
    if (!single || statement !== null || scope.agencies.length !== 1 || scope.years.length !== 1) return null;
    if (!['lookup', 'rank', 'change'].includes(operation) || bodies.length > 0 || applicants.length > 0) return null;
    if (!thanBefore.some((each) => each.test(saidIn(question)))) return null;
    marks.use(...marks.all);
    return {
      rule: this.name,
      needs: 'one',
      of: 'before',
      plan: { ...before, operation: 'change', order: null, groupBy: null },
    };
  },
};
