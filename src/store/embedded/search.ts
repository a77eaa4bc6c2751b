/** Search over the library: the index follows the tables by the library's version, so that both always agree. */
import type { Kysely } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { fold } from '../../text/normalize.ts';
import { lineAt } from '../lines.ts';
import { matches } from '../matches.ts';
import { nearWords } from '../near.ts';
import { type ParsedQuery, parseQuery } from '../query.ts';
import { type Marked, snippetOf } from '../snippet.ts';
import type { ReportHead, SearchHit, SearchQuery, SearchResult } from '../store.ts';
import { oneOf } from './filter.ts';
import { type Found, find, folded, weigh } from './find.ts';
import type { Heads } from './heads.ts';
import { Postings } from './postings.ts';
import type { Tables } from './tables.ts';
import { readOffsets, readTerms, termWriter } from './terms.ts';
import { lexiconOf, setMeta } from './version.ts';

type Db = Kysely<Tables>;

const nothing: SearchResult = { terms: [], absent: [], near: [], total: 0, hits: [] };
/** What a word counts that only comes near to what was typed. */
const guess = 0.4;
/** Rows that are read at a time. */
const page = 5000;

export class Search {
  readonly #db: Db;
  readonly #lexicon: Lexicon;
  #index = new Postings();
  readonly #library: Heads;
  #heads: ReadonlyMap<number, ReportHead> = new Map();
  #version = -1;
  #last = 0;
  #lastFilter: { key: string; reports: Uint8Array } = { key: '', reports: new Uint8Array() };
  #turn: Promise<void> = Promise.resolve();

  constructor(db: Db, lexicon: Lexicon, heads: Heads) {
    this.#db = db;
    this.#library = heads;
    this.#lexicon = lexicon;
  }

  /** Passages that can be found. */
  async size(): Promise<number> {
    await this.#follow();
    return this.#index.size;
  }

  /** Cuts every passage again and loads the index anew. */
  async rebuild(): Promise<number> {
    await this.#cutAgain();
    this.#index = new Postings();
    this.#heads = new Map();
    this.#version = -1;
    this.#last = 0;
    return this.size();
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const parsed = parseQuery(query.text.slice(0, 2000));
    if (parsed.words === '') return nothing;
    await this.#follow();
    const tokens = this.#lexicon.expand(parsed.words);
    const terms = [...new Set(tokens.map(({ term }) => term))];
    const asked = [...new Set(tokens.filter(({ part }) => !part).map(({ term }) => term))];
    const near = this.#near(asked);
    const guesses = near.flatMap(({ words }) => words).filter((word) => !terms.includes(word));
    const weighed = weigh(this.#index, [
      ...terms.map((term) => ({ term, weight: 1 })),
      ...guesses.map((term) => ({ term, weight: guess })),
    ]);
    const phrases = parsed.phrases.map((phrase) => ({
      typed: phrase,
      folded: tight(phrase),
      terms: new Set(this.#lexicon.expand(phrase).map(({ term }) => term)),
    }));
    const key =
      phrases.length === 0
        ? weighed.terms
        : weighed.terms.filter(({ term }) => phrases.some((phrase) => phrase.terms.has(term)));
    const texts = phrases.length === 0 ? undefined : await this.#candidates(key, query, parsed, phrases);
    const { best, total } = find(this.#index, weighed.terms, key, this.#allowed(query, parsed), texts);
    const kept = folded(this.#index, best, query.limit);
    const hits = await this.#hits(kept, new Map(weighed.terms.map(({ term, idf }) => [term, idf])));
    const spellings = hits.flatMap(({ snippet, highlights }) =>
      highlights.map(([start, end]) => snippet.slice(start, end)),
    );
    const nowhere = new Set(weighed.absent);
    return {
      terms: [...new Set([...asked, ...spellings])],
      absent: asked.filter((term) => nowhere.has(term)),
      near,
      total,
      hits,
    };
  }

  /** What might be meant by words that occur nowhere. */
  #near(asked: readonly string[]): { term: string; words: string[] }[] {
    const index = this.#index;
    return asked
      .filter((term) => index.id(term) < 0 || index.frequency(index.id(term)) === 0)
      .slice(0, 5)
      .map((term) => ({ term, words: nearWords(term, index.vocabulary, (id) => index.frequency(id)) }))
      .filter(({ words }) => words.length > 0);
  }

  /** Reads the texts of candidates once, for a check that must look at characters. */
  async #candidates(
    key: ReturnType<typeof weigh>['terms'],
    query: SearchQuery,
    parsed: ParsedQuery,
    phrases: readonly { typed: string; folded: string }[],
  ) {
    const rows = new Map<number, number>();
    find(this.#index, key, key, this.#allowed(query, parsed), (passages) => {
      for (const passage of passages) rows.set(this.#index.row(passage), passage);
      return [];
    });
    const holding = new Set<number>();
    const wanted = [...rows.keys()];
    for (let at = 0; at < wanted.length; at += page) {
      const read = await this.#db
        .selectFrom('passages')
        .select(['id', 'text'])
        .where(oneOf('id', wanted.slice(at, at + page)))
        .execute();
      for (const { id, text } of read) {
        // Folding takes long: most texts hold the phrase as typed.
        const folding = phrases.every(({ typed }) => text.includes(typed)) ? null : tight(text);
        if (folding === null || phrases.every((phrase) => folding.includes(phrase.folded))) holding.add(rows.get(id)!);
      }
    }
    return (passages: readonly number[]) => passages.filter((passage) => holding.has(passage));
  }

