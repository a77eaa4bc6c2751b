/** Share: the last figure as a rate (按百分比讲, "as percent"), where it is the numerator of a defined one. */
import { unused } from '../hearing.ts';
import { rateOf } from '../rules/rates.ts';
import type { Way } from './way.ts';

export const asShare: Way = {
  name: 'follow-up: as a rate',
  make({ hearing: { marks, bodies, when, applicants }, last, before }) {
    const { operation, measures, statement } = last.plan;
    if (!marks.has('op.rate') || bodies.length > 0 || when.mode !== 'open' || applicants.length > 0) return null;
    if (!['lookup', 'sum', 'list', 'compare'].includes(operation) || statement !== null) return null;
    if (measures.some(({ applicant }) => applicant !== null && applicant !== 'total')) return null;
    if (unused(marks, ['op.rate', 'section.show', 'unit', 'show', 'section.how']).length > 0) return null;
    const rate = rateOf(measures.map(({ measure }) => measure));
    if (rate === null) return null;
    marks.use(...marks.all);
    const one = last.plan.scope.agencies.length === 1;
    return {
      rule: this.name,
      needs: one ? 'one' : 'many',
      plan: { ...before, operation: 'rate', measures: [], combine: 'each', conditions: [], order: null, rate },
    };
  },
};
