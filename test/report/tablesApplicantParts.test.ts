/** Table 3 in parts, each under the heads of some applicants: every cell as it was made, or none. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import { random } from '../helpers/random.ts';
import { fill, type Made } from './tablesMade.ts';

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

interface Line {
  /** The group's label, or ''. */
  readonly group: string;
  readonly label: string;
  readonly cells: readonly string[];
}
/** Prints one part: its columns' names and its rows. */
type Print = (columns: readonly string[], lines: readonly Line[]) => string[];

const pipe = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const prints: Readonly<Record<string, Print>> = {
  pipes: (columns, lines) => [
    pipe(['项目', '', ...columns]),
    pipe(['---', '---', ...columns.map(() => '---')]),
    ...lines.map(({ group, label, cells }) => pipe([group, label, ...cells])),
    '',
  ],
  'pipes, a head in two lines': (columns, lines) => [
    pipe(['项目', ...columns.map((name) => (name === '自然人' || name === '总计' ? name : '法人或其他组织'))]),
    pipe(['', ...columns.map((name) => (name === '自然人' || name === '总计' ? '' : name))]),
    ...lines.map(({ label, cells }) => pipe([label, ...cells])),
    '',
  ],
  tabs: (columns, lines) => [
    ['', '申请人情况', ...columns].join('\t'),
    ...lines.map(({ group, label, cells }) => [group, label, ...cells].join('\t')),
  ],
  'tabs, groups on lines of their own': (columns, lines) => [
    ['项目', ...columns].join('\t'),
    ...lines.flatMap(({ group, label, cells }, at) => [
      ...(group !== '' && group !== lines[at - 1]?.group ? [group] : []),
      [label, ...cells].join('\t'),
    ]),
  ],
  'tabs under captions': (columns, lines) => [
    `（续表）${columns.join('、')}`,
    ['项目', ...columns].join('\t'),
    ...lines.map(({ label, cells }) => [label, ...cells].join('\t')),
  ],
  spaces: (columns, lines) => [
    `项目  ${columns.join('  ')}`,
    ...lines.map(({ label, cells }) => `${label}  ${cells.map((cell) => (cell === '' ? '-' : cell)).join('  ')}`),
  ],
  'one cell a line': (columns, lines) => [
    '项目',
    ...columns,
    ...lines.flatMap(({ label, cells }) => [label, ...cells.map((cell) => (cell === '' ? '-' : cell))]),
  ],
  html: (columns, lines) => [
    '<table>',
    `<tr><td colspan="2">项目</td>${columns.map((name) => `<td>${name}</td>`).join('')}</tr>`,
    ...lines.map(
      ({ group, label, cells }) =>
        `<tr><td>${group}</td><td>${label}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    ),
    '</table>',
  ],
};

const cuts: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'in two': [
    [0, 1, 2, 3],
    [4, 5, 6],
  ],
  'in three': [
    [0, 1, 2],
    [3, 4],
    [5, 6],
  ],
  'by kind': [[0], [1, 2, 3, 4, 5], [6]],
  'the total first': [
    [6, 0],
    [1, 2, 3, 4, 5],
  ],
};

function printed(made: Made, print: Print, parts: readonly (readonly number[])[]): string {
  const three = made.rows.filter(({ row }) => row.table === 3);
  const out = ['示例县某某局2022年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况'];
  for (const columns of parts)
    out.push(
      ...print(
        columns.map((at) => names[at]!),
        three.map(({ row, cells }) => {
          const labels = row.row.split('/');
          return {
            group: labels.length === 3 ? labels[1]! : '',
            label: labels.at(-1)!,
            cells: columns.map((at) => (cells[at] === null ? '' : `${cells[at]}`)),
          };
        }),
      ),
    );
  out.push('四、政府信息公开行政复议、行政诉讼情况', '未发生。');
  const isHtml = out.includes('<table>');
  return isHtml
    ? `<html><body>${out.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('\n')}</body></html>`
    : out.join('\n');
}

describe('table 3 in parts', () => {
  for (const [layout, print] of Object.entries(prints))
    for (const [name, parts] of Object.entries(cuts))
      for (const form of ['2019', '2021'] as const)
        it(`${form}, ${layout}, ${name}`, async () => {
          for (let seed = 1; seed <= 3; seed += 1) {
            const made = fill(form, random(seed).next, seed === 3 ? 0.2 : 0);
            const source = printed(made, print, parts);
            const file = source.startsWith('<html') ? 'made.html' : 'made.txt';
            const document = await openDocument(file, new TextEncoder().encode(source));
            const { facts } = readTables(document, { year: 2022 });
            const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
            const wrong = made.rows
              .filter(({ row }) => row.table === 3)
              .flatMap(({ row, cells }) =>
                row.cells.flatMap((cell, at) => {
                  const fact = read.get(keyOf(cell));
                  const wanted = cells[at]!;
                  const same = wanted === null ? fact?.state === 'blank' : fact?.certain && fact.value === wanted;
                  return same ? [] : [`${keyOf(cell)}: ${wanted} → ${fact?.state} ${fact?.value} ${fact?.raw}`];
                }),
              );
            expect(wrong, `seed ${seed}`).toEqual([]);
          }
        });
});
