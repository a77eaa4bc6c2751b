/**
 * Lines of names and figures: 规章：制发件数0件，废止件数0件，现行有效件数3件 · （一）予以公开：自然人3件、商业企业0件、…. Each figure
 * stands in the column that is named with it; the line becomes a row of the form's columns, in their order.
 */
import { fold, foldWithPlaces } from '../../text/normalize.ts';
import { applicantNames, columnNames, outcomeNames } from './aliases.ts';
import { isRowLabel, likenessOf } from './labels.ts';
import { contentOf, dash, unit } from './value.ts';

/** A line as a row: its label as printed, or null; the names of table 2's columns; what is printed in each column, or ''. */
export interface PairedLine {
  readonly label: string | null;
  readonly head: readonly string[];
  readonly cells: readonly string[];
}

interface Columns {
  readonly table: 2 | 3 | 4;
  readonly width: number;
  /** Column by name. */
  readonly byName: ReadonlyMap<string, number>;
}

const columnsOf = (table: 2 | 3 | 4, names: readonly (readonly string[])[]): Columns => ({
  table,
  width: names.length,
  byName: new Map(names.flatMap((words, at) => words.map((word) => [word, at] as const))),
});
/** The smallest come first: names that fit several are of the smallest. */
const known = [
  ...columnNames.map((names) => columnsOf(2, names)),
  columnsOf(3, applicantNames),
  columnsOf(4, outcomeNames),
].sort((a, b) => a.width - b.width);
const names = [...new Set(known.flatMap(({ byName }) => [...byName.keys()]))].sort((a, b) => b.length - a.length);

/** Two names with a figure each, or table 2's only column, are looked for before anything is folded. */
const mayBePairs =
  /(?:人|[业業]|[构構]|[织織]|他|[计計]|果|持|正|[结結]|[数數]量?|有效|公[开開]|[额額]|[发發]|止|[减減]|定)[为為是共有计計]?[^\d\u3400-\u9fff]{0,6}[\d\uff10-\uff19—–－/-]/;
const longestLine = 400;
const mostTries = 6;
const longestLabel = 60;

const figure = String.raw`(?:增加|减少|增|减|[+-])?\d+(?:,\d{3})*(?:\.\d+)?(?:${unit})?`;
const pair = new RegExp(
  String.raw`(${names.join('|')})(\((?:单位:)?(?:${unit})\))?(:|为|是|共|有|计)?[(_.·…]*(?:(${figure}|${dash})(?:${unit})?|(${unit})?)`,
  'y',
);
const name = new RegExp(names.join('|'), 'g');
const between = /(?:[,、;。|/():_.·…]|其中|法人(?:或|和)(?:者)?其他组织|分别为)*/y;
const totalBefore = new RegExp(`^(.*?)[:共计为]*(${figure})[,:(、;]*$`);

/** Reads a line of names and figures to its end; null where it is none. */
export function pairsOf(text: string): PairedLine | null {
  if (text.length > longestLine || !mayBePairs.test(text)) return null;
  const { folded, at } = foldWithPlaces(text);
  const printed = (from: number, to: number) => text.slice(at[from]!, to < at.length ? at[to] : undefined).trim();
  let tries = 0;
  for (const { index } of folded.matchAll(name)) {
    tries += 1;
    if (tries > mostTries || index > longestLabel + 12) return null;
    const before = labelBefore(folded.slice(0, index));
    if (before === null) continue;
    const found = pairsFrom(folded, index);
    const columns = found && columnsFor(found);
    if (!columns) continue;
    const cells = Array.from({ length: columns.width }, () => '');
    for (const { column, from, to } of found) cells[columns.byName.get(column)!] = printed(from, to);
    if (before.total !== null && columns.table !== 2) {
      const [from, to] = before.total;
      if (cells[columns.width - 1] !== '') continue;
      cells[columns.width - 1] = printed(from, to);
    }
    const isWhole = found.length === columns.width;
    if (before.label === 0 ? !isWhole : found.length < 2 && columns.width > 1) continue;
    if (!cells.every((cell) => ['value', 'dash', 'empty'].includes(contentOf(cell).kind))) continue;
    const label = before.label === 0 ? null : printed(0, before.label);
    const inOrder = found.toSorted((a, b) => columns.byName.get(a.column)! - columns.byName.get(b.column)!);
    return { label, head: columns.table === 2 ? inOrder.map(({ head: [from, to] }) => printed(from, to)) : [], cells };
  }
  return null;
}

