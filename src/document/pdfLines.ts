/** Runs of glyphs on a PDF page → lines, and lines → paragraphs. */
import { withoutInvisible } from '../text/normalize.ts';
import { joined } from './layout.ts';

/** Some glyphs in a row. All in points from the page's top left corner; `y` is the baseline. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** `parts`: words that stand apart, but may be one text. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly parts?: readonly Piece[];
}

export interface Line {
  /** What wide gaps part: one piece for running text, several for a row without ruling lines. */
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Baselines that differ by less than this share of the type's size are one line. */
const sameLine = 0.5;
/** A gap of this many type sizes parts cells; a wide space inside a sentence is narrower. */
const cellGap = 1.6;
/** Beside a figure that stands alone, half of it: labels often fill their cell to the border. */
const figureGap = 0.8;
const figure = /^[-—+]?[\d.,]+$/;
const ideograph = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Lines from top to bottom, each read from left to right. */
export function linesOf(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const last = rows.at(-1);
    const near = last !== undefined && Math.abs(run.y - last[0]!.y) <= sameLine * Math.max(run.size, last[0]!.size);
    if (near) last.push(run);
    else rows.push([run]);
  }
  return rows.map(lineOf);
}

function lineOf(runs: Run[]): Line {
  runs.sort((a, b) => a.x - b.x);
  const size = runs.reduce((most, run) => Math.max(most, run.size), 0);
  const pieces: { text: string; x: number; end: number; runs: Run[] }[] = [];
  let spaced = false;
  for (const run of runs) {
    const open = pieces.at(-1);
    const text = run.text.trim();
    const end = run.x + run.width;
    if (text === '') spaced = true;
    else {
      const gap = open === undefined ? Number.POSITIVE_INFINITY : run.x - open.end;
      const apart = figure.test(text) || (open !== undefined && figure.test(open.text)) ? figureGap : cellGap;
      if (open === undefined || gap > apart * size) pieces.push({ text: tidy(run.text), x: run.x, end, runs: [run] });
      else {
        const parted = spaced || /^\s/.test(run.text) || gap > 0.25 * size;
        open.text = attach(open.text, tidy(run.text), parted);
        open.end = Math.max(open.end, end);
        open.runs.push(run);
      }
      spaced = /\s$/.test(run.text);
    }
  }
  const first = runs[0]!;
  const parted = pieces.flatMap((piece): Piece[] => {
    const words = wordsOf(piece, size);
    const { text, x, end } = piece;
    if (words === null) return [{ text, x, end }];
    return words.length < fewestWords ? [{ text, x, end, parts: words }] : words;
  });
  return { pieces: parted, x: parted[0]?.x ?? first.x, end: parted.at(-1)?.end ?? first.x, y: first.y, size };
}

/** Words of a narrow head stand closer than other cells: so many, each no longer, and nothing but ideographs. */
const fewestWords = 3;
const mayBeHead = /^[\u3400-\u9fff ]{5,80}$/;
const narrow = /^[\u3400-\u9fff]{1,7}$/;
/** Share of the type's size that parts them; what is nearer hangs together, and nothing is between the two. */
const wordGap = 0.3;
const noGap = 0.15;

/** The words of a piece that may be a narrow table's head; null for any other. */
function wordsOf(piece: Piece & { readonly runs: readonly Run[] }, size: number): Piece[] | null {
  if (!mayBeHead.test(piece.text)) return null;
  const words: { text: string; x: number; end: number }[] = [];
  for (const part of piece.runs.flatMap(partsOf)) {
    const open = words.at(-1);
    const gap = open === undefined ? Number.POSITIVE_INFINITY : part.x - open.end;
    if (gap > wordGap * size) words.push({ ...part });
    else if (gap > noGap * size) return null;
    else {
      open!.text += part.text;
      open!.end = part.end;
    }
    if (words.at(-1)!.text.length > 7) return null;
  }
  const isHead = words.length > 1 && words.every(({ text }) => narrow.test(text));
  return isHead && words.filter(({ text }) => text.length > 1).length * 2 > words.length ? words : null;
}

/** A run's words, parted at its spaces: those are as wide as its characters leave. */
function partsOf({ text, x, width, size }: Run): Piece[] {
  const own = withoutInvisible(text).trim();
  if (own === '') return [];
  const spaces = own.match(/\s/g)?.length ?? 0;
  const widthOf = (each: string) =>
    [...each].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0) * size;
  const space = spaces === 0 ? 0 : Math.max(0, (width - widthOf(own.replace(/\s/g, ''))) / spaces);
  let at = x;
  return own.split(/(\s+)/).flatMap((each) => {
    const from = at;
    at += each.trim() === '' ? each.length * space : spaces === 0 ? width : widthOf(each);
    return each.trim() === '' ? [] : [{ text: each, x: from, end: at }];
  });
}

function tidy(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim();
}

/** A gap between two ideographs is the typesetting's; between others it is a space. */
function attach(before: string, after: string, parted: boolean): string {
  const chinese = ideograph.test(before.at(-1)!) && ideograph.test(after[0]!);
  return parted && !chinese ? `${before} ${after}` : before + after;
}

/** Several lines of one cell as its text. */
export function cellOf(runs: readonly Run[]): string {
  return linesOf(runs)
    .map((line) => line.pieces.map((piece) => piece.text).join(' '))
    .reduce(joined, '');
}

const beginsAnew =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]|第[一二三四五六七八九十百\d]{1,4}条)/;

/**
 * Lines of running text joined into paragraphs: a line goes on where the one before is full to the right edge of the text, the
 * next does not stand further in, and type and line distance stay the same. The edges are those of `all` lines of the page.
 */
export function paragraphsOf(lines: readonly Line[], all: readonly Line[] = lines): Line[][] {
  const single = all.filter((line) => line.pieces.length === 1);
  const right = single.reduce((most, line) => Math.max(most, line.end), 0);
  const full = single.filter((line) => line.end > right - 2 * line.size);
  const left = full.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY);
  const out: Line[][] = [];
  for (const line of lines) {
    const before = out.at(-1)?.at(-1);
    if (before !== undefined && goesOn(before, line, left, right)) out.at(-1)!.push(line);
    else out.push([line]);
  }
  return out;
}

function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  const { size } = line;
  if (before.pieces.length > 1 || line.pieces.length > 1) return false;
  if (Math.abs(before.size - size) > 1 || line.y - before.y > 2.6 * size) return false;
  if (before.end < right - 1.8 * size || line.x > left + size) return false;
  return !beginsAnew.test(line.pieces[0]!.text) || !/[。；：！？]$/.test(before.pieces[0]!.text);
}
