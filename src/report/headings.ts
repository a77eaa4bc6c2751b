/**
 * Headings by meaning: which of the six sections a line begins, in whatever words and numbering. The words are data
 * (index/headings.json); this file compares with them.
 */
import data from '../../index/headings.json' with { type: 'json' };
import { fold, foldWithPlaces } from '../text/normalize.ts';
import { parseNumeral } from '../text/numerals.ts';
import { remembered } from '../text/remembered.ts';

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** How a heading is numbered: 一、 or 第一部分 (main), 1、 (arabic), （一） (sub), not at all (none). */
type HeadingLevel = 'main' | 'arabic' | 'sub' | 'none';

/** How sure the words are: a known title, the beginning of one (cut short), or only words that point to a section. */
export type HeadingFit = 'exact' | 'cut' | 'signs' | 'none';

export interface Heading {
  readonly number: SectionNumber | null;
  /** As printed, without its number and closing marks. */
  readonly title: string;
  /** The printed number. */
  readonly numeral: number | null;
  readonly level: HeadingLevel;
  readonly fit: HeadingFit;
  /** Dots or a page number follow, as in a table of contents. */
  readonly contents: boolean;
}

interface Words {
  readonly title: string;
  readonly titles: readonly string[];
  readonly signs: readonly (readonly string[])[];
  readonly not: readonly string[];
}

const words = data.sections as Readonly<Record<string, Words>>;
const numberOfTitle = new Map<string, SectionNumber>();
for (const [number, { titles }] of Object.entries(words)) {
  for (const title of titles) numberOfTitle.set(fold(title), Number(number) as SectionNumber);
}
const titlesByLength = [...numberOfTitle.keys()].sort((a, b) => b.length - a.length);
/** The same by their first characters: no title is shorter. */
const headLength = Math.min(...titlesByLength.map(({ length }) => length));
const titlesByHead = new Map<string, string[]>();
for (const title of titlesByLength) {
  const head = title.slice(0, headLength);
  const known = titlesByHead.get(head);
  if (known) known.push(title);
  else titlesByHead.set(head, [title]);
}
const order = data.order as SectionNumber[];

/** Row labels of the tables are numbered like headings and speak of applications, too. */
const rowLabel = new RegExp(`^(?:${data.rows.join('|')})`);

/** The statutory heading of a section. */
export const officialTitle = (number: SectionNumber): string => words[String(number)]!.title;

/** 第一部分, Part 1 · 一、 壹、 Ⅰ. (folded: I.) 01 · 1、 · （一）. */
const numbering =
  /^(?:(?:第([一二三四五六七八九十\d]{1,3})(?:部分|章|节|编|篇)|part\.?0?(\d))[、.,:：]?|([一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,2}|[IVX]{1,4})[、.,:：·]|0([1-9])[、.,:：]?(?!\d)|(\d{1,2})[、.,:：](?!\d)|\(([一二三四五六七八九十]{1,3}|\d{1,2})\)[、.,]?)/i;
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

export interface Numbering {
  readonly level: HeadingLevel;
  readonly numeral: number | null;
  /** How many folded units the number takes. */
  readonly length: number;
}

/** The number at the head of a folded line. */
export function numberingOf(folded: string): Numbering {
  const match = numbering.exec(folded);
  if (!match) return { level: 'none', numeral: null, length: 0 };
  const [whole, part, english, main, zero, arabic, sub] = match;
  const printed = (part ?? english ?? main ?? zero ?? arabic ?? sub)!;
  const numeral = /\d/.test(printed)
    ? Number(printed)
    : (parseNumeral(printed) ?? (roman.indexOf(printed.toUpperCase()) + 1 || null));
  return { level: sub ? 'sub' : arabic ? 'arabic' : 'main', numeral, length: whole.length };
}

/** 一 总体情况, Ⅱ 主动公开…: a number without its mark, which only a known title behind it shows to be one. */
function unmarked(folded: string): Numbering | null {
  const printed = /^(?:[一二三四五六七八九十1-9壹贰叁肆伍陆](?!\d)|[IVX]{1,4})/.exec(folded)?.[0];
  if (printed === undefined || meaningOf(folded.slice(printed.length)).fit !== 'exact') return null;
  return { level: 'main', numeral: numberingOf(`${printed}、`).numeral, length: printed.length };
}

/** The section of a folded title without its number. */
export function meaningOf(title: string): { number: SectionNumber | null; fit: HeadingFit } {
  const exact = numberOfTitle.get(title);
  if (exact) return { number: exact, fit: 'exact' };
  if (title.length >= headLength && (title.length >= 5 || title.startsWith('主动公开'))) {
    const like = titlesByHead.get(title.slice(0, headLength));
    const whole = like?.findLast((each) => each.length > title.length && each.startsWith(title));
    if (whole) return { number: numberOfTitle.get(whole)!, fit: 'cut' };
  }
  if (rowLabel.test(title)) return { number: null, fit: 'none' };
  for (const number of order) {
    const { signs, not } = words[String(number)]!;
    if (!signs.every((list) => list.some((word) => title.includes(word)))) continue;
    if (not.some((word) => title.includes(word))) continue;
    return { number, fit: 'signs' };
  }
  return { number: null, fit: 'none' };
}

/** The longest known title that a folded text begins with. */
export function titleAt(folded: string): string | null {
  return titlesByHead.get(folded.slice(0, headLength))?.find((title) => folded.startsWith(title)) ?? null;
}

/** Pronunciation in brackets, as some pages print it after each traditional character. */
const pinyin = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,8}\)/g;
const longest = 64;

/** A sentence ends, and another begins. */
const withinSentences = /。[\u4e00-\u9fff]/;

/** Reads a line as a heading, or null where it cannot be one: too long, or a sentence. */
export function readHeading(text: string): Heading | null {
  if (text.length > longest * 2) return null;
  return text.length > 40 && withinSentences.test(text) ? null : headingIn(text);
}

const headingIn = remembered((text): Heading | null => {
  const { folded, at } = foldWithPlaces(text);
  const opening = /^[#*>【[■◆●]{0,8}/.exec(folded)![0].length;
  let end = folded.length;
  const dots = /(?:[.·…。\-—_]{3,}|…)\(?\d{0,3}\)?$/.exec(folded);
  if (dots) end = dots.index;
  end -= /[:：。.、,;*】\]#]*$/.exec(folded.slice(0, end))![0].length;
  const marked = numberingOf(folded.slice(opening));
  const { level, numeral, length } =
    marked.level === 'none' ? (unmarked(folded.slice(opening, end)) ?? marked) : marked;
  const from = opening + length;
  const bare = folded.slice(from, Math.max(from, end));
  if (bare === '' || bare.length > longest || /[。;!?]/.test(bare)) return null;
  const title = text.slice(at[from], at[Math.max(from, end)] ?? text.length).trim();
  const plain = bare.includes('(') ? bare.replace(pinyin, '') : bare;
  const { number, fit } = meaningOf(plain);
  return { number, fit, title, numeral, level, contents: dots !== null };
});
