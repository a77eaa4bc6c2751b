/** How well each row of the document fits each row of the forms. */
import type { Watch } from '../../document/document.ts';
import { fold, foldsFrom } from '../../text/normalize.ts';
import { headWordsOfTable4, subRowWords } from './aliases.ts';
import { isRestored } from './aligned.ts';
import { allOfTable4, type FormLabel, formLabels, likenessOf, standsIn } from './labels.ts';
import { labelsAfter, labelsBefore, zoneOf } from './neighbours.ts';
import { isCounting, isSpread } from './repeated.ts';
import { isValue, type Row } from './row.ts';
import { trimmed } from './runs.ts';

/** A row of the document with cells, and its score with each row of `formLabels`. */
export interface Item {
  /** Index in the document's rows. */
  readonly index: number;
  readonly row: Row;
  /** Above 0 where it may be that row. */
  readonly scores: number[];
  /** Likeness of its label, own or lent by a neighbouring line. */
  readonly own: number[];
  /** Its own label says which row it is. */
  readonly strong: boolean;
  readonly printed: string;
}

/** Rows with cells that are looked at; a hostile document has more, a report under 100. */
const mostItems = 2500;
/** Likeness below this says nothing. */
export const atLeast = 0.5;
/** Likeness from here on leaves no doubt. */
export const surely = 0.85;
const strongly = 0.8;

/** What a row without a label of its own scores inside table 3, and with a torn label nearby. */
const bareScore = 0.25;
const tornScore = 0.45;

const ofTable3 = formLabels.map((form, at) => (form.table === 3 ? at : -1)).filter((at) => at >= 0);
const ofTable4 = formLabels
  .map((form, at) => (form.table === 4 && form.id !== allOfTable4 ? at : -1))
  .filter((at) => at >= 0);
const allAt = formLabels.findIndex((form) => form.id === allOfTable4);

/** （六） has either three sub-rows or is a single row; the other reading is open to a row's own label only. */
export const isExcluded = (form: FormLabel, subRows: boolean): boolean =>
  subRows ? form.six === 'single' : form.six === 'sub';

/** Scores the rows with cells, in order; `year` prefers one of several stacked rows of table 4. */
export function itemsOf(rows: readonly Row[], year: number | null, subRows: boolean, watch: Watch): Item[] {
  const candidates: number[] = [];
  for (const [index, row] of rows.entries())
    if (row.cells.length > 0 && candidates.length < mostItems) candidates.push(index);
  const columnar = rows.filter((row) => isColumn(row) && row.filled === 7).length >= 2;
  const items = candidates.map((index) => {
    watch.look();
    return labelled(rows, index, subRows, columnar);
  });
  const isAnchor = (item: Item) => item.strong && formLabels[best(item.own)]!.table === 3;
  const first = items.findIndex(isAnchor);
  const last = items.findLastIndex(isAnchor);
  for (const [at, item] of items.entries()) {
    scoreTable4(rows, item, last !== -1 && at > last, year, at);
    if (item.strong || isNumberedOn(item.row)) continue;
    const bareTable3 = first === -1 ? columnar || lentRows(items) : at >= first - 3 && at <= last + 6;
    scoreBare(rows, item, bareTable3, subRows);
  }
  return items;
}

/** Are the three rows under （六） printed? Only among rows of cells: the text speaks of 收费通知, too. */
export function hasSubRows(rows: readonly Row[]): boolean {
  // Where blank cells vanish its rows may be short, but it has a first row and a last.
  const isOfTable = (row: Row) => row.cells.length >= 5 || (!row.prose && edgeOfTable3.test(wordsOf(row)));
  const last = rows.findLastIndex(isOfTable);
  return rows.slice(Math.max(0, rows.findIndex(isOfTable)), last + 1).some(namesSubRow);
}

const edgeOfTable3 = /本年新收|[結结][轉转]下年/;

/** Does the row's label name one of the three rows under （六）? Rows of many labels are heads. */
const namesSubRow = (row: Row): boolean =>
  !row.prose && row.labels.length > 0 && row.labels.length < 6 && namesAnySubRow(wordsOf(row));

