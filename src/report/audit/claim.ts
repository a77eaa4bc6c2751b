/** What the text claims of applications, reviews and lawsuits, as the rules compare it. */
import type { ClaimKind } from './claim-kinds.ts';
import type { Passage } from './passage.ts';

export interface Claim {
  /** Several: the figure is of all of them together (予以公开及部分公开258件). */
  readonly kinds: readonly ClaimKind[];
  readonly value: number;
  readonly approximate: boolean;
  /** The clause is read to its last word by `grammar.ts`: what contradicts it is an error. */
  readonly sure: boolean;
  /** No word is left that narrows it, as far as words are known: what contradicts it is worth a look. */
  readonly plain: boolean;
  /** False: of a part only (网络申请), which can be smaller than the whole, never larger. */
  readonly whole: boolean;
  readonly passage: Passage;
  /** Folded offsets in the passage: the clause, and the figure or negation. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
}
