/** By whom: the kinds of applicants. */
import type { Hearing } from '../hearing.ts';
import { fires, sense } from '../marks.ts';
import { organizations } from './measures.ts';

/** Kinds of applicants that the question names, or all of them for "by kind of applicant". */
export function applicantsIn(hearing: Pick<Hearing, 'marks'>): string[] {
  const { marks } = hearing;
  const by = marks.firing('by.applicant');
  const named = marks
    .with('applicant')
    .filter(
      ({ mark, sense: { id } }) =>
        id !== 'total' && !fires(mark, 'unit.text') && !sense(mark, 'measure') && !sense(mark, 'department'),
    );
  if (by.length > 0) {
    marks.use(...by, ...named.map(({ mark }) => mark));
    return named.length > 0
      ? [...new Set(named.map(({ sense: { id } }) => id))]
      : ['natural', ...organizations, 'total'];
  }
  return [...new Set(named.map(({ sense: { id } }) => id))];
}
