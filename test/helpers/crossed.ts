/**
 * The statutory tables with their axes otherwise than in the form: transposed, in another order, a line for each cell, with
 * rows left out. A table is two axes of labelled things and a value where they cross; prints are the layouts of a grid.
 */
import { keyOf } from '../../src/report/forms.ts';
import {
  cell,
  dense,
  encode,
  type Grid,
  type GridCell,
  grid2,
  grid3,
  grid4,
  head3,
  head4,
  headings,
  type Made,
  type MadeRow,
  type Printed,
  prose,
  type Wanted,
} from './layouts.ts';
import { xlsx } from './office.ts';
import type { Random } from './random.ts';

/** One thing on an axis: its label, below those of its groups. */
export interface Point {
  readonly path: readonly string[];
  readonly id: string;
}
type Axis = readonly Point[];

/** What stands where two things cross: the text, or null where the table has no such cell. */
type Crossing = (row: Point, column: Point) => string | null;

const groupsOf = (axis: Axis) => Math.max(...axis.map(({ path }) => path.length));
/** How many things from `at` on share the label at a depth, and all labels above it. */
const shared = (axis: Axis, at: number, depth: number) => {
  const key = (point: Point) => point.path.slice(0, depth + 1).join('/');
  let end = at + 1;
  while (end < axis.length && axis[end]!.path.length > depth && key(axis[end]!) === key(axis[at]!)) end += 1;
  return end - at;
};

/** A grid of two axes: groups span what is in them, the corner spans the rest. */
export function crossing(rows: Axis, columns: Axis, corner: string, value: Crossing): Grid {
  const [wide, tall] = [groupsOf(rows), groupsOf(columns)];
  const grid: GridCell[][] = [];
  const begins = (axis: Axis, at: number, depth: number) =>
    at === 0 || axis[at]!.path.slice(0, depth + 1).join('/') !== axis[at - 1]!.path.slice(0, depth + 1).join('/');
  for (let depth = 0; depth < tall; depth += 1) {
    const line: GridCell[] = depth === 0 && wide > 0 ? [cell(corner, wide, tall)] : [];
    for (const [at, { path }] of columns.entries())
      if (depth < path.length && begins(columns, at, depth))
        line.push(cell(path[depth]!, shared(columns, at, depth), depth === path.length - 1 ? tall - depth : 1));
    grid.push(line);
  }
  for (const [at, row] of rows.entries()) {
    const labels = row.path.flatMap((label, depth) =>
      begins(rows, at, depth)
        ? [cell(label, depth === row.path.length - 1 ? wide - depth : 1, shared(rows, at, depth))]
        : [],
    );
    grid.push([
      ...labels,
      ...columns.map((column) => ({ text: value(row, column) ?? '—', columns: 1, rows: 1, figure: true })),
    ]);
  }
  return grid;
}

export const flat = (axis: Axis): Axis => axis.map(({ path, id }) => ({ path: path.slice(-1), id }));
/** The same grid with its row labels behind the figures. */
export const labelsLast = (grid: Grid): Grid =>
  dense(grid).map((row, at, all) => {
    const labels = all[0]!.length - grid.at(-1)!.filter((each) => each.figure).length;
    const isBody = grid[at]!.some((each) => each.figure);
    return [...row.slice(labels), ...row.slice(0, labels).toReversed()].map((text, column) => ({
      ...cell(text),
      figure: isBody && column < row.length - labels,
    }));
  });

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return random.sample(list, list.length);
}

const applicants: Axis = [
  { path: ['自然人'], id: 'natural' },
  { path: ['法人或其他组织', '商业企业'], id: 'business' },
  { path: ['法人或其他组织', '科研机构'], id: 'research' },
  { path: ['法人或其他组织', '社会公益组织'], id: 'publicInterest' },
  { path: ['法人或其他组织', '法律服务机构'], id: 'legalService' },
  { path: ['法人或其他组织', '其他'], id: 'otherOrganization' },
  { path: ['总计'], id: 'total' },
];
export const pointsOf3 = { applicants };

const of = (made: Made, table: 2 | 3 | 4): MadeRow[] => made.rows.filter(({ row }) => row.table === table);
export const rows3 = (made: Made): Axis => of(made, 3).map(({ row }) => ({ path: row.row.split('/'), id: row.row }));
export const value3 =
  (made: Made): Crossing =>
  (row, column) => {
    const own = of(made, 3).find((each) => each.row.row === row.id)!;
    return own.cells[own.row.cells.findIndex(({ applicant }) => applicant === column.id)]!.text;
  };
export const swap =
  (value: Crossing): Crossing =>
  (row, column) =>
    value(column, row);

