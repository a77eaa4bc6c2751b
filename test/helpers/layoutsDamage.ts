/** Layouts that lost or gained something: what must still be read, and what must not be guessed. */
import { keyOf, rowsOf } from '../../src/report/forms.ts';
import {
  cell,
  dense,
  encode,
  type Grid,
  type GridCell,
  type Layout,
  type Made,
  type MadeRow,
  type Printed,
  textOf,
  truth,
  type Wanted,
} from './layouts.ts';
import type { Random } from './random.ts';

const lines = (grid: Grid) => dense(grid).map((row) => row.join('\t'));
const labelsOf = (row: readonly GridCell[]) => row.filter((each) => !each.figure).map((each) => each.text);
const figuresOf = (row: readonly GridCell[]) => row.filter((each) => each.figure).map((each) => each.text);
const isHead = (row: readonly GridCell[]) => row.every((each) => !each.figure);
const printed = (text: string, wanted: ReadonlyMap<string, Wanted>): Printed => ({
  file: 'report.txt',
  bytes: encode(text),
  wanted,
});

/** The figures of a made row are known by their order among the rows of its table. */
const ownRows = (made: Made, table: 2 | 3 | 4): readonly MadeRow[] =>
  made.rows.filter(({ row }) => row.table === table);

/** Some rows of table 3 lost one or two of the organisations' columns, and with them their cells. */
const lostColumns: Layout = (made, random) => {
  const wanted = truth(made.rows);
  const own = ownRows(made, 3);
  let at = -1;
  const text = textOf(made, (grid, table) => {
    if (table !== 3) return lines(grid);
    const matrix = dense(grid);
    return grid.map((row, index) => {
      if (isHead(row)) return matrix[index]!.join('\t');
      at += 1;
      if (random.next() < 0.5) return matrix[index]!.join('\t');
      const gone = random.sample([1, 2, 3, 4, 5], random.whole(1, 2));
      const { cells } = own[at]!.row;
      for (const each of cells.slice(1, 6)) wanted.set(keyOf(each), 'lost');
      return [...matrix[index]!.slice(0, 3), ...figuresOf(row).filter((_, column) => !gone.includes(column))].join(
        '\t',
      );
    });
  });
  return printed(text, wanted);
};

/** Rows that are not printed at all. */
const missingRows =
  (print: (grid: Grid) => string[]): Layout =>
  (made, random) => {
    const gone = new Set(
      random.sample(
        made.rows.filter(({ row }) => row.table !== 4).map((each) => each.row),
        random.whole(1, 5),
      ),
    );
    const wanted = truth(made.rows);
    for (const row of gone) for (const each of row.cells) wanted.set(keyOf(each), 'missing');
    const kept = { ...made, rows: made.rows.filter(({ row }) => !gone.has(row)) };
    return printed(textOf(kept, print), wanted);
  };

/** A block of table 2 in the other form's columns. */
const mixedForms: Layout = (made, random) => {
  const other = made.form === '2019' ? '2021' : '2019';
  const item = random.pick(['五', '六']);
  const mixed = rowsOf(other, 2).filter((row) => row.item === item);
  const filled = mixed.map((row): MadeRow => {
    const cells = row.cells.map(() => random.whole(0, 300)).map((value) => ({ text: `${value}`, value }));
    return { row, cells };
  });
  const first = made.rows.findIndex(({ row }) => row.item === item);
  const rest = made.rows.filter(({ row }) => row.item !== item);
  const rows = [...rest.slice(0, first), ...filled, ...rest.slice(first)];
  return printed(textOf({ ...made, rows }, lines), truth(rows));
};

/** The single row （六） of 2019 in a report of 2021. */
const singleSix: Layout = (made) => {
  if (made.form === '2019') return printed(textOf(made, lines), truth(made.rows));
  const six = rowsOf('2019', 3).find((row) => row.cells[0]!.measure === 'applications.other')!;
  const subs = made.rows.filter(({ row }) => row.cells[0]!.measure.startsWith('applications.other.'));
  const at = made.rows.indexOf(subs[0]!);
  const rows = made.rows.filter((each) => !subs.includes(each));
  rows.splice(at, 0, { row: six, cells: subs[0]!.cells });
  const wanted = truth(rows);
  for (const { row } of subs) for (const each of row.cells) wanted.set(keyOf(each), 'missing');
  return printed(textOf({ ...made, rows }, lines), wanted);
};

