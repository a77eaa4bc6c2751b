/** Layouts of HTML pages: spans, nested tables, site chrome, one paragraph a cell. */
import {
  dense,
  encode,
  type Grid,
  type GridCell,
  grid2,
  grid3,
  grid4,
  head3,
  head4,
  headings,
  type Layout,
  type Made,
  prose,
  truth,
} from './layouts.ts';
import type { Random } from './random.ts';

type Print = (grid: Grid, table: 2 | 3 | 4, random: Random) => string;

const paragraph = (text: string) => `<p>${text}</p>`;

function page(
  made: Made,
  random: Random,
  print: Print,
  frame = (body: string) => `<html><body>${body}</body></html>`,
): string {
  const { before, after } = prose(made);
  return frame(
    [
      ...[...before, headings[1]].map(paragraph),
      print(grid2(made), 2, random),
      paragraph(headings[2]),
      print([...head3, ...grid3(made)], 3, random),
      paragraph(headings[3]),
      print([...head4, ...grid4(made)], 4, random),
      ...after.map(paragraph),
    ].join('\n'),
  );
}

const html =
  (print: Print, frame?: (body: string) => string): Layout =>
  (made, random) => ({
    file: 'report.html',
    bytes: encode(page(made, random, print, frame)),
    wanted: truth(made.rows),
  });

const attributes = ({ columns, rows }: GridCell) =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
const rowsOf = (grid: Grid, td: (each: GridCell) => string) =>
  `<table border="1"><tbody>${grid.map((row) => `<tr>${row.map(td).join('')}</tr>`).join('\n')}</tbody></table>`;

const spans: Print = (grid) =>
  rowsOf(grid, (each) => `<td${attributes(each)}><p align="center">${each.text || '&nbsp;'}</p></td>`);

/** Wrapped words, spans of text, comments and breaks inside of cells; on one giant line. */
const noisy: Print = (grid) =>
  `<table>${grid
    .map(
      (row) =>
        `<tr>${row.map((each) => `<td${attributes(each)}><!-- x --><span style="a">${broken(each)}</span><br/></td>`).join('')}</tr>`,
    )
    .join('')}</table>`;
const broken = ({ text, figure }: GridCell) =>
  figure || text.length < 9 ? text : `${text.slice(0, 4)}</span><span>${text.slice(4, 7)}<br>${text.slice(7)}`;

/** Value cells span two columns where their heads span one, or the other way round. */
const uneven: Print = (grid, table) =>
  rowsOf(grid, (each) => {
    const columns = each.figure && table !== 4 ? each.columns * 2 : each.columns;
    return `<td${attributes({ ...each, columns })}>${each.text}</td>`;
  });

/** No spans: a browser's editor wrote each covered cell as an empty one. */
const flat: Print = (grid) =>
  `<table>${dense(grid)
    .map((row) => `<tr>${row.map((each) => `<td>${each || '&nbsp;'}</td>`).join('')}</tr>`)
    .join('')}</table>`;

const oneParagraph: Print = (grid) =>
  grid.flatMap((row) => row.map((each) => paragraph(each.text || '&nbsp;'))).join('\n');

const divs: Print = (grid) =>
  dense(grid)
    .map((row) => `<div class="tr">${row.map((each) => `<div class="td">${each || '&nbsp;'}</div>`).join('')}</div>`)
    .join('\n');

const chrome = (body: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告_某县人民政府</title>
<script>var t = "<table><tr><td>规章</td><td>99</td></tr></table>"; if (1 < 2) { a = "</div>"; }</script>
<style>td > p { margin: 0 }</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li>今天是2025年3月4日 星期二</li></ul></div>
<table class="layout"><tr><td width="200"><ul><li>政府信息公开指南</li><li>政府信息公开年报</li></ul></td><td>
<table><tr><td>索引号</td><td>000014349/2021-00017</td><td>主题分类</td><td>综合政务</td></tr></table>
<table><tr><td>${body}</td></tr></table>
</td></tr></table><div class="share">分享到：<span>微信</span> <span>微博</span> 【打印】【关闭】 浏览：1204 次</div>
<div class="foot">版权所有：某县人民政府 宁ICP备05000001号 网站标识码6404250001</div></body></html>`;

/** Tables far down in tables that only arrange the page, with a stray one in front. */
const deep = (body: string) =>
  `<html><body>${'<table><tr><td>'.repeat(12)}${body}${'</td></tr></table>'.repeat(12)}</body></html>`;

export const markupLayouts: Readonly<Record<string, Layout>> = {
  htmlSpans: html(spans),
  htmlNoisy: html(noisy),
  htmlUneven: html(uneven),
  htmlFlat: html(flat),
  htmlChrome: html(spans, chrome),
  htmlDeep: html(noisy, deep),
};

/** A blank cell leaves no trace. */
export const blanklessMarkup: Readonly<Record<string, Layout>> = {
  htmlParagraphs: html(oneParagraph),
  htmlDivs: html(divs),
};
