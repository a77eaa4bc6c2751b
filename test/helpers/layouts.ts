/**
 * One made report with known truth, and its statutory tables as grids of cells with spans. The layouts of layoutsText,
 * layoutsMarkup and layoutsOffice print it as documents of every format.
 */
import { type FormRow, keyOf, rowsOf, type TableForm } from '../../src/report/forms.ts';
import type { Random } from './random.ts';

/** What is printed in a cell and what it means: a value, or null where the cell is blank. */
interface MadeCell {
  readonly text: string;
  readonly value: number | null;
}

export interface MadeRow {
  readonly row: FormRow;
  readonly cells: readonly MadeCell[];
}

export interface Made {
  readonly agency: string;
  readonly year: number;
  readonly form: TableForm;
  readonly rows: readonly MadeRow[];
}

/** What must be read: `lost` for a cell whose value the document no longer shows (null, and not certain or not stated). */
export type Wanted = { readonly value: number | null } | 'missing' | 'lost';

/** A printed document and what must be read from it. */
export interface Printed {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly wanted: ReadonlyMap<string, Wanted>;
}

export type Layout = (made: Made, random: Random) => Printed;

export interface Options {
  readonly form: TableForm;
  /** Share of cells that are blank. */
  readonly blanks?: number;
  /** How a blank cell is printed. */
  readonly blank?: string;
}

const sizes = (random: Random) => random.pick([0, 0, 0, 0, 1, 2, 7, 12, 38, 105, 451, 1284, 20_977]);

/** Fills a form: most reports balance, some do not, and many hold nothing but zeros. */
export function makeReport(random: Random, { form, blanks = 0, blank = '' }: Options): Made {
  const quiet = random.next() < 0.15;
  const row7 = () => {
    const parts = Array.from({ length: 6 }, (_, at) =>
      quiet || random.next() < (at === 0 ? 0.4 : 0.85) ? 0 : random.whole(1, random.pick([5, 9, 60, 3000])),
    );
    const total = parts.reduce((sum, part) => sum + part, 0);
    return [...parts, random.next() < 0.03 ? total + 1 : total];
  };
  const row5 = () => {
    const parts = [0, 0, 0, 0].map(() => (quiet || random.next() < 0.7 ? 0 : random.whole(1, 30)));
    return [...parts, parts.reduce((sum, part) => sum + part, 0)];
  };
  const rows = rowsOf(form).map((row): MadeRow => {
    const values = row.table === 3 ? row7() : row.table === 4 ? row5() : row.cells.map(() => sizes(random));
    const cells = values.map((value) =>
      random.next() < blanks ? { text: blank, value: null } : { text: `${value}`, value },
    );
    return { row, cells };
  });
  const place = random.pick(['彭阳县', '盐池县', '兴庆区']);
  const body = random.pick(['科学技术局', '民政局', '教育体育局', '人民政府办公室']);
  return {
    agency: place + body,
    year: form === '2019' ? random.pick([2019, 2020]) : random.whole(2021, 2024),
    form,
    rows,
  };
}

/** The truth of an undamaged print. */
export function truth(rows: readonly MadeRow[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { row, cells } of rows)
    for (const [at, cell] of row.cells.entries()) wanted.set(keyOf(cell), { value: cells[at]!.value });
  return wanted;
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** A figure, not a label: the cells of the form in order. */
  readonly figure: boolean;
}

export type Grid = readonly (readonly GridCell[])[];

export const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows, figure: false });
const figure = ({ text }: MadeCell, columns = 1): GridCell => ({ text, columns, rows: 1, figure: true });

/** Table 2, four columns wide; each block with its head. */
export function grid2({ rows }: Made): Grid {
  const grid: GridCell[][] = [];
  let item = '';
  for (const { row, cells } of rows) {
    if (row.table !== 2) continue;
    const [group, label] = row.row.split('/') as [string, string];
    const last = (at: number) => (at === row.cells.length - 1 ? 3 - at : 1);
    if (group !== item) {
      grid.push([cell(group, 4)]);
      grid.push([cell('信息内容'), ...row.cells.map((each, at) => cell(headOf(each.column), last(at)))]);
      item = group;
    }
    grid.push([cell(label), ...cells.map((each, at) => figure(each, last(at)))]);
  }
  return grid;
}

