/** A piece of the question that its shape tells. */
import type { Sense } from '../../marks.ts';

export interface Shape {
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
}
