/** 公开率是多少, "what share was refused". */
import { drafted, type Operation } from './operation.ts';

export const rate: Operation = {
  name: 'rate',
  fits: (asked) => asked.rate !== null,
  plan(asked) {
    const { marks, bodies, when, trending, which, groupBy } = asked;
    marks.useRule('op.compare', 'op.trend', 'op.change', 'op.sum');
    const one = bodies.length < 2 && !trending && when.years.length < 2 && !which && groupBy === null;
    // 各类部门予以公开率对比: of each kind together.
    return drafted(
      asked,
      'rate',
      one && !marks.has('all', 'pooled') ? 'one' : 'many',
      trending ? (bodies.length === 0 ? { groupBy: 'year' } : {}) : { groupBy },
    );
  },
};
