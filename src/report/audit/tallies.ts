/**
 * What nearly every report counts besides applications: posts by channel, proposals of deputies, trainings. The same is told in
 * other words elsewhere (公众号发布图文80条, 微信公众号全年推送信息77条), so these few are known by what they are, not by how they are
 * worded; a clause with any word that is not known (预决算信息, 专栏, 省人大) is none of them.
 */
import { matchesOf } from '../../text/matches.ts';
import { core, isGovernment } from '../own-name.ts';
import type { Report } from '../report.ts';
import { endsInOtherYear, isOtherPeriod } from './claim-scope.ts';
import { isHeading } from './grammar/frame.ts';
import { Lexer, type Token } from './lexer.ts';
import type { Sentence } from './passage.ts';
import { type Quantity, unitClass } from './quantity.ts';
import { kindOf, type Tally, things } from './tallies/things.ts';
import { patterns, words } from './tallies/words.ts';

/** A word of each: a clause without one names no known thing. */
const signs: readonly (readonly string[])[] = [
  ['网', '平台'],
  ['微信', '公众号', '公号', '订阅号'],
  ['微博'],
  ['栏'],
  ['新媒体'],
  ['抖音'],
  ['视频号'],
  ['头条'],
  ['建议', '提案'],
  ['公开', '公布', '信息'],
  ['解读'],
  ['规范性文件'],
  ['培训'],
  ['新闻发布'],
  ['访谈'],
  ['征集', '征求'],
  ['留言'],
  ['处理费', '费用', '收费'],
  ['视频'],
  ['热线', '12345'],
  ['开放日'],
];

/** Signs of the things that may be counted twice: what stands in one place alone is compared with nothing. */
export const toldTwice = (texts: readonly string[]): readonly string[] =>
  signs.filter((words) => standsTwice(words, texts)).flat();

function standsTwice(words: readonly string[], texts: readonly string[]): boolean {
  const holds = (text: string) => words.some((word) => text.includes(word));
  const first = texts.findIndex(holds);
  if (first === -1) return false;
  const text = texts[first]!;
  return (
    texts.findLastIndex(holds) > first ||
    words.filter((word) => text.includes(word)).length > 1 ||
    words.some((word) => text.indexOf(word) !== text.lastIndexOf(word))
  );
}

const counters = new Set(Object.values(things).flatMap(({ units }) => [...units]));
const lexer = new Lexer(words, patterns, new Set([...counters, null]));

/** A figure of a known thing, of the whole year, where one of the `signs` stands with it; null where anything else stands with it. */
export function tallyAt(
  { passage, start }: Sentence,
  text: string,
  after: number,
  { start: at, end, unit }: Quantity,
  report: Report,
  signs: readonly string[],
): Tally | null {
  if (signs.length === 0 || unit === null || !counters.has(unitClass(unit))) return null;
  let from = after;
  for (let index = at - 1; index >= after; index -= 1)
    if (',;:()'.includes(text[index]!)) {
      from = index + 1;
      break;
    }
  const left = withoutLevel(text.slice(from, at), report);
  const tail = tailOf(text, end).replace(doneWithAll, '');
  if (left.length > 40 || !signs.some((sign) => text.slice(0, at).includes(sign) || tail.includes(sign))) return null;
  // Most clauses hold a word that is not known.
  if (ofPart.test(left) || lexer.tokensOf(left.replace(numbering, ''), report) === null) return null;
  if (isOtherPeriod(text.slice(0, from), left) || endsInOtherYear(text.slice(0, at), report.year)) return null;
  // What stands before in the paragraph is of a part of the year, or its title is of a part of the matter.
  const earlier = `${passage.heading}${passage.text.slice(0, start)}`;
  const period = matchesOf(earlier + text.slice(0, at), /[上下]半年|季度|年初|以来|全年|本年|20\d\d年|年度/g).at(
    -1,
  )?.[0];
  // Deputies' proposals are handed over once a year: only their own sentence says of which part of it they are.
  const own = /建议|提案/.test(left) ? text : period;
  if (own !== undefined && /半年|季度|年初|以来/.test(own)) return null;
  if (/^[^。,\d]{0,24}(?:领域|财政|预决算|回应|规划|项目|民生)[^。,\d]{0,10}[。:]/.test(earlier)) return null;
  const adjoining = /^其中/.test(text)
    ? `${passage.sentences.findLast((each) => each.start < start)?.text ?? ''},`
    : '';
  const tally = tallyOf(left, tail, adjoining + text.slice(0, from), earlier, unitClass(unit), report);
  if (tally === null || tally.thing !== 'total') return tally;
  // Behind what was said of one channel a total may be its own; 各平台 and 我局 say that it is not.
  const near = `${/^[^。]{0,20}[。:]/.exec(earlier)?.[0] ?? ''}${/[^。]*。?$/.exec(earlier)?.[0] ?? ''}`;
  const overall = /各|渠道|[我本][局委厅办院县市区镇乡单机中]/;
  return channelWord.test(near) && !channelWord.test(left) && !overall.test(left) ? null : tally;
}

