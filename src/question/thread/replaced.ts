/** Replaced: the last question with another figure (那不予公开呢) or another kind of applicant (其中自然人). */
import type { Draft } from '../hearing.ts';
import type { Condition } from '../plan.ts';
import { refsOf } from '../rules/measures.ts';
import { speaksOfIt, speaksOfThose } from './reference.ts';
import { needsOf } from './turn.ts';
import type { Way } from './way.ts';

/** Operations that go on with another measure, year or place. */
const lasting = new Set(['list', 'count', 'sum', 'average', 'rank', 'compare', 'trend', 'change']);

/** 其中自然人几件: the kinds are said, and of what is left to the last question. */
export const applicants: Way = {
  name: 'follow-up: applicants',
  make({ hearing, own, last, before }) {
    const assumed = own?.assumed?.some(({ slot }) => slot === 'measure') === true;
    if (own === null || !assumed || last.plan.measures.length === 0) return null;
    const { measures, conditions } = withApplicants(before, hearing.applicants);
    return {
      ...own,
      rule: this.name,
      plan: {
        ...own.plan,
        measures,
        conditions: own.plan.operation === 'list' ? conditions : own.plan.conditions,
      },
      assumed: [],
    };
  },
};

export const otherMeasure: Way = {
  name: 'follow-up: other measure',
  make({ hearing, own, last, before, follows }) {
    const bare = own?.rule === 'figures: lookup' || own?.rule === 'figures: sum';
    if (own === null || !follows || !bare || !lasting.has(last.plan.operation) || hearing.bodies.length > 0)
      return null;
    // 它们收到多少申请 asks how many of each, and not who did.
    const counts =
      /多少|几[件个条项宗起份]|how many|how much/.test(hearing.question.text) &&
      (speaksOfIt(hearing) || speaksOfThose(hearing));
    if (counts && ['list', 'count'].includes(last.plan.operation)) return null;
    const measures = own.plan.measures ?? [];
    // How it was dealt with is many figures, and no condition or order.
    const breakdown = measures.length > 1 && own.plan.combine !== 'sum';
    if (breakdown && ['list', 'count', 'rank'].includes(last.plan.operation)) return null;
    // 那年不予公开几件 after the year that was most: of one agency's year there is no order.
    const oneYear = hearing.when.mode === 'given' && last.plan.scope.agencies.length === 1;
    if (oneYear && ['rank', 'trend'].includes(last.plan.operation)) return null;
    const [first, ...rest] = measures;
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
