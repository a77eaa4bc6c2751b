/**
 * What nearly every report counts besides applications: posts by channel, proposals of deputies. The same is told in other words
 * elsewhere (公众号发布图文80条, 微信公众号全年推送信息77条), so these few are known by what they are, not by how they are worded; a clause
 * with any other word (预决算信息, 专栏, 省人大) is none of them.
 */
import { matchesOf } from '../../text/matches.ts';
import { isOwnName, namesIn } from '../own-name.ts';
import type { Bilingual, Report } from '../report.ts';
import { endsInOtherYear, isOtherPeriod } from './claim-scope.ts';
import { isHeading } from './grammar/frame.ts';
import type { Sentence } from './passage.ts';
import type { Quantity } from './quantity.ts';

export interface Tally {
  readonly thing: keyof typeof things;
  /** Whose site or account, where it is said: two of one report may each have their own. */
  readonly owner: string;
  /** What is counted as what: pieces of information, pictures, updates. Within one section each may have a figure of its own. */
  readonly manner: string;
}

const verb = '(?:公开|发布|推送|更新|刊发|编发|刊登|上传|登载|发出|推出){0,2}';
const noun = '(?:政府信息|政务信息|信息|图文信息|图文消息|图文|消息|推文|政务新媒体信息)?';
const number = '(?:数量|总数|总量|总条数|条数|数|量)?(?:为|达|达到|是|有)?';
const place = '(?<owner>[\\u4e00-\\u9fff]{0,7}?[省市县区州旗镇乡局委厅]|“[^“”]{2,14}”)?';
const handle = '(?:承办|办理|收到|承接|交办)?';

/** Words of a clause, without time, adverbs and the agency's own name → what its figure counts. */
export const things = {
  website: {
    is: `(?:人民)?(?:政府)?(?:门户|官方|信息公开|政务)?(?:网站|官网|门户网)(?:平台)?`,
    name: { zh: '网站公开信息', en: 'posts on the website' },
  },
  wechat: {
    is: '(?:官方|政务)?(?:微信公众号|微信公众平台|微信公号|公众号|官方微信|政务微信|微信平台|微信)',
    name: { zh: '微信公众号发布信息', en: 'posts on WeChat' },
  },
  weibo: { is: '(?:官方|政务)?微博', name: { zh: '微博发布信息', en: 'posts on Weibo' } },
  board: {
    is: '(?:线下)?(?:政务|信息|政府信息)?(?:公开栏|公示栏|公告栏|宣传栏)',
    name: { zh: '公开栏公示信息', en: 'notices on the board' },
  },
  total: { is: null, name: { zh: '主动公开政府信息总数', en: 'information disclosed in all' } },
  proposals: { is: null, name: { zh: '建议提案', en: 'proposals of deputies' } },
  npc: { is: null, name: { zh: '人大代表建议', en: "proposals of people's congress deputies" } },
  cppcc: { is: null, name: { zh: '政协提案', en: 'proposals of the CPPCC' } },
} satisfies Readonly<Record<string, { is: string | null; name: Bilingual }>>;

const channels = (['website', 'wechat', 'weibo', 'board'] as const).map((thing) => ({
  thing,
  pattern: new RegExp(
    `^(?<first>${verb})(?<what>${noun})${place}${things[thing].is}(?<verb>${verb}|张贴|公示)(?<noun>${noun})${number}$`,
  ),
}));
const proposals: readonly (readonly [Tally['thing'], RegExp])[] = [
  [
    'proposals',
    new RegExp(
      `^${handle}(?:“?两会”?)?(?:(?:人大)?(?:代表)?建议(?:意见)?(?:、|和|与|及|以及)?(?:政协)?(?:委员)?提案|提案(?:、|和|与|及)?建议)${number}$`,
    ),
  ],
  ['npc', new RegExp(`^${handle}(?:人大代表|人大|代表)(?:的)?建议(?:意见)?${number}$`)],
  ['cppcc', new RegExp(`^${handle}(?:政协委员|政协|委员)?(?:的)?提案${number}$`)],
];

