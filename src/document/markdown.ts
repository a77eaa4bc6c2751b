/** Markdown → blocks: a line is a block; rows of pipes or drawn bars have cells and a table, headings a level; markup is not print. */
import type { Budget } from './budget.ts';
import type { Block, Cell } from './document.ts';
import { cellText, lineBlock, refuseWide, rowBlock } from './text.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+(?=\S)/;
/** A pipe that is not escaped. */
const parted = /(?:^|[^\\])\|/;
/** A row between drawn lines: its bars are pipes. */
const drawnRow = /^[ \t]{0,20}[│┃║]/;
const drawnBars = /[│┃║]/g;
/** The lines drawn above and below rows. */
const drawnRule = /^[ \t]{0,20}[┌┬┐├┼┤└┴┘─═━╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╞╪╡╟╫╢│┃║ ]{3,10000}\r?$/;
const headingEnd = /[ \t]#{1,6}[ \t]*$/;

/** True for a text that is written in Markdown, whatever its name: a table's rule, rows of pipes, or two headings. */
export function looksLikeMarkdown(text: string): boolean {
  if (text.includes('--') && /^[ \t]{0,20}(?:\|[ \t]{0,20})?:?-{2,200}:?[ \t]{0,20}\|[-:| \t]*$/m.test(text))
    return true;
  if (/[|│┃║]/.test(text) && (text.match(/^[ \t]{0,20}[|│┃║].*[|│┃║][ \t]{0,20}\r?$/gm)?.length ?? 0) >= 3) return true;
  return text.includes('#') && (text.match(/^ {0,3}#{1,6}[ \t]+\S/gm)?.length ?? 0) >= 2;
}

/** Blocks of a Markdown text. Rows such as `|---|---|` are dropped. Throws the budget's errors. */
export function markdownBlocks(text: string, budget: Budget): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let offset = 0;
  let table = 0;
  let inTable = false;
  let framed = true;
  for (const [index, line] of lines.entries()) {
    const raw = drawnRow.test(line) ? line.replace(drawnBars, '|') : line;
    const next = lines[index + 1];
    if (isRule(raw)) {
      budget.step();
    } else if (isRow(raw) || (parted.test(raw) && (inTable || (next !== undefined && isRule(next))))) {
      if (!inTable) {
        table += 1;
        framed = isFramed(lines, index);
      }
      inTable = true;
      blocks.push(pipeRow(raw, framed, { line: index + 1, offset }, table, budget));
    } else {
      inTable = false;
      blocks.push(proseLine(raw, index + 1, offset, budget));
    }
    offset += raw.length + 1;
  }
  return blocks;
}

function isRow(raw: string): boolean {
  const first = raw.search(/\S/);
  return first !== -1 && raw[first] === '|' && raw.indexOf('|', first + 1) !== -1;
}

const longestRule = 10_000;

/** `|---|:--:|`: two dashes at least in each cell, since a single one is how a blank cell is often printed. */
function isRule(raw: string): boolean {
  if (raw.length > longestRule) return false;
  if (/[─═━]{2}/.test(raw)) return drawnRule.test(raw);
  if (!raw.includes('--') || !raw.includes('|')) return false;
  const cells = raw.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => /^[ \t]*:?-{2,}:?[ \t]*$/.test(cell));
}

/** Do the rows of the table that begins here have pipes at their ends, too? Its rule says so, else its first row. */
function isFramed(lines: readonly string[], first: number): boolean {
  for (let at = first; at < lines.length && at < first + 4; at += 1)
    if (isRule(lines[at]!)) return lines[at]!.trimStart().startsWith('|');
  return isRow(lines[first]!);
}

/** A blank cell at the end of a row without a frame leaves a pipe there, too. */
function pipeRow(
  raw: string,
  framed: boolean,
  { line, offset }: { readonly line: number; readonly offset: number },
  table: number,
  budget: Budget,
): Block {
  refuseWide(raw, '|', budget);
  const cells: Cell[] = [];
  const body = raw.trimEnd();
  let start = Math.max(0, body.search(/\S/));
  const begins = framed && body[start] === '|';
  if (begins) start += 1;
  const ends = body.endsWith('|') && !body.endsWith('\\|');
  // A line of one pipe alone is a row of one empty cell.
  const end = ends && (begins || framed) ? Math.max(start, body.length - 1) : body.length;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !(body[at] === '|' && body[at - 1] !== '\\')) continue;
    const place = { line, page: null, label: null, offset: offset + start };
    cells.push({ text: plain(cellText(body.slice(start, at))), place, column: cells.length, span: 1 });
    start = at + 1;
  }
  return rowBlock(cells, table, budget);
}

function proseLine(raw: string, line: number, offset: number, budget: Budget): Block {
  const block = lineBlock(raw, line, offset, budget);
  const level = heading.exec(raw)?.[1]?.length ?? null;
  if (level !== null) {
    const text = plain(block.text.replace(/^#{1,6}\s+/, '').replace(headingEnd, ''));
    return { ...block, text, cells: [{ text, place: block.place, column: 0, span: 1 }], heading: level };
  }
  const text = plain(block.text);
  if (text === block.text) return block;
  return { ...block, text, cells: block.cells.map((cell) => ({ ...cell, text: plain(cell.text) })) };
}

/** The words without the markup around them: emphasis, links, pictures, line breaks, escapes. */
function plain(text: string): string {
  if (!/[*_[\\<`]/.test(text)) return text;
  return text
    .replace(/<br[ ]?\/?>/gi, ' ')
    .replace(/!\[([^[\]\n]{0,300})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/\[([^[\]\n]{1,300})\]\([^()\s]{0,2000}(?:[ ]"[^"\n]{0,300}")?\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000})\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,2000})\*(?![\w*])/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
    .trim();
}
