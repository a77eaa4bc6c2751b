/** The text of an old Word file and the properties of its paragraphs, as its tables say where they lie ([MS-DOC]). */
import type { Budget } from './budget.ts';

/** A stretch of text: where it lies in the stream, one byte a character or two. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
  readonly wide: boolean;
}

export interface ParagraphProperties {
  readonly inTable: boolean;
  /** True for the mark that ends a row rather than a cell. */
  readonly rowEnd: boolean;
  readonly heading: number | null;
  /** The row's cell borders (in twentieths of a point) and which cells continue others; null where the file does not say. */
  readonly row: RowDefinition | null;
}

export interface RowDefinition {
  readonly borders: readonly number[];
  readonly merged: readonly boolean[];
}

const clxAt = 0x1a2;
const papxAt = 0x102;
const pageSize = 512;

/** The pieces of the main text in order. Throws input.damaged. */
export function piecesOf(word: DataView, table: DataView, budget: Budget): Piece[] {
  const characters = word.getUint32(0x4c, true);
  let at = word.getUint32(clxAt, true);
  const end = Math.min(table.byteLength, at + word.getUint32(clxAt + 4, true));
  while (at + 3 < end && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (at + 5 > end || table.getUint8(at) !== 2) throw budget.damaged('the table of text pieces is missing');
  const count = Math.floor((Math.min(table.getUint32(at + 1, true), end - at - 5) - 4) / 12);
  const starts = at + 5;
  const descriptors = starts + 4 * (count + 1);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    budget.step();
    const first = table.getUint32(starts + 4 * index, true);
    const last = Math.min(characters, table.getUint32(starts + 4 * index + 4, true));
    if (last <= first) continue;
    const where = table.getUint32(descriptors + 8 * index + 2, true);
    const wide = (where & 0x40000000) === 0;
    const offset = wide ? where : (where & 0x3fffffff) >>> 1;
    const length = (last - first) * (wide ? 2 : 1);
    if (offset > word.byteLength) continue;
    const bytes = new Uint8Array(word.buffer, word.byteOffset + offset, Math.min(length, word.byteLength - offset));
    pieces.push({ text: new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(bytes), offset, wide });
  }
  return pieces;
}

/** Finds a paragraph's properties by the stream offset of any of its characters. */
export class Properties {
  readonly #starts: number[] = [];
  readonly #found: ParagraphProperties[] = [];

  constructor(word: DataView, table: DataView, budget: Budget) {
    const at = word.getUint32(papxAt, true);
    const length = Math.min(word.getUint32(papxAt + 4, true), table.byteLength - at);
    const count = Math.floor((length - 4) / 8);
    for (let index = 0; index < count; index += 1) {
      budget.step();
      const page = (table.getUint32(at + 4 * (count + 1) + 4 * index, true) & 0x3fffff) * pageSize;
      if (page + pageSize <= word.byteLength) this.#readPage(word, page, budget);
    }
  }

  at(offset: number): ParagraphProperties | null {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#starts.length > 0 && this.#starts[low]! <= offset ? this.#found[low]! : null;
  }

  #readPage(word: DataView, page: number, budget: Budget): void {
    const count = word.getUint8(page + pageSize - 1);
    if (4 * (count + 1) + 13 * count > pageSize) return;
    for (let index = 0; index < count; index += 1) {
      budget.step();
      const start = word.getUint32(page + 4 * index, true);
      if (start < (this.#starts.at(-1) ?? 0)) continue;
      const where = 2 * word.getUint8(page + 4 * (count + 1) + 13 * index);
      this.#starts.push(start);
      this.#found.push(where === 0 ? plain : properties(word, page + where, page + pageSize - 1));
    }
  }
}

const plain: ParagraphProperties = { inTable: false, rowEnd: false, heading: null, row: null };

function properties(word: DataView, start: number, end: number): ParagraphProperties {
  const short = word.getUint8(start);
  const first = short === 0 ? start + 2 : start + 1;
  const last = Math.min(end, first + (short === 0 ? 2 * word.getUint8(start + 1) : 2 * short - 1));
  if (first + 2 > last) return plain;
  const style = word.getUint16(first, true);
  let inTable = false;
  let rowEnd = false;
  let row: RowDefinition | null = null;
  for (let at = first + 2; at + 3 <= last; ) {
    const sprm = word.getUint16(at, true);
    const operand = at + 2;
    if (sprm === 0x2416) inTable = word.getUint8(operand) !== 0;
    else if (sprm === 0x2417) rowEnd = word.getUint8(operand) !== 0;
    else if (sprm === 0xd608) row = definition(word, operand, last);
    at = operand + operandSize(word, sprm, operand, last);
  }
  // The first nine styles after the plain one are Word's own headings.
  return { inTable, rowEnd, heading: style >= 1 && style <= 6 ? style : null, row };
}

function operandSize(word: DataView, sprm: number, at: number, end: number): number {
  const fixed = [1, 1, 2, 4, 2, 2, 0, 3][sprm >>> 13]!;
  if (fixed > 0) return fixed;
  if (sprm === 0xd608) return at + 2 <= end ? word.getUint16(at, true) + 1 : end;
  return 1 + word.getUint8(at);
}

/** sprmTDefTable: the number of cells, the borders between them, then twenty bytes a cell. */
function definition(word: DataView, at: number, end: number): RowDefinition | null {
  const count = at + 3 <= end ? word.getUint8(at + 2) : 0;
  const cells = at + 3 + 2 * (count + 1);
  if (count === 0 || cells > end) return null;
  const borders = Array.from({ length: count + 1 }, (_, index) => word.getInt16(at + 3 + 2 * index, true));
  const merged = Array.from({ length: count }, (_, index) => {
    const flags = cells + 20 * index + 2 <= end ? word.getUint16(cells + 20 * index, true) : 0;
    // Bit 1: merged with the cell to the left. Bits 5 and 6: 01 continues the cell above, 11 begins such a one.
    return (flags & 0x02) !== 0 || (flags & 0x60) === 0x20;
  });
  return { borders, merged };
}
