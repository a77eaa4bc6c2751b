/** Documents read as reports, and what holds for any text. */
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
