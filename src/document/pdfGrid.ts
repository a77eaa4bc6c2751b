/** Ruling lines → the grids of a page's tables: where rows and columns are, and which of their fields are one cell. */
import type { Ruling, Rulings } from './pdfRulings.ts';

/** Lines closer than this (points) are one line, drawn twice or in pieces. */
const near = 3;
/** A line that sticks out this far (points) has a field beside it. */
const outstanding = 8;
/** A border counts as drawn where a line covers this share of it. */
const covered = 0.6;

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid {
  /** Borders in points from the page's top left corner, ascending: one more than there are columns, or rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** In reading order: by row, then by column of the cell's first field. */
  readonly cells: readonly GridCell[];
  /** The cell of each field, row by row. */
  readonly owner: readonly GridCell[];
}

/** The grids of a page, from top to bottom. A box of a single field is no table. */
export function gridsOf(rulings: Rulings): Grid[] {
  const across = merged(rulings.across);
  const down = merged(rulings.down);
  if (across.length > mostLines || down.length > mostLines) return [];
  return groups(across, down)
    .map((group) => gridOf(group.across, group.down))
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => a.ys[0]! - b.ys[0]!);
}

/** Pieces on one line that touch or overlap, joined. */
function merged(lines: readonly Ruling[]): Ruling[] {
  const out: { at: number; from: number; to: number }[] = [];
  for (const band of bands(lines)) {
    band.sort((a, b) => a.from - b.from);
    const at = band.reduce((sum, line) => sum + line.at, 0) / band.length;
    let open: { at: number; from: number; to: number } | null = null;
    for (const { from, to } of band) {
      if (open !== null && from <= open.to + near) open.to = Math.max(open.to, to);
      else {
        open = { at, from, to };
        out.push(open);
      }
    }
  }
  return out;
}

function bands(lines: readonly Ruling[]): Ruling[][] {
  const out: Ruling[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    if (line.at - last <= near) out.at(-1)!.push(line);
    else {
      out.push([line]);
      last = line.at;
    }
  }
  return out;
}

function crosses(across: Ruling, down: Ruling): boolean {
  return (
    down.at >= across.from - near &&
    down.at <= across.to + near &&
    across.at >= down.from - near &&
    across.at <= down.to + near
  );
}

/** Lines that hang together, as they cross: each group is a table, or a frame. */
function groups(across: readonly Ruling[], down: readonly Ruling[]) {
  const waiting = new Set<Ruling>(down);
  const seen = new Set<Ruling>();
  const out: { across: Ruling[]; down: Ruling[] }[] = [];
  for (const first of across) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = { across: [first], down: [] as Ruling[] };
    for (let at = 0; at < group.across.length; at += 1) {
      for (const line of [...waiting].filter((each) => crosses(group.across[at]!, each))) {
        waiting.delete(line);
        group.down.push(line);
        for (const other of across) {
          if (seen.has(other) || !crosses(other, line)) continue;
          seen.add(other);
          group.across.push(other);
        }
      }
    }
    out.push(group);
  }
  return out;
}

/** More borders than this in one grid, or lines on a page, are a drawing. */
const most = 400;
const mostLines = 4_000;

function gridOf(across: readonly Ruling[], down: readonly Ruling[]): Grid | null {
  const xs = positions(down, across);
  const ys = positions(across, down);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns > most || rows > most) return null;
  /** True where no border parts the field from the one to its right, or below it. */
  const open = (lines: readonly Ruling[], at: number, from: number, to: number) =>
    !lines.some(
      (line) =>
        Math.abs(line.at - at) <= near && Math.min(line.to, to) - Math.max(line.from, from) >= covered * (to - from),
    );
  const owner: (GridCell | undefined)[] = new Array(rows * columns);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (owner[row * columns + column] !== undefined) continue;
      let width = 1;
      while (
        column + width < columns &&
        owner[row * columns + column + width] === undefined &&
        open(down, xs[column + width]!, ys[row]!, ys[row + 1]!)
      ) {
        width += 1;
      }
      let height = 1;
      while (row + height < rows && open(across, ys[row + height]!, xs[column]!, xs[column + width]!)) height += 1;
      const cell = { row, column, rows: height, columns: width };
      cells.push(cell);
      for (let y = row; y < row + height; y += 1) {
        for (let x = column; x < column + width; x += 1) owner[y * columns + x] = cell;
      }
    }
  }
  return cells.length < 2 ? null : { xs, ys, cells, owner: owner as GridCell[] };
}

/**
 * Where the borders are. Lines of the other direction that stick out say that there is one more, not drawn: at a page's
 * end, and where a table is open at its sides.
 */
function positions(lines: readonly Ruling[], others: readonly Ruling[]): number[] {
  const drawn = bands(lines).map((band) => band.reduce((sum, line) => sum + line.at, 0) / band.length);
  const first = Math.min(...others.map((line) => line.from));
  const last = Math.max(...others.map((line) => line.to));
  if (first < (drawn[0] ?? last) - outstanding) drawn.unshift(first);
  if (last > (drawn.at(-1) ?? first) + outstanding) drawn.push(last);
  return drawn;
}

/** The cell of the grid that holds this point, or null outside of it. */
export function cellAt(grid: Grid, x: number, y: number): GridCell | null {
  const column = grid.xs.findIndex((left, at) => x >= left && x < (grid.xs[at + 1] ?? Number.NEGATIVE_INFINITY));
  const row = grid.ys.findIndex((top, at) => y >= top && y < (grid.ys[at + 1] ?? Number.NEGATIVE_INFINITY));
  if (column === -1 || row === -1) return null;
  return grid.owner[row * (grid.xs.length - 1) + column] ?? null;
}
