/** The index in memory, kept at the library's version: what any process has written is found, and nothing else. */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReportHead } from '../store.ts';
import type { Heads } from './heads.ts';
import { Postings } from './postings.ts';
import type { Tables } from './tables.ts';
import { readTerms, termWriter } from './terms.ts';
import { lexiconOf, setMeta } from './version.ts';

/** The index and the heads of one version: what a question works on from its beginning to its end. */
export interface Followed {
  readonly version: number;
  readonly index: Postings;
  readonly heads: ReadonlyMap<number, ReportHead>;
}

/** Passages that are read, and that are cut again, at a time. */
const readAtOnce = 5000;
const cutAtOnce = 500;
/** Made once: building it for each passage takes longer than running it. */
const rewrite = 'update passages set terms = ?, offsets = ? where id = ?';

export class Follower {
  readonly #db: Kysely<Tables>;
  readonly #lexicon: Lexicon;
  readonly #library: Heads;
  #state: Followed = { version: -1, index: new Postings(), heads: new Map() };
  /** The last passage that the index holds. */
  #last = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<Tables>, lexicon: Lexicon, heads: Heads) {
    this.#db = db;
    this.#lexicon = lexicon;
    this.#library = heads;
  }

  /** The index at the library's version; questions wait for it one after the other. */
  follow(): Promise<Followed> {
    return this.#inTurn(() => this.#catchUp());
  }

  /** Cuts every passage again and fills the index anew. */
  rebuild(): Promise<Followed> {
    return this.#inTurn(async () => {
      await this.#cutAgain();
      this.#forget();
      return this.#catchUp();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #forget(): void {
    this.#state = { version: -1, index: new Postings(), heads: new Map() };
    this.#last = 0;
  }

  async #catchUp(): Promise<Followed> {
    const { version, heads } = await this.#library.all();
    if (version === this.#state.version) return this.#state;
    // Terms of another lexicon would silently find nothing.
    if (version > 0 && (await lexiconOf(this.#db)) !== this.#lexicon.hash) {
      await this.#cutAgain();
      this.#forget();
    }
    const { index } = this.#state;
    for (const id of this.#state.heads.keys()) if (!heads.has(id)) index.removeReport(id);
    await this.#fill(index, heads);
    this.#state = { version, index, heads };
    return this.#state;
  }

  async #fill(index: Postings, heads: ReadonlyMap<number, ReportHead>): Promise<void> {
    for (let more = true; more; ) {
      const passages = await this.#db
        .selectFrom('passages')
        .select(['id', 'report_id', 'section', 'terms'])
        .where('id', '>', this.#last)
        .orderBy('id')
        .limit(readAtOnce)
        .execute();
      more = passages.length === readAtOnce;
      for (const { id, report_id, section, terms } of passages) {
        // Written after the heads were read: its turn comes with the next version.
        if (!heads.has(report_id)) {
          more = false;
          break;
        }
        index.add({ row: id, report: report_id, section: section ?? 0, ...readTerms(terms) });
        this.#last = id;
      }
    }
    index.settle();
  }

  /** Analyses every passage held, a page at a time, in one transaction. */
  async #cutAgain(): Promise<void> {
    const write = termWriter(this.#lexicon);
    await this.#db.transaction().execute(async (trx) => {
      await setMeta(trx, 'lexicon', this.#lexicon.hash);
      for (let last = 0, more = true; more; ) {
        const rows = await trx
          .selectFrom('passages as p')
          .innerJoin('reports as r', 'r.id', 'p.report_id')
          .select(['p.id', 'p.text', 'p.title', 'r.agency', 'r.agency_key as key', 'r.year'])
          .where('p.id', '>', last)
          .orderBy('p.id')
          .limit(cutAtOnce)
          .execute();
        for (const row of rows) {
          const { terms, offsets } = write(row, row);
          await trx.executeQuery(CompiledQuery.raw(rewrite, [terms, offsets, row.id]));
        }
        last = rows.at(-1)?.id ?? last;
        more = rows.length === cutAtOnce;
      }
    });
    // A log as long as the library would slow every reader down; where others read just now, it stays until later.
    await sql`pragma wal_checkpoint(passive)`.execute(this.#db);
  }
}