/** 共主动公开政府信息470条: of all channels together. */
const total = new RegExp(`^公开(?:政府信息|政务信息|信息)${number}$`);

const time =
  /全年度?|本年度?|今年以来|今年|当年|年度|年内|报告期内?|一年来|截[至止]到?|年底|年末|12月(?:31日|底)|局机关|委机关|全[局委]|(?:局|镇|乡|县|区|市)(?:政府|机关)?(?=全年|共|累计|主动|依法)|[我本](?:局|委|厅|办|单位|机关|部门|中心|院|会|[县市区省州旗镇乡])/g;
const adverb =
  /(?:各类|各种|多种|各|多个)(?:公开)?(?:渠道|平台|途径|载体)|其中|一共|总共|共计|总计|合计|累计|共|先后|主动|及时|依法|已|均|并|通过|利用|依托|借助|运用|运营|在|于|向社会|对外|面向社会|的|各类|各项|各种|相关/g;
/** Clauses before that say only what is told next. */
const opening =
  /^(?:主动公开|政务公开|(?:政府)?信息公开|信息发布|新媒体|平台建设|建议提案办理|(?:从)?(?:公开)?(?:渠道|平台|载体)|经核对|经统计|据统计|补充说明|另外|此外|同时|发布政府信息|公开信息|公开政府信息|公开|发布信息)?(?:工作)?(?:方面|情况|上|来?看)?$/;

/** A word of each: a clause without one names no known thing. */
const signs: readonly (readonly string[])[] = [
  ['网'],
  ['微信', '公众号', '公号'],
  ['微博'],
  ['栏'],
  ['建议', '提案'],
  ['公开政府信息', '公开信息', '公开各类', '公开政务信息'],
];

/** Signs of the things that two of the texts or more may count: what stands in one alone is compared with nothing. */
export const toldTwice = (texts: readonly string[]): readonly string[] =>
  signs.filter((words) => texts.filter((text) => words.some((word) => text.includes(word))).length > 1).flat();

/** A figure of a known thing, of the whole year, where one of the `signs` stands with it; null where anything else stands with it. */
export function tallyAt(
  { passage, start }: Sentence,
  text: string,
  after: number,
  { start: at, end, unit }: Quantity,
  report: Report,
  signs: readonly string[],
): Tally | null {
  if (signs.length === 0 || unit === null || !'条篇件'.includes(unit)) return null;
  let from = after;
  for (let index = at - 1; index >= after; index -= 1)
    if (',;:()'.includes(text[index]!)) {
      from = index + 1;
      break;
    }
  const left = text.slice(from, at);
  if (left.length > 40 || !signs.some((sign) => left.includes(sign))) return null;
  if (ofPart.test(left) || isOtherPeriod(text.slice(0, from), left) || endsInOtherYear(text.slice(0, at), report.year))
    return null;
  // What stands before in the paragraph is of a part of the year, or its title is of a part of the matter.
  const earlier = passage.text.slice(0, start);
  const period = matchesOf(earlier + text.slice(0, at), /[上下]半年|季度|年初|以来|全年|本年|20\d\d年|年度/g).at(
    -1,
  )?.[0];
  // Deputies' proposals are handed over once a year: only their own sentence says of which part of it they are.
  const own = /建议|提案/.test(left) ? text : period;
  if (own !== undefined && /半年|季度|年初|以来/.test(own)) return null;
  if (/^[^。,\d]{0,24}(?:领域|财政|预决算|解读|回应|规划|项目|民生)[^。,\d]{0,10}[。:]/.test(earlier)) return null;
  // Behind what was said of one channel a total may be its own; 各平台 and 我局 say that it is not.
  const near = `${/^[^。]{0,20}[。:]/.exec(earlier)?.[0] ?? ''}${/[^。]*。?$/.exec(earlier)?.[0] ?? ''}`;
  if (
    channelWord.test(near) &&
    !channelWord.test(left) &&
    !/建议|提案|各|渠道|[我本][局委厅办院县市区镇乡单机中]/.test(left)
  )
    return null;
  const adjoining = /^其中/.test(text)
    ? `${passage.sentences.findLast((each) => each.start < start)?.text ?? ''},`
    : '';
  return tallyOf(left, tailOf(text, end), adjoining + text.slice(0, from), report);
}

