/** The turn that a thread goes on from, and its plan as a draft. */

import type { Turn } from '../context.ts';
import type { Draft } from '../hearing.ts';
import type { Plan } from '../plan.ts';

/** The last turn that counts: "start over" forgets what came before. */
export function lastTurn(turns: readonly Turn[]): Turn | null {
  const last = turns.at(-1) ?? null;
  // What was asked back without an agency says nothing yet.
  if (last?.asked === true && last.plan.scope.agencies.length === 0) return lastTurn(turns.slice(0, -1));
  return last === null || last.plan.operation === 'help' || last.plan.operation === 'definition'
    ? earlier(turns.slice(0, -1), last)
    : last;
}

/** Greetings and definitions in between change nothing; a reset ends the search. */
function earlier(turns: readonly Turn[], skipped: Turn | null): Turn | null {
  return skipped === null || skipped.plan.help === 'reset' ? null : lastTurn(turns);
}

/** The turns that stand, oldest first: one that took others back stands in their place. */
export function standing(turns: readonly Turn[]): Turn[] {
  const kept: Turn[] = [];
  for (const turn of turns) {
    if (turn.back) kept.splice(Math.max(0, kept.length - turn.back));
    kept.push(turn);
  }
  return kept;
}

/** The year that the thread speaks of: that of the last question, or of the only row of its answer. */
export function yearOf(last: Turn | null): number | null {
  const [year, ...more] = last?.plan.scope.years ?? [];
  if (year !== undefined && more.length === 0) return year;
  const [line, ...others] = last?.lines ?? [];
  return line !== undefined && others.length === 0 ? line.year : null;
}

/** All reports that the answer named are known. Turns of older versions kept fifty of them. */
export const knowsThose = ({ reports, cut }: Turn): boolean => reports.length > 0 && !(cut ?? reports.length >= 50);

/** A plan as a draft: what its scope was is settled anew. */
export function draftOf(plan: Plan): Draft['plan'] {
  const { scope: _scope, language: _language, assumptions: _assumptions, show: _show, export: _export, ...rest } = plan;
  // 收到3件，对吧: of another agency it is asked how many, not whether it is as many; whether any came is asked of it, too.
  const claim = rest.claim !== null && rest.claim.value !== 0 ? null : rest.claim;
  return { ...rest, claim, stands: null, window: null, points: null };
}

/** Whether another plan of this kind is about one agency's report, or about many. */
export function needsOf(plan: Plan): Draft['needs'] {
  // What was asked of many is asked of many again.
  if (['lookup', 'metadata'].includes(plan.operation) && plan.scope.agencies.length === 0) return 'many';
  // 那盐池呢 after the rate of one agency: of the one that is held there, in the year that it has.
  const kinds = (plan.statement?.parts.length ?? 0) > 1;
  if (plan.operation === 'rate' || kinds) return plan.scope.agencies.length === 1 ? 'one' : 'many';
  return ['lookup', 'section', 'metadata', 'change', 'trend'].includes(plan.operation) ? 'one' : 'many';
}
