/**
 * Tables that a page draws with other elements than `<table>`: rows of `div`, `li`, `dl` whose children stand side by side, and
 * grids of CSS. Finds them by their shape alone (sibling rows of short cells, many of them figures), and says where a table,
 * a row and a cell begin and end, so that html.ts reads them as any other table.
 */
import type { Budget } from './budget.ts';
import { scanMarkup } from './markup.ts';

/** What happens in front of a tag: what ends, from the inside out, then what begins. */
export interface Turn {
  readonly ends: ('table' | 'row' | 'cell')[];
  readonly begins: Begin[];
}

type Begin =
  | { readonly what: 'table' }
  | { readonly what: 'row' }
  | { readonly what: 'cell'; readonly columns: number; readonly rows: number };

/** Turns by the offset of the tag's name, as the markup's events give it. */
export type Boxes = ReadonlyMap<number, Turn>;

const none: Boxes = new Map();
/** A page with so many real cells has its tables in them. */
const enoughCells = 150;

/** Elements that may be a row or a cell; all others only dress their text, or hold something else. */
const blocks = new Set('div ul ol li dl dt dd p section article main header body form'.split(' '));
const inlines = new Set(['span', 'label', 'i', 'b', 'em', 'strong', 'a']);
const tables = new Set(['table', 'tbody', 'tr', 'td', 'th']);
/** A span is a cell where it has a name or a place of its own. */
const ownPlace = /(?:^|[;\s])(?:display|float|width|flex|grid-column)\s{0,3}:/i;

/** A row has no more cells, a cell of a table no longer text, a page no deeper nesting that is looked at. */
const mostCells = 40;
const mostGridCells = 2_000;
const longestCell = 120;
const longestRow = mostCells * longestCell;
const deepest = 200;
/** So many figures, and such a share of figures and blanks, are a table's; so many labels before its first row are its own. */
const fewestFigures = 3;
const fewestShare = 0.25;
const mostLeading = 3;

const figure = /^[-+－＋—]?[\d０-９][\d０-９,，.]{0,15}(?:件|条|项|个|次|宗|起|人|元|万元)?$/;
const blank = /^(?:[-—－–/／\s\u00a0\u3000]{0,6}|无)$/;

interface Box {
  readonly from: number;
  readonly to: number;
  readonly tag: string;
  readonly name: string;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** A row's cells; null for a box that is a cell. */
  readonly cells: readonly Box[] | null;
}

interface Open {
  readonly element: string;
  readonly from: number;
  readonly tag: string;
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  /** Columns of a CSS grid, 0 where it is none. */
  readonly grid: number;
  readonly isTable: boolean;
  text: string;
  /** Text stands beside its children. */
  loose: boolean;
  children: number;
  /** Holds more than short cells. */
  rich: boolean;
  cells: Box[];
  run: Box[];
}

/** Finds the drawn tables of a page. Linear in the source; memory stays with what is open. */
export function boxesOf(source: string, budget: Budget): Boxes {
  if (!/<(?:div|li|dd|p|span)[\s>]/i.test(source) || (source.match(/<t[dh][\s>]/gi)?.length ?? 0) >= enoughCells)
    return none;
  const grids = gridRules(source);
  const turns = new Map<number, Turn>();
  const stack: Open[] = [];
  let unread: string | null = null;

  const close = (to: number) => {
    const open = stack.pop()!;
    const parent = stack.at(-1);
    const box = boxOf(open, to, turns);
    if (parent === undefined) return;
    parent.children += 1;
    if (box === null) {
      settle(parent, turns);
      parent.rich = true;
      return;
    }
    const isRow = box.cells !== null;
    if (isRow && box.cells.some((cell) => figure.test(cell.text))) parent.rich = true;
    if (parent.cells.length <= (parent.grid > 0 ? mostGridCells : mostCells)) parent.cells.push(box);
    addToRun(parent, box, turns);
  };

  scanMarkup(
    source,
    false,
    {
      open(element, attributes, offset) {
        if (unread !== null) return;
        if (element === 'script' || element === 'style') unread = element;
        const style = attributes.get('style') ?? '';
        const named = attributes.get('class') ?? '';
        const isCell = inlines.has(element) && (named !== '' || ownPlace.test(style));
        const isTable = tables.has(element);
        if (!(blocks.has(element) || isCell || isTable) || stack.length >= deepest) return;
        if (/display\s{0,3}:\s{0,3}none/i.test(style)) return;
        const last = stack.at(-1);
        if (last !== undefined && endsItself(last.element, element)) close(offset);
        const first = named.trim().split(/\s+/)[0]!.replace(/\d+/g, '').toLowerCase();
        stack.push({
          element,
          from: offset,
          tag: element,
          name: /^(?:odd|even|alt)$/.test(first) ? element : `${element}.${first}`,
          ...spansOf(style, attributes),
          grid: columnsIn(style) || (grids.get(named.trim().split(/\s+/)[0]!) ?? 0),
          isTable,
          text: '',
          loose: false,
          children: 0,
          rich: false,
          cells: [],
          run: [],
        });
      },
      close(element, offset) {
        if (unread !== null) {
          if (element === unread) unread = null;
          return;
        }
        if (!(blocks.has(element) || inlines.has(element) || tables.has(element))) return;
        const at = stack.findLastIndex((open) => open.element === element);
        if (at === -1 || (inlines.has(element) && at !== stack.length - 1)) return;
        while (stack.length > at) close(offset);
      },
      text(data) {
        const open = stack.at(-1);
        if (unread !== null || open === undefined) return;
        if (open.text.length <= longestCell) open.text += data.replace(/\s+/g, ' ');
        if (open.children > 0 || open.text.length > longestCell) open.loose ||= data.trim() !== '';
      },
    },
    budget,
  );
  while (stack.length > 0) close(source.length);
  return turns;
}

