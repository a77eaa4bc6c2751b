/** What the rows of one table teach about each other: where labels stand, and where the figures begin. */
import { isFilled, isValue, type Row, type Token } from './row.ts';

/** What the rows of one table teach about each other. */
export interface Siblings {
  /** Columns that hold a label in some row and a value in none. */
  readonly labelColumns: ReadonlySet<number>;
  /** Column of the first cell, by the column of the last label, learned from rows that are sure. */
  readonly starts: ReadonlyMap<number, number>;
  /** The least number of cells behind the last label in those rows. */
  readonly counts: ReadonlyMap<number, number>;
  /** Where all rows but one agree, the number of their cells: a row with fewer lost one. */
  readonly least?: number;
  /** How many cells the fullest row fills, from its first cell on. */
  readonly reach: number;
  /** Rows with a grid. */
  readonly rows: number;
  /** The column of the first value as the table's head shows it, where it does. */
  readonly head?: number | undefined;
  /** The column of the first value as the head shows it, where the rows themselves do not. */
  readonly headed?: number | undefined;
  /** On a page, the columns that the head's words or whole rows stand in: merged cells and false columns stand between. */
  readonly columns?: readonly number[] | null;
  /** On a page, the columns of the first and the last head of table 3: rows with figures under both alone are blank between. */
  readonly ends?: readonly [number, number] | undefined;
  /** True where columns are positions on the page, so that a column without a cell is a blank one. */
  readonly positional: boolean;
}

/** The last column of the row's last label. */
export const labelEnd = (row: Row): number => {
  const label = row.labels.at(-1);
  return label ? label.column + label.span - 1 : -1;
};

/** Learns from the rows of a table with `width` columns. */
export function learn(rows: readonly Row[], width: number, positional: boolean): Siblings {
  const labelColumns = new Set<number>();
  const valueColumns = new Set<number>();
  for (const row of rows) {
    if (!row.grid) continue;
    for (const label of row.labels) labelColumns.add(label.column);
    for (const cell of row.cells) if (isValue(cell)) valueColumns.add(cell.column);
  }
  for (const column of valueColumns) labelColumns.delete(column);
  if (isRagged(rows, width)) labelColumns.clear();
  const starts = new Map<number, number>();
  const counts = new Map<number, number>();
  let reach = 0;
  for (const row of rows) {
    if (!row.grid) continue;
    const cells = withoutLabelColumns(row.cells, labelColumns, width);
    const first = cells.findIndex(isFilled);
    const last = cells.findLastIndex(isFilled);
    reach = Math.max(reach, last + 1);
    if (first === -1 || last - first !== width - 1) continue;
    const end = labelEnd(row);
    starts.set(end, cells[first]!.column);
    counts.set(end, Math.min(counts.get(end) ?? cells.length, cells.length));
  }
  const columns = positional ? columnsOfWhole(rows, width) : null;
  return { labelColumns, starts, counts, reach, rows: rows.filter((row) => row.grid).length, positional, columns };
}

/**
 * The columns of rows that have a figure in each: heads that touch each other leave false columns between. Two rows must agree, or one
 * add up; null where rows say different things.
 */
function columnsOfWhole(rows: readonly Row[], width: number): number[] | null {
  if (width !== 7) return null;
  const whole = rows.map(({ cells }) => cells.filter(isValue)).filter((values) => values.length === width);
  const places = whole.map((values) => values.map(({ column }) => column));
  const [first, ...others] = places;
  if (first === undefined || others.some((other) => other.some((column, at) => column !== first[at]))) return null;
  const figures = whole[0]!.map(({ content }) => (content.kind === 'value' ? content.figure.value : 0));
  const total = figures.pop()!;
  const isSum = total > 0 && figures.reduce((sum, figure) => sum + figure, 0) === total;
  return others.length > 0 || isSum ? first : null;
}

/** Behind its label, wherever that stands, each row has just the cells of the form: no column is one of labels. */
function isRagged(rows: readonly Row[], width: number): boolean {
  const kinds = new Map<number, { exact: number; all: number; begun: boolean }>();
  for (const row of rows) {
    if (!row.grid || row.labels.length === 0) continue;
    const kind = kinds.get(labelEnd(row)) ?? { exact: 0, all: 0, begun: false };
    kind.exact += row.cells.length === width ? 1 : 0;
    kind.all += 1;
    kind.begun ||= row.cells[0] !== undefined && isFilled(row.cells[0]);
    kinds.set(labelEnd(row), kind);
  }
  const all = [...kinds.values()];
  const proved = all.filter(({ exact, all, begun }) => begun && exact * 2 > all);
  const isExact = (kind: { exact: number; all: number }) => kind.exact === kind.all;
  if (proved.length >= 2) return all.every((kind) => proved.includes(kind) || isExact(kind));
  // Where most first cells are blank, every row must have just so many.
  return proved.length === 1 && all.length >= 2 && rows.length >= width && all.every(isExact);
}

/** Cells that stand under other rows' labels hold no values, whatever fills them; a row keeps as many as it needs. */
export function withoutLabelColumns(
  cells: readonly Token[],
  labelColumns: ReadonlySet<number>,
  width: number,
): readonly Token[] {
  const under = cells.findIndex((cell) => isValue(cell) || !labelColumns.has(cell.column));
  const filled = cells.findIndex(isFilled);
  const first = Math.max(Math.min(under, filled), Math.min(under, cells.length - width));
  return first <= 0 ? cells : cells.slice(first);
}
