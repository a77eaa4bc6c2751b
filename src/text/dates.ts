/** Dates as Chinese documents write them. Pure: the present is never looked up. */
import { matchesOf } from './matches.ts';
import { parseNumeral } from './numerals.ts';

export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly year: number;
  /** UTF-16 offsets in the text as given, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const digit = '[0-9０-９]';
const numeral = '[〇零一二三四五六七八九OoＯ○]';
const arabic = new RegExp(
  `(?<!${digit})(${digit}{4})\\s{0,2}(?:[年./．／-]|－)\\s{0,2}(${digit}{1,2})\\s{0,2}(?:[月./．／-]|－)\\s{0,2}(${digit}{1,2})(?!${digit})\\s{0,2}日?`,
  'g',
);
/** What every date begins with. */
const year = new RegExp(`${digit}{4}|${numeral}{4}\\s{0,2}年`);
const chinese = new RegExp(
  `(${numeral}{4})\\s{0,2}年\\s{0,2}([元一二三四五六七八九十]{1,2})\\s{0,2}月\\s{0,2}([一二三四五六七八九十]{1,3})\\s{0,2}日`,
  'g',
);

function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const number = (text: string) => Number(/^[0-9]*$/.test(text) ? text : text.normalize('NFKC'));

const radical = /[\u2f00-\u2fdf]/;
/** Kangxi radicals, which PDFs have for 月 and 日, as ideographs: each is one character, so that places stay. */
const withIdeographs = (text: string): string =>
  radical.test(text) ? text.replace(/[\u2f00-\u2fdf]/g, (character) => character.normalize('NFKC')) : text;

/** Every whole date in the text, in order: 2021年1月29日, 2021-01-29, 2021/1/29, 二〇二一年一月二十九日. Impossible ones are left out. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!year.test(text) && !radical.test(text)) return found;
  const plain = withIdeographs(text);
  for (const match of matchesOf(plain, arabic)) add(match, number, found);
  for (const match of matchesOf(plain, chinese)) add(match, numeralOf, found);
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

const numeralOf = (text: string) => parseNumeral(text) ?? 0;

function add(match: RegExpMatchArray, parse: (text: string) => number, found: FoundDate[]): void {
  const year = parse(match[1]!);
  const date = dateOf(year, parse(match[2]!), parse(match[3]!));
  if (date !== null) found.push({ date, year, start: match.index!, end: match.index! + match[0].trimEnd().length });
}

export interface FoundYear {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

const years = new RegExp(
  `(?<!${digit})(${digit}(?:\\s?${digit}){3})\\s{0,2}(?:年|-\\s{0,2}${digit}{4}\\s{0,2}年)|(${numeral}{4})\\s{0,2}年`,
  'g',
);

/** Years followed by 年 in the text, 1990 to 2100, in order: 2020年, ２０２０ 年, 二〇二〇年. */
export function yearsIn(text: string): FoundYear[] {
  const found: FoundYear[] = [];
  for (const match of matchesOf(withIdeographs(text), years)) {
    const year = match[1] === undefined ? parseNumeral(match[2]!) : number(match[1].replace(/\s/g, ''));
    if (year !== null && year >= 1990 && year <= 2100)
      found.push({ year, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