const channelWord = /网站|门户|微信|公众号|微博|栏|新媒体|平台建设/;
const ofPart = /每|平均|日均|约|余|将|计划|增|减|[省市县区州]人大|[省市县区州]政协/;

/** What follows the counter up to the clause's end: 20条政策文件 are not all 37条. */
export function tailOf(text: string, end: number): string {
  return (/^[^,;:()、]*/.exec(text.slice(end, end + 40))?.[0] ?? '').replace(/[^\u4e00-\u9fff]/g, '');
}

/** A clause before its figure, and what follows the figure's counter, as a tally; null where any other word stands there. */
function tallyOf(left: string, tail: string, before: string, report: Report): Tally | null {
  const told = before.replace(numbering, '');
  const words = bare(left, report) + bare(tail, report);
  const pieces = told
    .split(/[,;:()。]|(?<=\d[\u4e00-\u9fff])、/)
    .map((piece) => bare(piece.replace(/[\d零一二三四五六七八九十百千]+[条篇件]/g, ''), report));
  if (total.test(words))
    return isOfAll(left, told) && pieces.every(leads) ? { thing: 'total', owner: '', manner: '' } : null;
  const tally = named(words, /公开|发布/.test(before) && /信息/.test(before));
  if (tally === null) return null;
  return pieces.every((piece) => leads(piece) || named(piece, true) !== null) ? tally : null;
}

/** A piece that says of nothing else what the figure counts. */
const leads = (piece: string): boolean => piece === '' || opening.test(piece) || isHeading(piece) || aside.test(piece);

/** 主动 or 政府信息, of the whole year or of everything: 公开信息20条 alone may be of anything. */
const isOfAll = (left: string, before: string): boolean =>
  /主动公开|政府信息/.test(left) && /共|总|合计|累计|全年|本年|今年|年度|20\d\d年|各/.test(left + before);

const numbering = /^[·•●◆■]*(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是))?/;
const aside = /^(?:同比|[比较与](?:上一?年|去年))/;

function named(words: string, listed: boolean): Tally | null {
  for (const { thing, pattern } of channels) {
    const groups = pattern.exec(words)?.groups;
    if (groups === undefined) continue;
    // 其中网站60条 is of what was published; alone it may be of anything.
    if (!listed && `${groups.first}${groups.what}${groups.verb}${groups.noun}` === '') return null;
    const owner = groups.owner ?? '';
    const what = `${groups.what}${groups.noun}`;
    const manner = /更新/.test(words) ? '更新' : /图文|推文|消息/.test(what) ? '图文' : '';
    return { thing, owner: owner.startsWith('“') ? owner : owner.slice(-1), manner };
  }
  const found = proposals.find(([, pattern]) => pattern.test(words));
  return found === undefined ? null : { thing: found[0], owner: '', manner: '' };
}

/** Without numbering, time, adverbs and the agency's own name. */
export function bare(text: string, { agency, region, year }: Report): string {
  let rest = text.replace(numbering, '').replaceAll(`${year}年度`, '').replaceAll(`${year}年`, '');
  if (agency !== null && /[局委厅府办]/.test(rest))
    for (const { name } of namesIn(rest))
      if (name.length >= 3 && isOwnName(name, agency, region)) rest = rest.replace(name, '');
  return rest
    .replace(time, '')
    .replace(adverb, '')
    .replace(/^[、和及]|[、]$/g, '');
}
