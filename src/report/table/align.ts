/**
 * Aligns the document's rows with the rows of the forms: a monotone dynamic programme over label likeness, order and the
 * number of values. One mechanism for all layouts; what a layout loses (a label, a row, an order) costs score, not a case.
 */
import { fold } from '../../text/normalize.ts';
import { headWordsOfTable2, headWordsOfTable3, headWordsOfTable4, subRowWords } from './aliases.ts';
import { allOfTable4, coverage, type FormLabel, formLabels, likeness } from './labels.ts';
import { isValue, type Row } from './row.ts';

/** A row of the document matched with a row of the forms (an index of `formLabels`). */
export interface Match {
  readonly label: number;
  readonly row: Row;
  /** Index of the row in the document's rows. */
  readonly index: number;
  /** Likeness of the row's own label, 0 where it has none. */
  readonly likeness: number;
  readonly score: number;
  /** False where order alone decided and another assignment fits as well. */
  readonly certain: boolean;
  /** Its label as matched, for explanations: own words, or those of neighbouring lines. */
  readonly printed: string;
}

interface Item {
  readonly index: number;
  readonly row: Row;
  readonly scores: Float64Array;
  readonly own: Float64Array;
  readonly strong: boolean;
  readonly printed: string;
}

/** Rows with values that are looked at; a hostile document has more, a report under 100. */
const mostItems = 2500;
const atLeast = 0.5;
/** What an out-of-order row must score: its own label, nearly whole. */
const surely = 0.85;

/**
 * Aligns. `year` prefers one of several stacked rows of table 4. Takes rows × (rows of the forms) steps, bounded; each
 * row of the document is used once, each row of the forms at most once.
 */
export function align(rows: readonly Row[], year: number | null): Match[] {
  const items = itemsOf(rows, year);
  const path = best(items);
  const used = new Set(path.map(([item]) => item));
  const taken = new Set(path.map(([, label]) => label));
  // Blocks printed out of order keep their rows where the label leaves no doubt.
  for (const [at, item] of items.entries()) {
    if (used.has(at) || !item.strong) continue;
    let winner = -1;
    for (let label = 0; label < formLabels.length; label += 1)
      if (
        !taken.has(label) &&
        item.own[label]! >= surely &&
        item.scores[label]! > (winner < 0 ? surely : item.scores[winner]!)
      )
        winner = label;
    if (winner < 0) continue;
    path.push([at, winner]);
    used.add(at);
    taken.add(winner);
  }
  const undecided = undecidedItems(path, items, rows);
  return path
    .map(([at, label]) => {
      const item = items[at]!;
      const certain = !undecided.has(at);
      return {
        label,
        row: item.row,
        index: item.index,
        likeness: item.own[label]!,
        score: item.scores[label]!,
        certain,
        printed: item.printed,
      };
    })
    .sort((a, b) => a.label - b.label);
}

/** Rows with cells, scored against every row of the forms. */
function itemsOf(rows: readonly Row[], year: number | null): Item[] {
  const candidates: number[] = [];
  for (const [index, row] of rows.entries())
    if (row.cells.length > 0 && candidates.length < mostItems) candidates.push(index);
  const subRows = rows.some(
    (row) => !row.prose && subRowWords.test(fold(row.labels.map((label) => label.text).join(''))),
  );
  const columnar = rows.filter((row) => isColumn(row) && row.filled === 7).length >= 2;
  const drafts = candidates.map((index) => draft(rows, index, subRows, columnar));
  const firstStrong = drafts.findIndex((item) => item.strong && tableOfBest(item) === 3);
  const lastStrong = drafts.findLastIndex((item) => item.strong && tableOfBest(item) === 3);
  for (const [at, item] of drafts.entries()) {
    const inside = firstStrong !== -1 && at >= firstStrong - 2 && at <= lastStrong + 3;
    bareScores(rows, item, { inside, afterTable3: at > lastStrong && lastStrong !== -1, year, subRows }, at);
  }
  return drafts;
}

const tableOfBest = (item: Item): 2 | 3 | 4 => {
  let winner = 0;
  for (let label = 1; label < formLabels.length; label += 1) if (item.own[label]! > item.own[winner]!) winner = label;
  return formLabels[winner]!.table;
};

