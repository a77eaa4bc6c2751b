/** Figures that stand only in the text: what, how many, of which unit, and the sentence on its line. */
import type { Document, Place } from '../document/document.ts';
import { quote as quoteAt } from '../document/quote.ts';
import { type Span, sentences } from '../text/sentences.ts';
import type { PlacedParagraph } from './paragraphs.ts';
import { level, negationsIn, quantitiesIn } from './quantities.ts';
import type { Statement } from './report.ts';
import type { ReadSections } from './sections.ts';
import { newThread, subjectsOf } from './subject.ts';

const longestQuote = 200;
/** Far more than a report says; a hostile file could hold a million. */
const mostStatements = 2000;

/** Where in the document the character at `at` of a paragraph stands: the part of it on that line. */
function segmentAt(paragraph: PlacedParagraph, at: number) {
  return paragraph.segments.find(({ start, end }) => at >= start && at < end) ?? paragraph.segments.at(-1)!;
}

/** The sentence's part on the figure's line; of a long one the clauses around the figure. */
function wanted(paragraph: PlacedParagraph, sentence: Span, at: number): string {
  const segment = segmentAt(paragraph, at);
  let from = Math.max(sentence.start, segment.start);
  let to = Math.min(sentence.end, segment.end);
  if (to - from > longestQuote) {
    const text = paragraph.text;
    const left = Math.max(from, at - longestQuote / 2);
    const right = Math.min(to, at + longestQuote / 2);
    const opened = text.slice(left, at).search(/[，；：,;]/);
    const closed = Math.max(text.slice(at, right).lastIndexOf('，'), text.slice(at, right).lastIndexOf('；'));
    from = left === from || opened < 0 ? left : left + opened + 1;
    to = right === to || closed < 0 ? right : at + closed;
  }
  return paragraph.text.slice(from, to).trim();
}

/** Verbatim in the source: where markup or odd spaces stand inside, the source's own characters. */
function verbatim(document: Document, place: Place, text: string): string {
  return lineOf(document, place)?.includes(text) ? text : quoteAt(document, place, text);
}

/** The line of a place, found from its offset: to split the document would cost more than all its statements. */
function lineOf({ text }: Document, { line, offset }: Place): string | null {
  if (line === null) return text;
  if (offset === undefined) return null;
  const end = text.indexOf('\n', offset);
  return text.slice(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}

function ofParagraph(
  paragraph: PlacedParagraph,
  section: Statement['section'],
  cite: (place: Place, text: string) => string,
): Statement[] {
  const found: (Statement & { at: number })[] = [];
  const add = (sentence: Span, at: number, what: Pick<Statement, 'subject' | 'quantity' | 'approximate' | 'unit'>) => {
    if (what.subject === '') return;
    const { place } = segmentAt(paragraph, at);
    const quote = cite(place, wanted(paragraph, sentence, at));
    if (quote !== '') found.push({ ...what, section, line: place.line, page: place.page, quote, at });
  };
  const thread = newThread();
  for (const sentence of sentences(paragraph.text)) {
    const quantities = quantitiesIn(sentence.text);
    const subjects = quantities.length > 0 ? subjectsOf(level(sentence.text), quantities, thread) : [];
    for (const [index, { value, approximate, unit, at }] of quantities.entries()) {
      add(sentence, sentence.start + at, { subject: subjects[index]!, quantity: value, approximate, unit });
    }
    for (const { at, end, subject } of negationsIn(sentence.text)) {
      if (quantities.some((quantity) => quantity.at >= at && quantity.at < end)) continue;
      add(sentence, sentence.start + at, { subject, quantity: 0, approximate: false, unit: null });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...statement }) => statement);
}

/**
 * Every quantity of the text's sentences, and every statement that there was none, in order. Rows of tables are left
 * out. Never throws.
 */
export function readStatements(document: Document, sections: ReadSections): Statement[] {
  const cite = (place: Place, text: string) => verbatim(document, place, text);
  const statements: Statement[] = [];
  const parts = [{ number: null, paragraphs: sections.preamble?.paragraphs ?? [] }, ...sections.sections];
  for (const { number, paragraphs } of parts) {
    for (const paragraph of paragraphs) {
      if (paragraph.tabular) continue;
      if (statements.length >= mostStatements) return statements;
      statements.push(...ofParagraph(paragraph, number, cite));
    }
  }
  return statements;
}
