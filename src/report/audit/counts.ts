/** Figures of the text that may be told twice: the words before a figure, its counter, and where it stands. */

import { matchesOf } from '../../text/matches.ts';
import { isGovernment, isOwnName, namesIn } from '../own-name.ts';
import type { Report } from '../report.ts';
import { endsInOtherYear, isOtherPeriod } from './claim-scope.ts';
import type { Passage, Sentence } from './passage.ts';
import { mayCount, type Quantity, quantitiesIn, unitClass } from './quantity.ts';
import type { Subject } from './rule.ts';
import { keyOf, kindOfUnit, type Tally, things } from './tallies/things.ts';
import { tailOf, tallyAt, toldTwice } from './tallies.ts';
import { any, narrowerScopes, notThisYear, partOfYear, widerScopes } from './words.ts';

export interface Count {
  readonly value: number;
  /** What it is, where that is known whatever its words: see `tallies.ts`. */
  readonly tally: Tally | null;
  /** What is counted, as it is worded. */
  readonly name: string;
  /** The same for whatever words mean the same. */
  readonly key: string;
  /** The sentence says that it is of the whole year. */
  readonly whole: boolean;
  readonly unit: string;
  /** What follows the counter. */
  readonly tail: string;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

const skipped = new RegExp(`${any([...notThisYear, ...partOfYear])}|其中|将|下一步|每|最|第|平均|分别|余|约`);
const wider = new RegExp(any(widerScopes));
const narrower = new RegExp(any(narrowerScopes.filter((word) => !/^(?:办公[室厅]|部门)$/.test(word))));
const filler =
  /20\d\d年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?|截至|截止|年底|全年度?|本年度?|今年|年度|年内|[我全本][县市区省州旗镇乡]|我局|本局|我委|本委|我厅|我办|我单位|本单位|本机关|我中心|本中心|一共|总共|共计|总计|累计|合计|共|先后|已|均|并|通过|利用|依托|在|于|了|的|各类|各项|全部|人民/g;
const generic =
  /^(?:[\u4e00-\u9fff]{0,2}(?:公开|发布|推送|更新|收到|办理|举办|开展|组织|召开)){1,2}(?:政府信息|政务信息|信息|培训|会议|活动)?$/;

/** A sentence with its figures; names of documents are blanked. */
interface Figured {
  readonly sentence: Sentence;
  readonly text: string;
  readonly all: readonly Quantity[];
}

/**
 * The counts of the sections, in order. Counters that one sentence alone uses are left out: nothing is there to compare them with;
 * within one paragraph only known things are compared.
 */
export function countsOf(subject: Subject): Count[] {
  const passages = subject.passages.filter(({ part }) => part === 'section' || part === 'preamble');
  const figured = figuresOf(
    passages.filter(({ text }) => mayCount(text)),
    subject.report.agency,
  );
  const twice = usedTwice(figured, ({ passage }) => passage);
  const again = usedTwice(figured, (sentence) => sentence, kindOfUnit);
  const signs = toldTwice(passages.map(({ text }) => text));
  // 未收取信息处理费 counts, too, without a counter.
  if (signs.includes('处理费')) again.add('元');
  const counts: Count[] = [];
  for (const each of figured)
    for (const [index, { unit, approximate }] of each.all.entries())
      if (unit !== null && !approximate && again.has(kindOfUnit(unit))) {
        const count = countAt(each, index, unit, subject, signs, twice);
        if (count !== null) counts.push(count);
      }
  const fee = counts.find(({ tally }) => tally?.thing === 'fees');
  return fee === undefined ? counts : [...counts, ...noFees(passages, fee)];
}

const noFee = new RegExp(
  [
    '(?:未|没有|无|不存在)(?:向[^,;。]{1,10})?(?:再|曾|过|任何|收取|产生|发生|征收|收|存在)*(?:政府信息公开|信息公开|依申请公开|政府信息)?(?:的)?(?:信息处理费|处理费|(?<=公开的?)(?:收费|费用))(?!用?(?:减|缓|支出|预算|投诉|争议|纠纷|项目|目录|标准))',
    '(?:提供(?:政府)?信息|依申请公开|信息公开申请)[^,;。\\d]{0,12}(?:未|没有|不)(?:收取(?:任何)?费用|收费)(?![、和])',
    '处理费用?(?:收取|收费)?(?:情况|金额|数额)?均?(?:为|:)(?:零|无)(?![\u4e00-\u9fff])',
  ].join('|'),
  'g',
);

/** 未收取信息处理费, where another sentence says how much was: a count of nothing, told like `fee`. */
function noFees(passages: readonly Passage[], fee: Count): Count[] {
  return passages.flatMap((passage) =>
    matchesOf(passage.text, noFee).map(({ 0: words, index: at }) => {
      const end = at + words.length;
      return { ...fee, value: 0, passage, start: at, end, at };
    }),
  );
}

function figuresOf(passages: readonly Passage[], agency: string | null): Figured[] {
  const others = agency !== null && isGovernment(agency) ? narrower : wider;
  const found: Figured[] = [];
  for (const { sentences } of passages)
    for (const sentence of sentences) {
      if (!mayCount(sentence.text) || others.test(sentence.text)) continue;
      const text = sentence.text.includes('《')
        ? sentence.text.replace(/《[^《》]{0,120}》/g, (name) => '□'.repeat(name.length))
        : sentence.text;
      found.push({ sentence, text, all: quantitiesIn(text) });
    }
  return found;
}

/** Counters that stand in two paragraphs or more, or in two sentences. */
function usedTwice(
  figured: readonly Figured[],
  placeOf: (sentence: Sentence) => unknown,
  classOf = unitClass,
): Set<string> {
  const first = new Map<string, unknown>();
  const twice = new Set<string>();
  for (const { sentence, all } of figured)
    for (const { unit } of all) {
      if (unit === null || unit === '%') continue;
      const counter = classOf(unit);
      const known = first.get(counter);
      if (known === undefined) first.set(counter, placeOf(sentence));
      else if (known !== placeOf(sentence)) twice.add(counter);
    }
  return twice;
}

function countAt(
  { sentence, text, all }: Figured,
  index: number,
  unit: string,
  { report, claims }: Subject,
  signs: readonly string[],
  twice: ReadonlySet<string>,
): Count | null {
  const quantity = all[index]!;
  const { passage } = sentence;
  const at = sentence.start + quantity.start;
  const after = all[index - 1]?.end ?? 0;
  const tally = tallyAt(sentence, text, after, quantity, report, signs);
  const { value } = quantity;
  if (tally !== null) {
    const name = things[tally.thing].name.zh;
    const [start, end, key] = [sentence.start, at + quantity.end - quantity.start, keyOf(tally, unitClass(unit))];
    return { value, tally, name, key, whole: tally.whole, unit, tail: '', passage, start, end, at };
  }
  if (!twice.has(unitClass(unit))) return null;
  const from = Math.max(after, lastBreak(text, quantity.start));
  const clause = text.slice(from, quantity.start);
  if (skipped.test(clause) || clause.includes('□')) return null;
  const before = text.slice(Math.max(0, quantity.start - 400), from);
  if (isListed(before) && !ownChannel.test(clause)) return null;
  if (isOtherPeriod(before, clause) || endsInOtherYear(before + clause, report.year)) return null;
  if (claims.some((claim) => claim.passage === passage && claim.at === at)) return null;
  const name = nameOf(clause, report);
  const tail = tailOf(text, quantity.end);
  // 召开3场座谈会: what is counted stands behind the figure.
  const counted = name + tail;
  if (counted.length < 5 || counted.length > 40 || (generic.test(counted) && !/专栏|公众号|视频号/.test(counted)))
    return null;
  const [start, end] = [sentence.start + from, sentence.start + quantity.end];
  const key = `${canonical(counted)}|${unitClass(unit)}`;
  const whole = wholeYear.test(text.slice(0, quantity.start).replace(`${report.year}年`, '全年'));
  return { value, tally, name, key, whole, unit, tail, passage, start, end, at };
}

const wholeYear = /全年|本年|今年|年内|年度|累计|一年来/;
/** Words that mean the same, and what stands for them. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/组织召开|组织开展|组织举办|举办|举行|召开|开展|组织/g, '办'],
  [/发布|推送|刊发|编发|刊登|上传|登载|推出|发出/g, '发'],
  [/办理|处理/g, '理'],
  [/答复|回复|回应|解答/g, '答'],
  [/收到|接到|接收/g, '收'],
  [/制发|印发|出台|制定/g, '制'],
  [/网民|网友|群众|公众|市民/g, '众'],
  [/政府信息公开|政务公开|信息公开|公布/g, '公开'],
];

function canonical(name: string): string {
  let rest = name;
  for (const [words, one] of synonyms) rest = rest.replace(words, one);
  return rest;
}

/** 微信公众号推送163条 is of the whole account, wherever it stands. */
const ownChannel = /公众号|网站|微博|抖音|视频号|头条|客户端|公示栏|公告栏|公开栏/;

/** An item of a list, or of what 其中 breaks down: of which whole it is a part, its own words do not say. */
function isListed(before: string): boolean {
  if (/[、(]$/.test(before)) return true;
  return /其中|包[括含]|分[别为]|[(][^()]*$/.test(before.slice(before.lastIndexOf(';') + 1));
}

function lastBreak(text: string, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) if (',;:()、'.includes(text[index]!)) return index + 1;
  return 0;
}

/** What is counted: the words before the figure without time, adverbs and the agency's own name. */
function nameOf(clause: string, { agency, region }: Report): string {
  let rest = clause.replace(/^[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是)/, '');
  if (agency !== null) {
    for (const { name } of namesIn(rest))
      if (name.length >= 3 && isOwnName(name, agency, region)) rest = rest.replace(name, '');
  }
  return rest.replace(filler, '').replace(/[^\u4e00-\u9fffA-Za-z]/g, '');
}
