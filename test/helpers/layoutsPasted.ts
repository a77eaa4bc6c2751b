/** Tables as spreadsheets leave them behind: what is hidden stays in the file, cells are quoted, columns are too many. */
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
  textOf,
  truth,
} from './layouts.ts';
import type { Random } from './random.ts';

const td = ({ columns, rows, text, figure }: GridCell, random: Random) => {
  const spans = `${columns > 1 ? ` colspan=${columns}` : ''}${rows > 1 ? ` rowspan=${rows}` : ''}`;
  const words =
    figure || text.length < 7 || random.next() < 0.5 ? text : `${text.slice(0, 4)}<br>\r\n  ${text.slice(4)}`;
  return `<td class=xl65${figure ? ' align=right x:num' : ''}${spans} style='border-left:none'>${words || '&nbsp;'}</td>`;
};

/** Cells and rows that are not displayed, by style or attribute, before, between and behind those that are. */
const hiddenCells = [
  "<td style='display:none;mso-hide:all' x:num>0</td>",
  '<td hidden>7</td>',
  '<th style="width:0;display : none">12</th>',
];
function sheet(grid: Grid, random: Random): string {
  const width = dense(grid)[0]!.length;
  const rows = grid.flatMap((row) => {
    const cells = row.map((each) => td(each, random));
    if (random.next() < 0.3) cells.splice(random.whole(0, cells.length), 0, random.pick(hiddenCells));
    const shown = `<tr height=19 style='height:14.25pt'>${cells.join('\n')}</tr>`;
    const hidden = `<tr style='display:none'>${row.map((each) => td({ ...each, rows: 1, text: each.figure ? '88' : each.text }, random)).join('')}</tr>`;
    return random.next() < 0.1 && row.every(({ rows }) => rows === 1) ? [hidden, shown] : [shown];
  });
  const columns = `<colgroup>${'<col width=72 style="width:54pt">'.repeat(width)}</colgroup>`;
  const ruler = `<![if supportMisalignedColumns]><tr height=0 style='display:none'>${'<td width=72></td>'.repeat(width)}</tr><![endif]>`;
  return `<table border=0 x:str>${columns}<thead></thead><tbody>${rows.join('\n')}${ruler}</tbody></table>`;
}

const pastedSheet: Layout = (made: Made, random) => {
  const { before, after } = prose(made);
  const lines = (texts: readonly string[]) => texts.map((each) => `<p>${each}</p>`);
  const body = [
    ...lines([...before, headings[1]]),
    sheet(grid2(made), random),
    ...lines([headings[2]]),
    // Rows that are hidden inside of a group's span would shorten it: a sheet hides none there.
    sheet([...head3, ...grid3(made)], random),
    ...lines([headings[3]]),
    sheet([...head4, ...grid4(made)], random),
    ...lines(after),
  ];
  return {
    file: 'report.html',
    bytes: encode(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${body.join('\n')}</body></html>`),
    wanted: truth(made.rows),
  };
};

/** A cell in quotes: where it was typed over two lines always, else now and then. */
function quoted(text: string, random: Random): string {
  const isLong = text.length > 7 && !/[—/-]/.test(text) && random.next() < 0.4;
  const lines = isLong ? `${text.slice(0, 5)}\n${text.slice(5)}` : text;
  return isLong || (text !== '' && random.next() < 0.2) ? `"${lines.replaceAll('"', '""')}"` : lines;
}

const quotedText =
  (file: string): Layout =>
  (made, random) => ({
    file,
    bytes: encode(
      textOf(made, (grid) => dense(grid).map((row) => row.map((each) => quoted(each, random)).join('\t')), []),
    ),
    wanted: truth(made.rows),
  });

/** One column more than the table has, and blank in every row; or three. */
const trailing =
  (columns: number): Layout =>
  (made) => ({
    file: 'report.txt',
    bytes: encode(textOf(made, (grid) => dense(grid).map((row) => row.join('\t') + '\t'.repeat(columns)))),
    wanted: truth(made.rows),
  });

export const pastedLayouts: Readonly<Record<string, Layout>> = {
  pastedSheet,
  tsv: quotedText('report.tsv'),
  quotedTabs: quotedText('report.txt'),
  trailingColumn: trailing(1),
  trailingColumns: trailing(3),
};
