/** Replaced: the last question with another figure (那不予公开呢) or another kind of applicant (其中自然人). */

import type { Turn } from '../context.ts';
import type { Draft, Hearing } from '../hearing.ts';
import type { Condition } from '../plan.ts';
import { refsOf } from '../rules/measures/figure.ts';
import { speaksOfIt, speaksOfThose } from './reference.ts';
import { knowsThose, needsOf } from './turn.ts';
import type { Way } from './way.ts';

/** Operations that go on with another measure, year or place. */
const lasting = new Set(['list', 'count', 'sum', 'average', 'rank', 'compare', 'trend', 'change']);

/** 其中自然人几件: the kinds are said, and of what is left to the last question. */
export const applicants: Way = {
  name: 'follow-up: applicants',
  make({ hearing, own, last, before }) {
    const assumed = own?.assumed?.some(({ slot }) => slot === 'measure') === true;
    if (own === null || !assumed || last.plan.measures.length === 0 || last.plan.conditions.some(divides)) return null;
    const { measures, conditions, combine } = withApplicants(before, hearing.applicants);
    // "Only companies" after a list: who had some of theirs; 其中自然人几件: how many of theirs those had.
    if (filtering.has(last.plan.operation) && !howMany(hearing))
      return { rule: this.name, needs: 'many', plan: { ...before, measures, conditions, combine } };
    if (listing.has(last.plan.operation))
      return { ...ofListed(last, { ...own.plan, measures, combine }, ofEach(hearing)), rule: this.name };
    return {
      ...own,
      rule: this.name,
      plan: {
        ...own.plan,
        ...{ measures, combine },
        conditions: own.plan.operation === 'list' ? conditions : own.plan.conditions,
      },
      assumed: [],
    };
  },
};

const filtering = new Set(['list', 'count']);
const listing = new Set(['list', 'count', 'rank']);
const howMany = ({ question }: Hearing): boolean => /多少|几[件个条项宗起份]|how many|how much/.test(question.text);

const ofEach = ({ question }: Hearing): boolean => /[各每]|分别|\b(?:each|respectively)\b/.test(question.text);

/** "How many reviews in total": of several reports one number, also where the words name a cell of one. */
const addedUp = ({ question: { text } }: Hearing): boolean =>
  /\b(?:in total|altogether|in all|all told|combined|added together)\b/.test(text);

/** A figure of each of those that the last answer named; where they are too many, of those that meet its conditions. */
function ofListed(last: Turn, plan: Draft['plan'], each: boolean): Omit<Draft, 'rule'> {
  const known = knowsThose(last);
  const conditions = known ? [] : last.plan.conditions;
  // 一共被复议多少次: one number of them all; 各收到多少 asks for that of each.
  const operation = plan.operation === 'sum' && !each ? 'sum' : 'lookup';
  return { needs: 'many', ...(known ? { of: 'those' } : {}), plan: { ...plan, operation, conditions } };
}

export const otherMeasure: Way = {
  name: 'follow-up: other measure',
  make({ hearing, own, last, before, follows }) {
    const bare = own?.rule === 'figures: lookup' || own?.rule === 'figures: sum';
    // 被起诉几次 after a list or a ranking: of those that it named.
    const { marks, bodies, when } = hearing;
    const open = bodies.length === 0 && when.mode === 'open' && !marks.has('which', 'all', 'count', 'library');
    if (own !== null && bare && open && howMany(hearing) && listing.has(last.plan.operation) && !speaksOfIt(hearing))
      return {
        ...ofListed(last, addedUp(hearing) ? { ...own.plan, operation: 'sum' } : own.plan, ofEach(hearing)),
        rule: this.name,
      };
    if (own === null || !follows || !bare || !lasting.has(last.plan.operation) || hearing.bodies.length > 0)
      return null;
    const measures = own.plan.measures ?? [];
    // 它们收到多少申请 asks how many of each, and not who did.
    if (howMany(hearing) && listing.has(last.plan.operation))
      return speaksOfIt(hearing) || speaksOfThose(hearing)
        ? null
        : { ...ofListed(last, own.plan, ofEach(hearing)), rule: this.name };
    // How it was dealt with is many figures, and no condition or order.
    const breakdown = measures.length > 1 && own.plan.combine !== 'sum';
    if (breakdown && ['list', 'count', 'rank'].includes(last.plan.operation)) return null;
    // 那年不予公开几件 after the year that was most: of one agency's year there is no order.
    const oneYear = hearing.when.mode === 'given' && last.plan.scope.agencies.length === 1;
    if (oneYear && ['rank', 'trend'].includes(last.plan.operation)) return null;
    // 被起诉过: a condition on all of them is one on their total, which is never added to its own parts.
    const totals = measures.filter(({ measure }) => measure.endsWith('.total'));
    const [first, ...rest] = totals.length > 0 && own.plan.combine === 'sum' ? totals : measures;
    // A rate that bounded the last question is no bound of a figure.
    if (last.plan.conditions.some(divides)) return null;
    const conditions = last.plan.conditions.map((each) =>
      first
        ? {
            ...withoutPlus(each),
            measure: first.measure ?? each.measure,
            applicant: first.applicant ?? null,
            ...('comparison' in each && rest.length > 0 && own.plan.combine === 'sum'
              ? { plus: rest.map((ref) => ({ measure: ref.measure, applicant: ref.applicant ?? null })) }
              : {}),
          }
        : each,
    );
    return {
      rule: this.name,
      needs: needsOf(last.plan),
      // A figure takes the place of a rate as well.
      plan: { ...before, measures, combine: own.plan.combine, conditions, rate: null, share: null, statement: null },
    };
  },
};

const divides = (each: Condition): boolean =>
  'comparison' in each && (each.rate !== undefined || each.share !== undefined);

/** What was added to the last figure is no part of another one. */
function withoutPlus(condition: Condition): Condition {
  if (!('comparison' in condition)) return condition;
  const { plus: _plus, ...rest } = condition;
  return rest;
}

/** The same figures of these kinds of applicants. */
export function withApplicants(plan: Draft['plan'], kinds: readonly string[]): Draft['plan'] {
  const ids = [...new Set((plan.measures ?? []).map(({ measure }) => measure))];
  const refs = refsOf({ start: 0, end: 0, ids, combine: 'each', assumed: false, marks: [] }, kinds);
  const [first] = refs;
  const conditions = (plan.conditions ?? []).map((each) =>
    first && each.measure.startsWith('applications.') && refs.length === 1
      ? { ...each, applicant: first.applicant }
      : each,
  );
  return {
    ...plan,
    measures: refs,
    conditions,
    combine: kinds.includes('organizations') || plan.combine === 'sum' ? 'sum' : 'each',
  };
}
