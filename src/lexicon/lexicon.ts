/**
 * The lexicon: what the bot knows about words, read from index/. The same analyzer serves indexing and asking.
 * Types only; load.ts reads the files, each part has a file of its own.
 */
import type { RegionFilter } from '../question/plan.ts';
import type { Pinyin } from './pinyin.ts';
import type { Related } from './related.ts';
import type { Succession } from './succession.ts';

/** A term of a text, with the place in the original that it came from. */
export interface Token {
  /** Normalised: NFKC, simplified, lower case, synonyms folded to one key. */
  readonly term: string;
  /** UTF-16 offsets in the text as given, end exclusive: they survive every normalisation. */
  readonly start: number;
  readonly end: number;
  /** Not a word as written, but a part of one, or two characters that hold an unknown name together. */
  readonly part: boolean;
}

/** A stretch of a text between punctuation, with its terms. */
export interface Clause {
  /** UTF-16 offset in the text. */
  readonly from: number;
  /** In order, with offsets from there. Never to be changed. */
  readonly tokens: readonly Token[];
  /** Whether this list is held, and comes again where the clause does. */
  readonly kept: boolean;
}

/** What words are cut by, as lines of files. */
export interface Dictionary {
  /** Word, frequency, tag. Absent: the segmenter's own dictionary. */
  readonly base?: string;
  /** The project's words. */
  readonly own: string;
}

/** Which words some texts may hold. */
export interface Held {
  /** False where none holds the word, which is all of `text` or what stands there. */
  mayHold(text: string, from?: number, to?: number): boolean;
}

/** What cutting texts takes: plain data, for worker threads. */
export interface LexiconPart {
  readonly stop: ReadonlySet<string>;
  /** spelling → the term that it is folded to. */
  readonly keys: ReadonlyMap<string, string>;
  readonly dictionary: Dictionary;
}

/** An administrative division of the national list. */
export interface Division {
  readonly code: string;
  readonly level: 'province' | 'city' | 'county';
  /** As the list writes it: 盐池县. */
  readonly zh: string;
  /** Without its generic ending, where that leaves two characters or more: 盐池. */
  readonly short: string;
  /** Capitalised pinyin of the short form: Yanchi. */
  readonly pinyin: string;
  /** Usual English: Yanchi County. */
  readonly en: string;
  /** The division itself and those above it. */
  readonly region: RegionFilter;
}

export interface DivisionSpan {
  readonly start: number;
  readonly end: number;
  /** Every division that this name can mean (several counties share a name), most populous level first. */
  readonly divisions: readonly Division[];
}

/** A kind of department: 科技局, "science and technology bureau". */
export interface Kind {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Endings of Chinese agency names that are of this kind, with abbreviations: 科学技术局, 科技局, 科学技术委员会, 科委. */
  readonly endings: readonly string[];
  /** What English users say: "science bureau", "S&T bureau". */
  readonly english: readonly string[];
}

/** What a Chinese agency name says. */
export interface AgencyName {
  /** Canonical: division prefix in full, kind's own ending spelled out. One across name variants. */
  readonly key: string;
  readonly region: RegionFilter;
  readonly kind: string | null;
  /** A government (consolidated report) as against one of its departments. */
  readonly government: boolean;
}

/** A measure of the forms, with all the names people give it. */
export interface MeasureEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly zhNames: readonly string[];
  readonly enNames: readonly string[];
  readonly table: 2 | 3 | 4;
  readonly unit: string;
  readonly forms: readonly ('2019' | '2021')[];
}

export interface Term {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly zhNames: readonly string[];
  readonly enNames: readonly string[];
}

/** A theme of section five: a problem that reports name, or what they do about it. */
export interface Theme extends Term {
  readonly kind: 'problem' | 'measure';
}

interface Definition extends Term {
  readonly text: { readonly zh: string; readonly en: string };
  /** The article or notice that says so. */
  readonly source: string;
}

