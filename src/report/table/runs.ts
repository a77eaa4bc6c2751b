/**
 * One cell a line: runs of figures → rows. What parts the lines is a rhythm, and where a cell was blank an empty line or two
 * stand in its place: the blank cell is restored. Where blanks left no trace, the row is short, and columns.ts says so.
 */
import { fold } from '../../text/normalize.ts';
import { headWordsOfTable4 } from './aliases.ts';
import { isRowLabel } from './labels.ts';
import { makeRow, type Row, type Token } from './row.ts';

/** Figures and dashes on lines of their own, one after the other. */
export interface Run {
  readonly cells: readonly Token[];
  /** Empty lines before each. */
  readonly gaps: readonly number[];
  /** Empty lines behind the last (behind the label, where there are none). */
  readonly after: number;
  /** The line before the run, where it is a label and nothing else. */
  readonly label: Token | null;
}

/** So many distances of lines must be seen before they are called a rhythm. */
const fewestGaps = 6;
/** A row of a form has no more blank cells in one place. */
const mostBlanks = 15;

/** Turns the runs among the rows into rows. */
export function settleRuns(parts: readonly (Row | Run)[]): Row[] {
  const beat = beatOf(parts);
  const rows: Row[] = [];
  for (const part of parts) {
    if (!('gaps' in part)) rows.push(part);
    else if (part.cells.length === 0) blankRow(rows, part, beat);
    else for (const row of runRows(part, beat, rows)) rows.push(row);
  }
  return rows;
}

/** How the lines of the cells are parted. */
interface Beat {
  /** Empty lines between two figures. */
  readonly lines: number;
  /** Some stand further apart: blank cells leave their lines. Else what is further apart is the page's. */
  readonly blanks: boolean;
}

/** The commonest number of empty lines between two figures; null where too few are seen. */
function beatOf(parts: readonly (Row | Run)[]): Beat | null {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const part of parts)
    if ('gaps' in part)
      for (let at = 1; at < part.gaps.length; at += 1) {
        const gap = part.gaps[at]!;
        counts.set(gap, (counts.get(gap) ?? 0) + 1);
        seen += 1;
      }
  if (seen < fewestGaps) return null;
  const [commonest, times] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const lines = closestBeat(counts, seen) ?? (times * 2 > seen ? commonest : null);
  if (lines === null) return null;
  const apart = [...counts.keys()].some((gap) => gap > lines && blanksIn(gap, lines) !== null);
  return { lines, blanks: apart || parts.filter((part) => isBlankRow(part, lines)).length >= fewestBlankRows };
}

/** The least distance that is seen often enough, where all others are it with blank cells between: most rows may have some. */
function closestBeat(counts: ReadonlyMap<number, number>, seen: number): number | null {
  const [least, times] = [...counts].reduce((best, each) => (each[0] < best[0] ? each : best));
  const fit = [...counts.keys()].every((gap) => blanksIn(gap, least) !== null);
  return fit && times >= Math.max(fewestGaps, seen / 5) ? least : null;
}

/** So many labels with the lines of a row's blank cells behind them are no accident of the page. */
const fewestBlankRows = 3;

const isBlankRow = (part: Row | Run, lines: number): boolean =>
  'gaps' in part && part.cells.length === 0 && blanksIn(part.after, lines) === 7 && isRowLabel(part.label!.text);

/** How many blank cells so many empty lines stand for, or null where the rhythm is another. */
function blanksIn(gap: number, beat: number): number | null {
  const blanks = (gap - beat) / (beat + 1);
  return Number.isInteger(blanks) && blanks >= 0 && blanks <= mostBlanks ? blanks : null;
}

/** A row's label with nothing but empty lines behind it: a row of blank cells, where there are as many as a row has. */
function blankRow(rows: Row[], { label, after }: Run, beat: Beat | null): void {
  const last = rows.at(-1);
  if (!beat?.blanks || !label || last?.labels.at(-1) !== label || last.cells.length > 0) return;
  const blanks = Math.floor((after - beat.lines) / (beat.lines + 1));
  if (blanks >= 15 && headed(rows)) {
    const cells = Array.from({ length: 15 }, (_, column) => blankAt(label, column));
    rows.push(makeRow([], cells, false, cells));
  }
  // The page may add lines of its own behind a table's last row.
  const known = blanks >= 7 && /结转下年/.test(fold(label.text)) ? 7 : blanksIn(after, beat.lines);
  if (known === null || ![1, 2, 3, 7].includes(known) || !isRowLabel(label.text)) return;
  const cells = Array.from({ length: known }, (_, column) => blankAt(label, column));
  rows[rows.length - 1] = makeRow(last.labels, cells, false, cells);
}

const blankAt = (near: Token, column: number): Token => ({ ...near, text: '', content: { kind: 'empty' }, column });

/** A run is one row, or several where it is a multiple of what a row has. */
function runRows(run: Run, beat: Beat | null, before: readonly Row[]): Row[] {
  const restored = beat?.blanks ? restore(run, beat.lines) : null;
  const count = run.cells.length;
  const isWhole = restored !== null && [7, 15].some((width) => trimmed(restored, width)?.length === width);
  const sizes = isWhole || headed(before) ? [count] : sizesOf(count);
  let from = 0;
  return sizes.map((size) => {
    const cells = run.cells.slice(from, from + size).map((token, column) => ({ ...token, column }));
    from += size;
    return makeRow([], cells, false, sizes.length === 1 ? restored : null);
  });
}

function sizesOf(count: number): number[] {
  if (count > 7 && count % 7 === 0) return Array<number>(count / 7).fill(7);
  if (count > 15 && (count - 15) % 7 === 0) return [...Array<number>((count - 15) / 7).fill(7), 15];
  return count === 10 ? [5, 5] : [count];
}

/** Does the whole head of table 4 stand directly before, with all its fifteen columns? */
function headed(before: readonly Row[]): boolean {
  let words = '';
  for (let at = before.length - 1; at >= 0 && before.length - at <= 24 && before[at]!.cells.length === 0; at -= 1)
    words = before[at]!.labels.map((label) => label.text).join('') + words;
  const folded = fold(words.slice(-400));
  return headWordsOfTable4.test(folded) && /未经复议/.test(folded) && (folded.match(/尚未审结/g)?.length ?? 0) >= 2;
}

/** The run with its blank cells; null where a distance does not fit the rhythm, or nothing is blank. */
function restore({ cells, gaps, after, label }: Run, beat: number): readonly Token[] | null {
  const out: Token[] = [];
  for (const [index, cell] of cells.entries()) {
    const blanks = index === 0 && label === null ? 0 : blanksIn(gaps[index]!, beat);
    if (blanks === null && index > 0) return null;
    for (let i = 0; i < (blanks ?? 0); i += 1) out.push(blankAt(cell, out.length));
    out.push({ ...cell, column: out.length });
  }
  // The page may add lines of its own behind a table.
  const trailing = Math.min(mostBlanks, Math.floor((after - beat) / (beat + 1)));
  for (let i = 0; i < trailing; i += 1) out.push(blankAt(cells.at(-1)!, out.length));
  return out.length === cells.length ? null : out;
}

/** The restored row at a row's width: empty lines behind its last cell may be the page's. Null where it does not fit. */
export function trimmed(restored: readonly Token[], width: number): readonly Token[] | null {
  if (restored.length < width) return null;
  return restored.slice(width).every((cell) => cell.content.kind === 'empty') ? restored.slice(0, width) : null;
}
