/** Documents read as reports, and what is none; and what holds for any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readReport } from '../../src/report/read.ts';
import { Report } from '../../src/report/report.ts';
import { readSections } from '../../src/report/sections.ts';
import { readStatements } from '../../src/report/statements.ts';
import { documentOf, shipped } from '../helpers/documents.ts';

const lexicon = loadLexicon();
const codeOf = async (text: string) => {
  const document = await documentOf(text);
  try {
    readReport(document, lexicon);
    return null;
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error);
  }
};

describe('the five reports', () => {
  it.each(['000', '001', '002', '003', '004'])('%s has the shape of the contract', async (number) => {
    const { report } = readReport(await shipped(number), lexicon);
    expect(Report.parse(report)).toEqual(report);
    for (const { text, paragraphs } of report.sections)
      expect(paragraphs.map((each) => each.text).join('\n')).toBe(text);
  });

  it('say which sections are missing', async () => {
    const missing = async (number: string) =>
      readReport(await shipped(number), lexicon)
        .anomalies.filter(({ code }) => code === 'layout.missingSection')
        .map(({ details }) => details.section);
    expect(await missing('000')).toEqual([]);
    expect(await missing('001')).toEqual([6]);
    expect(await missing('004')).toEqual([4]);
  });
});

describe('what is no report', () => {
  it.each([
    ['news', '我市召开政务公开工作会议\n\n1月5日，我市召开政务公开工作会议，会议要求各单位认真做好主动公开工作。\n'],
    [
      'a budget',
      '某县民政局2020年部门预算\n\n一、基本情况\n\n部门职责。\n\n二、收支预算\n\n收入100万元。\n\n三、其他事项\n\n无。\n',
    ],
    [
      'another annual report',
      '某县2020年法治政府建设年度报告\n\n一、主要工作\n\n做了工作。\n\n二、存在问题\n\n有问题。\n\n三、下一步打算\n\n继续努力。\n',
    ],
    ['a notice', '关于做好2020年政府信息公开工作年度报告编制工作的通知\n\n各单位：请于1月31日前发布年度报告。\n'],
    [
      'a guide',
      '某县医疗保障局政府信息公开指南\n\n为方便公众获取政府信息，编制本指南。\n\n一、主动公开\n\n（一）公开范围：行政许可、行政处罚等信息。\n\n二、依申请公开\n\n收到申请之日起20个工作日内答复。\n\n三、不予公开的情形\n\n国家秘密等。\n\n四、监督和救济：可依法申请行政复议或者提起行政诉讼。\n',
    ],
    [
      'an assessment of reports',
      '某市2022年度政务公开第三方评估报告\n\n一、总体情况\n\n2022年各单位主动公开情况良好，依申请公开答复及时。\n\n二、主要问题\n\n发布不及时。\n',
    ],
    ['prose', '床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n'],
  ])('%s', async (_, text) => expect(await codeOf(text)).toBe('report.none'));

  const form = (title: string, tail = '') =>
    `${title}\n\n一、总体情况\n\n（包括主动公开、依申请公开等内容）\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t\t\n行政规范性文件\t\t\t\n\n五、存在的主要问题及改进情况\n${tail}`;
  it.each([
    '××局20××年政府信息公开工作年度报告',
    '（单位名称）____年政府信息公开工作年度报告',
    '附件：政府信息公开工作年度报告模板',
  ])('is a form that nobody filled in: %s', async (title) => expect(await codeOf(form(title))).toBe('report.unfilled'));
  it('but a report with nothing in its tables is a report', async () =>
    expect(await codeOf(form('华池县林业局2022年政府信息公开工作年度报告', '\n更新不及时。\n'))).toBeNull());

  it('but free-form and partial reports are reports', async () => {
    expect(
      await codeOf(
        '某县民政局2012年政府信息公开工作年度报告\n\n一、概述\n\n好。\n\n二、主动公开政府信息情况\n\n公开10条。\n\n三、依申请公开情况\n\n没有收到申请。\n',
      ),
    ).toBeNull();
    expect(
      await codeOf(
        '某县民政局2010年政府信息公开工作年度报告\n\n2010年，我局主动公开信息10条，没有收到依申请公开的申请，没有发生行政复议。\n',
      ),
    ).toBeNull();
  });
});

const pieces = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
  '（一）主要问题',
  '第二十条第（一）项',
  '规章\t0\t0\t0',
  '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
  '四、结转下年度继续办理',
  '某县民政局2020年政府信息公开工作年度报告',
  '某县民政局',
  '2021年1月29日',
  '全年公开信息 12 条，其中网站 5 条、微信',
  '公众号 7 条。',
  '未收到政府信息公开申请。',
  '',
  ' ',
  '0',
  '- 3 -',
  '\u0000\ud800',
  '《'.repeat(30),
];
const anyText = fc.oneof(
  fc
    .array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 40 })),
      { maxLength: 40 },
    )
    .map((lines) => lines.join('\n')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(' ')),
);

describe('of any text', () => {
  it('sections never overlap, paragraphs make up their text, and quotes stand on their lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        fc.pre(text.trim() !== '');
        const document = await documentOf(text).catch(() => null);
        fc.pre(document !== null);
        const read = readSections(document!);
        const lines = document!.text.split('\n');
        let last = 0;
        for (const section of read.sections) {
          expect(section.text).toBe(section.paragraphs.map((each) => each.text).join('\n'));
          const [from, to] = section.lines!;
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          last = to;
          let line = from;
          for (const paragraph of section.paragraphs) {
            expect(paragraph.lines![0]).toBeGreaterThanOrEqual(line);
            line = paragraph.lines![1];
          }
        }
        if (!read.free) {
          const numbers = read.sections.map(({ number }) => number!);
          expect(numbers).toEqual([...new Set(numbers)].sort());
        }
        for (const { line, quote } of readStatements(document!, read)) expect(lines[line! - 1]).toContain(quote);
      }),
      { numRuns: 300 },
    );
  });

  it('reading ends in a report or in report.none', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        fc.pre(text.trim() !== '');
        const document = await documentOf(text).catch(() => null);
        fc.pre(document !== null);
        try {
          readReport(document!, lexicon);
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('long and repetitive lines are read in bounded time', async () => {
    for (const unit of [
      '一、总体情况 ',
      '1件',
      '（',
      '《',
      '未收到',
      '0954-7012-',
      '市',
      '2020年',
      '彭阳县',
      '第',
      '一、',
      ',1',
      '地址：',
      '、 ',
      '2 0 2 0 ',
    ]) {
      const document = await documentOf(unit.repeat(Math.ceil(60_000 / unit.length)));
      const sections = readSections(document);
      readStatements(document, sections);
      try {
        readReport(document, lexicon);
      } catch (error) {
        expect(error).toBeInstanceOf(CodedError);
      }
    }
  });
});
