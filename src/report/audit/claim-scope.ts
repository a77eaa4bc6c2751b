/** Whose figure it is, of which year, and of how much: what a claim must not be compared with. */
import { matchesOf } from '../../text/matches.ts';
import { isGovernment, isOwnName, namesIn } from '../own-name.ts';
import type { Report } from '../report.ts';
import { any, channels, narrowerScopes, otherBodies, plain, widerScopes } from './words.ts';

const channelWord = new RegExp(any(channels));
/** 书面、网络等各类, 通过网上等方式: channels that are named as examples narrow nothing. */
const examples = new RegExp(`(?:${any(channels)})等(?:各类|各种|多种|各|多)?(?:方式|形式|渠道|途径)?`);

/** The words say by which channel: what they count is a part of the whole. */
export const ofChannel = (words: string): boolean => channelWord.test(words) && !examples.test(words);
const widerWord = new RegExp(any(widerScopes));
const narrowerWord = new RegExp(any(narrowerScopes));
const plainWord = new RegExp(any(plain), 'g');

/** Courts hear the cases of everybody; what they decided of the report's own cases stands after 经 or 由. */
const courtAtWork =
  /(?<![经由])[\u4e00-\u9fff]{0,6}(?<![经由])法院(?:全年|共|累计|依法|新)*(?:受理|收|立案|审结|审理|办结)/;

/** 县残联向我局…, 县融媒体中心因信息公开被…: a body whose name ends otherwise, at the head of its clause. */
const actor = new RegExp(
  `^(?:20\\d\\d年度?,?|全年|本年度?|其中,?)?(?<name>[\\u4e00-\\u9fff]{0,12}?(?:${any(otherBodies)}))(?=(?:全年|共|累计|也|均)*(?:因|被|向|收到|受理|接到|办理|发生|答复))`,
);
function actsAlone(text: string, agency: string | null): boolean {
  const name = actor.exec(text)?.groups?.name;
  return name !== undefined && !/^[我本]/.test(name) && !(agency ?? '').endsWith(name.slice(-2));
}

/** Does the text name a body, and another one than the report's? Null where it names none: then what was so, stays so. */
export function namesAnother(text: string, { agency, region }: Report): boolean | null {
  let another: boolean | null = null;
  if (actsAlone(text, agency)) return true;
  if (/我局|本局|我委|本委|我单位|本单位|本机关|我中心|本中心|我厅|我办|我县政府|我市政府/.test(text)) another = false;
  if (text.includes('法院') && courtAtWork.test(text)) return true;
  if (agency === null || !/[局厅委府道镇乡]/.test(text)) return another;
  for (const { name: given } of namesIn(text.replace(/政府(?=信息|网|门户|公报|采购|集中采购|规章|开放)/g, '□□'))) {
    // 县气象局向我局, 县气象局向某某县统计局: whom it turns to acts no more.
    const [name, addressee] = given.split(/(?<=[\u4e00-\u9fff]{2}[局厅委府办])向(?=[\u4e00-\u9fff]{2})/) as [
      string,
      string?,
    ];
    if (addressee !== undefined) return !isOwnName(name, agency, region);
    const clean = name
      .split(
        /年度?|[由向对与和的共是以在按据被将把为从经]|代表|受理|收到|坚持|依法|规范|答复|通过|全(?=[县市区省州])|[我本](?=[县市区省州])/,
      )
      .at(-1)!;
    if (clean.length < 3 || /[我本].{1,2}$/.test(clean)) continue;
    if (!/(?:局|厅|委员会|委|政府|街道|镇|乡)$/.test(clean)) continue;
    another = !isOwnName(clean, agency, region);
  }
  return another;
}

const namedYear = /(?<!\d)(20\d\d)(?=年|度|,?(?:我|本|全))/g;

/** 2021年至2023年, 2019年以来. */
const severalYears =
  /20\d\d年?(?:度)?[至到—-](?!20\d\d年1月)(?:20)?\d\d年(?!1)|20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以来|至今|施行以来|实施以来)|近[两二三四五六七八九十]年|近几年|(?<!今年|本年|一年|全年|年度|年初|去年|近年)以来(?=,|[共累我本全各县市区])/;
