/** Counted and grouped: how many there are of those that were listed (有几家), and a figure of many by year, place or kind (按省份呢). */
import { unused } from '../hearing.ts';
import { knowsThose } from './turn.ts';
import type { Way } from './way.ts';

/** Operations about figures, of which a count keeps the figure. */
const lists = new Set(['list', 'rank', 'count', 'sum', 'average']);
const bareCount = { operation: 'count' as const };

export const counted: Way = {
  name: 'follow-up: counted',
  make({ hearing: { marks, bodies }, last, before }) {
    if (bodies.length > 0 || !marks.has('count')) return null;
    const groupBy = marks.has('count.agencies') ? ('agency' as const) : null;
    const conditions = before.conditions ?? [];
    // Of findings there are none: how many reports have some is said by the same answer.
    if (last.plan.operation === 'audit' && last.reports.length === 0)
      return { rule: this.name, needs: 'many', of: 'same', plan: before };
    // Of a ranking, and of findings or passages, the reports that were named; else those that met the condition.
    const named = last.plan.order !== null || !lists.has(last.plan.operation);
    const of = named && knowsThose(last) ? ('those' as const) : ('same' as const);
    const plan = lists.has(last.plan.operation) ? before : { ...bareCount, conditions };
    return { rule: this.name, needs: 'many', of, plan: { ...plan, operation: 'count', order: null, groupBy } };
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
