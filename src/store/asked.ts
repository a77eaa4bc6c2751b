/** What a search looks for: the terms of what was typed, with what misspelt words and words in pinyin stand for. Pure. */
import { foldText } from '../lexicon/fold.ts';
import type { Lexicon, Token } from '../lexicon/lexicon.ts';
import { absentWords } from './absent.ts';
import { meantBy } from './meant.ts';
import { nearOf } from './near.ts';
import { Sounds, type Spoken, type Terms } from './sounds.ts';
import { type Familiar, spelledIn } from './spelled.ts';

/** The terms of an index. */
export interface Vocabulary extends Terms {
  /** The number of a term, or -1. */
  id(term: string): number;
}

export interface Asked {
  /** What was typed, by its terms. */
  readonly tokens: readonly Token[];
  /** What is looked for; less than 1: words that only come near to what was typed. */
  readonly wanted: readonly { readonly term: string; readonly weight: number; readonly besides: boolean }[];
  /** Whole words among them, which are marked. */
  readonly words: readonly string[];
  /** Words that are nowhere in the library. */
  readonly absent: readonly string[];
  /** For such words, those that may have been meant. */
  readonly near: readonly { readonly term: string; readonly words: readonly string[] }[];
}

/** What a word counts that comes near to what was typed, that sounds like it, and that is another reading of the same pinyin. */
const guess = 0.4;
const heard = 0.9;
const other = 0.5;
/** Other words for a matter that stand for an absent one. */
const offered = 5;
/** Absent words for which near ones are looked for. */
const guessed = 3;

const han = /[\u2e80-\u9fff]/;
const latin = /[a-z]/i;

export class Asker {
  readonly #lexicon: Lexicon;
  /** Words by sound: those of the library and those of the project, which folding may have made others. */
  readonly #ofLibrary: Sounds;
  readonly #ofProject: Sounds;
  #vocabulary: Vocabulary | null = null;

  constructor(lexicon: Lexicon, terms: () => readonly string[]) {
    this.#lexicon = lexicon;
    this.#ofLibrary = new Sounds(lexicon.pinyin, terms);
    this.#ofProject = new Sounds(lexicon.pinyin, () => lexicon.spellings);
  }

