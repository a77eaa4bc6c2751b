/** Where the head of table 3 says that its columns begin. */
import { fold } from '../../text/normalize.ts';
import { applicantNames, outcomeNames } from './aliases.ts';
import type { Match } from './align.ts';
import type { Row } from './row.ts';

/** A head has no more rows. */
const longestHead = 12;

/** Which applicant a head names; on a page its word may be wrapped, and be there but for its beginning. */
function nameAt(word: string): number {
  const own = applicantNames.findIndex((names) => names.includes(word));
  return own !== -1 || word.length < 3 ? own : applicantNames.findIndex(([name]) => name!.startsWith(word));
}

/** The grid column of each of the seven heads that stands by itself above the table's first row. */
function columnsOf(rows: readonly Row[], own: readonly Match[], isHere: (row: Row) => boolean): Map<number, number> {
  const first = own.reduce((least, { index }) => Math.min(least, index), rows.length);
  const columns = new Map<number, number>();
  for (let at = first - 1; at >= 0 && first - at <= longestHead && rows[at]!.filled === 0; at -= 1) {
    if (!rows[at]!.grid || !isHere(rows[at]!)) continue;
    for (const { text, column } of rows[at]!.labels) {
      const name = text.length > 12 ? -1 : nameAt(fold(text));
      if (name !== -1 && !columns.has(name)) columns.set(name, column);
    }
  }
  return columns;
}

/**
 * The grid column of 自然人, where all seven heads stand above the table's first row in columns one behind the other; else
 * undefined. Where merged cells of the head left no places, the columns do not follow one another.
 */
export function headOfTable3(rows: readonly Row[], own: readonly Match[]): number | undefined {
  const columns = columnsOf(rows, own, () => true);
  const begin = columns.get(0);
  const isRow = begin !== undefined && applicantNames.every((_, at) => columns.get(at) === begin + at);
  return isRow ? begin : undefined;
}

/** The columns of all seven on a page, where its head shows them from left to right; else null. */
export function columnsOfTable3(
  rows: readonly Row[],
  own: readonly Match[],
  isHere: (row: Row) => boolean,
): readonly number[] | null {
  const columns = columnsOf(rows, own, isHere);
  const found = applicantNames.map((_, at) => columns.get(at) ?? -1);
  return found.every((column, at) => column > (found[at - 1] ?? -1)) ? found : null;
}

/** The columns of 自然人 and 总计 on a page, where its head shows them with others between; else undefined. */
export function endsOfTable3(
  rows: readonly Row[],
  own: readonly Match[],
  isHere: (row: Row) => boolean,
): readonly [number, number] | undefined {
  const columns = columnsOf(rows, own, isHere);
  const [first, last] = [columns.get(0), columns.get(6)];
  return first !== undefined && last !== undefined && last - first > 1 ? [first, last] : undefined;
}

/** The columns of the fifteen outcomes on a page, where the head above table 4's row shows them from left to right; else null. */
export function columnsOfTable4(
  rows: readonly Row[],
  index: number,
  isHere: (row: Row) => boolean,
): readonly number[] | null {
  const columns = new Map<number, number>();
  for (let at = index - 1; at >= 0 && index - at <= longestHead && rows[at]!.filled === 0; at -= 1) {
    if (!rows[at]!.grid || !isHere(rows[at]!)) continue;
    for (const { text, column } of rows[at]!.labels) {
      const word = fold(text);
      const outcome = outcomeNames.findIndex(
        (names) => names.includes(word) || (word.length > 2 && names[0]!.startsWith(word)),
      );
      if (outcome !== -1 && !columns.has(column)) columns.set(column, outcome);
    }
  }
  const found = [...columns].sort(([a], [b]) => a - b);
  const isWhole = found.length === 15 && found.every(([, outcome], at) => outcome === at % 5);
  return isWhole ? found.map(([column]) => column) : null;
}
