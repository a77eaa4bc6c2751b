/**
 * Columns that spaces keep under each other: a row with fewer figures than columns has blank cells, and where a figure stands
 * says which. Columns are known from the words of the head, and from rows that are complete; where neither holds, nothing is
 * restored.
 */
import type { Document } from '../../document/document.ts';
import { fold } from '../../text/normalize.ts';
import { isFilled, type Row, type Token } from './row.ts';

/** Where something stands in its line, in half widths of a character; the end is excluded. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The columns of a table, from left to right. */
interface Columns {
  readonly spans: readonly Span[];
  /** Complete rows that stand in them; 0 where only the head shows them. */
  readonly rows: number;
}

/** So many complete rows show columns without a head. */
const fewestRows = 3;
/** Lines of labels that a head may have. */
const longestHead = 10;
/** A line of a table is no longer; a whole report may stand on one. */
const longestLine = 1_000;
/** Figures stand in the middle of a column, or at one of its edges, up to so much. */
const slack = 2;

const wideGap = /\S(?:[ \u00a0]{2,}|\u3000)/;
const heads3 = [/^自然/, /^商业/, /^科研/, /^社会/, /^法律/, /^其他/, /^[总合]计/];
const heads4 = [/维持/, /纠正/, /^其他/, /^尚未|审结/, /^[总合]计/];

/** The rows, those with blank cells between their figures restored by where the figures stand. */
export function withAligned(rows: readonly Row[], document: Document): readonly Row[] {
  if (document.format !== 'text' && document.format !== 'markdown') return rows;
  if (!rows.some((row) => isSpaced(row, document) && row.filled > 0)) return rows;
  const complete = completeColumns(rows, document);
  let head: Head = noHead;
  let labels: Row[] = [];
  return rows.map((row, at) => {
    if (row.filled === 0) {
      if (!row.prose) labels.push(row);
      return row;
    }
    if (labels.length > 0) head = headOf(labels.slice(-longestHead), document) ?? head;
    labels = [];
    if (!isSpaced(row, document)) return row;
    const spans = spansOf(row, document);
    const known = head.table === 2 || head.table === 4 ? null : nearest(complete, at, head.table === 3);
    const cells = restored(row, spans, known) ?? restored(row, spans, { spans: head.spans, rows: 0 });
    return cells === null ? row : { ...row, rhythm: cells };
  });
}

/** The columns that the words of a head stand over, and the table that these show. */
interface Head {
  readonly table: 2 | 3 | 4 | null;
  readonly spans: readonly Span[];
}

const noHead: Head = { table: null, spans: [] };

/** A line whose words are parted by wide gaps, and by nothing that keeps a grid. */
const isSpaced = (row: Row, { blocks }: Document): boolean => {
  if (row.grid || row.rhythm !== null || row.first !== row.last) return false;
  const { text } = blocks[row.first]!;
  return text.length <= longestLine && wideGap.test(text);
};

/** Every word of the row's line with its place; `text` begins where the line does. */
function wordsOf(row: Row, { blocks, text }: Document): (Span & { readonly word: string })[] {
  const offset = blocks[row.first]?.place.offset;
  if (offset === undefined) return [];
  const end = text.indexOf('\n', offset);
  const line = text
    .slice(offset, Math.min(end === -1 ? text.length : end, offset + longestLine))
    .replace(/[\r\f]/g, '');
  const words: (Span & { readonly word: string })[] = [];
  let at = 0;
  for (const [part] of line.matchAll(/\s+|\S+/g)) {
    const to = at + widthOf(part);
    if (part.trim() !== '') words.push({ word: part, from: at, to });
    at = to;
  }
  return words;
}

/** Ideographs, and the marks that Chinese type sets as wide, take two half widths. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    width += code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026) ? 2 : 1;
  }
  return width;
}

/** The places of the row's cells: its line's last words. */
function spansOf(row: Row, document: Document): readonly Span[] {
  const words = wordsOf(row, document);
  const own = words.slice(words.length - row.cells.length);
  return own.length === row.cells.length && own.every(({ word }, at) => word === row.cells[at]!.text) ? own : [];
}

/** Columns by complete rows of table 3, the first of which stands at `at`. */
interface Stretch {
  readonly at: number;
  last: number;
  columns: Columns;
}

