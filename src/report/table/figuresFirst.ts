/**
 * Figures before their labels: 0 0 0 规章 on a line, or the figures on the line above the label, or those of a page above its labels.
 * A table is taken so only as a whole: it begins with figures and ends with a label, and where several lines of figures follow each
 * other, as many labels follow them.
 */
import { fold } from '../../text/normalize.ts';
import { sectionAt } from './captions.ts';
import { formLabels, labelAt, likenessOf } from './labels.ts';
import { isFilled, longestLabel, makeRow, type Row } from './row.ts';
import { contentOf } from './value.ts';

/** So many rows are a layout; fewer may be chance. */
const fewestPairs = 5;
const fewestBlocks = 3;
const mostCells = 7;
const surely = 0.9;
/** The label that the first figures of table 3 stand before. */
const first3 = formLabels.findIndex(({ table }) => table === 3);

/** A row of figures, or the row of the form that a line names. */
interface Part {
  readonly at: number;
  /** Index of `formLabels`; null for figures. */
  readonly label: number | null;
}

/** The rows, figures and the labels behind or below them joined. */
export function withFiguresFirst(rows: readonly Row[]): readonly Row[] {
  if (!rows.some((row, at) => isFigures(row) && namedBy(rows[at + 1]) !== null)) return rows;
  const beside = rows.flatMap((row, at): [number, number][] => (isBeside(row, rows[at + 1]) ? [[at, at + 1]] : []));
  const isOneLine =
    beside.length >= fewestPairs || beside.filter(([, at]) => formLabels[namedBy(rows[at])!]!.table === 2).length > 1;
  const pairs = isOneLine ? beside : [...stretchesOf(rows, 3).flatMap(pairs3), ...pairs2(rows)];
  const labelOf = new Map(pairs);
  const labels = new Set(labelOf.values());
  if (labels.size === 0) return rows;
  return rows.flatMap((row, at) => {
    if (labels.has(at)) return [];
    const own = labelOf.get(at);
    if (own !== undefined) return [makeRow(rows[own]!.labels, row.cells, false, row.rhythm)];
    return [(isOneLine ? withOneFigure(row) : null) ?? row];
  });
}

/** Figures and a row's label behind them on one line. */
const isBeside = (row: Row, next: Row | undefined): boolean =>
  isFigures(row) && next?.first === row.first && namedBy(next) !== null;

/** 640 行政许可: where all figures stand before their labels, no number of the label. */
function withOneFigure(row: Row): Row | null {
  const [word] = row.labels;
  const [, figure, text] = (row.labels.length === 1 && /^(\S{1,16})\s+(\S{2,20})$/.exec(word!.text)) || [];
  if (figure === undefined || text === undefined) return null;
  const content = contentOf(figure);
  const label = labelAt(text);
  if (label === null || formLabels[label]!.table !== 2 || !(content.kind === 'value' || content.kind === 'dash'))
    return null;
  return makeRow([{ ...word!, text }], [{ ...word!, text: figure, content, column: 1 }], false);
}

const isFigures = ({ labels, cells, filled, grid }: Row): boolean =>
  !grid && labels.length === 0 && filled > 0 && cells.length <= mostCells && cells.every(isFilled);

/** The row of the form that a line of words names; null for any other row. */
function namedBy(row: Row | undefined): number | null {
  const word = row?.labels.at(-1);
  if (!row || row.prose || row.cells.length > 0 || word === undefined || word.text.length > longestLabel) return null;
  const { all, found, best } = likenessOf(word.text);
  const alike = best < surely ? [] : found.filter((label) => all[label] === best);
  if (alike.length !== 1) return null;
  const { table } = formLabels[alike[0]!]!;
  // 总计 alone is a column; a row of table 3 has its number.
  return table === 2 || (table === 3 && /^[（(\d一二四]/.test(word.text)) ? alike[0]! : null;
}

/** Figures and labels of a table that nothing else parts. */
function stretchesOf(rows: readonly Row[], table: 2 | 3): Part[][] {
  const found: Part[][] = [];
  let stretch: Part[] = [];
  const settle = () => {
    if (stretch.length > 0) found.push(stretch);
    stretch = [];
  };
  for (const [at, row] of rows.entries()) {
    const label = namedBy(row);
    if (isFigures(row)) stretch.push({ at, label: null });
    else if (label !== null && formLabels[label]!.table === table) stretch.push({ at, label });
    else if (row.cells.length > 0 || row.prose || label !== null || isBlockHead(row) || sectionAt(row) !== null)
      settle();
  }
  settle();
  return found;
}

const isBlockHead = ({ labels }: Row): boolean => labels.length > 0 && fold(labels[0]!.text).startsWith('第二十条');

/** Rows of figures with the labels below them, by their rows; none where any figures have no label, or the order is not the form's. */
function pairs3(stretch: readonly Part[]): [number, number][] {
  const labels = stretch.flatMap(({ label }) => label ?? []);
  const isAscending = labels.every((label, at) => at === 0 || label > labels[at - 1]!);
  // The first label stands directly behind the first figures: they are none of the table before.
  const isFirst =
    stretch[0]!.label === null && stretch.find(({ label }) => label !== null)?.at === lastFirst(stretch) + 1;
  if (!isFirst || labels[0] !== first3 || !isAscending) return [];
  const pairs = pairsIn(stretch);
  return pairs !== null && pairs.length >= fewestPairs ? pairs : [];
}

/** The last of the figures that the table begins with. */
const lastFirst = (stretch: readonly Part[]): number =>
  stretch[stretch.findIndex(({ label }) => label !== null) - 1]?.at ?? -1;

/** Lines of figures with as many labels below them; behind a single line of figures, labels of blank rows may follow its own. */
function pairsIn(stretch: readonly Part[]): [number, number][] | null {
  const pairs: [number, number][] = [];
  for (let at = 0; at < stretch.length; ) {
    let middle = at;
    while (stretch[middle]?.label === null) middle += 1;
    let end = middle;
    while (stretch[end] !== undefined && stretch[end]!.label !== null) end += 1;
    const count = middle - at;
    if (count === 0 || (count === 1 ? end === middle : end - middle !== count)) return null;
    for (let each = at; each < middle; each += 1) pairs.push([stretch[each]!.at, stretch[each + count]!.at]);
    at = end;
  }
  return pairs;
}

/** The same of table 2, where its blocks begin with figures and none ends with them. */
function pairs2(rows: readonly Row[]): [number, number][] {
  const blocks = stretchesOf(rows, 2).filter((stretch) => stretch.some(({ label }) => label !== null));
  if (blocks.some((stretch) => stretch.at(-1)!.label === null)) return [];
  if (blocks.filter((stretch) => stretch[0]!.label === null).length < fewestBlocks) return [];
  return blocks.flatMap((stretch) => pairsIn(stretch.slice(stretch.findIndex(({ label }) => label === null))) ?? []);
}
