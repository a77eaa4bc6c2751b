/** What stands around a row: label lines before and behind it, and label text torn from its row. */
import { fold } from '../../text/normalize.ts';
import { headWordsOfTable2, headWordsOfTable3, headWordsOfTable4 } from './aliases.ts';
import { bestLikeness } from './labels.ts';
import { isValue, type Row } from './row.ts';

/** Words only: a label, a heading, a table's head; also a row of blank cells that is no row of a form. */
export function isPlainLabel(row: Row): boolean {
  if (row.prose || row.labels.length === 0) return false;
  if (row.filled === 0) return row.cells.length < 3 || !hasOwnLabel(row);
  // A head with dashes in the cells that it does not need.
  return !row.cells.some(isValue) && isHead(row.labels.map((label) => label.text).join(''));
}

const anyOfTable2 = new RegExp(headWordsOfTable2.map(({ word }) => word.source).join('|'));

function isHead(text: string): boolean {
  const folded = fold(text);
  return headWordsOfTable3.test(folded) || /^信息内容|^第二十条/.test(folded) || anyOfTable2.test(folded);
}

/** 总计 and 其他 are rows, too: behind the other heads of table 3 or 4, one a line, they are heads. */
function isLastHead(rows: readonly Row[], at: number, text: string): boolean {
  if (!/^(?:总计|其他)$/.test(fold(text))) return false;
  for (let before = at - 1; before >= Math.max(0, at - 2) && isPlainLabel(rows[before]!); before -= 1) {
    const words = fold(rows[before]!.labels.map((label) => label.text).join(''));
    if (headWordsOfTable3.test(words) || headWordsOfTable4.test(words)) return true;
  }
  return false;
}

/** Label lines directly before a row, nearest last; heads of tables are none. */
export function labelsBefore(rows: readonly Row[], index: number, count: number): string[] {
  const found: string[] = [];
  for (let at = index - 1; at >= 0 && found.length < count && isPlainLabel(rows[at]!); at -= 1) {
    const text = rows[at]!.labels.map((label) => label.text).join('');
    if (count <= 3 && (isHead(text) || isLastHead(rows, at, text))) continue;
    found.unshift(text);
  }
  return found;
}

/** Label lines directly behind a row, nearest first. */
export function labelsAfter(rows: readonly Row[], index: number, count: number): string[] {
  const found: string[] = [];
  for (let at = index + 1; at < rows.length && found.length < count && isPlainLabel(rows[at]!); at += 1) {
    const text = rows[at]!.labels.map((label) => label.text).join('');
    if (!isHead(text)) found.push(text);
  }
  return found;
}

/** Folded label text around a row, up to rows with a label of their own. */
export function zoneOf(rows: readonly Row[], index: number): string {
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
  row.cells.length > 0 && row.labels.length > 0 && bestLikeness(row.labels.at(-1)!.text) >= 0.8;
