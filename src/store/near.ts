/** Words of the library that come near to one that it does not hold: for misspellings. Pure. */
import { oneApart } from '../text/one-apart.ts';
import type { Absent } from './absent.ts';
import { type Spoken, sounds } from './sounds.ts';

/** What may have been meant. */
export interface Near {
  /** Most frequent first. */
  readonly words: readonly string[];
  /** The piece of what was typed that they stand for. */
  readonly start: number;
  readonly end: number;
  /** Whether they sound alike, as input by sound mistakes them. */
  readonly heard: boolean;
}

/** Most words offered. */
const offered = 3;
/** Characters of the words around that may belong to the one that is mistaken, and how long a word can be. */
const reach = 3;
const longest = 8;
/** Of words that sound alike those are offered that stand at least this often, beside the most frequent one. */
const oftenEnough = 0.1;

const han = /[\u2e80-\u9fff]/;

/** What `absent` may be a slip for: what sounds like it, or like a stretch around it, before what is one change away. */
export function nearOf(absent: Absent, typed: string, lists: readonly Spoken[]): Near | null {
  for (const exact of [true, false])
    for (let length = longest; length >= 2; length--) {
      const found = soundingAlike(absent, typed, length, exact, lists);
      if (found) return found;
    }
  for (const stretch of absent.around) {
    const words = lists.map((terms) => nearWords(stretch, terms)).find((some) => some.length > 0) ?? [];
    const start = typed.indexOf(stretch);
    if (words.length > 0) return { words, start: Math.max(0, start), end: start + stretch.length, heard: false };
  }
  return null;
}

/** Words that sound like a piece of so many characters which touches the absent word. */
function soundingAlike(
  { start, end }: Absent,
  typed: string,
  length: number,
  exact: boolean,
  lists: readonly Spoken[],
): Near | null {
  let best: Near | null = null;
  let most = { shared: 0, count: 0 };
  const first = Math.max(0, Math.max(start - reach, start - length + 1));
  for (let from = first; from < end && from + length <= Math.min(typed.length, end + reach); from++) {
    const piece = typed.slice(from, from + length);
    if (!sounds(piece)) continue;
    const seen = new Set<string>();
    const alike = lists.flatMap(({ vocabulary, frequency, sounds: heard }) =>
      heard.like(piece).flatMap((each) => {
        const word = vocabulary[each.id]!;
        // A word that shares no character with what was typed is most often another one.
        const shared = [...word].filter((character, i) => character === piece.charAt(i)).length;
        if (each.exact !== exact || shared === 0 || seen.has(word)) return [];
        const count = frequency(each.id);
        if (count > 0) seen.add(word);
        return count > 0 ? [{ word, count, shared }] : [];
      }),
    );
    alike.sort((a, b) => b.shared - a.shared || b.count - a.count || (a.word < b.word ? -1 : 1));
    const [top] = alike;
    if (!top || top.shared < most.shared || (top.shared === most.shared && top.count <= most.count)) continue;
    most = top;
    const words = alike
      .filter(({ shared, count }) => shared === top.shared && count >= top.count * oftenEnough)
      .slice(0, offered)
      .map(({ word }) => word);
    best = { words, start: from, end: from + length, heard: true };
  }
  return best;
}

/**
 * The most frequent words one change away. Short words are too near to everything: Chinese ones need three characters (or two
 * swapped), others four.
 */
export function nearWords(
  word: string,
  { vocabulary, frequency, edges }: Pick<Spoken, 'vocabulary' | 'frequency' | 'edges'>,
): string[] {
  const chinese = han.test(word);
  const swapped = chinese && word.length === 2 ? word.charAt(1) + word.charAt(0) : null;
  if (/^\d/.test(word) || word.length < (chinese ? 2 : 4)) return [];
  const found: { term: string; count: number }[] = [];
  const { length } = word;
  // One change in three characters or more leaves one of the ends as it is; where two changed places each stands at the other's.
  for (const id of edges.touching(word.charAt(0) + word.charAt(length - 1))) {
    const term = vocabulary[id]!;
    if (term.length > length + 1 || term.length < length - 1 || term.length < 2) continue;
    if (swapped !== null ? term !== swapped : !sameEnd(word, term) || !oneApart(word, term)) continue;
    const count = frequency(id);
    if (count > 0 && term !== word) found.push({ term, count });
  }
  found.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
  return found.slice(0, offered).map(({ term }) => term);
}

/** Whether two words begin or end alike: one change in three characters or more leaves one of the ends as it is. */
function sameEnd(a: string, b: string): boolean {
  return a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);
}
