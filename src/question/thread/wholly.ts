/** Wholly: whether all of what one agency was asked for came from one kind of applicants (都是个人提的吗, "all from companies?"). */
import { unused } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { asksWhether } from '../rules/figures/claim.ts';
import { withApplicants } from './replaced.ts';
import type { Way } from './way.ts';

const every = /^(?:全|全都|都|全部|全是|都是|all|all of|from)$/;

export const wholly: Way = {
  name: 'follow-up: all of one kind',
  make({ hearing, last, before }) {
    const { marks, bodies, excluded, applicants, when } = hearing;
    const { scope, operation, share, claim } = last.plan;
    // 都是企业提的吗, after it was asked of others.
    const shared = operation === 'rate' && share !== null && claim !== null;
    const measures = shared ? share.in : last.plan.measures;
    if (last.asked || !(operation === 'lookup' || shared) || scope.agencies.length !== 1 || applicants.length === 0)
      return null;
    if (
      bodies.length + excluded.length > 0 ||
      when.mode !== 'open' ||
      !(asksWhether(marks) || hearing.question.text.trim().endsWith('?'))
    )
      return null;
    const [first] = measures;
    if (first === undefined || measures.some(({ measure }) => !measure.startsWith('applications.'))) return null;
    const fork = marks.fork();
    fork.use(...marks.with('applicant').map(({ mark }) => mark), ...marks.all.filter(({ text }) => every.test(text)));
    if (
      marks.has('not', 'ask.quantity') ||
      marks.with('number').length > 0 ||
      unused(fork, ['unit', 'verb']).length > 0
    )
      return null;
    // Of several outcomes it is not said which: those who applied are asked about.
    const one = measures.every(({ measure }) => measure === first.measure);
    const of: Plan['measures'][number] = {
      ...first,
      measure: one ? first.measure : 'applications.received',
      applicant: 'total',
    };
    const theirs = withApplicants({ ...before, measures: [of], conditions: [] }, applicants).measures ?? [];
    marks.use(...marks.all);
    return {
      rule: this.name,
      needs: 'one',
      plan: {
        operation: 'rate',
        share: {
          of: theirs.map(({ measure, applicant }) => ({ measure, applicant: applicant ?? 'total' })),
          in: [{ measure: of.measure, applicant: 'total' }],
        },
        claim: { comparison: 'eq', value: 1 },
      },
    };
  },
};
