/**
 * Which cells of a row are the columns of the form. A value is never shifted into a column that it was not printed in:
 * where the window cannot be known, or columns were lost, the row says so.
 */
import { isFilled, isValue, type Row, type Token } from './row.ts';
import { trimmed } from './runs.ts';
import { labelEnd, type Siblings, withoutLabelColumns } from './siblings.ts';

/** A row's cells, placed. */
export type Placement =
  /** Each column has its cell; null where the grid shows that nothing stands there. */
  | { readonly kind: 'placed'; readonly cells: readonly (Token | null)[]; readonly extra: readonly Token[] }
  /** Fewer cells than columns: the first filled cell and the last are known, what stands between is not. Of `vanished` blank ones the first is not. */
  | {
      readonly kind: 'lost';
      readonly filled: readonly Token[];
      readonly cells: readonly Token[];
      readonly vanished?: boolean;
    }
  /** The cells fit several ways, or not at all. */
  | { readonly kind: 'unclear'; readonly filled: readonly Token[] };

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
