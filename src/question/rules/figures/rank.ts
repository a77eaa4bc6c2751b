/** 收到申请最多的三家, "the highest refusal rate". */
import type { Condition } from '../../plan.ts';
import { conditionsOf, rateConditions } from '../conditions.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

export const rank: Operation = {
  name: 'rank',
  fits: ({ order }) => order !== null,
  plan(asked) {
    const { marks, order, groupBy } = asked;
    marks.useRule('op.compare', 'op.sum');
    const conditions = figureConditions(asked);
    return drafted(asked, 'rank', 'many', { order, groupBy: marks.has('whichYear') ? 'year' : groupBy, conditions });
  },
};

/** Conditions of ranks and averages: on the figures, or on the rate that is ranked. */
export const figureConditions = (asked: Asked): Condition[] =>
  asked.rate !== null && asked.rate !== 'unknown' && asked.figures.length === 0
    ? rateConditions(asked.rate, asked.comparing)
    : conditionsOf(asked, asked.figures, asked.comparing, false);
