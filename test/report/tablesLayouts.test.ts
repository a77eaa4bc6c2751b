/** Made reports in many layouts: every cell as it was made. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import type { Fact } from '../../src/report/report.ts';
import { readTables } from '../../src/report/tables.ts';
import { random } from '../helpers/random.ts';
import { fill, gridLayouts, gridlessLayouts, type Made } from './tablesMade.ts';

async function readText(source: string, year: number | null = 2022) {
  const document = await openDocument(
    source.startsWith('<html') ? 'made.html' : 'made.txt',
    new TextEncoder().encode(source),
  );
  return readTables(document, { year });
}

/** Cells that differ from what was made: "measure: made → read". */
function differences(made: Made, facts: readonly Fact[]): string[] {
  const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const wrong: string[] = [];
  for (const { row, cells } of made.rows)
    for (const [at, cell] of row.cells.entries()) {
      const fact = read.get(keyOf(cell));
      const wanted = cells[at]!;
      const same =
        wanted === null ? fact?.state === 'blank' : fact?.state === 'stated' && fact.value === wanted && fact.certain;
      if (!same) wrong.push(`${keyOf(cell)}: ${wanted} → ${fact?.state} ${fact?.value} ${fact?.raw}`);
    }
  return wrong;
}

describe('layouts', () => {
  for (const form of ['2019', '2021'] as const)
    for (const [name, layout] of Object.entries({ ...gridLayouts, ...gridlessLayouts }))
      it(`${form}, ${name}: every cell, the form and its order`, async () => {
        for (let seed = 1; seed <= 12; seed += 1) {
          const { next } = random(seed);
          const blanks = name in gridLayouts && seed % 2 === 0 ? 0.25 : 0;
          const made = fill(form, next, blanks);
          const result = await readText(layout(made, next));
          expect(differences(made, result.facts), `seed ${seed}`).toEqual([]);
          expect(result.form).toBe(form);
          expect(result.facts).toHaveLength(form === '2019' ? 198 : 200);
        }
      });
});

