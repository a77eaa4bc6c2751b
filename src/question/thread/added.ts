/** Added: a second agency, place or kind beside the one that was spoken of (加上彭阳呢, "Pengyang too"). */
import { type Hearing, unused } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import type { Way } from './way.ts';

const adding =
  /^(?:加上|再加上|加|再加|加进|加入|加进来|加进去|并上|连同|加入|算上|也算上|带上|包括|(?:add|adding|plus|along with|together with|include|including)(?: the| in| in the)?)$/;
const too = /^(?:too|as well|also)$|^也(?:要|看|看看|算|算上|加|加上|列|给|来|查|带|放)/;
/** 也看看彭阳, 彭阳也要: 也 with a word that asks for it. */
const wanted = /也(?:要|看|算|加|列|给我|来|查|带|放|一起|一并)|(?:一起|一并|一块儿?|一同)(?:看|算|列|加|比|放|给)?/u;
const together = /(?:一起|一块儿?|合|总共|一共)(?:算|计|加)?|合计|together|in total|combined|altogether/u;

/** The words that add, where the question adds. */
export const adds = ({ marks, question }: Hearing): boolean =>
  marks.all.some(({ text }) => adding.test(text) || too.test(text)) || wanted.test(question.text);

/** One figure of each, side by side. */
const beside = new Set(['lookup', 'compare', 'change']);

export const added: Way = {
  name: 'follow-up: added',
  make({ hearing, last, before }) {
    const { marks, bodies, when, applicants, excluded, question } = hearing;
    const { operation, measures, scope, order } = last.plan;
    if (last.asked || !adds(hearing) || applicants.length > 0 || excluded.length > 0) return null;
    const years = when.mode === 'given' && bodies.length === 0 && scope.years.length > 0;
    if (!(years || (when.mode === 'open' && bodies.length > 0)) || order !== null) return null;
    const free = unused(marks, ['unit', 'library', 'section.word', 'search', 'verb', 'op.sum', 'follow']);
    if (free.some(({ text }) => !adding.test(text) && !too.test(text))) return null;
    marks.use(...marks.all);
    const sums = together.test(question.text) && ['lookup', 'compare', 'sum'].includes(operation);
    const figures = measures.length > 0 && last.plan.statement === null;
    const as = sums && figures ? 'sum' : beside.has(operation) && figures ? 'compare' : operation;
    // The one agency that is added is found as the first one was.
    const needs = scope.agencies.length > 0 && bodies.length === 1 ? 'one' : 'many';
    return { rule: this.name, needs, of: 'added', plan: { ...before, operation: as } };
  },
};

/** The scope that was spoken of, and what is added to it; null where the two are of different kinds, so that nothing can be added. */
export function widened(before: Plan['scope'], named: Plan['scope']): Plan['scope'] | null {
  const union = <T>(one: readonly T[], other: readonly T[]): T[] => [
    ...new Map([...one, ...other].map((each) => [JSON.stringify(each), each])).values(),
  ];
  const { pairs: _pairs, ...kept } = before;
  const nobody = named.agencies.length + named.regions.length + named.kinds.length === 0;
  if (nobody && named.years.length > 0)
    return { ...kept, years: union(before.years, named.years).sort((a, b) => a - b) };
  const bare = named.regions.length === 0 && named.kinds.length === 0;
  if (before.agencies.length > 0 && before.reports.length === 0 && named.agencies.length > 0 && bare)
    return { ...kept, agencies: union(before.agencies, named.agencies) };
  // What was left out is let in again.
  if (
    before.except.length > 0 &&
    named.agencies.length > 0 &&
    named.agencies.every((key) => before.except.includes(key))
  )
    return { ...kept, except: before.except.filter((key) => !named.agencies.includes(key)) };
  if (before.agencies.length > 0 || named.agencies.length > 0) return null;
  if (before.kinds.length > 0 && named.kinds.length > 0 && named.regions.length === 0)
    return { ...kept, kinds: union(before.kinds, named.kinds) };
  if (before.regions.length > 0 && named.regions.length > 0 && named.kinds.length === 0)
    return { ...kept, regions: union(before.regions, named.regions) };
  return null;
}
