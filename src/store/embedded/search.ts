/** Search over the library: a query in, ranked passages with snippets out. */
import type { Kysely } from 'kysely';
import { foldText } from '../../lexicon/fold.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { toneless } from '../../lexicon/pinyin.ts';
import { Asker } from '../asked.ts';
import { type Held, heldBy, namesIn } from '../named.ts';
import { type ParsedQuery, parseQuery } from '../query.ts';
import { sectionsNamed } from '../sectioned.ts';
import type { Progress, SearchQuery, SearchResult } from '../store.ts';
import { Wider } from '../wider.ts';
import { literally, placed } from './again.ts';
import { type Allowed, Restrictions } from './allowed.ts';
import { aroundPart, beyond, part, required } from './every.ts';
import { enough, type Found, type FoundPassages, find, folded, type Weighed, weigh } from './find.ts';
import { type Followed, Follower } from './follow.ts';
import type { Heads } from './heads.ts';
import { hitsOf } from './hits.ts';
import { holds, type Phrase, pairsOf, tight } from './phrase.ts';
import type { Postings } from './postings.ts';
import { respelled } from './respelled.ts';
import { asPhrase, type Standing, standingIn } from './standing.ts';
import { run } from './statement.ts';
import type { Tables } from './tables.ts';
import { mayHoldAll, piecesIn } from './verbatim.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Attempt, within } from './within.ts';

/** A query as it was read. */
type Read = Pick<Attempt, 'typed' | 'asked' | 'standing' | 'weighed'>;

const nothing: SearchResult = { terms: [], absent: [], near: [], total: 0, hits: [] };
/** Longest text that is searched for, in UTF-16 units. */
const longest = 2000;
/** Texts that are read at most for what was typed as it was typed. */
const mostRead = 2000;
const han = /[\u2e80-\u9fff]/;
const says = /[\p{L}\p{N}]/u;
/** Sums of shares are rounded. */
const slack = 1e-3;
/** Slips in one query that are put right by what stands around them. */
const mostSlips = 2;
/** Texts that are read at a time. */
const readAtOnce = 5000;
const textsAsked = 'select id, text from passages where id in (select value from json_each(?))';

export class Search {
  readonly #db: Kysely<Tables>;
  readonly #lexicon: Lexicon;
  readonly #follower: Follower;
  readonly #restrictions: Restrictions;
  readonly #asker: Asker;
  readonly #wider: Wider;
  readonly #sectionNamed: (name: string) => number | null;
  #held: { heads: unknown; held: Held } = { heads: null, held: heldBy(new Map()) };

  constructor(db: Kysely<Tables>, lexicon: Lexicon, heads: Heads, vocabulary: Vocabulary, threads?: number) {
    this.#db = db;
    this.#lexicon = lexicon;
    this.#follower = new Follower(db, lexicon, heads, vocabulary, threads);
    this.#restrictions = new Restrictions(lexicon);
    this.#asker = new Asker(lexicon, () => vocabulary.terms);
    this.#wider = new Wider(lexicon);
    this.#sectionNamed = sectionsNamed(lexicon);
  }

