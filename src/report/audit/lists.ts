/** Lists of parts in folded text: what 其中, 包括, 分为, a bracket or a colon directly after a total governs, item by item. */
import { matchesOf } from '../../text/matches.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

export interface Part extends Quantity {
  readonly label: string;
}

export interface PartList {
  readonly total: Quantity;
  readonly parts: readonly Part[];
  /** The total stands alone before the list, and every item up to its end is a label with a figure of the total's unit. */
  readonly certain: boolean;
  /** The list says itself that it need not be complete: 包括, 含, a bracket, 等. */
  readonly incomplete: boolean;
  /** Where the list begins. */
  readonly begin: number;
}

/** Lookbehinds stand behind what is found, so that most places of a text are passed over by their first character. */
const opener =
  /(?:其中|(?:具体|主要|分别)?包[括含]|分为|(?:分别|具体|分布|构成|组成|来源|分类|类别)(?:情况)?(?:[为是有]|如下|来看)(?=[:,]?(?:[^\d:]|\d{1,2}[.、)]\D))|(?:当中|中(?!心|央|国|介|层|型|期|标|药|医|学|小))(?<=\d[件条篇份次项个][\u4e00-\u9fff]{0,8}(?:当中|中))(?=,|有?\d))(?:有|:|,|包[括含]|含)*|分(?<=[,;]分)(?:渠道|途径|方式|平台|载体|主体|申请人|类别)(?:情况)?(?:来?看|统计)?[,:]|(?:按照?|从|就)(?<=[,;](?:按照?|从|就)|。(?:按照?|从|就)(?=[\u4e00-\u9fff]{0,6}(?:渠道|途径|方式|形式|载体|平台)))[\u4e00-\u9fff]{0,6}(?:渠道|途径|方式|形式|载体|平台|申请人|主体|身份|结果|类别|类型|性质|机构|内容|体裁|级别|层级)(?:情况)?(?:上|来)?(?:划分|区分|统计|分类|分|看)[,:]|含(?<=\d[\u4e00-\u9fff]{1,3},含)(?=[^\d:,;、]{2,10}\d)|[—-]{1,2}(?<=[\u4e00-\u9fff][—-]{1,2})(?=[^()\d:,;、—-]{2,14}\d{1,6}[\u4e00-\u9fff])|[(:](?<=[\u4e00-\u9fff].)(?=[^()\d:,;]{2,14}\d{1,6}[\u4e00-\u9fff])/g;
/** What an item counts is of another time, a difference, a share, or a part of a part: the list is not plain. */
export const apart =
  /上年|去年|前年|往年|同期|同比|环比|较|比(?!例|赛)|增|减|下降|上升|占|约|累计|截[至止]|以来|半年|季度|月|20\d\d年|平均|含|仅|超过|分别|不足|中的|其中|阅读|浏览|点击|点赞/;
/** An item that begins a statement of its own, and is no part. */
const another =
  /^(?:全年|今年|另|此外|同时|还|并|共|总|合计|累计|年内)(?!有)|共计|总计|合计|累计|(?<!公)共(?![享同建])/;
const rest = /^(?:其[他它余]|剩余|另有)/;
const verb =
  /公开(?!栏)|发布|推送|编发|更新|刊|举办|开展|组织|召开|办理|受理|收到|承办|印发|制作|制发|接待|接听|回复|答复|报送|审核|转载|发放|推出|完成|参加|邀请|张贴|修订|回应/;
const channel =
  /网站|门户|微信|公众号|微博|抖音|视频号|头条|客户端|新媒体|公告栏|公示栏|公开栏|宣传栏|公报|报刊|广播|电视|大厅|专区|查阅点|显示屏|电子屏|线下/;

/** The text with what stands in brackets blanked, character by character; nested brackets belong to the part before them. */
export function withoutBrackets(text: string): string {
  let depth = 0;
  let plain = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    plain += depth > 0 ? '□'.repeat(character.length) : character;
    if (character === ')') depth = Math.max(0, depth - 1);
  }
  return plain;
}

const summedBehind = /^[^。]{0,40}[,;](?:以上)?(?:共计|合计|总计)[\u4e00-\u9fff]{0,8}\d/;

