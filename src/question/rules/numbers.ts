/** Years, numbers, forms and quoted words: what is recognised by its shape rather than by a list. */
import type { FormId } from '../../report/report.ts';
import { Sieve } from '../../text/sieve.ts';
import type { Sense } from '../marks.ts';

export interface Shape {
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']; // biome-ignore format: words
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const tens: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  'a hundred': 100,
  'one hundred': 100,
  'a dozen': 12,
};

/** Those that are written in letters. */
const numerals: readonly (readonly [string, number])[] = [
  ...Array.from(english, (word, value) => [word, value] as const),
  ...Object.entries(tens),
];

/** A Chinese numeral as a number (十二: 12); null where it is none. */
function chineseNumber(text: string): number | null {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text))
    return Number(Array.from(text, (character) => digits[character]).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const unit = units[character];
    if (unit === undefined) {
      if (digits[character] === undefined) return null;
      digit = digits[character];
    } else if (unit === 10000) {
      total = (total + (digit ?? 0)) * unit;
      digit = null;
    } else {
      total += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

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
  const year = "(?:fy ?'?)?((?:19|20)\\d\\d)\\s?(?:年度?)?";
  const between = `(?:between|from|in|over|across|during|throughout|从|自|介于)?\\s?${year}\\s?(?:-|~|至|到|－|to|through|until|till|and)\\s?${year}(?!\\d)(?:\\s?(?:年间|之间|期间|间))?`;
  return new RegExp(`(?<![\\da-z])${between}`, 'g');
})();

function* yearRanges(text: string): Generator<Shape> {
  for (const found of text.matchAll(rangePattern)) {
    // "2019 and 2021" names two years; only "between … and …" is a range.
    if (/and/.test(found[0]) && !/^between/.test(found[0])) continue;
    const [from, to] = [Number(found[1]), Number(found[2])];
    if (isYear(from) && isYear(to)) yield span(found, from, to);
  }
  // 19到24年, '19-'24, fy19 to fy24.
  for (const found of text.matchAll(shortRange)) {
    const [from, to] = [2000 + Number(found[1] ?? found[3]), 2000 + Number(found[2] ?? found[4])];
    if (from < to) yield span(found, from, to);
  }
}

const shortRange =
  /(?<!\d)(1[0-9]|2[0-9])\s?年?\s?(?:-|~|至|到)\s?(1[0-9]|2[0-9])\s?年(?:度|底|末|终)?|(?<![a-z0-9])(?:'|fy ?)(1[0-9]|2[0-9])\s?(?:-|~|to|through|until)\s?(?:'|fy ?)(1[0-9]|2[0-9])(?!\d)/g;

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

function* years(text: string): Generator<Shape> {
  for (const found of text.matchAll(
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
    for (const found of text.matchAll(pattern)) {
      const year = 2000 + (/\d/.test(found[1]!) ? Number(found[1]) : chineseNumber(found[1]!)!);
      yield span(found, year, year);
    }
  for (const found of text.matchAll(
    /(?<![零〇一二三四五六七八九])([二一][零〇九][零〇一二三四五六七八九]{2})(?![零〇一二三四五六七八九十百千])(?:年度?)?/g,
  )) {
    const year = chineseNumber(found[1]!);
    if (year !== null && isYear(year))
      yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'years', from: year, to: year } };
  }
}

/** 两千零二十年, 二千零二十三年度. */
function* spokenYears(text: string): Generator<Shape> {
  for (const found of text.matchAll(
    /(?<![零一二两三四五六七八九十百千])[两二]千零?(?:[一二]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])年(?!以?[来内])度?/g,
  )) {
    const year = chineseNumber(found[0].replace(/年度?$/, ''));
    if (year !== null && isYear(year)) yield span(found, year, year);
  }
}

function* recent(text: string): Generator<Shape> {
  for (const found of text.matchAll(
    /(?:最近|近|过去|这)([一两二三四五六七八九十]|\d{1,2})个?年(?:来|内|以来|间|里)?/g,
  )) {
    const count = Number(found[1]) || chineseNumber(found[1]!);
    if (count) yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'recent', count } };
  }
  for (const found of text.matchAll(
    /\b(?:the )?(?:last|past|previous|recent|latest|most recent) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) years\b/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'recent', count: Number(found[1]) || english.indexOf(found[1]!) },
    };
}