/** Rows that do not stand in the columns of those before begin anew. */
function completeColumns(rows: readonly Row[], document: Document): Stretch[] {
  const found: Stretch[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.filled !== heads3.length || !isSpaced(row, document)) continue;
    const spans = spansOf(row, document);
    if (spans.length !== heads3.length) continue;
    const open = found.at(-1);
    const joined = open?.columns.spans.map((span, column) => ({
      from: Math.min(span.from, spans[column]!.from),
      to: Math.max(span.to, spans[column]!.to),
    }));
    if (open && isAscending(joined!)) {
      open.columns = { spans: joined!, rows: open.columns.rows + 1 };
      open.last = at;
    } else found.push({ at, last: at, columns: { spans, rows: 1 } });
  }
  return found.filter(({ columns }) => columns.rows >= fewestRows);
}

/** The columns of the complete rows around a row, or the next ones; before the first of all only where the head is known. */
function nearest(complete: readonly Stretch[], at: number, headed: boolean): Columns | null {
  const before = complete.findLast((each) => each.at <= at);
  const after = complete.find((each) => each.at > at && (headed || before !== undefined));
  if (before === undefined || after === undefined) return (before ?? after)?.columns ?? null;
  return at - before.last <= after.at - at ? before.columns : after.columns;
}

/** Reads a head: table 2's columns behind 信息内容, table 3's applicants, table 4's outcomes; null where the lines are none. */
function headOf(lines: readonly Row[], document: Document): Head | null {
  const words = lines.map((row) => wordsOf(row, document));
  for (const line of words.toReversed()) {
    const at = line.findIndex(({ word }) => fold(word) === '信息内容');
    if (at !== -1) return { table: 2, spans: line.slice(at + 1) };
  }
  const all = words.flat().map(({ word, from, to }) => ({ word: fold(word), from, to }));
  const applicants = heads3.flatMap((head) => all.find(({ word }) => head.test(word)) ?? []);
  if (applicants.length === heads3.length && isAscending(applicants)) return { table: 3, spans: applicants };
  const named = all.filter(({ word }) => word.length <= 4 && heads4.some((head) => head.test(word)));
  named.sort((a, b) => a.from - b.from);
  const isCycle = named.every(({ word }, at) => heads4[at % heads4.length]!.test(word));
  const isWhole = named.length > 0 && named.length % heads4.length === 0 && isCycle && isAscending(named);
  if (isWhole) return { table: 4, spans: named };
  return all.some(({ word }) => /复议.{0,12}诉讼|维持/.test(word)) ? { table: 4, spans: [] } : null;
}

const isAscending = (spans: readonly Span[]): boolean =>
  spans.every((span, at) => at === 0 || span.from >= spans[at - 1]!.to);

/** The cells with the blank ones between them; null where the row is complete, or its figures fit the columns not at all or twice. */
function restored(row: Row, spans: readonly Span[], columns: Columns | null): readonly Token[] | null {
  if (columns === null || spans.length === 0 || spans.length >= columns.spans.length) return null;
  const taken = spans.map((span) => columnAt(span, columns.spans));
  if (taken.some((column, at) => column === -1 || (at > 0 && column <= taken[at - 1]!))) return null;
  if (
    columns.rows === 0 &&
    !standsAlike(
      spans,
      taken.map((column) => columns.spans[column]!),
    )
  )
    return null;
  const near = row.cells[0]!;
  return columns.spans.map((_, column): Token => {
    const cell = row.cells[taken.indexOf(column)];
    return { ...(cell ?? { ...near, text: '', content: { kind: 'empty' } }), column };
  });
}

/** The only column that a figure stands in, or the one it is near to; -1 where it is between two. */
function columnAt(span: Span, columns: readonly Span[]): number {
  const touched = columns.flatMap(({ from, to }, at) => (span.from < to && span.to > from ? [at] : []));
  if (touched.length > 0) return touched.length === 1 ? touched[0]! : -1;
  const close = columns.flatMap(({ from, to }, at) => (span.from <= to + slack && span.to >= from - slack ? [at] : []));
  return close.length === 1 ? close[0]! : -1;
}

/** Do all figures stand in the middle of their columns, or all at the same edge? */
function standsAlike(spans: readonly Span[], columns: readonly Span[]): boolean {
  const middle = ({ from, to }: Span) => (from + to) / 2;
  const ways = [middle, ({ from }: Span) => from, ({ to }: Span) => to];
  return ways.some((way) => spans.every((span, at) => Math.abs(way(span) - way(columns[at]!)) <= slack));
}

/** Is a row of so many columns what was restored? */
export const isRestored = ({ rhythm }: Row, width: number): boolean =>
  rhythm !== null && rhythm.length === width && rhythm.some(isFilled);
