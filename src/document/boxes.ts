/**
 * Tables that a page draws with other elements than `<table>`: rows of `div`, `li`, `dl` whose children stand side by side, and
 * grids of CSS. Finds them by their shape alone (sibling rows of short cells, many of them figures), and says where a table,
 * a row and a cell begin and end, so that html.ts reads them as any other table.
 */
import { type Box, type Boxes, draw, drawGrid, type Turn } from './boxTurns.ts';
import type { Budget } from './budget.ts';
import { columnsIn, gridRules, spansOf } from './gridStyles.ts';
import { scanMarkup } from './markup.ts';

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
    drawGrid(cells, open.grid, from, to, turns);
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
