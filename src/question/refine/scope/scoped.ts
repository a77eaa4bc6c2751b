/** What settling a scope comes to: the reports meant, or a question back. */
import type { Draft } from '../../hearing.ts';
import type { Plan } from '../../plan.ts';
import type { Choice } from '../../reading.ts';

export type Assumption = Plan['assumptions'][number];

export type Scoped =
  | {
      readonly status: 'scope';
      readonly scope: Plan['scope'];
      readonly plan: Draft['plan'];
      readonly assumptions: readonly Assumption[];
    }
  | { readonly status: 'clarify'; readonly choices: readonly Choice[]; readonly why: string };