/** What questions say beside the names of things; index/words.json and its neighbours. */
interface QuestionWords {
  /** Several cells that users name as one ("refused" is the sum of eight grounds), or list together (outcomes). */
  readonly groups: readonly {
    id: string;
    zh: string;
    en: string;
    combine: 'each' | 'sum';
    measures: readonly string[];
  }[];
  /** A word and the measures that it can mean (`*` stands for anything); `default` where nothing else narrows it. */
  readonly measureWords: readonly {
    measures: readonly string[];
    default: readonly string[];
    zh: readonly string[];
    en: readonly string[];
  }[];
  /** Ways of saying a measure, or of firing a rule, that are too many to be listed: patterns, matched as they stand. */
  readonly wordings: readonly {
    rule?: string | undefined;
    measures: readonly string[];
    default: readonly string[];
    zh: readonly string[];
    en: readonly string[];
  }[];
  /** What the forms do not hold: kinds of restriction, and the patterns that show them. `names`: they say what is counted;
   *  `open`: any word can stand in them, so that they hold only where the question is not understood. */
  readonly unheld: readonly {
    id: string;
    zh: string;
    en: string;
    names: boolean;
    open: boolean;
    patterns: readonly RegExp[];
  }[];
  /** Parts of section one that people ask for by name. */
  readonly parts: readonly (Term & { readonly section?: number | undefined })[];
  /** Things that reports write about or count in their text. `channel`: where they publish. */
  readonly topics: readonly (Term & { readonly channel: boolean })[];
  readonly rates: readonly (Term & { readonly measures: string })[];
  /** Ordinary words of both languages that restrict nothing: a question may be understood without them. */
  readonly plain: ReadonlySet<string>;
  /** English words that are never taken for a misspelt name. */
  readonly ordinary: ReadonlySet<string>;
  /** Words as people often mistype or shorten them, and what they mean. */
  readonly slips: readonly { readonly from: string; readonly to: string }[];
  /** Names of departments in pinyin, word by word: 科技局 → keji ju. */
  readonly offices: ReadonlyMap<string, string>;
  /** Words that stand in for one another wherever people speak: 咋 for 怎么. */
  readonly spoken: readonly { readonly zh: string; readonly also: readonly string[] }[];
  /** Words by the rule that they fire. */
  readonly rules: readonly { rule: string; zh: readonly string[]; en: readonly string[] }[];
}

/** What documents are read with. */
export interface Names {
  /** Names of divisions in a text in either language, longest match first, without overlaps. */
  divisionsIn(text: string): DivisionSpan[];
  /** What a Chinese agency name says; `hint` is a region known from elsewhere (市科技局 in Ankang's report). */
  agency(name: string, hint?: RegionFilter): AgencyName;
}

/** A Chinese word, and how much of what was asked for it says, from 0 to 1. */
export interface Candidate {
  readonly word: string;
  readonly share: number;
}

/** What English words of a text are called in Chinese, the nearest first. */
export interface Meaning {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Candidate[];
}

/** What is known of words of either language by a dictionary of general use. */
export interface Meanings {
  /** What the English words and phrases of a text may be in Chinese, longer phrases first where several begin. */
  meanings(text: string): readonly Meaning[];
  /** Chinese words that mean nearly the same, the nearest first. */
  like(word: string): readonly Candidate[];
  /** All Chinese words that it has. */
  vocabulary(): readonly string[];
  /** Whether this is a Chinese word, or an English one in any of its forms. */
  known(word: string): boolean;
}

export interface Lexicon extends Names, Meanings {
  /** SHA-256 over everything in index/ that changes terms: an index built with another one is refused. */
  readonly hash: string;
  /** Terms of a text in order; the same for passages and queries. Stop words are left out. */
  analyze(text: string): Token[];
  /** The same, clause by clause. */
  clauses(text: string): Clause[];
  /** Terms of a query: as `analyze`, with English phrases and pinyin names turned into the Chinese that reports print. */
  expand(text: string): Token[];
  /** What cutting takes of texts that hold nothing but this: they are cut by it as by `clauses`. See part.ts. */
  part(held: Held): LexiconPart;
  /** How characters sound. */
  readonly pinyin: Pinyin;
  /** Chinese words that the project knows by name, as they are written: also those that are folded to another. */
  readonly spellings: readonly string[];
  /** Other words for the matters of a folded query, which do not mean the same. */
  related(text: string): readonly Related[];
  /** Everyday words of a folded query, with what reports write for them. */
  everyday(text: string): readonly Related[];
  /** A query without the words that only ask (…是怎么写的), blanked out, so that offsets stay. */
  unasked(text: string): string;
  /** The division of a full or short Chinese name; null where none or several fit and `within` does not decide. */
  division(name: string, within?: RegionFilter): Division | null;
  /** How two bodies stand to each other, by their keys, where one took over from the other: not the same, and never added up. */
  succession(a: string, b: string): Succession | null;
  /** Every way people write this agency: abbreviations, without 县, pinyin, English. The first of each is for display. */
  agencyNames(agency: { key: string; names: readonly string[]; region: RegionFilter; kind: string | null }): {
    readonly zh: readonly string[];
    readonly en: readonly string[];
  };
  readonly kinds: readonly Kind[];
  readonly measures: readonly MeasureEntry[];
  /** The seven applicant columns, the six sections, the themes of problems and measures. */
  readonly applicants: readonly Term[];
  readonly sections: readonly Term[];
  readonly themes: readonly Theme[];
  readonly definitions: readonly Definition[];
  readonly words: QuestionWords;
}