  /**
   * Reads a query (without phrases' marks and hints). `strictly`: nothing that was not typed beside what was misspelt. `standing`: words
   * that no term is and that texts hold all the same.
   */
  read(typed: string, index: Vocabulary, strictly = false, standing: readonly string[] = []): Asked {
    this.#vocabulary = index;
    const held = (term: string) => index.id(term) >= 0 && index.frequency(index.id(term)) > 0;
    const { tokens, others } = this.#spelled(typed, index, held);
    const folded = foldText(typed, { keepLength: true });
    const none = absentWords(tokens, held, folded);
    const missing = none.filter(({ word }) => !standing.some((other) => other.includes(word)));
    const matters = strictly ? [] : this.#matters(folded, index);
    const near = missing.slice(0, guessed).flatMap((each) => {
      // A place that the library has nothing of is no slip for another one.
      if (this.#isPlace(each.word)) return [];
      // Another word for the matter is nearer than a word that looks like it.
      const akin = matters.find(({ start, end }) => start < each.end && each.start < end);
      const found = akin
        ? { ...akin, words: akin.terms.slice(0, offered), heard: true }
        : nearOf(each, folded, [this.#terms(), this.#project()]);
      return found ? [{ ...found, term: each.word }] : [];
    });
    const pieces = new Set(none.filter((each) => each.pieces.length > 1).flatMap((each) => each.pieces));
    // What a word is mistaken for counts in its place: its characters alone are other words.
    const mistaken = ({ start, end }: Token) =>
      near.some((each) => each.heard && start >= each.start && end <= each.end);
    const meant = tokens.filter((token) => !pieces.has(token.term) && !mistaken(token));
    const wanted = new Map(meant.map(({ term }) => [term, { term, weight: 1, besides: false }]));
    const words = new Set(meant.flatMap(({ term, part }) => (part ? [] : [term])));
    const add = (word: string, weight: number, besides: boolean) => {
      for (const { term, part } of this.#lexicon.analyze(word)) {
        if (!part) words.add(term);
        if (!wanted.has(term)) wanted.set(term, { term, weight, besides });
      }
    };
    for (const each of near) for (const [i, word] of each.words.entries()) add(word, each.heard ? heard : guess, i > 0);
    if (!strictly) for (const word of others) add(word, other, true);
    return {
      tokens,
      wanted: [...wanted.values()],
      words: [...words],
      absent: [...new Set(missing.map(({ word }) => word))],
      near: near.map(({ term, words }) => ({ term, words })),
    };
  }

  /** The same query with other words for its matters, of which a passage needs one each; null where there are none. */
  akin({ tokens, ...asked }: Asked, typed: string, index: Vocabulary): Asked | null {
    const groups = this.#matters(foldText(typed, { keepLength: true }), index);
    if (groups.length === 0) return null;
    const replaced = new Set(
      tokens.flatMap(({ term, ...at }) =>
        groups.some(({ start, end }) => start <= at.start && at.end <= end) ? [term] : [],
      ),
    );
    const kept = asked.wanted.filter(({ term }) => !replaced.has(term));
    // The most frequent one is what a passage lacks at least that holds none of them.
    const others = groups.flatMap(({ terms }) => terms.map((term, i) => ({ term, weight: 1, besides: i > 0 })));
    const words = [...asked.words.filter((word) => !replaced.has(word)), ...others.map(({ term }) => term)];
    return { ...asked, tokens, wanted: [...kept, ...others], words: [...new Set(words)] };
  }

  /** Where a folded query names matters for which the library has other words, most frequent first. */
  #matters(folded: string, index: Vocabulary): { start: number; end: number; terms: string[] }[] {
    const frequency = (term: string) => index.frequency(index.id(term));
    return this.#lexicon.related(folded).flatMap(({ start, end, words }) => {
      const terms = words.flatMap((word) => {
        const whole = this.#lexicon.analyze(word).filter(({ part }) => !part);
        return whole.length === 1 && frequency(whole[0]!.term) > 0 ? [whole[0]!.term] : [];
      });
      terms.sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1));
      return terms.length === 0 ? [] : [{ start, end, terms: [...new Set(terms)] }];
    });
  }

  #terms(): Spoken {
    const index = this.#vocabulary!;
    return { vocabulary: index.vocabulary, frequency: (id) => index.frequency(id), sounds: this.#ofLibrary };
  }

  /** The project's words, which count as often as their terms. */
  #project(): Spoken {
    const index = this.#vocabulary!;
    const vocabulary = this.#lexicon.spellings;
    const frequency = (id: number) => {
      const terms = this.#lexicon.analyze(vocabulary[id]!).filter(({ part }) => !part);
      return terms.length === 0 ? 0 : Math.min(...terms.map(({ term }) => index.frequency(index.id(term))));
    };
    return { vocabulary, frequency, sounds: this.#ofProject };
  }

  /** The terms, those of words in pinyin instead of their letters; `others`: what else the same pinyin may stand for. */
  #spelled(
    typed: string,
    index: Vocabulary,
    held: (term: string) => boolean,
  ): { tokens: readonly Token[]; others: string[] } {
    const expanded = this.#lexicon.expand(typed);
    if (!latin.test(typed)) return { tokens: expanded, others: [] };
    const count = (term: string) => index.frequency(index.id(term));
    const { tokens, others: meant } = meantBy(typed, expanded, this.#lexicon, count);
    const familiar = (start: number, end: number): Familiar => {
      const own = tokens.filter((token) => token.start < end && start < token.end);
      if (own.length === 0) return 'stop';
      // A place in small letters may be a word as well.
      const place = /[A-Z]/.test(typed.slice(start, end)) ? [] : this.#lexicon.divisionsIn(typed.slice(start, end));
      return own.some(({ term }) => han.test(term) || held(term)) && place.length === 0 ? 'known' : 'unknown';
    };
    const all = spelledIn(typed, familiar, this.#lexicon.pinyin, [this.#project(), this.#terms()]);
    // What is no word beside the place that it was taken for stays the place.
    const places = this.#lexicon.divisionsIn(typed);
    const found = all.flatMap(({ start, end, words }) => {
      if (!places.some((place) => place.start === start && place.end === end)) return [{ start, end, words }];
      const other = words.map((some) => some.filter((word) => !this.#isPlace(word)));
      return other.some((some) => some.length === 0) ? [] : [{ start, end, words: other }];
    });
    const others = [...meant];
    if (found.length === 0) return { tokens, others };
    const inside = ({ start, end }: Token) => found.some((each) => each.start <= start && end <= each.end);
    const spelled = found.flatMap(({ start, end, words }) =>
      words.flatMap(([first = '', ...rest]): Token[] => {
        others.push(...rest);
        return this.#lexicon.analyze(first).map(({ term, part }) => ({ term, start, end, part }));
      }),
    );
    others.push(
      ...tokens.flatMap((token) => (inside(token) && han.test(token.term) && !token.part ? [token.term] : [])),
    );
    const kept = tokens.filter((token) => !inside(token));
    return { tokens: [...spelled, ...kept].sort((a, b) => a.start - b.start || b.end - a.end), others };
  }

  #isPlace(word: string): boolean {
    return this.#lexicon.divisionsIn(word).some(({ start, end }) => end - start === word.length);
  }
}
