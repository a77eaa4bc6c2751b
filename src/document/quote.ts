/** A verbatim part of a document that shows what was read at a place. */
import type { Document, Place } from './document.ts';
import { Lines } from './lines.ts';

/** About so many characters a quote may have. */
export const longestQuote = 200;

/**
 * A verbatim part of the place's line (of the extracted text, where there are no lines), trimmed, of `longestQuote`
 * characters at most, around `wanted`. Markup and white space inside `wanted` may differ from the source's. Where `wanted`
 * is not found, the part that begins at the place; "" where the place itself cannot be found.
 */
export function quote(document: Document, place: Place, wanted: string): string {
  const range = lineRange(document, place);
  if (range === null) return '';
  const [first, last] = range;
  const { text } = document;
  const hit = find(text, first, last, Math.max(first, place.offset ?? first), wanted);
  const from = hit?.[0] ?? Math.max(first, place.offset ?? first);
  const to = hit?.[1] ?? from;
  const marked = document.format === 'html';
  return widen(text, [first, last], [from, Math.min(to, from + longestQuote)], marked);
}

const linesOf = new WeakMap<Document, Lines>();

/** Start and end of the line in the document's text. */
function lineRange(document: Document, place: Place): [number, number] | null {
  const offset = place.offset ?? lineStart(document, place) ?? blockOffset(document, place);
  if (offset === null || offset > document.text.length) return null;
  const first = document.text.lastIndexOf('\n', offset - 1) + 1;
  const end = document.text.indexOf('\n', offset);
  return [offset === 0 ? 0 : first, end === -1 ? document.text.length : end];
}

function lineStart(document: Document, place: Place): number | null {
  if (place.line === null) return null;
  const lines = linesOf.get(document) ?? new Lines(document.text);
  linesOf.set(document, lines);
  return place.line <= lines.count ? lines.start(place.line) : null;
}

/** Places made elsewhere carry no offset: the block of that page or label gives one. */
function blockOffset(document: Document, { page, label }: Place): number | null {
  const block = document.blocks.find((each) => each.place.page === page && each.place.label === label);
  return block?.place.offset ?? null;
}

/** Finds `wanted` at or after `from`, else anywhere in the line: as it is, else letting markup and white space differ. */
function find(text: string, first: number, last: number, from: number, wanted: string): [number, number] | null {
  const needle = wanted.trim();
  if (needle === '') return null;
  for (const start of from === first ? [first] : [from, first]) {
    const at = text.slice(start, Math.min(last, start + 100_000)).indexOf(needle);
    if (at !== -1) return [start + at, start + at + needle.length];
    const loose = findLoosely(text, start, Math.min(last, start + 20_000), needle);
    if (loose !== null) return loose;
  }
  return null;
}

/** Letters of the wanted text in order, with tags, entities of blanks, emphasis and white space passed over. */
function findLoosely(text: string, start: number, end: number, wanted: string): [number, number] | null {
  const letters = [...wanted.replace(/[\s*_|]+/g, '')].slice(0, longestQuote);
  if (letters.length === 0) return null;
  const kept: number[] = [];
  let plain = '';
  const passed = /<[^<>\n]{0,2000}>|&(?:nbsp|shy|zwj|zwnj);?|[\s*_|\\\u00ad\u200b-\u200f\u2060]/y;
  for (let at = start; at < end; ) {
    passed.lastIndex = at;
    const skip = passed.exec(text);
    if (skip !== null) at += skip[0].length;
    else {
      plain += text[at];
      kept.push(at);
      at += 1;
    }
  }
  const found = plain.indexOf(letters.join(''));
  if (found === -1) return null;
  return [kept[found]!, kept[found + letters.join('').length - 1]! + 1];
}

/** Takes in as much of the line around the hit as fits, to the ends of the line or of its sentence; in HTML, of the text node. */
function widen(text: string, [first, last]: [number, number], [from, to]: [number, number], marked: boolean): string {
  const spare = Math.max(0, longestQuote - (to - from));
  if (last - first <= longestQuote && !marked) return text.slice(first, last).trim();
  const before = text.slice(Math.max(first, from - (spare >> 1)), from);
  const after = text.slice(to, Math.min(last, to + spare - before.length));
  const stopBefore = marked ? /[<>][^<>]*$/ : /[。！？；\t][^。！？；\t]*$/;
  const cutBefore = before.search(stopBefore);
  const cutAfter = after.search(marked ? /[<>]/ : /[。！？；]/);
  const left = cutBefore === -1 ? before : before.slice(cutBefore + 1);
  const right = cutAfter === -1 ? after : after.slice(0, marked ? cutAfter : cutAfter + 1);
  return whole(left + text.slice(from, to) + right);
}

/** Trimmed, and without half a surrogate pair at either end. */
function whole(part: string): string {
  return part
    .replace(/^[\udc00-\udfff]/, '')
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