/** Rows of table 2 by block, and their columns. */
export interface Block2 {
  readonly title: string;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly value: Crossing;
}
export function blocks2(made: Made): Block2[] {
  const blocks = new Map<string, MadeRow[]>();
  for (const row of of(made, 2)) {
    const [title] = row.row.row.split('/') as [string];
    blocks.set(title, [...(blocks.get(title) ?? []), row]);
  }
  return [...blocks].map(([title, rows]) => ({
    title,
    rows: rows.map(({ row }) => ({ path: [row.row.split('/')[1]!], id: row.row })),
    columns: rows[0]!.row.cells.map(({ column }) => ({
      path: [column === '本年收费金额' ? '本年收费金额（单位：万元）' : column],
      id: column,
    })),
    value: (row, column) => {
      const own = rows.find((each) => each.row.row === row.id)!;
      return own.cells[own.row.cells.findIndex((each) => each.column === column.id)]!.text;
    },
  }));
}

const blocks4: Axis = [
  { path: ['行政复议'], id: '0' },
  { path: ['行政诉讼', '未经复议直接起诉'], id: '1' },
  { path: ['行政诉讼', '复议后起诉'], id: '2' },
];
export const outcomes4: Axis = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((each, at) => ({
  path: [each],
  id: `${at}`,
}));
export const pointsOf4 = { blocks: blocks4 };
export const value4 =
  (made: Made): Crossing =>
  (row, column) =>
    of(made, 4)[Number(row.id)]!.cells[Number(column.id)]!.text;

export const product = (one: Axis, two: Axis, idOf: (a: Point, b: Point) => string): Axis =>
  one.flatMap((a) => two.map((b) => ({ path: [...a.path, ...b.path], id: idOf(a, b) })));

/** A table as printed: grids, and lines between them. */
export type Parts = readonly (string | Grid)[];
export interface Shape {
  readonly 2?: (made: Made, random: Random) => Parts;
  readonly 3?: (made: Made, random: Random) => Parts;
  readonly 4?: (made: Made, random: Random) => Parts;
  /** Cells that the shape leaves out. */
  readonly missing?: (key: string) => boolean;
}

/** How a grid is printed in lines of text or markup. */
export type Print = (grid: Grid) => readonly string[];
const td = (each: GridCell) =>
  `<td${each.columns > 1 ? ` colspan="${each.columns}"` : ''}${each.rows > 1 ? ` rowspan="${each.rows}"` : ''}>${each.text || '&nbsp;'}</td>`;
export const prints = {
  html: (grid) => ['<table>', ...grid.map((row) => `<tr>${row.map(td).join('')}</tr>`), '</table>'],
  'html, no spans': (grid) => [
    '<table>',
    ...dense(grid).map((row) => `<tr>${row.map((text) => td(cell(text))).join('')}</tr>`),
    '</table>',
  ],
  tabs: (grid) => dense(grid).map((row) => row.join('\t')),
  pipes: (grid) => {
    const [head, ...rest] = dense(grid).map((row) => `| ${row.join(' | ')} |`);
    return ['', head!, head!.replace(/[^|]+/g, ' --- '), ...rest, ''];
  },
  lines: (grid) => grid.flatMap((row) => row.map(({ text }) => text)),
  spaces: (grid) => grid.map((row) => row.map(({ text }) => text).join(' ')),
} satisfies Readonly<Record<string, Print>>;
export const blankless: ReadonlySet<string> = new Set(['lines', 'spaces']);

/** The report with its tables in a shape, each grid printed by `how`; `xlsx` is a sheet. */
export function printed(made: Made, shape: Shape, how: keyof typeof prints | 'xlsx', random: Random): Printed {
  const { before, after } = prose(made);
  const parts: Parts = [
    ...before,
    headings[1],
    ...(shape[2]?.(made, random) ?? [grid2(made)]),
    headings[2],
    ...(shape[3]?.(made, random) ?? [[...head3, ...grid3(made)]]),
    headings[3],
    ...(shape[4]?.(made, random) ?? [[...head4, ...grid4(made)]]),
    ...after,
  ];
  const wanted = new Map<string, Wanted>();
  for (const { row, cells } of made.rows)
    for (const [at, each] of row.cells.entries()) {
      const key = keyOf(each);
      wanted.set(key, shape.missing?.(key) ? 'missing' : { value: cells[at]!.value });
    }
  if (how === 'xlsx') {
    const rows = parts.flatMap((part) =>
      typeof part === 'string'
        ? [[part]]
        : dense(part).map((row) => row.map((text) => (/^\d+$/.test(text) ? Number(text) : text))),
    );
    return { file: 'report.xlsx', bytes: xlsx(rows), wanted };
  }
  const print: Print = prints[how];
  const isHtml = how.startsWith('html');
  const lines = parts.flatMap((part) => (typeof part === 'string' ? [isHtml ? `<p>${part}</p>` : part] : print(part)));
  const text = isHtml ? `<html><body>${lines.join('\n')}</body></html>` : lines.join('\n');
  return { file: isHtml ? 'report.html' : 'report.txt', bytes: encode(text), wanted };
}
