/** Lists of named cells: a line for each, a column for each, and what is no such list. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { forms, keyOf } from '../../src/report/forms.ts';
import { readReport } from '../../src/report/read.ts';
import { readTables } from '../../src/report/tables.ts';
import { xlsx } from '../helpers/office.ts';

type FormCell = (typeof forms)['2019'][number];
const captions = { 2: '主动公开政府信息情况', 3: '收到和处理政府信息公开申请情况', 4: '行政复议、行政诉讼情况' };
/** A figure for each cell; some are blank. */
const figure = (at: number) => (at % 7 === 3 ? '' : `${(at * 13) % 50}`);
const last = (cells: readonly FormCell[]) => cells.map((cell, at) => [cell, figure(at)] as const);
const unit = (column: string) => column.replace(/（.*/, '');

/** Levels of a head, merged where neighbours are of one group. */
function levels(cells: readonly FormCell[]): string[][] {
  const paths = cells.map(({ table, row, column }) => [captions[table as 2], ...row.split('/'), column]);
  const depth = Math.max(...paths.map((path) => path.length));
  const even = paths.map((path) => [...path.slice(0, -1), ...Array(depth - path.length).fill(''), path.at(-1)!]);
  return Array.from({ length: depth }, (_, level) =>
    even.map((path, at) => {
      const isSame =
        at > 0 && level < depth - 1 && even[at - 1]!.slice(0, level + 1).join() === path.slice(0, level + 1).join();
      return isSame ? '' : path[level]!;
    }),
  );
}

const csv = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));

const prints: Record<string, (cells: readonly FormCell[]) => readonly (readonly string[])[]> = {
  'a line for each, label and figure': (cells) =>
    last(cells).map(([{ row, column }, text]) => [`${row}（${unit(column)}）`, text]),
  'a line for each, with agency, year and table': (cells) => [
    ['单位', '年度', '表', '项目', '列', '数值'],
    ...last(cells).map(([{ table, row, column }, text]) => [
      '盐池县教育局',
      '2023',
      captions[table as 2],
      row,
      column,
      text,
    ]),
  ],
  'a column for each': (cells) => [
    ['单位名称', '年度', ...cells.map(({ row, column }) => `${row.replaceAll('/', '-')}-${unit(column)}`)],
    ['盐池县教育局', '2023', ...last(cells).map(([, text]) => text)],
  ],
  'a column for each, in levels': (cells) => [
    ...levels(cells).map((level, at) => [at === 0 ? '单位名称' : '', at === 0 ? '年度' : '', ...level]),
    ['盐池县教育局', '2023', ...last(cells).map(([, text]) => text)],
  ],
};

describe('lists of named cells', () => {
  for (const [name, print] of Object.entries(prints))
    for (const form of ['2019', '2021'] as const)
      for (const how of ['csv', 'xlsx'] as const)
        it(`${name}, ${form}, ${how}`, async () => {
          const cells = forms[form];
          const rows = print(cells);
          const bytes = how === 'csv' ? csv(rows) : xlsx(rows);
          const { facts } = readTables(await openDocument(`a.${how}`, bytes), { year: form === '2019' ? 2020 : 2023 });
          const found = new Map(facts.map((fact) => [keyOf(fact), fact]));
          const wrong = cells.filter((cell, at) => {
            const want = figure(at) === '' ? null : Number(figure(at));
            const fact = found.get(keyOf(cell));
            return fact === undefined || !fact.certain || fact.value !== want;
          });
          expect(wrong.map(({ row, column }) => `${row} ${column}`)).toEqual([]);
        });

  it('says whose and of which year by the names of its columns', async () => {
    const rows = prints['a line for each, with agency, year and table']!(forms['2021']);
    const { report } = readReport(await openDocument('a.csv', csv(rows)), loadLexicon());
    expect([report.agency, report.year]).toEqual(['盐池县教育局', 2023]);
  });

  it('does not read a list of several reports as one', async () => {
    const rows = prints['a column for each']!(forms['2021']);
    const { facts } = readTables(await openDocument('a.csv', csv([...rows, rows[1]!])), { year: 2023 });
    expect(facts.filter(({ value, certain }) => value !== null && certain)).toEqual([]);
  });
});
