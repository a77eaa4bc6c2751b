/** English words and phrases of a question, with the Chinese that reports print for them. */
import { Edges } from '../text/edges.ts';
import { oneApart } from '../text/one-apart.ts';
import type { Division } from './lexicon.ts';
import type { AnalyzerWords } from './words.ts';

export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly zh: string;
}

const longest = 8;
/** Words of a phrase in which a slip is looked for. */
const mostMisspelt = 3;
export const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^a-z0-9&]+/g, ' ')
    .trim();
/** One form for singular and plural: enough for a dictionary of a few hundred entries. */
const singular = (phrase: string) =>
  phrase.replace(/\b([a-z]{3,})(?<!s|u|i)s\b/g, '$1').replace(/\b([a-z]{3,})ie\b/g, '$1y');

/** Whether the word that differs has four letters at least: shorter ones are other words (day, way). */
function slipped(a: string, b: string): boolean {
  const other = b.split(' ');
  return a.split(' ').every((word, i) => word === other[i] || Math.min(word.length, other[i]!.length) >= 4);
}

/** One pinyin can be several places: so many are looked for. */
const mostPlaces = 3;
const generic = /\b(province|region|city|prefecture|county|district|banner)$/i;

/** The Chinese names that pinyin can mean, separated: in full where the kind of place was typed too. */
function named(typed: string, divisions: readonly Division[]): string {
  const names = divisions.map(({ zh, short }) => (generic.test(typed) ? zh : short));
  return [...new Set(names)].slice(0, mostPlaces).join(' ');
}

/** Phrases of the lists with the Chinese for each. */
interface Dictionary {
  readonly map: ReadonlyMap<string, string>;
  readonly keys: readonly string[];
  readonly edges: Edges;
}

/** Finds phrases of the lists (longest first, without overlaps) and names of divisions. */
export function english(words: Omit<AnalyzerWords, 'words'>): (text: string) => Phrase[] {
  const stop = new Set(words.stopWords);
  let dictionary: Dictionary | undefined;
  const add = (map: Map<string, string>, en: string, zh: string) => {
    const key = singular(normal(en));
    if (key !== '' && !map.has(key)) map.set(key, zh);
  };
  function build(): Dictionary {
    const map = new Map<string, string>();
    for (const row of words.synonyms) for (const en of row.en ?? []) add(map, en, row.key);
    for (const kind of words.kinds.all) for (const en of [kind.en, ...kind.english]) add(map, en, kind.zh);
    for (const entry of words.glossary)
      for (const en of [entry.en, ...entry.enNames]) if (normal(en).length > 3) add(map, en, entry.zh);
    const keys = [...map.keys()];
    return { map, keys, edges: new Edges(() => keys) };
  }
  /** What one slip in a long word makes of a phrase that is known, where that is a single one. */
  function misspelt(key: string, { map, keys, edges }: Dictionary): string | undefined {
    if (key.length < 5 || stop.has(key) || stop.has(`${key}s`)) return undefined;
    const parts = key.split(' ');
    const spaces = parts.length;
    const near = new Set<string>();
    // One change leaves one of the ends as it is.
    for (const id of edges.touching(key.charAt(0) + key.charAt(key.length - 1))) {
      const word = keys[id]!;
      if (
        word.length >= 5 &&
        Math.abs(word.length - key.length) <= 1 &&
        oneApart(word, key) &&
        word.split(' ').length === spaces &&
        slipped(word, key)
      )
        near.add(map.get(word)!);
    }
    // "Blood" is no slip for "flood".
    if (near.size === 1 && parts.every((part) => words.ordinary(part))) return undefined;
    return near.size === 1 ? [...near][0] : undefined;
  }
  return (text) => {
    if (!/[A-Za-z]/.test(text)) return [];
    dictionary ??= build();
    const found: Phrase[] = [];
    for (const { start, end, divisions } of words.divisions.in(text))
      if (/[A-Za-z]/.test(text.charAt(start)) && divisions[0])
        found.push({ start, end, zh: named(text.slice(start, end), divisions) });
    const taken = (start: number, end: number) => found.some((phrase) => start < phrase.end && phrase.start < end);
    const parts = [...text.matchAll(/[A-Za-z0-9]+(?:['’&-][A-Za-z0-9]+)*/g)];
    for (let i = 0; i < parts.length; i++) {
      for (let count = Math.min(longest, parts.length - i); count >= 1; count--) {
        const last = parts[i + count - 1]!;
        const start = parts[i]!.index;
        const end = last.index + last[0].length;
        const key = singular(normal(text.slice(start, end)));
        const zh = dictionary.map.get(key) ?? (count <= mostMisspelt ? misspelt(key, dictionary) : undefined);
        if (zh === undefined || taken(start, end)) continue;
        found.push({ start, end, zh });
        i += count - 1;
        break;
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
}