/** （六） has either three sub-rows or is a single row; the other reading is open to a row's own label only. */
const isExcluded = (form: FormLabel, subRows: boolean): boolean =>
  form.id === 'applications.other' ? subRows : form.id.startsWith('applications.other.') && !subRows;

/** One cell a line: the label line above is the row's own. */
const isColumn = (row: Row): boolean => !row.grid && row.labels.length === 0 && row.last > row.first;

function draft(rows: readonly Row[], index: number, subRows: boolean, columnar: boolean): Item {
  const row = rows[index]!;
  const own = new Float64Array(formLabels.length);
  const words = row.labels.map((label) => label.text);
  let printed = words.join(' ');
  const consider = (text: string, weight: number) => {
    if (text === '') return;
    const scores = likeness(text);
    for (let label = 0; label < own.length; label += 1) own[label] = Math.max(own[label]!, scores[label]! * weight);
  };
  if (words.length > 0) {
    consider(words.at(-1)!, 1);
    if (words.length > 1 && maximum(own) < surely) {
      consider(words.slice(-2).join(''), 0.98);
      consider(words.join(''), 0.97);
    }
  }
  if (maximum(own) < surely) {
    const before = labelsBefore(rows, index, 3);
    const after = row.labels.length > 0 || !row.grid ? labelsAfter(rows, index, 1) : [];
    const mine = words.join('');
    const weight = words.length > 0 ? 0.95 : row.grid ? 0.85 : 0.95;
    for (let count = 1; count <= before.length; count += 1)
      consider(before.slice(-count).join('') + mine, weight - 0.02 * (count - 1));
    if (after.length > 0) {
      consider(mine + after[0]!, 0.9);
      if (before.length > 0) consider(before.at(-1)! + mine + after[0]!, 0.9);
      if (before.length > 1) consider(before.slice(-2).join('') + mine + after[0]!, 0.88);
    }
    if (words.length === 0) printed = before.join(' ');
  }
  const scores = new Float64Array(formLabels.length);
  let strong = false;
  for (let label = 0; label < own.length; label += 1) {
    const form = formLabels[label]!;
    if (isExcluded(form, subRows)) own[label] = own[label]! * 0.4;
    const stray = form.table === 3 && row.labels.length === 0 && row.filled === 1 && !columnar;
    const fit = stray ? -1 : fitOf(row, form);
    if (own[label]! < atLeast || fit < 0) {
      own[label] = own[label]! < atLeast ? 0 : own[label]!;
      scores[label] = -1;
      continue;
    }
    // Lines around a bare row may be another row's label: they say little against order.
    const lent = form.table === 3 && row.labels.length === 0 && !isColumn(row) && !columnar;
    scores[label] = lent ? 0.25 + 0.35 * own[label]! : own[label]! + fit;
    if (own[label]! >= 0.8 && (row.labels.length > 0 || isColumn(row) || columnar)) strong = true;
  }
  return { index, row, own, scores, strong, printed };
}

/** Does the number of cells fit a row of that table? Negative: it cannot be one. */
function fitOf(row: Row, label: FormLabel): number {
  const { filled } = row;
  const count = row.cells.length;
  if (label.table === 3) {
    if (row.grid) return filled > 7 ? -1 : count >= 7 ? 0.3 : count >= 3 ? 0.1 : filled > 0 ? 0 : -1;
    return filled === 7 ? 0.3 : filled > 8 ? -1 : filled >= 2 ? 0.1 : -0.0;
  }
  if (label.table === 2) return filled > 3 ? (filled > 4 ? -1 : 0) : filled > 0 ? 0.3 : 0.1;
  if (label.id === allOfTable4)
    return filled === 15 ? 1 : row.grid && count >= 15 && count <= 30 && filled <= 15 ? 0.9 : -1;
  return filled === 5 ? 0.3 : row.grid && count >= 5 && filled <= 5 ? 0.2 : -1;
}

