/** 平均每家收到多少, "the mean of all bureaus". */

import type { Draft } from '../../hearing.ts';
import type { Marks } from '../../marks.ts';
import { unbounded } from './asked.ts';
import { drafted, type Operation } from './operation.ts';
import { figureConditions } from './rank.ts';

export const average: Operation = {
  name: 'average',
  fits: ({ marks }) => marks.has('op.average'),
  plan(asked): Draft | null {
    const { marks, question, which, comparing, groupBy } = asked;
    const middle = middleOf(marks);
    if (middle === null) return null;
    marks.useRule('op.average', 'op.sum');
    // "Is the mean above one?": the mean is compared, not what it is taken of.
    const asksOfMean = !which && (marks.has('ask.yesno') || /^(is|was|does|did)\b|是否|是不是/.test(question.text));
    if (asksOfMean) marks.use(...comparing.flatMap((each) => each.marks));
    const conditions = asksOfMean ? [] : figureConditions(asked);
    return drafted(unbounded(asked, conditions), 'average', 'many', { groupBy, conditions, middle });
  },
};

/** The mean or the median; null where both are asked for, of which one would be dropped. */
export function middleOf(marks: Marks): 'mean' | 'median' | null {
  const median = marks.firing('op.average.median').length;
  return median === 0 ? 'mean' : median === marks.firing('op.average').length ? 'median' : null;
}
