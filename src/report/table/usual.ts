/** A quick look at a document's rows: do its tables stand as in the form? Most do, and need no other reading. */
import { fold } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import { type Axis, groupOn, namesOf } from './names.ts';
import { isAscending, isOrderOf2 } from './readings.ts';
import { longestLabel, type Row, type Token } from './row.ts';

/** Characters of the words of a head: the longest, table 4's, has some 120. */
const longestHead = 300;

/** Names of columns are no longer, and end with one of these: most words are told by that alone. */
const longestName = 20;
const ends: ReadonlySet<number> = new Set(
  Array.from(
    '人民业業构構织織他它计計持正错錯果结結案量数數发發止效减減定额額目作开開议議诉訴讼訟情况況请請分)）',
    (each) => each.charCodeAt(0),
  ),
);
const mayName = (word: string): boolean => word.length <= longestName && ends.has(word.charCodeAt(word.length - 1));

const columnAxes: ReadonlySet<Axis> = new Set(['applicant', 'outcome', 'column2']);

/** False where a word of a column labels a row, columns are not all there or in another order, or labels stand last. */
export function isUsual(rows: readonly Row[]): boolean {
  let heads: string[][] = [];
  let before: Row | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    if (row.filled === 0) {
      if (row.prose && row.labels.length < 3) heads = [];
      else addTo(heads, row);
      before = row;
      continue;
    }
    const above = row.labels.length === 0 && !row.grid ? before?.labels : undefined;
    if ((above ?? row.labels).some(isOfColumn)) return false;
    if (above !== undefined && above.length > 0 && row.cells.length > 1 && !namesRow(above.at(-1)!)) return false;
    if (row.labels.length === 0 && isLabelledLast(row, rows[at + 1])) return false;
    if (heads.length > 0) {
      if (!(row.grid ? isInOrderInGrid : isInOrder)(heads.map((words) => words.join(between)).join(below)))
        return false;
      heads = [];
    }
    before = undefined;
  }
  return true;
}

/** The words of a line that may name columns. */
function addTo(heads: string[][], { labels, grid }: Row): void {
  const words: string[] = [];
  for (const { text } of labels)
    if (!grid && text.includes(' ') && text.length <= 6 * longestLabel)
      words.push(...text.split(/\s+/).filter(mayName));
    else if (mayName(text)) words.push(text);
  if (words.length > 0) heads.push(words);
}

/** Is the word, or one that stands in a line with it, a column's name and nothing else? */
function isOfColumn({ text }: Token): boolean {
  if (text.includes(' ') && text.length <= longestLabel && text.split(/\s+/).some(isColumn)) return true;
  return isColumn(text);
}

function isColumn(word: string): boolean {
  if (!mayName(word)) return false;
  const names = namesOf(word);
  return names.length > 0 && names.every(({ axis }) => columnAxes.has(axis));
}

const namesRow = ({ text }: Token): boolean =>
  text.length <= longestLabel && namesOf(text).some(({ axis }) => axis === 'row2' || axis === 'row3');

const isLabelledLast = (row: Row, next: Row | undefined): boolean =>
  row.cells.some(({ content }) => content.kind === 'label') ||
  (next !== undefined && next.cells.length === 0 && next.first === row.first);

/** Do the words of a head, parted by these, stand as the form's columns do? Reports repeat their heads. */
const between = '\u0000';
const below = '\u0001';
const isInOrder = remembered((head) => inOrder(linesOf(head), false), longestHead);
const isInOrderInGrid = remembered((head) => inOrder(linesOf(head), true), longestHead);
const linesOf = (head: string): string[][] => head.split(below).map((line) => line.split(between));

function inOrder(heads: readonly (readonly string[])[], grid: boolean): boolean {
  const named = axesOf(heads);
  for (const axis of ['applicant', 'outcome', 'column2', 'block'] as const) {
    if (!named.has(axis)) continue;
    const lines = heads.map((words) => words.flatMap((word) => rankOf(word, axis))).filter((ats) => ats.length > 0);
    const all = lines.flat();
    if (axis === 'column2') {
      if (!isOrderOf2(all)) return false;
    } else if (axis === 'outcome') {
      if (all.length % 5 === 0 && !all.every((at, place) => at === place % 5)) return false;
    } else if (!lines.every(isAscending)) return false;
    else if (axis === 'block' ? !isAscending(all.filter(Number.isInteger)) : !isWhole(all, grid)) return false;
  }
  return true;
}

/** All seven applicants, in order; words a line each name those of a group behind the columns beside it. */
function isWhole(all: readonly number[], grid: boolean): boolean {
  if (all.filter(Number.isInteger).length !== 7) return false;
  if (grid || isAscending(all)) return true;
  const isInside = (at: number) => at >= 1 && at <= 5;
  return all.length === 8 && isAscending(all.filter(isInside)) && isAscending(all.filter((at) => !isInside(at)));
}

/** The axes that words of a head are of for certain: 总计 alone is of no table. */
function axesOf(heads: readonly (readonly string[])[]): Set<Axis> {
  const axes = new Set<Axis>();
  for (const words of heads)
    for (const word of words) {
      const [first, ...others] = namesOf(word);
      if (first !== undefined && others.every(({ axis }) => axis === first.axis)) axes.add(first.axis);
    }
  return axes;
}

function rankOf(word: string, axis: Axis): number[] {
  const own = namesOf(word).find((name) => name.axis === axis);
  if (own !== undefined) return [own.at];
  const group = groupOn[axis];
  return group?.word.test(fold(word)) ? [group.from - 0.5] : [];
}
