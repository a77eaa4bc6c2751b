/** What a search looks for: the terms of what was typed, with what misspelt words and words in pinyin stand for. Pure. */
import { foldText } from '../lexicon/fold.ts';
import type { Candidate, Lexicon, Token } from '../lexicon/lexicon.ts';
import { Edges } from '../text/edges.ts';
import { type Absent, absentWords } from './absent.ts';
import { insteadOf, slipOf } from './instead.ts';
import { type Matter, Matters } from './matters.ts';
import { type Close, meantBy, type Other } from './meant.ts';
import { Sounds, type Spoken, type Terms } from './sounds.ts';
import { type Familiar, spelledIn } from './spelled.ts';

/** The terms of an index. */
export interface Vocabulary extends Terms {
  /** The number of a term, or -1. */
  id(term: string): number;
  readonly edges: Edges;
}

export interface Wanted {
  readonly term: string;
  /** Less than 1: it only comes near to what was typed. */
  readonly weight: number;
  /** It counts where it stands, and is not missed elsewhere. */
  readonly besides: boolean;
  /** Terms of which each stands for the same word count as one. */
  readonly group?: string;
}

export interface Asked {
  /** What was typed, by its terms. */
  readonly tokens: readonly Token[];
  /** What is looked for. */
  readonly wanted: readonly Wanted[];
  /** Whole words among them, which are marked. */
  readonly words: readonly string[];
  /** Words that are nowhere in the library. */
  readonly absent: readonly string[];
  /** The same with where they stand, without those that texts hold all the same. */
  readonly missing: readonly Absent[];
  /** For such words, those that may have been meant. */
  readonly near: readonly { readonly term: string; readonly words: readonly string[]; readonly slip: boolean }[];
}

/** How many passages hold a term. */
const counted = (index: Vocabulary) => (term: string) => index.frequency(index.id(term));

const around = (some: readonly Matter[]) => ({ start: some[0]!.start, end: some.at(-1)!.end });

/** What a word counts that is said for the same matter, and that is another reading of the same letters. */
const heard = 0.9;
const other = 0.5;
/** What the words of a saying count by themselves, for which reports write another one. */
const apart = 0.4;
/** Beside a saying the other words of a query say less: single characters and everyday words, and others. */
const beside = { little: 0.3, other: 0.6 };
/** Other words for a matter that stand for an absent one. */
const offered = 5;
/** Of a word in pinyin that the library does not hold, another one is to say so much. */
const meansEnough = 0.5;
/** Absent words for which near ones are looked for. */
const guessed = 3;

const han = /[\u2e80-\u9fff]/;
const latin = /[a-z]/i;

export class Asker {
  readonly #lexicon: Lexicon;
  /** Words by sound: those of the library and those of the project, which folding may have made others. */
  readonly #ofLibrary: Sounds;
  readonly #ofProject: Sounds;
  readonly #ofLanguage: Sounds;
  readonly #edges: Edges;
  readonly #matters: Matters;
  #vocabulary: Vocabulary | null = null;

  constructor(lexicon: Lexicon, terms: () => readonly string[]) {
    this.#lexicon = lexicon;
    this.#matters = new Matters(lexicon);
    this.#ofLibrary = new Sounds(lexicon.pinyin, terms);
    this.#ofProject = new Sounds(lexicon.pinyin, () => lexicon.spellings);
    this.#ofLanguage = new Sounds(lexicon.pinyin, () => lexicon.vocabulary());
    this.#edges = new Edges(() => lexicon.spellings);
  }

