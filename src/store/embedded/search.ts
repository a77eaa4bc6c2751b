/** Search over the library: a query in, ranked passages with snippets out. */
import type { Kysely } from 'kysely';
import { foldText } from '../../lexicon/fold.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { absentWords } from '../absent.ts';
import { lineAt } from '../lines.ts';
import { nearWords } from '../near.ts';
import { type ParsedQuery, parseQuery } from '../query.ts';
import { literal, local } from '../rank.ts';
import { type Marked, snippetOf } from '../snippet.ts';
import type { ReportHead, SearchHit, SearchQuery, SearchResult } from '../store.ts';
import { type Allowed, Restrictions, tight } from './allowed.ts';
import { readMarks } from './cuts.ts';
import { beyond, part, required } from './every.ts';
import { oneOf } from './filter.ts';
import { type Found, type FoundPassages, find, folded, type Weighed, weigh } from './find.ts';
import { type Followed, Follower } from './follow.ts';
import type { Heads } from './heads.ts';
import type { Postings } from './postings.ts';
import type { Tables } from './tables.ts';
import type { Vocabulary } from './vocabulary.ts';

const nothing: SearchResult = { terms: [], absent: [], near: [], total: 0, hits: [] };
/** Longest text that is searched for, in UTF-16 units. */
const longest = 2000;
/** What a word counts that only comes near to what was typed, and for how many words such are looked for. */
const guess = 0.4;
const guessed = 3;
/** Of the best passages so many are compared with what was typed, by pieces of so many characters. */
const reread = 50;
const shortestPiece = 4;
const han = /[\u2e80-\u9fff]/;
/** Texts that are read at a time. */
const readAtOnce = 5000;

interface Phrase {
  readonly typed: string;
  readonly folded: string;
  readonly terms: ReadonlySet<string>;
}

export class Search {
  readonly #db: Kysely<Tables>;
  readonly #lexicon: Lexicon;
  readonly #follower: Follower;
  readonly #restrictions: Restrictions;

  constructor(db: Kysely<Tables>, lexicon: Lexicon, heads: Heads, vocabulary: Vocabulary) {
    this.#db = db;
    this.#lexicon = lexicon;
    this.#follower = new Follower(db, lexicon, heads, vocabulary);
    this.#restrictions = new Restrictions(lexicon);
  }

