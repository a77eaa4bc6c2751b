/** 比上年增加多少, "by what percentage did it fall". */
import { drafted, type Operation } from './operation.ts';

export const change: Operation = {
  name: 'change',
  fits: ({ marks, bodies }) => marks.has('op.change') && bodies.length < 2,
  plan(asked) {
    const { marks, bodies, which, summing } = asked;
    // 全部单位收到的申请总数比上年变化多少: of the totals of two years, not of each agency.
    const together =
      (marks.has('op.sum', 'all') || summing || (bodies.length === 0 && !which)) &&
      !marks.has('group.agency') &&
      bodies.every((body) => body.by !== 'name' || body.plural);
    const percent =
      marks.has('op.rate') ||
      marks
        .firing('op.change')
        .some(({ text }) => /percent|per cent|百分|率|增速|幅/.test(text) && !text.includes('absolut'));
    marks.useRule('op.change', 'op.compare', 'op.sum', 'op.rate');
    return drafted(asked, 'change', together ? 'many' : 'one', {
      percent,
      ...(together ? { groupBy: 'year' as const } : {}),
    });
  },
};
