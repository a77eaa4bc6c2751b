/** A block → its tokens: cells that tabs, pipes or the format part, figures with their names, words that lost their grid. */
import type { Block, Cell } from '../../document/document.ts';
import { gluedRows } from './glued.ts';
import { isRowLabel } from './labels.ts';
import { pairOf, pairsOf } from './pairs.ts';
import { isFilled, isValue, longestLabel, type Token } from './row.ts';
import { contentOf, unit } from './value.ts';

/** Cells of one row that are looked at: a hostile row may have thousands. */
const mostCells = 400;

/** The tokens of a block, and whether they keep its grid. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly isGrid: boolean;
  /** The names of its columns, where the line says them with its figures. */
  readonly head?: readonly Token[] | undefined;
}

const nothing: Line = { tokens: [], isGrid: false };
const withoutGrid = (tokens: readonly Token[]): Line => ({ tokens, isGrid: false });

/** Reads a block as tokens. */
export function lineOf(block: Block, index: number): Line {
  const { cells } = block;
  if (cells.length > 1) return grid(fillGaps(cells), index);
  const cell = cells[0];
  if (!cell || cell.text === '') return nothing;
  const { text } = cell;
  if (text.includes('\t')) return grid(split(cell, text.split('\t')), index);
  // +----+----+ between the rows of a table that is drawn with characters.
  if (/^\+[-=+:]{3,}\+$/.test(text)) return nothing;
  if (text.includes('|') && /\|[^|]*\|/.test(text)) {
    const inner = text.replace(/^\s*\|/, '').replace(/\|\s*$/, '');
    if (/^[\s|:-]*-{2}[\s|:-]*$/.test(inner)) return nothing;
    return grid(split(cell, inner.split('|')), index);
  }
  if (text.includes(',') && commaRow.test(text)) return grid(split(cell, text.split(',')), index);
  const content = contentOf(text);
  if (content.kind !== 'label' && !isSeveral(text, content.kind === 'noise'))
    return withoutGrid([{ text, content, place: cell.place, column: 0, span: 1, block: index }]);
  return paired(cell, index) ?? withoutGrid(glued(cell, index) ?? words(cell, index));
}

/** A row of comma-separated values: labels, then three cells or more that hold a figure or nothing. Grouped digits (1,234) are none. */
const commaRow =
  /^(?:(?:\d{1,2}[.、])?[^,，。；\d][^,，。；]{0,59},){1,3}(?:(?:[-+]?\d{1,10}(?:\.\d{1,6})?|[-—/]?),){2,}(?:[-+]?\d{1,10}(?:\.\d{1,6})?|[-—/]?)$/;

/** - - - are three blank cells, not one, - 3 is a blank one before a figure, and - -3 - are three; but - 3 - is the number of a page. */
function isSeveral(text: string, isPage: boolean): boolean {
  if (!/^[-—–－/]{1,3}\s/.test(text)) return false;
  const parts = text.split(/\s+/);
  const isSigned = parts.some((part) => /^[-+]\d/.test(part));
  return (
    (!isPage || isSigned || parts.length > 3) &&
    parts.every((part) => /^(?:[-—–－/]{1,3}|[-+]?\d[\d,.]{0,15})$/.test(part))
  );
}

/** Figures with the names of their columns: as good as a grid. */
function paired(cell: Cell, index: number): Line | null {
  const pair = pairOf(cell.text);
  if (pair !== null) return withoutGrid([word(pair.name, 0, cell, index), word(pair.cell, 1, cell, index)]);
  const line = pairsOf(cell.text);
  if (line === null) return null;
  const label = line.label === null ? [] : [word(line.label, 0, cell, index)];
  const tokens = [...label, ...line.cells.map((text, at) => word(text, at + 1, cell, index))];
  const head = line.head.map((text, at) => word(text, at, cell, index));
  return { tokens, isGrid: true, head: head.length > 0 ? head : undefined };
}

/** Figures at their words, or at each other. */
function glued(cell: Cell, index: number): Token[] | null {
  const rows = gluedRows(cell.text);
  if (rows === null) return null;
  const parts = rows.flatMap(({ label, cells }) => (label === null ? cells : [label, ...cells]));
  return parts.map((text, at) => word(text, at, cell, index));
}

const units = new RegExp(`^(?:${unit})$`);
const isUnit = (text: string): boolean => text.length <= 2 && units.test(text);

const split = (cell: Cell, parts: readonly string[]): Cell[] =>
  parts.slice(0, mostCells).map((part, column) => ({ ...cell, text: part.trim(), column, span: 1 }));

