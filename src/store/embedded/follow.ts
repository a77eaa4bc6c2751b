/** The index in memory, kept at the library's version: what any process has written is found, and nothing else. */
import { type Kysely, sql } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReportHead } from '../store.ts';
import { cutter, packCut, readCut } from './cuts.ts';
import type { Heads } from './heads.ts';
import { Postings } from './postings.ts';
import { insertMany } from './statement.ts';
import type { Tables } from './tables.ts';
import { lexiconOf, libraryVersion, lock, setMeta } from './version.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The index and the heads of one version: what a question works on from its beginning to its end. */
export interface Followed {
  readonly version: number;
  readonly index: Postings;
  readonly heads: ReadonlyMap<number, ReportHead>;
}

/** Reports whose terms are read, and whose passages are cut again, at a time. */
const readAtOnce = 2000;
const cutAtOnce = 500;

export class Follower {
  readonly #db: Kysely<Tables>;
  readonly #lexicon: Lexicon;
  readonly #library: Heads;
  readonly #vocabulary: Vocabulary;
  #state: Followed;
  /** The last report that the index holds. */
  #last = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<Tables>, lexicon: Lexicon, heads: Heads, vocabulary: Vocabulary) {
    this.#db = db;
    this.#lexicon = lexicon;
    this.#library = heads;
    this.#vocabulary = vocabulary;
    this.#state = this.#empty();
  }

  /** The index at the library's version; questions wait for it one after the other. */
  follow(): Promise<Followed> {
    return this.#inTurn(() => this.#catchUp());
  }

  /** Cuts every passage again and fills the index anew. */
  rebuild(): Promise<Followed> {
    return this.#inTurn(async () => {
      await this.#cutAgain();
      return this.#catchUp();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #empty(): Followed {
    return { version: -1, index: new Postings(this.#vocabulary), heads: new Map() };
  }

  async #catchUp(): Promise<Followed> {
    let { version, heads } = await this.#library.all();
    if (version === this.#state.version) return this.#state;
    // Terms of another lexicon would silently find nothing.
    if (version > 0 && (await lexiconOf(this.#db)) !== this.#lexicon.hash) {
      await this.#cutAgain();
      ({ version, heads } = await this.#library.all());
      if (version === this.#state.version) return this.#state;
    }
    const { index } = this.#state;
    for (const id of this.#state.heads.keys()) if (!heads.has(id)) index.removeReport(id);
    await this.#fill(index, heads);
    this.#state = { version, index, heads };
    return this.#state;
  }

  async #fill(index: Postings, heads: ReadonlyMap<number, ReportHead>): Promise<void> {
    for (let more = true; more; ) {
      const cuts = await this.#db
        .selectFrom('cuts')
        .select(['report_id', 'tokens'])
        .where('report_id', '>', this.#last)
        .orderBy('report_id')
        .limit(readAtOnce)
        .execute();
      more = cuts.length === readAtOnce;
      // After the cuts: the terms of what was just read are all there.
      await this.#vocabulary.follow(this.#db);
      for (const { report_id, tokens } of cuts) {
        // Written after the heads were read: its turn comes with the next version.
        if (!heads.has(report_id)) {
          more = false;
          break;
        }
        for (const passage of readCut(tokens)) index.add(report_id, passage);
        this.#last = report_id;
      }
    }
    index.settle();
  }

  /**
   * Analyses every passage held, a page of reports at a time, in one transaction; the index is filled from what was cut, unless the
   * library has changed just before.
   */
  async #cutAgain(): Promise<void> {
    this.#state = this.#empty();
    this.#last = 0;
    const { version, heads } = await this.#library.all();
    const index = new Postings(this.#vocabulary);
    const cut = cutter(this.#lexicon);
    let last = 0;
    const same = await this.#db.transaction().execute(async (trx) => {
      await lock(trx);
      await setMeta(trx, 'lexicon', this.#lexicon.hash);
      await this.#vocabulary.follow(trx);
      const draft = this.#vocabulary.draft();
      await trx.deleteFrom('cuts').execute();
      const same = (await libraryVersion(trx)) === version;
      for (let more = true; more; ) {
        const reports = await this.#reports(trx, last);
        const cuts = reports.map(({ id, passages, ...owner }) => {
          const numbered = passages.map((passage) => ({ ...passage, cut: cut(passage, owner) }));
          return { report_id: id, ...packCut(numbered, draft) };
        });
        await insertMany(trx, 'cuts', cuts);
        for (const { report_id, tokens } of same ? cuts : [])
          for (const passage of readCut(tokens)) index.add(report_id, passage);
        last = reports.at(-1)?.id ?? last;
        more = reports.length === cutAtOnce;
      }
      await draft.write(trx);
      return same;
    });
    if (same) {
      await this.#vocabulary.follow(this.#db);
      index.settle();
      this.#state = { version, index, heads };
      this.#last = last;
    }
    // A log as long as the library would slow every reader down; where others read just now, it stays until later.
    await sql`pragma wal_checkpoint(passive)`.execute(this.#db);
  }

  /** The next reports after `last` with the texts to be cut. */
  async #reports(trx: Kysely<Tables>, last: number): Promise<Owner[]> {
    const reports = await trx
      .selectFrom('reports')
      .select(['id', 'agency', 'agency_key as key', 'year'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(cutAtOnce)
      .execute();
    const owners = new Map(reports.map((report): [number, Owner] => [report.id, { ...report, passages: [] }]));
    const rows = await trx
      .selectFrom('passages')
      .select(['id as row', 'report_id', 'section', 'title', 'text'])
      .where('report_id', '>', last)
      .where('report_id', '<=', reports.at(-1)?.id ?? last)
      .orderBy('report_id')
      .orderBy('id')
      .execute();
    for (const row of rows) owners.get(row.report_id)?.passages.push(row);
    return [...owners.values()];
  }
}

interface Owner {
  readonly id: number;
  readonly agency: string | null;
  readonly key: string | null;
  readonly year: number | null;
  readonly passages: { row: number; section: number | null; title: string; text: string }[];
}
