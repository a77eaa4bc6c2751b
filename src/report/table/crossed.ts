/**
 * Tables whose axes are not the form's: transposed, columns in another order or named one part after the other, labels behind
 * their figures, a line for each cell. What a figure's own words and those over it name says which cell it is; the tables
 * are given back as rows of the form's columns, for the one alignment. Tables in the form's own order stay as they are.
 */
import { formRows } from './formRows.ts';
import { type BodyLine, type Frame, framesOf, type TableOf } from './frames.ts';
import { byKey, cellsOf, type Named, sumsOf, unplacedIn } from './namedCells.ts';
import { namesOf } from './names.ts';
import { addsUpAsForm, isOtherwise, isPart, type Kind, namer, ofYears, readingOf, tablesIn } from './readings.ts';
import type { Row, Token } from './row.ts';
import { isUsual } from './usual.ts';
import { onlyYear } from './years.ts';

export interface Crossed {
  readonly rows: readonly Row[];
  /** Blocks of tables in another order than the form's, whose columns cannot be known. */
  readonly doubtful: ReadonlySet<number>;
}

/** The cells of one table, from one frame or several. */
interface Matrix {
  readonly kind: Kind;
  readonly cells: Map<string, Named>;
  readonly frames: Frame[];
  /** One of them is in another order than the form's. */
  isOther: boolean;
  /** Lines with figures that nothing places. */
  readonly unplaced: BodyLine[];
}

/** The rows, with those of tables of other axes as rows of the form's columns. */
export const withCrossed = (rows: readonly Row[], tableOf: TableOf): Crossed =>
  rows.length > mostRows || isUsual(rows) ? asTheyAre(rows) : crossed(rows, tableOf, null);

/** Far more rows than a report has. */
const mostRows = 4_000;

const asTheyAre = (rows: readonly Row[]): Crossed => ({ rows, doubtful: new Set() });

/** The rows, with tables that have a column of each year for each of the form's as rows of `own`, the report's. */
export function withYearsSide(rows: readonly Row[], tableOf: TableOf, own: number | null): Crossed {
  const isYear = ({ text }: Token) => text.split(/\s+/).some((word) => onlyYear(word) !== null);
  const isSaid = rows.some(({ filled, prose, labels }) => filled === 0 && !prose && labels.some(isYear));
  return isSaid && rows.length <= mostRows ? crossed(rows, tableOf, { own }) : asTheyAre(rows);
}

function crossed(rows: readonly Row[], tableOf: TableOf, years: { readonly own: number | null } | null): Crossed {
  const found = framesOf(rows, tableOf);
  const nameOn = namer(found, years?.own ?? null);
  // What a step before has named stands as in the form.
  const isNamed = ({ lines }: Frame) => lines.some(({ from, to }) => rows.slice(from, to).some(({ named }) => named));
  const frames = found.flatMap((frame) => (isNamed(frame) ? [] : tablesIn(frame, nameOn)));
  const matrices: Matrix[] = [];
  const doubtful = new Set<number>();
  const doubt = (lines: readonly BodyLine[]) => {
    for (const { tokens } of lines) for (const { block } of tokens) doubtful.add(block);
  };
  for (const frame of frames) {
    if (frame.isAdrift) {
      doubt(frame.lines);
      continue;
    }
    const own = readingOf(frame, nameOn);
    const reading = years === null || own === null ? own : ofYears(frame, own, nameOn);
    if (reading === null) continue;
    const isOther = isOtherwise(frame, reading, nameOn);
    const isSome = !isOther && isPart(frame, reading, nameOn);
    const cells = isOther || isSome ? cellsOf(frame, reading, nameOn) : null;
    // Of some of the columns, or an outcome for each line, all lines or none: others may read them.
    if ((isSome || reading.kind.table === 4) && unplacedIn(frame, cells).length > 0) continue;
    if (cells === null && (!isOther || addsUpAsForm(frame, reading))) continue;
    addTo(matrices, {
      kind: reading.kind,
      frames: [frame],
      isOther,
      unplaced: unplacedIn(frame, cells),
      cells: byKey(cells ?? []),
    });
  }
  const added = new Map<number, readonly Row[]>();
  const gone = new Set<number>();
  for (const matrix of matrices) {
    if (!isWhole(matrix)) continue;
    const read = formRows(matrix.kind, matrix.cells.values());
    if (read.length > 0) {
      added.set(beginOf(matrix), read);
      for (const frame of matrix.frames) for (const at of taken(frame, matrix)) gone.add(at);
    }
    doubt(matrix.unplaced);
  }
  if (added.size === 0) return { rows, doubtful };
  const out: Row[] = [];
  for (const [at, row] of rows.entries()) {
    out.push(...(added.get(at) ?? []));
    if (!gone.has(at)) out.push(row);
  }
  return { rows: out, doubtful };
}

/** The frame's cells join the table before where that has none of them. */
function addTo(matrices: Matrix[], next: Matrix): void {
  const last = matrices.at(-1);
  const joins = last?.kind === next.kind && ![...next.cells.keys()].some((key) => last.cells.has(key));
  if (!joins) {
    matrices.push(next);
    return;
  }
  for (const [key, cell] of next.cells) last.cells.set(key, cell);
  last.frames.push(...next.frames);
  last.unplaced.push(...next.unplaced);
  last.isOther ||= next.isOther;
}

/** A table in the form's order of which only some columns are named is taken for what it is where its sums agree. */
function isWhole({ isOther, kind, cells, frames }: Matrix): boolean {
  if (isOther) return true;
  const columns = new Set([...cells.values()].map(({ column }) => column));
  if (kind.table !== 3 || columns.size === 7) return frames.length > 1;
  const { failed, agreed } = sumsOf(cells);
  return columns.has(6) && failed === 0 && agreed > 0;
}

const beginOf = ({ frames }: Matrix): number => frames[0]!.lines[0]!.from;

/** The rows that are given back otherwise: the lines of figures that were placed, and the heads that name their columns. */
function taken({ heads, lines }: Frame, { unplaced }: Matrix): number[] {
  const own = [
    ...heads.filter(({ tokens }) => tokens.some(({ text }) => namesOf(text).length > 0 || onlyYear(text) !== null)),
    ...lines,
  ];
  return own
    .filter((line) => !unplaced.includes(line as BodyLine))
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
}