  /** Passages that can be found. */
  async size(): Promise<number> {
    return (await this.#follower.follow()).index.size;
  }

  /** Cuts every passage again and fills the index anew; gives the number of passages. */
  async rebuild(progress?: Progress): Promise<number> {
    return (await this.#follower.rebuild(progress)).index.size;
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const parsed = parseQuery(toneless(query.text.slice(0, longest), this.#lexicon.pinyin), this.#sectionNamed);
    if (!says.test(parsed.words)) return nothing;
    const followed = await this.#follower.follow();
    const allowed = this.#restrictions.allowed(query, parsed, followed);
    const phrases = this.#phrases(parsed.phrases);
    if (query.every === true) return this.#everything(query, parsed, phrases, allowed, followed);
    const plain = this.#lexicon.unasked(parsed.unquoted);
    const words = withPhrases(plain, parsed);
    const held = this.#heldBy(followed);
    const names = namesIn(plain, this.#lexicon.analyze(plain), held, this.#lexicon);
    const look = (typed: string, among: Allowed, akin = false) => this.#look(typed, phrases, among, followed, akin);
    const widely = (attempt: Attempt, among: Allowed) => this.#widely(attempt, among, followed);
    const attempt =
      names.length === 0
        ? await this.#anyhow(words, phrases, allowed, followed)
        : await within(names, words, phrases.length > 0, allowed, { look, widely }, followed, held);
    return this.#told(attempt, query.limit, phrases, followed);
  }

  /** What is searched for every word of it: nothing is read into it, and nothing folded. */
  async #everything(
    query: SearchQuery,
    parsed: ParsedQuery,
    phrases: readonly Phrase[],
    allowed: Allowed,
    followed: Followed,
  ): Promise<SearchResult> {
    const { typed, asked, standing, weighed } = await this.#read(parsed.words, followed, true);
    const wanted = required(asked.tokens, typed);
    const found = await this.#every(weighed, wanted, standing, { ...parsed, words: typed }, allowed, followed);
    const attempt = { typed, asked, standing, weighed, found };
    const ranked = (await this.#ranked(attempt, followed)).slice(0, query.limit);
    const kept = ranked.map((best) => ({ ...best, similar: 0 }));
    const told = await this.#shown(attempt, kept, phrases, followed);
    return { ...told, rest: beyond(found.all, kept, followed) };
  }

  /** What was typed; where no text holds half of it, what may be said for it as well. */
  async #anyhow(words: string, phrases: readonly Phrase[], allowed: Allowed, followed: Followed): Promise<Attempt> {
    const attempt = await this.#look(words, phrases, allowed, followed, false);
    const { found, standing } = attempt;
    const little = phrases.length === 0 && standing.length === 0 && found.share < enough;
    return little ? this.#widely(attempt, allowed, followed) : attempt;
  }

  async #look(
    typed: string,
    phrases: readonly Phrase[],
    allowed: Allowed,
    followed: Followed,
    akin: boolean,
  ): Promise<Attempt> {
    const read = await this.#read(typed, followed, false, akin);
    // What stands in a phrase restricts with it.
    const holding = held(
      read.standing.filter(({ word }) => !phrases.some(({ folded: phrase }) => phrase.includes(word))),
    );
    const among = holding.length > 0 ? allowed.only(holding) : allowed;
    const found = await this.#find(read.weighed, phrases, among, followed);
    if (phrases.length > 0 || found.share > 1 - slack) return { ...read, found };
    const texts = (passages: readonly number[]) => this.#textsOf(passages, followed.index);
    const pieces = await piecesIn(read.typed, read.asked, among, followed.index, texts);
    if (pieces.length === 0) return { ...read, found };
    const standing = [...read.standing, ...pieces];
    const best = find(followed.index, read.weighed, read.weighed, among.only(held(pieces)));
    return { ...read, standing, found: { ...best, share: Math.max(best.share, found.share) } };
  }

  /** The same passages, asked for what the library says for nearly the same as well. */
  #widely(attempt: Attempt, among: Allowed, { index }: Followed): Attempt {
    const typed = foldText(attempt.typed, { keepLength: true });
    const asked = this.#wider.read(attempt.asked, typed, index);
    const weighed = weigh(index, asked.wanted);
    return { ...attempt, asked, weighed, found: find(index, weighed, weighed, among) };
  }

  /** What is looked for, with the words that texts hold and that no term is; `typed`: what was typed, without slips that texts tell. */
  async #read(typed: string, followed: Followed, strictly: boolean, akin = false, more = mostSlips): Promise<Read> {
    const { index } = followed;
    const first = this.#asker.read(typed, index, strictly);
    const slips = new Set(first.near.flatMap(({ term, slip }) => (slip ? [term] : [])));
    const texts = (passages: readonly number[]) => this.#textsOf(passages, index);
    const standing = await standingIn(first.absent, slips, typed, index, texts);
    const words = standing.map(({ word }) => word);
    const plain = standing.length === 0 ? first : this.#asker.read(typed, index, strictly, words);
    const { pinyin, known } = this.#lexicon;
    const folded = foldText(typed, { keepLength: true });
    const slip = more > 0 ? await respelled(plain.missing, folded, index, pinyin, known, texts) : null;
    if (slip) {
      const read = await this.#read(slip.text, followed, strictly, akin, more - 1);
      const told = { term: slip.word, words: [slip.instead], slip: true };
      const { asked } = read;
      return { ...read, asked: { ...asked, absent: [slip.word, ...asked.absent], near: [told, ...asked.near] } };
    }
    const asked = akin ? (this.#asker.akin(plain, typed, index) ?? plain) : plain;
    const instead = standing.flatMap(({ terms }) => terms.map((term, i) => ({ term, weight: 1, besides: i > 0 })));
    return { typed, asked, standing, weighed: weigh(index, [...asked.wanted, ...instead]) };
  }

  async #told(attempt: Attempt, limit: number, phrases: readonly Phrase[], followed: Followed): Promise<SearchResult> {
    const kept = folded(followed.index, await this.#ranked(attempt, followed), limit);
    return this.#shown(attempt, kept, phrases, followed);
  }

  async #shown(
    { asked, standing, weighed, found, names, elsewhere, akin }: Attempt,
    kept: readonly (Found & { similar: number })[],
    phrases: readonly Phrase[],
    followed: Followed,
  ): Promise<SearchResult> {
    const { words, absent, near } = asked;
    const instead = new Set(standing.flatMap(({ terms }) => terms));
    const looked = {
      terms: weighed.filter(({ term }) => !instead.has(term)),
      words: new Set(words),
      phrases: [...phrases, ...standing.map(asPhrase)],
    };
    const hits = await hitsOf(this.#db, kept, looked, followed);
    const spellings = hits.flatMap(({ snippet, highlights }) =>
      highlights.map(([start, end]) => snippet.slice(start, end)),
    );
    return {
      ...{ terms: [...new Set([...words, ...absent, ...spellings])], absent, total: found.total, hits },
      near: near.map(({ term, words: some }) => ({ term, words: some })),
      ...(names ? { within: names.map(({ told }) => told), elsewhere: elsewhere === true, akin: akin === true } : {}),
    };
  }

  /** The best passages again, by what is known of them beside their terms. */
  async #ranked({ typed, found, names }: Attempt, followed: Followed): Promise<readonly Found[]> {
    const nearby = names ? found.best : placed(found.best, this.#lexicon.divisionsIn(typed), followed);
    return literally(nearby, typed, followed.index, (passages) => this.#textsOf(passages, followed.index));
  }

  #heldBy({ heads }: Followed): Held {
    if (this.#held.heads !== heads) this.#held = { heads, held: heldBy(heads) };
    return this.#held.held;
  }

  /** Passages that hold every wanted term, or what was typed as it was typed: in a sentence its words may be cut otherwise. */
  async #every(
    terms: readonly Weighed[],
    typed: ReadonlySet<string>,
    standing: readonly Standing[],
    { words, phrases }: ParsedQuery,
    anywhere: Allowed,
    { index }: Followed,
  ): Promise<FoundPassages & { readonly all: readonly number[] }> {
    const wanted = new Set([...typed].filter((term) => !standing.some(({ word }) => word.includes(term))));
    const allowed = standing.length > 0 ? anywhere.only(held(standing)) : anywhere;
    const key = terms.filter(({ term }) => wanted.has(term));
    const parted = part(index, key, wanted, allowed);
    let holding = wanted.size > 0 ? parted.holding : [...(allowed.few ?? [])];
    const [phrase = ''] = phrases.length > 0 ? [] : [tight(words)];
    if (phrase.length > 1 && han.test(phrase)) {
      const pairs = pairsOf(words);
      const near = new Set([...parted.lacking, ...aroundPart(index, key, phrase, allowed)]);
      for (const passage of parted.holding) near.delete(passage);
      const lacking = [...near].filter((passage) => index.mayHold(passage, pairs)).slice(0, mostRead);
      const texts = await this.#texts(lacking.map((passage) => index.row(passage)));
      const literally = lacking.filter((passage) => tight(texts.get(index.row(passage)) ?? '').includes(phrase));
      holding = [...holding, ...literally];
    }
    if (phrases.length > 0) {
      const quoted = this.#phrases(phrases);
      const texts = await this.#texts(holding.map((passage) => index.row(passage)));
      holding = holding.filter((passage) => holds(texts.get(index.row(passage)) ?? '', quoted));
    }
    const all = new Set(holding);
    const leading = standing.length > 0 ? terms : key;
    const { best } = find(index, terms, leading, allowed, (passages) => passages.filter((passage) => all.has(passage)));
    return { best, total: all.size, share: 1, all: holding };
  }

  #phrases(typed: readonly string[]): Phrase[] {
    const terms = (phrase: string) => new Set(this.#lexicon.expand(phrase).map(({ term }) => term));
    return typed.map((phrase) => ({ typed: phrase, folded: tight(phrase), terms: terms(phrase) }));
  }

  async #find(terms: readonly Weighed[], phrases: readonly Phrase[], allowed: Allowed, { index }: Followed) {
    if (phrases.length === 0) return find(index, terms, terms, allowed);
    const candidates = mayHoldAll(phrases, index, allowed);
    const texts = await this.#textsOf(candidates, index);
    return find(index, terms, terms, allowed.only(candidates.filter((each) => holds(texts.get(each) ?? '', phrases))));
  }

  /** Texts of passages, by their numbers in the index. */
  async #textsOf(passages: readonly number[], index: Postings): Promise<Map<number, string>> {
    const texts = await this.#texts(passages.map((passage) => index.row(passage)));
    return new Map(passages.map((passage) => [passage, texts.get(index.row(passage)) ?? '']));
  }

  async #texts(rows: readonly number[]): Promise<Map<number, string>> {
    const texts = new Map<number, string>();
    for (let at = 0; at < rows.length; at += readAtOnce) {
      const wanted = rows.slice(at, at + readAtOnce);
      const read = await run<{ id: number; text: string }>(this.#db, textsAsked, JSON.stringify(wanted));
      for (const { id, text } of read) texts.set(id, text);
    }
    return texts;
  }
}

/** Passages that hold all of the standing words; where none does, nothing is restricted. */
const held = (standing: readonly Standing[]): readonly number[] =>
  standing.length === 0
    ? []
    : standing[0]!.passages.filter((passage) => standing.every(({ passages }) => passages.includes(passage)));

/** Words without their fillers, with the phrases that stood between quotation marks. */
function withPhrases(plain: string, { words, unquoted }: ParsedQuery): string {
  let text = '';
  for (let at = 0; at < words.length; at++) text += unquoted[at] === ' ' ? words[at] : plain[at];
  return text;
}
