/** Years in the text fit the report: the period of its figures, its own title and headings, the date below it. */
import type { Locator, Passage, Sentence } from './passage.ts';
import { type Check, merge, open, passed, type Rule, type Subject } from './rule.ts';
import { failure, type Locate, none } from './year-check.ts';
import { plan } from './year-of-plans.ts';
import { activity } from './year-told.ts';

export const yearRule: Omit<Rule, 'check'> = {
  id: 'text.year',
  title: { zh: '正文年份与报告年份相符', en: 'Years in the text fit the report' },
  nouns: ['text', 'year'],
  severity: 'error',
};

/** Assessed once for each year found where a year can be wrong; a report without a year cannot be assessed. */
export function checkYears(subject: Subject, locator: Locator): Check {
  const year = subject.report.year;
  if (year === null) return open('不知道报告年份', 'the year of the report is not known');
  const locate: Locate = (passage, start, end) => locator.evidence(passage, start, end);
  const checks: Check[] = [signed(subject, year, locate), ...headings(subject, year)];
  for (const passage of subject.passages) {
    if (passage.part === 'title') checks.push(title(passage, year, locate));
    if (!/20\d\d|二[〇零]/.test(passage.text)) continue;
    for (const printed of passage.sentences) {
      const sentence = inNumerals(printed);
      if (!sentence.text.includes('20')) continue;
      checks.push(period(sentence, year, locate), announced(sentence, year, locate));
      if (passage.part !== 'section') continue;
      const told = [plan(sentence, year, locate), activity(sentence, year, subject, locate)];
      checks.push(...told, told.some((check) => check.failures.length > 0) ? none : bare(sentence, locate));
    }
  }
  return merge(checks);
}

/** With years printed as numerals: 二〇二一年 is 2021年, and takes the same room. */
function inNumerals(sentence: Sentence): Sentence {
  if (!/二[〇零]/.test(sentence.text)) return sentence;
  const digit = (character: string) => '〇一二三四五六七八九'.indexOf(character === '零' ? '〇' : character);
  const text = sentence.text.replace(/二[〇零][〇零一二三四五六七八九]{2}(?=年)/g, (found) =>
    [...found].map(digit).join(''),
  );
  return { ...sentence, text };
}

const day = (month: string, last: string) => `(?:年|[./-])0?(?:${month})(?:月(?:${last}日)?|[./-]${last})`;
/** 统计期限为2020年1月1日至2020年12月31日, 2020年1月至12月. */
const span = new RegExp(
  `(20\\d\\d)${day('1', '0?1')}(?:起|开始)?,?(?:至|到|-|—|–|~|止)+(?:(20\\d\\d)(?:年|[./-]))?(\\d{1,2})(?:月|[./-])(?:\\d{1,2}日?)?`,
);
/** 数据统计截至2020年12月31日, 统计年度为2020年: the one end of the period, or its year. */
const named =
  /(?:统计(?:数据|时间|期限)?|数据)(?:均)?(?:截至|截止)(?:到|于|时间为|日期为|时间是|日期是)?(?<end>20\d\d)年(?:12月|年?[底末])|统计(?:期限|时间|年度|周期|区间|期间|范围|口径)(?:均?[为是系:]|覆盖)(?<year>20\d\d)(?:年度?(?:全年)?|自然年)(?![\d第])/;

function period(sentence: Sentence, year: number, locate: Locate): Check {
  const match = span.exec(sentence.text);
  if (!match) {
    const end = named.exec(sentence.text);
    const stated = Number(end?.groups?.end ?? end?.groups?.year ?? year);
    if (end === null) return none;
    return stated === year ? passed : otherPeriod(sentence, year, `${stated}`, end, locate);
  }
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from === year && to === year) return passed;
  // Regulations in force since a day are no period of figures.
  if (!/统计|期限|数据|周期|报告期|时间|起止/.test(sentence.text) && sentence.passage.part === 'section') return none;
  return otherPeriod(sentence, year, from === to ? `${from}` : `${from}–${to}`, match, locate);
}

