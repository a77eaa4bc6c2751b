/** Whose rate rose or fell from one year to another: 哪些单位2021年比2020年公开率高 · "whose refusal rate went up". */
import { asksAgencies, type Draft } from '../../hearing.ts';
import { Share } from '../../plan.ts';
import type { Asked } from './asked.ts';
import { thanYear, wayOf } from './moved.ts';
import { drafted, type Operation } from './operation.ts';

export const ratesMoved: Operation = {
  name: 'rates that rose or fell',
  fits: (asked) =>
    ((asked.rate !== null && asked.rate !== 'unknown') || asked.share !== null) &&
    (asked.which || asked.counted || asked.marks.has('which')) &&
    asked.order === null &&
    asked.comparing.length === 0 &&
    asked.when.years.length === 2 &&
    !asked.marks.has('whichYear', 'version', 'every', 'group.year', 'op.trend') &&
    asked.bodies.every((body) => body.by !== 'name' || body.plural) &&
    (asked.marks.has('op.change') || thanYear(asked)) &&
    bareWay(asked) !== null,
  plan(asked): Draft | null {
    const { marks, counted, rate, share } = asked;
    const comparison = bareWay(asked);
    const [before, year] = asked.when.years;
    if (comparison === null || before === undefined || year === undefined) return null;
    const [first] = share?.of ?? [];
    const than = { own: before };
    const condition =
      rate !== null && rate !== 'unknown'
        ? { measure: rate, applicant: null, rate, comparison, than }
        : share === null || first === undefined
          ? null
          : { ...first, share: Share.parse(share), comparison, than };
    if (condition === null) return null;
    marks.useRule('op.change', 'op.compare', 'op.rate', 'cmp', 'count', 'which', 'ask');
    return drafted({ ...asked, measures: [], share: null, rate: null }, counted ? 'count' : 'list', 'many', {
      conditions: [condition],
      groupBy: counted || asksAgencies(marks) ? 'agency' : null,
    });
  },
};

/** Rose or fell, and no more: twice as high is another question. */
function bareWay(asked: Asked): 'gt' | 'lt' | null {
  const way = wayOf(asked);
  return way?.by === 'difference' && way.value === 0 && (way.comparison === 'gt' || way.comparison === 'lt')
    ? way.comparison
    : null;
}