/** Every list of the text. */
export function listsIn(text: string, year: number | null = null): PartList[] {
  const found: PartList[] = [];
  for (const match of matchesOf(text, opener)) {
    const bracket = match[0] === '(';
    // (其中政策类60条、动态类40条).
    const word = bracket ? /^(?:其中|包[括含]|含)[:,]?/.exec(text.slice(match.index + 1, match.index + 4)) : null;
    const begin = match.index + match[0].length + (word?.[0].length ?? 0);
    const close = bracket ? closing(text, match.index) : -1;
    if (bracket && close < 0) continue;
    const before = totalBefore(text, match.index, /^[(:—-]/.test(match[0]), year);
    if (before === null) continue;
    const until = bracket ? close : begin + listEnd(text.slice(begin, begin + 1000));
    const read = partsOf(withoutBrackets(text.slice(begin, until)), before, begin, /^(?:当中|中)/.test(match[0]));
    if (read.parts.length < 2) continue;
    // …，合计84条: the parts are of the total that follows them.
    if (!bracket && summedBehind.test(text.slice(read.parts.at(-1)!.end, until))) continue;
    const incomplete = bracket || /[括含]/.test(match[0]);
    found.push({ ...read, total: before.total, certain: before.alone && read.plain, incomplete, begin });
  }
  return found;
}

function closing(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < Math.min(text.length, at + 1000); index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')' && --depth === 0) return index;
  }
  return -1;
}

function listEnd(text: string): number {
  const end = withoutBrackets(text).search(/其中|[。!?]/);
  return end < 0 ? text.length : end;
}

interface Before {
  readonly total: Quantity;
  /** No other figure of its unit shares its stretch, and nothing but its noun stands between it and the list. */
  readonly alone: boolean;
  readonly words: string;
}

/** The last figure before the list: in the same sentence, or at the end of the one before. */
function totalBefore(text: string, at: number, tight: boolean, year: number | null): Before | null {
  const from = Math.max(0, at - 160);
  let before = text.slice(from, at);
  const adjacent = /。$/.test(before);
  before = before.replace(/[。,;:、]+$/, '');
  const offset = from + before.lastIndexOf('。') + 1;
  const sentence = text.slice(offset, from + before.length);
  // Inside a bracket what stands before it counts no more.
  const open = sentence.lastIndexOf('(');
  const inner = open >= 0 && !sentence.includes(')', open) ? sentence.slice(open + 1) : sentence;
  const shift = offset + sentence.length - inner.length;
  const plain = withoutBrackets(inner);
  const all = quantitiesIn(plain).filter((each) => each.unit !== null && each.unit !== '%');
  const last = all.at(-1);
  if (last === undefined) return null;
  const tail = plain.slice(last.end);
  if ((adjacent || tight) && tail.length > 6) return null;
  const stretch = Math.max(plain.lastIndexOf(';', last.start) + 1, 0);
  const words = plain.slice(
    Math.max(plain.lastIndexOf(',', last.start), plain.lastIndexOf('、', last.start), stretch - 1) + 1,
    last.start,
  );
  // 较上年增加3件。其中，…: the difference is not what is broken down.
  if (adjacent && /增|减|下降|上升|同比|环比/.test(words)) return null;
  const sum = /(?:共计?|总计|合计|总数|总量)[\u4e00-\u9fff]{0,10}$/.test(words);
  const others = all.some((each) => each !== last && each.unit === last.unit && each.start >= stretch);
  const alone =
    (tight || sum || !others) &&
    /^[\u4e00-\u9fff□]{0,8}$/.test(tail) &&
    !apart.test(year === null ? plainOf(words) : plainOf(words).replace(`${year}年`, '')) &&
    !apart.test(tail);
  return { total: { ...last, start: last.start + shift, end: last.end + shift }, alone, words };
}

/** 截至年底累计公开 is of the whole year. */
const plainOf = (words: string): string => words.replace(/(?:截[至止]到?(?:年底|年末|12月31日))?(?:累计)?/g, '');

/** Said of an item, and nothing of what it counts: 网站公开占大头, 公众号次之. */
const aside =
  /占(?:大头|多数|主体|主导|主要部分|比最高|比最大)|(?:次之|其次|居次|居首|最多|最少|为主|为辅|较多|较少|略少)(?=为|是|有|达|计|$)/;

