/**
 * Cells that are named one by one, as exports and statistics list them: a line for each (一、本年新收…/自然人 | 3), or a column for each
 * under one head or several levels of heads. What a cell's words name on both axes says where it stands in the form; the list is
 * given back as rows of the form's columns, for the one alignment.
 */
import { fold } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import { formRows } from './formRows.ts';
import { formLabels } from './labels.ts';
import type { Named } from './namedCells.ts';
import { columnWords, type Name, namesOf } from './names.ts';
import { type Kind, kinds } from './readings.ts';
import { isFilled, isValue, type Row, type Token } from './row.ts';
import { isExcluded } from './score.ts';

/** So many cells are a list; fewer may be chance. */
const fewestCells = 20;
/** Characters of words that may lead to a cell; a sentence is longer. */
const longestPath = 120;
/** Both forms have about 200 cells; a list of several reports is none of one. */
const mostCells = 400;

/** A cell with the words that lead to it, from the outermost to its own. */
interface Pathed {
  readonly words: readonly Token[];
  readonly cell: Token;
}

/** The rows, a list of named cells among them as tables. */
export function withPathed(rows: readonly Row[]): readonly Row[] {
  for (const list of [columnsOf(rows), linesOf(rows)]) {
    if (list === null) continue;
    const read = tablesOf(list.cells);
    if (read === null) continue;
    return [
      ...rows.slice(0, list.from),
      ...read,
      ...rows.slice(list.to).filter((_, at) => !list.gone.has(list.to + at)),
    ];
  }
  return rows;
}

interface List {
  readonly cells: readonly Pathed[];
  /** The rows it takes the place of, and single ones behind them. */
  readonly from: number;
  readonly to: number;
  readonly gone: ReadonlySet<number>;
}

/** A single row of figures under heads that name each of its columns. */
function columnsOf(rows: readonly Row[]): List | null {
  const isWide = ({ grid, cells }: Row) => grid && cells.length >= fewestCells && cells.filter(isValue).length > 0;
  const to = rows.findIndex(isWide);
  if (to === -1 || rows.some((row, at) => at > to && isWide(row))) return null;
  let from = to;
  while (from > 0 && rows[from - 1]!.grid && rows[from - 1]!.filled === 0) from -= 1;
  const heads = rows.slice(from, to).map(({ labels }) => labels);
  const columns = Math.max(0, ...heads.flat().map(({ column, span }) => column + span));
  if (columns < fewestCells || columns > mostCells) return null;
  const body = new Map([...rows[to]!.labels, ...rows[to]!.cells].map((token) => [token.column, token]));
  const near = rows[to]!.cells[0]!;
  const cells = Array.from({ length: columns }, (_, column): Pathed => {
    const cell = body.get(column) ?? { ...blankBy(near), column, span: 1 };
    return { words: wordsOver(heads, column), cell };
  });
  return { cells, from, to: to + 1, gone: new Set() };
}

/** The words over a column, a word of each level; where no cell is merged, a word reaches to the next, or to that of a level above it. */
function wordsOver(heads: readonly (readonly Token[])[], column: number): Token[] {
  const words: Token[] = [];
  let reach = 0;
  for (const [level, head] of heads.entries()) {
    const isMerged = head.some(({ span }) => span > 1) || level === heads.length - 1;
    const word = head.findLast((token) => token.column <= column && isFilled(token));
    if (word === undefined || word.column < reach || (isMerged && word.column + word.span <= column)) continue;
    words.push(word);
    reach = word.column;
  }
  return words;
}

/** Lines of a cell each: the last column holds it, and other figures are the same in all lines, or count them. */
function linesOf(rows: readonly Row[]): List | null {
  const cells: (Pathed & { readonly at: number })[] = [];
  const others = new Map<number, Token[]>();
  let before: readonly Token[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.cells.length === 0 && (!row.grid || row.labels.length > 1)) continue;
    if (row.cells.length > 8 || row.labels.length > 8) continue;
    // A line may end before a blank cell.
    const last = row.cells.at(-1);
    if (last?.content.kind === 'label') continue;
    const own = row.cells.some(isLabel) ? [...row.labels, ...row.cells.filter(isLabel)] : row.labels;
    // Several columns are named by a head.
    if (own.filter(({ text }) => namesOf(text).some(isOfColumn)).length > 1) continue;
    // A row's label is printed once beside its cells.
    const carried = row.grid && row.cells.length > 0 ? before : [];
    const words =
      carried.length === 0 ? own : [...carried.filter(({ column }) => column < (own[0]?.column ?? 0)), ...own];
    if (readPath(words) === null) continue;
    const tokens = [...row.labels, ...row.cells];
    const cell = last ?? blankBy(tokens.at(-1)!);
    before = words;
    cells.push({ words, cell, at });
    for (const token of tokens) if (isValue(token) && token !== cell) add(others, token);
  }
  if (cells.length < fewestCells) return null;
  const isKey = (tokens: readonly Token[]) =>
    tokens.every(({ text }) => text === tokens[0]!.text) ||
    tokens.every(({ text }, at) => at === 0 || Number(text) === Number(tokens[at - 1]!.text) + 1);
  if (![...others.values()].every(isKey)) return null;
  const [from, to] = [cells[0]!.at, cells[0]!.at + 1];
  // Figures between that nothing names are another table's way of printing; those of a named one's own line are its year.
  const listed = new Set(cells.map(({ at }) => at));
  const blocks = new Set(cells.map(({ at }) => rows[at]!.first));
  const between = rows.slice(from, cells.at(-1)!.at);
  if (between.some((row, at) => row.cells.some(isValue) && !listed.has(from + at) && !blocks.has(row.first)))
    return null;
  return { cells, from, to, gone: new Set(cells.slice(1).map(({ at }) => at)) };
}

