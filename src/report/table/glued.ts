/**
 * Lines whose figures stand at their words, or at each other: 规章0件 0件 0件 · （一）予以公开3件0件0件 · 行政许可……640件. Units, dots
 * and points part them. Digits that nothing parts are one figure, and whose it is the columns will say.
 */
import { isRowLabel, likenessOf } from './labels.ts';
import { contentOf, dash, unit } from './value.ts';

const longestLine = 300;
const longestLabel = 70;
/** A label that no form has needs so many figures behind it. */
const fewestFigures = 5;
const surely = 0.8;
const mostRows = 20;

const numbering = /^\s*(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|\d{1,2}[.、．](?!\d))?/;
/** Where a label ends: at a figure, or at a dash that nothing follows. A label that is cut off may end in 无. */
const firstCell = /[\d\uff10-\uff19]|(?:[-—–－/／]{1,6}|(?<=[\s：:…])[无⽆無])(?=[\s,，、;；。…_|.]|$)/;
/** What leads from a label to its figure. */
const leader = /[\s:：|_·…(（[【.—–－-]+$/;
/** A dash alone is a figure's sign or a blank cell, a point alone that of a number. */
const alone = /(?<![.—–－-])[.—–－-](?![.—–－-])/;
const says = new RegExp(`[（(](?:单位[:：])?(?:${unit})[)）]$`);
const parting = /(?:[\s,，、;；|_·…。)）\]】]|\.{2,}|(?<=\d)[/／](?=\d))*/y;
const cell = new RegExp(
  String.raw`(?:增加|减少|增|减|[+＋\-−－])?(?:[1-9１-９][\d０-９]{0,2}(?:,[\d０-９]{3})+(?![\d０-９])|[\d０-９]+)(?:[.．][\d０-９]+)?(\s?(?:${unit}))?(?:[（(][^（）()]{1,60}[）)])?|(?:${dash}|[⽆無])(?=[\s,，、;；。…_|.]|$)`,
  'y',
);

/** A label as printed, or null, and its cells. */
export interface GluedRow {
  readonly label: string | null;
  readonly cells: readonly string[];
}

/** What the last cell of a row may end in, and what may follow it: most lines of words are known by their end to be none. */
const cellEnd = /[\d\uff10-\uff19元件项条个份次宗起人部\-—–－/／无⽆無)）]/;
const afterCell = /[\s,，、;；|_·…。\]】.]/;

function mayEndInCell(text: string): boolean {
  let end = text.length;
  while (end > 0 && afterCell.test(text[end - 1]!)) end -= 1;
  return end > 0 && cellEnd.test(text[end - 1]!);
}

/** Reads a line to its end as rows of glued figures; null where it is none, or where spaces alone part its figures. */
export function gluedRows(text: string): GluedRow[] | null {
  if (text.length > longestLine || !mayEndInCell(text)) return null;
  const rows: GluedRow[] = [];
  let glued = false;
  for (let from = 0; from < text.length; ) {
    if (rows.length >= mostRows) return null;
    const read = rowFrom(text, from);
    if (read === null || (rows.length > 0 && !(read.row.label && isRowLabel(read.row.label)))) return null;
    rows.push(read.row);
    glued ||= read.glued;
    from = read.to;
  }
  return glued ? rows : null;
}

function rowFrom(text: string, start: number): { row: GluedRow; to: number; glued: boolean } | null {
  const rest = text.slice(start, start + longestLabel + 30);
  const number = numbering.exec(rest)![0].length;
  const first = firstCell.exec(rest.slice(number));
  if (!first) return null;
  const words = rest.slice(0, number + first.index);
  const led = leader.exec(words)?.[0] ?? '';
  const label = words.slice(0, words.length - led.length).trim();
  if (label.length > longestLabel || alone.test(led) || /[+＋。]$/.test(label)) return null;
  let glued = label !== '' && !/^\s+$/.test(led);
  const cells: string[] = [];
  let at = start + words.length;
  // 1，234 5 and 1,234,5 can be read in two ways.
  const gaps = new Set<boolean>();
  let grouped = false;
  while (at < text.length) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (!match) break;
    const [printed, own] = match;
    at += printed.length;
    parting.lastIndex = at;
    const gap = parting.exec(text)![0];
    if (own === undefined && gap === '' && at < text.length) return null;
    at += gap.length;
    if (at < text.length) {
      glued ||= gap.trim() !== '' || gap === '';
      gaps.add(/^[,，]$/.test(gap));
    }
    glued ||= own !== undefined && /^\s/.test(own);
    grouped ||= own === undefined && printed.includes(',');
    cells.push(printed);
  }
  if (cells.length === 0 || (gaps.has(true) && (grouped || gaps.size > 1))) return null;
  if (!cells.every((each) => ['value', 'dash'].includes(contentOf(each).kind))) return null;
  const named = label.replace(says, '');
  const isRow = named === '' ? cells.length >= fewestFigures : isKnown(named) || cells.length >= fewestFigures;
  return isRow ? { row: { label: label === '' ? null : label, cells }, to: at, glued } : null;
}

const isKnown = (label: string): boolean => isRowLabel(label) || likenessOf(label).best >= surely;
