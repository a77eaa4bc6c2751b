/** Years in the text fit the report: the period of its figures, the year of its own activity, the year of its plans. */
import type { Evidence } from '../report.ts';
import type { Locator, Passage, Sentence } from './passage.ts';
import { quantitiesIn } from './quantity.ts';
import { type Check, type Draft, merge, open, passed, type Rule, type Subject } from './rule.ts';
import { any, deedPhrase, deeds as deedWords } from './words.ts';

export const yearRule: Omit<Rule, 'check'> = {
  id: 'text.year',
  title: { zh: '正文年份与报告年份相符', en: 'Years in the text fit the report' },
  nouns: ['text', 'year'],
  severity: 'error',
};

type Locate = (passage: Passage, start: number, end: number) => Evidence;

/** Assessed once for each year found where a year can be wrong; a report without a year cannot be assessed. */
export function checkYears(subject: Subject, locator: Locator): Check {
  const year = subject.report.year;
  if (year === null) return open('不知道报告年份', 'the year of the report is not known');
  const locate: Locate = (passage, start, end) => locator.evidence(passage, start, end);
  const checks: Check[] = [signed(subject, year, locate)];
  for (const passage of subject.passages) {
    if (passage.part === 'title') checks.push(title(passage, year, locate));
    if (!/20\d\d/.test(passage.text)) continue;
    for (const sentence of passage.sentences) {
      if (!sentence.text.includes('20')) continue;
      checks.push(period(sentence, year, locate));
      if (passage.part !== 'section') continue;
      const told = [plan(sentence, year, locate), activity(sentence, year, subject, locate)];
      checks.push(...told, told.some((check) => check.failures.length > 0) ? none : bare(sentence, locate));
    }
  }
  return merge(checks);
}

const none: Check = { assessed: 0, failures: [], open: [] };

function failure(severity: Draft['severity'], zh: string, en: string, evidence: Evidence): Check {
  return { assessed: 1, open: [], failures: [{ severity, message: { zh, en }, evidence: [evidence], concerns: [] }] };
}

