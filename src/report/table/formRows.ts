/** A table whose cells are named, as a head and rows of the form's columns. */
import { rowsOf as rowsOfForm } from '../forms.ts';
import { formLabels } from './labels.ts';
import type { Named } from './namedCells.ts';
import { blockNames, namesOf } from './names.ts';
import type { Kind } from './readings.ts';
import { isFilled, makeRow, type Row, type Token } from './row.ts';

const blankBy = (near: Token): Token => ({ ...near, text: '', content: { kind: 'empty' }, span: 1 });

/** The table as a head and rows of the form's columns. */
export function formRows(kind: Kind, cells: Iterable<Named>): Row[] {
  const byRow = new Map<number, Named[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const ordered = [...byRow].sort(([a], [b]) => a - b);
  let head: readonly number[] = [];
  return ordered.flatMap(([row, own]) => {
    const columns =
      kind.table === 2 ? orderOf2(row, own) : Array.from({ length: kind.table === 3 ? 7 : 5 }, (_, at) => at);
    const isNew = columns.join() !== head.join();
    head = columns;
    return [...(isNew && kind.table !== 4 ? [headRow(kind, own, columns)] : []), bodyRow(kind, row, own, columns)];
  });
}

function headRow({ table }: Kind, own: readonly Named[], columns: readonly number[]): Row {
  const near = own[0]!.columnWord;
  const words = columns.flatMap((column, at): Token[] => {
    const word = own.find((cell) => cell.column === column)?.columnWord;
    return word === undefined ? [] : [{ ...word, column: at + 1, span: 1, block: near.block }];
  });
  const corner = table === 2 ? [{ ...near, text: '信息内容', column: 0, span: 1 }] : [];
  return makeRow([...corner, ...words], [], true);
}

function bodyRow({ table }: Kind, row: number, own: readonly Named[], columns: readonly number[]): Row {
  const { rowWord } = own[0]!;
  const text = table === 4 ? blockNames[row as 0 | 1 | 2] : rowWord.text;
  const near = own[0]!.cell;
  const cells = columns.map((column, at): Token => {
    const cell = own.find((each) => each.column === column)?.cell ?? blankBy(near);
    return { ...cell, column: at + 1, span: 1 };
  });
  const named = columns.map((column) => own.some((each) => each.column === column));
  const label: Token = { ...rowWord, text, content: { kind: 'label' }, column: 0, span: 1 };
  return { ...makeRow([label], cells, true), named };
}

/** The columns of a row of table 2 in each form that has it. */
const ordersIn = (id: string): number[][] =>
  (['2019', '2021'] as const).flatMap((form) => {
    const row = rowsOfForm(form, 2).find(({ cells }) => cells[0]!.measure.startsWith(`${id}.`));
    return row ? [row.cells.map(({ column }) => namesOf(column).find(({ axis }) => axis === 'column2')!.at)] : [];
  });

/** The columns of a row of table 2, of the form that has all that are filled, and most that are named. */
function orderOf2(row: number, own: readonly Named[]): readonly number[] {
  const { id } = formLabels[row]!;
  const filled = own.filter(({ cell }) => isFilled(cell)).map(({ column }) => column);
  const counted = ordersIn(id).map((order) => ({
    order,
    filled: filled.filter((column) => order.includes(column)).length,
    named: order.filter((column) => own.some((each) => each.column === column)).length,
  }));
  counted.sort((a, b) => b.filled - a.filled || b.named - a.named);
  return counted[0]?.order ?? [];
}
