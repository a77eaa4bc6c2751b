/** English words that no list of the project has, as the library may say them in Chinese. Pure. */
import type { Lexicon, Token } from '../lexicon/lexicon.ts';

export interface Meant {
  /** The query's tokens, those of the library's usual word instead of the English ones. */
  readonly tokens: readonly Token[];
  /** Other words of the library for the same. */
  readonly others: readonly string[];
}

/** Other words that are offered for one. */
const offered = 3;

/** `count`: how many passages hold a term. */
export function meantBy(
  typed: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  count: (term: string) => number,
): Meant {
  const unknown = tokens.filter(({ term, part }) => !part && /^[a-z]/.test(term) && count(term) === 0);
  if (unknown.length === 0) return { tokens, others: [] };
  const others: string[] = [];
  const replaced = lexicon
    .meanings(typed)
    .flatMap(({ start, end, words }): { start: number; end: number; tokens: Token[] }[] => {
      const inside = tokens.filter((token) => token.start < end && start < token.end);
      if (inside.length === 0 || !inside.every((token) => unknown.includes(token))) return [];
      const held = words
        .map((word) => ({ word, terms: lexicon.analyze(word) }))
        .map(({ word, terms }) => ({
          word,
          terms,
          count: Math.min(...terms.flatMap(({ term, part }) => (part ? [] : [count(term)]))),
        }))
        .filter((each) => each.terms.length > 0 && each.count > 0)
        .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
      const [first] = held;
      if (!first) return [];
      others.push(...held.slice(1, 1 + offered).map(({ word }) => word));
      return [{ start, end, tokens: first.terms.map(({ term, part }) => ({ term, part, start, end })) }];
    });
  const kept = tokens.filter((token) => !replaced.some(({ start, end }) => token.start < end && start < token.end));
  const all = [...replaced.flatMap((each) => each.tokens), ...kept];
  return { tokens: all.sort((a, b) => a.start - b.start || b.end - a.end), others };
}
