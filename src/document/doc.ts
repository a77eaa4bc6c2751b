/** DOC (Word 97-2003) → blocks: paragraphs, and tables with their true columns. */
import { CodedError } from '../errors.ts';
import type { Budget } from './budget.ts';
import { CompoundFile } from './compound.ts';
import { type ParagraphProperties, Properties, piecesOf, type RowDefinition } from './docPieces.ts';
import { type Draft, extracted } from './extract.ts';
import { Flow } from './flow.ts';
import { layOut } from './layout.ts';

const wordMagic = 0xa5ec;
const word97 = 0xc1;

/** Reads a compound file that holds a Word document. Throws input.encrypted, input.format (another format), input.damaged. */
export function readDoc(bytes: Uint8Array, budget: Budget) {
  const file = new CompoundFile(bytes, budget);
  if (file.has('EncryptedPackage')) throw new CodedError('input.encrypted', { what: budget.file });
  const main = file.stream('WordDocument');
  if (main === null) {
    const why = file.has('Workbook') || file.has('Book') ? 'XLS' : 'OLE';
    throw new CodedError('input.format', { what: budget.file, why });
  }
  const word = viewOf(main);
  if (word.byteLength < 0x200 || word.getUint16(0, true) !== wordMagic)
    throw budget.damaged('the Word header is missing');
  const flags = word.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) throw new CodedError('input.encrypted', { what: budget.file });
  if (word.getUint16(2, true) < word97) throw new CodedError('input.format', { what: budget.file, why: 'Word 6/95' });
  const tables = file.stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (tables === null) throw budget.damaged('the table stream is missing');
  const table = viewOf(tables);
  try {
    const paragraphs = readParagraphs(word, table, budget);
    return { ...layOutWord(paragraphs, budget), title: null };
  } catch (error) {
    if (error instanceof RangeError) throw budget.damaged('an offset leads outside of the file', error);
    throw error;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export interface WordParagraph {
  readonly text: string;
  /** What ends it: a paragraph, a cell (or row), a line break. */
  readonly mark: string;
  readonly properties: ParagraphProperties | null;
}

const marks = /[\r\u0007\u000b\u000c\u000e]/g;

function readParagraphs(word: DataView, table: DataView, budget: Budget): WordParagraph[] {
  const properties = new Properties(word, table, budget);
  const paragraphs: WordParagraph[] = [];
  let open = '';
  for (const { text, offset, wide } of piecesOf(word, table, budget)) {
    let from = 0;
    for (const found of text.matchAll(marks)) {
      budget.step();
      open += text.slice(from, found.index);
      from = found.index + 1;
      paragraphs.push({
        text: printed(open),
        mark: found[0],
        properties: properties.at(offset + found.index * (wide ? 2 : 1)),
      });
      open = '';
    }
    open += text.slice(from);
  }
  if (open !== '') paragraphs.push({ text: printed(open), mark: '\r', properties: null });
  return paragraphs;
}

/** Without field codes (what stands between 0x13 and 0x14) and marks of drawings and notes. */
function printed(raw: string): string {
  const shown = raw.includes('\u0013') ? raw.replace(/\u0013[^\u0013\u0014\u0015]*(?:\u0014|\u0015)/g, '') : raw;
  return shown.replaceAll('\u001e', '-').replace(/[\u0000-\u0008\u0013-\u0015\u001f]/g, '');
}

/** Paragraphs and tables of Word, as text and blocks. */
export const layOutWord = (paragraphs: readonly WordParagraph[], budget: Budget) =>
  extracted(draftsOf(paragraphs, budget));

function draftsOf(paragraphs: readonly WordParagraph[], budget: Budget): Draft[] {
  const flow = new Flow(budget);
  for (let at = 0; at < paragraphs.length; ) {
    const end = tableEnd(paragraphs, at);
    if (end > at) {
      addTable(flow, paragraphs.slice(at, end));
      at = end;
    } else {
      const { text, properties } = paragraphs[at]!;
      flow.paragraph(properties?.heading ?? null);
      flow.text(text, at);
      flow.paragraph();
      at += 1;
    }
  }
  let number = 0;
  return layOut(flow.finish(), budget).map(({ cells, heading, table, row }): Draft => {
    if (table === null) number += 1;
    const label = table === null ? `paragraph ${number}` : `table ${table}, row ${row}`;
    return {
      cells: cells.map(({ text, column, span }) => ({ text, column, span })),
      page: null,
      label,
      table,
      heading,
    };
  });
}

/** Where the table that begins at this paragraph ends; the paragraph itself where none begins. */
function tableEnd(paragraphs: readonly WordParagraph[], start: number): number {
  let end = start;
  for (let at = start; at < paragraphs.length; at += 1) {
    const { mark, properties } = paragraphs[at]!;
    if (mark === '\u0007') end = at + 1;
    else if (properties?.inTable !== true) break;
  }
  return end;
}

interface WordRow {
  readonly cells: string[][];
  definition: RowDefinition | null;
}

function addTable(flow: Flow, paragraphs: readonly WordParagraph[]): void {
  const rows = rowsOf(paragraphs);
  const borders = [...new Set(rows.flatMap((row) => row.definition?.borders ?? []))].sort((a, b) => a - b);
  flow.openTable();
  for (const { cells, definition } of rows) {
    const left = definition?.borders[0];
    flow.openRow(left === undefined ? 0 : gridColumn(borders, left));
    for (const [index, lines] of cells.entries()) {
      const from = definition?.borders[index];
      const to = definition?.borders[index + 1];
      const columns = from === undefined || to === undefined ? 1 : gridColumn(borders, to) - gridColumn(borders, from);
      flow.openCell({ columns: Math.max(1, columns), rows: 1, merged: definition?.merged[index] ?? false, start: 0 });
      for (const line of lines) {
        flow.text(line, 0);
        flow.paragraph();
      }
      flow.closeCell();
    }
    flow.closeRow();
  }
  flow.closeTable();
}

/** Borders of rows that differ by less than this (twentieths of a point) are one: Word rounds them row by row. */
const sameBorder = 60;

/** The number of distinct borders to the left of this one. */
function gridColumn(borders: readonly number[], border: number): number {
  let column = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const each of borders) {
    if (each - last > sameBorder) {
      column += 1;
      last = each;
    }
    if (each >= border) break;
  }
  return Math.max(0, column);
}

/** Each cell ends with a mark and so does each row; the properties tell them apart, else an empty cell after others is taken for it. */
function rowsOf(paragraphs: readonly WordParagraph[]): WordRow[] {
  const rows: WordRow[] = [];
  let cells: string[][] = [];
  let lines: string[] = [];
  const known = paragraphs.some((each) => each.properties?.rowEnd === true);
  for (const { text, mark, properties } of paragraphs) {
    if (mark !== '\u0007') {
      lines.push(text);
      continue;
    }
    const rowEnd = known ? properties?.rowEnd === true : text === '' && lines.length === 0 && cells.length > 0;
    if (rowEnd) {
      if (cells.length > 0) rows.push({ cells, definition: properties?.row ?? null });
      cells = [];
    } else {
      lines.push(text);
      cells.push(lines);
    }
    lines = [];
  }
  if (cells.length > 0) rows.push({ cells, definition: null });
  return rows;
}
