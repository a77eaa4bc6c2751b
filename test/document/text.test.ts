import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open, rowsOf } from './opened.ts';

describe('plain text', () => {
  it('makes every line a block, counted from 1, empty ones too', async () => {
    const { blocks, format, text } = await open('a.txt', '一、总体情况\r\n\r\n正文。\n');
    expect(format).toBe('text');
    expect(text).toBe('一、总体情况\r\n\r\n正文。\n');
    expect(blocks.map(({ text, place }) => [place.line, text])).toEqual([
      [1, '一、总体情况'],
      [2, ''],
      [3, '正文。'],
      [4, ''],
    ]);
  });
  it('parts cells at tabs and keeps the blank ones', async () => {
    const { blocks } = await open('a.txt', '规章\t0\t\u00a0\t 3 \n');
    expect(blocks[0]!.cells.map(({ text, column }) => [column, text])).toEqual([
      [0, '规章'],
      [1, '0'],
      [2, ''],
      [3, '3'],
    ]);
    expect(blocks[0]!.table).toBeNull();
  });
  it('takes the quotes off cells, which may hold line ends, and counts their lines', async () => {
    const source = '"第二十条第（\n五）项"\t\t"0"\n他说"好"。\n"引文\n两行"\n\t"a ""b"""\t"未完\n规章\t1';
    const { blocks } = await open('a.txt', source);
    expect(blocks.map(({ place, cells }) => [place.line, ...cells.map(({ text }) => text)])).toEqual([
      [1, '第二十条第（五）项', '', '0'],
      [3, '他说"好"。'],
      [4, '"引文'],
      [5, '两行"'],
      [6, '', 'a "b"', '"未完'],
      [7, '规章', '1'],
    ]);
    for (const { cells } of blocks)
      for (const { place, text } of cells) expect(source.slice(place.offset!)).toContain(text.slice(0, 1));
  });
  it('parts lines at page breaks and lone carriage returns without counting them', async () => {
    const { blocks } = await open('a.txt', '甲\f乙\r丙\n丁');
    expect(blocks.map(({ text, place }) => [place.line, text])).toEqual([
      [1, '甲'],
      [1, '乙'],
      [1, '丙'],
      [2, '丁'],
    ]);
  });
  it('places every cell where its text stands', async () => {
    const part = fc.stringMatching(/^[一-龥0-9 \t]{0,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), async (lines) => {
        const source = `报告\n${lines.join('\n')}`;
        const { blocks, text } = await open('a.txt', source);
        expect(blocks.length).toBe(lines.length + 1);
        for (const { cells } of blocks) {
          for (const { text: printed, place } of cells) {
            expect(text.split('\n')[place.line! - 1]).toContain(printed);
            expect(text.slice(place.offset!).trimStart().startsWith(printed)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Markdown', () => {
  const source = [
    '# 某县 **2023** 年报告 #',
    '',
    '| 信息内容 | 制发 |  |',
    '|---|:--:|---|',
    '| 规章 | - | 3 |',
    '|||',
    '共公开[信息](http://a.cn/b)**5**条，见 a\\|b',
    '## 二、主动公开',
  ].join('\n');
  it('gives headings, rows and words without the markup, on their own lines', async () => {
    const document = await open('a.txt', source);
    expect(document.format).toBe('markdown');
    expect(document.blocks.filter((block) => block.heading).map(({ heading, text }) => [heading, text])).toEqual([
      [1, '某县 2023 年报告'],
      [2, '二、主动公开'],
    ]);
    expect(rowsOf(document)).toEqual(['0:信息内容 | 1:制发 | 2:', '0:规章 | 1:- | 2:3', '0: | 1:']);
    expect(document.blocks.filter((block) => block.table === 1).map((block) => block.place.line)).toEqual([3, 5, 6]);
    expect(document.blocks.find((block) => block.place.line === 7)!.text).toBe('共公开信息5条，见 a|b');
  });
  it('numbers tables that other lines part', async () => {
    const { blocks } = await open('a.md', '| a | b |\n|---|---|\n| 1 | 2 |\n\n文\n\n| c | d |\n|---|---|\n');
    expect(blocks.map((block) => block.table).filter(Boolean)).toEqual([1, 1, 2]);
  });
  it('reads a line of one pipe as a row of one empty cell', async () => {
    const { blocks } = await open('a.md', '# 报告\n| 规章 | 1 |\n|---|---|\n|');
    expect(blocks.at(-1)!.cells.map(({ text }) => text)).toEqual(['']);
  });
  it('survives hundreds of pipes with nothing between', async () => {
    const { blocks } = await open('a.md', `${'|'.repeat(900)}\n`);
    expect(blocks[0]!.cells.length).toBe(899);
  });
});
