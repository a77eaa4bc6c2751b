/**
 * Paragraphs: pieces joined where a page break or a hard wrap cut a sentence, rows of tables as printed. Each keeps which
 * part of it stands on which line, so that whatever is found in the joined text can be quoted from its line.
 */
import type { Place } from '../document/document.ts';
import { isEmpty, type Piece } from './pieces.ts';
import type { Paragraph } from './report.ts';

/** Which part of a joined paragraph stands where. */
interface Segment {
  /** Offsets in the paragraph's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** A paragraph with its way back to the lines. */
export interface PlacedParagraph extends Paragraph {
  readonly segments: readonly Segment[];
}

/** The same without the way back, as a report keeps it. */
export const withoutSegments = ({ text, lines, page, place, tabular }: PlacedParagraph): Paragraph => ({
  text,
  lines,
  page,
  place,
  tabular,
});

/** Ends of a sentence or of a list's item: nothing was cut here. */
const finished = /[。；！？：!?;:…”’"』」）)】\]>]$/;
/** Begins something of its own: a number, a bullet, 一是, a label with its colon, a link. */
const opening =
  /^(?:[（(]\s*[一二三四五六七八九十⼀⼆⼋⼗\d]{1,3}\s*[）)]|[一二三四五六七八九十⼀⼆⼋⼗]{1,3}\s*[、.．]|第[一二三四五六七八九十⼀⼆⼋⼗]{1,3}[章节条部]|\d{1,2}\s*[、.．](?!\d)|[①-⑳●■◆▪•·★]|附件|附表|注[：:]|[^\s，。；、]{1,4}(?:\s[^\s，。；、]{1,2}){0,3}\s{0,2}[：:])/;
/** 一是 … begins an item where the line before is finished; a hard wrap may put it at the head of a line as well. */
const item = /^[一二三四五六七八九十⼀⼆⼋⼗]{1,2}(?:是|要|为)/;
const pageNumber = /^[-—–─－一\s]{0,3}\d{1,3}[-—–─－一\s]{0,3}$/;
const dashedPageNumber =
  /^(?:[-—–─－]\s{0,2}\d{1,3}\s{0,2}[-—–─－]|第\s{0,2}\d{1,3}\s{0,2}页(?:\s{0,2}[,，/]?\s{0,2}共\s{0,2}\d{1,3}\s{0,2}页)?)$/;
const vocabulary =
  /勾稽关系|区分处理|申请人无正当理由|申请人逾期|第一项加第二项|等于第三项|行政机关不再处理|信息内容|本年制发|现行有效件数|处理决定数量|本年新|收费金额|结果维持|未经复议|三安全一稳定|法人或其他组织|不掌握相关|没有现成信息|补正后申请|其他法律/;
const prosaic = /[。；]|，.{0,60}，|[，,].{6,}[。；，,]/;

/** A row of a table: known to be one, several cells, or in a section of tables a line that is no sentence. */
function tabularPieces(pieces: readonly Piece[], tables: boolean): boolean[] {
  let sentence = false;
  return pieces.map((piece) => {
    const text = piece.text.trim();
    if (text === '') return false;
    if (piece.filled.length > 1) return true;
    const prose = text.length >= 12 && prosaic.test(text) && !vocabulary.test(text);
    if (piece.block.table !== null) return !(prose || (text.length > 40 && /[，,]/.test(text)));
    if (!tables) return false;
    // A sentence goes on over a hard wrap until it is finished.
    const goesOn = sentence && !opening.test(text) && !/^[\d\s./-]*$/.test(text) && !vocabulary.test(text);
    sentence = (prose || goesOn) && !finished.test(text);
    return !(prose || goesOn);
  });
}

/** Width of a line in half-width columns, roughly: CJK takes two. */
function width(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i) > 0x2000 ? 2 : 1;
  return sum;
}

/**
 * The width at which a text was wrapped by hand, or null where each line is a paragraph. Wrapped text has many lines one
 * after another that are about as wide as the widest, and many of them end in the middle of a sentence.
 */
export function wrapWidth(pieces: readonly Piece[]): number | null {
  const widths: number[] = [];
  let cut = 0;
  let followed = 0;
  for (let i = 0; i + 1 < pieces.length; i++) {
    const piece = pieces[i]!;
    const next = pieces[i + 1]!;
    if (
      isEmpty(piece) ||
      isEmpty(next) ||
      piece.filled.length > 1 ||
      piece.block.table !== null ||
      piece.text.length < 15
    )
      continue;
    followed++;
    widths.push(width(piece.text.trim()));
    if (!finished.test(piece.text.trim())) cut++;
  }
  if (followed < 3 || cut < 3 || cut < followed * 0.3) return null;
  widths.sort((a, b) => a - b);
  const high = widths[Math.floor(widths.length * 0.9)]!;
  const wide = widths.filter((each) => each >= high * 0.85).length;
  return high <= 130 && wide >= widths.length * 0.5 ? high : null;
}

interface Part {
  readonly text: string;
  readonly piece: Piece;
}

/** Whether the line `b` goes on with the sentence of line `a`; `gap`: empty lines or a page number stand between. */
function continues(a: string, b: string, gap: boolean, wrap: number | null): boolean {
  if (wrap !== null) {
    const full = width(a) >= wrap * 0.85;
    const brim = width(a) >= wrap - 4;
    if (finished.test(a)) return brim && !gap && !opening.test(b) && !(item.test(b) && /[：:]$/.test(a));
    if (full) return !(opening.test(b) && !/^[^\s，。；、]{1,4}.{0,12}[：:]/.test(b)) || /[、，]$/.test(a);
    return gap ? false : /[，、]$/.test(a) && !opening.test(b);
  }
  if (finished.test(a) || opening.test(b) || item.test(b)) return false;
  // A short line without a mark is a sub-heading, an address or a signature: only a sentence can have been cut.
  if (/[，、]$/.test(a)) return a.length >= 10;
  const sentence = /[，。；：“《]/.test(a);
  return a.length >= 14 && sentence && (gap || a.length >= 20) && b.length >= 2;
}

const ascii = /[A-Za-z0-9]$/;

function build(parts: readonly Part[], tabular: boolean): PlacedParagraph {
  let text = '';
  const segments: Segment[] = [];
  for (const part of parts) {
    if (text !== '' && /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(part.text) && ascii.test(text)) text += ' ';
    const start = text.length;
    text += part.text;
    segments.push({ start, end: text.length, place: part.piece.block.place });
  }
  const first = parts[0]!.piece.block;
  const last = parts.at(-1)!.piece.block;
  const from = first.place.line;
  const to = last.end.line ?? last.place.line;
  return {
    text,
    lines: from === null || to === null ? null : [from, to],
    page: first.place.page,
    place: first.place.label,
    tabular,
    segments,
  };
}

/**
 * The paragraphs of a run of pieces. `tables`: the section holds a statutory table, so that a line that is no sentence is
 * a cell; `wrap`: what `wrapWidth` says of the document.
 */
export function paragraphsOf(
  pieces: readonly Piece[],
  options: { tables: boolean; wrap: number | null },
): PlacedParagraph[] {
  const tabular = tabularPieces(pieces, options.tables);
  const paragraphs: PlacedParagraph[] = [];
  let open: Part[] = [];
  let gap = false;
  for (const [index, piece] of pieces.entries()) {
    const text = piece.text.trim();
    if (text === '') {
      gap = true;
      continue;
    }
    if (tabular[index]) {
      if (dashedPageNumber.test(text)) continue;
      open = closed(open, paragraphs);
      paragraphs.push(build([{ text: piece.text, piece }], true));
      gap = false;
      continue;
    }
    const before = open.at(-1);
    if (dashedPageNumber.test(text) || (pageNumber.test(text) && before !== undefined && !finished.test(before.text))) {
      gap = true;
      continue;
    }
    if (before !== undefined && !continues(before.text, text, gap, options.wrap)) open = closed(open, paragraphs);
    open.push({ text, piece });
    gap = false;
  }
  closed(open, paragraphs);
  return paragraphs;
}

/** Adds what was open as a paragraph; nothing is open then. */
function closed(open: readonly Part[], paragraphs: PlacedParagraph[]): Part[] {
  if (open.length > 0) paragraphs.push(build(open, false));
  return [];
}
