/** Years and ranges of years, in figures, in short and in Chinese numerals. */
import { matchesOf } from '../../../text/matches.ts';
import { parseNumeral } from '../../../text/numerals.ts';
import { english } from './amounts.ts';
import type { Shape } from './shape.ts';

const isYear = (year: number) => year >= 1990 && year <= 2099;

/** 2000件, 多于2000, "over 2000 applications": so many, no year. */
function isAmount(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/\d$/.test(text.slice(start, end)) === false) return false;
  return (
    /^\s?(?:件|宗|起|条|人次|人|名|次|篇|期|份|家|项|万|元)/.test(after) ||
    (/(?:多于|超过|大于|高于|不少于|不低于|至少|达到|不到|少于|低于|小于|不足|超|够|满|突破|以上)\s?$/.test(before) &&
      !/^\s?(?:-|~|至|到|和|、)/.test(after)) ||
    (/\b(?:more than|over|above|at least|fewer than|less than|under|below|exceed(?:s|ed|ing)?|exactly|at most|no fewer than|no more than) $/.test(
      before,
    ) &&
      /^ (?!and|to|or|in|at|for|did|was|were|the|of|by|with|is|are|compared|versus|through|until)[a-z]/.test(after))
  );
}

const rangePattern = (() => {
  const year = "(?:fy ?'?)?((?:19|20)\\d\\d)\\s?(?:年(?!均(?![已未有无为不没]))度?)?";
  const between = `(?:between|from|in|over|across|during|throughout|从|自|介于)?\\s?${year}\\s?(?:-|~|至|到|－|to|through|until|till|and)\\s?${year}(?!\\d)(?:\\s?(?:年间|之间|期间|间))?`;
  return new RegExp(`(?<![\\da-z])${between}`, 'g');
})();

export function* yearRanges(text: string): Generator<Shape> {
  for (const found of matchesOf(text, rangePattern)) {
    // "2019 and 2021" names two years; only "between … and …" is a range.
    if (/and/.test(found[0]) && !/^between/.test(found[0])) continue;
    const [from, to] = [Number(found[1]), Number(found[2])];
    if (isYear(from) && isYear(to)) yield span(found, from, to);
  }
  // 19到24年, '19-'24, fy19 to fy24.
  for (const found of matchesOf(text, shortRange)) {
    const [from, to] = [2000 + Number(found[1] ?? found[3]), 2000 + Number(found[2] ?? found[4])];
    if (from < to) yield span(found, from, to);
  }
}

const shortRange =
  /(?<!\d)(1[0-9]|2[0-9])\s?年?\s?(?:-|~|至|到)\s?(1[0-9]|2[0-9])\s?(?:年(?!均(?![已未有无为不没]))(?:度|底|末|终)?|(?=年均))|(?<![a-z0-9])(?:'|fy ?)(1[0-9]|2[0-9])\s?(?:-|~|to|through|until)\s?(?:'|fy ?)(1[0-9]|2[0-9])(?!\d)/g;

const span = (found: RegExpMatchArray, from: number, to: number): Shape => ({
  start: found.index!,
  end: found.index! + found[0].length,
  sense: { kind: 'years', from: Math.min(from, to), to: Math.max(from, to) },
});

/** 21年, '22, fy22, 一九年, 二三年底: years of this century by their last two digits. 一二年 and 二三年间 count years. */
const shortYears = [
  /(?<!\d)(?:'|)([0-3]\d)年(?!报|来|以|内)(?:度|底|末|终)?/g,
  /(?<![a-z0-9])(?:'|fy ?'?)(0[7-9]|1\d|2\d)(?![\d%])/g,
  /(?<![这近头前过了第每十百零〇一二三四五六七八九])(一[三四五六七八九]|二[零〇一二三四五六])年(?![报来以内间前后])(?:度|底|末|终)?/g,
];

export function* years(text: string): Generator<Shape> {
  for (const found of matchesOf(
    text,
    /(?<![\d.])(?:(?<![a-z])fy ?'?)?((?:19|20)\d\d)(?!\d|\.\d)(?:\s?年(?:度|底|末|终)?(?!报))?/g,
  )) {
    const year = Number(found[1]);
    const start = found.index;
    if (!isYear(year) || isAmount(text, start, start + found[0].length)) continue;
    yield { start, end: start + found[0].length, sense: { kind: 'years', from: year, to: year } };
    // 2019年度报告, 2023年底: the rest belongs to the next word.
    if (/^年[度底末终初]/.test(text.slice(start + 4, start + 6)))
      yield { start, end: start + 4, sense: { kind: 'years', from: year, to: year } };
  }
  for (const pattern of shortYears)
    for (const found of matchesOf(text, pattern)) {
      const year = 2000 + (/\d/.test(found[1]!) ? Number(found[1]) : parseNumeral(found[1]!)!);
      yield span(found, year, year);
    }
  for (const found of matchesOf(
    text,
    /(?<![零〇一二三四五六七八九])([二一][零〇九][零〇一二三四五六七八九]{2})(?![零〇一二三四五六七八九十百千])(?:年度?)?/g,
  )) {
    const year = parseNumeral(found[1]!);
    if (year !== null && isYear(year))
      yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'years', from: year, to: year } };
  }
}

/** 两千零二十年, 二千零二十三年度. */
export function* spokenYears(text: string): Generator<Shape> {
  for (const found of matchesOf(
    text,
    /(?<![零一二两三四五六七八九十百千])[两二]千零?(?:[一二]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])年(?!以?[来内])度?/g,
  )) {
    const year = parseNumeral(found[0].replace(/年度?$/, ''));
    if (year !== null && isYear(year)) yield span(found, year, year);
  }
}

export function* recent(text: string): Generator<Shape> {
  for (const found of matchesOf(
    text,
    /(?:最近|近|过去|这)([一两二三四五六七八九十]|\d{1,2})个?年(?:来|内|以来|间|里)?/g,
  )) {
    const count = Number(found[1]) || parseNumeral(found[1]!);
    if (count) yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'recent', count } };
  }
  for (const found of matchesOf(
    text,
    /\b(?:the )?(?:last|past|previous|recent|latest|most recent) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) years\b/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'recent', count: Number(found[1]) || english.indexOf(found[1]!) },
    };
}
