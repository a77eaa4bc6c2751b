/** Ways in which tables lose their shape on pages: drawn with characters, wrapped, unmerged, or with nothing in their cells. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import type { Fact } from '../../src/report/report.ts';
import { place } from '../../src/report/table/columns.ts';
import { makeRow } from '../../src/report/table/row.ts';
import { learn } from '../../src/report/table/siblings.ts';
import { contentOf } from '../../src/report/table/value.ts';
import { readTables } from '../../src/report/tables.ts';

const read = async (text: string, name = 'report.txt') =>
  readTables(await openDocument(name, new TextEncoder().encode(text)), { year: 2023 });

/** A row's cells: `_` blank, `x` missing, `?` uncertain. */
const row = (facts: readonly Fact[], measure: string) =>
  facts
    .filter((fact) => fact.measure === measure)
    .map((fact) => (!fact.certain ? '?' : fact.state === 'stated' ? fact.value : fact.state === 'blank' ? '_' : 'x'))
    .join(' ');

const head3 = '自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他';
const table3 = (rows: readonly string[], between = '\t') =>
  [
    '三、收到和处理政府信息公开申请情况',
    head3,
    ...rows.map((label, at) => [label, `${at}`, '0', '0', '0', '0', '0', `${at}`].join(between)),
  ].join('\n');
const labels2021 = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '1.属于国家秘密',
  '2.重复申请',
  '（七）总计',
  '四、结转下年度继续办理',
];

describe('tables between drawn lines', () => {
  it('are read as grids, and the lines are no text', async () => {
    const { facts } = await read(
      [
        '二、主动公开政府信息情况',
        '┌────────┬──────┬──────┬──────┐',
        '│信息内容│本年制发件数│本年废止件数│现行有效件数│',
        '├────────┼──────┼──────┼──────┤',
        '│规章    │1     │      │3     │',
        '│行政规范性文件│4 │5     │6     │',
        '└────────┴──────┴──────┴──────┘',
      ].join('\n'),
    );
    expect([row(facts, 'rules.issued'), row(facts, 'rules.repealed'), row(facts, 'rules.inForce')]).toEqual([
      '1',
      '_',
      '3',
    ]);
    expect(row(facts, 'normative.inForce')).toBe('6');
  });
});

describe('labels broken over rows of a grid', () => {
  it('keep the figures of their first row, also where the rest reads like a label of its own', async () => {
    const { facts, anomalies } = await read(
      table3([...labels2021.slice(0, 4)]) +
        '\n1.申请人无正当理\t3\t1\t0\t0\t0\t0\t4\n由逾期不补正、行\t\t\t\t\t\t\t\n政机关不再处理其\t\t\t\t\t\t\t\n政府信息公开申请\t\t\t\t\t\t\t\n3.其他\t2\t0\t0\t0\t0\t0\t2',
    );
    expect(row(facts, 'applications.other.notCorrected')).toBe('3 1 0 0 0 0 4');
    expect(row(facts, 'applications.other.else')).toBe('2 0 0 0 0 0 2');
    expect(anomalies.map((each) => each.code)).toContain('layout.splitLabel');
  });
});

describe('labels that the form does not have', () => {
  const form = ['5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'];
  const codesWith = async (label: string) => {
    const labels = [
      ...labels2021.slice(0, 4),
      ...form.map((each) => (each.startsWith('7.') ? label : each)),
      '（七）总计',
    ];
    return (await read(table3(labels))).anomalies.map(({ code }) => code);
  };
  it.each(['7.属于其他情形', '7.涉及商业秘密的', '7.法律规定的例外'])('%s is unknown', async (label) => {
    expect(await codesWith(label)).toContain('layout.unknownLabel');
  });
  it.each(['7.属于行政执法案卷', '7.行政执法案卷', '7.属于行政执法', '7.属于行政执法案卷信息'])(
    '%s is known',
    async (label) => {
      expect(await codesWith(label)).not.toContain('layout.unknownLabel');
    },
  );
});

