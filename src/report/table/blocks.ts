/** Table 2: which form each of its blocks （一）（五）（六）（八）（九） follows, by the labels of its own head. */
import { fold } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import type { TableForm } from '../forms.ts';
import { headWordsOfTable2 } from './aliases.ts';
import type { Match } from './align.ts';
import { formLabels } from './labels.ts';
import { isPlainLabel } from './neighbours.ts';
import { isFilled, type Row, type Token } from './row.ts';

/** A block of table 2 as it is printed. */
export interface TableBlock {
  /** "一", "五", "六", "八" or "九". */
  readonly item: string;
  readonly matches: readonly Match[];
  /** The form that its head, its rows and its number of values show; null where they show none. */
  readonly form: TableForm | null;
  /** Words of both forms stand in its head. */
  readonly mixed: boolean;
  /** The head's cells, in order; empty where it has none. */
  readonly head: readonly Token[];
  /** The head's text, folded. */
  readonly words: string;
}

/** The blocks that are printed, in the forms' order. */
export function blocksOf(rows: readonly Row[], matches: readonly Match[]): TableBlock[] {
  const blocks: TableBlock[] = [];
  for (const item of ['一', '五', '六', '八', '九']) {
    const own = matches.filter((match) => formLabels[match.label]!.item === item);
    if (own.length > 0) blocks.push(blockOf(item, rows, own));
  }
  return blocks;
}

/** Characters of a head's words: the longest has some forty. */
const longestHead = 120;

/** What the words of a head say for either form. Reports repeat their heads. */
const votesOf = remembered((words): Readonly<Record<'2019' | '2021', number>> => {
  const votes = { '2019': 0, '2021': 0 };
  for (const { word, form } of headWordsOfTable2) if (word.test(words)) votes[form] += 2;
  return votes;
}, longestHead);

function blockOf(item: string, rows: readonly Row[], matches: readonly Match[]): TableBlock {
  const first = matches.reduce((least, match) => Math.min(least, match.index), rows.length);
  const head: Token[] = [];
  let words = '';
  for (let at = first - 1; at >= 0 && first - at <= 24 && isPlainLabel(rows[at]!); at -= 1) {
    const text = fold(rows[at]!.labels.map((label) => label.text).join(''));
    words = text + words;
    head.unshift(...rows[at]!.labels);
    if (text.includes('信息内容') || /第二十条/.test(text)) break;
  }
  const votes = { ...votesOf(words) };
  const mixed = votes['2019'] > 0 && votes['2021'] > 0;
  for (const match of matches) {
    const { id } = formLabels[match.label]!;
    if (id === 'procurement') votes['2019'] += 9;
    if (id === 'otherServices') votes['2019'] += 1;
    if (id === 'normative' && fold(match.printed).includes('行政规范')) votes['2021'] += 1;
    if (item !== '一' && match.row.filled === 1) votes['2021'] += 0.6;
    if (item !== '一' && match.row.filled >= 2) votes['2019'] += 0.6;
  }
  const form = votes['2019'] === votes['2021'] ? null : votes['2019'] > votes['2021'] ? '2019' : '2021';
  return { item, matches, form, mixed, head, words };
}

/** A unit of money that the head prints for its amounts ("收费金额（单位：元）", "采购总金额（万元）"), or null. */
export function moneyOf(block: TableBlock): string | null {
  return /金额[^\d]{0,8}?(亿元|万元|千元|百元|元)/.exec(block.words)?.[1] ?? null;
}

/** The grid column that the head's first column stands in, behind 信息内容; undefined where the head has no grid. */
export function headStart(block: TableBlock): number | undefined {
  const at = block.head.findIndex((token) => fold(token.text) === '信息内容');
  const [name, first] = [block.head[at], block.head[at + 1]];
  return name && first && first.block === name.block && first.column > name.column ? first.column : undefined;
}

/**
 * The columns that the head prints words over, behind 信息内容, where there are `width` of them in one line; else null. Of columns under
 * one word, that in which the row has its figure.
 */
export function headColumns({ head }: TableBlock, width: number, row: Row): number[] | null {
  const at = head.findIndex((token) => fold(token.text) === '信息内容');
  const words = head.slice(at + 1).filter((token) => token.block === head[at]?.block);
  if (at === -1 || words.length !== width) return null;
  return words.map(({ column, span }) => {
    const under = row.cells.filter((cell) => isFilled(cell) && cell.column >= column && cell.column < column + span);
    return under.length === 1 ? under[0]!.column : column;
  });
}

/**
 * The row with each cell once: where merged cells came apart, the head and the row repeat what stood in them (上一年项目数量,
 * 本年增/减, 本年增/减 over 4, 3, 3). A row that repeats one figure under a single column needs no head to say so.
 */
export function unmerged(block: TableBlock, row: Row, width: number): Row {
  if (!row.grid || row.filled <= width || row.cells.length > mostUnmerged) return row;
  const filled = row.cells.filter(isFilled);
  const same = width === 1 && filled.every((cell) => cell.text === filled[0]!.text);
  const repeated = same ? new Set<number>() : repeatedColumns(block);
  const cells = row.cells.filter(
    (cell, at) => at === 0 || cell.text !== row.cells[at - 1]!.text || !(same || repeated.has(cell.column)),
  );
  return cells.length === row.cells.length ? row : { ...row, cells, filled: cells.filter(isFilled).length };
}

/** Table 2 has four columns; a row of more cells than this is none of its. */
const mostUnmerged = 12;

/** Columns over which the head prints the same words as over the one before. */
function repeatedColumns({ head }: TableBlock): Set<number> {
  const name = head.find((token) => fold(token.text) === '信息内容');
  const line = head.filter((token) => token.block === name?.block).slice(0, mostUnmerged);
  const isSame = (token: Token, before: Token | undefined) =>
    before !== undefined && token.column === before.column + 1 && fold(token.text) === fold(before.text);
  return new Set(line.filter((token, at) => isSame(token, line[at - 1])).map((token) => token.column));
}
