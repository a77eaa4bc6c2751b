import { describe, expect, it } from 'vitest';
import { open, rowsOf } from './opened.ts';

const html = (body: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>\n${body}\n</body></html>`;

describe('HTML', () => {
  it('expands spans to grid columns, each spanned cell once', async () => {
    const document = await open(
      'a.html',
      html(`<table><tr><td rowspan="3" colspan=2>申请</td><td>自然人</td><td colspan="2">法人</td></tr>
        <tr><td rowspan=2>1</td><td>企业</td><td>科研</td></tr><tr><td>2</td><td>&nbsp;</td></tr>
        <tr><td>一</td><td>二</td><td>3</td><td></td><td>5</td></tr></table>`),
    );
    expect(rowsOf(document)).toEqual([
      '0+2:申请 | 2:自然人 | 3+2:法人',
      '2:1 | 3:企业 | 4:科研',
      '3:2 | 4:',
      '0:一 | 1:二 | 2:3 | 3: | 4:5',
    ]);
  });
  it('gives each cell the source line of its own text', async () => {
    const source = html('<table><tr>\n<td>规章</td>\n<td>\n  <p>13</p>\n</td><td></td></tr></table>');
    const { blocks } = await open('a.html', source);
    const cells = blocks[0]!.cells;
    expect(cells.map((cell) => cell.place.line)).toEqual([3, 5, 6]);
    for (const { text, place } of cells) {
      expect(source.split('\n')[place.line! - 1]).toContain(text);
      expect(source.startsWith(text, place.offset)).toBe(true);
    }
  });
  it('joins the paragraphs of a cell, Chinese without a space, figures with one', async () => {
    const document = await open(
      'a.html',
      html('<table><tr><td><p>行政</p><p>规范性<br>文件</p></td><td>1<br>2</td></tr></table>'),
    );
    expect(rowsOf(document)).toEqual(['0:行政规范性文件 | 1:1 2']);
  });
  it('lets tables that only arrange the page give way', async () => {
    const text = '本报告依据条例编制。'.repeat(15);
    const document = await open(
      'a.html',
      html(`<table><tr><td>首页</td><td><h2>一、总体情况</h2><p>${text}</p>
        <table><tr><td>规章</td><td><table><tr><td>3</td></tr></table></td></tr></table><p>后</p></td></tr></table>`),
    );
    expect(document.blocks.map(({ text, table, heading }) => [text.slice(0, 6), table, heading])).toEqual([
      ['首页', null, null],
      ['一、总体情况', null, 2],
      [text.slice(0, 6), null, null],
      ['规章\t3', 1, null],
      ['后', null, null],
    ]);
  });
  it('reads nothing inside scripts, styles and the like, and declares no entities', async () => {
    const { blocks } = await open(
      'a.html',
      html(
        '<script>var a="<p>12345</p>";</script><style>p{}</style><noscript>no</noscript><!-- 注 --><p>申请&#49;&amp;2&lt;3件&unknown;</p><noscript>never closed',
      ),
    );
    expect(blocks.map((block) => block.text)).toEqual(['申请1&2<3件&unknown;', 'never closed']);
  });
  it('keeps site chrome in blocks of its own', async () => {
    const { blocks } = await open(
      'a.html',
      html('<div><ul><li>首页</li><li>政务公开</li></ul></div><p>一、总体情况</p>'),
    );
    expect(blocks.map((block) => block.text)).toEqual(['首页', '政务公开', '一、总体情况']);
  });
  it('reads rows whose end tags are missing, and stray end tags', async () => {
    const document = await open(
      'a.html',
      html('<div><table><tr><td>甲<td>1</div><tr><td>乙<td>2</table></td></tr><p>后</p>'),
    );
    expect(rowsOf(document)).toEqual(['0:甲 | 1:1', '0:乙 | 1:2']);
    expect(document.blocks.at(-1)!.table).toBeNull();
  });
  it('keeps the lines of preformatted text', async () => {
    const { blocks } = await open('a.html', html('<pre>一、总体情况\n正文</pre>'));
    expect(blocks.map(({ text, place }) => [text, place.line])).toEqual([
      ['一、总体情况', 2],
      ['正文', 3],
    ]);
  });

  const address = 'https://www.a.gov.cn/b/1.html';
  it.each([
    ['canonical', `<link rel="canonical" href="${address}">`],
    ['relative canonical', '<base href="https://www.a.gov.cn/b/"><link rel=canonical href="1.html">'],
    ['og:url', `<meta property="og:url" content="${address}">`],
    ['meta Url', `<meta name="Url" content="${address}">`],
    ['base', `<base href="${address}">`],
    ['saved page', `<!-- saved from url=(0033)${address} -->`],
  ])('takes the address from %s', async (_, head) => {
    const document = await open('a.html', html('<p>正文</p>', `<title> 报告 &amp; 表 </title>${head}`));
    expect(document.sourceUrl).toBe(address);
    expect(document.title).toBe('报告 & 表');
  });
  it('takes no address that is none', async () => {
    const head =
      '<base href="https://www.a.gov.cn/"><link rel=canonical href="javascript:alert(1)"><meta name=url content="#">';
    expect((await open('a.html', html('<p>正文</p>', head))).sourceUrl).toBeNull();
  });
  it('reads a GBK page and a fragment without a head', async () => {
    const { default: iconv } = await import('iconv-lite');
    const page = '<html><head><meta charset="gb2312"></head><body><p>政府信息公开工作年度报告</p></body></html>';
    expect((await open('a.html', iconv.encode(page, 'gbk'))).blocks[0]!.text).toBe('政府信息公开工作年度报告');
    expect((await open('a.txt', '<p>一、总体情况</p><p>正文</p>')).format).toBe('html');
  });
  it('leaves out what the page does not show, but not a long part, which a script may show', async () => {
    const hidden = '<div class="x" style="color:red; display: none"><div>隐藏</div><p>规章 9</p></div>';
    const texts = async (body: string) => (await open('a.html', html(body))).blocks.map((block) => block.text);
    expect(await texts(`<p>前</p>${hidden}<p>后</p><span style="display:none">无</span>`)).toEqual(['前', '后']);
    const cells = '<td>规章</td><td style="display:none">9</td><td>1</td><td hidden>8</td>';
    const table = `<table><tr>${cells}</tr><tr style="display:none"><td>许可</td><td>2</td></tr></table>`;
    const [row, ...rows] = (await open('a.html', html(table))).blocks;
    expect([row!.cells.map(({ text, column }) => `${column} ${text}`), rows]).toEqual([['0 规章', '1 1'], []]);
    const long = `<div style="display:none"><p>${'正文'.repeat(4_000)}</p></div>`;
    expect((await texts(`<p>前</p>${long}`)).length).toBe(2);
  });
  it('leaves out what is struck out', async () => {
    const cells = '<td>规章</td><td>5<del>12</del></td><td><s>7</s></td><td><strike>8</strike>9</td>';
    const document = await open('a.html', html(`<table><tr>${cells}</tr></table><p>收到<del>三</del>四件</p>`));
    expect(document.blocks.map(({ text }) => text)).toEqual(['规章\t5\t\t9', '收到四件']);
  });
  it('shows what stands in the text fields and lists of a table, where it is a figure', async () => {
    const cells = [
      '<textarea rows=1> 12 </textarea>',
      '<textarea>-</textarea>',
      '<textarea>说明</textarea>',
      '<select><option>5</option><option selected="selected">7</option></select>',
      '<select><option value=9>8</option></select>',
      '<select></select>',
    ];
    const page = html(
      `<select><option>3</option></select><table><tr><td>行政许可</td>${cells
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr></table>`,
    );
    const document = await open('a.html', page);
    expect(document.blocks.flatMap((block) => block.cells.map(({ text }) => text))).toEqual([
      '行政许可',
      '12',
      '-',
      '',
      '7',
      '8',
      '',
    ]);
  });
  it('reads what was filled into the controls of a table, and no search or button', async () => {
    const cell = (attributes: string) => `<td><input ${attributes}></td>`;
    const row = ['value="18"', 'type=number value=0', 'type="submit" value="9"', 'type=hidden value=7', 'value=搜索'];
    const page = html(`<input value="6"><table><tr><td>行政许可</td>${row.map(cell).join('')}</tr></table>`);
    expect((await open('a.html', page)).blocks.map(({ text }) => text)).toEqual(['行政许可\t18\t0\t\t\t']);
  });
  it('keeps the cells of preformatted lines, blank ones too, each at its place', async () => {
    const source = html('<pre>一、新收\t5\t\t<b>2</b>\n\t自然人\t\n正文</pre>');
    const { blocks } = await open('a.html', source);
    expect(blocks.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['一、新收', '5', '', '2'],
      ['', '自然人', ''],
      ['正文'],
    ]);
    expect(source.slice(blocks[0]!.cells[3]!.place.offset).startsWith('<b>2')).toBe(true);
  });
  it('drops characters that a page does not show', async () => {
    const page = html(
      '<table><tr><td>行政\u200b强制</td><td>1\ufeff6</td><td>&#8203;</td><td>2&shy;0\u2060</td></tr></table>',
    );
    expect((await open('a.html', page)).blocks[0]!.text).toBe('行政强制\t16\t\t20');
    expect((await open('a.txt', '行政\u200d强制\t1\ufeff6\t\u200e7')).blocks[0]!.text).toBe('行政强制\t16\t7');
  });
});
