/** Which column of a table is which, by the words over it: where they stand, or the order that they are read in. */
import { fold } from '../../text/normalize.ts';
import type { BodyLine, Frame, Line } from './frames.ts';
import { formLabels } from './labels.ts';
import { type Axis, groupOn } from './names.ts';
import { isFilled, type Token } from './row.ts';

/** A column that is named: what it is on each axis of the heads, and the words that say so. */
interface Column {
  readonly ats: readonly number[];
  readonly words: readonly Token[];
}

/** What the word names on an axis, or null. */
export type NameOn = (text: string, axis: Axis) => number | null;

/** Columns of figures that are no column of any form. */
const beside = /^(?:序号|编号|行次|项次|排序|行号|代码|栏次)$/;

/** The cells of a line with their columns; null where nothing says which is which. */
export type Cells = (line: BodyLine) => readonly (readonly [Token, Column])[] | null;

/** Reads the heads of a frame on the axes that its columns have: each way that they can be read. */
export function columnsOf(frame: Frame, axes: readonly Axis[], nameOn: NameOn): Cells[] {
  const placed = frame.grid ? byPlace(frame, axes, nameOn) : null;
  if (placed) return [placed];
  return ordersOf(frame, axes, nameOn)
    .filter((order) => fits(frame, order.length))
    .map((order) => inOrder(order));
}

function byPlace(frame: Frame, axes: readonly Axis[], nameOn: NameOn): Cells | null {
  const spans = frame.heads.some(({ tokens }) => tokens.some(({ span }) => span > 1));
  const columns = new Map<number, Column>();
  const seen = new Set<string>();
  for (const column of columnsIn(frame)) {
    const words = axes.map((axis) => wordOver(frame.heads, column, spans, (text) => nameOn(text, axis) !== null));
    if (words.some((word) => word === null)) {
      const over = wordOver(frame.heads, column, spans, (text) => text !== '');
      if (frame.columns.includes(column) && !(over && beside.test(fold(over.text)))) return null;
      continue;
    }
    const ats = words.map((word, at) => nameOn(word!.text, axes[at]!)!);
    if (seen.has(ats.join())) {
      if (frame.columns.includes(column)) return null;
      continue;
    }
    seen.add(ats.join());
    columns.set(column, { ats, words: words as Token[] });
  }
  if (columns.size === 0) return null;
  return ({ cells }) =>
    cells.flatMap((cell) => {
      const column = columns.get(cell.column);
      return column === undefined ? [] : [[cell, column] as const];
    });
}

/** Columns with cells; those of a row's blank ones included. */
const columnsIn = ({ lines, columns }: Frame): number[] => {
  const all = new Set(columns);
  for (const { cells } of lines) for (const { column } of cells) all.add(column);
  return [...all].sort((a, b) => a - b);
};

/** The lowest word over a column that is `wanted`; in a grid without spans, else, a word reaches to the next one. */
function wordOver(
  heads: readonly Line[],
  column: number,
  spans: boolean,
  wanted: (text: string) => boolean,
): Token | null {
  const lines = heads.filter(({ grid }) => grid).toReversed();
  for (const { tokens } of lines) {
    const word = tokens.find(
      (token) => isFilled(token) && token.column <= column && column < token.column + token.span,
    );
    if (word && wanted(word.text)) return word;
  }
  if (spans) return null;
  for (const { tokens } of lines) {
    const word = tokens.findLast((token) => isFilled(token) && token.column <= column);
    if (word && wanted(word.text)) return word;
  }
  return null;
}

/** Have most lines as many cells as there are names? */
export const fits = ({ lines, grid }: Frame, names: number): boolean => {
  const fit = lines.filter(({ cells }) => cells.length === names || (grid && cells.filter(isFilled).length === names));
  return fit.length * 2 > lines.length;
};

/** The cells of lines that have one for each column, in this order. */
const inOrder =
  (order: readonly Column[]): Cells =>
  (line) => {
    const { cells } = line;
    const own = cells.length === order.length || !line.grid ? cells : cells.filter(isFilled);
    return own.length === order.length ? own.map((cell, at) => [cell, order[at]!] as const) : null;
  };

