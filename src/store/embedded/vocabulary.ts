/**
 * The terms of the library by number, in memory as they stand in the database. A number is given once and never again to another
 * term, so that what was written with it holds for every process.
 */
import type { Kysely } from 'kysely';
import { insertAll } from './insert.ts';
import type { Tables } from './tables.ts';

/** Rows that one statement writes. */
const writtenAtOnce = 10_000;

export class Vocabulary {
  readonly #terms: string[] = [];
  readonly #ids = new Map<string, number>();

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
    const rows = await db
      .selectFrom('terms')
      .select('term')
      .where('id', '>=', this.#terms.length)
      .orderBy('id')
      .execute();
    for (const { term } of rows) this.#ids.set(term, this.#terms.push(term) - 1);
  }

  /** Numbers for a change of the library: those of new terms count once they are written, and are read back by `follow`. */
  draft(): Draft {
    const fresh = new Map<string, number>();
    const first = this.#terms.length;
    return {
      number: (term) => {
        const known = this.#ids.get(term) ?? fresh.get(term);
        if (known !== undefined) return known;
        const id = first + fresh.size;
        fresh.set(term, id);
        return id;
      },
      async write(trx) {
        const rows = [...fresh].map(([term, id]) => ({ id, term }));
        for (let at = 0; at < rows.length; at += writtenAtOnce)
          await insertAll(trx, 'terms', rows.slice(at, at + writtenAtOnce));
      },
    };
  }
}

/** Begun under the library's lock, after `follow`; written before the lock is given back. */
export interface Draft {
  number(term: string): number;
  write(trx: Kysely<Tables>): Promise<void>;
}
