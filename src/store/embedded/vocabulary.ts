/**
 * The terms of the library by number, in memory as they stand in the database. A number is given once and never again to another
 * term, so that what was written with it holds for every process.
 */
import type { Kysely } from 'kysely';
import { Edges } from '../../text/edges.ts';
import { Draft, type Numbered } from './draft.ts';
import { insertAll, run } from './statement.ts';
import type { Tables } from './tables.ts';

/** Rows that one statement writes. */
const writtenAtOnce = 10_000;

export class Vocabulary {
  readonly #terms: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly edges = new Edges(() => this.#terms);
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

  /** Writes the new terms, under the lock under which they were numbered. */
  async write(trx: Kysely<Tables>, draft: Draft): Promise<void> {
    const rows = draft.terms().map((term, i) => ({ id: draft.first + i, term }));
    for (let at = 0; at < rows.length; at += writtenAtOnce)
      await insertAll(trx, 'terms', rows.slice(at, at + writtenAtOnce));
  }
}
