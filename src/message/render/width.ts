/** Display width in a terminal: characters of East Asian scripts and full-width forms take two columns. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\u0300-\u036f]|[\u200b-\u200f]|[\ufe00-\ufe0f]|\ufeff/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

function pad(text: string, width: number, right = false): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** A table as aligned lines: numbers to the right, a rule under the heading; cells are one line each. */
export function alignTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
): string {
  const clean = (cell: string) => cell.replace(/\s+/g, ' ').trim();
  const all = [columns, ...rows].map((row) => columns.map((_, index) => clean(row[index] ?? '')));
  const widths = columns.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] as string))));
  const lines = all.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] as number, numeric[index]))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
