/**
 * Which cells of a row are the columns of the form. A value is never shifted into a column that it was not printed in:
 * where the window cannot be known, or columns were lost, the row says so.
 */
import { isFilled, isValue, type Row, type Token } from './row.ts';
import { trimmed } from './runs.ts';

/** A row's cells, placed. */
export type Placement =
  /** Each column has its cell; null where the grid shows that nothing stands there. */
  | { readonly kind: 'placed'; readonly cells: readonly (Token | null)[]; readonly extra: readonly Token[] }
  /** Fewer cells than columns: the first filled cell and the last are known, what stands between is not. */
  | { readonly kind: 'lost'; readonly filled: readonly Token[]; readonly cells: readonly Token[] }
  /** The cells fit several ways, or not at all. */
  | { readonly kind: 'unclear'; readonly filled: readonly Token[] };

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

const labelEnd = (row: Row): number => {
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
function withoutLabelColumns(
  cells: readonly Token[],
  labelColumns: ReadonlySet<number>,
  width: number,
): readonly Token[] {
  const under = cells.findIndex((cell) => isValue(cell) || !labelColumns.has(cell.column));
  const filled = cells.findIndex(isFilled);
  const first = Math.max(Math.min(under, filled), Math.min(under, cells.length - width));
  return first <= 0 ? cells : cells.slice(first);
}

/**
 * Places a row's cells in `width` columns. `adds` says whether six cells add up to the seventh (table 3): it decides
 * between readings of the same printed values, never more.
 */
export function place(
  row: Row,
  width: number,
  siblings: Siblings,
  adds?: (cells: readonly (Token | null)[]) => boolean,
): Placement {
  if (row.named?.length === width) return { kind: 'placed', cells: row.cells, extra: [] };
  if (!row.grid) return placeWithoutGrid(row, row.cells.filter(isFilled), width, adds);
  const { columns, ends } = siblings;
  const printed = ends === undefined ? [] : row.cells.filter(isFilled);
  if (printed.length === 2 && printed.every(({ column }, at) => column === ends![at]))
    return { kind: 'placed', cells: [printed[0]!, null, null, null, null, null, printed[1]!], extra: [] };
  if (columns && row.cells.every((cell) => !isFilled(cell) || columns.includes(cell.column)))
    return placedBy(row.cells, columns);
  // Between columns that do not follow one another, the others prove nothing.
  if (columns && siblings.positional && columns.at(-1)! - columns[0]! !== columns.length - 1)
    return { kind: 'unclear', filled: row.cells.filter(isFilled) };
  const cells = withoutRemarks(withoutLabelColumns(row.cells, siblings.labelColumns, width), width);
  const filled = cells.filter(isFilled);
  const first = cells.findIndex(isFilled);
  const last = cells.findLastIndex(isFilled);
  const start =
    siblings.head ??
    siblings.starts.get(labelEnd(row)) ??
    siblings.headed ??
    (siblings.positional ? commonest(siblings.starts) : undefined);
  if (siblings.positional && start !== undefined && first !== -1) {
    const fits = cells[first]!.column >= start && cells[last]!.column < start + width;
    if (fits) return byColumn(cells, start, width);
  }
  const under =
    width <= 3 && siblings.head !== undefined ? underHead(cells, siblings.head, width, siblings.least) : null;
  if (under) return under;
  if (first !== -1 && last - first >= width) return tooMany(cells, filled, width, adds);
  // On a page, blank cells are the row's own: its first figure need not stand in its first column.
  const open = siblings.positional && !cells.every(isFilled);
  if (cells.length < width) return open ? { kind: 'unclear', filled } : { kind: 'lost', filled, cells };
  if (first === -1) return window(cells, 0, width);
  const offsets: number[] = [];
  for (let from = Math.max(0, last - width + 1); from <= Math.min(first, cells.length - width); from += 1)
    offsets.push(from);
  // No row of the table reaches the last column, and this one is filled as far as any: the last cell is a stray one.
  if (width > 5 && siblings.rows >= 3 && siblings.reach < width && filled.length === siblings.reach)
    return { kind: 'lost', filled, cells };
  if (offsets.length === 1) {
    const from = offsets[0]!;
    const count = siblings.counts.get(labelEnd(row));
    // One cell short of its siblings, filled but for a stray last cell: a column is gone. Table 4's row has no siblings,
    // but three totals.
    const gone = filled.length === width - 1 && width > 1 && !isFilled(cells[from + width - 1]!);
    const short =
      gone &&
      (width > 7
        ? !adds?.(cells.slice(from))
        : width === 7
          ? count !== undefined && cells.length < count && couldBeTotal(filled)
          : cells.length < (siblings.least ?? count ?? 0));
    return short ? { kind: 'lost', filled, cells } : window(cells, from, width);
  }
  return choose(cells, offsets, width, start, filled, adds);
}

/** Words behind as many figures as the row has columns are a remark on it, and no cell of the form. */
function withoutRemarks(cells: readonly Token[], width: number): readonly Token[] {
  const last = cells.findLastIndex((cell) => isFilled(cell) && cell.content.kind !== 'label');
  const own = cells.slice(0, last + 1);
  const isWhole = own.filter(isFilled).length === width && own.every((cell) => cell.content.kind !== 'label');
  return isWhole && cells.slice(last + 1).some(isFilled) ? own : cells;
}

/** The cells under the head's columns, where no figure stands beside them: dashes may fill what the table does not need. */
function underHead(cells: readonly Token[], head: number, width: number, least = 0): Placement | null {
  const from = cells.findIndex((cell) => cell.column === head);
  if (from === -1 || cells.length < Math.max(from + width, least)) return null;
  if (cells.some((cell, at) => isValue(cell) && (at < from || at >= from + width))) return null;
  return { kind: 'placed', cells: cells.slice(from, from + width), extra: [] };
}

/** A total is no less than any of its parts. */
function couldBeTotal(filled: readonly Token[]): boolean {
  const values = filled.map((cell) => (cell.content.kind === 'value' ? cell.content.figure.value : 0));
  return values.at(-1)! >= Math.max(...values);
}

const window = (cells: readonly Token[], from: number, width: number): Placement => ({
  kind: 'placed',
  cells: cells.slice(from, from + width),
  extra: [...cells.slice(0, from), ...cells.slice(from + width)].filter(isFilled),
});

const byColumn = (cells: readonly Token[], start: number, width: number): Placement =>
  placedBy(
    cells,
    Array.from({ length: width }, (_, at) => start + at),
  );

const placedBy = (cells: readonly Token[], columns: readonly number[]): Placement => ({
  kind: 'placed',
  cells: columns.map((column) => cells.find((cell) => cell.column === column) ?? null),
  extra: [],
});

/** Several windows hold all the values: sibling rows decide, then arithmetic, then the head of the window. */
function choose(
  cells: readonly Token[],
  offsets: readonly number[],
  width: number,
  start: number | undefined,
  filled: readonly Token[],
  adds?: (cells: readonly (Token | null)[]) => boolean,
): Placement {
  const scored = offsets.map((from) => {
    const inside = cells.slice(from, from + width);
    let score = 0;
    if (start !== undefined && cells[from]!.column === start) score += 4;
    if (adds?.(inside)) score += 3;
    if (width > 5 && isFilled(inside[0]!)) score += 0.5;
    if (width > 5 && isFilled(inside[width - 1]!)) score += 1.5;
    return { from, score };
  });
  scored.sort((a, b) => b.score - a.score);
  const [one, two] = scored;
  if (one!.score === two!.score)
    return width <= 3 ? window(cells, Math.min(one!.from, two!.from), width) : { kind: 'unclear', filled };
  return window(cells, one!.from, width);
}

/** More values than columns: arithmetic may say which one is none of the row (a page number); else nothing is sure. */
function tooMany(
  cells: readonly Token[],
  filled: readonly Token[],
  width: number,
  adds?: (cells: readonly (Token | null)[]) => boolean,
): Placement {
  // Just as many as the form has, which add up: the columns between them are the layout's.
  if (filled.length === width && adds?.(filled)) return { kind: 'placed', cells: filled, extra: [] };
  if (adds && isZerosAndPage(filled, width))
    return { kind: 'placed', cells: filled.slice(0, width), extra: filled.slice(width) };
  if (adds && cells.length <= 40) {
    const readings: Token[][] = [];
    const values = filled.length === width + 1 ? filled : [];
    for (let drop = 0; drop < values.length; drop += 1) {
      const reading = values.filter((_, at) => at !== drop);
      const same = (other: Token[]) => other.every((cell, at) => cell.text === reading[at]!.text);
      if (adds(reading) && reading.some((cell) => isValue(cell) && cell.text !== '0') && !readings.some(same))
        readings.push(reading);
    }
    const only = readings.length === 1 ? readings[0]! : null;
    if (only) return { kind: 'placed', cells: only, extra: filled.filter((cell) => !only.includes(cell)) };
  }
  return { kind: 'unclear', filled };
}

/** A row of zeros, and behind it one figure that no row of zeros can hold: the number of the page that ends there. */
function isZerosAndPage(filled: readonly Token[], width: number): boolean {
  const last = filled[width]?.content;
  if (filled.length !== width + 1 || last?.kind !== 'value') return false;
  const { value } = last.figure;
  const isPage = Number.isInteger(value) && value > 0 && value < 200;
  return isPage && filled.slice(0, width).every(({ text }) => text === '0');
}

function placeWithoutGrid(
  row: Row,
  filled: readonly Token[],
  width: number,
  adds?: (cells: readonly (Token | null)[]) => boolean,
): Placement {
  if (filled.length === width) return { kind: 'placed', cells: filled, extra: [] };
  const restored = row.rhythm && trimmed(row.rhythm, width);
  if (restored) return { kind: 'placed', cells: restored, extra: [] };
  if (filled.length > width) return tooMany(filled, filled, width, adds);
  return { kind: 'lost', filled, cells: filled };
}

function commonest(starts: ReadonlyMap<number, number>): number | undefined {
  const counts = new Map<number, number>();
  for (const start of starts.values()) counts.set(start, (counts.get(start) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
