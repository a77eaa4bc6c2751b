/** Layouts of HTML pages that draw their tables with other elements than `<table>`. */
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
  prose,
  truth,
} from './layouts.ts';

type Print = (grid: Grid, width: number) => string;
const frameless = (body: string) => `<html><body>${body}</body></html>`;

const boxes =
  (print: Print, frame: (body: string) => string = frameless): Layout =>
  (made) => {
    const { before, after } = prose(made);
    const paragraph = (text: string) => `<div class="para">${text}</div>`;
    const table = (grid: Grid) => print(grid, dense(grid)[0]!.length);
    return {
      file: 'report.html',
      bytes: encode(
        frame(
          [
            ...[...before, headings[1]].map(paragraph),
            table(grid2(made)),
            paragraph(headings[2]),
            table([...head3, ...grid3(made)]),
            paragraph(headings[3]),
            table([...head4, ...grid4(made)]),
            ...after.map(paragraph),
          ].join('\n'),
        ),
      ),
      wanted: truth(made.rows),
    };
  };

/** Every field of the grid an element of its own, what spans cover an empty one. */
const full =
  (row: (cells: string, at: number) => string, cell: (text: string, at: number) => string, gap = ''): Print =>
  (grid) =>
    dense(grid)
      .map((cells, at) => row(cells.map(cell).join(gap), at))
      .join('\n');

/** An element for each cell, with what says how far it spans. */
const spanned =
  (row: (cells: string, at: number) => string, cell: (each: GridCell) => string): Print =>
  (grid) =>
    grid.map((cells, at) => row(cells.map(cell).join(''), at)).join('\n');

const area = ({ columns, rows }: GridCell) => `grid-column: span ${columns}; grid-row: span ${rows}`;

/** All cells beside each other in one element: a grid of CSS makes the rows. */
const flat =
  (open: (width: number) => string, style: (each: GridCell) => string): Print =>
  (grid, width) =>
    `${open(width)}${grid.flatMap((row) => row.map((each) => `<div style="${style(each)}">${each.text}</div>`)).join('')}</div>`;

const sheet = (body: string) =>
  `<html><head><style>.g4{display:grid;grid-template-columns:2fr repeat(3, 1fr)} .g10 { display: grid; grid-template-columns: repeat(10, 1fr); } .g15{grid-template-columns:repeat(15,1fr);display:grid}</style></head><body>${body}</body></html>`;

const chrome = (body: string) =>
  `<html><body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">3</a></li></ul></div>
<div class="list"><ul><li><span class="t">通知一</span><span class="n">12</span></li><li><span class="t">通知二</span><span class="n">3</span></li><li><span class="t">通知三</span><span class="n">45</span></li></ul></div>
<div class="page"><div class="inner">${body}</div></div>
<div class="pager"><span class="p">1</span><span class="p">2</span><span class="p">3</span></div></body></html>`;

export const boxLayouts: Readonly<Record<string, Layout>> = {
  divs: boxes(
    full(
      (cells) => `<div class="tr">${cells}</div>`,
      (text) => `<div class="td">${text}</div>`,
    ),
  ),
  divsInBox: boxes(
    (grid, width) =>
      `<div class="box">${full(
        (cells) => `<div class="tr">${cells}</div>`,
        (text) => `<div class="td">${text}</div>`,
      )(grid, width)}</div>`,
  ),
  oddAndEven: boxes(
    full(
      (cells, at) => `<div class="${at % 2 === 0 ? 'odd' : 'even'}">${cells}</div>`,
      (text) => `<div>${text || '&nbsp;'}</div>`,
    ),
  ),
  spansInStyle: boxes(
    spanned(
      (cells) => `<div class="row">${cells}</div>`,
      (each) => `<div class="cell" style="${area(each)}"><p>${each.text}</p></div>`,
    ),
  ),
  spansInAttributes: boxes(
    spanned(
      (cells) => `<div class="row"><div class="row-in">${cells}</div></div>`,
      ({ text, columns, rows }) => `<div class="c" colspan="${columns}" rowspan="${rows}">${text}</div>`,
    ),
  ),
  listItems: boxes(
    (grid, width) =>
      `<ul>${full(
        (cells) => `<li>${cells}</li>`,
        (text) => `<span class="c">${text}</span>`,
      )(grid, width)}</ul>`,
  ),
  openItems: boxes(
    (grid, width) =>
      `<ul>${full(
        (cells) => `<li>${cells}`,
        (text) => `<span class="c">${text}</span>`,
        ' ',
      )(grid, width)}</ul>`,
  ),
  inlineBlocks: boxes(
    full(
      (cells) => `<div>${cells}</div>`,
      (text) => `<span style="display:inline-block;width:80px">${text}</span>`,
      '\n',
    ),
  ),
  paragraphsOfSpans: boxes(
    full(
      (cells) => `<p>${cells}</p>`,
      (text) => `<span class="col">${text}</span>`,
    ),
  ),
  definitions: boxes(
    full(
      (cells) => `<dl>${cells}</dl>`,
      (text, at) => (at === 0 ? `<dt>${text}</dt>` : `<dd>${text}</dd>`),
    ),
  ),
  bootstrap: boxes(
    full(
      (cells) => `<div class="row no-gutters">${cells}</div>`,
      (text, at) => `<div class="col-md-${(at % 4) + 1} col-xs-2"><span>${text || '&nbsp;'}</span></div>`,
    ),
  ),
  gridOfSheet: boxes(
    flat((width) => `<div class="g${width}">`, area),
    sheet,
  ),
  gridInStyle: boxes(
    flat(
      (width) => `<div style="display:grid; grid-template-columns: repeat(${width}, minmax(20px, 1fr))">`,
      (each) => area(each),
    ),
  ),
  boxesInChrome: boxes(
    full(
      (cells) => `<div class="tr">${cells}</div>`,
      (text) => `<div class="td"><b>${text}</b></div>`,
    ),
    chrome,
  ),
};
