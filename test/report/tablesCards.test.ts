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

  it('names that are not all of one table are no card', async () => {
    const text = ['（一）予以公开', '自然人：3', '结果维持：2', '自然人：4'].join('\n');
    const { facts } = readTables(await openDocument('a.txt', encode(text)), { year: 2022 });
    expect(facts.filter(({ value, certain }) => certain && value !== null)).toEqual([]);
  });
});
