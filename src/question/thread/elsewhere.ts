/** Elsewhere: the last question again, of another agency, place, year or kind of applicant ("and Pengyang?"), or beside it. */
import { asksWhich, unused } from '../hearing.ts';
import { adds } from './added.ts';
import { withApplicants } from './replaced.ts';
import { needsOf } from './turn.ts';
import type { Going, Way } from './way.ts';

/** Something that the question is about now is named, and nothing but it is said. */
function elsewhereOnly({ hearing, follows }: Going, also: readonly string[]): boolean {
  const { marks, bodies, excluded, when, applicants } = hearing;
  const named = bodies.length > 0 || excluded.length > 0 || when.mode !== 'open' || applicants.length > 0;
  if (!follows && !named) return false;
  // 加上中卫的一起算: what is to be added stands beside what was spoken of, not in its place.
  if (bodies.length + excluded.length > 0 && adds(hearing)) return false;
  const fork = marks.fork();
  fork.use(...marks.with('applicant').map(({ mark }) => mark), ...marks.with('form').map(({ mark }) => mark));
  return unused(fork, ['unit', 'library', 'section.word', 'search', 'whichYear', ...also]).length === 0;
}

/** "Compare with Ankang", 和2021年比呢: beside what was spoken of. */
export const compared: Way = {
  name: 'follow-up: compared',
  make(going) {
    const { hearing, last, before } = going;
    const { marks, bodies, when } = hearing;
    const beside = marks.has('op.compare', 'op.change') && (when.mode === 'given' || bodies.length > 0);
    if (!beside || last.asked || !elsewhereOnly(going, ['op.compare', 'op.change'])) return null;
    marks.use(...marks.all);
    return before.operation === 'lookup' && last.plan.measures.length > 0
      ? { rule: this.name, needs: 'many', plan: { ...before, operation: 'compare', groupBy: null } }
      : { rule: this.name, needs: needsOf(last.plan), plan: before };
  },
};

export const elsewhere: Way = {
  name: 'follow-up',
  make(going) {
    const { hearing, last, before } = going;
    const { marks, applicants } = hearing;
    if (last.asked || !elsewhereOnly(going, [])) return null;
    marks.use(...marks.all);
    return {
      rule: this.name,
      needs: needsOf(last.plan),
      plan: {
        ...(applicants.length > 0 ? withApplicants(before, applicants) : before),
        // "Which of them are in Ningxia?" after a count: they are to be named.
        ...(before.operation === 'count' && asksWhich(marks) ? { operation: 'list' as const } : {}),
      },
    };
  },
};
