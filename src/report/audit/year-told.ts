/** The year of what is told as done: 2022年，我局共收到… in a report of 2023 is the text of another year left standing. */
import { matchesOf } from '../../text/matches.ts';
import type { Sentence } from './passage.ts';
import { quantitiesIn } from './quantity.ts';
import { type Check, passed, type Subject } from './rule.ts';
import { any, deedPhrase, deeds as deedWords, events, thingsOfAYear } from './words.ts';
import { failure, type Locate, none } from './year-check.ts';

/** The one that reports, as it names itself or is named. */
export const own =
  '(?:(?:我|本|该)(?:[局委厅办院所站县市区镇乡省州旗会]|街道|中心|单位|机关|部门)|[局委厅办院镇乡]里|我们|全体(?:干部职工|人员)|单位(?:上下)|[省市县区]政府|全[局委厅院县市区镇乡](?:上下|干部职工|党员干部)*|[\u4e00-\u9fff]{1,16}?(?:局机关|机关|局|委员会|厅|中心|政府|办公室|办事处|街道))';

export const disclosure = '(?:政府信息公开|政务公开|信息公开)';
const done = `(?:${any([...deedWords, '公开', '发布'])}|${deedPhrase}|在[\\u4e00-\\u9fff、]{1,20}?(?:领导|指导|支持|关心)|(?:的)?${disclosure}工作|[把将]${disclosure})`;

const numbering = '(?:[((]?[一二三四五六七八九十\\d]{1,2}(?:[))、.]|是)(?:[^,;。]{2,14}[,:])?)?';
const opening = '(?:(?:在|按照|根据|依据|遵照|围绕)[^,;。\\d]{2,40},)?';
/** 2022年，为保障群众知情权，我局…. */
const aside = '(?:(?:为|面对|围绕|针对|按照|根据|立足|聚焦|结合|以|在)[^,;。\\d]{2,40},)?';
const wholeYear = '(?:12月(?:31日|底|末)|年?[底末]|1月(?:1日)?[至到—~-](?:12月)(?:31日)?)';
const told = `^${numbering}${opening}(?:截[至止]到?|在|回顾|回望|(?:这|过去|刚刚?过去的?)一年,?\\()?(?<year>20\\d\\d)(?:年度?${wholeYear}?(?:全年|内|间|期间|里)?|年度?\\d{1,2}月(?:底|末|\\d{1,2}日)?)\\)?(?<comma>,)?`;
const acted = new RegExp(
  `${told}(?:(?:${aside}(?<own>${own}(?:党组|党委|上下|干部职工)*))?,?${done}|是[^,;。]{2,24}?(?:之年|的一年|一年)(?=,|$))`,
);
/** 盘点2022年工作，短板主要在于. */
const lookedBack = new RegExp(
  `^${numbering}(?:回顾|回望|盘点|总结|审视|反思|梳理)(?<own>${own})?(?<year>20\\d\\d)年度?(?:全年)?的?${disclosure}?(?:各项)?工作(?<comma>[,:])`,
);
/** At the head of the overview whatever the reporting body did that year, but not what happened to it once. */
const opened = new RegExp(
  `${told}(?<=,)${aside}(?<own>${own})(?!(?:[\\u4e00-\\u9fff]{0,6})(?:${any(events)}))[^,;。]*`,
);

/** Words that compare, or tell of what was before: last year's figure stands there for its own sake. */
const besideOther =
  /上年|去年|前年|今年|本年|同比|环比|相比|比较|增长|下降|结转|存在的?问题(?!,?(?:但|还|仍))|以来|起,|\d{1,2}月\d{1,2}日|当年(?!度?(?:共|全))|当时|曾|首次|首批|历史|档案记载|已于|截至目前|目前/;
/** What is told may be of a document, or of work on what was found wrong that year. */
const ofDocument = /年报|年度?报告|决算|预算|整改|以来|印发|出台|修订|施行|实施|考核|评估|考评|测评|巡察|审计/;
const ofThing = new RegExp(any(thingsOfAYear));
/** 2022年受理的, 2022年公开的信息: the year says which, and not when. */
const attributive =
  /(?:公开|发布|受理|收到|办理|答复|制发|制定|制作|接收|登记|提出|提交|建成|建立|梳理|报送|形成|确定|安排|下达|批准|申报|命名|新增|推送|解读|征集|开展|组织)(?:过)?的/;

/** Left from further back than this it is more likely history. */
const longAgo = 3;