describe('merged cells that came apart', () => {
  const block = (item: string, head: string, line: string) => `第二十条第（${item}）项\n信息内容\t${head}\n${line}`;
  it('are one cell where the head repeats its words, too', async () => {
    const { facts } = await read(
      [
        block('五', '上一年项目数量\t本年增/减\t处理决定数量', '行政许可\t7\t7\t7'),
        block('八', '上一年项目数量\t本年增/减\t本年增/减', '行政事业性收费\t4\t3\t3'),
        block('九', '采购项目数量\t采购总金额\t采购总金额', '政府集中采购\t0\t85.03万元\t85.03万元'),
      ].join('\n'),
    );
    expect([row(facts, 'licensing.itemsPrior'), row(facts, 'licensing.decisions')]).toEqual(['7', '7']);
    expect([row(facts, 'fees.itemsPrior'), row(facts, 'fees.itemsChange')].join(' ')).toMatch(/^4 /);
    expect(facts.filter((fact) => fact.measure.startsWith('fees.')).map((fact) => fact.value)).toEqual([4, 3]);
    expect(row(facts, 'procurement.amount')).toBe('85.03');
  });
  it('under a single column are that column, and different figures stay undecided', async () => {
    const same = await read(
      block('五', '本年处理决定数量\t本年处理决定数量\t本年处理决定数量', '行政许可\t15\t15\t15\n') +
        table3(labels2021),
    );
    expect(row(same.facts, 'licensing.decisions')).toBe('15');
    const other = await read(block('五', '本年处理决定数量', '行政许可\t15\t16\t15\n') + table3(labels2021));
    expect(row(other.facts, 'licensing.decisions')).toBe('?');
  });
});

describe('letters for digits', () => {
  it('are read in cells of figures, with the print kept', async () => {
    const { facts } = await read(
      table3(labels2021).replace('二、上年结转政府信息公开申请数量\t1\t0', '二、上年结转政府信息公开申请数量\t1O\tO'),
    );
    expect(row(facts, 'applications.carriedOver')).toBe('10 0 0 0 0 0 1');
    expect(facts.find((fact) => fact.measure === 'applications.carriedOver')?.raw).toBe('1O');
  });
});

describe('the rows under （六）', () => {
  it('are not made out of a notice of fees in the text', async () => {
    const rows = [...labels2021.slice(0, 5), '（六）其他处理', ...labels2021.slice(5)];
    const { facts } = await read(
      `${table3(rows, ' ')}\n六、其他需要报告的事项\n本年度发出收费通知3件，收取信息处理费\n50元。`,
    );
    expect(row(facts, 'applications.other')).toBe('5 0 0 0 0 0 5');
    expect(row(facts, 'applications.other.else')).toMatch(/^(?:x ?){7}$|^$/);
  });
});

describe('rows of which only the label is printed', () => {
  it('are blank, not missing; what is not printed at all is missing', async () => {
    const { facts } = await read(table3(labels2021, ' ').replace('1.属于国家秘密 3 0 0 0 0 0 3', '1.属于国家秘密'));
    expect(row(facts, 'applications.refused.stateSecret')).toBe('_ _ _ _ _ _ _');
    expect(row(facts, 'applications.refused.thirdParty')).toBe('x x x x x x x');
  });
  it('leave lines of their own where a blank cell is a blank line', async () => {
    const line = (label: string, at: number) =>
      at === 1 ? [label, '', '', '', '', '', '', ''] : [label, '2', '0', '', '', '0', '0', '2'];
    const { facts } = await read(
      ['三、收到和处理政府信息公开申请情况', '自然人', '总计', ...labels2021.flatMap(line), '五、存在的主要问题'].join(
        '\n',
      ),
    );
    expect(row(facts, 'applications.carriedOver')).toBe('_ _ _ _ _ _ _');
    expect(row(facts, 'applications.received')).toBe('2 0 _ _ 0 0 2');
  });
});

describe('rows that are shorter or longer than the form', () => {
  const extended = (label: string, cells: string) => `${table3(labels2021.slice(0, 4))}\n${label}\t${cells}`;
  it('have no certain 自然人 where a blank cell stands before what is left of them', async () => {
    const { facts } = await read(extended('2.重复申请', '\t3\t\t3'));
    expect(row(facts, 'applications.unprocessed.repeated')).toBe('? ? ? ? ? ? ?');
  });
  it('keep their figures where words stand behind them, and a row of zeros where a page number does', async () => {
    const { facts } = await read(
      `${extended('2.重复申请', '0\t0\t0\t0\t0\t0\t0\t含撤回1件')}\n3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\t5\n4.无正当理由大量反复申请\t2\t0\t0\t0\t0\t0\t0\t5`,
    );
    expect(row(facts, 'applications.unprocessed.repeated')).toBe('0 0 0 0 0 0 0');
    expect(row(facts, 'applications.unprocessed.publication')).toBe('0 0 0 0 0 0 0');
    expect(row(facts, 'applications.unprocessed.excessive')).toBe('? ? ? ? ? ? ?');
  });
});

describe('words in the place of figures', () => {
  it('are blank cells, and move no figure', async () => {
    const { facts } = await read(
      `${table3(labels2021.slice(0, 4))}\n2.重复申请\t不适用\t3\t0\t0\t0\t0\t3\n3.要求提供公开出版物\t零\t2\t零\t零\t零\t零\t2`,
    );
    expect(row(facts, 'applications.unprocessed.repeated')).toBe('_ 3 0 0 0 0 3');
    expect(row(facts, 'applications.unprocessed.publication')).toBe('0 2 0 0 0 0 2');
  });
});

