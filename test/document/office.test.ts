import { describe, expect, it } from 'vitest';
import { compound, doc } from '../helpers/doc.ts';
import { docx, paragraph, wordTable, xlsx, zip } from '../helpers/office.ts';
import { codeOf, open, rowsOf } from './opened.ts';

const styles = '<w:styles><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles>';
const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>';

describe('DOCX', () => {
  it('reads paragraphs whose tabs part cells as rows, blank cells too; a tab or two are space', async () => {
    const tab = '</w:t><w:tab/><w:t>';
    const lines = [
      `一、${tab}总体情况`,
      `规章${tab}5${tab}${tab}7`,
      `${tab}${tab}自然人${tab}${tab}2${tab}`,
      `概述${tab}……${tab}3`,
    ];
    const document = await open(
      'a.docx',
      docx(lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')),
    );
    expect(document.blocks.map(({ cells }) => cells.map(({ text, column }) => `${column} ${text}`))).toEqual([
      ['0 一、 总体情况'],
      ['0 规章', '1 5', '2 ', '3 7'],
      ['0 ', '1 ', '2 自然人', '3 ', '4 2', '5 '],
      ['0 概述 …… 3'],
    ]);
  });
  it('reads paragraphs, headings and tables in order, with places in words', async () => {
    const body =
      paragraph('一、总体情况', '<w:pStyle w:val="a1"/>') +
      wordTable([
        [{ text: '申请', span: 2, merge: 'restart' }, '自然人', '总计'],
        [{ text: '', span: 2, merge: 'continue' }, '1', ''],
        ['规章', { text: ['规范性', '文件'] }, '3', '-'],
      ]) +
      paragraph('后文');
    const document = await open('a.docx', docx(body, { 'word/styles.xml': styles }));
    expect(rowsOf(document)).toEqual(['0+2:申请 | 2:自然人 | 3:总计', '2:1 | 3:', '0:规章 | 1:规范性文件 | 2:3 | 3:-']);
    expect(document.blocks.map(({ place, heading }) => [place.label, heading])).toEqual([
      ['paragraph 1', 1],
      ['table 1, row 1', null],
      ['table 1, row 2', null],
      ['table 1, row 3', null],
      ['paragraph 2', null],
    ]);
    expect(document.text.split('\n')).toEqual(document.blocks.map((block) => block.text));
    expect(document.blocks[0]!.place.line).toBeNull();
  });
  it('prints automatic numbers', async () => {
    const item = (text: string, level: number) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`);
    const body = item('总体情况', 0) + item('主动公开', 1) + item('依申请公开', 1) + item('问题', 0) + item('其他', 1);
    const { blocks } = await open('a.docx', docx(body, { 'word/numbering.xml': numbering }));
    expect(blocks.map((block) => block.text)).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '二、问题',
      '（一）其他',
    ]);
  });
  it('leaves out what was deleted and field codes', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新收5</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:t>件</w:t></w:r></w:p>';
    expect((await open('a.docx', docx(body))).blocks.map((block) => block.text)).toEqual(['新收5件']);
  });
  it('expands no entities that a file declares', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${docx('').length}`;
    const document = await open(
      'a.docx',
      docx(`${paragraph('正文')}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`, { 'word/x.xml': bomb }),
    );
    expect(document.text.length).toBeLessThan(20);
  });
});

describe('DOC', () => {
  const row = (cells: string[], borders: number[], continued: number[] = []) => ({ cells, borders, continued });
  it('reads paragraphs, headings and tables with their true columns', async () => {
    const bytes = doc([
      '盐池县科学技术局2023年报告',
      { heading: 1, text: '一、总体情况' },
      {
        rows: [
          row(['第二十条'], [0, 4000]),
          row(['规章', '0', '', '3'], [0, 1000, 2000, 3000, 4000]),
          row(['', '9', '8'], [0, 1000, 3020, 4000], [0]),
        ],
      },
      '后文',
    ]);
    const document = await open('a.doc', bytes);
    expect(document.format).toBe('doc');
    expect(rowsOf(document)).toEqual(['0+4:第二十条', '0:规章 | 1:0 | 2: | 3:3', '1+2:9 | 3:8']);
    expect(document.blocks.map((block) => block.heading)).toEqual([null, 1, null, null, null, null]);
    expect(document.blocks.at(-1)!.place.label).toBe('paragraph 3');
  });
  it('tells passwords and other formats in the same container apart', async () => {
    expect(await codeOf('a.doc', doc(['文'], 0x0300))).toBe('input.encrypted');
    expect(await codeOf('a.docx', compound({ EncryptedPackage: new Uint8Array(5000) }))).toBe('input.encrypted');
    expect(await codeOf('a.xls', compound({ Workbook: new Uint8Array(5000) }))).toBe('input.format');
  });
});

describe('sheets', () => {
  it('reads XLSX rows with merged cells and gaps', async () => {
    const document = await open(
      'a.xlsx',
      xlsx([['项目', '', '数量'], [], ['规章', '', 3], ['许可', '件&次', 25.1]], ['A1:B1']),
    );
    expect(rowsOf(document)).toEqual(['0+2:项目 | 2:数量', '0:规章 | 1: | 2:3', '0:许可 | 1:件&次 | 2:25.1']);
    expect(document.blocks[1]!.place.label).toBe('table 1, row 3');
  });
  it('reads CSV with quoted cells on their own lines', async () => {
    const document = await open('a.csv', '项目,"数,量",备注\r\n规章,1,"说""明\n二"\r\n许可,,3');
    expect(rowsOf(document)).toEqual(['0:项目 | 1:数,量 | 2:备注', '0:规章 | 1:1 | 2:说"明二', '0:许可 | 1: | 2:3']);
    expect(document.blocks.map((block) => block.place.line)).toEqual([1, 2, 4]);
  });
  it('reads CSV cells that were written as texts', async () => {
    const document = await open('a.csv', '项目,本年,上年\n规章,="4","=""31"""\n许可,="",=A1\n');
    expect(document.blocks.map(({ text }) => text)).toEqual(['项目\t本年\t上年', '规章\t4\t31', '许可\t\t=A1']);
  });
  it('leaves out how a text is pronounced', async () => {
    const text = '<r><t>行政</t></r><r><t>许可</t></r><rPh sb="0" eb="1"><t>xíng</t></rPh>';
    const bytes = zip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is>${text}</is></c><c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
      'xl/sharedStrings.xml': `<sst><si>${text}</si></sst>`,
    });
    expect((await open('a.xlsx', bytes)).blocks[0]!.text).toBe('行政许可\t行政许可');
  });
  it('shows numbers as a spreadsheet does', async () => {
    const document = await open('a.xlsx', xlsx([['收费', 12.3 + 5e-16 * 4, 0.1 + 0.2, 123456789012345]]));
    expect(document.blocks[0]!.text).toBe('收费\t12.3\t0.3\t123456789012345');
  });
});