  /** Passages that can be found. */
  async size(): Promise<number> {
    return (await this.#follower.follow()).index.size;
  }

  /** Cuts every passage again and fills the index anew; gives the number of passages. */
  async rebuild(): Promise<number> {
    return (await this.#follower.rebuild()).index.size;
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const parsed = parseQuery(query.text.slice(0, longest));
    if (parsed.words === '') return nothing;
    const followed = await this.#follower.follow();
    const { index } = followed;
    const tokens = this.#lexicon.expand(parsed.words);
    const held = (term: string) => index.id(term) >= 0 && index.frequency(index.id(term)) > 0;
    const missing = absentWords(tokens, held, foldText(parsed.words, { keepLength: true }));
    const absent = [...new Set(missing.map(({ word }) => word))];
    const pieces = new Set(missing.filter(({ pieces }) => pieces.length > 1).flatMap((each) => each.pieces));
    const terms = [...new Set(tokens.map(({ term }) => term))].filter((term) => !pieces.has(term));
    const asked = [...new Set(tokens.flatMap(({ term, part }) => (part || pieces.has(term) ? [] : term)))];
    const near = missing.slice(0, guessed).flatMap(({ word, around }) => {
      const words = nearest(around, index);
      return words.length === 0 ? [] : { term: word, words };
    });
    const guesses = near.flatMap(({ words }) => words).filter((word) => !terms.includes(word));
    const weighed = weigh(index, [
      ...terms.map((term) => ({ term, weight: 1 })),
      ...guesses.map((term) => ({ term, weight: guess })),
    ]);
    const allowed = this.#restrictions.allowed(query, parsed, followed);
    const wanted = query.every === true ? required(tokens, parsed.words) : null;
    const exact = wanted && (await this.#every(weighed, wanted, parsed, allowed, followed));
    const found = exact ?? (await this.#find(weighed, this.#phrases(parsed.phrases), allowed, followed));
    const nearby = this.#local(found.best, parsed.words, followed);
    const ranked = await this.#literally(nearby, parsed.words, index);
    const kept =
      exact === null
        ? folded(index, ranked, query.limit)
        : ranked.slice(0, query.limit).map((best) => ({ ...best, similar: 0 }));
    const hits = await this.#hits(kept, weighed, new Set([...asked, ...guesses]), followed);
    const spellings = hits.flatMap(({ snippet, highlights }) =>
      highlights.map(([start, end]) => snippet.slice(start, end)),
    );
    const told = { terms: [...new Set([...asked, ...absent, ...spellings])], absent, near, total: found.total, hits };
    return exact === null ? told : { ...told, rest: beyond(exact.all, kept, followed) };
  }

  /** Passages that hold every wanted term, or what was typed as it was typed: in a sentence its words may be cut otherwise. */
  async #every(
    terms: readonly Weighed[],
    wanted: ReadonlySet<string>,
    { words, phrases }: ParsedQuery,
    allowed: Allowed,
    { index }: Followed,
  ): Promise<FoundPassages & { readonly all: readonly number[] }> {
    const key = terms.filter(({ term }) => wanted.has(term));
    const parted = part(index, key, wanted, allowed);
    let { holding } = parted;
    const [phrase = ''] = phrases.length > 0 ? [] : [tight(words)];
    if (phrase.length > 1 && han.test(phrase)) {
      const texts = await this.#texts(parted.lacking.map((passage) => index.row(passage)));
      const typed = parted.lacking.filter((passage) => tight(texts.get(index.row(passage)) ?? '').includes(phrase));
      holding = [...holding, ...typed];
    }
    if (phrases.length > 0) {
      const typed = this.#phrases(phrases);
      const texts = await this.#texts(holding.map((passage) => index.row(passage)));
      holding = holding.filter((passage) => holds(texts.get(index.row(passage)) ?? '', typed));
    }
    const all = new Set(holding);
    const { best } = find(index, terms, key, allowed, (passages) => passages.filter((passage) => all.has(passage)));
    return { best, total: all.size, all: holding };
  }

  #phrases(typed: readonly string[]): Phrase[] {
    const terms = (phrase: string) => new Set(this.#lexicon.expand(phrase).map(({ term }) => term));
    return typed.map((phrase) => ({ typed: phrase, folded: tight(phrase), terms: terms(phrase) }));
  }

  async #find(terms: readonly Weighed[], phrases: readonly Phrase[], allowed: Allowed, { index }: Followed) {
    if (phrases.length === 0) return find(index, terms, terms, allowed);
    // Terms lead to the passages that may hold a phrase; their characters decide.
    const key = terms.filter(({ term }) => phrases.some((phrase) => phrase.terms.has(term)));
    let candidates: readonly number[] = [];
    find(index, key, key, allowed, (passages) => {
      candidates = passages;
      return [];
    });
    const texts = await this.#texts(candidates.map((passage) => index.row(passage)));
    const holding = new Set(candidates.filter((passage) => holds(texts.get(index.row(passage)) ?? '', phrases)));
    return find(index, terms, key, allowed, (passages) => passages.filter((passage) => holding.has(passage)));
  }

  /** Passages again, those before others whose report is of a place that was named: 西区 stands in 铁西区 too. */
  #local(best: readonly Found[], typed: string, { index, heads }: Followed): readonly Found[] {
    const places = this.#lexicon.divisionsIn(typed).flatMap(({ divisions }) => divisions);
    if (places.length === 0 || best.length < 2) return best;
    const of = (head: ReportHead | undefined) => head && places.some(({ level, zh }) => head.region[level] === zh);
    const again = best.map(({ passage, score }) => ({
      passage,
      score: of(heads.get(index.report(passage))) ? score * local : score,
    }));
    return again.sort(inOrder(index));
  }

  /** The best passages again, those first that hold what was typed as it was typed. */
  async #literally(best: readonly Found[], typed: string, index: Postings): Promise<readonly Found[]> {
    const pieces = typed
      .split(/\s+/)
      .filter((piece) => piece.length >= shortestPiece && han.test(piece))
      .map((piece) => [piece, tight(piece)]);
    if (pieces.length === 0 || best.length < 2) return best;
    const top = best.slice(0, reread);
    const texts = await this.#texts(top.map(({ passage }) => index.row(passage)));
    const again = top.map(({ passage, score }) => ({
      passage,
      score: score * literal(texts.get(index.row(passage)) ?? '', pieces),
    }));
    return [...again.sort(inOrder(index)), ...best.slice(reread)];
  }

