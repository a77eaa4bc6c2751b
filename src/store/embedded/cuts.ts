/**
 * What the analyzer made of a report's passages, as it is kept: numbers of terms, one row of bytes a report, so that opening a library
 * cuts no text and reads no word again.
 */
import type { Clause, Lexicon } from '../../lexicon/lexicon.ts';
import type { StorablePassage } from '../passages.ts';
import { pairsOf, pairWords } from './phrase.ts';

interface PassageOwner {
  readonly agency: string | null;
  readonly key: string | null;
  readonly year: number | null;
}

/** A passage cut into words. */
export interface CutPassage {
  readonly text: readonly Clause[];
  /** Terms of what stands above the text: the agency's names, the year, the section's title. */
  readonly above: readonly string[];
  /** Pairs of characters of the text: phrase.ts. */
  readonly pairs: Int32Array;
}

export type Cutter = (passage: Pick<StorablePassage, 'text' | 'title'>, owner: PassageOwner) => CutPassage;

export function cutter(lexicon: Pick<Lexicon, 'analyze' | 'clauses'>): Cutter {
  const terms = (text: string) => lexicon.analyze(text).map(({ term }) => term);
  let last = { agency: null as string | null, key: null as string | null, year: null as number | null, title: '' };
  let above: readonly string[] = [];
  let names: readonly string[] = [];
  return ({ text, title }, { agency, key, year }) => {
    // A report's passages share their owner, and those of a section its title, one after the other.
    if (last.agency !== agency || last.key !== key) names = terms(`${agency ?? ''} ${key ?? ''}`);
    if (last.agency !== agency || last.key !== key || last.year !== year || last.title !== title)
      above = [...new Set([...names, ...(year === null ? [] : [String(year)]), ...terms(title)])];
    last = { agency, key, year, title };
    return { text: lexicon.clauses(text), above, pairs: pairsOf(text) };
  };
}

/** A passage by numbers. `row`: its own in the library; `section`: 0 for none. */
export interface NumberedPassage {
  readonly row: number;
  readonly section: number;
  /** Numbers of terms: those of the text in order, then those above it. */
  readonly tokens: Int32Array;
  /** How many of them are of the text. */
  readonly length: number;
  readonly pairs: Int32Array;
}

/**
 * Native byte order: `tokens` 32-bit numbers, by passage row, section, length, tokens in all, the bits of its pairs, the tokens;
 * `offsets` 16-bit pairs.
 */
export interface StoredCut {
  readonly tokens: Uint8Array;
  /** For each term of a text where it begins and how long it is, in UTF-16 units, passage after passage. */
  readonly offsets: Uint8Array;
}

const head = 4;
const perPassage = head + pairWords;

/** How many terms the bytes of so many passages hold. */
export const tokensIn = (bytes: number, passages: number) => Math.max(0, bytes / 4 - passages * perPassage);

/** What numbers terms: `Draft` of the vocabulary. */
export interface Numbering {
  number(term: string): number;
  /** By term of a clause its number, offset and length. */
  numbers(clause: Clause): Int32Array;
}

/** Packs the passages of a report. */
export function packCut(
  passages: readonly { readonly row: number; readonly section: number | null; readonly cut: CutPassage }[],
  numbering: Numbering,
): StoredCut {
  const lengths = passages.map(({ cut }) => cut.text.reduce((sum, { tokens }) => sum + tokens.length, 0));
  const marks = lengths.reduce((sum, length) => sum + length, 0);
  const above = passages.reduce((sum, { cut }) => sum + cut.above.length, 0);
  const tokens = new Int32Array(passages.length * perPassage + marks + above);
  const offsets = new Uint16Array(2 * marks);
  let at = 0;
  let mark = 0;
  for (const [i, { row, section, cut }] of passages.entries()) {
    tokens[at++] = row;
    tokens[at++] = section ?? 0;
    tokens[at++] = lengths[i]!;
    tokens[at++] = lengths[i]! + cut.above.length;
    tokens.set(cut.pairs, at);
    at += pairWords;
    for (const clause of cut.text) {
      const numbers = numbering.numbers(clause);
      for (let j = 0; j < numbers.length; ) {
        tokens[at++] = numbers[j++]!;
        offsets[mark++] = clause.from + numbers[j++]!;
        offsets[mark++] = numbers[j++]!;
      }
    }
    for (const term of cut.above) tokens[at++] = numbering.number(term);
  }
  return { tokens: new Uint8Array(tokens.buffer), offsets: new Uint8Array(offsets.buffer) };
}

/** The passages of a report, as views of its bytes. */
export function* readCut(stored: Uint8Array): Generator<NumberedPassage> {
  const numbers = aligned(stored, 4, (buffer, from, length) => new Int32Array(buffer, from, length));
  for (let at = 0; at < numbers.length; ) {
    const all = numbers[at + 3]!;
    const from = at + perPassage;
    yield {
      row: numbers[at]!,
      section: numbers[at + 1]!,
      length: numbers[at + 2]!,
      tokens: numbers.subarray(from, from + all),
      pairs: numbers.subarray(at + head, from),
    };
    at = from + all;
  }
}

/** Where the terms of a passage stand in its text; empty where the report has no such passage. */
export function readMarks(cut: StoredCut, row: number): { term: number; start: number; end: number }[] {
  const offsets = aligned(cut.offsets, 2, (buffer, from, length) => new Uint16Array(buffer, from, length));
  let before = 0;
  for (const passage of readCut(cut.tokens)) {
    if (passage.row === row)
      return Array.from(passage.tokens.subarray(0, passage.length), (term, i) => {
        const start = offsets[2 * (before + i)]!;
        return { term, start, end: start + offsets[2 * (before + i) + 1]! };
      });
    before += passage.length;
  }
  return [];
}

/** Bytes of a driver may begin anywhere; numbers may not. */
function aligned<T>(
  bytes: Uint8Array,
  size: number,
  view: (buffer: ArrayBufferLike, from: number, length: number) => T,
): T {
  const { buffer, byteOffset } = byteOffsetOf(bytes, size);
  return view(buffer, byteOffset, bytes.length / size);
}

const byteOffsetOf = (bytes: Uint8Array, size: number) => (bytes.byteOffset % size === 0 ? bytes : bytes.slice());
