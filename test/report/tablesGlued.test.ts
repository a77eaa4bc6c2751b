/** Figures at their words, at each other, or with the names of their columns: every cell as it was made. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { gluedRows } from '../../src/report/table/glued.ts';
import { pairsOf } from '../../src/report/table/pairs.ts';
import { readTables } from '../../src/report/tables.ts';
import { random } from '../helpers/random.ts';
import { fill, type Made } from './tablesMade.ts';

type MadeRow = Made['rows'][number];
type Write = (label: string, row: MadeRow) => string[];

const unitOf = ({ row }: MadeRow, at: number) => row.cells[at]!.unit!.replace(/^金额.*/, '');
const plain = (name: string) => name.replace(/（单位：.*）/, '');
const namesOf = ({ row }: MadeRow) => row.cells.map(({ column }) => plain(column));
/** Each cell as `write` prints it, `-` where it is blank. */
const each = (made: MadeRow, write: (value: string, at: number) => string) =>
  made.cells.map((value, at) => (value === null ? '-' : write(`${value}`, at)));
const full = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const thousands = (text: string) => Number(text).toLocaleString('en');

const pairs =
  (colon: string, comma: string, end = '', unit = true): Write =>
  (label, made) => [
    `${label}：${each(made, (value, at) => value + (unit ? unitOf(made, at) : ''))
      .map((cell, at) => namesOf(made)[at] + colon + cell)
      .join(comma)}${end}`,
  ];

/** Lines in which each figure can be told from the next; blank cells are dashes. */
const lines: Readonly<Record<string, Write>> = {
  'pairs, glued': pairs('', '，', '；'),
  'pairs, parted by 、': pairs('', '、'),
  'pairs with colons': pairs('：', '；', '。'),
  'pairs with colons and spaces': pairs(': ', '  ', '', false),
  'pairs without units': pairs('', ',', '.', false),
  'pairs with 为': pairs('为', '，', '。'),
  'pairs with leaders': pairs('……', '，'),
  'pairs with rules': pairs('__', '，', '', false),
  'pairs in brackets': (label, made) => [
    `${label}（${each(made, (value, at) => value + unitOf(made, at))
      .map((cell, at) => namesOf(made)[at] + cell)
      .join('，')}）`,
  ],
  'figures in brackets': (label, made) => [
    `${label}：${each(made, (value, at) => value + unitOf(made, at))
      .map((cell, at) => `${namesOf(made)[at]}（${cell}）`)
      .join('、')}`,
  ],
  'pairs, thousands parted': (label, made) => [
    `${label}：${each(made, (value, at) => thousands(value) + unitOf(made, at))
      .map((cell, at) => namesOf(made)[at] + cell)
      .join('，')}`,
  ],
  'pairs, full width': (label, made) => [
    `${label}：${each(made, full)
      .map((cell, at) => namesOf(made)[at] + cell)
      .join('，')}`,
  ],
  'pairs backwards': (label, made) => [
    `${label}：${each(made, (value, at) => value + unitOf(made, at))
      .map((cell, at) => namesOf(made)[at] + cell)
      .reverse()
      .join('，')}`,
  ],
  'pairs under their label': (label, made) => [
    label,
    `${each(made, (value, at) => value + unitOf(made, at))
      .map((cell, at) => namesOf(made)[at] + cell)
      .join('，')}。`,
  ],
  'the first glued': (label, made) => [label + each(made, (value) => value).join(' ')],
  'the first glued, units': (label, made) => [label + each(made, (value, at) => value + unitOf(made, at)).join(' ')],
  'a colon before figures': (label, made) => [`${label}：${each(made, (value) => value).join(' ')}`],
  'figures parted by 、': (label, made) => [`${label}：${each(made, (value) => value).join('、')}`],
  'figures parted by commas': (label, made) => [`${label}：${each(made, (value) => value).join('，')}。`],
  'figures parted by bars': (label, made) => [`${label}：${each(made, (value) => value).join('；')}`],
  'units parted by spaces': (label, made) => [
    `${label} ${each(made, (value, at) => `${value} ${unitOf(made, at)}`).join('  ')}`,
  ],
  'leaders before each figure': (label, made) => [`${label}……${each(made, (value) => value).join('……')}`],
  'dots before each figure': (label, made) => [`${label}........${each(made, (value) => value).join('....')}`],
  'units in cells of their own': (label, made) => [
    `${label}\t${each(made, (value) => value)
      .map((cell, at) => `${cell}\t${unitOf(made, at)}`)
      .join('\t')}`,
  ],
  'units between pipes': (label, made) => [
    `| ${label} | ${each(made, (value) => value)
      .map((cell, at) => `${cell === '-' ? '' : cell} | ${unitOf(made, at)}`)
      .join(' | ')} |`,
  ],
};
const cut = (label: string, length: number) => label.match(new RegExp(`.{1,${length}}`, 'gu'))!;
/** Labels broken in the middle of words. */
const wrapped: Readonly<Record<string, Write>> = {
  'labels of seven characters a line': (label, made) => [...cut(label, 7), ...each(made, (value) => value)],
  'labels of nine, figures on one line': (label, made) => [...cut(label, 9), each(made, (value) => value).join(' ')],
  'a character a line': (label, made) => [...cut(label, 1), ...each(made, (value) => value)],
};
/** Only where no cell is blank. */
const withoutBlanks: Readonly<Record<string, Write>> = {
  ...wrapped,
  'glued by their units': (label, made) => [label + each(made, (value, at) => value + unitOf(made, at)).join('')],
  'glued by their units, a colon': (label, made) => [
    `${label}：${each(made, (value, at) => value + unitOf(made, at)).join('')}`,
  ],
  'bars between figures': (label, made) => [`${label} ${each(made, (value) => value).join('/')}`],
};

