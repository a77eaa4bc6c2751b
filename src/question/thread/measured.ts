/** Measured: those above or below an agency in what was asked of before (哪些单位比它多, "and who had fewer than Ankang"). */
import { asksWhich, unused } from '../hearing.ts';
import { measuredFigure, measuredIn } from '../rules/yardstick.ts';
import type { Way } from './way.ts';

export const measured: Way = {
  name: 'follow-up: above or below one of them',
  make({ hearing, own, last, before }) {
    const { marks, bodies, when } = hearing;
    const counted = marks.has('count');
    if (own !== null || last.plan.statement !== null || when.years.length > 1) return null;
    if (!asksWhich(marks) && !counted) return null;
    const found = measuredIn(hearing);
    const condition = found && measuredFigure(last.plan, found);
    if (!found || !condition) return null;
    marks.use(...found.marks);
    marks.useRule('which', 'count', 'op.compare', 'cmp', 'except.after');
    if (unused(marks, ['follow', 'verb', 'ask']).length > 0) return null;
    const { measures, combine, rate, share } = before;
    return {
      rule: this.name,
      needs: 'many',
      of: 'all',
      bodies: bodies.filter((body) => body !== found.body),
      plan: {
        ...{ measures, combine, rate, share, conditions: [condition], groupBy: 'agency' },
        operation: counted ? 'count' : 'list',
      },
    };
  },
};