const columnAxes: ReadonlySet<string> = new Set(kinds.map(({ column }) => column));
const isOfColumn = ({ axis }: Name): boolean => columnAxes.has(axis);
const isLabel = ({ content }: Token): boolean => content.kind === 'label';

const blankBy = (near: Token): Token => ({ ...near, text: '', content: { kind: 'empty' } });

const add = (map: Map<number, Token[]>, token: Token) =>
  map.set(token.column, [...(map.get(token.column) ?? []), token]);

/** What the words name on both axes of a table. */
interface Path {
  readonly kind: Kind;
  readonly row: string;
  readonly column: string;
}

/** The list as rows of the form's columns; null where too few cells are named, or one is named twice. */
function tablesOf(list: readonly Pathed[]): Row[] | null {
  const paths = list.map(({ words }) => readPath(words));
  const isSub = ({ kind, row }: Path) =>
    kind.table === 3 &&
    namesOf(row).some(({ axis, at }) => axis === 'row3' && formLabels[at]!.six === 'sub' && /\d/.test(row));
  const subRows = paths.some((path) => path !== null && isSub(path));
  const tables = new Map<Kind, Map<string, Named>>();
  let count = 0;
  for (const [at, { words, cell }] of list.entries()) {
    const path = paths[at];
    if (!path) continue;
    const { kind } = path;
    const row = namesOf(path.row).find(
      (name) => name.axis === kind.row && !(kind.table === 3 && isExcluded(formLabels[name.at]!, subRows)),
    )?.at;
    const column = namesOf(path.column).find(({ axis }) => axis === kind.column)?.at;
    if (row === undefined || column === undefined) continue;
    const cells = tables.get(kind) ?? new Map<string, Named>();
    tables.set(kind, cells);
    if (cells.has(`${row}/${column}`)) return null;
    const word = words.at(-1)!;
    const rowWord = { ...word, text: path.row };
    cells.set(`${row}/${column}`, { row, column, cell, rowWord, columnWord: { ...word, text: path.column } });
    count += 1;
  }
  if (count < fewestCells) return null;
  return [...tables].sort(([a], [b]) => a.table - b.table).flatMap(([kind, cells]) => formRows(kind, cells.values()));
}

const parts = /[/／>＞→|｜\\_—–:：;；,，\s-]+/;
/** 增/减 is one word, and a unit in brackets none. */
const whole = (text: string) =>
  text.replace(/增[/／]减/g, '增减').replace(/[（(](?:单位)?[:：]?(?:万元|件|项|元)[）)]/g, '');
/** 规章（本年制发件数）, but not （一）予以公开. */
const inBrackets = /^(.+)[（(]([^（）()]{2,20})[）)]$/;

/** Reads the words to a cell: the last of them that names a column, and the last other one that names a row of the same table. */
function readPath(words: readonly Token[]): Path | null {
  if (!words.some(({ text }) => piecesOf(text).namesColumn)) return null;
  const pieces = words.flatMap(({ text }) => piecesOf(text).pieces);
  for (let column = pieces.length - 1; column >= 0; column -= 1) {
    const axes = namesOf(pieces[column]!).map(({ axis }) => axis);
    for (const kind of kinds) {
      if (!axes.includes(kind.column)) continue;
      const row = pieces.findLastIndex(
        (piece, at) => at !== column && namesOf(piece).some(({ axis }) => axis === kind.row),
      );
      if (row !== -1) return { kind, row: pieces[row]!, column: pieces[column]! };
    }
  }
  return null;
}

/** The words that a cell's text is put together from, and whether one of them names a column: in most labels none does. */
interface Pieces {
  readonly pieces: readonly string[];
  readonly namesColumn: boolean;
}

const piecesOf = remembered((text): Pieces => {
  const pieces = text.length > longestPath ? [] : whole(text).split(parts).flatMap(split);
  return { pieces, namesColumn: pieces.some((piece) => namesOf(piece).some(isOfColumn)) };
});

/** A word, or the row's and the column's that it is put together from: 行政复议结果维持. */
function split(piece: string): string[] {
  if (piece === '') return [];
  const bracketed = inBrackets.exec(piece);
  if (bracketed && namesOf(bracketed[2]!).length > 0) return [bracketed[1]!, bracketed[2]!];
  if (namesOf(piece).length > 0) return [piece];
  const folded = fold(piece);
  const name = columnWords.find((word) => folded.length > word.length + 1 && folded.endsWith(word));
  return name === undefined ? [piece] : [folded.slice(0, -name.length), name];
}
