/** Words typed by their pinyin, with spaces between the syllables, the words, or none. Pure. */
import type { Pinyin } from '../lexicon/pinyin.ts';
import type { Spoken } from './sounds.ts';

/** A list of words with how they sound. */
type Heard = Pick<Spoken, 'vocabulary' | 'frequency' | 'sounds'>;

/** A stretch of Latin letters that spells words of the library. */
export interface Spelled {
  readonly start: number;
  readonly end: number;
  /** In order, each with the words that it may be, most frequent first. */
  readonly words: readonly (readonly string[])[];
}

/** Syllables of a word, and letters of a stretch. */
const longest = 8;
const most = 100;
/** Readings of one stretch of syllables that are offered, and how frequent beside the most frequent one. */
const offered = 3;
const oftenEnough = 0.02;
/** Words of one sound that may be pieces of a longer one. */
const pieces = 40;

interface Reading {
  /** In order, each with what it may be; of the last one all end with the same character where it is to be gone on with. */
  readonly words: readonly (readonly string[])[];
  /** Less is better. */
  readonly rank: number;
  /** Where the last syllable begins. */
  readonly last: number;
  /** Whether it is no word by itself, but the beginning of one that is cut in pieces. */
  readonly open: boolean;
}

/**
 * Reads a stretch of letters (single spaces or apostrophes between its words) as words; null where it does not spell any. A word that is
 * cut in pieces is read by pieces that share a character: 草方 and 方格 are 草方格.
 */
export function spelledWords(letters: string, pinyin: Pinyin, lists: readonly Heard[]): string[][] | null {
  const plain = letters.toLowerCase().replace(/[’'-]/g, ' ');
  /** By place, the best readings up to there, one for each end that may be gone on with: fewest words, then most frequent ones. */
  const best: Map<string, Reading>[] = Array.from({ length: plain.length + 1 }, () => new Map());
  best[0]!.set('', { words: [], rank: 0, last: 0, open: false });
  const known = new Map<string, Spelling[]>();
  const spellings = (syllables: readonly string[]) => {
    const key = syllables.join(' ');
    const found = known.get(key) ?? spellingsOf(syllables, lists);
    known.set(key, found);
    return found;
  };
  for (let at = 0; at < plain.length; at++)
    for (const before of best[at]!.values()) {
      if (plain[at] === ' ') {
        improve(at + 1, '', before);
        if (before.open) improve(at + 1, ends(before), before);
        continue;
      }
      if (!before.open) walk(at, [], at, (end, syllables, last) => fresh(before, end, last, spellings(syllables)));
      if (before.words.length > 0)
        walk(before.last, [], before.last, (end, syllables, last) => {
          if (end > at) joined(before, end, last, spellings(syllables));
        });
    }
  const closed = [...best[plain.length]!.values()].filter(({ open, words }) => !open && words.length > 0);
  const [whole] = closed.sort((a, b) => a.rank - b.rank);
  return whole ? whole.words.map((names) => [...names]) : null;

  /** A word that begins here. */
  function fresh(before: Reading, end: number, last: number, found: readonly Spelling[]): void {
    const names = usual(found);
    if (names.length > 0)
      improve(end, '', {
        words: [...before.words, names],
        rank: before.rank + cost(found[0]!.count),
        last,
        open: false,
      });
    for (const { word } of found.slice(0, pieces))
      improve(end, word.slice(-1), { words: [...before.words, [word]], rank: before.rank + 1, last, open: true });
  }

  /** A piece that begins with the last character of the word before. */
  function joined(before: Reading, end: number, last: number, found: readonly Spelling[]): void {
    const [names = []] = before.words.slice(-1);
    for (const { word, count } of found.slice(0, pieces))
      for (const name of names) {
        if (name.slice(-1) !== word.charAt(0)) continue;
        const words = [...before.words.slice(0, -1), [name + word.slice(1)]];
        const rank = before.rank + cost(count);
        improve(end, '', { words, rank, last, open: false });
        improve(end, word.slice(-1), { words, rank, last, open: true });
      }
  }

  function improve(at: number, end: string, reading: Reading): void {
    const key = reading.open ? `${reading.last} ${end}` : '';
    const other = best[at]!.get(key);
    if (other === undefined || reading.rank < other.rank) best[at]!.set(key, reading);
  }

  /** Every way to go on from here by whole syllables; a syllable does not go over a space. */
  function walk(
    at: number,
    syllables: readonly string[],
    last: number,
    found: (end: number, syllables: readonly string[], last: number) => void,
  ): void {
    if (syllables.length >= 2) found(at, syllables, last);
    if (syllables.length >= longest) return;
    const from = plain[at] === ' ' ? at + 1 : at;
    for (const length of pinyin.syllablesAt(plain, from))
      walk(from + length, [...syllables, plain.slice(from, from + length)], from, found);
  }
}

const ends = ({ words }: Reading) => (words.at(-1)?.[0] ?? '').slice(-1);
const cost = (count: number) => 1 + 1 / (2 + Math.log(count));

/** A word that is spelled so. */
interface Spelling {
  readonly word: string;
  readonly count: number;
}

/** Words that some syllables spell, the most frequent first; those of nearly the same sound only where there are no others. */
function spellingsOf(syllables: readonly string[], lists: readonly Heard[]): Spelling[] {
  const counts = new Map<string, number>();
  for (const exact of [true, false]) {
    for (const { sounds, vocabulary, frequency } of lists)
      for (const each of sounds.spelled(syllables)) {
        const count = frequency(each.id);
        const word = vocabulary[each.id]!;
        if (each.exact === exact && count > 0) counts.set(word, Math.max(count, counts.get(word) ?? 0));
      }
    if (counts.size > 0) break;
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

const usual = (found: readonly Spelling[]) =>
  found.flatMap(({ word, count }) => (count >= found[0]!.count * oftenEnough ? [word] : [])).slice(0, offered);

const latin = /[a-zü]+/giu;
const between = /^[ ’'-]$/;
/** Words in Latin letters that a stretch may hold. */
const together = 12;

/** What a word in Latin letters is: known as such, one that is passed over in English, or neither. */
export type Familiar = 'known' | 'stop' | 'unknown';

/** Stretches of a text that spell words by their pinyin. */
export function spelledIn(
  text: string,
  familiar: (start: number, end: number) => Familiar,
  pinyin: Pinyin,
  lists: readonly Heard[],
): Spelled[] {
  const parts = [...text.matchAll(latin)].map((part) => {
    const end = part.index + part[0].length;
    return { start: part.index, end, is: familiar(part.index, end) };
  });
  const joined = parts.map(({ start }, i) => i > 0 && between.test(text.slice(parts[i - 1]!.end, start)));
  const found: Spelled[] = [];
  for (let i = 0; i < parts.length; i++) {
    let last = i;
    while (last + 1 < parts.length && joined[last + 1] && parts[last + 1]!.is !== 'known' && last - i < together)
      last++;
    // As many words as spell something together: "pei xun" does, "pei" does not.
    for (; last >= i && parts[i]!.is !== 'known'; last--) {
      const some = parts.slice(i, last + 1);
      const [{ start } = { start: 0 }, { end }] = [some[0], some.at(-1)!];
      // "can he" is English, "an quan sheng chan" is not.
      const strange = some.filter(({ is }) => is === 'unknown').length;
      const words =
        2 * strange >= some.length && end - start <= most ? spelledWords(text.slice(start, end), pinyin, lists) : null;
      if (words === null) continue;
      found.push({ start, end, words });
      i = last;
      break;
    }
  }
  return found;
}
