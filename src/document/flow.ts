/**
 * Paragraphs and tables in reading order, built from the events of any markup (HTML, DOCX): nested as they are nested
 * there. `layout.ts` turns them into rows with grid columns.
 */
import { withoutInvisible } from '../text/normalize.ts';
import type { Budget } from './budget.ts';

export interface Paragraph {
  readonly kind: 'paragraph';
  /** As printed, white space collapsed, trimmed. Empty only for a no-break space alone, outside of tables: a line left blank. */
  readonly text: string;
  readonly heading: number | null;
  /** Offsets in the source of the first character, and just past the last run of text. */
  readonly start: number;
  readonly end: number;
}

export interface FlowCell {
  readonly items: Item[];
  readonly columns: number;
  /** Rows it covers; `Infinity` to the table's end. */
  readonly rows: number;
  /** True where the cell continues the one above: it takes up its columns and prints nothing. */
  readonly merged: boolean;
  readonly start: number;
}

export interface FlowRow {
  readonly cells: FlowCell[];
  /** Grid columns that the row leaves out before its first cell. */
  readonly skipped: number;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: FlowRow[];
}

export type Item = Paragraph | FlowTable;

const space = /[ \t\r\n\f\u00a0]+/g;
const ideographsApart = /([\u2e80-\u9fff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uff00-\uffef])/g;

/** Text as it is printed: white space collapsed; a line end between two ideographs is the source's, not the text's. */
export function collapsed(source: string): string {
  const raw = withoutInvisible(source);
  if (!raw.includes('\n')) return raw.replace(space, ' ').trim();
  const lines = raw.split('\n').map((line) => line.replace(space, ' ').trim());
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .replace(ideographsApart, '$1')
    .replaceAll('\n', ' ');
}

interface OpenTable {
  readonly table: FlowTable;
  row: FlowRow | null;
  cell: FlowCell | null;
}

/** Takes the events of a markup stream in order; robust to tags that are missing or out of place. */
export class Flow {
  readonly items: Item[] = [];
  readonly #budget: Budget;
  readonly #tables: OpenTable[] = [];
  #parts: string[] = [];
  #start = -1;
  #blank = -1;
  #end = 0;
  #cells = 0;
  #heading: number | null = null;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get inTable(): boolean {
    return this.#tables.length > 0;
  }

  /** A run of text; `length` is what it takes up in the source. */
  text(data: string, start: number, length = data.length): void {
    if (this.#start === -1) {
      const printed = data.search(/\S/);
      if (printed === -1) {
        if (data.includes('\u00a0')) this.#blank = start;
        if (this.#parts.length > 0) this.#parts.push(data);
        return;
      }
      this.#start = start + printed;
    }
    this.#parts.push(data);
    this.#end = start + length;
  }

  /** Ends the paragraph; what follows belongs to the next, a heading of this level or none. */
  paragraph(heading: number | null = null): void {
    if (this.#start !== -1) {
      const text = collapsed(this.#parts.join(''));
      if (text !== '') {
        this.#budget.step();
        const item: Paragraph = { kind: 'paragraph', text, heading: this.#heading, start: this.#start, end: this.#end };
        this.#container().push(item);
      }
    } else if (this.#blank !== -1 && !this.inTable) {
      this.#budget.step();
      this.items.push({ kind: 'paragraph', text: '', heading: null, start: this.#blank, end: this.#blank + 1 });
    }
    this.#parts = [];
    this.#blank = -1;
    this.#start = -1;
    this.#heading = heading;
  }

  /** A line break inside a paragraph: the next line keeps its heading level. */
  lineBreak(): void {
    this.paragraph(this.#heading);
  }

  openTable(): void {
    this.paragraph();
    const table: FlowTable = { kind: 'table', rows: [] };
    this.#container().push(table);
    this.#tables.push({ table, row: null, cell: null });
    this.#budget.bound('depth', this.#tables.length);
  }

  closeTable(): void {
    this.paragraph();
    this.#tables.pop();
  }

  openRow(skipped = 0): void {
    this.closeRow();
    const open = this.#tables.at(-1);
    if (open === undefined) return;
    open.row = { cells: [], skipped };
    open.table.rows.push(open.row);
  }

  closeRow(): void {
    this.closeCell();
    const open = this.#tables.at(-1);
    if (open !== undefined) open.row = null;
  }

  openCell(cell: Omit<FlowCell, 'items'>): void {
    this.closeCell();
    const open = this.#tables.at(-1);
    if (open === undefined) return;
    if (open.row === null) this.openRow();
    open.cell = { ...cell, items: [] };
    open.row!.cells.push(open.cell);
    this.#cells += 1;
    this.#budget.bound('cells', this.#cells);
    this.#budget.step();
  }

  /** Sets what was only learnt inside the cell (DOCX says spans in the cell's properties). */
  amendCell(properties: Partial<Pick<FlowCell, 'columns' | 'rows' | 'merged'>>): void {
    const open = this.#tables.at(-1);
    if (open?.cell) Object.assign(open.cell, properties);
  }

  /** Sets how many columns the open row leaves out at its start. */
  skip(columns: number): void {
    const row = this.#tables.at(-1)?.row;
    if (row) Object.assign(row, { skipped: columns });
  }

  closeCell(): void {
    this.paragraph();
    const open = this.#tables.at(-1);
    if (open !== undefined) open.cell = null;
  }

  /** Ends everything that is still open. */
  finish(): readonly Item[] {
    this.paragraph();
    this.#tables.length = 0;
    return this.items;
  }

  /** Where a finished item goes: the innermost open cell; text between cells goes to the last cell before it. */
  #container(): Item[] {
    for (let depth = this.#tables.length - 1; depth >= 0; depth -= 1) {
      const { cell } = this.#tables[depth]!;
      if (cell !== null) return cell.items;
    }
    return this.items;
  }
}