const ofSubRows = foldsFrom('补收缴逾其');
const namesAnySubRow = (words: string): boolean => ofSubRows(words) && subRowWords.test(fold(words));

/** No row has its own label, but many stand under a heading that is one. */
const lentRows = (items: readonly Item[]): boolean =>
  items.filter((item) => item.own[best(item.own)]! >= strongly).length >= 8;

/** 五、备注: a row that goes on behind the four of table 3 is none of the form's, nor the rest of one's label. */
const isNumberedOn = ({ labels }: Row): boolean => /^[五六七八九十][、.．]/.test(labels.at(-1)?.text ?? '');

const wordsOf = (row: Row): string =>
  row.labels.length === 1 ? row.labels[0]!.text : row.labels.map((label) => label.text).join('');

/** One cell a line: the label line above is the row's own. */
const isColumn = (row: Row): boolean =>
  !row.grid && row.labels.length === 0 && (row.last > row.first || row.rhythm !== null);

function best(scores: readonly number[]): number {
  let winner = 0;
  for (let at = 1; at < scores.length; at += 1) if (scores[at]! > scores[winner]!) winner = at;
  return winner;
}

/** Raises each likeness to that of `text`, weighed; gives the highest. */
function raise(own: number[], text: string, weight: number, most: number): number {
  if (text === '') return most;
  const { all, found, best: highest } = likenessOf(text);
  for (const label of found) {
    const weighed = all[label]! * weight;
    if (weighed > own[label]!) own[label] = weighed;
  }
  return Math.max(most, highest * weight);
}

/** Filled with fractions first: the engine then keeps these lists, and all their copies, as fractions from the start. */
const unlike: readonly number[] = formLabels.map(() => 0.5).fill(0);
const impossible: readonly number[] = formLabels.map(() => 0.5).fill(-1);

/** Scores by labels: the row's own, alone and joined with the lines around it. */
function labelled(rows: readonly Row[], index: number, subRows: boolean, columnar: boolean): Item {
  const row = rows[index]!;
  const own = unlike.slice();
  const words = row.labels.map((label) => label.text);
  let printed = words.join(' ');
  let most = 0;
  if (words.length > 0) {
    most = raise(own, words.at(-1)!, 1, most);
    if (words.length > 1 && most < surely) {
      most = raise(own, words.slice(-2).join(''), 0.98, most);
      most = raise(own, words.join(''), 0.97, most);
    }
  }
  if (most < surely && !isNumberedOn(row)) {
    const before = labelsBefore(rows, index, 3);
    const after = row.labels.length > 0 || !row.grid ? labelsAfter(rows, index, 1) : [];
    const mine = words.join('');
    const weight = words.length > 0 || !row.grid ? 0.95 : 0.85;
    for (let count = 1; count <= before.length; count += 1)
      most = raise(own, before.slice(-count).join('') + mine, weight - 0.02 * (count - 1), most);
    if (after.length > 0) {
      most = raise(own, mine + after[0]!, 0.9, most);
      if (before.length > 0) most = raise(own, before.at(-1)! + mine + after[0]!, 0.9, most);
      if (before.length > 1) most = raise(own, before.slice(-2).join('') + mine + after[0]!, 0.88, most);
    }
    if (words.length === 0) printed = before.join(' ');
  }
  const scores = impossible.slice();
  const isOwn = row.labels.length > 0 || isColumn(row) || columnar;
  const stray = !isOwn && row.filled === 1;
  let strong = false;
  for (let label = 0; most > 0 && label < own.length; label += 1) {
    if (own[label] === 0) continue;
    if (own[label]! < atLeast) {
      own[label] = 0;
      continue;
    }
    const form = formLabels[label]!;
    if (isExcluded(form, subRows)) own[label] = own[label]! * 0.4;
    const fit = form.table === 3 && stray ? -1 : fitOf(row, form);
    if (fit < 0 || own[label]! < atLeast) continue;
    // Lines around a bare row may be another row's label: they say little against order.
    scores[label] = form.table === 3 && !isOwn ? 0.25 + 0.35 * own[label]! : own[label]! + fit;
    if (isOwn && own[label]! >= strongly) strong = true;
  }
  return { index, row, own, scores, strong, printed };
}

