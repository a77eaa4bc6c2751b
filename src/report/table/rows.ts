/** Blocks → rows. A layout is an adapter here: tabs, pipes, HTML and PDF cells, spaces, one cell a line, one line for all. */
import type { Block, Cell } from '../../document/document.ts';
import { isRowLabel } from './labels.ts';
import { isFilled, isValue, type Row, type Token } from './row.ts';
import { contentOf } from './value.ts';

/** A label is shorter than this; the longest of the forms has 37 characters. */
const longestLabel = 70;
/** Cells of one row that are looked at: a hostile row may have thousands. */
const mostCells = 400;

/** Reads the document's blocks as rows, in order. Linear in the text; never throws. */
export function rowsFrom(blocks: readonly Block[]): Row[] {
  const rows: Row[] = [];
  let run: Token[] = [];
  let gaps: number[] = [];
  let gap = 0;
  const flush = () => {
    if (run.length > 0) for (const row of runRows(run, gaps)) rows.push(row);
    run = [];
    gaps = [];
  };
  for (const [index, block] of blocks.entries()) {
    const tokens = tokensOf(block, index);
    if (tokens.length === 0) {
      gap += 1;
      continue;
    }
    const single = tokens.length === 1 ? tokens[0]! : null;
    if (single?.content.kind === 'noise') continue;
    if (single && (single.content.kind === 'value' || single.content.kind === 'dash')) {
      gaps.push(gap);
      run.push(single);
      gap = 0;
      continue;
    }
    flush();
    gap = 0;
    for (const piece of pieces(tokens)) rows.push(piece);
  }
  flush();
  return rows;
}

const gridBlocks = new WeakSet<readonly Token[]>();

function tokensOf(block: Block, index: number): Token[] {
  const { cells } = block;
  if (cells.length > 1) return grid(fillGaps(cells), index);
  const cell = cells[0];
  if (!cell || cell.text === '') return [];
  const { text } = cell;
  if (text.includes('\t')) return grid(split(cell, text.split('\t')), index);
  if (text.includes('|') && /\|[^|]*\|/.test(text)) {
    const inner = text.replace(/^\s*\|/, '').replace(/\|\s*$/, '');
    if (/^[\s|:-]*-{2}[\s|:-]*$/.test(inner)) return [];
    return grid(split(cell, inner.split('|')), index);
  }
  const content = contentOf(text);
  if (content.kind !== 'label') return [{ text, content, place: cell.place, column: 0, span: 1, block: index }];
  return words(cell, index);
}

const split = (cell: Cell, parts: readonly string[]): Cell[] =>
  parts.slice(0, mostCells).map((part, column) => ({ ...cell, text: part.trim(), column, span: 1 }));

/** A PDF has no blank cells, only columns that nothing stands in: they become empty cells. */
function fillGaps(cells: readonly Cell[]): readonly Cell[] {
  const used = cells.length > mostCells ? cells.slice(0, mostCells) : cells;
  const filled: Cell[] = [];
  let next = used[0]!.column;
  for (const cell of used) {
    if (filled.length > 0 && cell.column - next <= 20)
      for (; next < cell.column; next += 1) filled.push({ text: '', place: cell.place, column: next, span: 1 });
    filled.push(cell);
    next = cell.column + cell.span;
  }
  return filled.length === used.length ? used : filled;
}

function grid(cells: readonly Cell[], index: number): Token[] {
  const tokens: Token[] = [];
  for (const cell of cells) {
    const content = contentOf(cell.text);
    tokens.push({ text: cell.text, content, place: cell.place, column: cell.column, span: cell.span, block: index });
  }
  if (!tokens.some(isFilled)) return tokens.length >= 5 ? mark(tokens) : [];
  const filled = tokens.filter(isFilled);
  // A single cell among empty ones may still be a whole line of words and figures.
  if (filled.length === 1 && filled[0]!.content.kind === 'label' && /\s[\d\uff10-\uff19]/.test(filled[0]!.text)) {
    const spread = words({ ...filled[0]!, text: filled[0]!.text }, index);
    if (spread.length > 3) return spread;
  }
  return mark(tokens);
}

function mark(tokens: Token[]): Token[] {
  gridBlocks.add(tokens);
  return tokens;
}