function* numbers(text: string): Generator<Shape> {
  for (const found of text.matchAll(
    /(?<![\da-z.])(\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?:\s?(%|percent|per cent|成(?!绩)))?/g,
  )) {
    let value = Number(found[1]!.replaceAll(',', ''));
    const percent = found[2] !== undefined;
    if (percent) value = found[2] === '成' ? value / 10 : value / 100;
    if (Number.isFinite(value))
      yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'number', value, percent } };
  }
  for (const found of text.matchAll(
    /(百分之)?([零一二两三四五六七八九十百千]{1,8})(成)?(?=的|件|宗|起|家|个|份|名|项|条|次|篇|期|位|元|万|$|成|以上|以下|\s|[,.?!到至之])|(?<=前|超过|至少|多于|少于|大于|小于|不到|低于|不足|倒数|后)([零一二两三四五六七八九十百千]{1,8})/g,
  )) {
    const value = chineseNumber(found[2] ?? found[4] ?? '');
    if (value === null) continue;
    const percent = found[1] !== undefined || found[3] !== undefined;
    const scaled = found[1] !== undefined ? value / 100 : found[3] !== undefined ? value / 10 : value;
    yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'number', value: scaled, percent } };
  }
  // 前三甲, 前十强
  for (const found of text.matchAll(/(?<=前)([二两三四五六七八九十]{1,3})(?:甲|强)/g)) {
    const value = chineseNumber(found[1]!);
    if (value !== null)
      yield {
        start: found.index,
        end: found.index + found[0].length,
        sense: { kind: 'number', value, percent: false },
      };
  }
  if (/[a-z]/.test(text)) for (const [word, value] of numerals) yield* wordAt(text, word, value);
  for (const found of text.matchAll(/\bhalf\b|一半|半数/g))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'number', value: 0.5, percent: true },
    };
}

function* wordAt(text: string, word: string, value: number): Generator<Shape> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + word.length)))
      yield { start: at, end: at + word.length, sense: { kind: 'number', value, percent: false } };
}

function* sections(text: string): Generator<Shape> {
  // 六个部分 are all six, 一部分 is any: only 第 and a few words without it name one.
  for (const found of text.matchAll(
    /(?:(?<![这那哪])第([一二三四五六1-6])(?:大|个)?|(?<![一二三四五六七八九十\d全有共这那哪])([二三四五2-5]))(?:部分|章节|章|节|大点|大块|板块)/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'section', number: digits[found[1] ?? found[2]!] ?? Number(found[1] ?? found[2]) },
    };
  for (const found of text.matchAll(
    /(?:最后|末尾|最末)(?:一|那|的)?个?(?:部分|章节|章|节|大块|板块)|\b(?:last|final|closing) (?:section|part|chapter)\b/g,
  ))
    yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'section', number: 6 } };
  for (const found of text.matchAll(
    /\b(?:section|part|chapter|sec\.?)\s?(?:no\.?\s?)?([1-6]|one|two|three|four|five|six)\b/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'section', number: Number(found[1]) || english.indexOf(found[1]!) },
    };
  for (const found of text.matchAll(/\b(first|second|third|fourth|fifth|sixth) (?:section|part|chapter)\b/g))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'section', number: ordinals.indexOf(found[1]!) },
    };
}

