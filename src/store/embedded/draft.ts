/** Numbers that a change of the library gives to its terms. Pure, and all of the vocabulary that a worker thread needs. */
import type { Clause, Token } from '../../lexicon/lexicon.ts';

/** Of `numbers`. */
export const perTerm = 3;

/** What clauses that the analyzer remembers were numbered to. */
export type Numbered = WeakMap<readonly Token[], Int32Array>;

/** Begun under the library's lock, after `follow`; written before the lock is given back. */
export class Draft {
  /** The number of the first new term. */
  readonly first: number;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #fresh = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #settled: Numbered;
  readonly #own: Numbered = new WeakMap();

  constructor(first: number, ids: ReadonlyMap<string, number>, settled: Numbered) {
    this.first = first;
    this.#ids = ids;
    this.#settled = settled;
  }

  number(term: string): number {
    const known = this.#ids.get(term) ?? this.#fresh.get(term);
    if (known !== undefined) return known;
    const id = this.first + this.#terms.length;
    this.#terms.push(term);
    this.#fresh.set(term, id);
    return id;
  }

  /** By term of a clause its number, offset and length; clauses that come again are numbered once. */
  numbers({ tokens, kept }: Clause): Int32Array {
    const held = kept ? (this.#settled.get(tokens) ?? this.#own.get(tokens)) : undefined;
    if (held !== undefined) return held;
    const numbers = new Int32Array(tokens.length * perTerm);
    let highest = 0;
    for (let i = 0, at = 0; i < tokens.length; i++) {
      const { term, start, end } = tokens[i]!;
      const id = this.number(term);
      highest = Math.max(highest, id);
      numbers[at++] = id;
      numbers[at++] = start;
      numbers[at++] = end - start;
    }
    if (kept) (highest < this.first ? this.#settled : this.#own).set(tokens, numbers);
    return numbers;
  }

  /** The new terms from the n-th on, in the order of their numbers. */
  terms(from = 0): string[] {
    return this.#terms.slice(from);
  }
}
