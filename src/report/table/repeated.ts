/**
 * Alignments that reports repeat: which row is which depends on the labels and on which cells hold something, not on the figures.
 * Where all of that is to the letter as in a document before, so is the alignment.
 */
import { isPlainLabel } from './neighbours.ts';
import { isValue, type Row } from './row.ts';

/** All that an alignment of these rows depends on, from `first` on. */
export interface Pattern {
  readonly key: string;
  readonly first: number;
}

/** Far more rows than a report's tables have. */
const mostRows = 300;
/** Label lines before a row that may lend it a label. */
const mostBefore = 40;
const marks = { label: '\u0001', row: '\u0002' };

/** The pattern of the rows with cells and of the lines around them; null where it would say too little, or be too long. */
export function patternOf(rows: readonly Row[], year: number | null, subRows: boolean): Pattern | null {
  let from = 0;
  while (from < rows.length && rows[from]!.cells.length === 0) from += 1;
  let to = rows.length - 1;
  while (to > from && rows[to]!.cells.length === 0) to -= 1;
  if (to - from < 10) return null;
  for (let steps = 0; from > 0 && steps < mostBefore && isPlainLabel(rows[from - 1]!); steps += 1) from -= 1;
  while (to < rows.length - 1 && isPlainLabel(rows[to + 1]!)) to += 1;
  if (to - from > mostRows) return null;
  let key = subRows ? '3' : '1';
  for (let at = from; at <= to; at += 1) {
    const row = rows[at]!;
    // Figures a line each: where blank ones are put back, their order says more than their number.
    if (row.rhythm !== null || row.labels.length > 20) return null;
    key += marks.row + shapeOf(row);
    // Of prose no word is read.
    if (!row.prose) for (const { text } of row.labels) key += marks.label + text;
  }
  const named = year !== null && key.includes(`${year}`) ? year : '';
  return { key: `${named}${key}`, first: from };
}

/** How many cells, how many of them filled, and what else of them is looked at. */
function shapeOf(row: Row): string {
  const { cells, labels, filled } = row;
  let flags = (row.grid ? 1 : 0) + (row.prose ? 2 : 0) + (row.last > row.first ? 4 : 0);
  if (cells.some(isValue)) flags += 8;
  if (cells.length >= 5 && isCounting(row)) flags += 16;
  if (filled === 0 && labels.length > 1 && isSpread(row)) flags += 32;
  return `${flags},${cells.length},${filled}`;
}

/** 1, 2, 3 …: numbers of columns, no figures. */
export const isCounting = ({ cells }: Row): boolean =>
  cells.length >= 5 && cells.every((cell, at) => cell.content.kind === 'value' && cell.content.figure.value === at + 1);

/** Words that stand apart in their row, each over its columns. */
export const isSpread = ({ labels }: Row): boolean =>
  labels.some(({ column }, at) => at > 0 && column > labels[at - 1]!.column + labels[at - 1]!.span);

/** Few layouts stand in one library; a hostile one may have many. */
const mostRemembered = 200;

/** What is known of patterns seen before. */
export class Repeated<Known> {
  readonly #known = new Map<string, Known>();

  get({ key }: Pattern): Known | undefined {
    return this.#known.get(key);
  }

  set({ key }: Pattern, known: Known): void {
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, known);
  }
}
