/** What a figure of the text counts: the words around it, with what an earlier clause says for both. */
import data from '../../index/counters.json' with { type: 'json' };
import type { Quantity } from './quantities.ts';

/** 公开 is a verb, but not in 信息公开申请 or 不予公开. */
const verbs = new RegExp(
  [...data.verbs]
    .sort((a, b) => b.length - a.length)
    .map((verb) => (verb === '公开' ? '(?<!信息|政务|申请|不予|予以|部分)公开' : verb))
    .join('|'),
);
const everyVerb = new RegExp(verbs, 'g');
const planned = new RegExp(
  `(?:${data.plans.join('|')})[^，。；]{0,8}?(?:${data.verbs.join('|')}|率)|将(?:继续|进一步|再)?(?:组织|开展|举办|召开|邀请|培训)`,
);
const toCome = /^[^，。；]{0,6}(?:下一步|下步|明年|今后|接下来|下年度?[，,])/;

/** Is the figure at `at` of a sentence one that is aimed at, and none of what was done? 规划计划3条 is a kind of paper. */
export function isPlanned(sentence: string, at: number): boolean {
  if (toCome.test(sentence)) return true;
  const from = Math.max(...['，', '；', '：', ',', ';'].map((mark) => sentence.lastIndexOf(mark, at - 1))) + 1;
  return planned.test(sentence.slice(from, at));
}

const delimiters = '，。；：！？,;:!?\n（）()';
const ways = data.ways.join('|');
const opening = new RegExp(
  `^(?:[\\s、，,”]|等(?:多种|多个|各类|各种)?(?:${ways})|其中|另外|另有|另|此外|同时|以及|包括|包含|分别|并且|并|且|和|及|与|共有|共计|总计|合计|累计|截至目前|截止目前|截[至止][^，]{0,14}?日|(?:20\\d\\d|本|该|今|当)\\s{0,2}年(?:度|内)?|全年度?|年内|年度|\\d{1,2}\\s{0,2}月(?:\\s{0,2}\\d{1,2}\\s{0,2}日)?|[一二三四五六七八九十]{1,2}是|有|共|已|含|了)+`,
);
const closing =
  /(?:\s|共计|总计|合计|累计|达到|高达|达|约|近|超过|超|逾|突破|即|为|是|有|了|共|计|已|各|等|仅|均|分别|的|[：:、])+$/;
const longest = 60;
const longestAfter = 20;
const longestHead = 30;

/** What carries on from quantity to quantity, also into a sentence that begins with 其中. */
export interface Thread {
  /** What the last figure outside of a breakdown counted, and its unit. */
  head: string;
  unit: string | null;
  /** Who did it: the words before the verb of the last figure. */
  actor: string;
  verb: string;
  /** After 其中 the figures are parts of the head's, as long as they are counted in these units. */
  parts: (string | null)[] | null;
  /** The last part, where it names a body: 民政局1件，收取380元. */
  part: string;
}

export const newThread = (): Thread => ({ head: '', unit: null, actor: '', verb: '', parts: null, part: '' });

/** Last year's figure says nothing of the one after it. */
const otherYear = /^(?:上一?|去)年(?:度|同期)?/;

const trim = (text: string) => text.replace(opening, '').replace(closing, '').trim();

/** A head is repeated with each part: from its last verb on, where it is long. */
function short(subject: string): string {
  if (subject.length <= longestHead) return subject;
  let from = 0;
  for (const match of subject.matchAll(everyVerb)) from = match.index;
  return subject.slice(Math.max(from, subject.length - longestHead * 2)).slice(-longestHead);
}

/** The words of the next figure, where nothing parts them from the noun: 41条短视频|播放量超. */
const attribute =
  /(?<=[^的\s])(?:总|累计)?(?:播放|阅读|浏览|点击|访问|点赞|观看|转发|评论|下载)(?:总?[量数]|总?次数)?$/;
/** A paper by which something is done, before its name. */
const cited = /(?:按照|依照|根据|依据|按|依)?《[^》]{0,40}》(?:的?(?:规定|要求))?/g;