  /** The query's restrictions as a check of one passage: exact, on the reports' heads. */
  #allowed(query: SearchQuery, parsed: ParsedQuery): (passage: number) => boolean {
    const reports = this.#reports(query, parsed);
    const index = this.#index;
    const sections = new Set([...(query.sections ?? [])]);
    const also = new Set(parsed.sections);
    return (passage) => {
      const report = index.report(passage);
      if (report < 0 || reports[report] !== 1) return false;
      if (sections.size + also.size === 0) return true;
      const section = index.section(passage);
      return (sections.size === 0 || sections.has(section)) && (also.size === 0 || also.has(section));
    };
  }

  /** By the number of a report, 1 where it may be searched. */
  #reports({ text: _, sections: __, limit: ___, ...filter }: SearchQuery, parsed: ParsedQuery): Uint8Array {
    const plain = parsed.agencies.length === 0 && parsed.years.length === 0;
    const key = plain ? JSON.stringify(filter) : null;
    if (key !== null && key === this.#lastFilter.key) return this.#lastFilter.reports;
    const passes = matches(filter);
    const hinted = this.#hinted(parsed);
    let highest = 0;
    for (const id of this.#heads.keys()) highest = Math.max(highest, id);
    const reports = new Uint8Array(highest + 1);
    for (const [id, head] of this.#heads) if (passes(head) && hinted(head)) reports[id] = 1;
    // Most questions of a moment restrict alike, or not at all.
    if (key !== null) this.#lastFilter = { key, reports };
    return reports;
  }

  #hinted({ agencies, years }: ParsedQuery): (head: ReportHead) => boolean {
    const named = agencies.map((name) => {
      const { key } = this.#lexicon.agency(name);
      const exact = [...this.#heads.values()].some(({ agencyKey }) => agencyKey === key);
      const plain = tight(name);
      const places = this.#lexicon.divisionsIn(name).flatMap(({ divisions }) => divisions.map(({ zh }) => zh));
      return (head: ReportHead) => {
        if (exact) return head.agencyKey === key;
        if (tight(head.agency ?? '').includes(plain) || (head.agencyKey ?? '').includes(plain)) return true;
        const { province, city, county } = head.region;
        return places.some((place) => place === province || place === city || place === county);
      };
    });
    return (head) =>
      (named.length === 0 || named.some((fits) => fits(head))) &&
      (years.length === 0 || (head.year !== null && years.includes(head.year)));
  }

  async #hits(
    found: readonly (Found & { similar: number })[],
    weights: ReadonlyMap<string, number>,
  ): Promise<SearchHit[]> {
    if (found.length === 0) return [];
    const rows = await this.#db
      .selectFrom('passages')
      .selectAll()
      .where(
        oneOf(
          'id',
          found.map(({ passage }) => this.#index.row(passage)),
        ),
      )
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    const hits: SearchHit[] = [];
    for (const { passage, score, similar } of found) {
      const row = byId.get(this.#index.row(passage));
      const head = row && this.#heads.get(row.report_id);
      if (!row || !head) continue;
      const marks = readOffsets(row).flatMap((token): Marked[] =>
        weights.has(token.term) ? [{ ...token, weight: weights.get(token.term)! }] : [],
      );
      const { text: snippet, start, highlights } = snippetOf(row.text, marks);
      hits.push({
        report: head.report,
        agency: head.agency,
        year: head.year,
        section: row.section,
        line: lineAt(JSON.parse(row.line_starts) as number[], start + (highlights[0]?.[0] ?? 0)),
        page: row.page,
        score: Math.round(score * 1e4) / 1e4,
        snippet,
        highlights,
        text: row.text,
        similar,
      });
    }
    return hits;
  }

  /** Brings the index up to the library's version; questions wait for it, one after the other. */
  #follow(): Promise<void> {
    const turn = this.#turn.then(() => this.#catchUp());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #catchUp(): Promise<void> {
    const { version, heads } = await this.#library.all();
    if (version === this.#version) return;
    const built = await lexiconOf(this.#db);
    // Terms of another lexicon would silently find nothing.
    if (version > 0 && built !== this.#lexicon.hash) {
      await this.#cutAgain();
      this.#index = new Postings();
      this.#last = 0;
    }
    for (const id of this.#heads.keys()) if (!heads.has(id)) this.#index.removeReport(id);
    this.#heads = heads;
    this.#lastFilter = { key: '', reports: new Uint8Array() };
    for (;;) {
      const passages = await this.#db
        .selectFrom('passages')
        .select(['id', 'report_id', 'section', 'terms'])
        .where('id', '>', this.#last)
        .orderBy('id')
        .limit(page)
        .execute();
      for (const { id, report_id, section, terms } of passages) {
        if (heads.has(report_id))
          this.#index.add({ row: id, report: report_id, section: section ?? 0, ...readTerms(terms) });
        this.#last = id;
      }
      if (passages.length < page) break;
    }
    this.#index.settle();
    this.#version = version;
  }

  /** Analyses every passage held, a page at a time. */
  async #cutAgain(): Promise<void> {
    const write = termWriter(this.#lexicon);
    await this.#db.transaction().execute(async (trx) => {
      await setMeta(trx, 'lexicon', this.#lexicon.hash);
      for (let last = 0; ; ) {
        const rows = await trx
          .selectFrom('passages')
          .innerJoin('reports', 'reports.id', 'passages.report_id')
          .select([
            'passages.id',
            'passages.text',
            'passages.title',
            'reports.agency',
            'reports.agency_key as key',
            'reports.year',
          ])
          .where('passages.id', '>', last)
          .orderBy('passages.id')
          .limit(500)
          .execute();
        for (const row of rows) {
          await trx.updateTable('passages').set(write(row, row)).where('id', '=', row.id).execute();
          last = row.id;
        }
        if (rows.length < 500) break;
      }
    });
  }
}

/** Folded and without white space: phrases match over line breaks, widths and traditional characters. */
const tight = (text: string) => fold(text).toLowerCase();