/** A line of one name and its cell, 自然人：3 · - 总计： · 其他0; null for any other line. A blank cell has its colon. */
export function pairOf(text: string): { readonly name: string; readonly cell: string } | null {
  if (text.length > longestPair || !pairEnds.has(text.charCodeAt(text.length - 1))) return null;
  const [, name, colon, cell] = single.exec(text) ?? [];
  if (name === undefined || cell === undefined || (colon === undefined && cell === '')) return null;
  if (!['value', 'dash', 'empty'].includes(contentOf(cell).kind)) return null;
  const folded = fold(name).replace(/\(.*$/, '');
  return known.some(({ byName }) => byName.has(folded)) ? { name, cell } : null;
}

const longestPair = 40;
/** What a line of one cell ends in: most lines are known by that to be none. */
const pairEnds: ReadonlySet<number> = new Set(
  Array.from('0123456789０１２３４５６７８９:：-—–－/／.无件项条个份次宗起人元', (each) => each.charCodeAt(0)),
);
const single =
  /^\s*(?:[-*•·●○▪◆▶]\s*)?([\u3400-\u9fff][\u3400-\u9fff/]{0,22}[\u3400-\u9fff](?:[（(][^）)\d]{1,12}[）)])?)\s*([:：])?\s*([^:：\u3400-\u9fff]{0,16}[件项条个份次宗起人元]{0,2})$/;

/** What stands before the first name: a row's label and perhaps its total, or nothing; null where it is something else. */
function labelBefore(
  text: string,
): { readonly label: number; readonly total: readonly [number, number] | null } | null {
  const words = text.replace(/(?:其中|[:,、;(|_.·…])+$/, '');
  if (words === '') return { label: 0, total: null };
  if (words.length > longestLabel || words.includes('。')) return null;
  if (isRowLabel(words) || likenessOf(words).best >= surely) return { label: words.length, total: null };
  const totalled = totalBefore.exec(words);
  if (!totalled || !isRowLabel(totalled[1]!)) return null;
  const from = words.lastIndexOf(totalled[2]!);
  return { label: totalled[1]!.length, total: [from, from + totalled[2]!.length] };
}

const surely = 0.8;

interface Pair {
  readonly column: string;
  /** Where the name stands, with the unit that it says. */
  readonly head: readonly [number, number];
  /** Where the figure stands; nothing where it is left blank. */
  readonly from: number;
  readonly to: number;
}

/** The pairs from a place to the end of the line; null where anything else stands there. */
function pairsFrom(text: string, start: number): Pair[] | null {
  const found: Pair[] = [];
  for (let at = start; at < text.length; ) {
    pair.lastIndex = at;
    const match = pair.exec(text);
    if (!match) return null;
    const [whole, column, says = '', colon, value] = match;
    // Nothing but a name is a head; a blank has its colon or its unit.
    if (value === undefined && colon === undefined && match[5] === undefined) return null;
    const to = at + whole.length;
    const from = value === undefined ? to : at + whole.indexOf(value, column!.length + says.length);
    found.push({ column: column!, head: [at, at + column!.length + says.length], from, to });
    between.lastIndex = to;
    at = to + between.exec(text)![0].length;
  }
  return found.some(({ from, to }) => from < to) ? found : null;
}

/** The columns that are named, each once; null where several tables have them. */
function columnsFor(found: readonly Pair[]): Columns | null {
  const fit = known.filter(({ byName }) => {
    const columns = found.map(({ column }) => byName.get(column));
    return !columns.includes(undefined) && new Set(columns).size === columns.length;
  });
  const [first] = fit;
  if (!first || (first.table !== 2 && fit.length > 1)) return null;
  return first;
}
