/** PDF with text → blocks: tables from their ruling lines, paragraphs from the lines' positions. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CodedError } from '../errors.ts';
import type { Budget } from './budget.ts';
import { type Draft, extracted } from './extract.ts';
import { joined } from './layout.ts';
import { cellAt, type Grid, type GridCell, gridsOf } from './pdfGrid.ts';
import { guard } from './pdfGuard.ts';
import { cellOf, type Line, linesOf, paragraphsOf, type Run } from './pdfLines.ts';
import { type LooseColumns, looseRows } from './pdfRows.ts';
import { apply, type Matrix, type Operations, pageRulings } from './pdfRulings.ts';

/** Fewer printed characters a page than this, and it is the picture of a page. */
const fewest = 10;
/** Page numbers stand in these shares of the page's height at its top and bottom. */
const margin = 0.09;
const pageNumber = /^[-—–－\s·第]{0,6}\d{1,4}[-—–－\s·页/]{0,6}(?:\d{1,4}\s?页?)?$/;

interface PageContent {
  readonly runs: Run[];
  readonly grids: Grid[];
  readonly height: number;
}

/** Reads a PDF. Throws input.encrypted, input.damaged, input.scanned (no text), and the budget's errors. */
export async function readPdf(bytes: Uint8Array, budget: Budget) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    // A copy: the library takes the buffer over, and refuses Node's Buffer.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    // Pictures are never decoded.
    maxImageSize: 1,
    cMapUrl: join(assets, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(assets, 'standard_fonts/'),
  });
  const release = guard();
  try {
    const pdf = await inTime(task.promise, budget);
    budget.bound('pages', pdf.numPages);
    const metadata = await inTime(pdf.getMetadata(), budget).catch(() => null);
    const pages: PageContent[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await inTime(pdf.getPage(number), budget);
      const content = await inTime(page.getTextContent({ disableNormalization: true }), budget);
      const list = await inTime(page.getOperatorList(), budget);
      const view = page.getViewport({ scale: 1 });
      const matrix = view.transform as unknown as Matrix;
      const rulings = pageRulings(list, pdfjs.OPS as unknown as Operations, matrix);
      pages.push({ runs: runsOf(content.items, matrix), grids: gridsOf(rulings), height: view.height });
      page.cleanup();
      budget.look();
    }
    refuseScan(pages, budget);
    const title = (metadata?.info as { Title?: unknown } | undefined)?.Title;
    return {
      ...extracted(draftsOf(pages, budget)),
      title: typeof title === 'string' && title.trim() ? title.trim() : null,
    };
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new CodedError('input.encrypted', { what: budget.file });
    throw budget.damaged(error instanceof Error ? error.message : String(error), error);
  } finally {
    await task.destroy().catch(() => undefined);
    release();
  }
}

/** The library's promises cannot be cancelled one by one: past the deadline nobody waits for them any longer. */
async function inTime<T>(promise: Promise<T>, budget: Budget): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      try {
        budget.look();
      } catch (error) {
        reject(error);
      }
    }, budget.left() + 2);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function runsOf(items: readonly unknown[], view: Matrix): Run[] {
  const runs: Run[] = [];
  for (const item of items as { str?: string; transform: Matrix; width: number }[]) {
    if (item.str === undefined || item.str === '') continue;
    const [a, b] = item.transform;
    const size = Math.hypot(item.transform[2], item.transform[3]);
    // Slanted text is a watermark.
    if (Math.min(Math.abs(a), Math.abs(b)) > 0.2 * Math.hypot(a, b)) continue;
    const [x, y] = apply(view, item.transform[4], item.transform[5]);
    const blank = item.str.trim() === '';
    runs.push({ text: item.str, x, y, width: blank ? Math.min(item.width, size) : item.width, size });
  }
  return runs;
}

