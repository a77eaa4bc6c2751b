/**
 * A card for each row of the form, as pages for telephones print a table: the row's label on a line, and below it a line for each
 * of its cells, 自然人：3. The card becomes the row, its figures in the columns that they are named by.
 */
import { formRows } from './formRows.ts';
import type { Named } from './namedCells.ts';
import { type Name, namesOf } from './names.ts';
import { type Kind, kinds } from './readings.ts';
import { longestLabel, type Row, type Token } from './row.ts';

/** The rows, each card among them as a head and a row of a table. */
export function withCards(rows: readonly Row[]): readonly Row[] {
  let joined: Row[] | null = null;
  for (let at = 0; at < rows.length; at += 1) {
    let end = at + 1;
    while (end < rows.length && isPair(rows[end]!)) end += 1;
    const card = end === at + 1 ? null : cardOf(rows[at]!, rows.slice(at + 1, end));
    if (card !== null) {
      joined ??= rows.slice(0, at);
      joined.push(...card);
      at = end - 1;
    } else joined?.push(rows[at]!);
  }
  return joined ?? rows;
}

/** A name with one cell. */
const isPair = ({ labels, cells, prose, grid }: Row): boolean =>
  !grid && labels.length === 1 && cells.length === 1 && !prose;

/** The label with the cells below it; null where they are not all cells of the row that it names, each once. */
function cardOf({ labels, cells, prose }: Row, pairs: readonly Row[]): readonly Row[] | null {
  const word = labels.at(-1);
  if (cells.length > 0 || prose || word === undefined || word.text.length > longestLabel) return null;
  for (const kind of kinds) {
    const row = on(namesOf(word.text), kind.row);
    const named = row === null ? null : cellsOf(kind, row, word, pairs);
    if (named !== null) return formRows(kind, named);
  }
  return null;
}

function cellsOf(kind: Kind, row: number, rowWord: Token, pairs: readonly Row[]): Named[] | null {
  const named = pairs.map(({ labels: [word], cells: [cell] }) => ({
    row,
    column: on(namesOf(word!.text), kind.column),
    cell: cell!,
    rowWord,
    columnWord: word!,
  }));
  const columns = new Set(named.map(({ column }) => column));
  return columns.has(null) || columns.size < named.length ? null : (named as Named[]);
}

const on = (names: readonly Name[], axis: Kind['row']): number | null =>
  names.find((name) => name.axis === axis)?.at ?? null;
