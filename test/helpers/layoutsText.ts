/** Layouts of plain text, Markdown and CSV. Each keeps every cell; what loses some stands in layoutsDamage.ts. */
import iconv from 'iconv-lite';
import {
  dense,
  encode,
  type Grid,
  type GridCell,
  headings,
  identity,
  type Layout,
  type Made,
  textOf,
  truth,
} from './layouts.ts';
import type { Random } from './random.ts';
import { traditional } from './scripts.ts';

type Print = (grid: Grid, table: 2 | 3 | 4, random: Random) => readonly string[];
const text =
  (print: Print, change: (text: string, random: Random) => string = (each) => each, extension = 'txt'): Layout =>
  (made, random) => ({
    file: `report.${extension}`,
    bytes: encode(
      change(
        textOf(made, (grid, table) => print(grid, table, random)),
        random,
      ),
    ),
    wanted: truth(made.rows),
  });

const tabbed: Print = (grid) => dense(grid).map((row) => row.join('\t'));
const texts = (row: readonly GridCell[]) => row.map((each) => each.text);
const labelsOf = (row: readonly GridCell[]) => row.filter((each) => !each.figure).map((each) => each.text);
const figuresOf = (row: readonly GridCell[]) => row.filter((each) => each.figure).map((each) => each.text);
const isHead = (row: readonly GridCell[]) => row.every((each) => !each.figure);

/** What a browser copies: a cell for each `td`, nothing for what spans cover; some rows end in a tab. */
const ragged: Print = (grid, _, random) => grid.map((row) => texts(row).join('\t') + (random.next() < 0.4 ? '\t' : ''));

/** Only the label nearest to the figures is printed. */
const short: Print = (grid) =>
  grid.map((row) => (isHead(row) ? texts(row) : [...labelsOf(row).slice(-1), ...figuresOf(row)]).join('\t'));

const oneCell: Print = (grid) => grid.flatMap(texts);
/** Every cell a paragraph, parted by empty lines: a blank cell is an empty line of its own. */
const parted: Print = (grid) => grid.flatMap((row) => texts(row).flatMap((each) => [each, '']));

const spaced: Print = (grid) =>
  grid.map((row) => (isHead(row) ? texts(row) : [...labelsOf(row).slice(-1), ...figuresOf(row)]).join(' '));

/** Labels run over two lines; the figures stand on either line or between. */
const splitLabels: Print = (grid, table, random) =>
  grid.flatMap((row) => {
    const label = labelsOf(row).at(-1) ?? '';
    const figures = figuresOf(row).join('\t');
    if (isHead(row) || label.length < 9 || table !== 3) return [texts(row).join('\t')];
    const cut = Math.ceil(label.length * (0.4 + random.next() * 0.3));
    const [head, tail] = [label.slice(0, cut), label.slice(cut)];
    return random.pick([
      [`${head}\t${figures}`, tail],
      [head, `${tail}\t${figures}`],
      [`${head}`, figures, tail],
    ]);
  });

/** A label over two cells of one row. */
const splitCells: Print = (grid, table) =>
  grid.map((row) => {
    const labels = labelsOf(row);
    const last = labels.pop() ?? '';
    const parts = table === 3 && !isHead(row) && last.length > 8 ? [last.slice(0, 5), last.slice(5)] : [last];
    return [...labels, ...parts.filter((part) => part !== ''), ...figuresOf(row)].join('\t');
  });

/** Groups printed upright: a character a row, beside whatever row stands there. */
const vertical: Print = (grid, table) => {
  const rows = dense(grid).map((row) => [...row]);
  if (table !== 3) return rows.map((row) => row.join('\t'));
  for (let at = 0; at < rows.length; at += 1)
    for (const column of [0, 1]) {
      const label = rows[at]![column]!;
      const below = rows.findIndex((row, other) => other > at && row[column] !== '');
      const room = (below === -1 ? rows.length : below) - at;
      if (!/^(三、本年度办理结果|（[三四五六]）)/.test(label) || room < 2) continue;
      const characters = Array.from(label);
      const each = Math.ceil(characters.length / room);
      for (let down = 0; down < room; down += 1)
        rows[at + down]![column] = characters.slice(down * each, (down + 1) * each).join('');
    }
  return rows.map((row) => row.join('\t'));
};

/** Page numbers and the table's head again between its rows. */
const pages: Print = (grid, table, random) => {
  const rows = dense(grid).map((row) => row.join('\t'));
  return rows.flatMap((row, at) => {
    const page = random.pick([`— ${at} —`, `- ${at} -`, `第 ${at} 页`, `${at}`, `-${at}-`]);
    if (table === 3 && at > 3 && random.next() < 0.12)
      return page === `${at}` ? [row, '', '', page, '', ...rows.slice(0, 3)] : [row, '', page, '', ...rows.slice(0, 3)];
    return [row];
  });
};

const pipes: Print = (grid) => {
  const rows = dense(grid).map((row) => `| ${row.join(' | ')} |`);
  const width = dense(grid)[0]!.length;
  return [rows[0]!, `|${' --- |'.repeat(width)}`, ...rows.slice(1)];
};

const barePipes: Print = (grid) => {
  const rows = dense(grid).map((row) => row.join(' | '));
  return [
    rows[0]!,
    dense(grid)[0]!
      .map(() => '---')
      .join('|'),
    ...rows.slice(1),
  ];
};

/** As converters do: each row a small table of its own with an invented head; groups are headings. */
const decoys: Print = (grid, table) =>
  grid.flatMap((row) => {
    if (table === 2 || isHead(row)) return [`| ${texts(row).join(' | ')} |`];
    const labels = labelsOf(row);
    const own = [...labels.slice(-1), ...figuresOf(row)];
    return [
      '',
      ...labels.slice(0, -1).map((label) => `## ${label}`),
      `| ${own.map((_, at) => (at === 0 ? '项目' : `列${at}`)).join(' | ')} |`,
      `|${own.map(() => '---').join('|')}|`,
      `| ${own.join(' | ')} |`,
    ];
  });

