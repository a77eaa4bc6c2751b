/**
 * What stands above a table: a caption, and the section that it is in. A caption says of which year the figures below are
 * (years.ts), or whose (owners.ts).
 */
import { fold } from '../../text/normalize.ts';
import { isAnnexLine, longestAnnex } from '../annex.ts';
import { readHeading, type SectionNumber } from '../headings.ts';
import { headWordsOfTable2, headWordsOfTable3, headWordsOfTable4 } from './aliases.ts';
import { isValue, type Row } from './row.ts';

/** Between a caption and the first figures stand the lines of a head; where each cell has a line, many. */
const longestHead = 48;

/** The section that the row is the heading of, or null. */
export function sectionAt({ cells, labels }: Row): SectionNumber | null {
  if (cells.length > 0 || labels.length !== 1) return null;
  const heading = readHeading(labels[0]!.text);
  return heading !== null && heading.level === 'main' ? heading.number : null;
}

export const wordsOf = (row: Row): string => fold(row.labels.map(({ text }) => text).join(''));

/** Does the line begin an annex? */
export const isAnnex = ({ filled, labels }: Row): boolean =>
  filled === 0 &&
  labels.length === 1 &&
  /^.?附/.test(labels[0]!.text) &&
  labels[0]!.text.length <= longestAnnex &&
  isAnnexLine(fold(labels[0]!.text));

/** Do figures follow, with nothing but the lines of a head between? */
export function isAbove(rows: readonly Row[], at: number): boolean {
  for (let next = at + 1; next < rows.length && next - at <= longestHead; next += 1) {
    const row = rows[next]!;
    if (row.filled > 0) return row.filled > 1 || row.labels.length > 0;
    if (row.prose || sectionAt(row) !== null) return false;
  }
  return false;
}

/** Which tables stand there with figures, by the words of their heads. */
export const kindsOf = (rows: readonly Row[]): Set<2 | 3 | 4> =>
  rows.some((row) => row.cells.some(isValue)) ? headsIn(rows) : new Set();

/** Which tables stand there, filled in or not. */
export function headsIn(rows: readonly Row[]): Set<2 | 3 | 4> {
  const found = new Set<2 | 3 | 4>();
  for (const row of rows) {
    if (row.prose) continue;
    const text = wordsOf(row);
    if (headWordsOfTable3.test(text)) found.add(3);
    if (headWordsOfTable4.test(text)) found.add(4);
    if (text.includes('信息内容') || headWordsOfTable2.some(({ word }) => word.test(text))) found.add(2);
  }
  return found;
}
