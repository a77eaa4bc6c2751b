/** Where a drawn table, its rows and its cells begin and end, as html.ts takes it. */

/** What happens in front of a tag: what ends, from the inside out, then what begins. */
export interface Turn {
  readonly ends: ('table' | 'row' | 'cell')[];
  readonly begins: Begin[];
}

type Begin =
  | { readonly what: 'table' }
  | { readonly what: 'row' }
  | { readonly what: 'cell'; readonly columns: number; readonly rows: number };

/** Turns by the offset of the tag's name, as the markup's events give it. */
export type Boxes = ReadonlyMap<number, Turn>;

/** An element of a page that is a cell, or a row of cells. */
export interface Box {
  readonly from: number;
  readonly to: number;
  readonly tag: string;
  readonly name: string;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** A row's cells; null for a box that is a cell. */
  readonly cells: readonly Box[] | null;
}

interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Box[];
}

/** Notes the turns of a table of these rows. */
export function draw(rows: readonly Drawn[], turns: Map<number, Turn>): void {
  const at = (offset: number): Turn => {
    const known = turns.get(offset);
    if (known) return known;
    const turn: Turn = { ends: [], begins: [] };
    turns.set(offset, turn);
    return turn;
  };
  for (const [index, { from, to, cells }] of rows.entries()) {
    if (index === 0) at(from).begins.push({ what: 'table' });
    at(from).begins.push({ what: 'row' });
    for (const cell of cells) {
      at(cell.from).begins.push({ what: 'cell', columns: cell.columns, rows: cell.rows });
      at(cell.to).ends.push('cell');
    }
    at(to).ends.push('row');
    if (index === rows.length - 1) at(to).ends.push('table');
  }
}

/** A grid of CSS puts its children into rows as they fit: the cells of each row, as the browser places them. */
export function drawGrid(
  cells: readonly Box[],
  width: number,
  from: number,
  to: number,
  turns: Map<number, Turn>,
): void {
  const rows: { from: number; to: number; cells: Box[] }[] = [];
  const busyUntil: number[] = Array<number>(width).fill(0);
  let row = -1;
  let column = width;
  for (const cell of cells) {
    const span = Math.min(cell.columns, width);
    while (column < width && busyUntil[column]! > row) column += 1;
    while (column + span > width) {
      row += 1;
      column = 0;
      while (column < width && busyUntil[column]! > row) column += 1;
      rows.push({ from: cell.from, to: cell.to, cells: [] });
    }
    for (let at = column; at < column + span; at += 1) busyUntil[at] = row + cell.rows;
    column += span;
    const open = rows.at(-1)!;
    open.cells.push(cell);
    open.to = cell.to;
  }
  const filled = rows.filter((each) => each.cells.length > 0);
  if (filled.length < 2 || from >= to) return;
  draw(filled, turns);
}
