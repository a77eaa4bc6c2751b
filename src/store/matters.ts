/** Matters that a query names, with the library's other words for them: by the lists of index/. Pure. */
import type { Lexicon, Token } from '../lexicon/lexicon.ts';

/** A matter that is named, and the library's other words for it. */
export interface Matter {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
}

const han = /[\u2e80-\u9fff]/;

export class Matters {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Where a folded query names matters for which the library has other words, most frequent first. */
  named(folded: string, count: (term: string) => number): Matter[] {
    return this.#lexicon.related(folded).flatMap(({ start, end, words }) => {
      const terms = this.#held(words, count).sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
      return terms.length === 0 ? [] : [{ start, end, terms }];
    });
  }

  /** Those of the words that the library holds as one term. */
  #held(words: readonly string[], count: (term: string) => number): string[] {
    const terms = words.flatMap((word) => {
      const whole = this.#lexicon.analyze(word).filter(({ part }) => !part);
      return whole.length === 1 && count(whole[0]!.term) > 0 ? [whole[0]!.term] : [];
    });
    return [...new Set(terms)];
  }

  /** Other words for the matters of Chinese terms that stand for what was typed in Latin letters. */
  translated(typed: string, tokens: readonly Token[], count: (term: string) => number): Matter[] {
    return tokens.flatMap(({ term, start, end, part }) => {
      if (part || !han.test(term) || han.test(typed.slice(start, end))) return [];
      const [first] = this.named(term, count);
      return first && first.end - first.start === term.length ? [{ ...first, start, end }] : [];
    });
  }

  /** Everyday words, whole ones, with what the library writes for them. */
  everyday(folded: string, tokens: readonly Token[], count: (term: string) => number): Matter[] {
    const inner = (at: number) => tokens.some(({ start, end, part }) => !part && start < at && at < end);
    return this.#lexicon.everyday(folded).flatMap(({ start, end, words }) => {
      if (inner(start) || inner(end)) return [];
      const terms = this.#held(words, count);
      return terms.length === 0 ? [] : [{ start, end, terms }];
    });
  }
}
