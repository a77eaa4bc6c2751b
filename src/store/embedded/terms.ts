/** Terms of a passage as they are kept, so that opening a library cuts no text again. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { StorablePassage } from '../passages.ts';

interface PassageOwner {
  readonly agency: string | null;
  readonly key: string | null;
  readonly year: number | null;
}

/** A passage's terms as they are stored. */
export interface StoredTerms {
  readonly terms: string;
  readonly offsets: Uint8Array;
}

export type TermWriter = (passage: Pick<StorablePassage, 'text' | 'title'>, owner: PassageOwner) => StoredTerms;

/** Terms of the text, a tab, terms of what stands above it: the agency's names, the year, the section's title. */
export function termWriter(lexicon: Lexicon): TermWriter {
  const terms = (text: string) => lexicon.analyze(text).map(({ term }) => term);
  let last = { agency: null as string | null, key: null as string | null, terms: [] as string[] };
  return ({ text, title }, { agency, key, year }) => {
    // A report's passages share their owner, one after the other.
    if (last.agency !== agency || last.key !== key)
      last = { agency, key, terms: terms(`${agency ?? ''} ${key ?? ''}`) };
    const above = [...new Set([...last.terms, ...(year === null ? [] : [String(year)]), ...terms(title)])];
    const tokens = lexicon.analyze(text);
    const offsets = Uint16Array.from(tokens.flatMap(({ start, end }) => [start, end - start]));
    return {
      terms: `${tokens.map(({ term }) => term).join(' ')}\t${above.join(' ')}`,
      offsets: new Uint8Array(offsets.buffer),
    };
  };
}

/** Where the terms of a passage stand in its text. */
export function readOffsets({ terms, offsets }: StoredTerms): { term: string; start: number; end: number }[] {
  const pairs = new Uint16Array(offsets.slice().buffer);
  return readTerms(terms).text.map((term, i) => ({
    term,
    start: pairs[2 * i]!,
    end: pairs[2 * i]! + pairs[2 * i + 1]!,
  }));
}

export interface ReadTerms {
  readonly text: readonly string[];
  readonly above: readonly string[];
}

const list = (part: string): readonly string[] => (part === '' ? [] : part.split(' '));
/** Passages of a section stand under the same words, one after the other. */
let last = { text: '', above: list('') };

export function readTerms(stored: string): ReadTerms {
  const tab = stored.indexOf('\t');
  const text = stored.slice(tab + 1);
  if (last.text !== text) last = { text, above: list(text) };
  return { text: list(stored.slice(0, tab)), above: last.above };
}
