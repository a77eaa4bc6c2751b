/**
 * A card for each row of the form, as pages for telephones print a table: the row's label on a line, and below it each of its cells
 * with its name, 自然人：3, or the name on a line and the figure on the next. The card becomes the row, its figures in the columns
 * that they are named by.
 */
import { formRows } from './formRows.ts';
import type { Named } from './namedCells.ts';
import { namesOf } from './names.ts';
import { type Kind, kinds } from './readings.ts';
import { longestLabel, type Row, type Token } from './row.ts';

/** The rows, each card among them as a head and a row of a table. */
export function withCards(rows: readonly Row[]): readonly Row[] {
  let joined: Row[] | null = null;
  for (let at = 0; at < rows.length; at += 1) {
    const card = isCell(rows[at + 1]) ? cardAt(rows, at) : null;
    if (card !== null) {
      joined ??= rows.slice(0, at);
      joined.push(...card.rows);
      at = card.last;
    } else joined?.push(rows[at]!);
  }
  return joined ?? rows;
}

/** A name with one cell, or alone on its line. */
const isCell = (row: Row | undefined): row is Row =>
  row !== undefined && row.labels.length === 1 && row.cells.length <= 1 && !row.prose;
/** The figure of the name on the line before. */
const isFigure = (row: Row | undefined): row is Row =>
  row !== undefined && row.labels.length === 0 && row.cells.length === 1 && !row.grid;

interface Cell {
  readonly word: Token;
  readonly cell: Token;
  /** Index of its last row. */
  readonly last: number;
  /** Where its figure stands; null for a name that nothing follows. */
  readonly figure: 'beside' | 'below' | null;
}

/** The card whose label stands at `at`; null where what follows is not cells of the row that it names, each once. */
function cardAt(rows: readonly Row[], at: number): { rows: readonly Row[]; last: number } | null {
  const { labels, cells, prose, grid } = rows[at]!;
  const word = labels.at(-1);
  if (cells.length > 0 || prose || grid || word === undefined || word.text.length > longestLabel) return null;
  for (const kind of kinds) {
    const row = on(kind.row, word);
    const found = row === null ? [] : cellsFrom(rows, at + 1, kind);
    // What goes on with other names, or the same again, is no card of this row.
    const next = rows[(found.at(-1)?.last ?? at) + 1];
    if (!isCard(found, kind) || (isCell(next) && next.cells.length > 0)) continue;
    const named = found.map(
      ({ word: columnWord, cell }): Named => ({
        row: row!,
        column: on(kind.column, columnWord)!,
        cell,
        rowWord: word,
        columnWord,
      }),
    );
    return { rows: formRows(kind, named), last: found.at(-1)!.last };
  }
  return null;
}

/** Cells of the table from a row on, up to a name that is none, or that was there. */
function cellsFrom(rows: readonly Row[], from: number, kind: Kind): Cell[] {
  const found: Cell[] = [];
  const columns = new Set<number>();
  for (let at = from; isCell(rows[at]); at += 1) {
    const { labels, cells } = rows[at]!;
    const word = labels[0]!;
    const column = on(kind.column, word);
    if (column === null || columns.has(column)) break;
    columns.add(column);
    const below = rows[at + 1];
    const cell = cells[0] ?? (isFigure(below) ? below.cells[0]! : { ...word, text: '', content: { kind: 'empty' } });
    const figure = cells.length > 0 ? 'beside' : isFigure(below) ? 'below' : null;
    if (figure === 'below') at += 1;
    found.push({ word, cell, last: at, figure });
  }
  return found;
}

/**
 * Names that stand alone are those of blank cells where the card has all its columns, and a figure stands beside its name or below another
 * than the last: else they are a head, and what follows are a row's figures.
 */
function isCard(found: readonly Cell[], { table }: Kind): boolean {
  if (!found.some(({ figure }) => figure !== null)) return false;
  if (found.every(({ figure }) => figure !== null)) return true;
  const isTold = found.some(({ figure }, at) => figure === 'beside' || (figure === 'below' && at < found.length - 1));
  return found.length === widths[table] && isTold;
}

const widths: Readonly<Record<2 | 3 | 4, number>> = { 2: 3, 3: 7, 4: 5 };

const on = (axis: Kind['row'], { text }: Token): number | null =>
  namesOf(text).find((name) => name.axis === axis)?.at ?? null;
