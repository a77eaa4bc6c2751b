/** Words typed by their pinyin, with spaces between the syllables, the words, or none. Pure. */
import type { Pinyin } from '../lexicon/pinyin.ts';
import type { Spoken } from './sounds.ts';

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
const oftenEnough = 0.05;

interface Reading {
  readonly words: string[][];
  /** Less is better. */
  readonly rank: number;
}

/** Reads a stretch of letters (single spaces or apostrophes between its words) as words; null where it does not spell any. */
export function spelledWords(letters: string, pinyin: Pinyin, lists: readonly Spoken[]): string[][] | null {
  const plain = letters.toLowerCase().replace(/[’'-]/g, ' ');
  /** By place, the best reading up to there: fewest words, then most frequent ones. */
  const best: (Reading | undefined)[] = [{ words: [], rank: 0 }];
  for (let at = 0; at < plain.length; at++) {
    const before = best[at];
    if (!before) continue;
    if (plain[at] === ' ') {
      improve(at + 1, before);
      continue;
    }
    walk(at, [], (end, syllables) => {
      const words = wordsOf(syllables, lists);
      if (words.names.length > 0)
        improve(end, {
          words: [...before.words, words.names],
          rank: before.rank + 1 + 1 / (2 + Math.log(words.count)),
        });
    });
  }
  const whole = best[plain.length];
  return whole && whole.words.length > 0 ? whole.words : null;

  function improve(at: number, reading: Reading): void {
    if (best[at] === undefined || reading.rank < best[at]!.rank) best[at] = reading;
  }

  /** Every way to go on from here by whole syllables; a syllable does not go over a space. */
  function walk(at: number, syllables: string[], found: (end: number, syllables: readonly string[]) => void): void {
    if (syllables.length >= 2) found(at, syllables);
    if (syllables.length >= longest) return;
    const from = plain[at] === ' ' ? at + 1 : at;
    for (const length of pinyin.syllablesAt(plain, from))
      walk(from + length, [...syllables, plain.slice(from, from + length)], found);
  }
}

function wordsOf(syllables: readonly string[], lists: readonly Spoken[]): { names: string[]; count: number } {
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
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const count = words[0]?.[1] ?? 0;
  const names = words.flatMap(([word, each]) => (each >= count * oftenEnough ? [word] : [])).slice(0, offered);
  return { names, count };
}

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
  lists: readonly Spoken[],
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
