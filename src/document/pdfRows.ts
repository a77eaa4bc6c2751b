/** Rows of a PDF table that has no ruling lines: columns are where the pieces of its fullest lines stand. */
import { joined } from './layout.ts';
import type { Line } from './pdfLines.ts';

export interface LooseRow {
  readonly cells: readonly { readonly text: string; readonly column: number; readonly span: number }[];
  /** True where the columns are known: a gap in the row is then a blank cell. */
  readonly aligned: boolean;
}

interface Column {
  from: number;
  to: number;
}

/** Lines nearer than this share of the type's size cannot stand in one column: they are one row's. */
const sameRow = 0.95;
/** So many lines must show the columns, and each at least so many of them. */
const fewestLines = 2;
const fewestColumns = 3;
/** A line of so many figures, or words of a head, and nothing else shows the columns by itself. */
const mostSure = 4;
type Piece = Line['pieces'][number];
const isFigure = ({ text }: Piece) => /^[-—+]?[\d.,]+$/.test(text);
const isWord = ({ text }: Piece) => /^[\u3400-\u9fff]{2,7}$/.test(text);
const isDash = ({ text }: Piece) => /^[-—－/]{1,2}$/.test(text);
/** Two lines of so many figures or dashes are two rows, however near: a label between them belongs to several. */
const fewestCells = 3;
const isFull = ({ pieces }: Line) => pieces.filter((piece) => isFigure(piece) || isDash(piece)).length >= fewestCells;

/** The columns of a table, which may go on after other lines, or on the next page. */
export type LooseColumns = readonly Readonly<Column>[];

/**
 * Takes neighbouring lines of which one at least is in several pieces, and gives their rows: wrapped labels joined, each
 * piece in its column. Where too few lines agree on columns, figures stand in those of the table `before`, and else pieces are
 * numbered as they come.
 */
export function looseRows(
  lines: readonly Line[],
  before: LooseColumns | null,
): { rows: LooseRow[]; columns: LooseColumns | null; goesOn: boolean } {
  const rows = rowsOf(lines);
  const own = columnsOf(rows);
  const goesOn = before !== null && (own === null || own.length < before.length) && goOn(rows, before);
  const columns = goesOn ? before : own;
  if (columns === null) {
    const numbered = lines.map(({ pieces }) => ({
      cells: pieces.map(({ text }, column) => ({ text, column, span: 1 })),
      aligned: false,
    }));
    return { rows: numbered, columns, goesOn };
  }
  const placed = rows.flatMap((row) => (goesOn ? labelApart(row, columns) : [row]));
  return { rows: placed.map((row) => ({ cells: cellsOf(row, columns), aligned: true })), columns, goesOn };
}

/** A head that leaves its first field empty shows no column for the labels: what stands left of all columns is a row of its own. */
function labelApart(row: readonly Line[], columns: LooseColumns): Line[][] {
  const isLeft = (piece: Piece) => piece.end <= columns[0]!.from;
  const part = (keeps: (piece: Piece) => boolean) =>
    row.map((line) => ({ ...line, pieces: line.pieces.filter(keeps) })).filter(({ pieces }) => pieces.length > 0);
  return [part(isLeft), part((piece) => !isLeft(piece))].filter((lines) => lines.length > 0);
}

/** Labels with figures behind them, and each of those stands in a column. */
function goOn(rows: readonly Line[][], columns: LooseColumns): boolean {
  const isMark = (piece: Piece) => isFigure(piece) || isDash(piece);
  const marks = rows.flat().map(({ pieces }) => pieces.slice(pieces.findLastIndex((piece) => !isMark(piece)) + 1));
  // Words behind a figure are another layout.
  const isLabelled = rows.flat().every(({ pieces }, at) => pieces.filter(isMark).length === marks[at]!.length);
  const stands = (piece: Piece) =>
    columns.filter((column) => touches(piece, column)).length === 1 || closeTo(piece, columns) !== null;
  return isLabelled && marks.some((each) => each.length > 0) && marks.flat().every(stands);
}

function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const before = rows.at(-1)?.at(-1);
    const near = before !== undefined && line.y - before.y < sameRow * Math.min(line.size, before.size);
    if (near && !(isFull(line) && rows.at(-1)!.some(isFull))) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows;
}

