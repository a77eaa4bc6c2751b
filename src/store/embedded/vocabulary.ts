/**
 * The terms of the library by number, in memory as they stand in the database. A number is given once and never again to another
 * term, so that what was written with it holds for every process.
 */
import type { Kysely } from 'kysely';
import type { Clause, Token } from '../../lexicon/lexicon.ts';
import { insertAll, run } from './statement.ts';
import type { Tables } from './tables.ts';

/** Rows that one statement writes. */
const writtenAtOnce = 10_000;

export class Vocabulary {
  readonly #terms: string[] = [];
  readonly #ids = new Map<string, number>();
  /** Clauses that the analyzer remembers, by number. */
  readonly #clauses: Numbered = new WeakMap();

  /** All terms ever indexed, by number. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** The number of a term, or -1. */
  id(term: string): number {
    return this.#ids.get(term) ?? -1;
  }

  /** Adds the terms that were written since. */
  async follow(db: Kysely<Tables>): Promise<void> {
    const rows = await run<{ term: string }>(
      db,
      'select term from terms where id >= ? order by id',
      this.#terms.length,
    );
    for (const { term } of rows) this.#ids.set(term, this.#terms.push(term) - 1);
  }

  /** Numbers for a change of the library: those of new terms count once they are written, and are read back by `follow`. */
  draft(): Draft {
    return new Draft(this.#terms.length, this.#ids, this.#clauses);
  }
}

/** Of `numbers`. */
export const perTerm = 3;

type Numbered = WeakMap<readonly Token[], Int32Array>;

/** Begun under the library's lock, after `follow`; written before the lock is given back. */
export class Draft {
  readonly #first: number;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #fresh = new Map<string, number>();
  readonly #settled: Numbered;
  readonly #own: Numbered = new WeakMap();

  constructor(first: number, ids: ReadonlyMap<string, number>, settled: Numbered) {
    this.#first = first;
    this.#ids = ids;
    this.#settled = settled;
  }

  number(term: string): number {
    const known = this.#ids.get(term) ?? this.#fresh.get(term);
    if (known !== undefined) return known;
    const id = this.#first + this.#fresh.size;
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
    if (kept) (highest < this.#first ? this.#settled : this.#own).set(tokens, numbers);
    return numbers;
  }

  async write(trx: Kysely<Tables>): Promise<void> {
    const rows = [...this.#fresh].map(([term, id]) => ({ id, term }));
    for (let at = 0; at < rows.length; at += writtenAtOnce)
      await insertAll(trx, 'terms', rows.slice(at, at + writtenAtOnce));
  }
}
