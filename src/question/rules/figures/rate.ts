/** 公开率是多少, "what share was refused". */
import { drafted, type Operation } from './operation.ts';

export const rate: Operation = {
  name: 'rate',
  fits: (asked) => asked.rate !== null,
  plan(asked) {
    const { marks, bodies, when, trending, which } = asked;
    marks.useRule('op.compare', 'op.trend', 'op.change', 'op.sum');
    return drafted(
      asked,
      'rate',
      bodies.length < 2 && !trending && when.years.length < 2 && !which && !marks.has('all', 'pooled') ? 'one' : 'many',
    );
  },
};
