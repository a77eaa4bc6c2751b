/** Tables as lines of words and figures below lines of heads, whichever of their axes is the form's rows. */
import { fold } from '../../text/normalize.ts';
import { sectionAt } from './captions.ts';
import { namesOf } from './names.ts';
import { isFilled, isValue, type Row, type Token } from './row.ts';
import { onlyYear } from './years.ts';

/** A line as printed: of a grid, or a label with its figures. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly grid: boolean;
  /** Its rows, from the first up to the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Lines of heads, and the lines with figures below them. */
export interface Frame {
  readonly heads: readonly Line[];
  readonly lines: readonly BodyLine[];
  readonly grid: boolean;
  /** Columns in which figures stand; of a frame without a grid, none. */
  readonly columns: readonly number[];
  /** The labels stand behind the figures. */
  readonly labelsLast: boolean;
  /** Figures a line each begin before any label, and a label without figures ends them: whose they are cannot be known. */
  readonly isAdrift: boolean;
}

/** A line with figures: what labels it, from the outermost group to its own, and its cells. */
export interface BodyLine extends Line {
  readonly path: readonly Token[];
  readonly cells: readonly Token[];
}

const longestHead = 60;

/** The table of the document that a row stands in, where its columns are that table's alone (on a page); else null. */
export type TableOf = (row: Row) => number | null;

/** All tables, in order. */
export function framesOf(rows: readonly Row[], tableOf: TableOf): Frame[] {
  const frames: Frame[] = [];
  let heads: Line[] = [];
  let lines: Line[] = [];
  const close = () => {
    // A group's label that no line follows is the next table's.
    const ends = lines.length - (lines.findLastIndex((line) => isBody(line)) + 1);
    const rest = lines.slice(lines.length - ends);
    if (lines.length > 0) frames.push(frameOf(heads, lines.slice(0, lines.length - ends), rest));
    heads = rest;
    lines = [];
  };
  let table: number | null = null;
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!;
    const own = tableOf(row);
    if (own !== null && table !== null && own !== table) {
      close();
      heads = [];
    }
    table = own ?? table;
    // A head of many long labels is no prose.
    if ((row.prose && row.labels.length < 3) || (row.cells.length === 0 && sectionAt(row) !== null)) {
      close();
      heads = [];
      at += 1;
      continue;
    }
    const line = lineAt(rows, at);
    at = line.to;
    if (isBody(line)) {
      if (lines.length > 0 && lines[0]!.grid !== line.grid) close();
      if (lines.length === 0) lines = blankBefore(heads, line);
      lines.push(line);
    } else if (lines.length > 0 && (isGroup(line) || isBlankBeside(line, lines.findLast(isBody)!))) lines.push(line);
    else {
      if (lines.length > 0) close();
      // Each block of table 2 begins with its item.
      if (line.tokens[0]?.text.startsWith('第二十条')) heads = [];
      heads.push(line);
      if (heads.length > longestHead) heads.shift();
    }
  }
  close();
  return frames;
}

/** Takes the last lines from the heads that are blank rows of the table, as the first line with figures shows. */
function blankBefore(heads: Line[], line: Line): Line[] {
  let from = heads.length;
  while (from > 0 && isBlankBeside(heads[from - 1]!, line)) from -= 1;
  return heads.splice(from);
}

/** The line that begins at a row: all of a grid's line, or a label with the figures on the lines below it. */
function lineAt(rows: readonly Row[], from: number): Line {
  const row = rows[from]!;
  let to = from + 1;
  if (row.grid) {
    while (to < rows.length && rows[to]!.grid && rows[to]!.first === row.first) to += 1;
    const tokens = rows.slice(from, to).flatMap(({ labels, cells }) => [...labels, ...cells]);
    return { tokens: tokens.sort((a, b) => a.column - b.column), grid: true, from, to };
  }
  const words = row.labels.flatMap(wordsOf);
  const cells = [...(row.rhythm ?? row.cells)];
  // Several words on one line are a head; so is the last of the outcomes over a row of them.
  const isHead = words.length > 2 || (row.cells.length === 0 && isOutcome(row) && runAt(rows, to) % 5 === 0);
  if (!isHead && (row.cells.length === 0 || row.labels.length === 0))
    for (; to < rows.length && isBare(rows[to]!); to += 1) cells.push(...(rows[to]!.rhythm ?? rows[to]!.cells));
  return { tokens: [...words, ...cells], grid: false, from, to };
}

const isOutcome = ({ labels }: Row): boolean => namesOf(labels.at(-1)!.text).some(({ axis }) => axis === 'outcome');

/** How many figures stand a line each, or in lines without labels, from a row on. */
function runAt(rows: readonly Row[], from: number): number {
  let cells = 0;
  for (let at = from; at < rows.length && isBare(rows[at]!); at += 1) cells += rows[at]!.cells.length;
  return cells === 0 || cells > 15 ? -1 : cells;
}

const isBare = ({ grid, labels, cells }: Row): boolean => !grid && labels.length === 0 && cells.length > 0;

/** The words of a label that spaces part: those of a head, or a group's and the row's own. */
function wordsOf(token: Token): Token[] {
  const words = token.text.split(/\s+/);
  if (words.length === 1 || !words.some((word) => namesOf(word).length > 0 || onlyYear(word) !== null)) return [token];
  return words.map((text, column) => ({ ...token, text, column }));
}

const isBody = (line: Line): boolean =>
  line.tokens.some((token) => isValue(token) || (token.content.kind === 'dash' && !line.grid)) || isBlank(line);

