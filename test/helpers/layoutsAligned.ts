/** Layouts of plain text whose columns are kept by spaces: labels that wrap, figures in the middle or at an edge, blanks. */
import { encode, type Grid, type GridCell, type Layout, textOf, truth } from './layouts.ts';

/** Where a figure stands in its column. */
type Edge = 'left' | 'middle' | 'right';

interface Style {
  readonly edge: Edge;
  /** Half widths of the label's column and of each other. */
  readonly label: number;
  readonly column: number;
  readonly indent: number;
  /** The line of a wrapped label that the figures stand on. */
  readonly line: 'first' | 'middle';
}

const widthOf = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const character of text) {
    if (widthOf(lines.at(-1)! + character) > width) lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
}

function padded(text: string, width: number, edge: Edge): string {
  const room = Math.max(0, width - 2 - widthOf(text));
  const before = edge === 'left' ? 0 : edge === 'right' ? room : Math.floor(room / 2);
  return `${' '.repeat(before)}${text}`.padEnd(before + text.length + width - widthOf(text) - before, ' ');
}

/** Columns of table 2 are wider by this: its heads are longer, and it has fewer. */
const wider = 16;

/** One line for each printed line: the label's parts, and on one of them the figures. */
function printRow(row: readonly GridCell[], style: Style): string[] {
  const isHead = row.every((each) => !each.figure);
  const labels = row.filter((each) => !each.figure);
  const own = isHead ? (row.length > 1 ? row[0]!.text : '') : (labels.at(-1)?.text ?? '');
  const cells = isHead ? (row.length > 1 ? row.slice(1) : row) : row.filter((each) => each.figure);
  const lines = wrapped(own, style.label - 2);
  const on = style.line === 'first' ? 0 : Math.floor((lines.length - 1) / 2);
  return lines.map((label, at) => {
    const figures =
      at === on
        ? cells
            .map((each) =>
              padded(each.text, (style.column + (cells.length < 5 ? wider : 0)) * each.columns, style.edge),
            )
            .join('')
        : '';
    return `${' '.repeat(style.indent)}${padded(label, style.label, 'left')}${figures}`.trimEnd();
  });
}

/** Heads over several lines, each word over its own column. */
function printHead3(style: Style): string[] {
  const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const parts = names.map((name) => wrapped(name, style.column - 2));
  return [0, 1].map(
    (line) =>
      ' '.repeat(style.indent + style.label) +
      parts
        .map((part) => padded(part[line] ?? '', style.column, style.edge))
        .join('')
        .trimEnd(),
  );
}

function printTable4(grid: Grid, style: Style): string[] {
  const line = (texts: readonly string[]) =>
    (' '.repeat(style.indent) + texts.map((text) => padded(text, style.column, style.edge)).join('')).trimEnd();
  const outcomes = [...grid[1]!.slice(0, 5), ...grid[2]!];
  return [
    grid[0]!.map(({ text }) => text).join('      '),
    grid[1]!
      .slice(5)
      .map(({ text }) => text)
      .join('      '),
    line(outcomes.map(({ text }) => text)),
    line(grid[3]!.map(({ text }) => text)),
  ];
}

const aligned =
  (style: Style): Layout =>
  (made) => ({
    file: 'report.txt',
    bytes: encode(
      textOf(made, (grid, table) =>
        table === 4
          ? printTable4(grid, style)
          : table === 3
            ? [...printHead3(style), ...grid.slice(3).flatMap((row) => printRow(row, style))]
            : grid.flatMap((row) => printRow(row, style)),
      ),
    ),
    wanted: truth(made.rows),
  });

export const alignedLayouts: Readonly<Record<string, Layout>> = {
  alignedMiddle: aligned({ edge: 'middle', label: 44, column: 12, indent: 0, line: 'first' }),
  alignedLeft: aligned({ edge: 'left', label: 30, column: 14, indent: 4, line: 'middle' }),
  alignedRight: aligned({ edge: 'right', label: 36, column: 12, indent: 2, line: 'first' }),
  alignedNarrow: aligned({ edge: 'middle', label: 20, column: 12, indent: 1, line: 'middle' }),
};
