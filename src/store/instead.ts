/** What may stand for a word that the library does not hold: a word that it is a slip for, one that means the same, its pieces. Pure. */
import type { Candidate, Lexicon } from '../lexicon/lexicon.ts';
import type { Absent } from './absent.ts';
import type { Close } from './meant.ts';
import { nearOf } from './near.ts';
import type { Spoken } from './sounds.ts';

/** Words of the library that are looked for instead. */
export interface Instead {
  /** Alternatives for each piece of the word, the nearest first, and what they count. */
  readonly groups: readonly { readonly words: readonly string[]; readonly weight: number }[];
  /** The piece of what was typed that they stand for. */
  readonly start: number;
  readonly end: number;
  /** Whether they stand for it whole, so that its characters alone are other words. */
  readonly heard: boolean;
  /** Whether it is a slip for them, and no word of its own. */
  readonly slip?: boolean;
}

/** What a word counts that comes near to what was typed, that sounds like it, that means the same, and that is a piece of it. */
const guess = 0.4;
const heard = 0.9;
const same = 0.8;
const piece = 0.6;
/** Words that mean the same are offered, so many; those that share less of the meaning are others. */
const offered = 6;
const enough = 0.5;
const nearest = 0.75;
const whole = 0.95;

const han = /^[\u2e80-\u9fff]+$/;

/** `close`: what English words mean in part. */
export function insteadOf(
  absent: Absent,
  typed: string,
  lists: readonly Spoken[],
  close: readonly Close[],
  lexicon: Lexicon,
): Instead | null {
  const { word, start, end } = absent;
  const part = close.find((each) => each.start < end && start < each.end);
  if (part) return { ...part, groups: [{ words: part.words, weight: same }], heard: true };
  const held = counter(lexicon, lists);
  const akin = han.test(word) && word.length > 1 ? inMeaning(word, lexicon, held) : [];
  if (akin.length > 0) return { start, end, groups: [{ words: akin, weight: same }], heard: true };
  const pieces = han.test(word) ? piecesOf(word, lexicon, held) : [];
  if (pieces.length > 1 && pieces.every(({ length }) => length > 1)) return inPieces(absent, pieces, lexicon, held);
  return slipOf(absent, typed, lists) ?? (pieces.length > 1 ? inPieces(absent, pieces, lexicon, held) : null);
}

/** Only words that it is a slip for. */
export function slipOf(absent: Absent, typed: string, lists: readonly Spoken[]): Instead | null {
  const near = nearOf(absent, typed, lists);
  return near && { ...near, slip: true, groups: [{ words: near.words, weight: near.heard ? heard : guess }] };
}

type Count = (word: string) => number;

/** How many passages hold all the terms of a word. */
function counter(lexicon: Lexicon, [library]: readonly Spoken[]): Count {
  return (word) => {
    const terms = lexicon.analyze(word).flatMap(({ term, part }) => (part ? [] : [term]));
    return terms.length === 0 || !library ? 0 : Math.min(...terms.map((term) => library.count(term)));
  };
}

/** Words of the library that mean the same as one, the nearest first, without those that mean much less of it. */
function inMeaning(word: string, lexicon: Lexicon, held: Count): string[] {
  const found: string[] = [];
  let least = enough;
  for (const each of lexicon.like(word)) {
    if (each.share < least || found.length === offered) break;
    if (!saysEnough(each, word) || held(each.word) === 0) continue;
    if (found.length === 0) least = Math.max(enough, each.share * nearest);
    found.push(each.word);
  }
  return found;
}

/** A single character means too much beside longer words, but for one of the word itself: 茶叶 is 茶. */
const saysEnough = ({ word: other, share }: Candidate, word: string) =>
  other.length >= Math.min(2, word.length) || (share >= whole && word.includes(other));

/** The words that an unknown one is made of, longest first from the left; what is none stays by characters. */
function piecesOf(word: string, lexicon: Lexicon, held: Count): string[] {
  const found: string[] = [];
  for (let at = 0; at < word.length; at += found.at(-1)!.length) {
    let length = Math.min(word.length - at, 4);
    const known = (text: string) => text !== word && (lexicon.known(text) || held(text) > 0);
    while (length > 1 && !known(word.slice(at, at + length))) length--;
    found.push(word.slice(at, at + length));
  }
  return found;
}

/** What the library holds of the pieces, or of what means the same as one of them. */
function inPieces({ start, end }: Absent, pieces: readonly string[], lexicon: Lexicon, held: Count): Instead | null {
  const groups = pieces.flatMap((word) => {
    if (word.length === 1) return [];
    const words = held(word) > 0 ? [word] : inMeaning(word, lexicon, held);
    return words.length > 0 ? [{ words, weight: piece }] : [];
  });
  return groups.length > 0 ? { start, end, groups, heard: true } : null;
}