describe('damage', () => {
  const made = () => fill('2021', random(5).next);
  const printed = (name: string) => gridLayouts[name]!(made(), random(5).next);
  const fact = (facts: readonly Fact[], key: string) => facts.find((each) => keyOf(each) === key)!;

  it('lost columns: the first value is 自然人, the last 总计, what stands between is nobody’s', async () => {
    const source = printed('tabs').replace(
      /^(一、.*\t)(\d+)\t(\d+)\t(\d+)\t(\d+)\t(\d+)\t(\d+)\t(\d+)/m,
      '$17\t1\t0\t2\t0\t10',
    );
    const { facts, anomalies } = await readText(source);
    expect(fact(facts, 'applications.received/natural')).toMatchObject({
      value: 7,
      state: 'stated',
      certain: true,
      raw: '7',
    });
    expect(fact(facts, 'applications.received/total')).toMatchObject({ value: 10, certain: true });
    for (const applicant of ['business', 'research', 'publicInterest', 'legalService', 'otherOrganization'])
      expect(fact(facts, `applications.received/${applicant}`)).toMatchObject({
        value: null,
        state: 'stated',
        certain: false,
        raw: '1 0 2 0',
      });
    expect(anomalies.map((each) => each.code)).toContain('layout.lostColumns');
  });

  it('a row that is not printed is missing, and its neighbours keep their values', async () => {
    for (const layout of ['tabs', 'html', 'pipes']) {
      const source = printed(layout)
        .split('\n')
        .filter((line) => !line.includes('2.重复申请'))
        .join('\n');
      const { facts } = await readText(source);
      const kept = { ...made(), rows: made().rows.filter(({ row }) => !row.row.includes('2.重复申请')) };
      expect(differences(kept, facts), layout).toEqual([]);
      expect(fact(facts, 'applications.unprocessed.repeated/natural')).toMatchObject({
        state: 'missing',
        value: null,
        line: null,
      });
    }
  });

  it('a 2021 report with a single row （六）: its seven cells come last, the three sub-rows are missing', async () => {
    const lines = printed('tabs')
      .split('\n')
      .filter((line) => !/申请人逾期未按|3\.其他/.test(line));
    const single = lines
      .map((line) => (line.includes('逾期不补正') ? '\t（六）其他处理\t\t3\t0\t0\t0\t0\t1\t4' : line))
      .join('\n');
    const { facts, form } = await readText(single);
    expect(form).toBe('2021');
    expect(facts).toHaveLength(207);
    expect(facts.slice(200).map((each) => [each.measure, each.value])).toEqual(
      [3, 0, 0, 0, 0, 1, 4].map((value) => ['applications.other', value]),
    );
    expect(
      facts.filter((each) => each.measure.startsWith('applications.other.')).every((each) => each.state === 'missing'),
    ).toBe(true);
  });

  it('blocks of both forms in one table 2: each follows its own head', async () => {
    const source = [
      '二、主动公开政府信息情况',
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t1\t2\t3',
      '行政规范性文件\t4\t5\t6',
      '第二十条第（五）项\t\t\t',
      '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
      '行政许可\t10\t-2\t30',
      '其他对外管理服务事项\t7\t增8\t9',
      '第二十条第（六）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政处罚\t1,234\t\t',
      '行政强制\t１２件\t\t',
      '第二十条第（八）项\t\t\t',
      '信息内容\t本年收费金额（单位：万元）\t\t',
      '行政事业性收费\t251000元\t\t',
    ].join('\n');
    const { facts, form } = await readText(source, 2021);
    expect(form).toBe('2021');
    const values = facts.filter((each) => each.table === 2).map((each) => `${each.measure} ${each.value}`);
    expect(values).toEqual([
      ...[
        'rules.issued 1',
        'rules.repealed 2',
        'rules.inForce 3',
        'normative.issued 4',
        'normative.repealed 5',
        'normative.inForce 6',
      ],
      ...['licensing.itemsPrior 10', 'licensing.itemsChange -2', 'licensing.decisions 30'],
      ...['otherServices.itemsPrior 7', 'otherServices.itemsChange 8', 'otherServices.decisions 9'],
      ...['penalties.decisions 1234', 'coercion.decisions 12', 'fees.amount 25.1'],
    ]);
    expect(fact(facts, 'fees.amount')).toMatchObject({ unit: '万元', raw: '251000元' });
  });

  it('采购总金额 keeps its printed unit, or has none', async () => {
    const source = (amount: string) =>
      [
        '第二十条第（九）项',
        '信息内容\t采购项目数量\t采购总金额',
        `政府集中采购\t6\t${amount}`,
        '规章\t0\t0\t0',
        '规范性文件\t0\t0\t0',
      ].join('\n');
    const amount = async (printed: string) => fact((await readText(source(printed), 2019)).facts, 'procurement.amount');
    expect(await amount('1276.5534万元')).toMatchObject({ value: 1276.5534, unit: '万元' });
    expect(await amount('251000元')).toMatchObject({ value: 251000, unit: '元' });
    expect(await amount('12')).toMatchObject({ value: 12, unit: null });
    expect(await amount('/')).toMatchObject({ value: null, state: 'blank', raw: '/', unit: null });
  });

  it('two years stacked in table 4: the report’s year, else the last', async () => {
    const row = (year: number, value: number) => `${year}年\t${Array<number>(15).fill(value).join('\t')}`;
    const lines = printed('tabs').split('\n');
    const at = lines.findIndex((line) => /^\d+(\t\d+){14}/.test(line));
    const source = [...lines.slice(0, at), row(2021, 1), row(2022, 2), ...lines.slice(at + 1)].join('\n');
    const values = async (year: number | null) =>
      (await readText(source, year)).facts.filter((each) => each.table === 4).map((each) => each.value);
    expect(await values(2021)).toEqual(Array(15).fill(1));
    expect(await values(2022)).toEqual(Array(15).fill(2));
    expect(await values(null)).toEqual(Array(15).fill(2));
  });

  it('no tables: free up to 2018, null cells where the sections of the form stand', async () => {
    expect((await readText('一、概述\n2012年公开信息120条。', 2012)).form).toBe('free');
    const headings = '一、总体情况\n无。\n五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。';
    expect((await readText(headings, 2022)).form).toBe('2021');
    expect((await readText(headings, 2016)).form).toBe('free');
    const own = '一、概述\n无。\n二、依申请公开政府信息办理情况\n无。\n三、其他需要报告的事项\n无。';
    expect((await readText(own, 2021)).form).toBe('free');
    expect((await readText('一、概述\n2012年公开信息120条。', 2012)).facts).toEqual([]);
    const pictures = await readText('二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、其他', 2022);
    expect(pictures.form).toBe('2021');
    expect(pictures.facts.every((each) => each.state === 'missing')).toBe(true);
    expect(pictures.anomalies.map((each) => each.code)).toEqual(Array(3).fill('layout.missingTable'));
  });
});
