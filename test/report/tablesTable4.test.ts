/** Table 4 in every shape: one row of fifteen, three tables, transposed, pairs of label and figure. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import { dense, type Grid, grid2, grid3, head3, head4, headings, makeReport, prose } from '../helpers/layouts.ts';
import { random } from '../helpers/random.ts';

type Part = string | readonly (readonly string[])[];
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const official = ['行政复议', '未经复议直接起诉', '复议后起诉'];

const tables =
  (names: readonly string[], heads = outcomes) =>
  (fives: readonly string[][]): Part[] =>
    names.flatMap((name, at) => [name, [heads, fives[at]!]]);

const shapes: Readonly<Record<string, (fives: readonly string[][]) => Part[]>> = {
  'one row': (fives) => [[...dense(head4), fives.flat()]],
  'a bare row': (fives) => [[fives.flat()]],
  'three tables': tables(official),
  'three tables, numbered': tables([
    '（一）行政复议',
    '（二）行政诉讼（未经复议直接起诉）',
    '（三）行政诉讼（复议后起诉）',
  ]),
  'three tables, in other words': tables([
    '1.行政复议情况',
    '2.未经复议直接提起行政诉讼情况',
    '3.经复议后提起行政诉讼情况',
  ]),
  'three tables, short heads': tables(official, ['维持', '纠正', '其他', '未审结', '合计']),
  'a row for each': (fives) => [[['类别', ...outcomes], ...fives.map((five, at) => [official[at]!, ...five])]],
  'a row for each, worded': (fives) => [
    [
      ['案件类型', ...outcomes],
      ...fives.map((five, at) => [
        ['行政复议案件', '未经复议直接提起行政诉讼', '行政诉讼（复议后起诉）'][at]!,
        ...five,
      ]),
    ],
  ],
  transposed: (fives) => [
    [['办理结果', ...official], ...outcomes.map((outcome, at) => [outcome, ...fives.map((five) => five[at]!)])],
  ],
  'transposed, two heads': (fives) => [
    [
      ['办理结果', '行政复议', '行政诉讼', ''],
      ['', '', '未经复议直接起诉', '复议后起诉'],
      ...outcomes.map((outcome, at) => [outcome, ...fives.map((five) => five[at]!)]),
    ],
  ],
  'transposed, the total first': (fives) => [
    [['项目', ...official], ...[4, 0, 1, 2, 3].map((at) => [outcomes[at]!, ...fives.map((five) => five[at]!)])],
  ],
  pairs: (fives) => [
    fives.flatMap((five, block) => five.map((value, at) => [at === 0 ? official[block]! : '', outcomes[at]!, value])),
  ],
  'pairs under headings': (fives) =>
    fives.flatMap((five, block) => [official[block]!, five.map((value, at) => [outcomes[at]!, value])]),
  'pairs in a row': (fives) =>
    fives.map((five, block) => [[official[block]!, ...five.flatMap((value, at) => [outcomes[at]!, value])]]),
  'five and ten': (fives) => [
    [['行政复议', '', '', '', ''], outcomes, fives[0]!],
    [
      ['行政诉讼', '', '', '', '', '', '', '', '', ''],
      ['未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
      [...outcomes, ...outcomes],
      [...fives[1]!, ...fives[2]!],
    ],
  ],
};

const prints: Readonly<Record<string, (part: Part) => string[]>> = {
  tabs: (part) => (typeof part === 'string' ? [part] : part.map((row) => row.join('\t'))),
  pipes: (part) =>
    typeof part === 'string'
      ? [part]
      : [
          '',
          ...part.map((row) => `| ${row.join(' | ')} |`).toSpliced(1, 0, `|${part[0]!.map(() => ' --- |').join('')}`),
          '',
        ],
  html: (part) =>
    typeof part === 'string'
      ? [`<p>${part}</p>`]
      : [`<table>${part.map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`).join('')}</table>`],
  lines: (part) => (typeof part === 'string' ? [part] : part.flat().filter((each) => each !== '')),
  spaces: (part) =>
    typeof part === 'string' ? [part] : part.map((row) => row.filter((each) => each !== '').join(' ')),
};

const tabs = (grid: Grid) => dense(grid).map((row) => row.join('\t'));

describe('table 4', () => {
  for (const [shape, partsOf] of Object.entries(shapes))
    for (const [how, print] of Object.entries(prints))
      it(`${shape}, ${how}`, async () => {
        const keepsBlanks = how !== 'lines' && how !== 'spaces';
        for (let seed = 1; seed <= 6; seed += 1) {
          const blanks = keepsBlanks && seed % 2 === 0 ? 0.3 : 0;
          const made = makeReport(random(seed * 31), { form: '2021', blanks, blank: seed % 4 === 0 ? '—' : '' });
          const own = made.rows.filter(({ row }) => row.table === 4);
          const parts = partsOf(own.map(({ cells }) => cells.map(({ text }) => text)));
          const { before, after } = prose(made);
          const isHtml = how === 'html';
          const body = [
            ...before,
            headings[1],
            ...(isHtml ? [] : tabs(grid2(made))),
            headings[2],
            ...(isHtml ? [] : tabs([...head3, ...grid3(made)])),
            headings[3],
          ];
          const lines = isHtml ? body.map((line) => `<p>${line}</p>`) : body;
          const text = [...lines, ...parts.flatMap(print), ...(isHtml ? after.map((line) => `<p>${line}</p>`) : after)];
          const source = isHtml ? `<html><body>${text.join('\n')}</body></html>` : text.join('\n');
          const document = await openDocument('made', new TextEncoder().encode(source));
          const { facts } = readTables(document, { year: made.year });
          const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
          const wrong = own.flatMap(({ row, cells }) =>
            row.cells.flatMap((each, at) => {
              const fact = read.get(keyOf(each));
              const same = fact?.value === cells[at]!.value && fact.certain;
              return same ? [] : [`${keyOf(each)}: ${cells[at]!.value} → ${fact?.state} ${fact?.value}`];
            }),
          );
          expect(wrong, `seed ${seed}\n${parts.flatMap(print).join('\n')}`).toEqual([]);
        }
      });

  it('fewer rows than blocks are named: nothing is certain', async () => {
    const source = [
      '四、行政复议、行政诉讼情况',
      ...official,
      ...outcomes,
      '1 2 0 0 3',
      '0 1 0 0 1',
      '五、存在的主要问题及改进情况',
    ];
    const document = await openDocument('made.txt', new TextEncoder().encode(source.join('\n')));
    const { facts } = readTables(document, { year: 2022 });
    expect(facts.filter(({ value, certain }) => value !== null && certain)).toEqual([]);
  });
});
