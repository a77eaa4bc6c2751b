/** average: the mean or the median of a figure, or of a rate, over the reports whose figure is known. */
import { meanOf, medianOf } from '../aggregate.ts';
import type { Answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { dividing } from '../rates.ts';
import { averageRate } from './rate.ts';
import { statements } from './statements.ts';
import { aggregate } from './sum.ts';

export function average(desk: Desk): Promise<Answer> {
  if (desk.plan.statement !== null) return statements(desk);
  return !dividing(desk.plan) ? aggregate(desk, desk.plan.middle === 'median' ? medianOf : meanOf) : averageRate(desk);
}
