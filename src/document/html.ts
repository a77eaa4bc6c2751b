/** HTML → blocks with the source line of each text; site chrome stays, as blocks of its own. */

import { boxesOf } from './boxes.ts';
import type { Turn } from './boxTurns.ts';
import type { Budget } from './budget.ts';
import { shownBy } from './controls.ts';
import type { Block, Place } from './document.ts';
import { unescaped } from './escaped.ts';
import { Flow } from './flow.ts';
import { heldTab } from './heldTab.ts';
import { type LaidCell, layOut } from './layout.ts';
import { Lines } from './lines.ts';
import { scanMarkup } from './markup.ts';
import { PageAddress } from './pageAddress.ts';

/** What stands in these is not part of the page as read; what is struck out holds no longer. */
const unread = new Set(
  'script style noscript template select iframe object svg canvas audio video map textarea del s strike'.split(' '),
);
/** Elements that neither begin nor end a line of text. */
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big blink cite code data dfn em font i img ins kbd label mark meter nobr o:p output ' +
    'q rp rt ruby samp small span st1:chsdate strong sub sup time tt u ucaps var wbr input button'
  ).split(' '),
);

const controls = new Set(['input', 'textarea', 'select']);

export interface Page {
  readonly blocks: Block[];
  readonly title: string | null;
  readonly sourceUrl: string | null;
}

/** Reads a page. Throws the budget's errors; broken HTML is read as far as it goes. */
export function readHtml(printed: string, budget: Budget): Page {
  const source = unescaped(printed);
  const flow = new Flow(budget);
  const address = new PageAddress();
  let skipping: string | null = null;
  let title: string | null = null;
  let inTitle = false;
  let preformatted = false;
  let hiddenUntil = 0;
  const boxes = boxesOf(source, budget);
  const turns = new Turns(flow);
  scanMarkup(
    source,
    false,
    {
      open(name, attributes, offset) {
        if (skipping !== null || offset < hiddenUntil) return;
        if (attributes.size > 0 && isHidden(name, attributes)) {
          hiddenUntil = endOf(source, name, offset);
          if (hiddenUntil > offset) return;
        }
        if (boxes.size > 0) turns.take(boxes.get(offset), offset);
        // The page's own controls (a search, a button) hold no figure.
        const shown = flow.inTable && controls.has(name) ? shownBy(source, name, attributes, offset) : null;
        if (shown !== null) flow.text(shown, offset, 1);
        if (unread.has(name)) {
          if (closes(source, name, offset)) skipping = name;
        } else if (name === 'title') inTitle = true;
        else if (name === 'pre') preformatted = true;
        else if (!inline.has(name) && !openBlock(flow, name, attributes, offset)) address.see(name, attributes);
      },
      close(name, offset) {
        if (offset < hiddenUntil) return;
        if (skipping !== null) {
          if (name === skipping) skipping = null;
        } else if (name === 'title') inTitle = false;
        else if (name === 'pre') preformatted = false;
        else if (!inline.has(name)) closeBlock(flow, name);
        if (boxes.size > 0) turns.take(boxes.get(offset), offset);
      },
      text(data, offset) {
        if (skipping !== null || offset < hiddenUntil) return;
        if (inTitle) title = `${title ?? ''}${data}`.slice(0, 1_000);
        else if (preformatted) linesOf(flow, data, offset);
        else flow.text(data, offset);
      },
      comment: (data) => address.comment(data),
    },
    budget,
  );
  const lines = new Lines(source);
  const blocks = layOut(flow.finish(), budget).map(({ cells, heading, table }): Block => {
    const placed = cells
      .flatMap((cell) => partedByTabs(cell, source))
      .map((cell) => ({
        text: cell.text,
        place: at(lines, cell.start),
        column: cell.column,
        span: cell.span,
      }));
    const last = cells.at(-1) as LaidCell;
    const text = placed.map((cell) => cell.text).join('\t');
    return {
      text,
      cells: text === '' && table === null ? [] : placed,
      place: placed[0]!.place,
      end: at(lines, Math.max(last.start, last.end - 1)),
      table,
      heading,
    };
  });
  const titled = (title as string | null)?.replace(/\s+/g, ' ').trim();
  return { blocks, title: titled ? titled : null, sourceUrl: address.url };
}

