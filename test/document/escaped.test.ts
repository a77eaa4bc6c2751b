/** Pages that print their own markup as text are read as what they would be, each place where it stands in the source. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';

const escaped = (markup: string): string =>
  markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const read = (source: string) => openDocument('a.html', new TextEncoder().encode(source));

const rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费'];
const table = `<table class="a"><tr><td colspan="2">信息内容</td></tr>${rows
  .map((row, at) => `<tr><td>${row}</td><td><p>&nbsp;${at + 10}&ldquo;</p></td></tr>`)
  .join('\n')}</table>`;
const page = (inner: string, box: string): string =>
  `<html><body><h1>某局2023年政府信息公开工作年度报告</h1>\n<${box} class="x">${inner}</${box}></body></html>`;

describe('markup printed as text', () => {
  for (const box of ['div', 'pre', 'textarea', 'td'])
    it(`is a table, in ${box}`, async () => {
      const source = page(escaped(table), box);
      const { blocks, text } = await read(source);
      expect(text).toBe(source);
      const cells = blocks.filter((block) => block.table !== null).map((block) => block.cells.map((cell) => cell.text));
      expect(cells).toEqual([['信息内容'], ...rows.map((row, at) => [row, `${at + 10}“`])]);
      for (const block of blocks)
        for (const { text: printed, place } of block.cells)
          expect(source.slice(place.offset, place.offset! + 40)).toContain(printed.replace('“', ''));
    });

  it('stays text where a page only speaks of markup', async () => {
    const { blocks } = await read(page('<p>写作&lt;td&gt;5&lt;/td&gt;，段落写作&lt;p&gt;。</p>', 'div'));
    expect(blocks.at(-1)!.text).toBe('写作<td>5</td>，段落写作<p>。');
    expect(blocks.every((block) => block.table === null)).toBe(true);
  });

  it('leaves words in angle brackets alone', async () => {
    const { blocks } = await read(page(escaped(`${table}<p>贯彻<条例>实施</p>`), 'div'));
    expect(blocks.at(-1)!.text).toBe('贯彻<条例>实施');
  });
});