  async #texts(rows: readonly number[]): Promise<Map<number, string>> {
    const texts = new Map<number, string>();
    for (let at = 0; at < rows.length; at += readAtOnce) {
      const wanted = rows.slice(at, at + readAtOnce);
      const read = await this.#db.selectFrom('passages').select(['id', 'text']).where(oneOf('id', wanted)).execute();
      for (const { id, text } of read) texts.set(id, text);
    }
    return texts;
  }

  async #hits(
    found: readonly (Found & { similar: number })[],
    terms: readonly Weighed[],
    words: ReadonlySet<string>,
    { index, heads }: Followed,
  ): Promise<SearchHit[]> {
    if (found.length === 0) return [];
    const weights = new Map(terms.map(({ id, term, idf }) => [id, { term, weight: idf }]));
    const numbers = found.map(({ passage }) => index.row(passage));
    const rows = await this.#db
      .selectFrom('passages')
      .innerJoin('cuts', 'cuts.report_id', 'passages.report_id')
      .selectAll('passages')
      .select(['cuts.tokens', 'cuts.offsets'])
      .where(oneOf('passages.id', numbers))
      .execute();
    const byNumber = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap(({ passage, score, similar }): SearchHit[] => {
      const row = byNumber.get(index.row(passage));
      const head = row && heads.get(row.report_id);
      if (!row || !head) return [];
      const all = readMarks(row, row.id).flatMap(({ term, start, end }): Marked[] => {
        const wanted = weights.get(term);
        return wanted === undefined ? [] : [{ ...wanted, start, end }];
      });
      // Parts of words are marked only where no whole one is: not 开放 beside 开放日.
      const whole = all.filter(({ term }) => words.has(term));
      const { text: snippet, start, highlights } = snippetOf(row.text, whole.length > 0 ? whole : all);
      const line = lineAt(JSON.parse(row.line_starts) as number[], start + (highlights[0]?.[0] ?? 0));
      const { report, agency, year } = head;
      const { section, page, text } = row;
      return [
        {
          report,
          agency,
          year,
          section,
          line,
          page,
          score: Math.round(score * 1e4) / 1e4,
          snippet,
          highlights,
          text,
          similar,
        },
      ];
    });
  }
}

const inOrder = (index: Postings) => (a: Found, b: Found) =>
  b.score - a.score || index.row(a.passage) - index.row(b.passage);

/** Words of the library near to the longest of the stretches that has some. */
function nearest(stretches: readonly string[], index: Postings): string[] {
  for (const stretch of stretches) {
    const words = nearWords(stretch, index.vocabulary, (id) => index.frequency(id));
    if (words.length > 0) return words;
  }
  return [];
}

/** Whether a text holds every phrase. Folding takes long, and most texts hold a phrase as it was typed. */
function holds(text: string, phrases: readonly Phrase[]): boolean {
  if (phrases.every(({ typed }) => text.includes(typed))) return true;
  const plain = tight(text);
  return phrases.every(({ folded: phrase }) => plain.includes(phrase));
}