function refuseScan(pages: readonly PageContent[], budget: Budget): void {
  const text = pages.map((page) => page.runs.map((run) => run.text).join('')).join('');
  const printed = text.replace(/\s+/g, '').length;
  const unreadable = text.match(/[\ufffd\ue000-\uf8ff\u0000-\u0008]/g)?.length ?? 0;
  if (printed < fewest * Math.min(pages.length, 5) || unreadable > printed / 3) {
    throw new CodedError('input.scanned', { what: budget.file });
  }
}

/** A row of one cell with more characters than this is text in a frame. */
const longestAlone = 200;

interface TableState {
  number: number;
  grid: Grid | null;
  /** Of the last table without ruling lines. */
  columns: LooseColumns | null;
}

function draftsOf(pages: readonly PageContent[], budget: Budget): Draft[] {
  const drafts: Draft[] = [];
  const state: TableState = { number: 0, grid: null, columns: null };
  const running = runningLines(pages);
  for (const [index, page] of pages.entries()) {
    const cells = new Map<GridCell, Run[]>();
    const loose: Run[] = [];
    for (const run of page.runs.flatMap((each) => cutAtBorders(each, page.grids))) {
      const cell = cellOfRun(run, page.grids);
      if (cell === null) loose.push(run);
      else if (cells.has(cell)) cells.get(cell)!.push(run);
      else cells.set(cell, [run]);
    }
    const isRunning = (line: Line) => index > 0 && inMargin(line, page.height) && running.has(textOf(line));
    const lines = linesOf(loose).filter(
      (line) => line.pieces.length > 0 && !isPageNumber(line, page.height) && !isRunning(line),
    );
    for (const grid of page.grids) {
      const above = lines.filter((line) => line.y <= grid.ys[0]!);
      lines.splice(0, above.length);
      addLines(drafts, above, index + 1, state, budget);
      addTable(drafts, grid, cells, index + 1, state, budget);
    }
    addLines(drafts, lines, index + 1, state, budget);
  }
  return drafts;
}

const inMargin = ({ y }: Line, height: number): boolean => y < margin * height || y > (1 - margin) * height;
const textOf = ({ pieces }: Line): string => pieces.map((piece) => piece.text).join(' ');

const isPageNumber = (line: Line, height: number): boolean => inMargin(line, height) && pageNumber.test(textOf(line));

