/** The cells of a frame, each with what names it: the words beside it and those over it. */
import type { BodyLine, Frame } from './frames.ts';
import type { Axis } from './names.ts';
import { type Cells, columnsOf, type NameOn } from './overhead.ts';
import type { Kind, Reading } from './readings.ts';
import { isFilled, isValue, type Token } from './row.ts';

/** A cell that is named on both axes. */
export interface Named {
  readonly row: number;
  readonly column: number;
  readonly cell: Token;
  readonly rowWord: Token;
  readonly columnWord: Token;
}

/** The frame's cells with what names them; null where the words do not tell all of its columns. */
export function cellsOf(frame: Frame, reading: Reading, nameOn: NameOn): Named[] | null {
  const { kind, beside, over } = reading;
  const ways: (Cells | null)[] = over.length === 0 ? [null] : columnsOf(frame, over, nameOn);
  const read = ways.flatMap((columns) => {
    const cells = frame.lines.flatMap((line) => namedIn(line, columns, kind, beside, over, nameOn));
    return cells.length === 0 || byKey(cells).size < cells.length ? [] : [cells];
  });
  return read.length < 2 ? (read[0] ?? null) : byTheirSums(read);
}

/** Of two readings of the same figures, the one whose sums agree; either where all figures are 0. */
function byTheirSums(read: readonly Named[][]): Named[] | null {
  const scored = read.map((cells) => ({ cells, ...sumsOf(byKey(cells)) })).sort((a, b) => a.failed - b.failed);
  const [best, next] = scored as [(typeof scored)[0], (typeof scored)[0]];
  if (best.failed < next.failed) return best.failed * 4 <= best.agreed ? best.cells : null;
  return best.cells.every(({ cell }) => cell.text === '0') ? best.cells : null;
}

function namedIn(
  line: BodyLine,
  columns: Cells | null,
  kind: Kind,
  beside: readonly Axis[],
  over: readonly Axis[],
  nameOn: NameOn,
): Named[] {
  // Of two names, the one next to the figures is the last axis's.
  const own = beside.map((axis, at) =>
    line.path.slice(0, line.path.length - (beside.length - 1 - at)).findLast(({ text }) => nameOn(text, axis) !== null),
  );
  if (own.some((word) => word === undefined)) return [];
  const cells = columns === null ? only(line).map((cell) => [cell, null] as const) : columns(line);
  if (cells === null) return [];
  return cells.flatMap(([cell, column]): Named[] => {
    const words = new Map<Axis, Token>();
    for (const [at, axis] of beside.entries()) words.set(axis, own[at]!);
    for (const [at, axis] of over.entries()) words.set(axis, column!.words[at]!);
    const year = words.get('year');
    if (year !== undefined && nameOn(year.text, 'year') !== 0) return [];
    const [rowWord, columnWord] = [words.get(kind.row)!, words.get(kind.column)!];
    return [
      {
        row: nameOn(rowWord.text, kind.row)!,
        column: nameOn(columnWord.text, kind.column)!,
        cell,
        rowWord,
        columnWord,
      },
    ];
  });
}

/** The cell of a line that has but one. */
const only = ({ cells }: BodyLine): readonly Token[] => {
  const filled = cells.filter(isFilled);
  return filled.length === 1 ? filled : cells.slice(-1);
};

const keyOf = ({ row, column }: Pick<Named, 'row' | 'column'>): string => `${row}/${column}`;
export const byKey = (cells: readonly Named[]): Map<string, Named> => new Map(cells.map((cell) => [keyOf(cell), cell]));

export const unplacedIn = (frame: Frame, cells: readonly Named[] | null): BodyLine[] => {
  const placed = new Set(cells?.map(({ cell }) => cell));
  return frame.lines.filter((line) => line.cells.some(isValue) && !line.cells.some((cell) => placed.has(cell)));
};

/** How many rows add up to their total, the last column, and how many do not; of what is printed. */
export function sumsOf(cells: ReadonlyMap<string, Named>): { agreed: number; failed: number } {
  const value = (row: number, column: number): number | null => {
    const content = cells.get(`${row}/${column}`)?.cell.content;
    return content?.kind === 'value' ? content.figure.value : null;
  };
  const rows = [...new Set([...cells.values()].map(({ row }) => row))];
  const columns = [...new Set([...cells.values()].map(({ column }) => column))];
  const total = Math.max(...columns);
  let agreed = 0;
  let failed = 0;
  for (const row of rows) {
    const whole = value(row, total);
    const sum = columns.reduce((all, column) => all + (column === total ? 0 : (value(row, column) ?? 0)), 0);
    if (whole === null || (whole === 0 && sum === 0)) continue;
    if (whole === sum) agreed += 1;
    else failed += 1;
  }
  return { agreed, failed };
}
