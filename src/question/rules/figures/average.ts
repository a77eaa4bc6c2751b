/** 平均每家收到多少, "the mean of all bureaus". */

import { type Draft, ofOne } from '../../hearing.ts';
import type { Marks } from '../../marks.ts';
import { type Asked, unbounded } from './asked.ts';
import { groupOf } from './compare.ts';
import { drafted, type Operation, unsaid } from './operation.ts';
import { figureConditions } from './rank.ts';

export const average: Operation = {
  name: 'average',
  fits: ({ marks }) => marks.has('op.average'),
  plan(asked): Draft | null {
    const { marks, question, which, comparing } = asked;
    // The averages of two kinds or places that are set against each other are one of each.
    const sides = asked.groupBy === null && marks.has('op.compare') ? groupOf(asked.bodies) : null;
    if (sides !== null) marks.useRule('op.compare');
    const groupBy = asked.groupBy ?? sides;
    const middle = middleOf(marks);
    if (middle === null) return null;
    marks.useRule('op.average', 'op.sum');
    // "Is the mean above one?": the mean is compared, not what it is taken of.
    const asksOfMean = !which && (marks.has('ask.yesno') || /^(is|was|does|did)\b|是否|是不是/.test(question.text));
    if (asksOfMean) marks.use(...comparing.flatMap((each) => each.marks));
    const conditions = asksOfMean ? [] : figureConditions(asked);
    const yearly = asksYearly(asked);
    // One body has one report a year, so that both come to the same; a rate has no total to divide.
    const alone = ofOne(asked) || (asked.bodies.length === 1 && asked.bodies[0]!.by === 'name');
    const grouped = groupBy !== null && groupBy !== 'year';
    if (yearly && ((!alone && asked.rate !== null) || grouped)) return unsaid('average');
    return drafted(unbounded(asked, conditions), 'average', 'many', {
      groupBy: yearly && groupBy === 'year' ? null : groupBy,
      conditions,
      middle,
      ...(yearly && !alone ? { yearly } : {}),
    });
  },
};

/** The mean or the median; null where both are asked for, of which one would be dropped. */
export function middleOf(marks: Marks): 'mean' | 'median' | null {
  const median = marks.firing('op.average.median').length;
  // "The median per agency" says once what of each is the middle.
  const means = marks.firing('op.average').filter(({ text }) => median === 0 || !/^per /.test(text));
  return median === 0 ? 'mean' : median === means.length ? 'median' : null;
}

/** 平均每年收到多少, "the average number per year": of what the years come to, and not of each report. */
const asksYearly = ({ marks, question: { text }, groupBy }: Asked): boolean =>
  // "Per bureau, each year": the mean of each year's reports.
  !(groupBy === 'year' && perBody.test(text)) &&
  (marks.has('op.average.yearly') || /\b(?:per|a|each) (?:year|annum)\b/.test(text));

const perBody =
  /\bper (?:[a-z]+ ){0,4}(?:agency|body|bureau|department|office|government|report)\b|每(?:家|个单位|个局|份报告)/;
