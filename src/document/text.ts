/** Plain text → blocks: every line is one, also an empty one; tabs split it into cells. */
import { withoutInvisible } from '../text/normalize.ts';
import { shared } from '../text/remembered.ts';
import type { Budget } from './budget.ts';
import type { Block, Cell, Place } from './document.ts';
import { heldLineEnd, holdLineEnds, unquotedCell } from './quoted.ts';

/** Breaks that are no `\n`: a page break, a carriage return alone, Unicode's own separators. They part blocks, not lines. */
const innerBreak = /[\f\v\u0085\u2028\u2029]|\r(?=.)/;
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

const cleaned = (raw: string): string => withoutInvisible(raw.replaceAll('\u00a0', ' ').replace(control, ''));
const trimmed = (raw: string): string => (raw === '' || raw === '0' ? raw : raw.trim());

/** The cell's text as printed: no-break spaces as spaces, control and invisible characters gone, trimmed. */
export const cellText = (raw: string): string => trimmed(cleaned(raw));

/** Blocks of a decoded text file. Throws the budget's errors. */
export function textBlocks(text: string, budget: Budget): Block[] {
  const blocks: Block[] = [];
  const broken = innerBreak.test(text);
  let offset = 0;
  let line = 0;
  const held = holdLineEnds(text);
  // Most texts hold nothing that is to be cleaned.
  const read = cleaned(held) === held ? trimmed : cellText;
  for (const raw of held.split('\n')) {
    line += 1;
    if (broken && innerBreak.test(raw)) {
      let inner = offset;
      for (const part of raw.split(innerBreak)) {
        if (part !== '') blocks.push(lineBlock(part, line, inner, budget, read));
        inner += part.length + 1;
      }
    } else blocks.push(lineBlock(raw, line, offset, budget, read));
    offset += raw.length + 1;
    if (held !== text) line += raw.split(heldLineEnd).length - 1;
  }
  return blocks;
}

/** One line as a block: its cells are what tabs part, each as `read` gives it. */
export function lineBlock(raw: string, line: number, offset: number, budget: Budget, read = cellText): Block {
  if (!raw.includes('\t')) {
    const text = shared(read(raw));
    const place: Place = { line, page: null, label: null, offset };
    budget.block(1);
    const cells = text === '' ? [] : [{ text, place, column: 0, span: 1 }];
    return { text, cells, place, end: place, table: null, heading: null };
  }
  refuseWide(raw, '\t', budget);
  const cells: Cell[] = [];
  let verbatim = true;
  const quoted = raw.includes('"');
  for (let from = 0; from <= raw.length; ) {
    const tab = raw.indexOf('\t', from);
    const until = tab === -1 ? raw.length : tab;
    const part = raw.slice(from, until);
    const text = shared(quoted ? read(unquotedCell(part.trim())) : read(part));
    if (text !== part) verbatim = false;
    const place: Place = { line, page: null, label: null, offset: offset + from };
    cells.push({ text, place, column: cells.length, span: 1 });
    from = until + 1;
  }
  return rowBlock(cells, null, budget, verbatim ? raw : undefined);
}

/** Throws input.tooLarge for a line with more cells than a document may have, before they are made. */
export function refuseWide(raw: string, separator: string, budget: Budget): void {
  if (raw.length <= budget.limits.cells) return;
  let count = 0;
  for (let at = raw.indexOf(separator); at !== -1; at = raw.indexOf(separator, at + 1)) {
    count += 1;
    budget.bound('cells', count);
  }
}

/** A block of several cells; there must be one at least. `joined`: the cells' texts joined with tabs, where that is known. */
export function rowBlock(cells: readonly Cell[], table: number | null, budget: Budget, joined?: string): Block {
  budget.block(cells.length);
  const text = joined ?? cells.map((cell) => cell.text).join('\t');
  return { text, cells, place: cells[0]!.place, end: cells[cells.length - 1]!.place, table, heading: null };
}
