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
/** A line of so many figures and nothing else shows the columns by itself. */
const mostSure = 5;
const isFigure = ({ text }: { readonly text: string }) => /^[-—+]?[\d.,]+$/.test(text);
/** Two lines of so many figures or dashes are two rows, however near: a label between them belongs to several. */
const fewestCells = 3;
const isFull = ({ pieces }: Line) =>
  pieces.filter((piece) => isFigure(piece) || /^[-—－/]{1,2}$/.test(piece.text)).length >= fewestCells;

/**
 * Takes neighbouring lines of which one at least is in several pieces, and gives their rows: wrapped labels joined, each
 * piece in its column. Where too few lines agree on columns, pieces are numbered as they come.
 */
export function looseRows(lines: readonly Line[]): LooseRow[] {
  const rows = rowsOf(lines);
  const columns = columnsOf(rows);
  if (columns === null) {
    return lines.map(({ pieces }) => ({
      cells: pieces.map(({ text }, column) => ({ text, column, span: 1 })),
      aligned: false,
    }));
  }
  return rows.map((row) => ({ cells: cellsOf(row, columns), aligned: true }));
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
  // line shows its columns where it holds figures alone.
  const counts = rows.map((row) => row.reduce((most, line) => Math.max(most, line.pieces.length), 0));
  const figures = rows.flat().filter((line) => line.pieces.length >= mostSure && line.pieces.every(isFigure));
  const agreed = [...counts].sort((a, b) => b - a)[fewestLines - 1] ?? 0;
  const shown = figures.reduce((most, line) => Math.max(most, line.pieces.length), agreed);
  if (shown < fewestColumns) return null;
  const showing = rows
    .map((row, at) => ({ count: counts[at]!, pieces: row.flatMap((line) => line.pieces) }))
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
  return columns.length >= fewestColumns ? columns : null;
}

function cellsOf(row: readonly Line[], columns: readonly Column[]) {
  const cells = new Map<number, { text: string; column: number; span: number }>();
  for (const piece of row.flatMap((line) => line.pieces)) {
    const touched = columns
      .map((column, at) => (piece.x < column.to && piece.end > column.from ? at : -1))
      .filter((at) => at !== -1);
    const column = touched[0] ?? nearest((piece.x + piece.end) / 2, columns);
    const span = touched.length > 1 ? touched.at(-1)! - column + 1 : 1;
    const open = cells.get(column);
    if (open === undefined) cells.set(column, { text: piece.text, column, span });
    else cells.set(column, { text: joined(open.text, piece.text), column, span: Math.max(open.span, span) });
  }
  const filled = [...cells.values()].sort((a, b) => a.column - b.column);
  // A row of few pieces is a heading, a note or another block's; in a fuller one the columns that hold nothing are blank cells.
  if (filled.length < Math.max(fewestColumns, columns.length / 2)) return filled;
  const taken = new Set(filled.flatMap(({ column, span }) => Array.from({ length: span }, (_, at) => column + at)));
  const blanks = columns.map((_, column) => column).filter((column) => !taken.has(column));
  return [...filled, ...blanks.map((column) => ({ text: '', column, span: 1 }))].sort((a, b) => a.column - b.column);
}

function nearest(x: number, columns: readonly Column[]): number {
  let best = 0;
  for (const [at, { from, to }] of columns.entries()) {
    const distance = Math.abs((from + to) / 2 - x);
    if (distance < Math.abs((columns[best]!.from + columns[best]!.to) / 2 - x)) best = at;
  }
  return best;
}
