/** Counted and grouped: how many there are of those that were listed (有几家), and a figure of many by year, place or kind (按省份呢). */
import { unused } from '../hearing.ts';
import type { Way } from './way.ts';

export const counted: Way = {
  name: 'follow-up: counted',
  make({ hearing: { marks, bodies }, before }) {
    if (bodies.length > 0 || !marks.has('count')) return null;
    const groupBy = marks.has('count.agencies') ? ('agency' as const) : null;
    return { rule: this.name, needs: 'many', plan: { ...before, operation: 'count', order: null, groupBy } };
  },
};

const groupings = ['year', 'province', 'city', 'county', 'kind', 'form', 'agency'] as const;

export const grouped: Way = {
  name: 'follow-up: grouped',
  make({ hearing: { marks }, last, before }) {
    const grouping = groupings.find((each) => marks.has(`group.${each}`));
    if (last.asked || !grouping || !['sum', 'average', 'count', 'rank'].includes(last.plan.operation)) return null;
    // "Break that down by year": what was spoken of, and no outcomes.
    if (unused(marks, ['group', 'op.trend', 'year.all', 'section.show', 'outcomes']).length > 0) return null;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'many', plan: { ...before, groupBy: grouping } };
  },
};
