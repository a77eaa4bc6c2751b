/** The word lists that an analyzer is made of. */
import type { Divisions } from './divisions.ts';
import type { Kinds } from './kinds.ts';
import type { SynonymRow } from './synonyms.ts';

export interface AnalyzerWords {
  /** Words that the segmenter must know, beside those of the other lists. */
  readonly words: readonly string[];
  /** Whether a word of either language is one of general use: never a slip for another. */
  readonly ordinary: (word: string) => boolean;
  readonly stopWords: readonly string[];
  readonly synonyms: readonly SynonymRow[];
  readonly kinds: Kinds;
  readonly divisions: Divisions;
  /** Names in both languages, for English questions. */
  readonly glossary: readonly {
    readonly zhNames: readonly string[];
    readonly enNames: readonly string[];
    readonly zh: string;
    readonly en: string;
  }[];
}