const blocks = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];

function printed(made: Made, write: Write): string {
  const out = ['示例县某某局2022年政府信息公开工作年度报告', '二、主动公开政府信息情况'];
  let group = '';
  let table = 2;
  for (const line of made.rows) {
    const [first, ...rest] = line.row.row.split('/');
    if (line.row.table !== table) {
      table = line.row.table;
      out.push(table === 3 ? '三、收到和处理政府信息公开申请情况' : '四、政府信息公开行政复议、行政诉讼情况');
      if (table === 3) out.push('申请人情况', '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计');
      if (table === 4) out.push(made.form === '2019' ? '（一）情况' : '如下：');
    }
    const label = rest.at(-1) ?? first!;
    const above = rest.length === 2 ? `${first}/${rest[0]}` : rest.length === 1 ? first! : '';
    if (line.row.table !== 4 && above !== group) {
      group = above;
      if (above !== '') out.push(...above.split('/').slice(line.row.table === 3 && above.includes('/') ? 1 : 0));
      if (line.row.table === 2) out.push(`信息内容 ${line.row.cells.map(({ column }) => column).join(' ')}`);
    }
    if (line.row.table === 4) {
      const at = made.rows.filter(({ row }) => row.table === 4).indexOf(line);
      if (at === 0 || out.at(-1) !== '') out.push('结果维持 结果纠正 其他结果 尚未审结 总计');
      out.push(...write(blocks[at]!, line), '');
    } else out.push(...write(label, line));
  }
  return [...out, '五、存在的主要问题及改进情况', '无。'].join('\n');
}

async function differences(made: Made, source: string): Promise<string[]> {
  const document = await openDocument('made.txt', new TextEncoder().encode(source));
  const { facts } = readTables(document, { year: made.form === '2019' ? 2020 : 2022 });
  const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
  return made.rows.flatMap(({ row, cells }) =>
    row.cells.flatMap((cell, at) => {
      const fact = read.get(keyOf(cell));
      const wanted = cells[at]!;
      const same = wanted === null ? fact?.state === 'blank' : fact?.certain && fact.value === wanted;
      return same ? [] : [`${keyOf(cell)}: ${wanted} → ${fact?.state} ${fact?.value} ${fact?.raw}`];
    }),
  );
}

describe('figures that nothing but words and units parts', () => {
  for (const [name, write] of Object.entries({ ...lines, ...withoutBlanks }))
    for (const form of ['2019', '2021'] as const)
      it(`${form}, ${name}`, async () => {
        for (let seed = 1; seed <= 4; seed += 1) {
          const made = fill(form, random(seed).next, name in lines && seed > 2 ? 0.2 : 0);
          expect(await differences(made, printed(made, write)), `seed ${seed}`).toEqual([]);
        }
      });
});

describe('what is no line of figures', () => {
  it('ends with rules of any length', () => {
    for (const rule of ['-', '.', '—', '_', '…', '|', '规章 ', '自然人：'])
      for (const end of ['x 3', '3x', ' 3-', '：'])
        for (const line of [`规章${rule.repeat(60)}${end}`, `自然人3件${rule.repeat(60)}${end}`])
          expect(() => [gluedRows(line), pairsOf(line)]).not.toThrow();
  });
});
