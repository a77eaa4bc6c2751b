/** Wider: the last question again without its place or agency (放宽到全国, "drop the county limit"), said and never silent. */
import { unused } from '../hearing.ts';
import { needsOf } from './turn.ts';
import type { Way } from './way.ts';

export const anywhere: Way = {
  name: 'follow-up: anywhere',
  make({ hearing: { marks, bodies, when }, last, before }) {
    if (!marks.has('go.anywhere') || bodies.length > 0 || last.asked) return null;
    if (unused(marks, ['library']).length > 0 || when.mode === 'latest') return null;
    marks.use(...marks.all);
    const { operation } = before;
    const one = needsOf(last.plan) === 'one';
    // One agency's figure is the sum of all of them; of other questions about one there is none about all.
    if (one && operation !== 'lookup') return null;
    return {
      rule: this.name,
      needs: 'many',
      of: 'anywhere',
      plan: one ? { ...before, operation: 'sum', combine: before.combine ?? 'each' } : before,
    };
  },
};