/** What a form is called; null: by its year. */
const formNames = Sieve.of<FormId | null>([
  [/(2019|2021)\s?年?(?:的)?(?:那|这)(?:一)?(?:版|个版本|套|种)(?:格式|表格|表|)/g, null],
  [/(2019|2021)\s?年?(?:版|年版)?(?:的)?[新旧老]?(?:格式|表格格式|模板|样式|版式|版表格|版)/g, null],
  [
    /\b(?:(?:on|in|using|under|with|of) the )?(?:(?:new|newer|old|older|current|revised|trial) )?(2019|2021)(?:'s)? (?:form|format|template|version|edition)\b/g,
    null,
  ],
  [/\bform (?:of )?(2019|2021)\b/g, null],
  [
    /新(?:版(?:\([^()]{1,8}\))?(?:的)?(?:格式|表格|模板|版式|式样|样式|样表|表|(?!本))|(?:格式|表格|模板|式样|样式))|\b(?:the )?(?:new|newer|current|latest|revised)(?:[ -]style)? (?:form|format|template|layout)\b/g,
    '2021',
  ],
  [
    /[旧老](?:版(?:\([^()]{1,8}\))?(?:的)?(?:格式|表格|模板|版式|式样|样式|样表|表|(?!本))|(?:格式|表格|模板|式样|样式))|\b(?:the )?(?:old|older|earlier|previous|former|trial)(?:[ -]style)? (?:form|format|template|layout)\b/g,
    '2019',
  ],
  [/自由(?:文本|格式)|\bfree (?:form|text)\b/g, 'free'],
]);

/** By the number of the notice that prescribes it, where nobody asks who writes of that. */
const notices = Sieve.of<FormId>([
  [
    /(?:国办(?:公开办)?函? ?)?[〔[(]2021[〕\])] ?30 ?号(?:文件?|函|通知)?(?:的)?(?:格式)?|30 ?号(?:文件?|函|通知)(?:的)?(?:格式)?|\b(?:notice|document|doc\.?|circular) (?:no\.? ?|number )?30\b/g,
    '2021',
  ],
  [
    /(?:国办(?:公开办)?函? ?)?[〔[(]2019[〕\])] ?60 ?号(?:文件?|函|通知)?(?:的)?(?:格式)?|60 ?号(?:文件?|函|通知)(?:的)?(?:格式)?|\b(?:notice|document|doc\.?|circular) (?:no\.? ?|number )?60\b/g,
    '2019',
  ],
]);

const written = /提到|提及|引用|援引|写|mention|cite|refer|quote|word/;

function* forms(text: string): Generator<Shape> {
  const named = written.test(text) ? [] : notices.in(text);
  for (const [pattern, form] of [...formNames.in(text), ...named])
    for (const found of text.matchAll(pattern))
      yield {
        start: found.index,
        end: found.index + found[0].length,
        sense: { kind: 'form', form: form ?? (found[1] as FormId) },
      };
}

/** Words in quotation marks are taken as they are where text is searched for; elsewhere they are words like others. */
function* quotes(text: string): Generator<Shape> {
  if (
    !/提到|提及|写|说|讲|搜|找|含|有|现|哪|appear|occur|where|mention|search|find|contain|word|phrase|say|about/.test(
      text,
    )
  )
    return;
  for (const found of text.matchAll(/["《]([^"《》]{1,100})["》]/g))
    yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'quoted', text: found[1]! } };
}

/** TOP5: the order and the number, written as one. */
function* tops(text: string): Generator<Shape> {
  for (const found of text.matchAll(/(?<![a-z0-9])top(\d{1,3})(?!\d)/g)) {
    const at = found.index + 3;
    yield { start: found.index, end: at, sense: { kind: 'word', rule: 'order.n' } };
    yield { start: found.index, end: at, sense: { kind: 'word', rule: 'order.top' } };
    yield { start: at, end: at + found[1]!.length, sense: { kind: 'number', value: Number(found[1]), percent: false } };
  }
}

/** 每几件申请里有一件, "one in how many": a rate, asked for as so many to one. */
function* ones(text: string): Generator<Shape> {
  for (const found of text.matchAll(
    /(?:平均|大约|约)?(?:每隔?)?(?:几|多少)(?:件|条|个|宗|份)(?:申请)?(?:里面?|中|当中|之中)?(?:就|才)?会?有[一1](?:件|条|个|宗|份)(?:是|被|会被|遭)?|\b(?:one|1) (?:in|out of) (?:every )?how many\b/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'word', rule: 'op.rate.oneIn' },
    };
}

/** Everything in the folded text that has such a shape; overlaps are settled later. */
export function shapesIn(text: string): Shape[] {
  return [
    ...yearRanges(text),
    ...years(text),
    ...spokenYears(text),
    ...recent(text),
    ...numbers(text),
    ...sections(text),
    ...forms(text),
    ...quotes(text),
    ...tops(text),
    ...ones(text),
  ];
}
