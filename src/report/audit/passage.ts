/**
 * A paragraph prepared for reading sentences: folded text (NFKC, radicals folded, no white space) whose every character
 * knows where it came from, so that a finding can quote what is printed and name its line.
 */

import { matchesOf } from '../../text/matches.ts';
import { foldWithPlaces } from '../../text/normalize.ts';
import type { Evidence, Paragraph, Report } from '../report.ts';

export interface Passage {
  /** Number of the section; null for preamble, signature, title and sections that are none of the six. */
  readonly section: number | null;
  readonly part: 'title' | 'preamble' | 'section' | 'signature';
  /** Which section of the report, by position; tells apart sections without number. */
  readonly order: number;
  /** The numbered title above it in its section, with a full stop; else empty. */
  readonly heading: string;
  readonly source: Pick<Paragraph, 'text' | 'lines' | 'page' | 'place'>;
  /** Folded. */
  readonly text: string;
  /** Offset in `source.text` of every character of `text`. */
  readonly offsets: readonly number[];
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly passage: Passage;
  /** Offset in the passage's folded text. */
  readonly start: number;
  readonly text: string;
}

const sentenceEnd = /[。!?]/g;
const quoteLimit = 160;
const paragraphLimit = 20_000;

/** Every paragraph of the report that is text: preamble, sections (no table rows), signature. */
export function passagesOf(report: Report): Passage[] {
  const passages: Passage[] = [];
  const add = (part: Passage['part'], section: number | null, order: number, source: Passage['source']) => {
    const before = passages.at(-1);
    const passage = prepare(part, section, order, before?.order === order ? headingBelow(before) : '', source);
    if (passage.text !== '') passages.push(passage);
  };
  if (report.title) add('title', null, -2, { text: report.title, lines: null, page: null, place: null });
  if (report.preamble)
    add('preamble', null, -1, { text: report.preamble.text, lines: report.preamble.lines, page: null, place: null });
  for (const [order, section] of report.sections.entries()) {
    for (const paragraph of section.paragraphs)
      if (!paragraph.tabular) add('section', section.number, order, paragraph);
  }
  if (report.signature)
    add('signature', null, report.sections.length, {
      text: report.signature.text,
      lines: report.signature.lines,
      page: null,
      place: null,
    });
  return passages;
}

/** ① numbers an item: folded to a mere 1 it would be read as a figure. */
const foldedWithPlaces = (text: string) => foldWithPlaces(text.replace(/[①-⑳❶-❿]/g, '·'));

/** What stands above the next paragraph: this one, where it is a numbered title, else what stands above it. */
const headingBelow = ({ text, heading }: Passage): string => (title.test(text) ? `${text}。` : heading);
const title = /^[((]?[一二三四五六七八九十\d]{1,2}[))、.](?!\d)[^。!?,;:]{2,24}:?$/;

function prepare(
  part: Passage['part'],
  section: number | null,
  order: number,
  heading: string,
  source: Passage['source'],
): Passage {
  const { folded: text, at } = foldedWithPlaces(source.text.slice(0, paragraphLimit));
  const offsets = at.slice(0, -1);
  const sentences: Sentence[] = [];
  const passage: Passage = { section, part, order, heading, source, text, offsets, sentences };
  let start = 0;
  for (const { index } of matchesOf(text, sentenceEnd)) {
    if (index > start) sentences.push({ passage, start, text: text.slice(start, index) });
    start = index + 1;
  }
  if (text.length > start) sentences.push({ passage, start, text: text.slice(start) });
  return passage;
}

/** Finds the line of a place in a passage. Given the document's lines it is exact, across page breaks too. */
export class Locator {
  readonly #report: Report;
  readonly #lines: readonly string[] | null;

  /** `lines`: the document's, if it has any. */
  constructor(report: Report, lines: readonly string[] | null) {
    this.#report = report;
    this.#lines = lines;
  }

  /** Evidence for folded offsets [start, end) of a passage; `at` is the offset that must be on the line (the figure). */
  evidence(passage: Passage, start: number, end: number, at: number = start): Evidence {
    const { source, offsets } = passage;
    const lines = source.lines;
    if (lines === null || lines[0] === lines[1]) {
      return {
        line: lines?.[0] ?? null,
        page: source.page,
        place: source.place,
        quote: cut(source.text, offsets, start, end, at),
      };
    }
    return (
      this.#onLines(passage, lines, start, end, at) ??
      this.#fromStatement(passage, lines, at) ?? {
        line: lines[0],
        page: source.page,
        place: source.place,
        quote: cut(source.text, offsets, start, end, at),
      }
    );
  }

  /** The paragraph's lines, folded one after the other, are the paragraph: so each offset knows its line. */
  #onLines(
    passage: Passage,
    [first, last]: readonly [number, number],
    start: number,
    end: number,
    at: number,
  ): Evidence | null {
    if (this.#lines === null || last - first > 2000) return null;
    let before = 0;
    for (let line = first; line <= last; line += 1) {
      const printed = (this.#lines[line - 1] ?? '').replace(/\r$/, '');
      const { folded: text, at: offsets } = foldedWithPlaces(printed);
      if (passage.text.slice(before, before + text.length) !== text) return null;
      if (at < before + text.length) {
        const from = Math.max(start - before, 0);
        const to = Math.min(end - before, text.length);
        return { line, page: null, place: null, quote: cut(printed, offsets, from, to, at - before) };
      }
      before += text.length;
    }
    return null;
  }

  /** Without the document's text: a statement read from this paragraph that holds the same place knows its line. */
  #fromStatement(passage: Passage, [first, last]: readonly [number, number], at: number): Evidence | null {
    for (const { line, page, quote } of this.#report.statements) {
      if (line === null || line < first || line > last) continue;
      const found = passage.text.indexOf(foldedWithPlaces(quote).folded);
      if (found >= 0 && found <= at && at < found + quote.length) return { line, page, place: null, quote };
    }
    return null;
  }
}

/** The printed text of folded offsets [start, end), bounded around `at`. */
function cut(text: string, offsets: readonly number[], start: number, end: number, at: number): string {
  if (offsets.length === 0) return '';
  let from = Math.max(0, start);
  let to = Math.min(end, offsets.length);
  if (to - from > quoteLimit) {
    from = Math.max(from, at - quoteLimit / 2);
    to = Math.min(to, from + quoteLimit);
  }
  const first = offsets[from] ?? 0;
  const last = offsets[to - 1] ?? first;
  return text.slice(first, last + String.fromCodePoint(text.codePointAt(last) ?? 32).length).trim();
}