/** A row of blank cells behind a label of the forms; behind a word for the labels below it, it is a head. */
function isBlank({ tokens, grid }: Line): boolean {
  if (!grid) return false;
  const labels = tokens.filter(({ content }) => content.kind === 'label');
  const own = labels.at(-1);
  if (own === undefined || labels.length > 3 || tokens.length === labels.length) return false;
  if (labels.length > 1 && corner.test(fold(labels[0]!.text))) return false;
  return namesOf(own.text).some(({ axis }) => axis === 'row2' || axis === 'row3');
}

const corner = /^(?:信息)?(?:内容|项目|类[别型]|指标|名称|事项|结果|序号)/;

/** A row of blank cells or dashes: what labels it is on the axis of the labels of a line with figures. */
function isBlankBeside({ tokens, grid }: Line, line: Line): boolean {
  if (!grid || !line.grid || !isBody(line)) return false;
  const labels = tokens.filter(({ content }) => content.kind === 'label');
  const own = labels.at(-1);
  if (own === undefined || labels.length > 3 || tokens.length === labels.length) return false;
  const axes = new Set(namesOf(own.text).map(({ axis }) => axis));
  return line.tokens.some(
    ({ text, content, column }) =>
      content.kind === 'label' && column === own.column && namesOf(text).some(({ axis }) => axes.has(axis)),
  );
}

/** Do both name something on one axis? */
const isBeside = (one: string, two: string): boolean =>
  namesOf(one).some(({ axis }) => namesOf(two).some((other) => other.axis === axis));

/** The label of a group of rows, on a line of its own. */
function isGroup({ tokens }: Line): boolean {
  const [only] = tokens.filter(isFilled);
  if (only === undefined || tokens.filter(isFilled).length > 1 || only.text.length > 40) return false;
  return namesOf(only.text).length > 0 || groups.test(fold(only.text));
}

const groups = /^法人|^行政诉讼|办理结果|^[(（]?[三四五六][)）、]|不予公开|无法提供|不予处理|其他处理/;

function frameOf(heads: readonly Line[], all: readonly Line[], rest: readonly Line[]): Frame {
  const grid = all.find(isBody)!.grid;
  return grid ? frameOfGrid(heads, all) : frameOfLines(heads, all, rest);
}

const isRow = (token: Token | undefined): boolean =>
  token !== undefined && namesOf(token.text).length === 1 && /^row/.test(namesOf(token.text)[0]!.axis);

/** So many rows in which the label may be that of the figures before it. */
const fewestAdrift = 3;

function frameOfGrid(heads: readonly Line[], all: readonly Line[]): Frame {
  const columns = new Set<number>();
  const words = new Set<number>();
  const counts = new Map<number, number>();
  for (const { tokens } of all)
    for (const token of tokens)
      if (isValue(token) || token.content.kind === 'label') {
        const more = isValue(token) ? 1 : -1;
        counts.set(token.column, (counts.get(token.column) ?? 0) + more);
      }
  // A shifted row has a figure where the others have labels.
  for (const [column, count] of counts) (count > 0 ? columns : words).add(column);
  const last = Math.max(...columns);
  const first = Math.min(...columns);
  // From the outermost group to the row's own label, which stands next to the figures.
  const order = [...words].sort((a, b) => a - b);
  const before = order.filter((column) => column < last);
  const labelColumns = before.length > 0 ? before : order.toReversed();
  const path: (Token | undefined)[] = [];
  const lines: BodyLine[] = [];
  for (const line of all) {
    const own = line.tokens.filter(({ content, column }) => content.kind === 'label' && labelColumns.includes(column));
    own.sort((a, b) => labelColumns.indexOf(a.column) - labelColumns.indexOf(b.column));
    for (const token of own) {
      const at = labelColumns.indexOf(token.column);
      path.length = Math.min(path.length, at);
      path[at] = token;
    }
    const cells = line.tokens.filter(({ content, column }) => content.kind !== 'label' || !words.has(column));
    if (!isBody(line) && (cells.length === 0 || !own.some(({ text }) => namesOf(text).length > 0))) continue;
    lines.push({ ...line, path: own.length === 0 ? [] : path.filter((token) => token !== undefined), cells });
  }
  return {
    heads,
    lines,
    grid: true,
    columns: [...columns].sort((a, b) => a - b),
    labelsLast: before.length === 0 && order.some((column) => column > first),
    isAdrift: false,
  };
}

function frameOfLines(heads: readonly Line[], all: readonly Line[], rest: readonly Line[]): Frame {
  const lines: BodyLine[] = [];
  const before = heads.at(-1)?.tokens ?? [];
  let open: readonly Token[] = before.length === 1 ? before : [];
  for (const line of all) {
    const words = line.tokens.filter(({ content }) => content.kind === 'label');
    const own = isBody(line) ? 1 : 0;
    if (own === 1) {
      const cells = line.tokens.filter(({ content }) => content.kind !== 'label');
      lines.push({ ...line, path: words.length > 0 ? [...open, ...words] : [], cells });
    }
    for (const word of words.slice(0, words.length - own))
      if (namesOf(word.text).length > 0) open = [...open.filter(({ text }) => !isBeside(text, word.text)), word];
  }
  const own = lines.map(({ path }) => path.at(-1));
  const isAdrift =
    lines.length >= fewestAdrift && !isRow(own[0]) && own.slice(1).every(isRow) && isRow(rest[0]?.tokens.at(-1));
  return { heads, lines, grid: false, columns: [], labelsLast: false, isAdrift };
}