/** Units, notes, signs and separators in the cells of table 2. */
const units: Layout = (made, random) => {
  const rows = made.rows.map(({ row, cells }): MadeRow => {
    if (row.table !== 2) return { row, cells };
    const changed = cells.map(({ text, value }, at) => {
      const { measure } = row.cells[at]!;
      if (value === null) return { text, value };
      if (measure === 'fees.amount')
        return random.pick([
          { text: `${value * 10_000}元`, value },
          { text: `${value}万元`, value },
        ]);
      if (measure === 'procurement.amount')
        return random.pick([
          { text: `${value}.5534万元`, value: Number(`${value}.5534`) },
          { text: `${value}元`, value },
        ]);
      if (measure.endsWith('itemsChange') && value > 0)
        return random.pick([
          { text: `增${value}`, value },
          { text: `-${value}`, value: -value },
          { text: `减${value}`, value: -value },
          { text: `+${value}`, value },
        ]);
      return random.pick([
        { text: `${value}件`, value },
        { text: value.toLocaleString('en'), value },
        { text: `${value}（其中修订${random.whole(1, 9)}件）`, value },
        { text: `${value} 项`, value },
      ]);
    });
    return { row, cells: changed };
  });
  return printed(textOf({ ...made, rows }, lines), truth(rows));
};

const clipped: Layout = (made) => {
  const cut: Readonly<Record<string, string>> = {
    本年新制作数量: '本年新',
    本年新公开数量: '本年新',
    对外公开总数量: '对外公开',
    上一年项目数量: '上一年',
    处理决定数量: '处理决',
    本年制发件数: '本年制',
    本年废止件数: '本年废',
    现行有效件数: '现行有',
  };
  return printed(
    textOf(made, (grid) => dense(grid).map((row) => row.map((each) => cut[each] ?? each).join('\t'))),
    truth(made.rows),
  );
};

/** A cell a line, each label cut off behind so many characters: what is left is how one row's label begins. */
const clippedLabels: Layout = (made, random) => {
  const length = random.whole(6, 9);
  const cut = (each: GridCell) => (each.figure ? each.text : each.text.slice(0, length));
  return printed(
    textOf(made, (grid) => grid.flatMap((row, at) => (at < 3 ? row.map((each) => each.text) : row.map(cut)))),
    truth(made.rows),
  );
};

/** A cell a line, where no row of table 3 keeps its blank organisations: each has the first and the last figure alone. */
const emptied: Layout = (made) => {
  const rows = made.rows.map(({ row, cells }): MadeRow => {
    if (row.table !== 3) return { row, cells };
    const own = { text: '3', value: 3 };
    return { row, cells: cells.map((_, at) => (at === 0 || at === 6 ? own : { text: '', value: null })) };
  });
  const wanted = truth(rows);
  for (const { row } of rows)
    if (row.table === 3) for (const each of row.cells.slice(1, 6)) wanted.set(keyOf(each), 'lost');
  const body = textOf({ ...made, rows }, (grid) =>
    grid.flatMap((row) => row.map((each) => each.text)).filter((each) => each !== ''),
  );
  return printed(body, wanted);
};

/** A cell a line, where blank cells leave nothing behind: a row of table 3 with a blank cell is a row that lost a column. */
const vanished: Layout = (made, random) => {
  const rows = made.rows.map(
    ({ row, cells }): MadeRow => ({
      row,
      cells: cells.map((each, at) =>
        row.table === 3 && at > 0 && at < 6 && random.next() < 0.15 ? { text: '', value: null } : each,
      ),
    }),
  );
  const wanted = truth(rows);
  for (const { row, cells } of rows)
    if (cells.some((each) => each.value === null))
      for (const [at, each] of row.cells.entries())
        if (row.table !== 3 || (at > 0 && at < 6)) wanted.set(keyOf(each), 'lost');
  const text = textOf({ ...made, rows }, (grid) =>
    grid.flatMap((row) => row.map((each) => each.text)).filter((each) => each !== ''),
  );
  return printed(text, wanted);
};

/** A total that leaves no trace: what stands last is none. */
const vanishedTotals: Layout = (made, random) => {
  const rows = made.rows.map(({ row, cells }): MadeRow => {
    const gone = row.table === 3 && cells[6]!.value !== 0 && cells[5]!.value === 0 && random.next() < 0.4;
    return { row, cells: gone ? [...cells.slice(0, 6), { text: '', value: null }] : cells };
  });
  const wanted = truth(rows);
  for (const { row, cells } of rows)
    if (cells.at(-1)!.value === null) for (const each of row.cells.slice(1)) wanted.set(keyOf(each), 'lost');
  const text = textOf({ ...made, rows }, (grid) =>
    grid.flatMap((row) => row.map((each) => each.text)).filter((each) => each !== ''),
  );
  return printed(text, wanted);
};