/** A PDF has no blank cells, only columns that nothing stands in: they become empty cells. */
function fillGaps(cells: readonly Cell[]): readonly Cell[] {
  const used = cells.length > mostCells ? cells.slice(0, mostCells) : cells;
  if (used.every((cell, at) => at === 0 || cell.column === used[at - 1]!.column + used[at - 1]!.span)) return used;
  const filled: Cell[] = [];
  let next = used[0]!.column;
  for (const cell of used) {
    if (filled.length > 0 && cell.column - next <= 20)
      for (; next < cell.column; next += 1) filled.push({ text: '', place: cell.place, column: next, span: 1 });
    filled.push(cell);
    next = cell.column + cell.span;
  }
  return filled;
}

function grid(cells: readonly Cell[], index: number): Line {
  const tokens: Token[] = [];
  for (const cell of cells) {
    const content = contentOf(cell.text);
    // A unit in a cell of its own is no cell of the form.
    if (content.kind === 'label' && tokens.length > 0 && isUnit(cell.text)) continue;
    tokens.push({ text: cell.text, content, place: cell.place, column: cell.column, span: cell.span, block: index });
  }
  const first = tokens.find(isFilled);
  if (first === undefined) return tokens.length >= 5 ? { tokens, isGrid: true } : nothing;
  // A single cell among empty ones may still be a whole line of words and figures.
  if (first.content.kind === 'label' && /\s[\d\uff10-\uff19]/.test(first.text) && tokens.findLast(isFilled) === first) {
    const spread = words(first, index);
    if (spread.length > 3) return withoutGrid(spread);
  }
  return { tokens, isGrid: true };
}

/** A line that lost its grid: a label with figures behind it, parted by spaces (or by nothing, before the first). */
function words(cell: Cell, index: number): Token[] {
  const { text } = cell;
  if (!/\s[\d\uff10-\uff19+＋\-—–−－/增减減]/.test(text)) {
    const last = text.charCodeAt(text.length - 1);
    const glued = last >= 0x30 && last <= 0x39 ? /^(.{0,40}[^\d\s,.+-])(\d[\d,.]{0,15})$/.exec(text) : null;
    if (glued && isRowLabel(glued[1]!)) return [word(glued[1]!, 0, cell, index), word(glued[2]!, 1, cell, index)];
    if (!/^[\d\uff10-\uff19]|[-—/]/.test(text)) return [word(text, 0, cell, index)];
  }
  const whole = word(text, 0, cell, index);
  const parts = text.split(/[\s\u3000]+/);
  if (parts.length < 2) return [whole];
  const tokens = parts.slice(0, 20_000).map((part, at) => word(part, at, cell, index));
  const closing = tokens.findLastIndex((part) => part.content.kind === 'label' || part.content.kind === 'noise');
  const known =
    tokens.length > 6 ? tokens.filter((part) => part.content.kind === 'label' && isRowLabel(part.text)).length : 0;
  if (known >= 2) return tokens;
  if (closing === tokens.length - 1) return labelledLast(tokens, cell, index) ?? [whole];
  const head = parts.slice(0, closing + 1).join(' ');
  // Dashes alone are cells where there are many, or where they stand behind a row's label.
  const dashes = tokens.length - 1 - closing;
  if (!tokens.slice(closing + 1).some(isValue) && dashes < 5 && !isRowLabel(parts[closing] ?? '')) return [whole];
  const values = tokens.slice(closing + 1).map((part, at) => ({ ...part, column: at + 1 }));
  if (head === '') return values;
  if (head.length > longestLabel) return [whole];
  const glued = /^(.{0,60}[^\d\s,.+-])(\d[\d,.]{0,15})$/.exec(head);
  if (glued && values.length === 6)
    return [word(glued[1]!, 0, cell, index), word(glued[2]!, 0, cell, index), ...values];
  // The first row of a group stands behind the group's own label.
  const own = parts[closing]!;
  if (closing > 0 && numberedLabel.test(own) && isRowLabel(own)) {
    const group = parts.slice(0, closing).join(' ');
    return [word(group, 0, cell, index), word(own, 0, cell, index), ...values];
  }
  return [word(head, 0, cell, index), ...values];
}

/** 0 0 0 规章: figures with the label of their row behind them; null for any other words. One figure may be the label's number. */
function labelledLast(tokens: readonly Token[], cell: Cell, index: number): Token[] | null {
  const figures = tokens.findIndex(({ content }) => content.kind === 'label' || content.kind === 'noise');
  const labels = tokens.slice(figures);
  const own = labels.find(({ text }) => isRowLabel(text));
  if (figures < 2 || labels.length > 2 || own === undefined) return null;
  // Its group may stand on either side of it.
  const others = labels.filter((label) => label !== own);
  return [...tokens.slice(0, figures), ...[...others, own].map(({ text }) => word(text, 0, cell, index))];
}

/** （一）予以公开, 1.属于国家秘密. */
const numberedLabel = /^(?:[（(][一二三四五六七八九十]|\d[.、．])/;

function word(text: string, column: number, { place }: Cell, block: number): Token {
  return { text, content: contentOf(text), place, column, span: 1, block };
}
