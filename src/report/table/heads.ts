/** Where the head of table 3 says that its columns begin. */
import { fold } from '../../text/normalize.ts';
import { applicantNames } from './aliases.ts';
import type { Match } from './align.ts';
import type { Row } from './row.ts';

/** A head has no more rows. */
const longestHead = 12;

/** The grid column of each of the seven heads that stands by itself above the table's first row. */
function columnsOf(rows: readonly Row[], own: readonly Match[], isHere: (row: Row) => boolean): Map<number, number> {
  const first = own.reduce((least, { index }) => Math.min(least, index), rows.length);
  const columns = new Map<number, number>();
  for (let at = first - 1; at >= 0 && first - at <= longestHead && rows[at]!.filled === 0; at -= 1) {
    if (!rows[at]!.grid || !isHere(rows[at]!)) continue;
    for (const { text, column } of rows[at]!.labels) {
      const name = text.length > 12 ? -1 : applicantNames.findIndex((names) => names.includes(fold(text)));
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
