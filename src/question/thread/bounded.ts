/** Bounded: of those of the last answer the ones whose figure compares so (超过五十的留下, "only those with at least ten"). */
import { unused } from '../hearing.ts';
import { sense } from '../marks.ts';
import type { Condition } from '../plan.ts';
import { comparisonsIn, conditionOn } from '../rules/comparisons.ts';
import { rateConditions } from '../rules/conditions.ts';
import { knowsThose, needsOf } from './turn.ts';
import type { Way } from './way.ts';

/** Of these the figures of many stand side by side, so that some of them can be left. */
const many = new Set(['list', 'count', 'rank', 'lookup', 'sum', 'average', 'compare', 'rate']);

export const bounded: Way = {
  name: 'follow-up: bounded',
  make({ hearing: { marks, bodies, when, applicants }, last, before }) {
    const { operation, measures, rate, share, statement, scope } = last.plan;
    const alone = new Set(measures.map(({ measure }) => measure)).size === 1 || last.plan.combine === 'sum';
    if (!many.has(operation) || statement !== null || share !== null || !(alone || rate !== null)) return null;
    if (scope.agencies.length === 1 || bodies.length > 0 || when.mode !== 'open' || applicants.length > 0) return null;
    const comparing = comparisonsIn(marks);
    const [only, ...others] = comparing;
    if (only === undefined || others.length > 0 || (rate === null && only.percent)) return null;
    // 零 is a number here, and denies nothing.
    if (marks.firing('not').some((mark) => sense(mark, 'number') === undefined)) return null;
    if (unused(marks, ['unit', 'library', 'cmp', 'count']).length > 0) return null;
    const fresh = rate === null ? conditionOn(measures, only.what) : rateConditions(rate, comparing);
    const [first] = fresh;
    if (first === undefined) return null;
    // 前十名 says how many, and no figure.
    if (marks.has('order') && !marks.has('cmp')) return null;
    // A bound on the same figure takes the place of the last one, but of those that it left both hold.
    const narrows = marks.all.some(({ text }) => left.test(text));
    const kept = last.plan.conditions.filter((each) => !same(each, first) || (narrows && !tighter(first, each)));
    marks.use(...marks.all);
    const named = operation === 'rank' && last.plan.order !== null && knowsThose(last);
    const lists = ['lookup', 'sum', 'compare', 'rate'].includes(operation);
    return {
      rule: this.name,
      needs: lists ? 'many' : needsOf(last.plan),
      of: named ? 'those' : 'same',
      plan: {
        ...before,
        ...(lists ? { operation: 'list' as const, groupBy: null } : {}),
        // 超过10件的有几家.
        ...(marks.has('count.agencies') ? { operation: 'count' as const, groupBy: 'agency' as const } : {}),
        conditions: [...kept, ...fresh],
      },
    };
  },
};

/** Words that leave some of those that were named. */
const left =
  /^(?:其中|这其中|这里面|里面|当中|这些(?:里|里面|当中|之中|)|只.*|仅.*|留下|保留|筛.*|only.*|just.*|(?:of|among) (?:them|these|those|which)|which of .*|keep.*|leave.*|narrow.*)$/;

/** Whoever meets the one meets the other. */
const tighter = (one: Condition, other: Condition): boolean =>
  'value' in one &&
  'value' in other &&
  ((/^g[te]$/.test(one.comparison) && /^g[te]$/.test(other.comparison) && one.value > other.value) ||
    (/^l[te]$/.test(one.comparison) && /^l[te]$/.test(other.comparison) && one.value < other.value));

const same = (one: Condition, other: Condition): boolean =>
  one.measure === other.measure && one.applicant === other.applicant;
