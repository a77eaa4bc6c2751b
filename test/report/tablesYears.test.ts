/** Two years in one report: this year's figures are read, and last year's never, wherever the year is said. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import {
  dense,
  type Grid,
  grid2,
  grid3,
  grid4,
  head3,
  head4,
  headings,
  type Made,
  makeReport,
  prose,
} from '../helpers/layouts.ts';
import { random } from '../helpers/random.ts';

type Print = (grid: Grid) => string[];
const tabs: Print = (grid) => dense(grid).map((row) => row.join('\t'));
const lines: Print = (grid) => grid.flatMap((row) => row.map(({ text }) => text));
const pipes: Print = (grid) => {
  const [head, ...rest] = dense(grid).map((row) => `| ${row.join(' | ')} |`);
  return ['', head!, head!.replace(/[^|]+/g, ' --- '), ...rest, ''];
};
const html: Print = (grid) => [
  '<table>',
  ...grid.map(
    (row) =>
      `<tr>${row.map((each) => `<td colspan="${each.columns}" rowspan="${each.rows}">${each.text}</td>`).join('')}</tr>`,
  ),
  '</table>',
];

const table3 = (made: Made): Grid => [...head3, ...grid3(made)];
const table4 = (made: Made): Grid => [...head4, ...grid4(made)];

/** A report whose tables 3 and 4 stand twice, under what `own` and `other` say above them. */
function stacked(made: Made, old: Made, print: Print, own: string, other: string, ownFirst: boolean): string {
  const { before, after } = prose(made);
  const both = (table: (of: Made) => Grid) => {
    const [one, two] = [
      [own, ...print(table(made))],
      [other, ...print(table(old))],
    ];
    return (ownFirst ? [...one, ...two] : [...two, ...one]).filter((line) => line !== '-');
  };
  const text = [
    ...before,
    headings[1],
    ...print(grid2(made)),
    headings[2],
    ...both(table3),
    headings[3],
    ...both(table4),
    ...after,
  ];
  return print === html
    ? `<html><body>${text.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('\n')}</body></html>`
    : text.join('\n');
}

async function wrong(text: string, made: Made): Promise<string[]> {
  const document = await openDocument('made.txt', new TextEncoder().encode(text));
  const { facts } = readTables(document, { year: made.year });
  const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
  return made.rows.flatMap(({ row, cells }) =>
    row.cells.flatMap((cell, at) => {
      const fact = read.get(keyOf(cell));
      return fact?.value === cells[at]!.value && fact.certain
        ? []
        : [`${keyOf(cell)}: ${cells[at]!.value} → ${fact?.value}`];
    }),
  );
}

