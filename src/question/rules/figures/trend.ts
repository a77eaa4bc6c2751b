/** 历年怎么变化, "how did it develop". */
import { drafted, type Operation } from './operation.ts';

export const trend: Operation = {
  name: 'trend',
  fits: ({ trending }) => trending,
  plan(asked) {
    asked.marks.useRule('op.trend', 'op.change', 'op.compare', 'op.sum', 'year.all');
    // 安康和盐池科技局历年申请: of each of those that are named its own years.
    const named = asked.bodies.length > 1 && asked.bodies.every(({ by, plural }) => by === 'name' && !plural);
    if (named && !asked.summing) return drafted(asked, 'compare', 'many');
    return drafted(asked, 'trend', asked.bodies.length > 1 ? 'many' : 'one');
  },
};

/** Of one agency, each year is its development. */
export const trendByYear: Operation = {
  name: 'each year of one agency',
  fits: ({ bodies, groupBy, summing }) =>
    groupBy === 'year' && !summing && bodies.length === 1 && bodies[0]!.by === 'name' && !bodies[0]!.plural,
  plan(asked) {
    asked.marks.useRule('year.all');
    return drafted(asked, 'trend', 'one');
  },
};
