/** Comma-separated values → blocks with source lines: quoted cells may hold commas and line ends. */
import type { Budget } from './budget.ts';
import type { Block, Cell } from './document.ts';
import { collapsed } from './flow.ts';
import { cellText, rowBlock } from './text.ts';

/** True for a text of comma-separated values: five lines or more, each with the same three commas or more. */
export function looksLikeCsv(text: string): boolean {
  const head = text.slice(0, 20_000);
  const first = head.search(/\S/);
  if (first === -1 || commasIn(head.slice(first, head.indexOf('\n', first))) < 3) return false;
  const lines = head
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim() !== '');
  const commas = commasIn(lines[0] ?? '');
  return lines.length >= 5 && commas >= 3 && lines.every((line) => commasIn(line) === commas);
}

/** Commas outside of quotes. */
function commasIn(line: string): number {
  return line.replace(/"[^"]*"/g, '').split(',').length - 1;
}

/** CSV → blocks, a row each. Tabs or semicolons part cells where there are more of them than of commas. Throws the budget's errors. */
export function csvBlocks(text: string, budget: Budget): Block[] {
  const blocks: Block[] = [];
  const comma = separatorOf(text);
  let cells: Cell[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length || cells.length > 0) {
    const end = text[at] === '"' ? endOfQuoted(text, at, comma, budget) : endOfPlain(text, at, comma);
    const raw = text.slice(at, end);
    const place = { line, page: null, label: null, offset: at };
    cells.push({ text: collapsed(cellText(unquoted(raw))), place, column: cells.length, span: 1 });
    budget.bound('cells', cells.length);
    budget.step();
    for (let from = raw.indexOf('\n'); from !== -1; from = raw.indexOf('\n', from + 1)) line += 1;
    if (text[end] !== comma) {
      blocks.push(rowBlock(cells, 1, budget));
      cells = [];
      line += 1;
    }
    at = end + 1;
  }
  return blocks;
}

/** Amounts are grouped by commas, sentences may hold any mark: what parts cells is what there is most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 40_000);
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}

function endOfPlain(text: string, from: number, comma: string): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === comma || text[at] === '\n') return at;
  return text.length;
}

/** The end of a cell that begins with a quote: a doubled quote inside stands for one; one that is never closed ends nothing. */
function endOfQuoted(text: string, from: number, comma: string, budget: Budget): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    budget.step();
    if (text[at + 1] !== '"') return endOfPlain(text, at + 1, comma);
    at += 1;
  }
  return text.length;
}

/** ="3": what spreadsheets write so that a figure stays a text. */
const asText = /^="([^"]*)"$/;

function unquoted(raw: string): string {
  const plain = withoutQuotes(raw);
  return plain.startsWith('="') ? (asText.exec(plain.trim())?.[1] ?? plain) : plain;
}

function withoutQuotes(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  const end = raw.lastIndexOf('"');
  const inner = end > 0 ? raw.slice(1, end) + raw.slice(end + 1) : raw.slice(1);
  return inner.includes('""') ? inner.replaceAll('""', '"') : inner;
}