export function activity(sentence: Sentence, year: number, subject: Subject, locate: Locate): Check {
  const match =
    acted.exec(sentence.text) ??
    lookedBack.exec(sentence.text) ??
    (isOpener(sentence, subject) ? opened.exec(sentence.text) : null);
  if (!match) return none;
  const named = Number(match.groups!.year);
  if (named === year) return passed;
  const text = sentence.text;
  // Several years in a sentence compare, and so do these words; next year's belong to plans.
  const years = new Set([...text.matchAll(/20\d\d/g)].map((found) => found[0]));
  if (years.has(String(year)) || named > year) return none;
  const near = text.slice(match[0].length, match[0].length + 24).split(',')[0]!;
  if (ofDocument.test(near)) return none;
  const adverbial = match.groups!.comma !== undefined || match.groups!.own !== undefined;
  const clause = text.slice(match[0].indexOf(match.groups!.year!)).split(/[,;:]/)[0]!;
  if (!adverbial && (ofThing.test(clause) || attributive.test(clause))) return none;
  // 2022年，我局工作仍有不足: what is listed behind it is told of no other time.
  const head = /^[^:]*(?:不足|问题|差距|短板|薄弱|困难)[^:,]{0,10}:/.exec(text)?.[0] ?? text;
  // 截至2022年12月31日 is the year's end, and no day on which something happened.
  if (besideOther.test(head.replace(/(?<=20\d\d年)(?:1月1日[至到—~-])?12月31日/, ''))) return none;
  if (setsBesideThisYear(sentence, year, subject)) return none;
  const start = sentence.start;
  return failure(
    year - named > longAgo || mayBeTold(sentence, match.groups!.own !== undefined, subject) ? 'info' : 'warning',
    `${year} 年的报告里写的是 ${named} 年的情况，可能沿用了旧文。`,
    `The report for ${year} tells of ${named} here; the text may be left over from another year.`,
    locate(sentence.passage, start, start + text.length),
  );
}

/**
 * 2022年收到申请24件, nobody named, and another figure in this year's table: last year's may be told for its own sake, and this
 * year's, with the year left over, would be the table's.
 */
function mayBeTold({ text }: Sentence, named: boolean, { figures }: Subject): boolean {
  if (named || !aboutApplications.test(text)) return false;
  const received = figures.value('applications.received', 'total');
  return received !== null && quantitiesIn(text).some(({ value, unit }) => unit === '件' && value !== received);
}

/** The first sentence of the overview, which speaks of disclosure. */
const isOpener = ({ passage, start, text }: Sentence, { passages }: Subject): boolean =>
  start === 0 &&
  passage.section === 1 &&
  /公开|信息|政务/.test(text) &&
  passages.find(({ section }) => section === 1) === passage;

const aboutApplications = /申请|复议|诉讼/;

/**
 * 2022年，我局收到申请20件, and elsewhere what came in this year, another figure: last year's stands there to be compared with.
 * The same figure is more likely this year's with a year left over.
 */
function setsBesideThisYear(sentence: Sentence, year: number, { claims, figures, passages }: Subject): boolean {
  const quantities = quantitiesIn(sentence.text).filter((each) => each.unit !== null && each.unit !== '%');
  if (quantities.length === 0) return false;
  const values = new Set(quantities.map((each) => each.value));
  if (aboutApplications.test(sentence.text)) {
    const received = figures.value('applications.received', 'total');
    return claims.some((each) => each.sure && !values.has(each.value)) && (received === null || !values.has(received));
  }
  const units = new Set(quantities.map((each) => each.unit));
  const now = new RegExp(`${year}年|今年|本年`);
  const differs = ({ text }: Sentence) =>
    quantitiesIn(text).some((quantity) => units.has(quantity.unit) && !values.has(quantity.value));
  if (sentence.passage.sentences.some((each) => each !== sentence && now.test(each.text) && differs(each))) return true;
  // 全年主动公开政府信息60条, in another paragraph: the same in the same words, of this year.
  const said = sentence.text.slice(0, quantities[0]!.start);
  return passages.some(
    ({ part, sentences }) =>
      part === 'section' &&
      sentences.some(
        (each) =>
          each.text !== sentence.text &&
          !/20\d\d年/.test(each.text.replaceAll(`${year}年`, '')) &&
          ofAll.test(each.text.replaceAll(`${year}年`, '全年')) &&
          sharesWords(said, each.text) &&
          differs(each),
      ),
  );
}

const ofAll = /全年|本年|年内|一年来|累计|共|总/;
/** Words that two sentences may share, in which the one counts what the other does. */
const counted = /(?:主动)?(?:公开|发布|公布)[^,;:\d]{0,6}(?:信息|条)|解读|留言|建议|提案|培训|公众号|微博|网站|处理费/g;
const sharesWords = (one: string, other: string): boolean => {
  const told = new Set(matchesOf(one, counted).map(([found]) => thingOf(found)));
  return matchesOf(other, counted).some(([found]) => told.has(thingOf(found)));
};
const thingOf = (found: string): string =>
  found
    .replace('主动', '')
    .replace(/^(?:发布|公布)/, '公开')
    .slice(0, 2);