const headOf = (column: string) => (column === '本年收费金额' ? '本年收费金额（单位：万元）' : column);

export const identity = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** The head of table 3, ten columns wide. */
export const head3: Grid = [
  [cell(identity, 3, 3), cell('申请人情况', 7)],
  [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((each) => cell(each)),
];

/** Long names that the official form prints longer than the measures' own. */
const asPrinted = (label: string) =>
  label === '（二）部分公开' ? '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' : label;

/** Table 3 without its head: group labels span their rows. */
export function grid3({ rows }: Made): Grid {
  const own = rows.filter(({ row }) => row.table === 3);
  const seen = new Set<string>();
  return own.map(({ row, cells }) => {
    const labels = row.row.split('/');
    const shown = labels.flatMap((label, at) => {
      const key = labels.slice(0, at + 1).join('/');
      if (seen.has(key)) return [];
      seen.add(key);
      const below = own.filter((other) => `${other.row.row}/`.startsWith(`${key}/`)).length;
      return [cell(asPrinted(label), at === labels.length - 1 ? 3 - at : 1, below)];
    });
    return [...shown, ...cells.map((each) => figure(each))];
  });
}

export const head4: Grid = [
  [cell('行政复议', 5), cell('行政诉讼', 10)],
  [...outcomes.map((each) => cell(each, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
  [...outcomes, ...outcomes].map((each) => cell(each)),
];

/** Table 4: one row of fifteen. */
export const grid4 = ({ rows }: Made): Grid => [
  rows.filter(({ row }) => row.table === 4).flatMap(({ cells }) => cells.map((each) => figure(each))),
];

/** The grid as a dense matrix: what a span covers is an empty cell. */
export function dense(grid: Grid): string[][] {
  const out: string[][] = grid.map(() => []);
  for (const [at, row] of grid.entries()) {
    let column = 0;
    for (const each of row) {
      while (out[at]![column] !== undefined) column += 1;
      for (let down = 0; down < each.rows && at + down < grid.length; down += 1)
        for (let right = 0; right < each.columns; right += 1)
          out[at + down]![column + right] = down === 0 && right === 0 ? each.text : '';
      column += each.columns;
    }
  }
  return out;
}

export const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;

/** The paragraphs around the tables: before table 2, and after table 4. */
export function prose({ agency, year }: Made): { before: string[]; after: string[] } {
  return {
    before: [
      `${agency}${year}年政府信息公开工作年度报告`,
      `根据《中华人民共和国政府信息公开条例》，现公布${agency}${year}年度政府信息公开工作年度报告。`,
      headings[0],
      `（一）主动公开。${year}年，我单位通过门户网站公开政府信息125条，微信公众号发布信息62条。`,
      '（二）依申请公开。规范办理流程，做到依法答复、按时办结。',
    ],
    after: [
      headings[4],
      '一是公开内容还不够丰富；二是业务能力有待提高。下一步将加强学习培训。',
      headings[5],
      '无其他需要报告的事项。',
      agency,
      `${year + 1}年1月20日`,
    ],
  };
}

/** The whole report as lines of text, each table printed by `print`. */
export function textOf(
  made: Made,
  print: (grid: Grid, table: 2 | 3 | 4) => readonly string[],
  parting: readonly string[] = [''],
): string {
  const { before, after } = prose(made);
  const parted = (lines: readonly string[]) => lines.flatMap((line) => [line, ...parting]);
  return [
    ...parted([...before, headings[1]]),
    ...print(grid2(made), 2),
    ...parting,
    ...parted([headings[2]]),
    ...print([...head3, ...grid3(made)], 3),
    ...parting,
    ...parted([headings[3]]),
    ...print([...head4, ...grid4(made)], 4),
    ...parting,
    ...parted(after),
  ].join('\n');
}
