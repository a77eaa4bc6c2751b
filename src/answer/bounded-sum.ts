/** A bound on a sum that unknown figures may still raise. */
import type { Condition } from '../question/plan.ts';
import { compares } from './conditions.ts';
import type { Desk } from './desk.ts';
import { reason } from './reasons.ts';
import { type Series, seriesOf } from './series.ts';

/** A condition that a sum can meet. */
export type Bound = Extract<Condition, { value: number }>;

/** Whether the sum meets it; null where what is lacking could tip it: what is more already can only grow. `whole`: nothing is lacking. */
export function meetsBy(sum: number, whole: boolean, condition: Bound): boolean | null {
  const so = compares(sum, condition);
  const grows = condition.comparison === 'gt' || condition.comparison === 'ge';
  const exceeded =
    condition.comparison === 'lt' ||
    condition.comparison === 'le' ||
    (condition.comparison === 'eq' && sum > condition.value);
  return whole || (grows && so) || (exceeded && !so) ? so : null;
}

/** The cells of the condition as one series over the reports; null where they cannot be added. */
export async function seriesBounded(desk: Desk, condition: Bound, heads = desk.heads): Promise<Series | null> {
  const measures = [condition, ...(condition.plus ?? [])].map(({ measure, applicant }) => ({
    measure,
    applicant: applicant ?? null,
  }));
  const [only, ...more] = await seriesOf({ ...desk, plan: { ...desk.plan, measures, combine: 'sum' } }, heads);
  return only === undefined || more.length > 0 || only.known.length === 0 ? null : only;
}

export const notAdded = reason(
  'notAdded',
  '这些数字不能相加（两种格式口径不同，或者都没有确定的数）。',
  'These figures cannot be added: the two forms count otherwise, or none is known for certain.',
);