/** Two neighbouring labels first, then their figures: torn apart by a page's text order. */
const torn: Layout = (made, random) =>
  printed(
    textOf(made, (grid, table) => {
      if (table !== 3) return lines(grid);
      const out: string[] = [];
      for (let at = 0; at < grid.length; at += 1) {
        const [row, next] = [grid[at]!, grid[at + 1]];
        const figures = figuresOf(row).join(' ');
        if (isHead(row)) out.push(labelsOf(row).join(' '));
        else if (next && random.next() < 0.15) {
          out.push(labelsOf(row).at(-1)!, labelsOf(next).at(-1)!, figures, figuresOf(next).join(' '));
          at += 1;
        } else out.push(`${labelsOf(row).at(-1)} ${figures}`);
      }
      return out;
    }),
    truth(made.rows),
  );

/** Last year's row of table 4 above this year's. */
const twoYears: Layout = (made, random) =>
  printed(
    textOf(made, (grid, table) => {
      if (table !== 4) return lines(grid);
      const last = Array.from({ length: 15 }, () => `${random.whole(0, 9)}`);
      const [head, own] = [lines(grid).slice(0, 3), figuresOf(grid.at(-1)!)];
      return [
        ...head.map((line) => `\t${line}`),
        [`${made.year - 1}年`, ...last].join('\t'),
        [`${made.year}年`, ...own].join('\t'),
      ];
    }),
    truth(made.rows),
  );

/** Table 3 ends after some of its rows. */
const cutShort: Layout = (made, random) => {
  const own = ownRows(made, 3);
  const kept = new Set(own.slice(0, random.whole(3, 20)));
  const wanted = truth(made.rows);
  for (const each of own) if (!kept.has(each)) for (const one of each.row.cells) wanted.set(keyOf(one), 'missing');
  return printed(
    textOf({ ...made, rows: made.rows.filter((each) => each.row.table !== 3 || kept.has(each)) }, lines),
    wanted,
  );
};

/** A row with a name of its own, a sum of a group, and a row of column numbers. */
const strangers: Layout = (made) =>
  printed(
    textOf(made, (grid, table) => {
      const rows: Grid =
        table === 3
          ? [
              ...grid.slice(0, 3),
              [cell('甲', 3), ...[1, 2, 3, 4, 5, 6, 7].map((each) => cell(`${each}`))],
              ...grid.slice(3),
            ]
          : grid;
      return lines(rows).flatMap((line) =>
        line.includes('1.本机关不掌握') ? ['\t其中：涉密\t\t4\t0\t0\t0\t0\t0\t4', line] : [line],
      );
    }),
    truth(made.rows),
  );

/** Bare page numbers among cells that have a line each. */
const pageNumbers: Layout = (made, random) => {
  let page = 3;
  const text = textOf(made, (grid) =>
    grid
      .flatMap((row) => row.map((each) => each.text))
      .flatMap((each) => (random.next() < 0.02 ? [each, `- ${page++} -`] : [each])),
  );
  return printed(text, truth(made.rows));
};

const spaced = (grid: Grid) =>
  grid.map((row) => (isHead(row) ? labelsOf(row) : [...labelsOf(row).slice(-1), ...figuresOf(row)]).join(' '));

/** Group labels a character a line, between the rows that they stand beside. */
const uprightLines: Layout = (made: Made, random: Random) => {
  const upright = Array.from('三、本年度办理结果');
  return printed(
    textOf(made, (grid, table) =>
      table === 3
        ? spaced(grid).flatMap((line, at) =>
            at > 5 && upright.length > 0 && random.next() < 0.6 ? [upright.shift()!, line] : [line],
          )
        : spaced(grid),
    ),
    truth(made.rows),
  );
};

export const damagedLayouts: Readonly<Record<string, Layout>> = {
  lostColumns,
  missingRows: missingRows(lines),
  missingRowsSpaced: missingRows(spaced),
  mixedForms,
  singleSix,
  units,
  clipped,
  clippedLabels,
  emptied,
  vanished,
  vanishedTotals,
  torn,
  twoYears,
  cutShort,
  strangers,
  pageNumbers,
  uprightLines,
};