/** Items one after the other, each a label and a figure of the total's unit; the first separator says what ends the list. */
function partsOf(
  text: string,
  { total, words }: Before,
  offset: number,
  among: boolean,
): { parts: Part[]; plain: boolean } {
  const parts: Part[] = [];
  let plain = true;
  // 13件申请中，5件延期答复、9件当面沟通: what several may share divides nothing.
  let ranked = among;
  let separator = '';
  let at = 0;
  // 网站公开占大头，为128条: the comma stands inside the item.
  const listed = text.replace(/,(?=(?:为|是|达|达到|有|共|计|共计)\d)/g, '□');
  for (const match of `${listed};`.matchAll(/[、,;]|(?<=\d[\u4e00-\u9fff]{1,3})(?:以及|和|及)/g)) {
    if (match[0] === ',' && /^\d,\d{3}/.test(text.slice(match.index - 1, match.index + 4))) continue;
    const item = listed.slice(at, match.index);
    const start = at;
    at = match.index + match[0].length;
    const mark = listed[start - 1] ?? '';
    const quantities = quantitiesIn(item);
    const [quantity] = quantities;
    if (quantity === undefined || quantities.length > 1 || quantity.unit !== total.unit) {
      // 网站20条、培训3次: another unit in the middle of a list; after a stronger mark it is a new clause.
      if (quantity !== undefined && mark === '、') plain = false;
      if (quantity === undefined && mark === '、' && parts.length > 0) plain = false;
      if (parts.length === 0) plain = false;
      break;
    }
    const before = item.slice(0, quantity.start).replace(/□+/g, '');
    const after = item.slice(quantity.end).replace(/□+/g, '');
    // 240条发布于政府网站，120条发布于微信公众号: the label stands behind its figure.
    const behind = /^(?:有)?$/.test(before) && after.length >= 2 && after.length <= 16;
    const label = (behind ? after : before).replace(/^\d{1,2}[.、)]/, '').replace(aside, '');
    const tail = behind ? '' : after;
    if (parts.length > 0) {
      if (separator === '') separator = /[,;]/.test(mark) ? mark : '、';
      const stronger = separator === '、' ? /[,;]/.test(mark) : separator === ',' && mark === ';';
      if (stronger && !rest.test(label)) break;
      // 一级栏目共39个；二级栏目共26个: said of each.
      const each = parts[0]!.label.endsWith('共') ? label.replace(/共$/, '') : label;
      if (another.test(each) && !rest.test(each)) break;
      // 不予公开1件；另有1件转入下年: it is no part of what was answered.
      if (/^另有/.test(label) && (mark === ';' || /转|正在|在办|未|撤/.test(tail))) break;
      if (/[,;]/.test(mark) && startsAnew(label, parts[0]!.label, words)) break;
    }
    if (
      apart.test(label) ||
      apart.test(tail) ||
      quantity.approximate ||
      label.length > 24 ||
      tail.length > 8 ||
      label === ''
    )
      plain = false;
    ranked ||= behind;
    parts.push({ ...quantity, label, start: quantity.start + offset + start, end: quantity.end + offset + start });
  }
  return { parts, plain: plain && (dimensions(parts) <= 1 || divides(parts)) && (!ranked || divides(parts)) };
}

/** 网站222条，其中公示50条；微信公众号发布310条: a verb or a channel that the first part does not have. */
function startsAnew(label: string, first: string, words: string): boolean {
  if (verb.test(label) && !verb.test(first)) return true;
  return channel.test(label) && !channel.test(first) && channel.test(words);
}

/** By whom, by what outcome: two breakdowns in one list add up to nothing. */
function dimensions(parts: readonly Part[]): number {
  return kinds.filter((kind) => parts.some(({ label }) => kind.test(label))).length;
}

/** Each part is of the one kind: nothing is in two of them. */
const divides = (parts: readonly Part[]): boolean =>
  [...kinds, ways].some((kind) => parts.every(({ label }) => kind.test(label) && !/延期|超期|按期|及时/.test(label)));

/** How an application came: a website among them is no channel of its own. */
const ways = /网上|网络|网站|门户|平台|线上|在线|电子|邮箱|邮件|信函|邮寄|来信|来函|信件|传真|当面|现场|窗口|书面|线下/;
const kinds = [
  /自然人|个人|公民|法人|组织|企业|机构/,
  /予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|答复|办结|结转/,
  channel,
  /网上|网络|信函|邮寄|当面|现场|来信/,
];
