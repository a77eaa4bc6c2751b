/** Sentences and clauses with their offsets. */
import { matchesOf } from './matches.ts';

export interface Span {
  /** UTF-16 offsets in the text as given, end exclusive; without white space at both ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const sentenceEnds = /[。！？!?]{1,8}[”’"'）)》】]{0,4}|\n+|\.(?=\s+[A-Z])/g;
const clauseEnds = /[。！？!?；;，：:]{1,8}[”’"'）)》】]{0,4}|,(?!\d)|\n+/g;

/** Splits after each run of these, with the closing quotes and brackets that follow it. */
function split(text: string, ends: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of matchesOf(text, ends)) {
    const end = match.index + match[0].length;
    add(text, start, end, spans);
    start = end;
  }
  add(text, start, text.length, spans);
  return spans;
}

function add(text: string, start: number, end: number, spans: Span[]): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === '') return;
  const from = start + raw.indexOf(trimmed);
  spans.push({ start: from, end: from + trimmed.length, text: trimmed });
}

/** Sentences: up to 。！？ or a line break, closing quotation marks and brackets included. Full stops of English end one before a space. */
export function sentences(text: string): Span[] {
  return split(text, sentenceEnds);
}

/** Clauses: sentences split at commas, semicolons and colons as well; marks belong to the clause that they end. */
export function clauses(text: string): Span[] {
  return split(text, clauseEnds);
}