function otherPeriod(sentence: Sentence, year: number, printed: string, match: RegExpExecArray, locate: Locate): Check {
  const start = sentence.start + match.index;
  return failure(
    'error',
    `报告年份是 ${year} 年，正文的统计期限却是 ${printed} 年。`,
    `The report is for ${year}, but the period of its figures is given as ${printed}.`,
    locate(sentence.passage, start, start + match[0].length),
  );
}

/** The title names the year too. */
function title(passage: Passage, year: number, locate: Locate): Check {
  const years = [...passage.text.matchAll(/(?<!\d)20\d\d(?=年)/g)].map((match) => Number(match[0]));
  if (years.length === 0 || years.includes(year)) return passed;
  return failure(
    'error',
    `标题中的年份是 ${years[0]}，报告的统计年份是 ${year}。`,
    `The title says ${years[0]}, the report's figures are of ${year}.`,
    locate(passage, 0, passage.text.length),
  );
}

/** 三、2021年收到和处理政府信息公开申请情况: a heading that names an earlier year, and not the report's. */
function headings({ report }: Subject, year: number): Check[] {
  return report.sections.flatMap(({ title, number, lines }) => {
    const years = [...title.matchAll(/(?<!\d)20\d\d(?=年)/g)].map((match) => Number(match[0]));
    if (number === null || years.length === 0 || years.some((each) => each >= year)) return [];
    return failure(
      'warning',
      `${year} 年的报告，第${number}部分的标题写的是 ${years[0]} 年。`,
      `In the report for ${year} the heading of section ${number} says ${years[0]}.`,
      { line: lines?.[0] ?? null, page: null, quote: title },
    );
  });
}

/** 现将2022年度政府信息公开工作情况报告如下, 今年(2022年): the report says itself of which year it is. */
const announcement =
  /现(?:将|就|对)[^,;。\d]{0,30}(?<of>20\d\d)年度?[^,;。\d]{0,20}(?:政府信息公开|政务公开|信息公开)[^,;。]{0,16}(?:报告|公布|公开|汇报|总结|说明|概述|简述)|(?:今年|本年度?|本报告年度|报告年度|统计年度)\((?:即)?(?<now>20\d\d)年度?[),]/;

function announced(sentence: Sentence, year: number, locate: Locate): Check {
  const match = announcement.exec(sentence.text);
  if (!match) return none;
  const said = Number(match.groups?.of ?? match.groups?.now);
  if (said === year) return passed;
  const start = sentence.start + match.index;
  return failure(
    'error',
    `报告年份是 ${year} 年，正文自称报告的却是 ${said} 年。`,
    `The report is for ${year}, but its text says that it reports on ${said}.`,
    locate(sentence.passage, start, start + match[0].length),
  );
}

/** 2.2023，我局…: the character 年 is missing after the year. */
function bare(sentence: Sentence, locate: Locate): Check {
  const match = /^(?:\d[.、])?(20[0-3]\d)(?=,?(?:我|本)(?:局|委|厅|办|单位|中心|机关|县|市|区|镇|乡))/.exec(
    sentence.text,
  );
  if (!match) return none;
  return failure(
    'info',
    `“${match[1]}”后面缺“年”字。`,
    `The word for year (年) is missing after “${match[1]}”.`,
    locate(sentence.passage, sentence.start, sentence.start + Math.min(sentence.text.length, 40)),
  );
}

/** Signed or published before the year was over. */
function signed({ report, passages }: Subject, year: number, locate: Locate): Check {
  const date = report.publishedDate;
  if (date === null) return none;
  if (date > `${year}-12-31`) return passed;
  const passage = passages.find((each) => each.part === 'signature');
  const evidence = passage ? locate(passage, 0, passage.text.length) : { line: null, page: null, quote: date };
  return failure(
    'warning',
    `${year} 年度的报告，公布（落款）日期却是 ${date}，当年尚未结束。`,
    `The report for ${year} is dated ${date}, before that year was over.`,
    evidence,
  );
}