/** Does the number of cells fit a row of that table? Negative: it cannot be one. */
function fitOf(row: Row, label: FormLabel): number {
  const { filled } = row;
  const count = row.cells.length;
  if (label.table === 3) {
    if (row.grid) return filled > 8 ? -1 : count >= 7 ? 0.3 : count >= 3 ? 0.1 : filled > 0 ? 0 : -1;
    return filled === 7 || (row.rhythm && trimmed(row.rhythm, 7)) ? 0.3 : filled > 8 ? -1 : filled >= 2 ? 0.1 : 0;
  }
  if (label.table === 2) return filled > 4 ? -1 : filled > 3 ? 0 : filled > 0 ? 0.3 : 0.1;
  if (label.id === allOfTable4) {
    if (filled === 15 || (row.rhythm && trimmed(row.rhythm, 15))) return 1;
    if (row.grid && count >= 15 && count <= 30 && filled <= 15) return 0.9;
    // A row that lost columns: it is table 4, but whose the figures are is open.
    return filled >= 11 && filled < 15 ? 0.5 : -1;
  }
  if (filled === 5 || isRestored(row, 5)) return 0.3;
  return row.grid && count >= 5 && filled <= 5 && !isHead(row) ? 0.2 : -1;
}

/** Words that stand apart, with nothing under them in their own row: 行政复议 and 行政诉讼, each over its columns. */
const isHead = (row: Row): boolean => row.filled === 0 && isSpread(row);

/** Words of its head, or its section's heading. */
const belongsToTable4 = new RegExp(`${headWordsOfTable4.source}|行政复议.{0,8}行政诉讼`);

/** Table 4's rows seldom have labels: its head stands before them, and there are fifteen cells or three times five. */
function scoreTable4(rows: readonly Row[], item: Item, afterTable3: boolean, year: number | null, at: number): void {
  const { row, scores, index } = item;
  const all = fitOf(row, formLabels[allAt]!);
  const printsValues = row.cells.some(isValue);
  if (all > 0) {
    if (!afterTable3 && !belongsToTable4.test(fold(labelsBefore(rows, index, 40).join('')))) return;
    const near = wordsOf(row) + labelsBefore(rows, index, 2).join('');
    const wanted = year !== null && near.includes(`${year}`);
    scores[allAt] = all + (printsValues ? 0.2 : 0) + (wanted ? 0.5 : 0) + at * 1e-6;
  } else if (!item.strong && (row.filled === 5 || (row.grid && row.cells.length === 5 && isOpen(row)))) {
    const head = fold(labelsBefore(rows, index, 12).join(' '));
    if (!headWordsOfTable4.test(head)) return;
    const named = ['行政复议', '未经复议', '复议后'].map((words) => head.includes(words));
    // Under the names of several blocks it may be the row of any.
    if (named.filter(Boolean).length > 1) return;
    for (const [mine, label] of ofTable4.entries()) if (scores[label]! <= 0) scores[label] = named[mine] ? 0.8 : 0.3;
  }
}

/** Figures, or five blank cells and nothing else. */
const isOpen = (row: Row): boolean => row.cells.some(isValue) || (row.filled === 0 && row.labels.length === 0);

/** Are there cells for the seven applicants? */
export const isWide = (row: Row): boolean =>
  row.filled === 7 ||
  isRestored(row, 7) ||
  (row.grid && row.cells.length >= 7 && row.cells.length <= 9 && row.filled >= 2);

/** Rows of seven cells without a label of their own: their place in table 3, and labels torn from their rows. */
function scoreBare(rows: readonly Row[], { row, scores, index }: Item, inside: boolean, subRows: boolean): void {
  if (!inside || !isWide(row) || row.filled > 7 || !row.cells.some(isValue) || isCounting(row)) return;
  // Where most cells are blank and leave no trace, table 4 may have seven figures.
  if (headWordsOfTable4.test(fold(labelsBefore(rows, index, 6).join('')))) return;
  const zone = zoneOf(rows, index);
  for (const label of ofTable3) {
    const form = formLabels[label]!;
    if (scores[label]! > 0 || isExcluded(form, subRows)) continue;
    scores[label] = zone !== '' && standsIn(zone, form) ? tornScore : bareScore;
  }
}
