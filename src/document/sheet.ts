/** Spreadsheets → blocks: a row is a block of a table. */
import type { Budget } from './budget.ts';
import { type Draft, extracted } from './extract.ts';
import { collapsed } from './flow.ts';
import { scanMarkup } from './markup.ts';
import { regionsOf, type SheetRows } from './sideBySide.ts';
import type { Package } from './zip.ts';

/** XLSX → blocks: every sheet a table, every row that holds anything a block, merged cells as spans. */
export function readXlsx(parts: Package, budget: Budget) {
  const strings = sharedStrings(parts.part('xl/sharedStrings.xml') ?? '', budget);
  const drafts: Draft[] = [];
  let table = 0;
  for (let sheet = 1; sheet <= budget.limits.pages; sheet += 1) {
    const source = parts.part(`xl/worksheets/sheet${sheet}.xml`);
    if (source === null) {
      if (sheet > 20) break;
      continue;
    }
    const merges = mergedCells(source);
    const spanOf = (column: number, row: number) => merges.get(`${column}:${row}`) ?? 1;
    for (const { rows, from } of regionsOf(sheetRows(source, strings, budget), spanOf)) {
      table += 1;
      const widths = widthsOf(rows);
      for (const [row, values] of rows) {
        const cells = padded(values, from, widths.get(row) ?? 0, (column) => spanOf(column, row))
          .sort(([a], [b]) => a - b)
          .map(([column, text]) => ({ text, column: column - from, span: spanOf(column, row) }));
        if (cells.every((cell) => cell.text === '')) continue;
        budget.block(cells.length);
        drafts.push({ cells, page: null, label: `table ${sheet}, row ${row}`, table, heading: null });
      }
    }
  }
  return { ...extracted(drafts), title: null };
}

function sharedStrings(source: string, budget: Budget): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  const end = (name: string) => {
    if (name === 'si') strings.push(collapsed(text));
    if (name === 'rPh') phonetic = false;
    if (name === 't') inText = false;
  };
  scanMarkup(
    source,
    true,
    {
      open(name, _, __, empty) {
        if (name === 'si') text = '';
        if (name === 't') inText = true;
        if (name === 'rPh') phonetic = true;
        if (empty) end(name);
      },
      close: end,
      text(data) {
        if (inText && !phonetic) text += data;
      },
    },
    budget,
  );
  return strings;
}

/** A number with the fifteen digits that a spreadsheet shows: 12.300000000000001 is what its arithmetic left of 12.3. */
function asShown(value: string, type: string): string {
  const isNoisy = (type === '' || type === 'n') && value.length > 15 && /^-?\d{1,12}\.\d{3,30}$/.test(value);
  return isNoisy ? String(Number(Number(value).toPrecision(15))) : value;
}

/** Row number → column → printed value, of what the sheet shows: rows and columns may be hidden. */
function sheetRows(source: string, strings: readonly string[], budget: Budget): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  let row = 0;
  let column = -1;
  let type = '';
  let text = '';
  let reading = false;
  let phonetic = false;
  let rowHidden = false;
  const columnsHidden: (readonly [first: number, last: number])[] = [];
  const end = (name: string) => {
    if (name === 'v' || name === 't') reading = false;
    if (name === 'rPh') phonetic = false;
    if (name !== 'c' || rowHidden || columnsHidden.some(([first, last]) => column >= first && column <= last)) return;
    const value = type === 's' ? (strings[Number(text)] ?? '') : asShown(collapsed(text), type);
    const cells = rows.get(row) ?? new Map<number, string>();
    rows.set(row, cells);
    cells.set(column, value);
  };
  scanMarkup(
    source,
    true,
    {
      open(name, attributes, _, empty) {
        if (name === 'row') {
          row = Number(attributes.get('r')) || row + 1;
          column = -1;
          rowHidden = isHidden(attributes);
        } else if (name === 'col' && isHidden(attributes))
          columnsHidden.push([Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]);
        else if (name === 'c') {
          budget.bound('cells', rows.size);
          column = columnOf(attributes.get('r')) ?? column + 1;
          type = attributes.get('t') ?? '';
          text = '';
        } else if (name === 'rPh') phonetic = true;
        else if (name === 'v' || name === 't') reading = !phonetic;
        if (empty) end(name);
      },
      close: end,
      text(data) {
        if (reading) text += data;
      },
    },
    budget,
  );
  return rows;
}

const isHidden = (attributes: ReadonlyMap<string, string>): boolean =>
  /^(?:1|true)$/.test(attributes.get('hidden') ?? '');

/** Files leave out cells that hold nothing: rows of several cells are as wide as the widest of their table. */
function widthsOf(rows: SheetRows): Map<number, number> {
  const widths = new Map<number, number>();
  let table: number[] = [];
  let width = 0;
  const end = () => {
    for (const row of table) widths.set(row, width);
    table = [];
    width = 0;
  };
  for (const [row, values] of rows) {
    const [alone] = values.size === 1 ? values : [];
    if (alone !== undefined) {
      const [column, text] = alone;
      const isBlankRow = table.at(-1) === row - 1 && isLabel(text, column);
      if (!isBlankRow && column === 0) end();
      if (table.length === 0 || !(isBlankRow || column === 0)) continue;
    }
    table.push(row);
    width = Math.max(width, widest(values));
  }
  end();
  return widths;
}

/** A short text alone in its row, under a table's row: the label of a row of blank cells. In the first column it may be a heading. */
const isLabel = (text: string, column: number): boolean =>
  column > 0 ? text.length <= longestLabel : text.length <= 14 && !/^[一二三四五六七八九][、.．]/.test(text);
const longestLabel = 60;

const widest = (values: ReadonlyMap<number, string>): number =>
  [...values.keys()].reduce((most, column) => Math.max(most, column + 1), 0);

/** Cells to pad a row with, at most: a sheet may use its last column. */
const mostPadding = 64;

function padded(
  values: ReadonlyMap<number, string>,
  from: number,
  width: number,
  spanOf: (column: number) => number,
): [number, string][] {
  const cells: [number, string][] = [...values];
  for (let column = from; column < Math.min(width, from + mostPadding); column += 1)
    if (values.has(column)) column += spanOf(column) - 1;
    else cells.push([column, '']);
  return cells;
}

/** "C5" → 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "column:row" of each merged range's first cell → the columns it covers. */
function mergedCells(source: string): Map<string, number> {
  const merges = new Map<string, number>();
  for (const found of source.matchAll(/<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})\d{1,7}"/g)) {
    const first = columnOf(found[1])!;
    merges.set(`${first}:${found[2]}`, Math.min(2_000, columnOf(found[3])! - first + 1));
  }
  return merges;
}
