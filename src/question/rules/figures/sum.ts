/** 一共收到多少, 各省合计, 逐年合计: sums over reports, one of them or one for each group. */
import type { Draft } from '../../hearing.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

/** 逐年合计: the totals of each year, of more than one agency. */
export const sumByYear: Operation = {
  name: 'sum of each year',
  fits: ({ marks, bodies, groupBy, rate, share, when }) =>
    groupBy === 'year' &&
    (marks.has('op.sum') || (rate === null && share === null && when.years.length > 1 && !marks.has('op.compare'))) &&
    bodies.every((body) => body.by !== 'name' || body.plural),
  plan(asked) {
    asked.marks.useRule('op.sum', 'op.trend', 'year.all');
    return drafted(asked, 'sum', 'many', { groupBy: asked.groupBy });
  },
};

/** 历年…总数: one sum over all years, unless a development is asked for. */
export const sumOverYears: Operation = {
  name: 'sum over all years',
  fits: ({ marks, trending, groupBy, when }) =>
    trending &&
    marks.has('op.sum') &&
    (marks.has('year.all') || (when.years.length > 1 && spansOnly(marks))) &&
    !marks.has('op.change') &&
    !groupBy,
  plan(asked) {
    asked.marks.useRule('op.trend', 'year.all');
    // 江苏历年申请总数: of many bodies the total of each year, beside that of them all.
    const [body, ...more] = asked.bodies;
    const one = body !== undefined && more.length === 0 && body.by === 'name' && !body.plural;
    if (one || (asked.combine === 'each' && asked.measures.length > 1)) return summed(asked);
    asked.marks.useRule('op.sum');
    return drafted(asked, 'sum', 'many', { groupBy: 'year' });
  },
};

/** 2021到2023这几年一共: says again which years, and asks for no development. */
const spansOnly = (marks: Asked['marks']): boolean =>
  marks.firing('op.trend').every(({ text }) => /^[这那](?:几|些|两|三|四|五)年(?:里|来|间|中|当中)?$/.test(text));

export const sumByGroup: Operation = {
  name: 'sum of each group',
  fits: ({ groupBy }) => groupBy !== null,
  plan(asked) {
    asked.marks.useRule('op.sum');
    return drafted(asked, 'sum', 'many', { groupBy: asked.groupBy });
  },
};

export const sum: Operation = {
  name: 'sum',
  fits: ({ marks, summing, when }) => marks.has('op.sum') || (summing && when.years.length > 1),
  plan: summed,
};

export const sumAll: Operation = {
  name: 'sum of all agencies',
  fits: ({ marks }) => marks.has('all', 'group.agency'),
  plan(asked) {
    asked.marks.useRule('which');
    return drafted(asked, sideBySide(asked) ? 'compare' : 'sum', 'many');
  },
};

/** 各单位的新收和结转, "each agency's received and carried over": several figures, of each agency. */
const sideBySide = ({ marks, combine, measures, question: { text } }: Asked): boolean =>
  measures.length > 1 &&
  combine === 'each' &&
  !marks.has('op.sum') &&
  /各(?!项|类|种)|每|分别|列|\b(?:each|every|list|per)\b/.test(text);

export function summed(asked: Asked): Draft {
  const { marks, bodies } = asked;
  marks.useRule('op.sum');
  const one = bodies.length === 1 && bodies[0]!.by === 'name' && !bodies[0]!.plural;
  return drafted(asked, 'sum', one ? 'one' : 'many');
}
