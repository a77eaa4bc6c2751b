/** Figures before their labels, in tables without a grid: every cell as it was made; and figures behind their labels stay there. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import { encode, type Made, type MadeRow, makeReport } from '../helpers/layouts.ts';
import { random } from '../helpers/random.ts';

const label = ({ row }: MadeRow): string => row.row.split('/').at(-1)!;
const figures = ({ cells }: MadeRow): string => cells.map(({ text }) => text).join(' ');
const chunks = <T>(list: readonly T[], size: number): T[][] =>
  list.length === 0 ? [] : [list.slice(0, size), ...chunks(list.slice(size), size)];

/** The lines of rows of one table. */
type Print = (rows: readonly MadeRow[]) => readonly string[];
const prints: Readonly<Record<string, Print>> = {
  'on the label’s line': (rows) => rows.map((row) => `${figures(row)} ${label(row)}`),
  'on the line above': (rows) => rows.flatMap((row) => [figures(row), label(row)]),
  'a line each, above': (rows) => rows.flatMap((row) => [...row.cells.map(({ text }) => text), label(row)]),
  'of a page above its labels': (rows) =>
    chunks(rows, rows[0]!.row.table === 2 ? 1 : 9).flatMap((page) => [...page.map(figures), ...page.map(label)]),
};
const behind: Readonly<Record<string, Print>> = {
  'on the line below': (rows) => rows.flatMap((row) => [label(row), figures(row)]),
  'a line each, below': (rows) => rows.flatMap((row) => [label(row), ...row.cells.map(({ text }) => text)]),
};

function printed(made: Made, print: Print, without: (row: MadeRow) => boolean = () => false): string {
  const lines = [`${made.agency}${made.year}年政府信息公开工作年度报告`, '二、主动公开政府信息情况'];
  const of = (table: number) => made.rows.filter(({ row }) => row.table === table);
  const blank = (row: MadeRow): MadeRow => ({ row: row.row, cells: [] });
  const shown = (rows: readonly MadeRow[]) =>
    print(rows.map((row) => (without(row) ? blank(row) : row))).filter((line) => line !== '');
  for (const item of ['一', '五', '六', '八', '九']) {
    const rows = of(2).filter(({ row }) => row.item === item);
    if (rows.length === 0) continue;
    lines.push(
      `第二十条第（${item}）项`,
      `信息内容 ${rows[0]!.row.cells.map(({ column }) => column).join(' ')}`,
      ...shown(rows),
    );
  }
  lines.push('三、收到和处理政府信息公开申请情况', '申请人情况');
  lines.push(
    '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    ...shown(of(3)),
    '四、政府信息公开行政复议、行政诉讼情况',
  );
  return lines.join('\n');
}

async function wrongIn(made: Made, text: string) {
  const { facts } = readTables(await openDocument('a.txt', encode(text)), { year: made.year });
  const found = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const off: string[] = [];
  for (const { row, cells } of made.rows)
    for (const [at, each] of row.cells.entries()) {
      const fact = found.get(keyOf(each));
      const { value } = cells[at]!;
      if (row.table === 4 || (fact?.certain && fact.value === value)) continue;
      off.push(`${keyOf(each)}: ${value} → ${fact?.state} ${fact?.value}`);
    }
  const wrong = off.filter((line) => /stated -?\d/.test(line));
  return { off, wrong };
}

describe('figures before their labels', () => {
  for (const form of ['2019', '2021'] as const)
    for (const [name, print] of Object.entries({ ...prints, ...behind }))
      it(`${name}, ${form}`, async () => {
        for (let seed = 1; seed <= 4; seed += 1) {
          const made = makeReport(random(seed * 31 + Number(form)), { form });
          const { off, wrong } = await wrongIn(made, printed(made, print));
          expect(wrong).toEqual([]);
          if (name !== 'of a page above its labels') expect(off).toEqual([]);
        }
      });

  it('a last row that lost its figures does not give each label the figures of the row before', async () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const made = makeReport(random(seed), { form: '2021' });
      const last = ({ row }: MadeRow) => row.row.startsWith('四、') || row.row.endsWith('收费');
      for (const print of Object.values(behind))
        expect((await wrongIn(made, printed(made, print, last))).wrong).toEqual([]);
    }
  });
});
