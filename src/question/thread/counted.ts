/** Counted and grouped: how many there are of those that were listed (有几家), and a figure of many by year, place or kind (按省份呢). */
import { unused } from '../hearing.ts';
import { useLevels } from '../rules/levels.ts';
import { speaksOfThose } from './reference.ts';
import { knowsThose } from './turn.ts';
import type { Way } from './way.ts';

/** Operations about figures, of which a count keeps the figure. */
const lists = new Set(['list', 'rank', 'count', 'sum', 'average']);
/** Operations whose answer names bodies one by one. */
const rows = new Set(['list', 'rank']);
const bareCount = { operation: 'count' as const };

const groupings = ['year', 'province', 'city', 'county', 'kind', 'form', 'agency'] as const;

export const counted: Way = {
  name: 'follow-up: counted',
  make({ hearing, last, before }) {
    const { marks, bodies, question } = hearing;
    // "How many of them in Zhejiang": of those that were named, or that met the condition.
    const levels = marks.has('level');
    const within = bodies.length > 0 || levels;
    const counts = marks.has('count') || marks.all.some(({ text }) => /^how many(?: are)?$/.test(text));
    // 有几家教育局, "how many are in Zhejiang": beside a list or a ranking, of its own.
    const ofTheirs = speaksOfThose(hearing) || (rows.has(last.plan.operation) && knowsThose(last));
    if (!counts || (bodies.length > 0 && !ofTheirs)) return null;
    // 那县级的有几家: of those; and no word besides (收到10件以上的有几家) is dropped.
    if (levels) useLevels(marks);
    if (unused(marks, ['count', 'library', 'group', 'follow']).length > 0) return null;
    // 分别有几家: of each place or kind that was added up.
    const each = /分别|各自|各有|each|respectively|per /.test(question.text) ? last.plan.groupBy : null;
    const named = groupings.find((by) => marks.has(`group.${by}`));
    const groupBy = named ?? each ?? (marks.has('count.agencies') ? ('agency' as const) : null);
    const conditions = before.conditions ?? [];
    // Of findings there are none: how many reports have some is said by the same answer.
    if (last.plan.operation === 'audit' && last.reports.length === 0)
      return { rule: this.name, needs: 'many', of: 'same', plan: before };
    // Of a ranking, and of findings or passages, the reports that were named; else those that met the condition.
    const shown = last.plan.order !== null || !lists.has(last.plan.operation);
    const known = (shown || within) && knowsThose(last);
    if (within && !known && shown) return null;
    const of = known ? { of: 'those' as const } : within ? {} : { of: 'same' as const };
    const plan = lists.has(last.plan.operation) ? before : { ...bareCount, conditions };
    return { rule: this.name, needs: 'many', ...of, plan: { ...plan, operation: 'count', order: null, groupBy } };
  },
};

export const grouped: Way = {
  name: 'follow-up: grouped',
  make({ hearing: { marks }, last, before }) {
    const grouping = groupings.find((each) => marks.has(`group.${each}`));
    if (last.asked || !grouping || !['sum', 'average', 'count', 'rank', 'themes'].includes(last.plan.operation))
      return null;
    // "Break that down by year": what was spoken of, and no outcomes.
    if (unused(marks, ['group', 'op.trend', 'year.all', 'section.show', 'outcomes']).length > 0) return null;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'many', plan: { ...before, groupBy: grouping } };
  },
};