/** An element that the next one ends without a tag of its own. */
const endsItself = (open: string, next: string): boolean =>
  (open === 'li' && next === 'li') ||
  ((open === 'dt' || open === 'dd') && (next === 'dt' || next === 'dd')) ||
  (open === 'p' && blocks.has(next));

/** What an element is once it is closed: a cell, a row, or null for anything else. */
function boxOf(open: Open, to: number, turns: Map<number, Turn>): Box | null {
  const { from, tag, name, columns, rows, children, cells } = open;
  const own = open.text.trim();
  const frame = { from, to, tag, name, columns, rows };
  if (open.isTable) {
    settle(open, turns);
    return null;
  }
  if (children === 0) return own.length <= longestCell ? { ...frame, text: own, cells: null } : null;
  if (open.grid > 1 && own === '' && !open.rich && cells.length === children && cells.length > open.grid) {
    drawGrid(cells, open.grid, open, to, turns);
    return null;
  }
  const only = cells[0];
  if (children === 1 && own === '' && only !== undefined && cells.length === 1) {
    const spans = columns * rows > 1 ? { columns, rows } : {};
    return only.cells === null ? { ...only, tag, name, ...spans, from, to } : { ...only, tag, name };
  }
  const text = (own + cells.map((cell) => cell.text).join('')).trim();
  if (open.rich || cells.length !== children || cells.length > mostCells || text.length > longestRow) {
    settle(open, turns);
    return null;
  }
  if (own !== '' || open.loose) return text.length <= longestCell ? { ...frame, text, cells: null } : null;
  const isLine = cells.some((cell) => inlines.has(cell.tag));
  if (isLine && cells.some((cell) => cell.name !== cells[0]!.name || /[。；]/.test(cell.text))) {
    return text.length <= longestCell ? { ...frame, text, cells: null } : null;
  }
  return { ...frame, text, cells };
}

/** Sibling rows of one element follow each other; a cell of the same name among them is a row of its own. */
function addToRun(parent: Open, box: Box, turns: Map<number, Turn>): void {
  const { run } = parent;
  const last = run.at(-1);
  const hasRows = run.some(({ cells }) => cells !== null);
  if (last !== undefined && (box.tag !== last.tag || (box.name !== last.name && (box.cells === null || !hasRows))))
    settle(parent, turns);
  parent.run.push(box);
  if (box.cells === null && !hasRows && parent.run.length > mostLeading) parent.run.shift();
}

/** Ends the run of rows in an element: where it is a table, its turns are kept. */
function settle(parent: Open, turns: Map<number, Turn>): void {
  const { run } = parent;
  parent.run = [];
  if (run.filter(({ cells }) => cells !== null).length < 2) return;
  const texts = run.flatMap(({ cells, text }) => (cells ?? [{ text }]).map((cell) => cell.text));
  const figures = texts.filter((text) => figure.test(text)).length;
  const blanks = texts.filter((text) => blank.test(text)).length;
  if (figures < fewestFigures || figures + blanks < fewestShare * texts.length) return;
  const rows = run.map((box) => ({ from: box.from, to: box.to, cells: box.cells ?? [box] }));
  draw(rows, turns);
}

interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Box[];
}

function draw(rows: readonly Drawn[], turns: Map<number, Turn>): void {
  const at = (offset: number): Turn => {
    const known = turns.get(offset);
    if (known) return known;
    const turn: Turn = { ends: [], begins: [] };
    turns.set(offset, turn);
    return turn;
  };
  for (const [index, { from, to, cells }] of rows.entries()) {
    if (index === 0) at(from).begins.push({ what: 'table' });
    at(from).begins.push({ what: 'row' });
    for (const cell of cells) {
      at(cell.from).begins.push({ what: 'cell', columns: cell.columns, rows: cell.rows });
      at(cell.to).ends.push('cell');
    }
    at(to).ends.push('row');
    if (index === rows.length - 1) at(to).ends.push('table');
  }
}

/** A grid of CSS puts its children into rows as they fit: the cells of each row, as the browser places them. */
function drawGrid(cells: readonly Box[], width: number, { from }: Open, to: number, turns: Map<number, Turn>): void {
  const rows: { from: number; to: number; cells: Box[] }[] = [];
  const busyUntil: number[] = Array<number>(width).fill(0);
  let row = -1;
  let column = width;
  for (const cell of cells) {
    const span = Math.min(cell.columns, width);
    while (column < width && busyUntil[column]! > row) column += 1;
    while (column + span > width) {
      row += 1;
      column = 0;
      while (column < width && busyUntil[column]! > row) column += 1;
      rows.push({ from: cell.from, to: cell.to, cells: [] });
    }
    for (let at = column; at < column + span; at += 1) busyUntil[at] = row + cell.rows;
    column += span;
    const open = rows.at(-1)!;
    open.cells.push(cell);
    open.to = cell.to;
  }
  const filled = rows.filter((each) => each.cells.length > 0);
  if (filled.length < 2 || from >= to) return;
  draw(filled, turns);
}

function spansOf(style: string, attributes: ReadonlyMap<string, string>): { columns: number; rows: number } {
  const of = (axis: 'column' | 'row', attribute: string): number => {
    const stated = attributes.get(attribute) ?? attributes.get(`data-${attribute}`);
    const rule = style === '' ? null : new RegExp(`grid-${axis}\\s{0,3}:\\s{0,3}([^;]{1,40})`, 'i').exec(style)?.[1];
    const span = rule && (/span\s{1,3}(\d{1,3})/.exec(rule)?.[1] ?? between(rule));
    const count = Number(stated ?? span ?? 1);
    return Number.isInteger(count) && count >= 1 && count <= 100 ? count : 1;
  };
  return { columns: of('column', 'colspan'), rows: of('row', 'rowspan') };
}

/** `2 / 5`: from the second line to the fifth, three columns. */
function between(rule: string): string | undefined {
  const lines = /^\s{0,3}(\d{1,3})\s{0,3}\/\s{0,3}(\d{1,3})/.exec(rule);
  return lines ? `${Number(lines[2]) - Number(lines[1])}` : undefined;
}

/** How many columns a grid has, as its style says; 0 where it is none. */
function columnsIn(style: string): number {
  const template = /grid-template-columns\s{0,3}:\s{0,3}([^;}]{1,300})/i.exec(style)?.[1];
  if (template === undefined) return 0;
  let count = 0;
  const tracks = template.replace(/(?:minmax|fit-content|clamp|min|max|calc)\([^()]{0,60}\)/gi, 'auto');
  for (const part of tracks.matchAll(/repeat\(\s{0,3}(\d{1,3})\s{0,3},([^)]{1,60})\)|[^\s()]{1,40}/g)) {
    const repeated = part[2]?.trim().split(/\s+/).length ?? 1;
    count += part[1] === undefined ? 1 : Number(part[1]) * repeated;
  }
  return count <= 100 ? count : 0;
}

/** The classes that the page's own style sheets make a grid, with their columns. */
function gridRules(source: string): Map<string, number> {
  const found = new Map<string, number>();
  if (!source.includes('grid-template-columns')) return found;
  for (const sheet of source.matchAll(/<style[^>]{0,200}>([\s\S]{0,50000}?)<\/style/gi))
    for (const rule of sheet[1]!.matchAll(/\.([\w-]{1,60})\s{0,3}\{([^}]{1,500})\}/g)) {
      const columns = columnsIn(rule[2]!);
      if (columns > 0) found.set(rule[1]!, columns);
    }
  return found;
}
