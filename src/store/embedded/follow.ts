/** The index in memory, kept at the library's version: what any process has written is found, and nothing else. */
import type { Kysely } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Progress, ReportHead } from '../store.ts';
import { build } from './build/build.ts';
import { readCut, tokensIn } from './cuts.ts';
import type { Heads } from './heads.ts';
import { Postings } from './postings.ts';
import { run } from './statement.ts';
import type { Tables } from './tables.ts';
import { lexiconOf } from './version.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The index and the heads of one version: what a question works on from its beginning to its end. */
export interface Followed {
  readonly version: number;
  readonly index: Postings;
  readonly heads: ReadonlyMap<number, ReportHead>;
}

/** Reports whose terms are read at a time. */
const readAtOnce = 2000;
const size = 'select (select count(*) from passages) as passages, (select sum(length(tokens)) from cuts) as bytes';

export class Follower {
  readonly #db: Kysely<Tables>;
  readonly #lexicon: Lexicon;
  readonly #library: Heads;
  readonly #vocabulary: Vocabulary;
  readonly #threads: number | undefined;
  #state: Followed;
  /** The last report that the index holds. */
  #last = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** `threads`: worker threads that help to cut everything again; see `build`. */
  constructor(db: Kysely<Tables>, lexicon: Lexicon, heads: Heads, vocabulary: Vocabulary, threads?: number) {
    this.#db = db;
    this.#threads = threads;
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
  rebuild(progress?: Progress): Promise<Followed> {
    return this.#inTurn(async () => {
      await this.#cutAgain(progress);
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
    const index = this.#state.index.capacity === 0 ? await this.#roomy() : this.#state.index;
    for (const id of this.#state.heads.keys()) if (!heads.has(id)) index.removeReport(id);
    await this.#fill(index, heads);
    this.#state = { version, index, heads };
    return this.#state;
  }

  /** An index with room for what the library holds: a guess where it is cut anew. */
  async #roomy(): Promise<Postings> {
    const index = new Postings(this.#vocabulary);
    const [held] = await run<{ passages: number; bytes: number | null }>(this.#db, size);
    if (held?.bytes) index.expect(held.passages, tokensIn(held.bytes, held.passages));
    return index;
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

  /** Cuts every passage held; the index is filled from what was cut, unless the library has changed just before. */
  async #cutAgain(progress?: Progress): Promise<void> {
    this.#state = this.#empty();
    this.#last = 0;
    const { version, heads } = await this.#library.all();
    const index = await this.#roomy();
    const library = { db: this.#db, lexicon: this.#lexicon, vocabulary: this.#vocabulary };
    const { same, last } = await build(library, version, heads.size, index, this.#threads, progress);
    if (!same) return;
    await this.#vocabulary.follow(this.#db);
    index.settle();
    this.#state = { version, index, heads };
    this.#last = last;
  }
}
