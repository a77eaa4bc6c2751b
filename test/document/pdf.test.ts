import { describe, expect, it } from 'vitest';
import { type PdfPage, pdf, ruledTable, type Word } from '../helpers/pdf.ts';
import { open, rowsOf } from './opened.ts';

const title: Word = { text: '某县2023年政府信息公开工作年度报告', x: 120, y: 790, size: 16 };
const xs = [60, 180, 280, 380, 500];
const withTitle = (page: PdfPage): PdfPage => ({ ...page, words: [title, ...(page.words ?? [])] });

describe('PDF', () => {
  it('rebuilds a ruled table: spans, blanks, cells of several lines', async () => {
    const rows = [
      ['第二十条第（一）项', null, null, null],
      ['信息内容', '制发件数', '废止件数', '现行有效'],
      ['规章', '0', '', '3'],
      ['行政规范\n性文件', '12', '-', '30'],
    ];
    const document = await open('a.pdf', pdf([withTitle(ruledTable(rows, xs, 700))]));
    expect(rowsOf(document)).toEqual([
      '0+4:第二十条第（一）项',
      '0:信息内容 | 1:制发件数 | 2:废止件数 | 3:现行有效',
      '0:规章 | 1:0 | 2: | 3:3',
      '0:行政规范性文件 | 1:12 | 2:- | 3:30',
    ]);
    expect(document.blocks[0]!.text).toBe('某县2023年政府信息公开工作年度报告');
    expect(document.blocks.every((block) => block.place.page === 1 && block.place.line === null)).toBe(true);
    expect(document.text.split('\n')).toEqual(document.blocks.map((block) => block.text));
  });
  it('goes on with a table over the end of a page, and drops page numbers', async () => {
    const number = (text: string): Word => ({ text, x: 290, y: 30 });
    const first = ruledTable([['规章', '1', '2', '3']], xs, 200);
    const second = ruledTable([['许可', '4', '5', '6']], xs, 780);
    const pages = [
      withTitle({ ...first, words: [...first.words!, number('- 1 -')] }),
      { ...second, words: [...second.words!, number('— 2 —')] },
    ];
    const { blocks } = await open('a.pdf', pdf(pages));
    expect(blocks.map(({ table, place, text }) => [table, place.page, text.split('\t')[0]])).toEqual([
      [null, 1, '某县2023年政府信息公开工作年度报告'],
      [1, 1, '规章'],
      [1, 2, '许可'],
    ]);
  });
  it('reads a row whose border is missing at the end of a page', async () => {
    const page = ruledTable(
      [
        ['规章', '1', '2', '3'],
        ['许可', '4', '5', '6'],
      ],
      xs,
      700,
    );
    const document = await open(
      'a.pdf',
      pdf([
        withTitle({ ...page, lines: page.lines!.slice(0, -1).filter(([, y1, , y2]) => !(y1 === y2 && y1 === 660)) }),
      ]),
    );
    expect(rowsOf(document)).toEqual(['0:规章 | 1:1 | 2:2 | 3:3', '0:许可 | 1:4 | 2:5 | 3:6']);
  });
  it('finds the columns of a table without ruling lines', async () => {
    const rows = [
      ['', '自然人', '商业企业', '科研机构', '总计'],
      ['一、本年新收', '1', '', '0', '1'],
      ['二、上年结转', '0', '0', '', '0'],
      ['三、予以公开（长标', '10', '20', '5', '35'],
    ];
    const words = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 60 + column * 100, y: 700 - 20 * at })),
    );
    const wrapped = { text: '题）', x: 60, y: 633 };
    const document = await open(
      'a.pdf',
      pdf([
        {
          words: [
            title,
            { text: '三、收到和处理政府信息公开申请情况', x: 60, y: 730, size: 12 },
            ...words.filter((word) => word.text),
            wrapped,
          ],
        },
      ]),
    );
    expect(rowsOf(document)).toEqual([
      '0: | 1:自然人 | 2:商业企业 | 3:科研机构 | 4:总计',
      '0:一、本年新收 | 1:1 | 2: | 3:0 | 4:1',
      '0:二、上年结转 | 1:0 | 2:0 | 3: | 4:0',
      '0:三、予以公开（长标题） | 1:10 | 2:20 | 3:5 | 4:35',
    ]);
    expect(document.blocks[1]!.table).toBeNull();
  });
  it('puts the few figures of a mostly blank table under its narrow head, on the next page too', async () => {
    const at = (column: number) => 220 + column * 40;
    const head = ['自然人', '商业企', '科研机', '社会公', '法律服', '其他', '总计'].map((text, column) => ({
      text,
      x: at(column) + (text.length === 2 ? 5 : 0),
      y: 700,
    }));
    const rest = ['业', '构', '益组织', '务机构'].map((text, column) => ({ text, x: at(column + 1), y: 687 }));
    const label = (text: string, y: number) => ({ text, x: 60, y });
    const figure = (text: string, column: number, y: number) => ({ text, x: at(column) + 12, y });
    const document = await open(
      'a.pdf',
      pdf([
        {
          words: [
            title,
            ...head,
            ...rest,
            label('一、本年新收', 660),
            figure('3', 1, 660),
            label('二、上年结转', 640),
            label('（一）予以公开', 620),
            figure('0', 6, 620),
          ],
        },
        { words: [label('（二）部分公开', 780), figure('7', 4, 780), label('（七）总计', 760)] },
      ]),
    );
    const rows = document.blocks.filter(({ table }) => table !== null);
    const columnOf = (text: string) =>
      rows.flatMap(({ cells }) => cells).find((cell) => cell.text.replace(/\s/g, '').startsWith(text))?.column;
    const figures = rows.flatMap(({ cells }) => cells.filter(({ text }) => /^\d$/.test(text)));
    expect(figures.map(({ column }) => column)).toEqual(['商业企', '总计', '法律服'].map(columnOf));
    expect(new Set(rows.map(({ table }) => table)).size).toBe(1);
  });
  it('joins the lines of a paragraph and parts paragraphs', async () => {
    const line = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十';
    const words = [
      { text: '一、总体情况', x: 80, y: 740 },
      { text: line.slice(2), x: 80, y: 720 },
      { text: line, x: 60, y: 700 },
      { text: '全年5件。', x: 60, y: 680 },
      { text: '二、主动公开', x: 80, y: 660 },
    ];
    const { blocks } = await open('a.pdf', pdf([{ words: [title, ...words] }]));
    expect(blocks.slice(1).map((block) => block.text)).toEqual([
      '一、总体情况',
      `${line.slice(2)}${line}全年5件。`,
      '二、主动公开',
    ]);
  });
});