describe('columns that are a cell each', () => {
  const cellOf = (lines: readonly string[]) => `<td>${lines.join('<br>')}</td>`;
  const columns = (of: (column: number) => readonly string[]) =>
    `<p>三、收到和处理政府信息公开申请情况</p><table><tr>${['项目', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map((name) => `<td>${name}</td>`).join('')}</tr><tr>${cellOf(labels2021)}${[0, 1, 2, 3, 4, 5, 6].map((column) => cellOf(of(column))).join('')}</tr></table>`;
  const value = (at: number, column: number) => (column === 0 || column === 6 ? `${at + 1}` : '0');
  it('are read line by line', async () => {
    const { facts } = await read(
      columns((column) => labels2021.map((_, at) => value(at, column))),
      'a.html',
    );
    expect(row(facts, 'applications.received')).toBe('1 0 0 0 0 0 1');
    expect(row(facts, 'applications.unprocessed.repeated')).toBe('5 0 0 0 0 0 5');
  });
  it('are not read where one of them is shorter', async () => {
    const { facts } = await read(
      columns((column) => labels2021.slice(column === 3 ? 1 : 0).map((_, at) => value(at, column))),
      'a.html',
    );
    expect(facts.filter(({ table, certain, value: figure }) => table === 3 && certain && figure !== null)).toEqual([]);
  });
});

describe('labels torn from their figures', () => {
  const figures = labels2021.map((_, at) => `${at} 0 0 0 0 0 ${at}`);
  const torn = (lines: readonly string[]) => read(['三、收到和处理政府信息公开申请情况', head3, ...lines].join('\n'));
  it('are joined where as many rows of figures follow', async () => {
    const { facts } = await torn([...labels2021, ...figures]);
    expect(row(facts, 'applications.unprocessed.repeated')).toBe('4 0 0 0 0 0 4');
    expect(row(facts, 'applications.carriedForward')).toBe('6 0 0 0 0 0 6');
  });
  it('are not where a row of figures is left over, or a label', async () => {
    for (const lines of [
      [...labels2021, ...figures.slice(1)],
      [...labels2021.slice(1), ...figures],
    ]) {
      const { facts } = await torn(lines);
      expect(facts.filter(({ certain, value, table }) => table === 3 && certain && value !== null)).toEqual([]);
    }
  });
  it('are not where the figures stand above them', async () => {
    const { facts } = await torn(labels2021.flatMap((label, at) => [figures[at]!, label]));
    expect(['4 0 0 0 0 0 4', '? ? ? ? ? ? ?', 'x x x x x x x']).toContain(
      row(facts, 'applications.unprocessed.repeated'),
    );
  });
});

describe('columns of a page', () => {
  const rowOf = (cells: Readonly<Record<number, string>>) =>
    makeRow(
      [],
      Object.entries(cells).map(([column, text]) => ({
        text,
        content: contentOf(text),
        place: { line: null, page: 1, label: null },
        column: Number(column),
        span: 1,
        block: 0,
      })),
      true,
    );
  const whole = rowOf({ 1: '8', 2: '1', 3: '0', 5: '2', 7: '0', 8: '4', 9: '15' });
  const placed = (rows: readonly ReturnType<typeof rowOf>[], cells: Readonly<Record<number, string>>) => {
    const placement = place(rowOf(cells), 7, learn([...rows, rowOf(cells)], 7, true));
    return placement.kind === 'placed' ? placement.cells.map((cell) => cell?.text ?? '_').join(' ') : placement.kind;
  };
  it('are those of a whole row that adds up, whatever false ones stand between', () => {
    expect(placed([whole], { 1: '3', 7: '1', 9: '4' })).toBe('3 _ _ _ 1 _ 4');
    expect(placed([whole], { 5: '0', 8: '0' })).toBe('_ _ _ 0 _ 0 _');
  });
  it('are not known where a figure stands in a false one', () =>
    expect(placed([whole], { 1: '3', 4: '1', 9: '4' })).toBe('unclear'));
});

