/**
 * A report's facts as one row of bytes: 200 rows of a table cost more to write than all the rest of a report, and to read over a
 * whole library. What all reports of a form share (measure, applicant, labels, unit) is their layout, kept once. Pure.
 */
import type { Applicant, Fact } from '../../report/report.ts';

/** What facts of one place in a layout have in common. */
type LayoutCell = Pick<Fact, 'measure' | 'applicant' | 'table' | 'row' | 'column' | 'unit'>;

/** Cells in the order of the facts. */
export interface Layout {
  readonly cells: readonly LayoutCell[];
}

export interface Packed {
  /** JSON of the layout's cells: equal for equal layouts. */
  readonly layout: string;
  readonly sheet: Buffer;
}

/*
 * Little endian, in this order: three counts of 16 bits (facts, spots, strings); by fact 13 bytes: value (64-bit float), spot, raw
 * (16 bits each: numbers of a spot and a string), flags; by spot 12 bytes: line, page (32 bits, 0 for none), place, quote (16 bits); by string 32 bits:
 * where it ends; the strings in UTF-8. Facts of one row share a spot, and most raw texts are the value as printed.
 */
const head = 6;
const perFact = 13;
const perSpot = 12;
const none = 0xffff;
/** Of raw texts: the value's own digits. */
const plain = 0xfffe;

const states = ['stated', 'blank', 'missing'] as const;
const certain = 4;
const valued = 8;

/** Packs facts; `unpack` gives back what it was given. Throws RangeError for more than 60,000 facts or texts. */
export function pack(facts: readonly Fact[]): Packed {
  const strings: string[] = [];
  const numbers = new Map<string, number>();
  let bytes = 0;
  const numberOf = (text: string | null) => {
    if (text === null) return none;
    let number = numbers.get(text);
    if (number === undefined) {
      number = strings.push(text) - 1;
      numbers.set(text, number);
      bytes += Buffer.byteLength(text);
    }
    return number;
  };
  // Line, page, place, quote, in turn.
  const spots: number[] = [];
  const marks: number[] = [];
  for (const { line, page, place, quote, value, raw } of facts) {
    const [a, b, c, d] = [line ?? 0, page ?? 0, numberOf(place), numberOf(quote)];
    const at = spots.length - 4;
    // The facts of a row come one after the other.
    if (at < 0 || spots[at] !== a || spots[at + 1] !== b || spots[at + 2] !== c || spots[at + 3] !== d)
      spots.push(a, b, c, d);
    marks.push(spots.length / 4 - 1, value !== null && raw === String(value) ? plain : numberOf(raw));
  }
  if (Math.max(facts.length, spots.length / 4, strings.length) > 60_000) throw new RangeError('too many facts');
  const fixed = head + facts.length * perFact + (spots.length / 4) * perSpot + strings.length * 4;
  const sheet = Buffer.alloc(fixed + bytes);
  let at = 0;
  for (const count of [facts.length, spots.length / 4, strings.length]) at = sheet.writeUInt16LE(count, at);
  for (const [i, { value, state, certain: sure }] of facts.entries()) {
    at = sheet.writeDoubleLE(value ?? 0, at);
    at = sheet.writeUInt16LE(marks[2 * i]!, at);
    at = sheet.writeUInt16LE(marks[2 * i + 1]!, at);
    at = sheet.writeUInt8(states.indexOf(state) + (sure ? certain : 0) + (value === null ? 0 : valued), at);
  }
  for (let i = 0; i < spots.length; i += 4) {
    at = sheet.writeUInt32LE(spots[i]!, at);
    at = sheet.writeUInt32LE(spots[i + 1]!, at);
    at = sheet.writeUInt16LE(spots[i + 2]!, at);
    at = sheet.writeUInt16LE(spots[i + 3]!, at);
  }
  let end = 0;
  for (const text of strings) {
    end += sheet.write(text, fixed + end, 'utf8');
    at = sheet.writeUInt32LE(end, at);
  }
  return { layout: layoutOf(facts), sheet };
}

/** Layouts packed lately, with their JSON: making it takes longer than comparing. */
const lately: { readonly cells: readonly LayoutCell[]; readonly json: string }[] = [];
const mostLately = 8;

function layoutOf(facts: readonly Fact[]): string {
  const known = lately.find(
    ({ cells }) => cells.length === facts.length && cells.every((cell, i) => sameCell(cell, facts[i]!)),
  );
  if (known) return known.json;
  const cells = facts.map(({ measure, applicant, table, row, column, unit }) => ({
    measure,
    applicant,
    table,
    row,
    column,
    unit,
  }));
  const json = JSON.stringify(cells.map((cell) => Object.values(cell)));
  if (lately.length >= mostLately) lately.shift();
  lately.push({ cells, json });
  return json;
}

const sameCell = (a: LayoutCell, c: LayoutCell) =>
  a.measure === c.measure &&
  a.applicant === c.applicant &&
  a.table === c.table &&
  a.row === c.row &&
  a.column === c.column &&
  a.unit === c.unit;

/** The layout as it was packed. */
export function readLayout(json: string): Layout {
  type Row = [string, Applicant | null, 2 | 3 | 4, string, string, string | null];
  const cells = (JSON.parse(json) as Row[]).map(([measure, applicant, table, row, column, unit]) => ({
    measure,
    applicant,
    table,
    row,
    column,
    unit,
  }));
  return { cells };
}

/** The fact at a position of the layout, of the report that the sheet is of. */
export function unpack({ cells }: Layout, sheet: Buffer, position: number, report: string): Fact & { report: string } {
  const cell = cells[position]!;
  const count = short(sheet, 0);
  const at = head + position * perFact;
  const flags = sheet[at + 12]!;
  const value = (flags & valued) === 0 ? null : sheet.readDoubleLE(at);
  const spot = head + count * perFact + short(sheet, at + 8) * perSpot;
  const raw = short(sheet, at + 10);
  return {
    report,
    measure: cell.measure,
    applicant: cell.applicant,
    table: cell.table,
    row: cell.row,
    column: cell.column,
    value,
    unit: cell.unit,
    state: states[flags & 3]!,
    certain: (flags & certain) !== 0,
    raw: raw === plain ? String(value) : text(sheet, raw),
    line: sheet.readUInt32LE(spot) || null,
    page: sheet.readUInt32LE(spot + 4) || null,
    place: text(sheet, short(sheet, spot + 8)),
    quote: text(sheet, short(sheet, spot + 10)),
  };
}

/** 16 bits, little endian: hundreds of thousands are read at a time, within the sheet. */
const short = (sheet: Buffer, at: number): number => sheet[at]! | (sheet[at + 1]! << 8);

function text(sheet: Buffer, number: number): string | null {
  if (number === none) return null;
  const ends = head + short(sheet, 0) * perFact + short(sheet, 2) * perSpot;
  const strings = ends + short(sheet, 4) * 4;
  const from = number === 0 ? 0 : sheet.readUInt32LE(ends + (number - 1) * 4);
  return sheet.toString('utf8', strings + from, strings + sheet.readUInt32LE(ends + number * 4));
}