const channelWord = /网站|门户|微信|公众号|微博|栏(?!目)|新媒体|平台建设/;
const ofPart = /每|平均|日均|约|余|将|计划|增|减|[省市县区州]人大|[省市县区州]政协/;

/** 县人大 in a county's report: of its own level. */
function withoutLevel(left: string, { agency }: Report): string {
  if (agency === null || !/人大|政协/.test(left)) return left;
  const place = isGovernment(agency) ? agency.replace(/(?:人民)?政府$/, '') : core(agency).place;
  return left.replace(new RegExp(`${place.slice(-1) || '□'}级?(?=人大|政协)`, 'g'), '');
}

/** What follows the counter up to the clause's end: 20条政策文件 are not all 37条. */
export function tailOf(text: string, end: number): string {
  return (/^[^,;:()、]*/.exec(text.slice(end, end + 40))?.[0] ?? '').replace(/[^\u4e00-\u9fff]/g, '');
}

/** 承办的17件提案全部按期答复: what was done with all of them. */
const doneWithAll =
  /(?:均|已|全部|都)+(?:按期|按时|如期|及时)*(?:答复|办结|办复|办理完毕|办理完成|回复|办理)(?:完毕)?$/;

const numbering = /^[·•●◆■]*(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是))?/;
const aside = /^(?:同比|[比较与](?:上一?年|去年))/;
/** 为方便群众查阅: what it was done for. */
const purpose = /^为了?(?:方便|便于|便民|保障|满足|更好|进一步|切实|提高|提升|让|使)[^\d;]*$/;
const ofField = /\d|领域|方面|类|民生|财政|预决算|其中|月|季/;
/** 按公开渠道分: what follows divides the figure before. */
const dividing = /^(?:按照?|从)[\u4e00-\u9fff]{2,8}(?:划分|区分|来看|上看|分|看)$/;
/** 及时更新机构职能等栏目: the figure behind it is not of them alone. */
const upkeep =
  /^(?:及时|持续|不断|全面|定期|动态)*(?:更新|完善|优化|维护|规范|调整)[^\d;]{0,40}(?:栏目|专栏|版块|板块|目录|指南|页面|清单)(?:设置|内容|信息)?$/;

/** A clause before its figure, and what follows the figure's counter, as a tally; null where any other word stands there. */
function tallyOf(
  left: string,
  tail: string,
  before: string,
  earlier: string,
  unit: string,
  report: Report,
): Tally | null {
  const own = lexer.tokensOf(left.replace(numbering, ''), report);
  const behind = own && lexer.tokensOf(tail, report);
  if (own === null || behind === null || behind.some(({ code }) => code === 'Q')) return null;
  const pieces = before.replace(numbering, '').split(/[,;:()。]|(?<=\d[\u4e00-\u9fff])、/);
  const context: (readonly Token[])[] = [];
  const statement = before.lastIndexOf(';');
  let at = 0;
  for (const piece of pieces) {
    const begin = before.indexOf(piece, at);
    at = begin + piece.length;
    if (piece === '' || [aside, dividing, purpose, upkeep].some((each) => each.test(piece)) || isHeading(piece))
      continue;
    const tokens = lexer.tokensOf(piece.replace(numbering, ''), report);
    // 开设政策专题；头条号发布信息27条: a statement of its own, without a figure, is over.
    if (tokens === null && begin < statement && !ofField.test(piece)) continue;
    if (tokens === null) return null;
    context.push(tokens);
  }
  // What stands before without a figure of its own leads to this one: 运营微信公众号，全年发布信息80条.
  const last = context.findLastIndex((tokens) => tokens.some(({ code }) => code === 'Q'));
  const leading = context.slice(last + 1).flat();
  return kindOf([...own, ...behind], { unit, listed: last >= 0, before: earlier + before, leading });
}
