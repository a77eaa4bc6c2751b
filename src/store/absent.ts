/** What of a query the library does not hold: named as a person typed it, with the words that may have been meant. Pure. */
import type { Token } from '../lexicon/lexicon.ts';

export interface Absent {
  /** The word that finds nothing, whole: an unknown word is often cut into pieces. */
  readonly word: string;
  /** Terms that are only pieces of it, also those that the library holds: alone they mean something else. */
  readonly pieces: readonly string[];
  /** Where it stands in what was typed. */
  readonly start: number;
  readonly end: number;
  /** The word, and longer stretches of what was typed around it, longest first: a slip cuts a known word into known parts. */
  readonly around: readonly string[];
}

/** Tokens on each side of an absent word that it may belong to, and how long a word can be. */
const reach = 2;
const longest = 8;

/**
 * Absent words in the order in which they were typed. `tokens`: the query's, in order; `held`: whether the library holds a term;
 * `typed`: the query, folded, with the same offsets.
 */
export function absentWords(tokens: readonly Token[], held: (term: string) => boolean, typed: string): Absent[] {
  // Pinyin can mean several places: what was typed finds something where one of them does.
  const finds = new Set(tokens.filter(({ term, part }) => !part && held(term)).map(({ start }) => start));
  const words = tokens.filter(
    ({ part, start }, i) => !part && !tokens.slice(0, i).some((t) => !t.part && t.start === start),
  );
  const missing = words.map(({ start }) => !finds.has(start));
  const joined = words.map((word, i) => i > 0 && touching(words[i - 1]!, word, typed));
  const found: Absent[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!missing[i]) continue;
    let [first, last] = [i, i];
    while (joined[last + 1] && (missing[last + 1] || torn(words[last]!, words[last + 1]!, words[last + 1]!))) last++;
    while (first > 0 && joined[first] && torn(words[first - 1]!, words[first]!, words[first - 1]!)) first--;
    const pieces = words.slice(first, last + 1);
    // A single character says little: it is named with what stands before it.
    const lone = first === last && single(pieces[0]!) && joined[first];
    const from = lone ? words[first - 1]! : pieces[0]!;
    found.push({
      word: first === last && !lone ? pieces[0]!.term : between(from, pieces.at(-1)!),
      pieces: pieces.map(({ term }) => term),
      start: pieces[0]!.start,
      end: pieces.at(-1)!.end,
      around: stretches(first, last),
    });
    i = last;
  }
  return found;

  /** Whether `other`, one of two neighbours, is a character torn off the word: nowhere do the two stand side by side. */
  function torn(a: Token, b: Token, other: Token): boolean {
    return single(other) && !held(typed.charAt(a.end - 1) + typed.charAt(b.start));
  }

  function between(a: Token, b: Token): string {
    return typed.slice(a.start, b.end);
  }

  function stretches(first: number, last: number): string[] {
    const some: string[] = [];
    for (let from = first; from >= 0 && from >= first - reach && (from === first || joined[from + 1]); from--)
      for (let to = last; to < words.length && to <= last + reach && (to === last || joined[to]); to++)
        some.push(between(words[from]!, words[to]!));
    return some.filter((text) => text.length <= longest).sort((a, b) => b.length - a.length);
  }
}

const single = ({ start, end }: Token) => end - start === 1;
const han = /[\u2e80-\u9fff]/;
const touching = (a: Token, b: Token, typed: string) =>
  a.end === b.start && han.test(typed.charAt(a.end - 1)) && han.test(typed.charAt(b.start));
