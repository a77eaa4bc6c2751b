/**
 * Tables that stand more than once in a document. The report's own is the one in its section; where both stand in it, or
 * neither, nothing says which, and only what both print alike is certain.
 */
import { headWordsOfTable4 } from './aliases.ts';
import { isAnnex, sectionAt, wordsOf } from './captions.ts';
import { formLabels, labelAt } from './labels.ts';
import { isFilled, isValue, type Row } from './row.ts';

/** One printing of a table. */
export interface Copy {
  readonly table: 2 | 3 | 4;
  /** Its first row, the lines of its head included, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** It stands in its own section, and not in an annex of it. */
  readonly home: boolean;
  /** Its rows with figures, by label; in table 4 by their number. */
  readonly rows: ReadonlyMap<number, Row>;
}

/** A table that another printing of it leaves out. */
export interface Second {
  readonly table: 2 | 3 | 4;
  readonly row: Row;
  /** Other figures stand in it. */
  readonly differs: boolean;
}

export interface Single {
  readonly rows: readonly Row[];
  readonly seconds: readonly Second[];
  /** Blocks whose figures another printing contradicts, where nothing says which is the report's. */
  readonly doubtful: ReadonlySet<number>;
}

/** So many labels of a table that stand twice make a second one; a row is also repeated at the top of a page. */
const fewestRepeated = 3;
/** Cells of a row of table 3 that is whole: parts of a table that was cut by its columns are no copies of each other. */
const fewestApplicants = 6;
/** Figures of table 4 from which on 结果维持 begins another table, and no other part of it. */
const fewestOutcomes = 11;
/** Lines that the head of a table may have. */
const longestHead = 48;
/** A table goes on behind a break of so many rows at most. */
const longestBreak = 20;

/** The rows with each table once. */
export function onceEach(rows: readonly Row[]): Single {
  const copies = copiesOf(rows);
  const tables = ([2, 3, 4] as const).map((table) => copies.filter((copy) => copy.table === table));
  const doubtful = new Set<number>();
  if (tables.every(({ length }) => length < 2)) return { rows, seconds: [], doubtful };
  const kept = new Set(tables.flatMap((own) => (own.length === 0 ? [] : chosen(own))));
  const safe = new Set([...kept].flatMap(({ from, to }) => rows.slice(from, to)));
  const gone = new Set<Row>();
  const seconds: Second[] = [];
  for (const copy of copies) {
    if (kept.has(copy)) continue;
    const own = [...kept].find(({ table }) => table === copy.table)!;
    const alike = [...copy.rows].filter(([label, row]) => isAlike(row, own.rows.get(label)));
    const differs = alike.length < copy.rows.size;
    if (differs && copy.home === own.home && !isBlank(copy)) {
      const certain = new Set(alike.map(([label]) => own.rows.get(label)!));
      for (const row of rows.slice(own.from, own.to))
        if (!certain.has(row)) for (let block = row.first; block <= row.last; block += 1) doubtful.add(block);
    }
    for (const row of rows.slice(copy.from, copy.to)) if (!safe.has(row)) gone.add(row);
    if (!isBlank(copy)) seconds.push({ table: copy.table, row: copy.rows.values().next().value!, differs });
  }
  return { rows: rows.filter((row) => !gone.has(row)), seconds, doubtful };
}

/** The table that is read: in its own section before elsewhere, and with figures before without, as a form to be filled in. */
const chosen = (own: readonly Copy[]): Copy =>
  own.find((copy) => copy.home && !isBlank(copy)) ?? own.find((copy) => !isBlank(copy)) ?? own[0]!;

const isBlank = ({ rows }: Copy): boolean => [...rows.values()].every((row) => !row.cells.some(isValue));

const isAlike = (row: Row, other: Row | undefined): boolean =>
  other !== undefined && figuresOf(row) === figuresOf(other);

const figuresOf = ({ cells }: Row): string =>
  cells
    .filter(isFilled)
    .map(({ text }) => text)
    .join(' ');

/** A table while it is read. */
interface Open {
  readonly table: 2 | 3 | 4;
  readonly home: boolean;
  readonly first: number;
  last: number;
  readonly rows: Map<number, Row>;
  /** How many of its labels stand in the table before, too. */
  repeated: number;
  figures: number;
}

