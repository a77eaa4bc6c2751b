/**
 * Slips that only what stands around them tells: 追朔码 for 追溯码, 行政备安事项 for 行政备案事项. A character, or two that changed places, is
 * put right where texts hold it so together with what was typed beside it. Pure over the index.
 */
import { type Pinyin, sound } from '../../lexicon/pinyin.ts';
import type { Absent } from '../absent.ts';
import { pairsOf, pairWords, tight } from './phrase.ts';
import type { Postings } from './postings.ts';

/** A query with one slip less. */
export interface Respelled {
  readonly text: string;
  /** The absent word that was a slip, and the stretch that texts hold instead. */
  readonly word: string;
  readonly instead: string;
}

/** Characters that are looked at on each side of the absent word. */
const around = 4;
/** Characters that must stand together in a text, the one put right among them. */
const shortest = 3;
/** Length of the terms that lead to texts, and texts that are read at most. */
const longestTerm = 4;
const most = 60;
const han = /[\u4e00-\u9fff]/;

interface Attempt {
  /** What texts must hold at least: the absent word and what is put right. */
  readonly from: number;
  readonly to: number;
  /** Where the query differs, how far, and what stands there instead. */
  readonly at: number;
  readonly piece: string;
  /** Whether it sounds as what was typed. */
  readonly heard: boolean;
  readonly terms: Set<string>;
}

/** `known`: whether an absent word is one of the language: that is a slip only for what sounds alike. */
export async function respelled(
  absent: readonly Absent[],
  typed: string,
  index: Postings,
  pinyin: Pinyin,
  known: (word: string) => boolean,
  texts: (passages: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<Respelled | null> {
  for (const each of absent) {
    const [from, to] = run(each, typed);
    if (to - from < shortest) continue;
    const stretch = typed.slice(from, to);
    const attempts = [...attemptsOf(each.start - from, each.end - from, stretch, index, pinyin).values()];
    const usable = known(each.word) ? attempts.filter(({ heard }) => heard) : attempts;
    const best = await verified(usable, stretch, index, texts);
    if (best === null) continue;
    const right = best.at + best.piece.length;
    return {
      text: typed.slice(0, from + best.at) + best.piece + typed.slice(from + right),
      ...{ word: each.word, instead: best.instead },
    };
  }
  return null;
}

/** The Chinese characters around an absent word. */
function run({ start, end }: Absent, typed: string): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && from > start - around && han.test(typed.charAt(from - 1))) from--;
  while (to < typed.length && to < end + around && han.test(typed.charAt(to))) to++;
  return [from, to];
}

/** Ways to put one character right, or two, that make a piece of the stretch a term of the library. */
function attemptsOf(
  start: number,
  end: number,
  stretch: string,
  index: Postings,
  pinyin: Pinyin,
): Map<string, Attempt> {
  const attempts = new Map<string, Attempt>();
  const add = (at: number, piece: string, term: string, heard: boolean) => {
    const key = `${at} ${piece}`;
    const before = attempts.get(key) ?? {
      ...{ from: Math.min(start, at), to: Math.max(end, at + piece.length) },
      ...{ at, piece, heard, terms: new Set<string>() },
    };
    before.terms.add(term);
    attempts.set(key, before);
  };
  const alike = (a: string, b: string) => {
    const sounds = new Set(pinyin.readings(a).map(sound));
    return pinyin.readings(b).some((reading) => sounds.has(sound(reading)));
  };
  // One change leaves one of the ends as it is; of two characters that changed places each stands at the other's.
  for (const id of index.edges.touching(stretch)) {
    const term = index.vocabulary[id]!;
    const { length } = term;
    if (length < 2 || length > longestTerm || index.frequency(id) === 0) continue;
    for (let from = Math.max(0, start - length + 1); from < end && from + length <= stretch.length; from++) {
      const at = differing(term, stretch, from);
      if (at < 0) continue;
      const place = from + at;
      if (term.charAt(at + 1) === stretch.charAt(place) && term.charAt(at) === stretch.charAt(place + 1))
        add(place, term.slice(at, at + 2), term, true);
      else if (place >= start && place < end && sameAfter(term, stretch, from, at) && han.test(term.charAt(at)))
        add(place, term.charAt(at), term, alike(term.charAt(at), stretch.charAt(place)));
    }
  }
  return attempts;
}

