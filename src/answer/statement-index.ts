/**
 * Figures of the text by the words of what they are about, for the whole library: read and cut once, and what came since is added.
 * Only statements that may fit a topic are looked at then, however many reports there are.
 */
import { setImmediate } from 'node:timers/promises';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Store, StoredStatement } from '../store/store.ts';
import { fold } from '../text/normalize.ts';
import type { Library } from './catalog.ts';
import { type Texts, textsOf } from './statement-text.ts';
import type { Topic } from './topical.ts';

/** Reports that are read in one go. */
const AT_ONCE = 50;

/** A statement with the texts that it is found by. */
export interface Candidate {
  readonly statement: StoredStatement;
  readonly texts: Texts;
}

interface Kept {
  readonly lexicon: Lexicon;
  index: Promise<StatementIndex>;
}

const cache = new WeakMap<Store, Kept>();

/** The index at the library's version; questions wait for it one after the other. */
export function statementIndex(store: Store, lexicon: Lexicon, library: Library): Promise<StatementIndex> {
  const kept = cache.get(store);
  const before = kept?.lexicon === lexicon ? kept.index : Promise.resolve(new StatementIndex(lexicon));
  const index = before.then((held) => held.follow(store, library));
  cache.set(store, { lexicon, index });
  index.catch(() => cache.delete(store));
  return index;
}

export class StatementIndex {
  readonly #lexicon: Lexicon;
  readonly #reports = new Set<string>();
  readonly #statements: Candidate[] = [];
  /** Texts that statements are found by, each once: folded, one a line, with where each begins. */
  readonly #texts = new Map<string, number>();
  readonly #begins: number[] = [];
  readonly #kept: string[] = [];
  /** By text, the statements that have it. */
  readonly #having: number[][] = [];
  /** By term, the texts that hold it. */
  readonly #holding = new Map<string, number[]>();
  #folded = '';
  #version = -1;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Adds the statements of reports that it does not hold yet. What a report says never changes under its id. */
  async follow(store: Store, { version, byId }: Library): Promise<this> {
    if (version === this.#version) return this;
    const fresh = [...byId.keys()].filter((report) => !this.#reports.has(report));
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      const reports = fresh.slice(from, from + AT_ONCE);
      for (const statement of await store.statements({ reports, versions: 'all' })) this.#add(statement);
      for (const report of reports) this.#reports.add(report);
      // Other work goes on while a large library is read for the first time.
      await setImmediate();
    }
    this.#version = version;
    return this;
  }

  #add(statement: StoredStatement): void {
    const number = this.#statements.length;
    const [last, subject, clause] = textsOf(statement);
    const texts: Texts = [this.#had(last, number), this.#had(subject, number), this.#had(clause, number)];
    this.#statements.push({ statement, texts });
  }

  /** Notes that the statement has the text. Equal texts become one string: what is remembered of them is found by it at once. */
  #had(text: string, statement: number): string {
    const at = this.#text(text);
    const having = this.#having[at] as number[];
    if (having.at(-1) !== statement) having.push(statement);
    return this.#kept[at] as string;
  }

  #text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const number = this.#having.push([]) - 1;
    this.#texts.set(text, number);
    this.#kept.push(text);
    this.#begins.push(this.#folded.length);
    this.#folded += `${fold(text).replace(/\s+/g, '')}\n`;
    for (const term of new Set(this.#lexicon.analyze(text).map((token) => token.term))) {
      const holding = this.#holding.get(term);
      if (holding) holding.push(number);
      else this.#holding.set(term, [number]);
    }
    return number;
  }

  /** Statements one of whose texts scores at least so much on the topic, in order of arrival; of reports gone too. */
  fitting({ terms, whole }: Topic, least: number): Candidate[] {
    const texts = new Set<number>();
    const counts = new Map<number, number>();
    for (const term of terms)
      for (const text of this.#holding.get(term) ?? []) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const [text, count] of counts) if (count / terms.size >= least) texts.add(text);
    if (whole !== '')
      for (let at = this.#folded.indexOf(whole); at >= 0; ) {
        const text = this.#textAt(at);
        texts.add(text);
        const next = this.#begins[text + 1];
        at = next === undefined ? -1 : this.#folded.indexOf(whole, next);
      }
    const found = new Set<number>();
    for (const text of texts) for (const statement of this.#having[text] ?? []) found.add(statement);
    return [...found].sort((a, b) => a - b).map((number) => this.#statements[number] as Candidate);
  }

  /** The text that the place in the folded ones belongs to. */
  #textAt(place: number): number {
    let low = 0;
    let high = this.#begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#begins[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
