/** A look at the last answers themselves: what a question that asks about them makes of their plans. */
import type { Bilingual } from '../../report/report.ts';
import type { Turn } from '../context.ts';
import type { Hearing } from '../hearing.ts';
import type { Plan } from '../plan.ts';

/** Understood, and not to be answered: why. */
export interface Refused {
  readonly code: string;
  readonly text: Bilingual;
}

/** `turns`: the answered ones, the last first. Null where the question is none of its kind. */
export interface Look {
  readonly name: string;
  make(hearing: Hearing, turns: readonly Turn[]): Plan | Refused | null;
}

export const refuses = (found: Plan | Refused): found is Refused => 'code' in found;

/** The plan of a turn, going on: what it assumed is said no more, where it came from is. */
export const since = ({ plan, question, back }: Turn): Plan => ({
  ...plan,
  show: 'answer',
  export: null,
  window: null,
  assumptions: [
    { slot: 'question', value: back ? (restored(plan) ?? question) : question, origin: 'inherited', alternative: null },
  ],
});

/** The question of the answer that a turn only brought back. */
const restored = ({ assumptions }: Plan): string | undefined =>
  assumptions.find(({ slot }) => slot === 'question')?.value;