const numeral = (year: number) => Array.from(`${year}`, (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
const captions: Readonly<Record<string, (year: number) => readonly [own: string, other: string]>> = {
  'years with a colon': (year) => [`${year}年度：`, `${year - 1}年度：`],
  'bare years': (year) => [`${year}年`, `${year - 1}年`],
  'in brackets': (year) => [`（${year}年度）`, `（${year - 1}年度）`],
  'Chinese numerals': (year) => [`${numeral(year)}年度`, `${numeral(year - 1)}年度`],
  'apart from 年': (year) => [`${year} 年度`, `${year - 1} 年度`],
  'numbers of tables': (year) => [`表1　${year}年收到和处理情况表`, `表2　${year - 1}年收到和处理情况表`],
  'words for both': () => ['本年度', '上年度'],
  'words for last year only': () => ['-', '上年数据：'],
  'a sentence': (year) => ['-', `以下为${year - 1}年数据，供参考。`],
  'an annex': (year) => ['-', `附：${year - 1}年度情况表（供对照，非本年度数据）`],
  'a heading of its own': (year) => [`（一）${year}年度情况`, `（二）${year - 1}年度情况`],
  'last year by words, this by number': (year) => [`${year}年度数据`, '去年同期'],
  'this report and last year': (year) => [
    `${year}年收到和处理政府信息公开申请情况（本报告年度）`,
    `${year - 1}年收到和处理政府信息公开申请情况（上年数据，仅供对比）`,
  ],
  'words for the report': () => ['本报告年度', '上一年度'],
  periods: () => ['报告期数据', '上期数'],
  'a year and a unit': (year) => [`${year}年（单位：件）`, `${year - 1}年（单位：件）`],
};

describe('two years, stacked', () => {
  for (const [name, captionOf] of Object.entries(captions))
    for (const [how, print] of Object.entries({ tabs, lines, pipes, html }))
      it(`${name}, ${how}: the report's own year`, async () => {
        for (let seed = 1; seed <= 4; seed += 1) {
          const { form } = { form: seed % 2 === 0 ? '2019' : '2021' } as const;
          const made = makeReport(random(seed), { form });
          const old = makeReport(random(seed + 100), { form });
          const [own, other] = captionOf(made.year);
          const text = stacked(made, old, print, own, other, own === '-' || seed < 3);
          expect(await wrong(text, made), `seed ${seed}`).toEqual([]);
        }
      });

  it('each row of table 3 twice, with its year in a column', async () => {
    for (const ownFirst of [true, false]) {
      const made = makeReport(random(7), { form: '2021' });
      const old = makeReport(random(8), { form: '2021' });
      const rows = dense(grid3(made)).map((row) => [...row.slice(0, 3), `${made.year}年`, ...row.slice(3)].join('\t'));
      const last = dense(grid3(old)).map((row) => ['', '', '', `${made.year - 1}年`, ...row.slice(3)].join('\t'));
      const before = dense(grid3(old)).map((row, at) =>
        [...dense(grid3(made))[at]!.slice(0, 3), `${made.year - 1}年`, ...row.slice(3)].join('\t'),
      );
      const after = dense(grid3(made)).map((row) => ['', '', '', `${made.year}年`, ...row.slice(3)].join('\t'));
      const body = rows.flatMap((row, at) => (ownFirst ? [row, last[at]!] : [before[at]!, after[at]!]));
      const { before: opening, after: closing } = prose(made);
      const text = [
        ...opening,
        headings[1],
        ...tabs(grid2(made)),
        headings[2],
        ...dense(head3).map((row) => [...row.slice(0, 3), '年度', ...row.slice(3)].join('\t')),
        ...body,
        headings[3],
        ...tabs(table4(made)),
        ...closing,
      ].join('\n');
      expect(await wrong(text, made), `${ownFirst}`).toEqual([]);
    }
  });

  it('each row of table 3 twice, a figure a line', async () => {
    const made = makeReport(random(7), { form: '2021' });
    const old = makeReport(random(8), { form: '2021' });
    const { before, after } = prose(made);
    const figures = (of: Made, at: number) =>
      grid3(of)
        [at]!.filter((each) => each.figure)
        .map((each) => each.text);
    const body = grid3(made).flatMap((row, at) => [
      ...row.filter((each) => !each.figure).map((each) => each.text),
      `${made.year - 1}年`,
      ...figures(old, at),
      `${made.year}年`,
      ...figures(made, at),
    ]);
    const text = [
      ...[...before, headings[1], ...lines(grid2(made)), headings[2], ...lines(head3), ...body, headings[3]],
      ...[...lines(table4(made)), ...after],
    ].join('\n');
    expect(await wrong(text, made)).toEqual([]);
  });

  it('a lone table whose caption kept last year’s number is read; one that says it is last year’s is not', async () => {
    const made = makeReport(random(3), { form: '2021' });
    const printed = (caption: string) =>
      [
        ...prose(made).before,
        headings[1],
        ...tabs(grid2(made)),
        headings[2],
        caption,
        ...tabs(table3(made)),
        headings[3],
        ...tabs(table4(made)),
      ].join('\n');
    expect(await wrong(printed(`${made.year - 1}年度：`), made)).toEqual([]);
    const document = await openDocument('made.txt', new TextEncoder().encode(printed('上年数据：')));
    const { facts } = readTables(document, { year: made.year });
    expect(facts.filter(({ table }) => table === 3).every(({ state }) => state === 'missing')).toBe(true);
  });
});

/** Heads of a column beside the report's own, by the report's year. */
const otherHeads: Readonly<Record<string, (year: number) => string>> = {
  'last year': () => '上年同期',
  'last year, shorter': () => '去年',
  'a bare year': (year) => `${year - 1}年`,
  'a year and words': (year) => `${year - 1}年处理决定数量`,
  'last year and words': () => '上年处理决定数量',
  period: () => '上期数',
  change: () => '同比',
  'change in percent': () => '同比增减（%）',
  growth: () => '增长率',
  compared: () => '较上年增减',
};
const spaced: Print = (grid) => grid.map((row) => row.map(({ text }) => text).join(' '));

describe('two years in columns', () => {
  for (const [name, headOf] of Object.entries(otherHeads))
    for (const [how, print] of Object.entries({ tabs, pipes, html, spaced }))
      it(`${name}, ${how}: the report's own column`, async () => {
        for (let seed = 1; seed <= 3; seed += 1) {
          const { form } = { form: seed % 2 === 0 ? '2019' : '2021' } as const;
          const made = makeReport(random(seed), { form });
          const source = random(seed + 50);
          const isFirst = seed === 3 && how !== 'spaced';
          const beside = (each: (typeof two)[number][number], text: string) => ({ ...each, columns: 1, text });
          const two = grid2(made);
          const both: Grid = two.map((row) => {
            if (row.length === 1) return [{ ...row[0]!, columns: 5 }];
            const head = row[0]!.text === '信息内容';
            const other = beside(row[1]!, head ? headOf(made.year) : `${source.whole(1, 99)}`);
            return isFirst ? [row[0]!, other, ...row.slice(1)] : [...row, other];
          });
          const { before, after } = prose(made);
          const text = [
            ...[...before, headings[1], ...print(both), headings[2], ...print(table3(made))],
            ...[headings[3], ...print(table4(made)), ...after],
          ];
          const page = text.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('\n');
          expect(
            await wrong(print === html ? `<html><body>${page}</body></html>` : text.join('\n'), made),
            `seed ${seed}`,
          ).toEqual([]);
        }
      });
});