/** Scores of rows whose own label says too little: their place, the number of values, and labels torn from their rows. */
function bareScores(
  rows: readonly Row[],
  item: Item,
  {
    inside,
    afterTable3,
    year,
    subRows,
  }: { inside: boolean; afterTable3: boolean; year: number | null; subRows: boolean },
  at: number,
): void {
  const { row, scores, index } = item;
  const values = row.cells.filter(isValue).length;
  const strongOwn = item.strong;
  for (const [label, form] of formLabels.entries()) {
    if (form.id === allOfTable4) {
      const fit = fitOf(row, form);
      if (fit < 0) continue;
      const head = labelsBefore(rows, index, 40).join('');
      if (!afterTable3 && !headWordsOfTable4.test(fold(head))) continue;
      const wanted =
        year !== null &&
        (row.labels.some((word) => word.text.includes(`${year}`)) ||
          labelsBefore(rows, index, 2).join('').includes(`${year}`));
      scores[label] = fit + (values > 0 ? 0.2 : 0) + (wanted ? 0.5 : 0) + at * 1e-6;
      continue;
    }
    if (strongOwn || scores[label]! > 0) continue;
    if (form.table === 3 && inside && row.filled >= 2 && row.filled <= 7 && values > 0) {
      if (!(row.filled === 7 || (row.grid && row.cells.length >= 7 && row.cells.length <= 9))) continue;
      if (isCounting(row) || isExcluded(form, subRows)) continue;
      scores[label] = 0.25;
    } else if (
      form.table === 4 &&
      (row.filled === 5 || (row.grid && row.cells.length === 5 && values > 0)) &&
      values > 0
    ) {
      const head = fold(labelsBefore(rows, index, 12).join(' '));
      if (!headWordsOfTable4.test(head)) continue;
      const last = (words: string) => head.lastIndexOf(words);
      const named = [last('行政复议'), last('未经复议'), last('复议后')];
      const mine = ['review', 'litigation.direct', 'litigation.afterReview'].indexOf(form.id);
      scores[label] = 0.3 + (named[mine]! >= 0 && named[mine] === Math.max(...named) ? 0.5 : 0);
    }
  }
  // Torn labels: words of the form that stand without values between this row's neighbours.
  if (strongOwn || !inside || item.row.filled < 2) return;
  const zone = zoneOf(rows, index);
  if (zone === '') return;
  for (const [label, form] of formLabels.entries())
    if (form.table === 3 && scores[label] === 0.25 && coverage(zone, form) >= 0.45) scores[label] = 0.45;
}

/** 1, 2, 3 …: numbers of columns, no figures. */
const isCounting = (row: Row): boolean =>
  row.cells.length >= 5 &&
  row.cells.every((cell, at) => cell.content.kind === 'value' && cell.content.figure.value === at + 1);

function maximum(scores: Float64Array): number {
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  return best;
}

/** Words only: a label, a heading, a table's head; also a row of blank cells that is no row of a form. */
export const isPlainLabel = (row: Row): boolean =>
  !row.prose && row.filled === 0 && row.labels.length > 0 && (row.cells.length < 3 || !hasOwnLabel(row));

function isHead(text: string): boolean {
  const folded = fold(text);
  return (
    headWordsOfTable3.test(folded) ||
    /^信息内容|^第二十条/.test(folded) ||
    headWordsOfTable2.some(({ word }) => word.test(folded))
  );
}

/** Label lines directly before a row, nearest last; heads of tables are none. */
export function labelsBefore(rows: readonly Row[], index: number, count: number): string[] {
  const found: string[] = [];
  for (let at = index - 1; at >= 0 && found.length < count && isPlainLabel(rows[at]!); at -= 1) {
    const text = rows[at]!.labels.map((label) => label.text).join('');
    if (count <= 3 && isHead(text)) continue;
    found.unshift(text);
  }
  return found;
}

function labelsAfter(rows: readonly Row[], index: number, count: number): string[] {
  const found: string[] = [];
  for (let at = index + 1; at < rows.length && found.length < count && isPlainLabel(rows[at]!); at += 1) {
    const text = rows[at]!.labels.map((label) => label.text).join('');
    if (!isHead(text)) found.push(text);
  }
  return found;
}

