/**
 * From nested paragraphs and tables to a sequence of rows: spans become grid columns, and a table that only arranges the page
 * (whole paragraphs or other tables in its cells) gives way to what it holds.
 */
import type { Budget } from './budget.ts';
import type { FlowCell, FlowRow, FlowTable, Item, Paragraph } from './flow.ts';

export interface LaidCell {
  readonly text: string;
  readonly column: number;
  readonly span: number;
  readonly start: number;
  readonly end: number;
}

/** A paragraph (one cell, table null) or a row of a table. */
export interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly heading: number | null;
  /** Table and row in it, both from 1; null for a paragraph. */
  readonly table: number | null;
  readonly row: number | null;
}

/** HTML's own bound of a colspan; further columns than `widest` are no longer watched for cells from above. */
const widest = 2_000;
const spanLimit = 1_000;

/** Above these lengths (in characters) what stands in a cell is text that was laid out with a table, not a table's cell. */
const longAlone = 100;
const longTogether = 200;

/** Lays out the items in reading order. */
export function layOut(items: readonly Item[], budget: Budget): LaidRow[] {
  const out: LaidRow[] = [];
  const counter = { tables: 0 };
  const place = (item: Item): void => {
    if (item.kind === 'table') layOutTable(item, out, counter, place, budget);
    else out.push(paragraphRow(item, budget));
  };
  items.forEach(place);
  return out;
}

function layOutTable(
  table: FlowTable,
  out: LaidRow[],
  counter: { tables: number },
  place: (item: Item) => void,
  budget: Budget,
): void {
  let number: number | null = null;
  /** For each column, the first row in which it is free again. */
  const busyUntil: number[] = [];
  for (const [index, row] of table.rows.entries()) {
    const cells = gridCells(row, index, busyUntil, budget);
    const contents = row.cells.map(paragraphsOf);
    const lines = linesOf(contents);
    if (lines > 0) {
      number ??= counter.tables += 1;
      for (let line = 0; line < lines; line += 1) {
        budget.block(cells.length);
        const laid = cells.map(({ cell, column, span }, at) =>
          laidCell(cell, contents[at]!.slice(line, line + 1), column, span),
        );
        out.push({ cells: laid, heading: null, table: number, row: index + 1 });
      }
      continue;
    }
    if (arranges(row, contents)) {
      for (const cell of row.cells) cell.items.forEach(place);
      continue;
    }
    const laid: LaidCell[] = [];
    for (const { cell, column, span } of cells) {
      if (!cell.merged) laid.push(laidCell(cell, paragraphsOf(cell) ?? [], column, span));
    }
    if (laid.length === 0) continue;
    if (number === null) {
      counter.tables += 1;
      number = counter.tables;
    }
    budget.block(laid.length);
    out.push({ cells: laid, heading: null, table: number, row: index + 1 });
  }
}

/** The true column of each cell, given the cells that reach down from the rows above. */
function gridCells(row: FlowRow, index: number, busyUntil: number[], budget: Budget) {
  let column = row.skipped;
  return row.cells.map((cell) => {
    budget.step();
    while (column < widest && (busyUntil[column] ?? 0) > index) column += 1;
    const span = Math.min(Math.max(1, cell.columns), spanLimit);
    const placed = { cell, column, span };
    if (cell.rows > 1) {
      for (let at = column; at < Math.min(column + span, widest); at += 1) busyUntil[at] = index + cell.rows;
    }
    column += span;
    return placed;
  });
}

/** The cell's paragraphs; a table of a single cell inside counts as its content. Null where it holds a real table. */
function paragraphsOf(cell: FlowCell): Paragraph[] | null {
  const paragraphs: Paragraph[] = [];
  for (const item of cell.items) {
    if (item.kind === 'paragraph') paragraphs.push(item);
    else {
      const only = item.rows.flatMap((row) => row.cells);
      if (only.length > 1) return null;
      const inner = only[0] === undefined ? [] : paragraphsOf(only[0]);
      if (inner === null) return null;
      for (const each of inner) paragraphs.push(each);
    }
  }
  return paragraphs;
}

const figure = /^[-+]?[\d,.]{1,15}$|^[-—–/]{1,2}$/;
/** So many figures one below the other in a cell are a column. */
const fewestFigures = 5;
const isColumn = (paragraphs: Paragraph[] | null): boolean =>
  paragraphs !== null && paragraphs.length >= fewestFigures && paragraphs.every(({ text }) => figure.test(text));

/** A whole table in one row, its columns a cell each: the number of lines where all cells have as many, else 0. */
function linesOf(contents: readonly (Paragraph[] | null)[]): number {
  const lines = contents.find(isColumn)?.length ?? 0;
  const isWhole = lines > 0 && contents.filter(isColumn).length >= 2;
  return isWhole && contents.every((paragraphs) => paragraphs?.length === lines) ? lines : 0;
}

/** True for a row that arranges text or tables rather than holding a table's values. */
function arranges(row: FlowRow, contents: readonly (Paragraph[] | null)[]): boolean {
  if (contents.includes(null)) return true;
  // Columns of different lengths: which figures stand beside each other is lost, and taken apart they would make rows.
  if (contents.length > 1 && contents.some(isColumn)) return false;
  return contents.some((paragraphs) => {
    const length = paragraphs!.reduce((sum, each) => sum + each.text.length, 0);
    if (row.cells.length === 1 && length > longAlone) return true;
    return paragraphs!.length > 1 && length > longTogether;
  });
}

function paragraphRow({ text, heading, start, end }: Paragraph, budget: Budget): LaidRow {
  budget.block(1);
  return { cells: [{ text, column: 0, span: 1, start, end }], heading, table: null, row: null };
}

function laidCell(cell: FlowCell, paragraphs: readonly Paragraph[], column: number, span: number): LaidCell {
  const text = paragraphs.map((each) => each.text).reduce(joined, '');
  const start = paragraphs[0]?.start ?? cell.start;
  return { text, column, span, start, end: paragraphs.at(-1)?.end ?? start };
}

const ideograph = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Two printed lines of one cell as one: Chinese goes on without a space, figures and words stay apart. */
export function joined(before: string, after: string): string {
  if (before === '') return after;
  if (after === '') return before;
  return ideograph.test(before.at(-1)!) && ideograph.test(after[0]!) ? before + after : `${before} ${after}`;
}