/** The words after the counter that it counts: 3份清单, 84次催办提示; and whether they go on as what the next figure counts. */
function after(text: string, from: number, until: number): { noun: string; goesOn: boolean } {
  const rest = text
    .slice(from, Math.min(until, from + longestAfter * 2))
    .replace(cited, '')
    .slice(0, longestAfter);
  const end = rest.search(/[，。；：！？、,;:!?\n（）()《]|其中|以上|□/);
  const words = end < 0 ? rest : rest.slice(0, end);
  // Of a list only its beginning stands before a bracket: 1个专区和县（区）专区.
  const whole = /^[（(]/.test(rest.slice(words.length)) ? words.replace(/[和及与][^和及与]{1,2}$/, '') : words;
  const noun = whole
    .replace(/^[的\s]+/, '')
    .replace(closing, '')
    .trim();
  const counted = end < 0 && until <= from + longestAfter ? noun.replace(attribute, '') : noun;
  return { noun: counted, goesOn: counted !== noun };
}

/** A share or a change says something of the figure before it, and is no figure of its own kind. */
const relative = /占|同比|环比|较|比(?!赛)|增长|回落|下降|增幅|降幅/;
const breakdown = /其中|包括|包含|分别/;
/** A clause that counts something new ends a breakdown. */
const anew = /^\s{0,2}(?:共|累计|合计|总计|另|此外|同时|还|全年|今年)/;

/**
 * The subjects of a sentence's quantities, in order: the clause before the number and the noun after its counter. 其中
 * makes the figures after it parts ("head：part"); a clause without an actor or a verb takes those of the one before it.
 * `thread` is the paragraph's, and is changed.
 */
export function subjectsOf(sentence: string, quantities: readonly Quantity[], thread: Thread): string[] {
  if (!/^[^，。；]{0,4}其中/.test(sentence)) Object.assign(thread, newThread());
  let cursor = 0;
  return quantities.map((quantity, index) => {
    const first = cursor === 0;
    const between = sentence.slice(cursor, quantity.start).replace(/[（(][^（）()\d]{0,60}[)）]\s{0,2}$/, '');
    let from = 0;
    for (let i = between.length - 1; i >= 0 && from === 0; i--) if (delimiters.includes(between[i]!)) from = i + 1;
    const clause = between.slice(from);
    const own = trim(clause);
    const until = quantities[index + 1]?.start ?? sentence.length;
    const { noun, goesOn } = after(sentence, quantity.end, until);
    cursor =
      noun === '' || goesOn ? quantity.end : Math.max(quantity.end, sentence.indexOf(noun, quantity.end) + noun.length);
    const begins = breakdown.test(between) && thread.head !== '';
    if (begins) thread.parts = [thread.unit, quantity.unit];
    else if (thread.parts && (anew.test(clause) || !thread.parts.includes(quantity.unit))) thread.parts = null;
    if (own === '' && noun === '') return fallback(between.slice(0, from), quantity.unit, thread);
    // 差评数占总数的0.3%，好评数占99%: a share of its own, beside the one before it.
    const isBeside = /^[^占]{2,}占/.test(own) && thread.head.includes('占');
    if (quantity.unit === '%' && relative.test(own) && thread.head !== '' && !isBeside)
      return `${thread.head}：${own}${noun}`;
    if (thread.parts) return part(own + noun, own, thread);
    const isListed = between.startsWith('、');
    const subject = complete(own, noun, first ? undefined : isListed ? thread.unit : quantity.unit, thread);
    const found = verbs.exec(subject);
    if (found) {
      thread.actor = found.index <= 24 ? subject.slice(0, found.index).replace(otherYear, '') : '';
      thread.verb = found[0];
    }
    thread.head = short(subject);
    thread.unit = quantity.unit;
    return subject.length > longest ? subject.slice(-longest) : subject;
  });
}

function part(what: string, own: string, thread: Thread): string {
  const verb = verbs.exec(own);
  const whole = verb?.index === 0 && thread.part !== '' ? thread.part + what : what;
  if (verb === null) thread.part = own;
  return `${thread.head}：${whole}`.slice(0, longest * 2);
}

/** Accounts and sites, whose figures of several kinds follow one another: 视频号共发布短视频584条，粉丝数54373. */
const account = /(?:号|网站|平台|微博|抖音|网|客户端)$/;

/** Ways by which something is published, and what is said of them besides: how many follow them. */
const channel = /通过|利用|依托|借助|经由|^在[^，]{0,16}(?:网|网站|平台|号|微博|专栏)$/;
const ofChannels = /公开|发布|推送|刊|登|转载|更新|公示|公布|推出|编发|发送|推发|解读|新增|增加|关注|拥有|覆盖|减少/;

/** 通过门户网站公开信息12条，召开发布会3场: what is published goes through a channel, what is held or handled does not. */
const publishes = (actor: string, verb: string): boolean =>
  !(channel.test(actor) || account.test(actor.replace(closing, ''))) || ofChannels.test(verb);

/**
 * The words with the actor or the verb that an earlier clause of the sentence says for both. `unit` is undefined for the
 * sentence's first figure, which has no earlier one.
 */
function complete(own: string, noun: string, unit: string | null | undefined, thread: Thread): string {
  const what = own + noun;
  if (unit === undefined) return what;
  const verb = verbs.exec(what);
  if (verb?.index === 0) return publishes(thread.actor, verb[0]) ? thread.actor + what : what;
  if (verb !== null || own === '' || own.length > 16) return what;
  // Of what was done a count is told; how much it was seen is said of the account.
  if (unit === thread.unit && !/[量率额]$/.test(what)) return thread.verb + what;
  const actor = thread.actor.replace(closing, '');
  return account.test(actor) ? actor + what : what;
}

/** A figure alone in its clause (，98期): what the clause before says, or the head. */
function fallback(before: string, unit: string | null, thread: Thread): string {
  const clause = trim(
    before
      .replace(/[，。；：！？,;:!?\n（）()]+$/, '')
      .split(/[，。；：！？,;:!?\n（）()]/)
      .at(-1) ?? '',
  );
  const subject = clause === '' ? thread.head : clause;
  if (!thread.parts && subject !== '') {
    thread.head = short(subject);
    thread.unit = unit;
  }
  return subject.slice(-longest);
}
