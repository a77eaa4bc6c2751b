/** Figures that stand only in the text: what, how many, of which unit, and the sentence on its line. */
import { unwatched } from '../document/budget.ts';
import type { Document, Place, Watch } from '../document/document.ts';
import { quote as quoteAt } from '../document/quote.ts';
import { type Span, sentences } from '../text/sentences.ts';
import type { PlacedParagraph } from './paragraphs.ts';
import { level, negationsIn, quantitiesIn } from './quantities.ts';
import type { Statement } from './report.ts';
import type { ReadSections } from './sections.ts';
import { isPlanned, newThread, subjectsOf } from './subject.ts';

const longestQuote = 200;
/** Far more than a report says; a hostile file could hold a million. */
const mostStatements = 2000;

/** Where in the document the character at `at` of a paragraph stands: the part of it on that line. */
function segmentAt(paragraph: PlacedParagraph, at: number) {
  return paragraph.segments.find(({ start, end }) => at >= start && at < end) ?? paragraph.segments.at(-1)!;
}

/** The sentence's part on the figure's line, with its offset in that part of the paragraph; of a long one the clauses around the figure. */
function wanted(paragraph: PlacedParagraph, sentence: Span, at: number): [offset: number, text: string] {
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
  const text = paragraph.text.slice(from, to);
  const trimmed = text.trim();
  return [from - segment.start + text.indexOf(trimmed), trimmed];
}

/** Verbatim in the source: where markup or odd spaces stand inside, the source's own characters. `at`: its offset from the place. */
function verbatim(document: Document, place: Place, text: string, at: number): string {
  if (place.offset !== undefined && place.line !== null && standsAt(document.text, place.offset, text, at)) return text;
  return lineOf(document, place)?.includes(text) ? text : quoteAt(document, place, text);
}

/** Does it stand where the place and the paragraph say? The line may be indented. */
function standsAt(source: string, place: number, text: string, at: number): boolean {
  let from = place;
  while (blank.includes(source[from] ?? '.')) from += 1;
  return source.startsWith(text, from + at);
}

const blank = ' \t\u3000\u00a0';

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
  cite: (place: Place, text: string, at: number) => string,
  watch: Watch,
): Statement[] {
  const found: Statement[] = [];
  const places: number[] = [];
  const add = (sentence: Span, at: number, what: Pick<Statement, 'subject' | 'quantity' | 'approximate' | 'unit'>) => {
    if (what.subject === '') return;
    const { place } = segmentAt(paragraph, at);
    const [offset, text] = wanted(paragraph, sentence, at);
    const quote = cite(place, text, offset);
    if (quote === '') return;
    // Written out field by field: a spread costs more than all the rest.
    const { subject, quantity, approximate, unit } = what;
    const { line, page } = place;
    found.push({ subject, quantity, approximate, unit, section, line, page, quote });
    places.push(at);
  };
  const thread = newThread();
  for (const sentence of sentences(paragraph.text)) {
    watch.look();
    const quantities = quantitiesIn(sentence.text);
    const subjects = quantities.length > 0 ? subjectsOf(level(sentence.text), quantities, thread) : [];
    for (const [index, { value, approximate, unit, at }] of quantities.entries()) {
      if (isPlanned(sentence.text, at)) continue;
      add(sentence, sentence.start + at, { subject: subjects[index]!, quantity: value, approximate, unit });
    }
    for (const { at, end, subject } of negationsIn(sentence.text)) {
      if (quantities.some((quantity) => quantity.at >= at && quantity.at < end)) continue;
      add(sentence, sentence.start + at, { subject, quantity: 0, approximate: false, unit: null });
    }
  }
  if (places.every((at, index) => index === 0 || at >= places[index - 1]!)) return found;
  return [...found.keys()].sort((a, b) => places[a]! - places[b]!).map((index) => found[index]!);
}

/**
 * Every quantity of the text's sentences, and every statement that there was none, in order. Rows of tables are left
 * out. Throws only what `watch` throws.
 */
export function readStatements(document: Document, sections: ReadSections, watch: Watch = unwatched): Statement[] {
  const cite = (place: Place, text: string, at: number) => verbatim(document, place, text, at);
  const statements: Statement[] = [];
  const parts = [{ number: null, paragraphs: sections.preamble?.paragraphs ?? [] }, ...sections.sections];
  for (const { number, paragraphs } of parts) {
    for (const paragraph of paragraphs) {
      if (paragraph.tabular) continue;
      if (statements.length >= mostStatements) return statements;
      statements.push(...ofParagraph(paragraph, number, cite, watch));
    }
  }
  return statements;
}
