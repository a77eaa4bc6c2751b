/**
 * Rows of which only the label is printed: where a layout keeps no grid, a row of blank cells leaves nothing else. The row
 * is there, and its cells are blank, not missing.
 */
import { fold } from '../../text/normalize.ts';
import { headWordsOfTable3 } from './aliases.ts';
import type { Match } from './align.ts';
import { allOfTable4, formLabels, likeness } from './labels.ts';
import { isPlainLabel } from './neighbours.ts';
import { isValue, type Row } from './row.ts';

/** A table without any figure is known by so many of its rows' labels. */
const fewestLabels = 10;
/** Table 4's head alone is known by so many of its fifteen columns' words. */
const fewestHeads = 8;
const surely = 0.95;

/** The matches, and one for each row whose label alone is printed in its place among them. */
export function withUnfilled(rows: readonly Row[], matches: readonly Match[]): Match[] {
  const found = [...matches];
  for (const table of [2, 3] as const) found.push(...unfilledRows(rows, matches, table));
  const four = matches.some((match) => formLabels[match.label]!.table === 4) ? null : unfilledTable4(rows);
  if (four) found.push(four);
  return found.length === matches.length ? [...matches] : found.sort((a, b) => a.label - b.label);
}

const labelsIn = (table: 2 | 3): readonly number[] =>
  formLabels.flatMap((label, at) => (label.table === table ? [at] : []));
const labelsOf = { 2: labelsIn(2), 3: labelsIn(3) } as const;

function unfilledRows(rows: readonly Row[], matches: readonly Match[], table: 2 | 3): Match[] {
  const own = matches.filter((match) => formLabels[match.label]!.table === table);
  const taken = new Set(own.map((match) => match.label));
  const used = new Set(matches.map((match) => match.index));
  const open = labelsOf[table].filter((at) => !taken.has(at));
  if (open.length === 0 || (table === 2 && own.length === 0)) return [];
  const [first, last] = regionOf(rows, own);
  const found: Match[] = [];
  for (let index = first; index <= last; index += 1) {
    if (used.has(index)) continue;
    const row = rows[index]!;
    // Figures without a row: the labels around them may be theirs.
    if (row.cells.some(isValue)) return [];
    if (row.cells.length > 0 || !isPlainLabel(row) || headWordsOfTable3.test(wordsOf(row))) continue;
    const below = rows[index + 1];
    const text = row.labels.at(-1)!.text.split(/\s+/).at(-1)!;
    // 总计 and 其他 without their numbers are words of a head.
    if (/^[\u3400-\u9fff]{1,2}$/.test(fold(text))) continue;
    const rest = below && below.cells.length === 0 && isPlainLabel(below) ? below.labels.at(-1)!.text : '';
    const alone = likeness(text);
    const joined = rest === '' ? alone : likeness(text + rest);
    const label = open.find(
      (at) =>
        (alone[at]! >= surely || joined[at]! >= surely) &&
        !taken.has(at) &&
        fits([...own, ...found], at, index) &&
        !isOther(at, taken),
    );
    if (label === undefined) continue;
    taken.add(label);
    found.push(matchOf(label, row, index, text));
  }
  return own.length > 0 || found.length >= fewestLabels ? found : [];
}

/** （六） is a single row, or three: what is printed of the one leaves the other out. */
const isOther = (label: number, taken: ReadonlySet<number>): boolean =>
  [...taken].some((at) => {
    const [one, other] = [formLabels[label]!.six, formLabels[at]!.six];
    return one !== null && other !== null && one !== other;
  });

/** Does the label stand in the order of the form? */
const fits = (own: readonly Match[], label: number, index: number): boolean =>
  own.every((match) => match.label < label === match.index < index);

/** From the head of the table to some lines behind its last row; table 3 without any row: from its head on. */
function regionOf(rows: readonly Row[], own: readonly Match[]): readonly [number, number] {
  if (own.length === 0) {
    const head = rows.findIndex((row) => isPlainLabel(row) && headWordsOfTable3.test(wordsOf(row)));
    return head === -1 ? [0, -1] : [head, Math.min(rows.length - 1, head + 70)];
  }
  const indexes = own.map((match) => match.index);
  return [Math.max(0, Math.min(...indexes) - 8), Math.min(rows.length - 1, Math.max(...indexes) + 8)];
}

const wordsOf = (row: Row): string => fold(row.labels.map((label) => label.text).join(''));

function unfilledTable4(rows: readonly Row[]): Match | null {
  for (const [index, row] of rows.entries()) {
    if (!isPlainLabel(row) || !wordsOf(row).includes('未经复议')) continue;
    let words = '';
    let last = index;
    for (; last < rows.length && last < index + 40 && isPlainLabel(rows[last]!); last += 1)
      words += wordsOf(rows[last]!);
    if ((words.match(/维持|纠正|其他结果|尚未审结|总计/g)?.length ?? 0) < fewestHeads) continue;
    const label = formLabels.findIndex((form) => form.id === allOfTable4);
    return matchOf(label, rows[last - 1]!, last - 1, '');
  }
  return null;
}

function matchOf(label: number, row: Row, index: number, printed: string): Match {
  const near = row.labels.at(-1)!;
  const blank = { ...near, text: '', content: { kind: 'empty' } as const, column: near.column + near.span };
  const own = { ...row, cells: [blank], grid: false };
  return { label, row: own, index, likeness: 1, score: 1, certain: true, printed };
}
