/**
 * Pieces: what sections are cut from. A block is a piece, unless headings stand inside of it (a whole report on one
 * line): then it is several.
 */
import type { Block, Cell, Watch } from '../document/document.ts';
import { matchesOf } from '../text/matches.ts';
import { foldWithPlaces } from '../text/normalize.ts';
import { numberingOf, titleAt } from './headings.ts';

export interface Piece {
  readonly text: string;
  readonly block: Block;
  /** The filled cells of the block: more than one in a table row. One where the piece is part of a block. */
  readonly filled: readonly Cell[];
  /** True for a piece cut off by `splitBlock` because it is a heading. */
  readonly cut: boolean;
}

/** A main number inside of a line; folding follows, so Kangxi radicals and full width are let through. */
const numbers = /[一二三四五六七八九十⼀⼆⼋⼗]{1,2}\s{0,3}[、.．,，]/g;
const longestHeading = 60;

/** Where headings begin and end inside of a text: strictly a main number and a known title, not in the middle of a sentence. */
function headingsInside(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of matchesOf(text, numbers)) {
    const start = match.index;
    if (start > 0 && !/[\s。；！？.;!?)）0-9：:”"]/.test(text[start - 1]!)) continue;
    const { folded, at } = foldWithPlaces(text.slice(start, start + longestHeading));
    const { length } = numberingOf(folded);
    if (length === 0) continue;
    const title = titleAt(folded.slice(length));
    if (title === null) continue;
    const rest = folded.slice(length + title.length);
    if (/^(?:[、,;和及与等的”"》)]|……|\.{3})/.test(rest)) continue;
    const end = start + at[length + title.length - 1]! + 1;
    // At the head of a line a few more words belong to the heading: 一、总体情况汇报.
    if (start === 0 && rest !== '' && rest.length <= 20 && text.length <= longestHeading) {
      const apart = /^\s/.test(text.slice(end)) || /^[:：。.(0-9无我本今]/.test(rest);
      if (!apart) continue;
    }
    found.push({ start, end });
  }
  return found;
}

/** Most blocks have one cell, which is filled, or none. */
function filledCells({ cells }: Block): readonly Cell[] {
  for (const cell of cells) if (cell.text === '') return cells.filter(({ text }) => text !== '');
  return cells;
}

/** Adds one block as pieces. */
function splitBlock(block: Block, pieces: Piece[]): void {
  const filled = filledCells(block);
  const whole: Piece = { text: block.text, block, filled, cut: false };
  if (block.text.length < 8) {
    pieces.push(whole);
    return;
  }
  // A row of a table is cut only where it begins with a heading; a whole report on one line may hold tabs.
  const row = filled.length > 1;
  const text = !row && filled.length === 1 ? filled[0]!.text : block.text;
  const inside = row && block.table !== null ? [] : headingsInside(text);
  if (inside.length === 0 || (row && inside.length === 1 && inside[0]!.start > 0)) {
    pieces.push(whole);
    return;
  }
  const add = (part: string, cut: boolean) => {
    const trimmed = part.trim();
    if (trimmed !== '') pieces.push({ text: trimmed, block, filled: filled.slice(0, 1), cut });
  };
  let from = 0;
  for (const { start, end } of inside) {
    if (start < from) continue;
    add(text.slice(from, start), false);
    add(text.slice(start, end), true);
    from = end;
  }
  add(text.slice(from).replace(/^\s*[:：。]\s*/, ''), false);
}

/** All blocks of a document as pieces, in order; empty lines stay, since they separate paragraphs. */
export function piecesOf(blocks: readonly Block[], watch: Watch): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    watch.step();
    splitBlock(block, pieces);
  }
  return pieces;
}

/** A piece that holds nothing. */
export const isEmpty = ({ text }: Piece): boolean => text === '' || text.trim() === '';
