/** Elsewhere: the last question again, of another agency, place, year or kind of applicant ("and Pengyang?"), or beside it. */
import { asksWhich, unused } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { adds } from './added.ts';
import { withApplicants } from './replaced.ts';
import { needsOf } from './turn.ts';
import type { Going, Way } from './way.ts';

/** Something that the question is about now is named, and nothing but it is said. */
function elsewhereOnly({ hearing, follows, last }: Going, also: readonly string[]): boolean {
  const { marks, bodies, excluded, when, applicants } = hearing;
  const named = bodies.length > 0 || excluded.length > 0 || when.mode !== 'open' || applicants.length > 0;
  if (!follows && !named) return false;
  // 加上中卫的一起算: what is to be added stands beside what was spoken of, not in its place.
  if (bodies.length + excluded.length > 0 && adds(hearing)) return false;
  // "How many are in Zhejiang" after a ranking: of those, and no ranking of others.
  if (['list', 'rank'].includes(last.plan.operation) && marks.has('count', 'ask.quantity')) return false;
  // 这三年合计: added up, and not only another year.
  if (marks.has('op.sum', 'op.average')) return false;
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
    // Of a sum over two years nothing is compared.
    if (['sum', 'average', 'count'].includes(last.plan.operation) && bodies.length === 0) return null;
    // 和盐池比差多少 after a ranking or a list: with which of those is not said.
    if (['rank', 'list', 'count'].includes(last.plan.operation) && last.plan.scope.agencies.length === 0) return null;
    if (!beside || last.asked || !elsewhereOnly(going, ['op.compare', 'op.change'])) return null;
    // 比彭阳少多少 after the posts of a body: figures of the text are set side by side as well; of several kinds they are not.
    const { statement } = last.plan;
    const told = statement !== null && statement.whole === null && statement.parts.length === 0;
    if (statement !== null && !told) return null;
    marks.use(...marks.all);
    return before.operation === 'lookup' && (told || last.plan.measures.length > 0)
      ? { rule: this.name, needs: 'many', plan: { ...before, operation: 'compare', groupBy: null } }
      : { rule: this.name, needs: needsOf(last.plan), plan: before };
  },
};

/** Years side by side: a course, or of one agency the year that was most. */
const courses = ({ operation, scope, rate, share }: Plan): boolean =>
  rate === null && share === null && (operation === 'trend' || (operation === 'rank' && scope.agencies.length === 1));

export const elsewhere: Way = {
  name: 'follow-up',
  make(going) {
    const { hearing, last, before } = going;
    const { marks, applicants } = hearing;
    // "The same rate for Xingqing".
    const rated = last.plan.rate !== null || last.plan.share !== null;
    // "And what does Xingqing say", 兴庆是怎么写的: of a section.
    const written = last.plan.operation === 'section' ? ['section.how'] : [];
    if (last.asked || !elsewhereOnly(going, [...(rated ? ['op.rate'] : []), ...written, 'definition.apart']))
      return null;
    marks.use(...marks.all);
    return {
      rule: this.name,
      needs: needsOf(last.plan),
      plan: {
        ...(applicants.length > 0 ? withApplicants(before, applicants) : before),
        // 2020年呢 after all years of an agency: of one year there is no course.
        ...(courses(last.plan) && hearing.when.mode === 'given' && hearing.when.years.length === 1
          ? { operation: last.plan.scope.agencies.length === 1 ? ('lookup' as const) : ('sum' as const), order: null }
          : {}),
        // "Which of them are in Ningxia?" after a count: they are to be named.
        ...(before.operation === 'count' && asksWhich(marks) ? { operation: 'list' as const } : {}),
      },
    };
  },
};