/** A line that lost its grid: a label with figures behind it, parted by spaces (or by nothing, before the first). */
function words(cell: Cell, index: number): Token[] {
  const token = (text: string, column: number): Token => {
    return { text, content: contentOf(text), place: cell.place, column, span: 1, block: index };
  };
  const whole = token(cell.text, 0);
  const parts = cell.text.split(/[\s\u3000]+/);
  if (parts.length < 2 || !/[\d\uff10-\uff19]|[-—/]/.test(cell.text)) {
    const glued = /^(.{0,40}[^\d\s,.+-])(\d[\d,.]{0,15})$/.exec(cell.text);
    return glued && isRowLabel(glued[1]!) ? [token(glued[1]!, 0), token(glued[2]!, 1)] : [whole];
  }
  const tokens = parts.slice(0, 20_000).map(token);
  const closing = tokens.findLastIndex((part) => part.content.kind === 'label' || part.content.kind === 'noise');
  const known =
    tokens.length > 6 ? tokens.filter((part) => part.content.kind === 'label' && isRowLabel(part.text)).length : 0;
  if (known >= 2) return tokens;
  if (closing === tokens.length - 1 || tokens.slice(closing + 1).every((part) => !isValue(part))) return [whole];
  const head = parts.slice(0, closing + 1).join(' ');
  const values = tokens.slice(closing + 1).map((part, at) => ({ ...part, column: at + 1 }));
  if (head === '') return values;
  if (head.length > longestLabel) return [whole];
  const glued = /^(.{0,60}[^\d\s,.+-])(\d[\d,.]{0,15})$/.exec(head);
  if (glued && values.length === 6) return [token(glued[1]!, 0), token(glued[2]!, 0), ...values];
  return [token(head, 0), ...values];
}

/** Cuts a sequence of tokens where a label of the form follows a value: one line may hold several rows. */
function pieces(tokens: readonly Token[]): Row[] {
  const isGrid = gridBlocks.has(tokens);
  const rows: Row[] = [];
  let current: Token[] = [];
  let values = 0;
  for (const token of tokens) {
    const label = token.content.kind === 'label';
    if (label && values > 0 && (!isGrid || isRowLabel(token.text))) {
      rows.push(...rowOf(current, isGrid));
      current = [];
      values = 0;
    }
    if (isValue(token)) values += 1;
    if (token.content.kind !== 'noise' || isGrid) current.push(token);
  }
  rows.push(...rowOf(current, isGrid));
  return rows;
}

/** Labels are what stands before the first value; later words are cells that hold no figure. */
function rowOf(tokens: readonly Token[], isGrid: boolean): Row[] {
  if (tokens.length === 0) return [];
  const firstValue = tokens.findIndex(isValue);
  const head = firstValue === -1 ? tokens : tokens.slice(0, firstValue);
  const lastLabel = head.findLastIndex((token) => token.content.kind === 'label');
  const labels = head.slice(0, lastLabel + 1).filter((token) => token.content.kind === 'label');
  const cells = tokens.slice(lastLabel + 1);
  if (isGrid || cells.length === 0 || labels.length <= 1) return [makeRow(labels, cells, isGrid)];
  // Words of a single line: each its own label, the last one the row's.
  const own = labels.at(-1)!;
  return [...labels.slice(0, -1).map((label) => makeRow([label], [], false)), makeRow([own], cells, false)];
}

function makeRow(
  labels: readonly Token[],
  cells: readonly Token[],
  isGrid: boolean,
  rhythm: readonly Token[] | null = null,
): Row {
  const first = labels[0] ?? cells[0]!;
  const last = cells.at(-1) ?? labels.at(-1)!;
  const length = labels.reduce((sum, label) => sum + label.text.length, 0);
  const prose = cells.length === 0 && (length > longestLabel || labels.some((label) => label.text.includes('。')));
  return {
    labels,
    cells,
    filled: cells.filter(isFilled).length,
    grid: isGrid,
    prose,
    first: first.block,
    last: last.block,
    rhythm,
  };
}

/** One cell a line: a run of values is one row, or several where it is a multiple of what a row has. */
function runRows(run: readonly Token[], gaps: readonly number[]): Row[] {
  const count = run.length;
  const sizes =
    count > 7 && count % 7 === 0
      ? Array<number>(count / 7).fill(7)
      : count > 15 && (count - 15) % 7 === 0
        ? [...Array<number>((count - 15) / 7).fill(7), 15]
        : count === 10
          ? [5, 5]
          : [count];
  let from = 0;
  return sizes.map((size) => {
    const cells = run.slice(from, from + size).map((token, column) => ({ ...token, column }));
    const restored = sizes.length === 1 ? rhythmOf(cells, gaps) : null;
    from += size;
    return makeRow([], cells, false, restored);
  });
}

/**
 * Blank cells of a column of lines: where figures are parted by g empty lines and two by 2g+1, a cell between them was
 * blank. Only a reading that fills the row exactly is used (columns.ts), so a stray empty line restores nothing.
 */
function rhythmOf(cells: readonly Token[], gaps: readonly number[]): readonly Token[] | null {
  if (cells.length < 3) return null;
  const inner = gaps.slice(1, cells.length);
  const beat = Math.min(...inner);
  const restored: Token[] = [];
  for (const [index, cell] of cells.entries()) {
    const blanks = index === 0 ? 0 : (inner[index - 1]! - beat) / (beat + 1);
    if (!Number.isInteger(blanks) || blanks > 6) return null;
    for (let i = 0; i < blanks; i += 1)
      restored.push({ ...cell, text: '', content: { kind: 'empty' }, column: restored.length });
    restored.push({ ...cell, column: restored.length });
  }
  return restored.length === cells.length ? null : restored;
}
