/** Places: the rows of the last answer that a question tells by their place (第二个, "the first one", 最后一家). */

const figures: readonly (readonly [RegExp, number])[] = [
  [/^(?:一|1|first|1st|头一)$/, 0], [/^(?:二|2|second|2nd)$/, 1], [/^(?:三|3|third|3rd)$/, 2], [/^(?:四|4|fourth|4th)$/, 3],
  [/^(?:五|5|fifth|5th)$/, 4], [/^(?:六|6|sixth|6th)$/, 5], [/^(?:七|7|seventh|7th)$/, 6], [/^(?:八|8|eighth|8th)$/, 7],
  [/^(?:九|9|ninth|9th)$/, 8], [/^(?:十|10|tenth|10th)$/, 9], [/^(?:最后一?|末|last|bottom)$/, -1],
]; // biome-ignore format: one place a pair

/** The row is what is counted, and not a part, a quarter or the question. */
const other = '(?!部|节|条例|章|段|季|次|届|款|项|方|张|页|期|批|问|提问|范围|名单|话题|月|星期|表|理由|原因|半|类)';
const nouns = 'one|agency|body|bureau|department|office|row|of (?:them|these|those)';
const words = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last';
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?:排(?:在)?)?(?:第(?<zh>[一二三四五六七八九十]|\\d+)|(?<end>最后一))(?:个|家|份|名|位|行)${other}(?:单位|机关|报告|部门|局|机构)?(?:的那个|那个)?`,
    'gu',
  ),
  /第(?<zh>[一二三四五六七八九十]|\d+)(?=[和与跟同比差呢的、,，]|$)/gu,
  new RegExp(
    `\\b(?:the )?(?:(?<en>${words}|\\d+(?:st|nd|rd|th)) (?:${nouns})|(?:number|no\\.?) (?<no>\\d+))(?<own>'s)?(?![a-z])`,
    'gu',
  ),
  new RegExp(`\\bthe (?<en>${words})(?<own>'s(?= )|(?=$|,| and |\\?))`, 'gu'),
];

export interface Place {
  readonly start: number;
  readonly end: number;
  /** From 0; -1 is the last. */
  readonly at: number;
}

/** Where a text tells rows by their place. */
export function placed(text: string): Place[] {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  const places = found.flatMap((match) => {
    const { zh, end, en, no, own } = match.groups ?? {};
    const word = zh ?? (end === undefined ? (en ?? no ?? '') : '最后一');
    const at = figures.find(([name]) => name.test(word))?.[1];
    const length = match[0].length - (own?.length ?? 0);
    return at === undefined ? [] : [{ start: match.index, end: match.index + length, at }];
  });
  return places.sort((a, b) => a.start - b.start);
}

/** The rows, from 0, of so many; those beyond are left out. */
export const placesIn = (text: string, many: number): number[] =>
  placed(text)
    .map(({ at }) => (at < 0 ? many - 1 : at))
    .filter((at) => at >= 0 && at < many);
