/** 比上年增加多少, "by what percentage did it fall". */
import { drafted, type Operation } from './operation.ts';

/** "What is the difference in … from 2018 to 2022": of one body, between the ends of the range. */
export const difference: Operation = {
  name: 'difference from year to year',
  fits: ({ marks, bodies, when }) =>
    bodies.length === 1 &&
    when.range &&
    marks
      .firing('op.compare')
      .some(({ text }) => /^(?:the |)difference$|^(?:相)?差(?:多少|值|额|距|了多少)$/.test(text)),
  plan: (asked) => change.plan(asked),
};

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
