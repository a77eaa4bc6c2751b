/** Labels that a narrow column broke over several rows of a grid (the text that Word or a terminal makes of a table). */
import { fold } from '../../text/normalize.ts';
import { beginsLabel, coreOf, isRowLabel } from './labels.ts';
import type { Row } from './row.ts';

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