describe('what an office file hides', () => {
  it('is no part of the sheet: rows and columns', async () => {
    const row = (at: number, cells: string, attributes = '') => `<row r="${at}"${attributes}>${cells}</row>`;
    const value = (at: string, number: number) => `<c r="${at}"><v>${number}</v></c>`;
    const sheet = [
      '<worksheet><cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/></cols><sheetData>',
      row(1, value('A1', 1) + value('B1', 2) + value('C1', 3) + value('D1', 4)),
      row(2, value('A2', 5), ' hidden="1"'),
      row(3, value('A3', 6) + value('D3', 7), ' hidden="0"'),
      '</sheetData></worksheet>',
    ].join('');
    const bytes = zip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': sheet,
    });
    const { blocks } = await open('a.xlsx', bytes);
    expect(blocks.map(({ cells }) => cells.map(({ text }) => text).filter((text) => text !== ''))).toEqual([
      ['1', '4'],
      ['6', '7'],
    ]);
  });
  it('is no part of the text: runs', async () => {
    const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('公开')}${run('隐藏 9', '<w:vanish/>')}${run('划去 3', '<w:strike/>')}${run('信息', '<w:vanish w:val="0"/>')}</w:p>`;
    expect((await open('a.docx', docx(body))).blocks.map(({ text }) => text)).toEqual(['公开信息']);
  });
});