function columnsOf(rows: readonly Line[][]): Column[] | null {
  // How many pieces the fullest lines have, where at least two agree: a wrapped label is no column of its own. A single
  // line shows its columns where it holds figures alone, or words of a head.
  const counts = rows.map((row) => row.reduce((most, line) => Math.max(most, line.pieces.length), 0));
  const sure = rows
    .flat()
    .filter(({ pieces }) => pieces.length >= mostSure && (pieces.every(isFigure) || pieces.every(isWord)));
  const agreed = [...counts].sort((a, b) => b - a)[fewestLines - 1] ?? 0;
  const shown = sure.reduce((most, line) => Math.max(most, line.pieces.length), agreed);
  if (shown < fewestColumns) return null;
  const showing = rows
    .map((row, at) => ({
      count: counts[at]!,
      pieces: row.toSorted((a, b) => b.pieces.length - a.pieces.length).flatMap((line) => line.pieces),
    }))
    .filter(({ count }) => count >= Math.max(fewestColumns, shown - 1))
    .sort((a, b) => b.count - a.count);
  const columns: Column[] = [];
  for (const { pieces } of showing)
    for (const { x, end } of pieces) {
      const touched = columns.filter((column) => x < column.to && end > column.from);
      if (touched.length === 0) columns.push({ from: x, to: end });
      // What reaches over several columns is a heading of them, or two cells without a gap.
      if (touched.length !== 1) continue;
      const [column] = touched as [Column];
      column.from = Math.min(column.from, x);
      column.to = Math.max(column.to, end);
    }
  columns.sort((a, b) => a.from - b.from);
  if (columns.length < fewestColumns) return null;
  addMore(rows, columns);
  return columns;
}

/** What stands beside the columns of the fullest lines: words first, for a head says more than a figure below it. */
function addMore(rows: readonly Line[][], columns: Column[]): void {
  const pieces = rows
    .filter((row) => row.some((line) => line.pieces.length > 1))
    .flatMap((row) => row.flatMap((line) => line.pieces));
  const isMark = (piece: Piece) => isFigure(piece) || isDash(piece);
  for (const piece of [...pieces.filter((each) => !isMark(each)), ...pieces.filter(isMark)]) {
    if (columns.some((column) => touches(piece, column))) continue;
    const close = isMark(piece) ? closeTo(piece, columns) : null;
    if (close === null) columns.push({ from: piece.x, to: piece.end });
    else {
      close.from = Math.min(close.from, piece.x);
      close.to = Math.max(close.to, piece.end);
    }
    columns.sort((a, b) => a.from - b.from);
  }
}

/** So many columns show how far they stand apart. */
const fewestApart = 5;

/** The column in whose field a figure stands, at an edge that no word of the head reaches; null where it is between two, or none's. */
function closeTo<T extends Readonly<Column>>(piece: Piece, columns: readonly T[]): T | null {
  if (columns.length < fewestApart) return null;
  const middles = columns.map(({ from, to }) => (from + to) / 2);
  const apart = middles.slice(1).map((middle, at) => middle - middles[at]!);
  const usual = apart.sort((a, b) => a - b)[apart.length >> 1]!;
  const at = nearest((piece.x + piece.end) / 2, columns);
  return Math.abs(middles[at]! - (piece.x + piece.end) / 2) < 0.49 * usual ? columns[at]! : null;
}

const touches = ({ x, end }: Piece, { from, to }: Readonly<Column>): boolean => x < to && end > from;

function cellsOf(row: readonly Line[], columns: LooseColumns) {
  const cells = new Map<number, { text: string; column: number; span: number }>();
  for (const piece of row.flatMap((line) => line.pieces.flatMap((each) => partedAt(each, columns)))) {
    const touched = columns.map((column, at) => (touches(piece, column) ? at : -1)).filter((at) => at !== -1);
    const column = touched[0] ?? nearest((piece.x + piece.end) / 2, columns);
    const span = touched.length > 1 ? touched.at(-1)! - column + 1 : 1;
    const open = cells.get(column);
    if (open === undefined) cells.set(column, { text: piece.text, column, span });
    else cells.set(column, { text: joined(open.text, piece.text), column, span: Math.max(open.span, span) });
  }
  const sorted = [...cells.values()].sort((a, b) => a.column - b.column);
  // What stands in a column of its own is under no other word.
  const filled = sorted.map((cell, at) => ({
    ...cell,
    span: Math.min(cell.span, (sorted[at + 1]?.column ?? Number.POSITIVE_INFINITY) - cell.column),
  }));
  // A row of few pieces is a heading, a note or another block's; in a fuller one the columns that hold nothing are blank cells.
  if (filled.length < Math.max(fewestColumns, columns.length / 2)) return filled;
  const taken = new Set(filled.flatMap(({ column, span }) => Array.from({ length: span }, (_, at) => column + at)));
  const blanks = columns.map((_, column) => column).filter((column) => !taken.has(column));
  return [...filled, ...blanks.map((column) => ({ text: '', column, span: 1 }))].sort((a, b) => a.column - b.column);
}

/** Words of a head that touch each other, each in its column; else the piece as it is. */
function partedAt(piece: Piece, columns: LooseColumns): readonly Piece[] {
  const { parts } = piece;
  if (parts === undefined) return [piece];
  const own = parts.map((part) => columns.filter((column) => touches(part, column)));
  const isApart = own.every((found, at) => found.length === 1 && found[0] !== own[at - 1]?.[0]);
  return isApart ? parts : [piece];
}

function nearest(x: number, columns: LooseColumns): number {
  let best = 0;
  for (const [at, { from, to }] of columns.entries()) {
    const distance = Math.abs((from + to) / 2 - x);
    if (distance < Math.abs((columns[best]!.from + columns[best]!.to) / 2 - x)) best = at;
  }
  return best;
}