/** Folded label text around a row, up to rows with a label of their own. */
function zoneOf(rows: readonly Row[], index: number): string {
  let first = index;
  let last = index;
  for (let steps = 0; first > 0 && steps < 40 && !hasOwnLabel(rows[first - 1]!); steps += 1) first -= 1;
  for (let steps = 0; last < rows.length - 1 && steps < 40 && !hasOwnLabel(rows[last + 1]!); steps += 1) last += 1;
  let text = '';
  for (let at = first; at <= last; at += 1)
    if (!rows[at]!.prose) text += rows[at]!.labels.map((label) => label.text).join('');
  return fold(text.slice(0, 1200)).replace(/[^\u3400-\u9fff]+/g, '');
}

const hasOwnLabel = (row: Row): boolean =>
  row.cells.length > 0 && row.labels.length > 0 && maximum(likeness(row.labels.at(-1)!.text)) >= 0.8;

/** The best monotone path: pairs of item and form row. Ties go to the earlier row. */
function best(items: readonly Item[]): [number, number][] {
  const width = formLabels.length + 1;
  const table = new Float64Array((items.length + 1) * width);
  for (let i = 1; i <= items.length; i += 1) {
    const { scores } = items[i - 1]!;
    for (let j = 1; j < width; j += 1) {
      const skip = Math.max(table[(i - 1) * width + j]!, table[i * width + j - 1]!);
      const score = scores[j - 1]!;
      const taken = score > 0 ? table[(i - 1) * width + j - 1]! + score : -1;
      table[i * width + j] = Math.max(skip, taken);
    }
  }
  const path: [number, number][] = [];
  for (let i = items.length, j = width - 1; i > 0 && j > 0; ) {
    const here = table[i * width + j]!;
    if (here === table[(i - 1) * width + j]) i -= 1;
    else if (here === table[i * width + j - 1]) j -= 1;
    else {
      path.push([i - 1, j - 1]);
      i -= 1;
      j -= 1;
    }
  }
  return path.reverse();
}

/** Bare rows of table 3 whose place between two labelled rows fits more than one row of the form. */
function undecidedItems(path: readonly [number, number][], items: readonly Item[], rows: readonly Row[]): Set<number> {
  const undecided = new Set<number>();
  const ordered = [...path].sort((a, b) => a[0] - b[0]);
  const isAnchor = ([at, label]: [number, number]) => items[at]!.strong && items[at]!.own[label]! >= atLeast;
  const subRows = ordered.some(([, label]) => formLabels[label]!.id.startsWith('applications.other.'));
  const optional = (label: number) => formLabels[label]!.table !== 3 || isExcluded(formLabels[label]!, subRows);
  for (let at = 0; at < ordered.length; ) {
    const [, label] = ordered[at]!;
    if (formLabels[label]!.table !== 3 || isAnchor(ordered[at]!)) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < ordered.length && !isAnchor(ordered[end]!) && formLabels[ordered[end]![1]]!.table === 3) end += 1;
    const bare = ordered.slice(at, end);
    const fromLabel = at > 0 ? ordered[at - 1]![1] + 1 : formLabels.findIndex((form) => form.table === 3);
    const toLabel = end < ordered.length ? ordered[end]![1] : formLabels.findIndex((form) => form.table === 4);
    const fromItem = at > 0 ? ordered[at - 1]![0] + 1 : bare[0]![0];
    const toItem = end < ordered.length ? ordered[end]![0] : bare.at(-1)![0] + 1;
    const open: number[] = [];
    for (let form = fromLabel; form < toLabel; form += 1) if (!optional(form)) open.push(form);
    const rivals = items.slice(fromItem, toItem).filter((item) => item.row.filled === 7).length;
    const torn = open.filter((form) => coverage(zoneOf(rows, items[bare[0]![0]]!.index), formLabels[form]!) >= 0.45);
    const fits =
      open.length === bare.length || (torn.length === bare.length && bare.every(([, form]) => torn.includes(form)));
    if (!fits || rivals > bare.length) for (const [item] of bare) undecided.add(item);
    at = end;
  }
  return undecided;
}
