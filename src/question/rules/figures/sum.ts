/** 一共收到多少, 各省合计, 逐年合计: sums over reports, one of them or one for each group. */
import type { Draft } from '../../hearing.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

/** 逐年合计: the totals of each year, of more than one agency. */
export const sumByYear: Operation = {
  name: 'sum of each year',
  fits: ({ marks, bodies, groupBy }) =>
    groupBy === 'year' && marks.has('op.sum') && bodies.every((body) => body.by !== 'name' || body.plural),
  plan(asked) {
    asked.marks.useRule('op.sum', 'op.trend', 'year.all');
    return drafted(asked, 'sum', 'many', { groupBy: asked.groupBy });
  },
};

/** 历年…总数: one sum over all years, unless a development is asked for. */
export const sumOverYears: Operation = {
  name: 'sum over all years',
  fits: ({ marks, trending, groupBy }) =>
    trending && marks.has('op.sum') && marks.has('year.all') && !marks.has('op.change') && !groupBy,
  plan(asked) {
    asked.marks.useRule('op.trend', 'year.all');
    return summed(asked);
  },
};

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
  fits: ({ marks }) => marks.has('all'),
  plan: (asked) => drafted(asked, 'sum', 'many'),
};

export function summed(asked: Asked): Draft {
  const { marks, bodies } = asked;
  marks.useRule('op.sum');
  const one = bodies.length === 1 && bodies[0]!.by === 'name' && !bodies[0]!.plural;
  return drafted(asked, 'sum', one ? 'one' : 'many');
}