/** The printings of each table, in order. */
export function copiesOf(rows: readonly Row[]): Copy[] {
  const found: Open[] = [];
  const last = new Map<number, Open>();
  const position = new Position();
  /** A head of table 4 stands before, and no row of another table since; and 结果维持 since its last figures. */
  let four = false;
  let opens = false;
  const add = (table: 2 | 3 | 4, label: number, at: number, again: boolean) => {
    const row = rows[at]!;
    const before = last.get(table);
    let copy = before;
    if (copy === undefined || again) {
      copy = { table, home: position.isHome(table), first: at, last: at, rows: new Map(), repeated: 0, figures: 0 };
      last.set(table, copy);
      found.push(copy);
    }
    const earlier = found.findLast((each) => each.table === table && each !== copy);
    if (earlier?.rows.has(label)) copy.repeated += 1;
    copy.last = at;
    copy.figures += outcomesIn(row);
    copy.rows.set(label, row);
  };
  for (const [at, row] of rows.entries()) {
    const label = labelOf(rows, at);
    if (label !== null) {
      four = false;
      const { table } = formLabels[label]!;
      add(table, label, at, last.get(table)?.rows.has(label) === true);
      continue;
    }
    if (row.prose || row.labels.length > 0) {
      const words = row.prose ? '' : wordsOf(row);
      if (row.filled === 0 && position.pass(row)) four = false;
      if (headWordsOfTable4.test(words)) four = true;
      if (words.includes('维持')) opens = true;
    }
    if (!four || (row.filled === 0 && !isBlankRow(row))) continue;
    const open = last.get(4);
    const again = opens && (open?.figures ?? 0) >= fewestOutcomes;
    add(4, again || open === undefined ? 0 : open.rows.size, at, again);
    opens = false;
  }
  return joined(found).map(
    ({ table, home, first, last: end, rows: own }): Copy => ({
      table,
      home,
      from: headOf(rows, first),
      to: end + 1,
      rows: own,
    }),
  );
}

/** Where in the report a row stands: in which section, and whether in an annex of it. */
class Position {
  #section = 0;
  #annexed = false;

  /** Passes a line of words; true where it is the heading of a section. */
  pass(row: Row): boolean {
    if (isAnnex(row)) this.#annexed = true;
    const section = sectionAt(row);
    if (section === null) return false;
    // An annex may have headings of its own, but none that the report has yet to come to.
    if (section > this.#section) this.#annexed = false;
    if (!this.#annexed) this.#section = section;
    return true;
  }

  isHome(table: number): boolean {
    return this.#section === table && !this.#annexed;
  }
}

/** The row of table 2 or 3 that a row with cells is, by its own label or, one cell a line, by the line before; else null. */
function labelOf(rows: readonly Row[], at: number): number | null {
  const row = rows[at]!;
  if (row.cells.length === 0) return null;
  const above =
    row.labels.length === 0 && !row.grid && at > 0 && rows[at - 1]!.cells.length === 0 ? rows[at - 1]! : row;
  const text = above.prose ? undefined : above.labels.at(-1)?.text;
  const label = text === undefined ? null : labelAt(text);
  if (label === null) return null;
  const { table } = formLabels[label]!;
  if (table === 3 && Math.max(row.filled, row.grid ? row.cells.length : 0) < fewestApplicants) return null;
  return table === 4 || (table === 2 && row.filled > 4) ? null : label;
}

/** Table 4's row in a form that is not filled in. */
const isBlankRow = ({ grid, labels, cells }: Row): boolean => grid && labels.length === 0 && cells.length >= 15;

/** Of a row of table 4; a grid shows blank cells, too. */
function outcomesIn({ grid, cells, filled }: Row): number {
  if (!grid) return filled;
  return cells.length >= 15 ? 15 : cells.length >= 5 ? 5 : filled;
}

/** The printings, where one that repeats too little of the one before is a part of that. */
function joined(found: readonly Open[]): Open[] {
  const whole: Open[] = [];
  for (const copy of found) {
    const before = whole.findLast(({ table }) => table === copy.table);
    if (
      before === undefined ||
      copy.repeated >= fewestRepeated ||
      (copy.table === 4 && copy.figures >= fewestOutcomes)
    ) {
      whole.push(copy);
      continue;
    }
    for (const [label, row] of copy.rows) if (!before.rows.has(label)) before.rows.set(label, row);
    if (copy.first - before.last <= longestBreak) before.last = copy.last;
  }
  return whole;
}

/** Back over the lines of the table's head. */
function headOf(rows: readonly Row[], first: number): number {
  let from = first;
  for (; from > 0 && first - from < longestHead; from -= 1) {
    const row = rows[from - 1]!;
    if (row.filled > 0 || row.prose || isBlankRow(row) || sectionAt(row) !== null || labelOf(rows, from - 1) !== null)
      break;
  }
  return from;
}