/** 统计期限为2020年1月1日至2020年12月31日. */
function period(sentence: Sentence, year: number, locate: Locate): Check {
  const match = /(20\d\d)年1月1日(?:起|开始)?[,]?(?:至|到|-|—|–|~|止)+(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/.exec(
    sentence.text,
  );
  if (!match) return none;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from === year && to === year) return passed;
  // Regulations in force since a day are no period of figures.
  if (!/统计|期限|数据|周期|报告期|时间|起止/.test(sentence.text) && sentence.passage.part === 'section') return none;
  const printed = match[2] === undefined || from === to ? `${from}` : `${from}–${to}`;
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

const aims =
  '继续|进一步|结合|加强|不断|严格|认真|按照|持续|着力|重点|坚持|围绕|努力|采取|积极|深入|大力|加大|健全|完善|强化|创新|切实|紧紧|紧扣|聚焦|全面|立足|针对|更加|推进|推动|开展|提升|提高|从|以|在|做好|抓好|扎实|严把|优化|拓展|深化|充分';
const planWord = new RegExp(
  `(?:将|要)(?:会)?(?:${aims})|下一步|下步|计划(?:在|从|于|开展|通过|重点|进一步|继续)|拟(?:在|从|于|开展|通过)|打算|今后`,
);
const own =
  '(?:我[局委厅办院县市区镇乡省州旗会]|本[局委厅办院县市区镇乡省会]|我中心|我单位|本单位|本机关|我们|[省市县区]政府|全[县市区局]|[\u4e00-\u9fff]{2,16}?(?:局|委员会|厅|中心|政府|办公室|街道))';

const planned = new RegExp(
  `^(?:(?:[((]?[一二三四五六七八九十\\d]{1,2}[))、.])?(?:[^,;]{2,12}[,:])?)?(?:在|下一步,|下步,)?(20\\d\\d)(年度?|,)?(?:里|中|度)?,?(?:${own})?[^,;]{0,12}?(?=${planWord.source})`,
);

/** 2019 我局将结合…: a plan stands in a report of the year before, and is for the year after. */
function plan(sentence: Sentence, year: number, locate: Locate): Check {
  const match = planned.exec(sentence.text);
  if (!match) return none;
  const named = Number(match[1]);
  if (named === year + 1) return passed;
  // 到2025年底前将…: a date to reach is no plan's year.
  if (/^(?:前|底|末)/.test(sentence.text.slice(match[0].indexOf(match[1]!) + 5))) return none;
  const problems = sentence.passage.section === 5 || /下一步|下步|今后/.test(sentence.text);
  // 2019年，我局将…纳入 in the overview tells what was done (将 as 把); a later year there is a plan all the same.
  if (named <= year && !problems && /将(?:从|以|在)/.test(sentence.text)) return none;
  if (named <= year && !problems && sentence.passage.section !== 6) return none;
  return failure(
    'warning',
    `${year} 年的报告把今后的打算写成了 ${named} 年，应为 ${year + 1} 年。`,
    `The report for ${year} dates its plans ${named}; they should be for ${year + 1}.`,
    locate(sentence.passage, sentence.start, sentence.start + sentence.text.length),
  );
}

const done = `(?:${any([...deedWords, '公开', '发布'])}|${deedPhrase}|在[\\u4e00-\\u9fff、]{1,20}?(?:领导|指导|支持|关心)|政府信息公开工作|政务公开工作|信息公开工作)`;

const acted = new RegExp(
  `^(?:[((]?[一二三四五六七八九十\\d]{1,2}(?:[))、.]|是)(?:[^,;。]{2,14}[,:])?)?(?:截至|在)?(20\\d\\d)年度?(?:\\d{1,2}月(?:底|末|\\d{1,2}日)?)?,?(?:${own})?,?${done}`,
);

/** 2022年，我局共收到… in a report of 2023, with nothing that compares years: the text of another year was left standing. */
function activity(sentence: Sentence, year: number, subject: Subject, locate: Locate): Check {
  const match = acted.exec(sentence.text);
  if (!match) return none;
  const named = Number(match[1]);
  if (named === year) return passed;
  const text = sentence.text;
  // Several years in a sentence compare, and so do these words; next year's belong to plans.
  const years = new Set([...text.matchAll(/20\d\d/g)].map((found) => found[0]));
  if (years.has(String(year)) || named > year) return none;
  // What is told may be of a document, or of work on what was found wrong that year; words that compare may stand anywhere.
  const near = text.slice(match[0].length, match[0].length + 24).split(',')[0]!;
  if (/年度?报告|决算|预算|整改|以来|印发|出台|修订|施行|实施|考核|评估/.test(near)) return none;
  if (/上年|去年|今年|本年|同比|相比|比较|结转|存在的?问题|以来|起,|\d{1,2}月\d{1,2}日/.test(text)) return none;
  if (setsBesideThisYear(sentence, year, subject)) return none;
  const start = sentence.start;
  return failure(
    'warning',
    `${year} 年的报告里写的是 ${named} 年的情况，可能沿用了旧文。`,
    `The report for ${year} tells of ${named} here; the text may be left over from another year.`,
    locate(sentence.passage, start, start + text.length),
  );
}

const aboutApplications = /申请|复议|诉讼/;

/**
 * 2022年，我局收到申请20件, and elsewhere what came in this year, another figure: last year's stands there to be compared with.
 * The same figure is more likely this year's with a year left over.
 */
function setsBesideThisYear(sentence: Sentence, year: number, { claims, figures }: Subject): boolean {
  const quantities = quantitiesIn(sentence.text).filter((each) => each.unit !== null && each.unit !== '%');
  if (quantities.length === 0) return false;
  const values = new Set(quantities.map((each) => each.value));
  if (aboutApplications.test(sentence.text)) {
    const received = figures.value('applications.received', 'total');
    return claims.some((each) => each.sure && !values.has(each.value)) && (received === null || !values.has(received));
  }
  const units = new Set(quantities.map((each) => each.unit));
  const now = new RegExp(`${year}年|今年|本年`);
  return sentence.passage.sentences.some(
    (each) =>
      each !== sentence &&
      now.test(each.text) &&
      quantitiesIn(each.text).some((quantity) => units.has(quantity.unit) && !values.has(quantity.value)),
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