describe('one cell a line with blank lines for blank cells', () => {
  it('ends with table 3 where the head of table 4 begins: its 总计 is no row', async () => {
    const cells = (figures: readonly string[]) => figures.join('\n');
    const blank = ['', '', '', '', '', '', ''];
    const one = ['1', '', '', '', '', '', '1'];
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const { facts } = await read(
      [
        '三、收到和处理政府信息公开申请情况',
        '',
        '自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他',
        `一、本年新收政府信息公开申请数量\n${cells(one)}`,
        `二、上年结转政府信息公开申请数量\n${cells(blank)}`,
        `三、本年度办理结果\n（一）予以公开\n${cells(one)}`,
        `（五）不予处理\n5.要求行政机关确认或重新出具已获取信息\n${cells(blank)}`,
        `（六）其他处理\n1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n${cells(blank)}`,
        `2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n${cells(blank)}`,
        `3.其他\n${cells(blank)}`,
        `（七）总计\n${cells(one)}`,
        `四、结转下年度继续办理\n${cells(blank)}`,
        '',
        '四、政府信息公开行政复议、行政诉讼情况',
        '',
        `行政复议\n行政诉讼\n${cells(outcomes)}\n未经复议直接起诉\n复议后起诉\n${cells([...outcomes, ...outcomes])}`,
        cells(['', '', '', '', '', '', '', '1', '', '1', '', '', '', '', '']),
      ].join('\n'),
    );
    expect(facts.find(({ measure }) => measure === 'applications.handled')?.line).toBeLessThan(90);
    for (const measure of [
      'applications.other.notCorrected',
      'applications.other.feeUnpaid',
      'applications.other.else',
    ])
      expect(facts.filter((fact) => fact.measure === measure && fact.value !== null)).toEqual([]);
  });
});

describe('comma-separated rows in a text', () => {
  const rows = (figures: string) =>
    [
      '三、收到和处理政府信息公开申请情况',
      '自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计',
      `一、本年新收政府信息公开申请数量,${figures}`,
      `二、上年结转政府信息公开申请数量,0,0,0,0,0,0,0`,
      `三、本年度办理结果,（一）予以公开,${figures}`,
      `三、本年度办理结果,（三）不予公开,1.属于国家秘密,0,0,0,0,0,0,0`,
      `三、本年度办理结果,（七）总计,${figures}`,
      `四、结转下年度继续办理,0,0,0,0,0,0,0`,
    ].join('\n');
  it('are cells', async () => {
    const { facts } = await read(rows('2,0,1,0,0,0,3'));
    expect(row(facts, 'applications.received')).toBe('2 0 1 0 0 0 3');
    expect(row(facts, 'applications.refused.stateSecret')).toBe('0 0 0 0 0 0 0');
  });
  it('keep their blank cells: the first figure is not the first column', async () => {
    const { facts } = await read(rows(',,1,,,,1'));
    expect(row(facts, 'applications.received')).not.toMatch(/^1/);
  });
  it('are no sentences, and no grouped digits', async () => {
    const { facts } = await read(
      '二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可 1,234,567',
    );
    expect(row(facts, 'licensing.decisions')).toBe('1234567');
  });
});

describe('blank cells that leave no trace', () => {
  const labels = [
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '（一）予以公开',
    '1.属于国家秘密',
    '2.重复申请',
    '3.要求提供公开出版物',
    '（七）总计',
    '四、结转下年度继续办理',
  ];
  const text = (rows: Readonly<Record<number, string>>, tail = '') =>
    `三、收到和处理政府信息公开申请情况\n${head3}\n${labels.map((label, at) => (rows[at] ? `${label}\t${rows[at]}` : label)).join('\n')}\n${tail}`;
  it('leave open whose the first figure is', async () => {
    const { facts } = await read(text({ 0: '1\t1', 2: '1\t1', 6: '1\t1' }));
    expect(row(facts, 'applications.received')).toBe('? ? ? ? ? ? 1');
    expect(row(facts, 'applications.handled')).toBe('? ? ? ? ? ? 1');
  });
  it('do so where no row is without a figure, but their lengths differ and no zero is printed', async () => {
    const every = ['3\t1\t1\t5', '1\t1', '2\t1\t3', '1\t1', '1\t1', '1\t1', '2\t1\t1\t4', '1\t1'];
    const { facts } = await read(text({ ...every }));
    expect(row(facts, 'applications.received')).toBe('? ? ? ? ? ? 5');
  });
  it('but a document that lost columns lost them in all rows: its first figure is 自然人', async () => {
    const { facts } = await read(text({ ...labels.map((_, at) => `${at}\t0\t0\t0\t${at}`) }));
    expect(row(facts, 'applications.received')).toBe('0 ? ? ? ? ? 0');
    expect(row(facts, 'applications.disclosed')).toBe('2 ? ? ? ? ? 2');
  });
  it('do not lend the figures of table 4 to the last row', async () => {
    const outcomes = '结果维持\n结果纠正\n其他结果\n尚未审结\n总计';
    const { facts } = await read(
      text(
        { 0: '5\t5', 2: '5\t5', 6: '5\t5' },
        `\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\n行政诉讼\n${outcomes}\n未经复议直接起诉\n复议后起诉\n${outcomes}\n${outcomes}\n1\n1\n2\n1\n1\n1\n1\n`,
      ),
    );
    expect(facts.filter(({ measure, value }) => measure === 'applications.carriedForward' && value !== null)).toEqual(
      [],
    );
  });
});
