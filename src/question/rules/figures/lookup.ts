/** 收到多少件申请: the figure itself, as the report has it. */
import { asksWhich, type Draft } from '../../hearing.ts';
import { fires, type Mark, type Marks } from '../../marks.ts';
import { refsOf } from '../measures/figure.ts';
import type { Terms } from './asked.ts';
import { someOrNone } from './claim.ts';
import { drafted, type Operation } from './operation.ts';

export const lookup: Operation = {
  name: 'lookup',
  fits: () => true,
  plan(asked) {
    const { marks, figures, measures, combine } = asked;
    const outcomes = figures.some((each) => each.ids.length > 8);
    const claim = someOrNone(asked);
    if (marks.has('ask.exists', 'ask.yesno'))
      marks.use(...marks.firing('not').filter((mark) => asksWhether(mark, marks)));
    marks.useRule('section.word', 'section.show', 'themes');
    return drafted(asked, 'lookup', 'one', {
      claim,
      groupBy: outcomes
        ? 'outcome'
        : measures.length > 3 &&
            measures.some(({ applicant }) => applicant === 'natural') &&
            figures.length === 1 &&
            combine === 'each'
          ? 'applicant'
          : null,
    });
  },
};

/** 有没有, "did it not", 收到了没有: a question whether. 没收到过申请的有哪些 is a condition. */
const asksWhether = (mark: Mark, marks: Marks): boolean =>
  fires(mark, 'ask.exists') || mark === marks.all.at(-1) || /[a-z]/.test(mark.text);

/** 到底是0件还是1件: which of two numbers is asked, so the figure, with what contradicts it. */
export function eitherNumber({ marks, bodies, applicants, figures, comparing, assumed }: Terms): Draft | null {
  const either =
    comparing.length > 1 && comparing.every(({ what }) => 'comparison' in what && what.comparison === 'eq');
  const or = marks.all.some(({ text }) => /^(还是|or|或|或者)$/.test(text));
  if (!either || !or || figures.length !== 1 || bodies.length !== 1 || asksWhich(marks)) return null;
  marks.useRule('op.compare', 'and', 'cmp', 'ask', 'check', 'section.how');
  return {
    rule: 'figures: either or',
    needs: 'one',
    plan: { operation: 'lookup', measures: figures.flatMap((each) => refsOf(each, applicants)) },
    assumed: assumed ? [assumed] : [],
  };
}