/** Begins and ends the tables that the page draws with other elements (boxes.ts). */
class Turns {
  readonly #flow: Flow;
  #open = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  take(turn: Turn | undefined, offset: number): void {
    if (turn === undefined) return;
    for (const what of turn.ends) {
      if (this.#open === 0) break;
      if (what === 'cell') this.#flow.closeCell();
      else if (what === 'row') this.#flow.closeRow();
      else {
        this.#flow.closeTable();
        this.#open -= 1;
      }
    }
    for (const begin of turn.begins) {
      if (begin.what === 'table') {
        this.#flow.openTable();
        this.#open += 1;
      } else if (this.#open === 0) break;
      else if (begin.what === 'row') this.#flow.openRow();
      else this.#flow.openCell({ columns: begin.columns, rows: begin.rows, merged: false, start: offset });
    }
  }
}

function at(lines: Lines, offset: number): Place {
  return { line: lines.at(offset), page: null, label: null, offset };
}

/** True for what a page does not show: a cell or a row that is not displayed takes up no place in its table, either. */
function isHidden(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (/^(?:html|body|table|tbody)$/.test(name)) return false;
  return /(?:^|[;\s])display\s{0,3}:\s{0,3}none/i.test(attributes.get('style') ?? '') || attributes.has('hidden');
}

/** More than this (characters of the source) is no decoration: a page's script shows it. */
const longestHidden = 5_000;

/** Where the element ends that begins at `offset`; 0 where it does not end nearby. */
function endOf(source: string, name: string, offset: number): number {
  const part = source.slice(offset, offset + longestHidden);
  let depth = 1;
  for (const tag of part.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})(?=[\s>/])/gi)) {
    if (tag[2]!.toLowerCase() !== name) continue;
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return offset + tag.index + tag[0].length + 1;
  }
  return 0;
}

/** True where the element's end tag follows: one that is never closed must not swallow the report. */
function closes(source: string, name: string, offset: number): boolean {
  if (name === 'script' || name === 'style') return true;
  const window = source.slice(offset, offset + 200_000).toLowerCase();
  return window.includes(`</${name}`);
}

/** Opens what the tag opens; false for a tag of the page's head. */
function openBlock(flow: Flow, name: string, attributes: ReadonlyMap<string, string>, offset: number): boolean {
  if (name === 'meta' || name === 'link' || name === 'base') return false;
  if (name === 'br') flow.lineBreak();
  else if (name === 'table') flow.openTable();
  else if (name === 'tr') flow.openRow();
  else if (name === 'td' || name === 'th') {
    // A rowspan of 0 reaches to the table's end.
    const rows = spanOf(attributes.get('rowspan')) || Infinity;
    flow.openCell({ columns: spanOf(attributes.get('colspan')), rows, merged: false, start: offset });
  } else if (/^h[1-6]$/.test(name)) flow.paragraph(Number(name[1]));
  else flow.paragraph();
  return true;
}

function closeBlock(flow: Flow, name: string): void {
  if (name === 'table') flow.closeTable();
  else if (name === 'tr') flow.closeRow();
  else if (name === 'td' || name === 'th') flow.closeCell();
  else if (name !== 'br') flow.paragraph();
}

/** The cells of a preformatted line, each with its place. */
function partedByTabs(cell: LaidCell, source: string): readonly LaidCell[] {
  if (!cell.text.includes(heldTab)) return [cell];
  let { start } = cell;
  return cell.text.split(heldTab).map((part, column) => {
    const text = part.trim();
    const own = { text, column, span: 1, start, end: Math.max(start, cell.end) };
    start = source.indexOf('\t', start) + 1 || start;
    return own;
  });
}

/** In `<pre>` each line of the source is a line of text, and tabs part its cells. */
function linesOf(flow: Flow, data: string, offset: number): void {
  let at = offset;
  for (const line of data.split('\n')) {
    if (at > offset) flow.lineBreak();
    flow.text(flow.inTable ? line : line.replaceAll('\t', heldTab), at);
    at += line.length + 1;
  }
}

function spanOf(value: string | undefined): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 0 ? Math.min(number, 65_534) : 1;
}