/** No blank label cell: a dash stands where a span covers. */
const dashes: Print = (grid) => {
  const rows = dense(grid);
  const heads = grid.filter(isHead).length;
  return rows.map((row, at) => {
    const labels = grid[at]!.length > 0 && at >= heads ? row.length - figuresOf(grid[at]!).length : 0;
    return `| ${row.map((each, column) => (column < labels && each === '' ? '-' : each)).join(' | ')} |`;
  });
};

const csv: Layout = (made) => ({
  file: 'report.csv',
  bytes: encode(
    textOf(
      made,
      (grid) => dense(grid).map((row) => row.map((each) => (/[,"]/.test(each) ? `"${each}"` : each)).join(',')),
      [],
    ),
  ),
  wanted: truth(made.rows),
});

/** Everything on one line: labels and figures parted by spaces. */
const oneLine: Layout = (made) => ({
  file: 'report.txt',
  bytes: encode(textOf(made, spaced as never, []).replaceAll('\n', ' ')),
  wanted: truth(made.rows),
});

const encoded =
  (encoding: string, change: (text: string) => string = (each) => each): Layout =>
  (made) => ({
    file: 'report.txt',
    bytes: new Uint8Array(iconv.encode(change(textOf(made, tabbed as never)), encoding)),
    wanted: truth(made.rows),
  });

const radicals: Readonly<Record<string, string>> = {
  一: '⼀',
  二: '⼆',
  大: '⼤',
  工: '⼯',
  立: '⽴',
  人: '⼈',
  用: '⽤',
  不: '不',
  无: '⽆',
  行: '⾏',
  民: '⺠',
  长: '⻓',
  门: '⻔',
};
const kangxi = (each: string) => each.replace(/[一二大工立人用无行民长门]/g, (character) => radicals[character]!);
const wide = (each: string) =>
  each.replace(/(?<=^|\t)\d+(?=\t|$)/gm, (digits) =>
    digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  );
const loose = (each: string) =>
  each.replace(/总计|自然人|信息内容|予以公开|行政复议|规章|结转/g, (word) => Array.from(word).join(random2(word)));
const random2 = (word: string) => (word.length % 2 === 0 ? ' ' : '　');

const between = (made: Made, tables: Print, change: (lines: string[]) => string[]): string =>
  change(textOf(made, tables as never).split('\n')).join('\n');

/** A table of the page's own data before the report, with figures in it. */
const metadata: Layout = (made) => ({
  file: 'report.txt',
  bytes: encode(
    [
      `索引号\t640425-${made.year + 1}-00012\t发布日期\t${made.year + 1}-01-20`,
      '信息名称\t政府信息公开工作年度报告\t浏览次数\t1204',
      '责任部门\t办公室\t有效性\t有效',
      textOf(made, tabbed as never),
    ].join('\n'),
  ),
  wanted: truth(made.rows),
});

const notes: Layout = (made) => ({
  file: 'report.txt',
  bytes: encode(
    between(made, tabbed, (lines) =>
      lines.flatMap((line) =>
        (headings.slice(2, 5) as readonly string[]).includes(line)
          ? [
              '注：1.规章是指省级、设区的市人民政府制定的规章；2.本表统计期为1月1日至12月31日，共12个月。',
              '填表人：王某 联系电话：0954-7012345',
              line,
            ]
          : [line],
      ),
    ),
  ),
  wanted: truth(made.rows),
});

/** Table 4 as three tables of five. */
const threeTables: Print = (grid, table) => {
  if (table !== 4) return dense(grid).map((row) => row.join('\t'));
  const values = texts(grid.at(-1)!);
  return ['（一）行政复议', '（二）未经复议直接起诉', '（三）复议后起诉'].flatMap((title, at) => [
    title,
    texts(grid[2]!.slice(0, 5)).join('\t'),
    values.slice(at * 5, at * 5 + 5).join('\t'),
  ]);
};

/** Table 4's figures a line each, under heads a line each; the other tables keep their grid. */
const tallTable4: Print = (grid, table) =>
  table === 4 ? grid.flatMap(texts) : dense(grid).map((row) => row.join('\t'));

const hints = (each: string) =>
  each.replace(identity, '（本列数据的勾稽关系为：第1项加第2项之和，等于第3项加第4项之和，共7列）');

export const textLayouts: Readonly<Record<string, Layout>> = {
  tabs: text(tabbed),
  ragged: text(ragged),
  shortLabels: text(short),
  partedCells: text(parted),
  splitLabels: text(splitLabels),
  splitCells: text(splitCells),
  vertical: text(vertical),
  pages: text(pages),
  pipes: text(pipes, undefined, 'md'),
  barePipes: text(barePipes, undefined, 'md'),
  decoys: text(decoys, undefined, 'md'),
  dashes: text(dashes),
  threeTables: text(threeTables),
  hints: text(tabbed, hints),
  csv,
  gbk: encoded('gb18030'),
  utf16: encoded('utf-16le'),
  big5: encoded('big5', traditional),
  traditional: text(tabbed, traditional),
  kangxi: text(tabbed, kangxi),
  wide: text(tabbed, wide),
  loose: text(tabbed, loose),
  metadata,
  notes,
};

/** Layouts in which a blank cell cannot be seen: printed without blanks. */
export const blanklessLayouts: Readonly<Record<string, Layout>> = {
  oneCell: text(oneCell),
  spaced: text(spaced),
  oneLine,
  tallTable4: text(tallTable4),
};
