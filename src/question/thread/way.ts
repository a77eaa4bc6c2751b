/** A way of going on from the last turn, and what it sees. */

import type { Turn } from '../context.ts';
import type { Draft, Hearing } from '../hearing.ts';

/** What a way of going on sees. */
export interface Going {
  readonly hearing: Hearing;
  /** What the question means by itself; null where it means nothing. */
  readonly own: Draft | null;
  readonly last: Turn;
  /** The last turn's plan, less its scope. */
  readonly before: Draft['plan'];
  /** It begins as one that goes on (那, "and", 其中). */
  readonly follows: boolean;
  /** The last answer listed agencies or reports. */
  readonly listed: boolean;
}

/** A way of going on: a name that a person understands, and what it makes of a question; null where it is none of its kind. */
export interface Way {
  readonly name: string;
  make(going: Going): Draft | null;
}
