/** What no operation on figures says: it is declined or left to another rule, and nothing of it is dropped. */
import type { Hearing } from '../../hearing.ts';
import { sense } from '../../marks.ts';
import type { Figure } from '../measures/figure.ts';
import type { Asked, Terms } from './asked.ts';
import { moved, thanYear } from './moved.ts';
import { measuredOtherwise } from './than.ts';
import { namedPart } from './words.ts';

/** 行政处罚罚款多少钱: an amount that the form does not hold is no fee collected. */
export function foreignAmount(figures: readonly Figure[]): boolean {
  const amounts = figures.filter(({ ids }) => ids.length > 1 && ids.every((id) => id.endsWith('.amount')));
  return amounts.length > 0 && figures.length > amounts.length;
}

/** None of the form's figures is asked for. */
export function noFigure(terms: Terms): boolean {
  const { figures, rate, share, comparing } = terms;
  // 半数申请被拒了吗: no count is half of one.
  if (rate === null && share === null && comparing.some(({ percent }) => percent)) return true;
  // "Items published": no items of licences or fees.
  if (
    figures.length > 0 &&
    terms.marks.has('verb.publish') &&
    figures.every(({ marks }) => marks.every(({ text }) => /^(?:items?|number of items)$/.test(text)))
  )
    return true;
  // 部分申请: some of them are none of the form's figures.
  if (figures.length > 0 && someOf(terms)) return true;
  return figures.length === 0 && rate === null;
}

/** 部分 right before what is counted, and no part of a name before it. */
const someOf = (hearing: Hearing): boolean =>
  !namedPart(hearing) &&
  hearing.marks.all.some(
    (mark, at, all) =>
      mark.text === '部分' && all[at + 1]?.start === mark.end && sense(all[at + 1] ?? mark, 'measure') !== undefined,
  );

/** One figure against another: no operation says it, and it is not dropped. */
export function noOperation(asked: Asked): boolean {
  // 2022年比2021年公开率高: no plan says how rates moved.
  const than = thanYear(asked) && (!moved.fits(asked) || moved.plan(asked) === null);
  return than || measuredOtherwise(asked);
}
