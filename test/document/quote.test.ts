import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { longestQuote, quote } from '../../src/document/quote.ts';
import { docx, paragraph, wordTable } from '../helpers/office.ts';
import { open } from './opened.ts';

const everyCell = (document: Document) => document.blocks.flatMap((block) => block.cells);

describe('quote', () => {
  it('gives the row with its tabs where it is short', async () => {
    const document = await open('a.txt', '报告\n规章\t0\t\t3\n');
    expect(quote(document, document.blocks[1]!.cells[3]!.place, '3')).toBe('规章\t0\t\t3');
  });
  it('gives the sentence around what is wanted where the line is long', async () => {
    const filler = '甲乙丙丁'.repeat(100);
    const document = await open('a.txt', `${filler}。全年受理申请 5 件，均已答复。${filler}。`);
    const found = quote(document, { line: 1, page: null, label: null }, '受理申请5件');
    expect(found).toBe('全年受理申请 5 件，均已答复。');
  });
  it('finds the right one of many equal figures on a giant line', async () => {
    const document = await open(
      'a.html',
      `<table><tr>${Array.from({ length: 50 }, (_, at) => `<td>0</td><td>第${at}项</td>`).join('')}</tr></table>`,
    );
    const cells = everyCell(document);
    for (const { text, place } of cells) expect(quote(document, place, text)).toBe(text);
  });
  it('is verbatim where tags and entities stand inside', async () => {
    const source = '<p>全年<b>受理</b>申请&nbsp;<span>5</span>件。</p>';
    const document = await open('a.html', source);
    expect(source).toContain(quote(document, document.blocks[0]!.place, '受理申请 5件'));
    expect(quote(document, document.blocks[0]!.place, '申请 5件')).toBe('申请&nbsp;<span>5</span>件。');
  });
  it('is verbatim in Markdown', async () => {
    const source = '共公开**5**条，见[此处](http://a.cn)\n| 规章 | **13** |\n|--|--|\n';
    const document = await open('a.md', source);
    expect(quote(document, document.blocks[0]!.place, '公开5条')).toBe('共公开**5**条，见[此处](http://a.cn)');
    expect(quote(document, document.blocks[1]!.cells[1]!.place, '13')).toBe('| 规章 | **13** |');
  });
  it('takes the line of the extracted text where there are no lines', async () => {
    const document = await open('a.docx', docx(paragraph('报告') + wordTable([['规章', '1', '2']])));
    expect(quote(document, document.blocks[1]!.cells[2]!.place, '2')).toBe('规章\t1\t2');
    expect(quote(document, { line: null, page: null, label: 'table 1, row 1' }, '2')).toBe('规章\t1\t2');
    expect(quote(document, { line: null, page: null, label: 'table 9, row 1' }, '2')).toBe('');
  });
  it('is always a bounded part of its line', async () => {
    const piece = fc.constantFrom(
      '0',
      '第一项',
      '。',
      '\t',
      ' ',
      '<b>',
      '</b>',
      '&nbsp;',
      '\n',
      '|',
      '申请'.repeat(60),
      '😀',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('a.txt', 'a.html', 'a.md'),
        async (pieces, file) => {
          const document = await open(file, `报告${pieces.join('')}<p>`);
          const lines = document.text.split('\n');
          for (const { text, place } of everyCell(document)) {
            const found = quote(document, place, text.slice(0, 20));
            expect(lines[place.line! - 1]).toContain(found);
            expect(found.length).toBeLessThanOrEqual(longestQuote + 40);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