  /**
   * Reads a query (without phrases' marks and hints). `strictly`: nothing that was not typed beside what was misspelt. `standing`: words
   * that no term is and that texts hold all the same.
   */
  read(typed: string, index: Vocabulary, strictly = false, standing: readonly string[] = []): Asked {
    this.#vocabulary = index;
    const held = (term: string) => index.id(term) >= 0 && index.frequency(index.id(term)) > 0;
    const { tokens, others, close } = this.#spelled(typed, index, held);
    const folded = foldText(typed, { keepLength: true });
    const none = absentWords(tokens, held, folded);
    const missing = none.filter(({ word }) => !standing.some((other) => other.includes(word)));
    const matters = strictly ? [] : this.#matters.named(folded, counted(index));
    const everyday = strictly ? [] : this.#matters.everyday(folded, tokens, counted(index));
    const near = missing.slice(0, guessed).flatMap((each) => {
      // A place that the library has nothing of is no slip for another one.
      if (this.#isPlace(each.word)) return [];
      // Another word for the matter is nearer than a word that looks like it.
      const inside = ({ start, end }: Matter) => start < each.end && each.start < end;
      const said = everyday.filter(inside);
      const some = said.length > 0 ? said : matters.filter(inside);
      const akin = some.length > 0 ? some : this.#said(each, strictly, index);
      const found =
        akin.length > 0
          ? {
              ...around(akin),
              groups: akin.map(({ terms }) => ({ words: terms.slice(0, offered), weight: heard })),
              heard: true,
            }
          : (strictly ? slipOf : insteadOf)(each, folded, [this.#terms(), this.#project()], close, this.#lexicon);
      return found ? [{ ...found, term: each.word }] : [];
    });
    const pieces = new Set(none.filter((each) => each.pieces.length > 1).flatMap((each) => each.pieces));
    // What a word is mistaken for counts in its place: its characters alone are other words.
    const mistaken = ({ start, end }: Token) =>
      near.some((each) => each.heard && start >= each.start && end <= each.end);
    // An English word that may be several Chinese ones is not missed for the parts of one of them.
    const either = ({ start, end, part }: Token) =>
      part && !han.test(folded.slice(start, end)) && others.some((each) => each.start === start && each.end === end);
    const meant = tokens.filter((token) => !pieces.has(token.term) && !mistaken(token) && !either(token));
    const wanted = new Map<string, Wanted>(meant.map(({ term }) => [term, { term, weight: 1, besides: false }]));
    const words = new Set(meant.flatMap(({ term, part }) => (part ? [] : [term])));
    const add = (word: string, weight: number, besides: boolean, group?: string) => {
      for (const { term, part } of this.#lexicon.analyze(word)) {
        if (!part) words.add(term);
        if (!wanted.has(term)) wanted.set(term, { term, weight, besides, ...(group !== undefined && { group }) });
      }
    };
    for (const { groups, term: group } of near)
      for (const [at, { words: some, weight }] of groups.entries())
        for (const [i, word] of some.entries())
          add(word, weight, i > 0, some.length > 1 ? `${group} ${at}` : undefined);
    for (const { word, weight, start, end } of strictly ? [] : others) {
      const same = meant.filter((token) => !token.part && token.start === start && token.end === end);
      const [first] = same.map(({ term }) => wanted.get(term)!);
      // What is several terms is each of them; another word for it stands beside.
      const group = same.length === 1 ? first!.term : undefined;
      if (group !== undefined) wanted.set(group, { ...first!, group });
      add(word, group === undefined ? other : weight, true, group);
    }
    if (everyday.length > 0)
      for (const { term, start, end } of meant) {
        const own = wanted.get(term);
        if (!own || own.besides || everyday.some((each) => each.start <= start && end <= each.end)) continue;
        const little = end - start === 1 || this.#lexicon.words.plain.has(term);
        wanted.set(term, { ...own, weight: own.weight * (little ? beside.little : beside.other) });
      }
    for (const { start, end, terms } of everyday) {
      if (near.some((each) => each.heard && start < each.end && each.start < end)) continue;
      const own = meant.filter((token) => start <= token.start && token.end <= end && wanted.has(token.term));
      const whole = own.filter(({ part }) => !part);
      const group = `everyday ${start}`;
      const [only] = whole;
      const kept = whole.length === 1 && held(only!.term);
      if (kept) wanted.set(only!.term, { ...wanted.get(only!.term)!, group });
      else for (const { term } of own) wanted.set(term, { term, weight: apart, besides: true });
      for (const [i, term] of terms.entries()) add(term, heard, kept || i > 0, group);
    }
    return {
      tokens,
      wanted: [...wanted.values()],
      words: [...words],
      absent: [...new Set(missing.map(({ word }) => word))],
      missing,
      near: near.map(({ term, groups, slip = false }) => ({
        term,
        slip,
        words: groups.flatMap((group) => group.words),
      })),
    };
  }

  /** The same query with other words for its matters, of which a passage needs one each; null where there are none. */
  akin({ tokens, ...asked }: Asked, typed: string, index: Vocabulary): Asked | null {
    const groups = [
      ...this.#matters.named(foldText(typed, { keepLength: true }), counted(index)),
      ...this.#matters.translated(typed, tokens, counted(index)),
    ];
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

  /** Other words for the matter that an English word of a list names. */
  #said({ word, start, end }: Absent, strictly: boolean, index: Vocabulary): Matter[] {
    if (strictly || end - start === word.length) return [];
    const [first] = this.#matters.named(word, counted(index));
    return first ? [{ ...first, start, end }] : [];
  }

  #terms(): Spoken {
    const index = this.#vocabulary!;
    const count = (term: string) => index.frequency(index.id(term));
    const { vocabulary, edges } = index;
    return { vocabulary, edges, frequency: (id) => index.frequency(id), sounds: this.#ofLibrary, count };
  }

  /** The project's words, which count as often as their terms. */
  #project(): Spoken {
    const index = this.#vocabulary!;
    const vocabulary = this.#lexicon.spellings;
    const frequency = (id: number) => {
      const terms = this.#lexicon.analyze(vocabulary[id]!).filter(({ part }) => !part);
      return terms.length === 0 ? 0 : Math.min(...terms.map(({ term }) => index.frequency(index.id(term))));
    };
    return { vocabulary, edges: this.#edges, frequency, sounds: this.#ofProject, count: this.#terms().count };
  }

  /** Whether the library has a word, or another one for the same. */
  #reaches(word: string, index: Vocabulary, held: (term: string) => boolean): boolean {
    const terms = this.#lexicon.analyze(word).filter(({ part }) => !part);
    if (terms.length > 0 && terms.every(({ term }) => held(term))) return true;
    const like = ({ word: other, share }: Candidate) => share >= meansEnough && other.length > 1 && held(other);
    return this.#matters.named(word, counted(index)).length > 0 || this.#lexicon.like(word).some(like);
  }

  /** Words of the language that need not be in the library, as rare as can be. */
  #language(): Pick<Spoken, 'vocabulary' | 'frequency' | 'sounds'> {
    return { vocabulary: this.#lexicon.vocabulary(), frequency: () => 1, sounds: this.#ofLanguage };
  }

  /** The terms, those of words in pinyin instead of their letters; `others`: what else the same pinyin may stand for. */
  #spelled(
    typed: string,
    index: Vocabulary,
    held: (term: string) => boolean,
  ): { tokens: readonly Token[]; others: readonly Other[]; close: readonly Close[] } {
    const expanded = this.#lexicon.expand(typed);
    if (!latin.test(typed)) return { tokens: expanded, others: [], close: [] };
    const count = (term: string) => index.frequency(index.id(term));
    const { tokens, others: meant, close } = meantBy(typed, expanded, this.#lexicon, index.vocabulary, count);
    const familiar = (start: number, end: number): Familiar => {
      const own = tokens.filter((token) => token.start < end && start < token.end);
      if (own.length === 0) return 'stop';
      // A place in small letters may be a word as well.
      const place = /[A-Z]/.test(typed.slice(start, end)) ? [] : this.#lexicon.divisionsIn(typed.slice(start, end));
      return own.some(({ term }) => han.test(term) || held(term)) && place.length === 0 ? 'known' : 'unknown';
    };
    const { pinyin } = this.#lexicon;
    const lists = [this.#project(), this.#terms()];
    const ofLists = spelledIn(typed, familiar, pinyin, lists);
    const left = (start: number, end: number) =>
      ofLists.some((each) => each.start < end && start < each.end) ? 'known' : familiar(start, end);
    // What spells no word of the library may spell one that it does not hold, with others for the same.
    const ofLanguage = spelledIn(typed, left, pinyin, [...lists, this.#language()]).flatMap(({ words, ...at }) => {
      const reached = words.map((some) => some.filter((word) => this.#reaches(word, index, held)));
      return reached.some((some) => some.length === 0) ? [] : [{ ...at, words: reached }];
    });
    const all = [...ofLists, ...ofLanguage];
    // What is no word beside the place that it was taken for stays the place.
    const places = this.#lexicon.divisionsIn(typed);
    const found = all.flatMap(({ start, end, words }) => {
      if (!places.some((place) => place.start === start && place.end === end)) return [{ start, end, words }];
      const other = words.map((some) => some.filter((word) => !this.#isPlace(word)));
      return other.some((some) => some.length === 0) ? [] : [{ start, end, words: other }];
    });
    const others = [...meant];
    if (found.length === 0) return { tokens, others, close };
    const inside = ({ start, end }: Token) => found.some((each) => each.start <= start && end <= each.end);
    const spelled = found.flatMap(({ start, end, words }) =>
      words.flatMap(([first = '', ...rest]): Token[] => {
        others.push(...rest.map((word) => ({ word, weight: other, start, end })));
        return this.#lexicon.analyze(first).map(({ term, part }) => ({ term, start, end, part }));
      }),
    );
    for (const token of tokens)
      if (inside(token) && han.test(token.term) && !token.part)
        others.push({ word: token.term, weight: other, start: token.start, end: token.end });
    const kept = tokens.filter((token) => !inside(token));
    return { tokens: [...spelled, ...kept].sort((a, b) => a.start - b.start || b.end - a.end), others, close };
  }

  #isPlace(word: string): boolean {
    return this.#lexicon.divisionsIn(word).some(({ start, end }) => end - start === word.length);
  }
}
