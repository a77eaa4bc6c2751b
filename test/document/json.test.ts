/** A page inside of an interface's answer: read as the page, each place where it stands in the file. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';

const rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制'];
const page = `<p>本报告\n按条例编制。</p><table class="t" border="1"><tr><td colspan="2">信息内容</td></tr>${rows
  .map((row, at) => `<tr><td>${row}</td><td>${at + 10}&nbsp;</td></tr>`)
  .join('')}</table>`;
const answer = {
  code: 0,
  data: {
    title: '某局2023年政府信息公开工作年度报告',
    publishTime: '2024-01-20 10:00',
    other: ['x'],
    html: page,
    next: '下一篇',
  },
};
const plain = JSON.stringify(answer);
const forms: Readonly<Record<string, string>> = {
  plain,
  indented: JSON.stringify(answer, null, 2),
  'slashes escaped': plain.replaceAll('/', '\\/'),
  'brackets escaped': plain.replaceAll('<', '\\u003c').replaceAll('>', '\\u003E'),
  'ASCII alone': plain.replace(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
};
const read = (source: string) => openDocument('a.json', new TextEncoder().encode(source));

describe('a page in JSON', () => {
  for (const [name, source] of Object.entries(forms))
    it(name, async () => {
      const { blocks, text, format } = await read(source);
      expect([text, format]).toEqual([source, 'html']);
      expect(blocks.map((block) => block.cells.map((cell) => cell.text))).toEqual([
        ['某局2023年政府信息公开工作年度报告'],
        ['发布时间：2024-01-20 10:00'],
        ['本报告 按条例编制。'],
        ['信息内容'],
        ...rows.map((row, at) => [row, `${at + 10}`]),
      ]);
      for (const [at, block] of blocks.slice(4).entries()) {
        const { line, offset } = block.cells[1]!.place;
        expect(source.slice(offset, offset! + 2)).toBe(`${at + 10}`);
        expect(line).toBe(source.slice(0, offset).split('\n').length);
      }
    });

  it('other JSON stays text', async () => {
    for (const source of [JSON.stringify({ title: '某局', rows }), `${plain.slice(0, -3)}`, `{${page}}`])
      expect(
        (await read(source)).blocks.some((block) => block.text.includes('"code"') || block.text.includes('{')),
      ).toBe(true);
  });
});
