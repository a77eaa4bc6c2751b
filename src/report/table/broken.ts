/** Labels that a narrow column broke: over rows of a grid (the text that Word or a terminal makes of a table), or over lines. */
import { fold } from '../../text/normalize.ts';
import { beginsLabel, coreOf, isRowLabel, labelSoFar } from './labels.ts';
import { makeRow, type Row, type Token } from './row.ts';

/** Rows that one label is broken over, at most. */
const mostParts = 12;

/** Joins each row with the rows below that hold nothing but the rest of its label. Linear in the rows. */
export function joinBroken(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    let row = rows[at]!;
    for (let parts = 1; parts < mostParts && at + 1 < rows.length; parts += 1) {
      const whole = continued(row, rows[at + 1]!);
      if (whole === null) break;
      row = whole;
      at += 1;
    }
    joined.push(row);
  }
  return joined;
}

/** Both rows as one, where the second holds only what follows in the label's wording; else null. */
function continued(row: Row, below: Row): Row | null {
  if (!row.grid || !below.grid || row.filled === 0 || below.filled > 0) return null;
  const own = row.labels.at(-1);
  const rest = below.labels.at(-1);
  if (!own || !rest || own.column !== rest.column || isRowLabel(own.text)) return null;
  const text = own.text + rest.text;
  if (!beginsLabel(coreOf(fold(own.text))) || !beginsLabel(coreOf(fold(text)))) return null;
  const broken = `${row.broken ?? own.text} / ${rest.text}`;
  return { ...row, labels: [...row.labels.slice(0, -1), { ...own, text }], last: below.last, broken };
}

/** Lines that one label is broken over, at most: one for each of its characters. */
const mostLines = 40;
/** A line of a narrow column is no longer. */
const longestLine = 30;

/** Joins lines of words that are one label of tables 2 or 3, and nothing else, when they stand together. */
export function joinWrapped(rows: readonly Row[]): readonly Row[] {
  let joined: Row[] | null = null;
  for (let at = 0; at < rows.length; at += 1) {
    const last = lastLine(rows, at);
    if (last > at) {
      joined ??= rows.slice(0, at);
      joined.push(together(rows.slice(at, last + 1)));
      at = last;
    } else joined?.push(rows[at]!);
  }
  return joined ?? rows;
}

/** The last line of the label that begins at a row; the row itself where it goes on in no other. */
function lastLine(rows: readonly Row[], from: number): number {
  if (lineOf(rows[from]!) === null || lineOf(rows[from + 1]) === null) return from;
  let text = '';
  let last = from;
  for (let at = from; at < rows.length && at - from < mostLines; at += 1) {
    const line = lineOf(rows[at]);
    if (line === null) break;
    text += line.text;
    const known = labelSoFar(text);
    if (known === null) break;
    if (known === 'whole') last = at;
  }
  return last;
}

/** The only word of a line without a grid. */
const lineOf = (row: Row | undefined): Token | null =>
  row && !row.grid && !row.prose && row.cells.length === 0 && row.labels.length === 1
    ? row.labels[0]!.text.length <= longestLine
      ? row.labels[0]!
      : null
    : null;

function together(lines: readonly Row[]): Row {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const texts = lines.map(({ labels }) => labels[0]!.text);
  return { ...makeRow([{ ...first.labels[0]!, text: texts.join('') }], [], false), last: last.last };
}