/** The first character that differs where one does, or two that changed places; else -1. */
function differing(term: string, stretch: string, from: number): number {
  let at = -1;
  for (let i = 0; i < term.length; i++) {
    if (term.charCodeAt(i) === stretch.charCodeAt(from + i)) continue;
    if (at >= 0 && i > at + 1) return -1;
    if (at < 0) at = i;
  }
  return at;
}

const sameAfter = (term: string, stretch: string, from: number, at: number) =>
  at + 1 >= term.length || term.charCodeAt(at + 1) === stretch.charCodeAt(from + at + 1);

/** The attempt of which a text holds most of what was typed around it; of those alike the one that sounds so, then the most frequent. */
async function verified(
  attempts: readonly Attempt[],
  stretch: string,
  index: Postings,
  texts: (passages: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<{ at: number; piece: string; instead: string } | null> {
  const possible = attempts
    .map((attempt) => ({ attempt, whole: put(stretch, attempt), passages: candidates(attempt, stretch, index) }))
    .filter(({ passages }) => passages.length > 0)
    // Terms that stand everywhere leave the fewest to be read at the end.
    .sort((a, b) => a.passages.length - b.passages.length);
  const wanted = new Set<number>();
  for (const { passages } of possible) for (const passage of passages) if (wanted.size < most) wanted.add(passage);
  const read = await texts([...wanted]);
  const plain = new Map([...read].map(([passage, text]) => [passage, tight(text)]));
  let best: { at: number; piece: string; instead: string } | null = null;
  let worth = 0;
  for (const { attempt, whole, passages } of possible) {
    let longest = '';
    for (const passage of passages)
      longest =
        standing(whole, attempt, plain.get(passage) ?? '', Math.max(leastOf(attempt), longest.length + 1)) ?? longest;
    const value = longest.length + (attempt.heard ? 0.5 : 0) + Math.min(passages.length, most) / (4 * most);
    if (longest === '' || value <= worth) continue;
    worth = value;
    best = { at: attempt.at, piece: attempt.piece, instead: longest };
  }
  return best;
}

const put = (stretch: string, { at, piece }: Attempt) =>
  stretch.slice(0, at) + piece + stretch.slice(at + piece.length);

/** Passages that may hold what was put right with a character on either side. */
function candidates(attempt: Attempt, stretch: string, index: Postings): number[] {
  const whole = put(stretch, attempt);
  const found = new Set<number>();
  const windows = windowsOf(whole, attempt, leastOf(attempt)).map((window) =>
    pairsOf(window, new Int32Array(pairWords)),
  );
  for (const term of attempt.terms)
    for (const passage of index.holding(term)) {
      if (found.size >= most) return [...found];
      if (index.report(passage) >= 0 && windows.some((pairs) => index.mayHold(passage, pairs))) found.add(passage);
    }
  return [...found];
}

const leastOf = ({ from, to }: Attempt) => Math.max(shortest, to - from);

/** Pieces of a length that hold all of what was put right. */
function windowsOf(whole: string, { from, to }: Attempt, length: number): string[] {
  const windows: string[] = [];
  for (let first = Math.max(0, to - length); first <= from && first + length <= whole.length; first++)
    windows.push(whole.slice(first, first + length));
  return windows;
}

/** The longest piece around what was put right that a text holds, of `least` characters at least. */
function standing(whole: string, attempt: Attempt, text: string, least: number): string | null {
  for (let length = whole.length; length >= least; length--)
    for (const window of windowsOf(whole, attempt, length)) if (text.includes(window)) return window;
  return null;
}
