/** 平均每家收到多少, "the mean of all bureaus". */
import { unbounded } from './asked.ts';
import { drafted, type Operation } from './operation.ts';
import { figureConditions } from './rank.ts';

export const average: Operation = {
  name: 'average',
  fits: ({ marks }) => marks.has('op.average'),
  plan(asked) {
    const { marks, question, which, comparing, groupBy } = asked;
    marks.useRule('op.average', 'op.sum');
    // "Is the mean above one?": the mean is compared, not what it is taken of.
    const asksOfMean = !which && (marks.has('ask.yesno') || /^(is|was|does|did)\b|是否|是不是/.test(question.text));
    if (asksOfMean) marks.use(...comparing.flatMap((each) => each.marks));
    const conditions = asksOfMean ? [] : figureConditions(asked);
    return drafted(unbounded(asked, conditions), 'average', 'many', { groupBy, conditions });
  },
};