/** 截至6月底, 1至9月. */
const partOfYearBefore = /截[至止]到?(?:20\d\d年)?(?:[1-9]|1[01])月|1?月?[至到-](?:[2-9]|1[01])月|[上下]半年/;

/** A figure of several years, or of a part of one. `before` is the sentence up to the clause. */
export function isOtherPeriod(before: string, clause: string): boolean {
  const near = before.slice(before.lastIndexOf(';') + 1);
  return severalYears.test(before + clause) || partOfYearBefore.test(clause) || partOfYearBefore.test(near);
}

/** The last year named, if any, is another one. */
export function endsInOtherYear(before: string, year: number | null): boolean {
  if (!before.includes('20')) return false;
  const named = matchesOf(before, yearsNamed).at(-1);
  return named !== undefined && Number(named[0]) !== year;
}

const yearsNamed = /(?<!\d)20\d\d(?=年)/g;

/** 上年度共收到…, 上年同期办结…, 去年因信息公开被…; but not what it left: 上年结转, 上年未办结. */
const ofLastYear =
  /(?<![较比与同和])(?:上一?|去)年(?:度|同期)?(?!.{0,3}(?:结转|未|转|遗留|留|存量|在办))(?:[^,]{0,4}(?:收到|受理|接到|接收|新收|办理|办结|答复|回复|处理|共|因|被|发生|引发|涉及)|,)(?!.{0,12}(?:基础上|相比|比较))/;

/** The last year named before the clause's figure, if any, is another one. `before` is the sentence up to the clause. */
export function isOtherYear(clause: string, before: string, year: number | null): boolean {
  if (ofLastYear.test(clause)) return true;
  // 上年被申请行政复议2件, 被提起行政诉讼1件: until another time is named.
  const head = ofLastYear.exec(before.slice(before.lastIndexOf(';') + 1));
  if (head !== null && !/今年|本年|当年|全年|20\d\d年/.test(before.slice(head.index + 2) + clause)) return true;
  if (isOtherPeriod(before, clause)) return true;
  if (year === null || !(before.includes('20') || clause.includes('20'))) return false;
  const figure = clause.search(/\d(?!\d{0,3}年)|未|无|没有/);
  const text = before + (figure < 0 ? clause : clause.slice(0, figure));
  const named = matchesOf(text, namedYear).at(-1);
  if (!named) return false;
  const other = Number(named[1]) !== year;
  return other && !/结转|继续办理|顺延|转(?:至|入)/.test(clause);
}

/** Levels of government, the widest first, and all of one; an autonomous region's 全区 is read as the district's own. */
const levels = ['国', '省', '市州盟', '县区旗', '镇乡'];
const wholes = levels.map((each) => new RegExp(`全(?:[${each}]|自治[${each}])`));

/** 全省, 全国 in a county's report: figures of a level above the government's own. */
function isWider(text: string, agency: string): boolean {
  const own = agency.replace(/(?:人民)?政府$/, '').slice(-1);
  const level = levels.findIndex((each) => each.includes(own));
  return wholes.slice(0, Math.max(0, level)).some((whole) => whole.test(text));
}

/** Figures of a whole county in a department's report, of one office in a government's. */
export function isOutOfScope(text: string, before: string, agency: string | null): boolean {
  if (agency !== null && isGovernment(agency)) {
    if (isWider(before + text, agency)) return true;
    return narrowerWord.test(text) && !/全[县市区省州旗]/.test(text);
  }
  return widerWord.test(before + text) && !/我局|本局|我委|本单位|我单位|本机关|我中心/.test(text);
}

/** True where nothing but known words is left in it. */
export function isPlain(text: string, { agency, region }: Report, allowed = 2): boolean {
  let rest = text.replace(/20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?/g, '').replace(channelWord, '');
  rest = rest
    .replace(/^[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是)/, '')
    .replace(/全[县市区省州旗镇乡]|我[县市区省州旗镇乡]/g, '');
  if (agency !== null) {
    for (const { name } of namesIn(rest)) if (isOwnName(name, agency, region)) rest = rest.replace(name, '');
  }
  return rest.replace(plainWord, '').replace(/[^\u4e00-\u9fff]/g, '').length <= allowed;
}