/** The columns in order, as the words of the heads follow each other; several where groups may be read in two ways. */
function ordersOf(frame: Frame, axes: readonly Axis[], nameOn: NameOn): Column[][] {
  if (axes.length > 1) {
    const [outer, inner] = axes.map((axis, at) => leavesOf(frame, axis, nameOn, at > 0)[0] ?? []);
    if (outer!.length === 0 || inner!.length % outer!.length !== 0) return [];
    const each = inner!.length / outer!.length;
    return [
      inner!.map((own, at) => {
        const over = outer![Math.floor(at / each)]!;
        return { ats: [over.at, own.at], words: [over.word, own.word] };
      }),
    ];
  }
  const read = leavesOf(frame, axes[0]!, nameOn);
  return [...read, ...sortedToo(frame, axes[0]!, read)]
    .filter((leaves) => leaves.length > 0 && new Set(leaves.map(({ at }) => at)).size === leaves.length)
    .map((leaves) => leaves.map(({ at, word }) => ({ ats: [at], words: [word] })));
}

/** Words that stand one a line show their order, but not how many lines the head had: the form's order may be meant. */
function sortedToo({ grid, heads }: Frame, axis: Axis, read: readonly Leaf[][]): Leaf[][] {
  const [only] = read;
  if (grid || read.length !== 1 || only!.length !== widths[axis]) return [];
  if (heads.some(({ tokens }) => tokens.filter(isFilled).length > 1)) return [];
  const sorted = only!.toSorted((a, b) => a.at - b.at);
  return isSame(only!, sorted) ? [] : [sorted];
}

const widths: Readonly<Partial<Record<Axis, number>>> = { applicant: 7 };

interface Leaf {
  readonly at: number;
  readonly word: Token;
  readonly line: number;
}

/** The words of the heads that name something on the axis, those of a group in the place of the group's word. */
export function leavesOf({ heads }: Frame, axis: Axis, nameOn: NameOn, repeats = axis === 'outcome'): Leaf[][] {
  const group = groupOn[axis];
  const found: Leaf[] = [];
  let groupAt = -1;
  for (const [line, { tokens }] of heads.entries())
    for (const word of tokens) {
      if (group?.word.test(fold(word.text))) groupAt = found.length;
      const at = nameOn(word.text, axis);
      if (at === null) continue;
      // A head that is printed again.
      if (!repeats && found.some((leaf) => leaf.at === at)) {
        found.splice(0, found.length);
        groupAt = -1;
      }
      found.push({ at, word, line });
    }
  if (repeats) return [found];
  if (axis === 'row3') return outOfLevels(found, heads);
  if (group === undefined) return [found];
  const isInside = ({ at }: Leaf) => at >= group.from && at <= group.to;
  const inside = found.filter(isInside);
  const outside = found.filter((leaf) => !isInside(leaf));
  const below = inside.length > 0 && isSame(found, [...outside, ...inside]);
  if (!below) return [found];
  const within = (place: number) => [...outside.slice(0, place), ...inside, ...outside.slice(place)];
  if (groupAt !== -1) return [within(Math.min(groupAt, outside.length))];
  // The group's own word is lost: what it held may stand in its place, or behind all others.
  const last = outside.at(-1);
  return last && last.at > group.to && outside.length > 1 ? [found, within(outside.length - 1)] : [found];
}

/** Groups of table 3's rows: their own rows stand below them, behind the rows beside them. */
const groups3 = /办理结果$|^[（(][三四五六][)）]/;

/** Rows of table 3 as heads: where their groups are printed over them, in the form's order; else as they are printed. */
function outOfLevels(found: readonly Leaf[], heads: readonly Line[]): Leaf[][] {
  if (!heads.some(({ tokens }) => tokens.some(({ text }) => groups3.test(fold(text))))) return [[...found]];
  const sorted = found.toSorted((a, b) => a.at - b.at);
  const byLevel = sorted.toSorted((a, b) => levelOf(a.at) - levelOf(b.at));
  return isSame(found, byLevel) || isSame(found, sorted) ? [sorted] : [];
}

/** 一、 is above （一）, and that above 1. */
function levelOf(at: number): number {
  const { id, number } = formLabels[at]!;
  if (/received$|carriedOver$|carriedForward$/.test(id)) return 1;
  return number !== null && /\d/.test(number) ? 3 : 2;
}

const isSame = (one: readonly Leaf[], two: readonly Leaf[]): boolean => one.every((leaf, at) => leaf === two[at]);
