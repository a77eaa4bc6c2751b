/** Wordings: ways of saying a thing that are too many to be listed name by name, found in a text by their pattern. */
import { foldName } from './typed.ts';

export interface Worded<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const chinese = /[\u4e00-\u9fff]/;
const latin = /[a-z]/;

export class Wordings<T> {
  private readonly chinese: { readonly pattern: RegExp; readonly value: T }[] = [];
  private readonly latin: { readonly pattern: RegExp; readonly value: T }[] = [];

  /** A pattern of a word file: (a|b|) are alternatives, an empty one makes the group optional; groups may nest. */
  add(pattern: string, value: T): void {
    const folded = foldName(pattern);
    const list = chinese.test(folded) ? this.chinese : this.latin;
    list.push({ pattern: patternOf(folded), value });
  }

  /** Every wording of the text; those of one pattern do not overlap. Patterns of a script that the text lacks are not tried. */
  in(text: string): Worded<T>[] {
    const fitting = [...(chinese.test(text) ? this.chinese : []), ...(latin.test(text) ? this.latin : [])];
    return fitting.flatMap(({ pattern, value }) =>
      Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
        const trimmed = found.trimEnd();
        return { start: index + found.length - found.trimStart().length, end: index + trimmed.length, value };
      }).filter(({ start, end }) => end > start),
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
