/** By whom: the kinds of applicants. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import { organizations } from './measures.ts';

/** Kinds of applicants that the question names, or all of them for "by kind of applicant". */
export function applicantsIn(hearing: Pick<Hearing, 'marks'>): string[] {
  const { marks } = hearing;
  const by = marks.firing('by.applicant');
  const named = marks
    .with('applicant')
    .filter(
      ({ mark, sense: { id } }) =>
        id !== 'total' && !fires(mark, 'unit.text') && !sense(mark, 'measure') && !isBody(mark, marks),
    );
  if (by.length > 0) {
    marks.use(...by, ...named.map(({ mark }) => mark));
    return named.length > 0
      ? [...new Set(named.map(({ sense: { id } }) => id))]
      : ['natural', ...organizations, 'total'];
  }
  return [...new Set(named.map(({ sense: { id } }) => id))];
}

/** A word for a department, unless it also names applicants and another department is asked about: 盐池科技局收到大学的申请. */
export const isBody = (mark: Mark, marks: Marks): boolean =>
  sense(mark, 'department') !== undefined &&
  !(
    sense(mark, 'applicant') !== undefined &&
    marks.all.some(
      (each) =>
        sense(each, 'agency') !== undefined ||
        (sense(each, 'department') !== undefined && sense(each, 'applicant') === undefined),
    )
  );