/** Lines that stand in the margins of several pages, word for word: headers and footers. They are read once, on the first page. */
function runningLines(pages: readonly PageContent[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const running = new Set<string>();
  for (const { runs, height } of pages)
    for (const line of linesOf(runs.filter((run) => run.y < margin * height || run.y > (1 - margin) * height))) {
      const text = textOf(line);
      if (seen.has(text) && /[\u3400-\u9fff]{2}/.test(text)) running.add(text);
      seen.add(text);
    }
  return running;
}

/** A run that crosses a table's border was drawn with spaces between cells: it is cut there. */
function cutAtBorders(run: Run, grids: readonly Grid[]): Run[] {
  if (!/\S\s+\S/.test(run.text)) return [run];
  const grid = grids.find(
    ({ xs, ys }) => run.y > ys[0]! && run.y < ys.at(-1)! && run.x < xs.at(-1)! && run.x + run.width > xs[0]!,
  );
  if (grid === undefined || !grid.xs.some((x) => x > run.x + 1 && x < run.x + run.width - 1)) return [run];
  const widths = [...run.text].map((each) => (each.charCodeAt(0) < 0x2e80 ? 0.5 : 1));
  const unit = run.width / widths.reduce((sum, each) => sum + each, 0);
  const out: Run[] = [];
  for (const word of run.text.matchAll(/\S+/g)) {
    const before = [...run.text.slice(0, word.index)].length;
    const x = run.x + unit * widths.slice(0, before).reduce((sum, each) => sum + each, 0);
    const width = unit * widths.slice(before, before + [...word[0]].length).reduce((sum, each) => sum + each, 0);
    out.push({ ...run, text: word[0], x, width });
  }
  return out;
}

function cellOfRun(run: Run, grids: readonly Grid[]): GridCell | null {
  const y = run.y - 0.35 * run.size;
  for (const grid of grids) {
    const cell = cellAt(grid, run.x + run.width / 2, y) ?? cellAt(grid, run.x + 1, y);
    if (cell !== null) return cell;
  }
  return null;
}

/** Running text as paragraphs; neighbouring lines in several pieces as the rows of a table without ruling lines. */
function addLines(drafts: Draft[], lines: readonly Line[], page: number, state: TableState, budget: Budget): void {
  const push = (cells: Draft['cells'], table: number | null) => {
    budget.block(cells.length);
    drafts.push({ cells, page, label: null, table, heading: null });
  };
  for (const stretch of stretches(lines)) {
    state.grid = null;
    if (stretch.every((line) => line.pieces.length === 1)) {
      for (const paragraph of paragraphsOf(stretch, lines)) {
        const text = paragraph.map((line) => line.pieces[0]!.text).reduce(joined, '');
        push([{ text, column: 0, span: 1 }], null);
      }
      continue;
    }
    const { rows, columns, goesOn } = looseRows(stretch, state.columns);
    if (columns !== null && !goesOn) state.number += 1;
    state.columns = columns ?? state.columns;
    for (const row of rows) push(row.cells, row.aligned && row.cells.length > 1 ? state.number : null);
  }
}

/** A single line between two of several pieces is a label or a heading of the same table; longer text ends it. */
const longestLabel = 30;

/** What begins a new section ends the table before it. */
const sectionStart = /^(?:[一二三四五六七八九十]{1,3}[、.．]|表[一二三四五六\d])/;

function stretches(lines: readonly Line[]): Line[][] {
  const out: Line[][] = [];
  let table = false;
  for (const [at, line] of lines.entries()) {
    const inTable: boolean = line.pieces.length > 1 || isLabel(lines, at, table);
    const far = at > 0 && line.y - lines[at - 1]!.y > 6 * line.size;
    if (out.length === 0 || inTable !== table || (inTable && far)) out.push([line]);
    else out.at(-1)!.push(line);
    table = inTable;
  }
  return out;
}

/** A single piece that belongs to the rows around it. */
function isLabel(lines: readonly Line[], at: number, inTable: boolean): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (next !== undefined && next.pieces.length > 1 && overlapping(line, next)) return true;
  if (!inTable) return false;
  if (overlapping(lines[at - 1]!, line)) return true;
  const { text } = line.pieces[0]!;
  return text.length <= longestLabel && !sectionStart.test(text) && severalSoon(lines, at);
}

function severalSoon(lines: readonly Line[], at: number): boolean {
  return lines.slice(at + 1, at + 5).some((line) => line.pieces.length > 1);
}

/** True for two lines too near to stand in one column: the first half of a wrapped label. */
function overlapping(line: Line, next: Line): boolean {
  return next.y - line.y < 0.95 * Math.min(line.size, next.size);
}

function addTable(
  drafts: Draft[],
  grid: Grid,
  contents: ReadonlyMap<GridCell, readonly Run[]>,
  page: number,
  state: TableState,
  budget: Budget,
): void {
  state.columns = null;
  // A table goes on over the page's end where nothing stands between and the columns are the same.
  const goesOn = state.grid !== null && sameColumns(state.grid, grid);
  if (!goesOn) state.number += 1;
  state.grid = grid;
  for (let row = 0; row < grid.ys.length - 1; row += 1) {
    const cells = grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => ({ text: cellOf(contents.get(cell) ?? []), column: cell.column, span: cell.columns }));
    if (cells.length === 0) continue;
    if (cells.length === 1 && cells[0]!.text.length > longestAlone) {
      const runs = grid.cells.filter((cell) => cell.row === row).flatMap((cell) => contents.get(cell) ?? []);
      addLines(drafts, linesOf(runs), page, { ...state }, budget);
      continue;
    }
    budget.block(cells.length);
    drafts.push({ cells, page, label: null, table: state.number, heading: null });
  }
}

function sameColumns(a: Grid, b: Grid): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, at) => Math.abs(x - b.xs[at]!) < 6);
}
