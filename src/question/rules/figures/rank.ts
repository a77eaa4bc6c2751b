/** 收到申请最多的三家, "the highest refusal rate". */
import { asksAgencies } from '../../hearing.ts';
import type { Marks } from '../../marks.ts';
import type { Condition } from '../../plan.ts';
import { conditionsOf } from '../conditions.ts';
import { type Asked, unbounded } from './asked.ts';
import { drafted, type Operation } from './operation.ts';
import { conditionsBesideRate } from './those.ts';

export const rank: Operation = {
  name: 'rank',
  fits: ({ order }) => order !== null,
  plan(asked) {
    const { marks, order, groupBy } = asked;
    marks.useRule('op.compare', 'op.sum');
    const conditions = figureConditions(asked);
    const within = apartIn(marks, order?.limit ?? 1);
    if (within !== null && order !== null && !marks.has('whichYear'))
      return drafted(unbounded(asked, conditions), 'rank', 'many', { order: { ...order, within }, conditions });
    return drafted(unbounded(asked, conditions), 'rank', 'many', {
      order,
      groupBy: marks.has('whichYear') ? 'year' : groupBy,
      conditions,
    });
  },
};

/** 每年收到最多的单位, "which agency of each province": the first of each, where agencies are asked for. */
function apartIn(marks: Marks, limit: number): 'year' | 'province' | 'city' | 'county' | 'kind' | 'form' | null {
  const levels = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;
  const each = levels.filter((level) => marks.firing(`group.${level}`).some(({ text }) => everyOne.test(text)));
  const [only, ...more] = each;
  // 每年申请量前三名: the first three of each year, no years.
  const meant = asksAgencies(marks) || (only === 'year' && limit > 1);
  return only !== undefined && more.length === 0 && meant ? only : null;
}

const everyOne = /^[各每逐分按]|^(?:in |for |of |by |from )?(?:each|every|per)\b/;

/** Conditions of ranks and averages: on the figures, or on the rate that is ranked. */
export const figureConditions = (asked: Asked): Condition[] =>
  asked.rate !== null && asked.rate !== 'unknown'
    ? conditionsBesideRate(asked, asked.rate)
    : conditionsOf(asked, asked.figures, asked.comparing, false);
