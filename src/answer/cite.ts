/** Citations: the sentence or row that an answer rests on, verbatim at its line. */
import type { Evidence } from '../report/report.ts';
import type { ReportHead, StoredFact, StoredStatement } from '../store/store.ts';
import type { Citation } from './answer.ts';

/** Rows that a text shows, and citations that an answer carries, at most. */
export const SHOWN = 20;
const QUOTE = 400;

type Place = Pick<Citation, 'section' | 'table' | 'row' | 'column' | 'line' | 'page' | 'place' | 'quote'>;

export function cite(head: ReportHead, place: Partial<Place> & { quote: string }): Citation {
  return {
    report: head.report,
    agency: head.agency,
    year: head.year,
    file: head.file,
    section: null,
    table: null,
    row: null,
    column: null,
    line: null,
    page: null,
    place: null,
    ...place,
  };
}

/** The cell of a fact; null where the document does not hold it, so that there is nothing to quote. */
export function citeFact(head: ReportHead, fact: StoredFact): Citation | null {
  const quote = fact.quote ?? fact.raw;
  if (quote === null || quote === '' || fact.state === 'missing') return null;
  const { table, row, column, line, page, place } = fact;
  return cite(head, { section: table, table, row, column, line, page, place, quote });
}

export function citeStatement(head: ReportHead, { section, line, page, quote }: StoredStatement): Citation {
  return cite(head, { section, line, page, quote });
}

export function citeEvidence(head: ReportHead, { line, page, place, quote }: Evidence): Citation {
  return cite(head, { line, page, place: place ?? null, quote });
}

/** Each citation once, in order, at most SHOWN. Two cells of one row are one source each: their columns differ. */
export function distinct(citations: readonly (Citation | null)[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const each of citations) {
    if (each === null || each.quote === '') continue;
    const key = [each.report, each.line, each.page, each.place, each.row, each.column, each.quote].join('\u{0}');
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()].slice(0, SHOWN);
}

/**
 * A verbatim part of a line: the passage where it stands there, else the line around what is highlighted, else its
 * beginning. Passages are joined over page breaks, so that they need not stand on one line as they are.
 */
export function verbatim(text: string | null, line: number | null, wanted: string, near = ''): string {
  if (text === null || line === null) return wanted.slice(0, QUOTE);
  const printed = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '');
  if (wanted.length <= QUOTE && printed.includes(wanted)) return wanted;
  const trimmed = printed.trim();
  if (trimmed.length <= QUOTE) return trimmed;
  const at = near === '' ? -1 : trimmed.indexOf(near);
  const start = Math.max(0, at < 0 ? 0 : at - Math.floor(QUOTE / 3));
  return trimmed.slice(start, start + QUOTE);
}
