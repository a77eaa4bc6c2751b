/** A card for each row, its cells a line each, as pages for telephones print a table. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import { encode, type MadeRow, makeReport } from '../helpers/layouts.ts';
import { random } from '../helpers/random.ts';

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

function card({ row, cells }: MadeRow, mark: string, colon: string, unit: string): string[] {
  const label = row.row.split('/').at(-1)!;
  const of = (at: number) => (row.table === 3 ? names[at]! : row.cells[at]!.column);
  return [label, ...cells.map(({ text, value }, at) => `${mark}${of(at)}${colon}${text}${value === null ? '' : unit}`)];
}

const styles: Readonly<Record<string, readonly [mark: string, colon: string, unit: string]>> = {
  glued: ['', '', ''],
  plain: ['', '：', ''],
  'dots and units': ['● ', ': ', '件'],
  dashes: ['- ', '：', ''],
};

describe('cards', () => {
  for (const [name, [mark, colon, unit]] of Object.entries(styles))
    for (const form of ['2019', '2021'] as const)
      it(`${name}, ${form}`, async () => {
        for (let seed = 1; seed <= 3; seed += 1) {
          const made = makeReport(random(seed * 17), { form, blanks: seed === 3 ? 0.3 : 0, blank: '' });
          const lines = ['某局政府信息公开工作年度报告'];
          let group = '';
          for (const row of made.rows) {
            const [own] = row.row.row.split('/');
            if (own !== group && row.row.row.includes('/')) lines.push(own!);
            group = own!;
            lines.push(...card(row, mark, colon, row.row.table === 2 ? '' : unit));
          }
          const document = await openDocument('a.txt', encode(lines.join('\n')));
          const found = new Map(readTables(document, { year: made.year }).facts.map((fact) => [keyOf(fact), fact]));
          for (const { row, cells } of made.rows)
            for (const [at, each] of row.cells.entries())
              expect(`${keyOf(each)} ${found.get(keyOf(each))?.value}`).toBe(`${keyOf(each)} ${cells[at]!.value}`);
        }
      });

  it('a name on a line and its figure on the next, blank cells without any', async () => {
    for (const form of ['2019', '2021'] as const) {
      const made = makeReport(random(Number(form)), { form, blanks: 0.3, blank: '' });
      const own = made.rows.filter(({ row }) => row.table === 3);
      // Of a card without figures, and of one with the last alone, nothing tells that it is no head.
      const known = own.filter(({ cells }) => cells.slice(0, -1).some(({ value }) => value !== null));
      const lines = known.flatMap(({ row, cells }) => [
        row.row.split('/').at(-1)!,
        ...cells.flatMap(({ text }, at) => (text === '' ? [names[at]!] : [names[at]!, text])),
      ]);
      const text = ['三、收到和处理政府信息公开申请情况', ...lines].join('\n');
      const { facts } = readTables(await openDocument('a.txt', encode(text)), { year: made.year });
      const found = new Map(facts.map((fact) => [keyOf(fact), fact]));
      for (const { row, cells } of known)
        for (const [at, each] of row.cells.entries())
          expect(`${keyOf(each)} ${found.get(keyOf(each))?.value}`).toBe(`${keyOf(each)} ${cells[at]!.value}`);
    }
  });

  it('of one figure beside the last name, the others blank', async () => {
    const text = ['第二十条第（一）项', '规章', '本年制发件数', '本年废止件数', '现行有效件数6'].join('\n');
    const { facts } = readTables(await openDocument('a.txt', encode(text)), { year: 2022 });
    expect(facts.slice(0, 3).map(({ value, certain }) => [value, certain])).toEqual([
      [null, true],
      [null, true],
      [6, true],
    ]);
  });

  it('a head of names above figures is no card', async () => {
    const blocks = ['行政复议', '未经复议直接起诉', '复议后起诉'];
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const text = [
      '四、政府信息公开行政复议、行政诉讼情况',
      ...blocks.flatMap((block) => [block, ...outcomes]),
      '7',
    ].join('\n');
    const { facts } = readTables(await openDocument('a.txt', encode(text)), { year: 2022 });
    expect(facts.filter(({ value, certain }) => certain && value !== null)).toEqual([]);
  });

  it('names that are not all of one table are no card', async () => {
    const text = ['（一）予以公开', '自然人：3', '结果维持：2', '自然人：4'].join('\n');
    const { facts } = readTables(await openDocument('a.txt', encode(text)), { year: 2022 });
    expect(facts.filter(({ value, certain }) => certain && value !== null)).toEqual([]);
  });
});
