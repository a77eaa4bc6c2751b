/** Wordings: ways of saying a thing that are too many to be listed name by name, found in a text by their pattern. */
import { matchesOf } from '../text/matches.ts';
import { Sieve } from '../text/sieve.ts';
import { foldName } from './typed.ts';

export interface Worded<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const chinese = /[\u4e00-\u9fff]/;

export class Wordings<T> {
  readonly #zh: [RegExp, T][] = [];
  readonly #en: [RegExp, T][] = [];
  #sieve: Sieve<T> | null = null;

  /** A pattern of a word file: (a|b|) are alternatives, an empty one makes the group optional; groups may nest. */
  add(pattern: string, value: T): void {
    const folded = foldName(pattern);
    (chinese.test(folded) ? this.#zh : this.#en).push([patternOf(folded), value]);
    this.#sieve = null;
  }

  /** Every wording of the text, Chinese ones first; those of one pattern do not overlap. */
  in(text: string): Worded<T>[] {
    this.#sieve ??= Sieve.of([...this.#zh, ...this.#en]);
    return this.#sieve.in(text).flatMap(([pattern, value]) =>
      matchesOf(text, pattern)
        .map(({ 0: found, index }) => {
          const trimmed = found.trimEnd();
          return { start: index + found.length - found.trimStart().length, end: index + trimmed.length, value };
        })
        .filter(({ start, end }) => end > start),
    );
  }
}

/** Of the alternatives of a group the longest comes first; in Latin script a wording begins and ends at a word's edge. */
function patternOf(pattern: string): RegExp {
  const groups: string[] = [];
  let rest = pattern;
  while (/\([^()]*\)/.test(rest))
    rest = rest.replace(/\(([^()]*)\)/g, (_, inner: string) => {
      const longest = inner.split('|').sort((a, b) => b.length - a.length);
      groups.push(`(?:${longest.join('|')})`);
      return `\u0001${groups.length - 1}\u0002`;
    });
  while (rest.includes('\u0001')) rest = rest.replace(/\u0001(\d+)\u0002/g, (_, at: string) => groups[Number(at)]!);
  return new RegExp(chinese.test(rest) ? rest : `(?<![a-z0-9])${rest}(?![a-z0-9])`, 'g');
}
