/**
 * Table 4 in other shapes than its row of fifteen: pairs of label and figure, tables of five and of ten (transposed: crossed.ts). Each is only an adapter: it gives rows of five cells with the name of their block as their label.
 */
import { fold } from '../../text/normalize.ts';
import { readHeading } from '../headings.ts';
import { outcomeNames } from './aliases.ts';
import { coreOf } from './labels.ts';
import { type Block, blockNames, blockOf } from './names.ts';
import { isFilled, isValue, makeRow, type Row, type Token } from './row.ts';
import { contentOf } from './value.ts';

/** The outcomes of each block, in the form's order. */
const outcomes: ReadonlyMap<string, number> = new Map(
  outcomeNames.flatMap((words, at) => words.map((word) => [word, at] as const)),
);
const width = 5;

/** What the table is known by, before anything is read. */
const mayBegin = /维持|未经复议|复议后/;
const isWhole = ({ filled, cells }: Row): boolean => filled > 10 || (cells.length >= 15 && filled > 0);

const outcomeOf = (text: string): number | null =>
  text.length > 12 ? null : (outcomes.get(coreOf(fold(text))) ?? null);

/** The rows, with those of a table 4 of another shape as three rows of five. */
export function withTable4(rows: readonly Row[]): readonly Row[] {
  const region = regionOf(rows);
  if (region === null) return rows;
  const [from, to] = region;
  const own = rows.slice(from, to);
  if (own.some(isWhole)) return rows;
  const read = paired(own) ?? parted(own);
  return read === null ? rows : [...rows.slice(0, from), ...read, ...rows.slice(to)];
}

/** From the first of the table's words, and the lines of labels before them, to the next section. */
function regionOf(rows: readonly Row[]): readonly [number, number] | null {
  const first = rows.findIndex(({ labels, prose }) => !prose && labels.some(({ text }) => mayBegin.test(text)));
  if (first === -1) return null;
  let from = first;
  while (from > 0 && first - from < 4 && rows[from - 1]!.filled === 0 && !rows[from - 1]!.prose) from -= 1;
  let to = first + 1;
  while (to < rows.length && !isNextSection(rows[to]!)) to += 1;
  return [from, to];
}

function isNextSection({ cells, labels, prose }: Row): boolean {
  if (cells.length > 0 || labels.length !== 1 || prose) return false;
  const heading = readHeading(labels[0]!.text);
  return heading !== null && heading.level === 'main' && heading.number !== null && heading.number > 4;
}

/** A row of five under the name of its block. */
function rowOfFive(block: Block, cells: readonly (Token | null)[], near: Token, isGrid: boolean): Row {
  const label: Token = { ...near, text: blockNames[block], content: { kind: 'label' }, column: 0, span: 1 };
  const placed = cells.map(
    (cell, at): Token => ({ ...(cell ?? { ...near, text: '', content: { kind: 'empty' } }), column: at + 1, span: 1 }),
  );
  return makeRow([label], placed, isGrid);
}

/** One outcome with the cells printed for it. */
interface Line {
  readonly row: number;
  readonly outcome: number;
  readonly cells: readonly Token[];
}

/** Lines of outcomes: a row each, several in one row, or a label and its figure on two lines. */
function linesOf(rows: readonly Row[]): Line[] {
  const found: Line[] = [];
  for (const [at, row] of rows.entries()) {
    const tokens = [...row.labels, ...row.cells].flatMap((token) => wordsOf(token, row.grid));
    const label = row.labels.length === 0 ? rows[at - 1] : undefined;
    if (row.cells.length <= blockNames.length && label && label.filled === 0 && label.labels.length > 0)
      tokens.unshift(label.labels.at(-1)!);
    const groups: { label: Token; cells: Token[] }[] = [];
    for (const token of tokens)
      if (token.content.kind === 'label') groups.push({ label: token, cells: [] });
      else groups.at(-1)?.cells.push(token);
    for (const { label: named, cells } of groups) {
      const outcome = outcomeOf(named.text);
      // Between two labels of a grid's row an empty cell leaves nothing else.
      if (cells.length === 0 && row.grid && row.filled > 0)
        cells.push({ ...named, text: '', content: { kind: 'empty' } });
      if (outcome !== null && cells.length > 0) found.push({ row: at, outcome, cells });
    }
  }
  return found;
}

