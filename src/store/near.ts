/** Words of the library that come near to one that it does not hold: for misspellings. Pure. */
import { oneApart } from '../text/one-apart.ts';

/** Most words offered. */
const offered = 3;

/**
 * The most frequent words one change away. Short words are too near to everything: Chinese ones need three characters (or two
 * swapped), others four.
 */
export function nearWords(word: string, vocabulary: readonly string[], frequency: (id: number) => number): string[] {
  const chinese = /[\u2e80-\u9fff]/.test(word);
  const swapped = chinese && word.length === 2 ? word.charAt(1) + word.charAt(0) : null;
  if (/^\d/.test(word) || word.length < (chinese ? 2 : 4)) return [];
  const found: { term: string; count: number }[] = [];
  for (let id = 0; id < vocabulary.length; id++) {
    const term = vocabulary[id]!;
    if (
      swapped !== null
        ? term !== swapped
        : Math.abs(term.length - word.length) > 1 || term.length < 2 || !oneApart(word, term)
    )
      continue;
    const count = frequency(id);
    if (count > 0 && term !== word) found.push({ term, count });
  }
  found.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
  return found.slice(0, offered).map(({ term }) => term);
}
