/**
 * Tables that stand side by side on a sheet, an empty column between them: each is read from its top to its end before the next.
 * A column that is only left empty inside of a table parts nothing: what stands on one side of it has no labels of its own.
 */

/** Row number → column → text, of what is printed. */
export type SheetRows = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Rows of a sheet that are one table, or what stands alone above and below it; its first column. */
export interface Region {
  readonly rows: SheetRows;
  readonly from: number;
}

/** A sheet has no more tables side by side. */
const mostTables = 6;
/** Columns that are looked at, and rows of a sheet that may be a report's. */
const mostColumns = 100;
const mostRows = 2_000;

/** The sheet in regions, in reading order; `spanOf` says how many columns a cell covers. */
export function regionsOf(
  rows: SheetRows,
  spanOf: (column: number, row: number) => number,
  left = mostTables,
): Region[] {
  const whole = [{ rows, from: left === mostTables ? 0 : firstOf(rows) }];
  if (left === 1 || rows.size > mostRows) return whole;
  const cut = cutOf(rows, spanOf);
  if (cut === null) return whole;
  const { above, one, other, below } = cut;
  return [above, one, other, below].filter(({ size }) => size > 0).flatMap((part) => regionsOf(part, spanOf, left - 1));
}

const columnsOf = (rows: SheetRows): number[] => [...rows.values()].flatMap((cells) => [...cells.keys()]);
const firstOf = (rows: SheetRows): number =>
  columnsOf(rows).reduce((least, column) => Math.min(least, column), mostColumns);

interface Cut {
  readonly above: SheetRows;
  readonly one: SheetRows;
  readonly other: SheetRows;
  readonly below: SheetRows;
}

/** The first empty column with a table on either side of it, and the rows over which it stays empty. */
function cutOf(rows: SheetRows, spanOf: (column: number, row: number) => number): Cut | null {
  const filled = [...rows].filter(([, cells]) => isPrinted(cells)).sort(([a], [b]) => a - b);
  const last = columnsOf(rows).reduce((most, column) => Math.max(most, Math.min(column, mostColumns)), 0);
  for (let column = 1; column < last; column += 1) {
    const covers = ([row, cells]: (typeof filled)[number]): boolean =>
      [...cells].some(([at, text]) => text !== '' && at <= column && at + spanOf(at, row) > column);
    for (let begin = 0; begin < filled.length; begin += 1) {
      if (covers(filled[begin]!)) continue;
      let end = begin;
      while (end < filled.length && !covers(filled[end]!)) end += 1;
      const apart = isApart(filled, begin - 1, begin) && isApart(filled, end, end - 1);
      while (begin < end && isCard(filled[begin]![1])) begin += 1;
      const band = filled.slice(begin, end);
      const one = beside(band, (at) => at < column);
      const other = beside(band, (at) => at > column);
      if (apart && areTables(one, other))
        return { above: new Map(filled.slice(0, begin)), one, other, below: new Map(filled.slice(end)) };
      begin = end;
    }
  }
  return null;
}

const isPrinted = (cells: ReadonlyMap<number, string>): boolean => [...cells.values()].some((text) => text !== '');

/** The row beside a band is no row of its tables: a title, or there is an empty row between. */
function isApart(
  filled: readonly (readonly [number, ReadonlyMap<number, string>])[],
  at: number,
  edge: number,
): boolean {
  const [beside, last] = [filled[at], filled[edge]!];
  if (beside === undefined || Math.abs(beside[0] - last[0]) > 1) return true;
  return [...beside[1].values()].filter((text) => text !== '').length < 3;
}

/** Above the tables: a title alone, or what the sheet says of itself (填报单位：… 日期：…). */
const isCard = (cells: ReadonlyMap<number, string>): boolean => {
  const texts = [...cells.values()];
  return (texts.length === 1 && cells.has(0)) || (texts.length <= 4 && texts.every((text) => /[:：]/.test(text)));
};

const beside = (
  band: readonly [number, ReadonlyMap<number, string>][],
  isHere: (column: number) => boolean,
): SheetRows =>
  new Map(
    band
      .map(
        ([row, cells]) => [row, new Map([...cells].filter(([column, text]) => text !== '' && isHere(column)))] as const,
      )
      .filter(([, cells]) => cells.size > 0),
  );

const figure = /^[-+]?\d[\d,.]*$|^[-—–/／]{1,2}$/;
const fewestLabelled = 2;
/** So many words over one or two rows of figures are the head of a table without labels. */
const [fewestWords, mostBare] = [10, 2];

/** What stands on one side of a column: rows that begin with a label and have figures, or hold figures alone; its words. */
interface Side {
  readonly labelled: number;
  readonly bare: number;
  readonly words: number;
}

function sideOf(rows: SheetRows): Side {
  let labelled = 0;
  let bare = 0;
  let words = 0;
  for (const cells of rows.values()) {
    const texts = [...cells].sort(([a], [b]) => a - b).map(([, text]) => text);
    const figures = texts.filter((text) => figure.test(text)).length;
    if (figures === 0) words += texts.length;
    else if (figure.test(texts[0]!)) bare += 1;
    else labelled += 1;
  }
  return { labelled, bare, words };
}

/**
 * Two tables: each has rows with labels of their own; or one of them many words over a row or two of figures, or over none where
 * nobody filled it in, and the other needs none of these words for labels.
 */
function areTables(rows: SheetRows, others: SheetRows): boolean {
  const [one, other] = [sideOf(rows), sideOf(others)];
  const isLabelled = ({ labelled }: Side) => labelled >= fewestLabelled;
  const isHead = ({ words, bare }: Side) => words >= fewestWords && bare <= mostBare;
  if (isLabelled(one) && isLabelled(other)) return true;
  if (isHead(one) && isHead(other)) return true;
  return (isLabelled(one) && one.bare === 0 && isHead(other)) || (isLabelled(other) && other.bare === 0 && isHead(one));
}
