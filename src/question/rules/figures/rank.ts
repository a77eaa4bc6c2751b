/** 收到申请最多的三家, "the highest refusal rate". */
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
    return drafted(unbounded(asked, conditions), 'rank', 'many', {
      order,
      groupBy: marks.has('whichYear') ? 'year' : groupBy,
      conditions,
    });
  },
};

/** Conditions of ranks and averages: on the figures, or on the rate that is ranked. */
export const figureConditions = (asked: Asked): Condition[] =>
  asked.rate !== null && asked.rate !== 'unknown'
    ? conditionsBesideRate(asked, asked.rate)
    : conditionsOf(asked, asked.figures, asked.comparing, false);