/** 结果维持：3 is a label and its figure; in a line without a grid each word may be a label. */
function wordsOf(token: Token, isGrid: boolean): Token[] {
  if (token.content.kind !== 'label') return [token];
  const words = isGrid ? [token.text] : token.text.split(/\s+/);
  return words.flatMap((text) => {
    const glued = /^([^\d:：]{2,8})[:：]\s?(\d{1,8}件?|[-—/])$/.exec(text);
    if (glued === null || outcomeOf(glued[1]!) === null) return [{ ...token, text }];
    return [
      { ...token, text: glued[1]! },
      { ...token, text: glued[2]!, content: contentOf(glued[2]!) },
    ];
  });
}

/** The blocks that a row of labels names, in order; words of a line without a grid count one by one. */
function blocksIn(row: Row): Block[] {
  if (row.filled > 0 || row.prose) return [];
  const words = row.labels.flatMap(({ text }) => (row.grid ? [text] : text.split(/\s+/)));
  return words.flatMap((word) => blockOf(word) ?? []);
}

/** A figure for each outcome, block by block. */
function paired(rows: readonly Row[]): Row[] | null {
  const lines = linesOf(rows);
  if (lines.length < width || lines.some(({ cells }) => cells.filter(isFilled).length > 1)) return null;
  const groups: { block: Block; cells: (Token | null)[]; seen: Set<number>; near: Token }[] = [];
  let after = 0;
  for (const { row, outcome, cells } of lines) {
    const open = groups.at(-1);
    const cell = cells.find(isFilled) ?? cells[0]!;
    if (open === undefined || open.seen.has(outcome)) {
      const block = nameBefore(rows, after, row);
      if (block === null || groups.some((group) => group.block === block)) return null;
      groups.push({ block, cells: Array(width).fill(null), seen: new Set(), near: cell });
    }
    const group = groups.at(-1)!;
    group.seen.add(outcome);
    group.cells[outcome] = cell;
    after = row + 1;
  }
  if (groups.some(({ seen }) => seen.size !== width)) return null;
  const used = new Set(lines.map(({ row }) => row));
  const read = groups.map(({ block, cells, near }) => rowOfFive(block, cells, near, true));
  const first = lines[0]!.row;
  return [...rows.slice(0, first), ...read, ...rows.slice(first).filter((_, at) => !used.has(first + at))];
}

/** The block that the labels from one row to another name last. */
function nameBefore(rows: readonly Row[], from: number, to: number): Block | null {
  for (let at = to; at >= from; at -= 1)
    for (const { text } of rows[at]!.labels.toReversed()) {
      const block = blockOf(text);
      if (block !== null) return block;
    }
  return null;
}

/** Rows of five or ten figures, each under the names of as many blocks, or with a block's name as its label. */
function parted(rows: readonly Row[]): Row[] | null {
  const out: Row[] = [];
  const seen = new Set<Block>();
  let names: Block[] = [];
  let changed = false;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    if (row.prose || row.filled === 0) {
      names.push(...blocksIn(row));
      out.push(row);
      continue;
    }
    const own = row.labels.length > 0 ? blockOf(row.labels.map(({ text }) => text).join('')) : null;
    if (own !== null) names = [own];
    else if (row.labels.length > 0) {
      out.push(row);
      names = [];
      continue;
    }
    let end = at + 1;
    while (own === null && end < rows.length && rows[end]!.labels.length === 0 && rows[end]!.filled > 0) end += 1;
    const group = rows.slice(at, end);
    const fives = fivesOf(group, names.length);
    const fresh = names.every((block) => !seen.has(block));
    if (fives !== null && fresh && new Set(names).size === names.length) {
      for (const [index, cells] of fives.entries()) {
        seen.add(names[index]!);
        out.push(rowOfFive(names[index]!, cells, cells[0]!, row.grid));
      }
      changed = true;
    } else out.push(...group);
    names = [];
    at = end - 1;
  }
  return changed ? out : null;
}

/** The cells of the rows, five for each block; null where they are not as many. */
function fivesOf(group: readonly Row[], blocks: number): Token[][] | null {
  if (blocks === 0) return null;
  const each = group.length === 1 ? blocks * width : width;
  if (group.length > 1 && group.length !== blocks) return null;
  const fives: Token[][] = [];
  for (const { cells, grid } of group) {
    const used = grid ? cells : cells.filter(isFilled);
    if (used.length < each || used.slice(each).some(isFilled) || !used.some(isValue)) return null;
    for (let from = 0; from < each; from += width) fives.push(used.slice(from, from + width));
  }
  return fives;
}
