/**
 * A query read more widely, where no passage holds all of it: beside each Chinese word what the library says for nearly the same, by the
 * lists, by the dictionary, and by the characters that words share (收税, 税收). Pure over the vocabulary.
 */
import type { Lexicon, Token } from '../lexicon/lexicon.ts';
import type { Asked, Vocabulary, Wanted } from './asked.ts';

/** What a word counts that a list names beside another one, that the dictionary says means the same, and that shares characters. */
const listed = 0.8;
const meant = 0.75;
const shaped = 1;
/** Words beside one; those that come less near are others. */
const offered = 12;
const enough = 0.15;
/** Terms of so many characters are looked at; longer ones are names. */
const longest = 5;
/** What an everyday word counts, which says nothing of a matter. */
const everyday = 0.3;

/** Words whose terms are kept. */
const remembered = 20_000;

/** Words that say a matter together. */
const sentence = 3;

const han = /^[\u2e80-\u9fff]+$/;

/** Which terms of a vocabulary hold a character. */
class Characters {
  readonly #holding = new Map<string, number[]>();
  #terms: readonly string[] = [];
  #read = 0;

  /** `terms` only ever grow. */
  follow(terms: readonly string[]): void {
    this.#terms = terms;
    for (; this.#read < terms.length; this.#read++) {
      const term = terms[this.#read]!;
      if (term.length < 2 || term.length > longest || !han.test(term)) continue;
      for (const character of new Set(term)) {
        const list = this.#holding.get(character);
        if (list) list.push(this.#read);
        else this.#holding.set(character, [this.#read]);
      }
    }
  }

  term(id: number): string {
    return this.#terms[id]!;
  }

  holding(character: string): readonly number[] {
    return this.#holding.get(character) ?? [];
  }

  /** How much it says that two words share a character. */
  weight(character: string): number {
    return 1 - Math.log(1 + this.holding(character).length) / Math.log(2 + this.#read);
  }
}

export class Wider {
  readonly #lexicon: Lexicon;
  readonly #characters = new Characters();
  /** Terms by words that were looked at. */
  readonly #terms = new Map<string, string>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  read(asked: Asked, folded: string, index: Vocabulary): Asked {
    this.#characters.follow(index.vocabulary);
    const instead = new Set(
      asked.near.flatMap(({ term, words, slip }) =>
        slip || !han.test(term) ? [] : words.flatMap((word) => this.#lexicon.analyze(word).map((each) => each.term)),
      ),
    );
    const tokens = asked.tokens.filter(({ part, start, end }) => !part && han.test(folded.slice(start, end)));
    // What shares characters with a single absent word is another word: 极光 is no 光荣.
    const shapes = tokens.length >= sentence || tokens.some(({ term }) => index.frequency(index.id(term)) > 0);
    for (const { term } of tokens) instead.delete(term);
    const wanted = new Map(asked.wanted.filter(({ term }) => !instead.has(term)).map((each) => [each.term, each]));
    const words = new Set(asked.words.filter((word) => !instead.has(word)));
    for (const token of tokens) this.#beside(token, folded, index, shapes, wanted, words);
    return { ...asked, wanted: [...wanted.values()], words: [...words] };
  }

  #beside(
    { term, start, end }: Token,
    folded: string,
    index: Vocabulary,
    shapes: boolean,
    wanted: Map<string, Wanted>,
    words: Set<string>,
  ): void {
    const word = folded.slice(start, end);
    const own = wanted.get(term);
    if (this.#lexicon.words.plain.has(word)) {
      if (own) wanted.set(term, { ...own, weight: everyday });
      return;
    }
    const group = own?.group ?? `${word} ${start}`;
    const count = (other: string) => index.frequency(index.id(other));
    const held = own !== undefined && count(term) > 0;
    if (held) wanted.set(term, { ...own, group });
    let first = !held;
    for (const [other, weight] of this.#near(word, count, shapes)) {
      if (wanted.has(other)) continue;
      wanted.set(other, { term: other, weight, besides: !first, group });
      words.add(other);
      first = false;
    }
  }

  /** Words of the library that come near to one, the nearest first. */
  #near(word: string, count: (term: string) => number, shapes: boolean): [string, number][] {
    const found = new Map<string, number>();
    const add = (term: string, weight: number) => {
      if (term === word || weight < enough || count(term) === 0) return;
      if (weight > (found.get(term) ?? 0)) found.set(term, weight);
    };
    const whole = (text: string) => this.#whole(text);
    for (const { words } of this.#lexicon.related(word)) for (const other of words) add(whole(other), listed);
    for (const { word: other, share } of this.#lexicon.like(word).slice(0, 200))
      if (other.length > 1) add(whole(other), meant * share);
    if (shapes) this.#alike(word, add);
    const nearest: [string, number][] = [];
    for (const each of [...found].sort((a, b) => b[1] - a[1] || count(a[0]) - count(b[0]) || (a[0] < b[0] ? -1 : 1))) {
      if (nearest.length >= offered) break;
      // Two characters that are no word only hold an unknown name together.
      if (each[0].length > 2 || whole(each[0]) === each[0]) nearest.push(each);
    }
    return nearest;
  }

  /** The term that a word is, or nothing where it is several. */
  #whole(word: string): string {
    let term = this.#terms.get(word);
    if (term === undefined) {
      const terms = this.#lexicon.analyze(word).filter(({ part }) => !part);
      term = terms.length === 1 ? terms[0]!.term : '';
      if (this.#terms.size > remembered) this.#terms.clear();
      this.#terms.set(word, term);
    }
    return term;
  }

  /** Words that share characters with one. */
  #alike(word: string, add: (term: string, weight: number) => void): void {
    const characters = [...new Set(word)];
    const weights = characters.map((each) => this.#characters.weight(each));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const shared = new Map<number, number>();
    // A rare character says more.
    for (const [i, character] of characters.entries())
      for (const id of this.#characters.holding(character))
        shared.set(id, (shared.get(id) ?? 0) + weights[i]! ** 2 / all);
    for (const [id, share] of shared) {
      const term = this.#characters.term(id);
      add(term, shaped * share * Math.min(1, (word.length + 1) / (term.length + 1)));
    }
  }
}
