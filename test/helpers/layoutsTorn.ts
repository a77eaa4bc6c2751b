/** Layouts that part labels from their figures, and grids with more columns than the form has. */
import { dense, encode, type Grid, type GridCell, type Layout, textOf, truth } from './layouts.ts';

const texts = (row: readonly GridCell[]) => row.map((each) => each.text);
const labelsOf = (row: readonly GridCell[]) => row.filter((each) => !each.figure).map((each) => each.text);
const figuresOf = (row: readonly GridCell[]) => row.filter((each) => each.figure).map((each) => each.text);
const isHead = (row: readonly GridCell[]) => row.every((each) => !each.figure);

type Lines = (grid: Grid, table: 2 | 3 | 4) => readonly string[];

const text =
  (print: Lines, extension = 'txt', change: (text: string) => string = (each) => each): Layout =>
  (made) => ({
    file: `report.${extension}`,
    bytes: encode(change(textOf(made, print))),
    wanted: truth(made.rows),
  });

const tabbed = (grid: Grid) => dense(grid).map((row) => row.join('\t'));

/** Table 3's figures in the line below their label. */
const below =
  (parting: string, group: string): Lines =>
  (grid, table) =>
    table === 3
      ? grid.flatMap((row) =>
          isHead(row) ? [texts(row).join(parting)] : [labelsOf(row).join(group), figuresOf(row).join(parting)],
        )
      : tabbed(grid);

/** A page's labels, then its figures. */
const labelsFirst =
  (pages: number): Lines =>
  (grid, table) => {
    if (table !== 3) return tabbed(grid);
    const rows = grid.filter((row) => !isHead(row));
    const size = Math.ceil(rows.length / pages);
    const out = grid.filter(isHead).map((row) => texts(row).join('\t'));
    for (let at = 0; at < rows.length; at += size) {
      const page = rows.slice(at, at + size);
      out.push(...page.map((row) => labelsOf(row).join(' ')), ...page.map((row) => figuresOf(row).join('\t')));
    }
    return out;
  };

/** The rows of table 3 with a remark behind some of them. */
const remarks: Lines = (grid, table) =>
  table === 3
    ? dense(grid).map((row, at) => [...row, at === 0 ? '备注' : at % 9 === 4 ? '含撤回' : ''].join('\t'))
    : tabbed(grid);

/** The group's label before the row's, in one cell. */
const wholeLabels: Lines = (grid, table) => {
  if (table !== 3) return tabbed(grid);
  let groups: string[] = [];
  return grid.map((row) => {
    if (isHead(row)) return texts(row).join('\t');
    const labels = labelsOf(row);
    groups = labels.length > 1 ? [...groups.slice(0, 3 - labels.length), ...labels.slice(0, -1)] : groups;
    const own = labels.at(-1)!;
    const path = /^[一二四]、/.test(own) ? [] : /^（/.test(own) ? groups.slice(0, 1) : groups;
    return [[...path, own].join(''), ...figuresOf(row)].join('\t');
  });
};

/** A dash in every blank cell, the figures of table 3 in the line below their label. */
const dashesBelow: Lines = (grid, table) =>
  table === 3
    ? below(' ', ' ')(
        grid.map((row) => row.map((each) => (each.figure && each.text === '' ? { ...each, text: '-' } : each))),
        table,
      )
    : tabbed(grid);

/** As spreadsheets save it: every row as wide as the widest of the sheet. */
const padded: Lines = (grid) => dense(grid).map((row) => [...row, '', '', ''].join(','));

/** What a page does not show, inside of labels and figures. */
const unseen = (each: string) =>
  each.replace(/(?<=\t)(\d)(\d)/g, '$1\u200b$2').replace(/(?<=予以)公开|(?<=结转)下/g, (word) => `\u00ad\ufeff${word}`);

export const tornLayouts: Readonly<Record<string, Layout>> = {
  below: text(below('\t', ' ')),
  labelsFirst: text(labelsFirst(1)),
  labelsFirstByPage: text(labelsFirst(3)),
  wholeLabels: text(wholeLabels),
  dashesBelow: text(dashesBelow),
  padded: text(padded, 'csv'),
  unseen: text(tabbed, 'txt', unseen),
};

/** Where blank cells cannot be seen. */
export const blanklessTorn: Readonly<Record<string, Layout>> = {
  belowSpaced: text(below(' ', '')),
  remarks: text(remarks),
};
