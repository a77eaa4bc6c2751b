/** Figures of the text that may be told twice: the words before a figure, its counter, and where it stands. */

import { isGovernment, isOwnName, namesIn } from '../own-name.ts';
import type { Report } from '../report.ts';
import { endsInOtherYear, isOtherPeriod } from './claim-scope.ts';
import type { Passage, Sentence } from './passage.ts';
import { mayCount, type Quantity, quantitiesIn } from './quantity.ts';
import type { Subject } from './rule.ts';
import { type Tally, tailOf, tallyAt, things, toldTwice } from './tallies.ts';
import { any, narrowerScopes, notThisYear, partOfYear, widerScopes } from './words.ts';

export interface Count {
  readonly value: number;
  /** What it is, where that is known whatever its words: see `tallies.ts`. */
  readonly tally: Tally | null;
  /** What is counted. */
  readonly name: string;
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

/** The counts of the sections, in order. Counters that one paragraph alone uses are left out: nothing is there to compare them with. */
export function countsOf(subject: Subject): Count[] {
  const passages = subject.passages.filter(({ part, text }) => part === 'section' && mayCount(text));
  const figured = figuresOf(passages, subject.report.agency);
  const twice = usedTwice(figured);
  const signs = toldTwice(passages.map(({ text }) => text));
  const counts: Count[] = [];
  for (const each of figured)
    for (const [index, { unit, approximate }] of each.all.entries())
      if (unit !== null && !approximate && twice.has(unit)) {
        const count = countAt(each, index, unit, subject, signs);
        if (count !== null) counts.push(count);
      }
  return counts;
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

/** Counters that stand in two paragraphs or more. */
function usedTwice(figured: readonly Figured[]): ReadonlySet<string> {
  const first = new Map<string, Passage>();
  const twice = new Set<string>();
  for (const { sentence, all } of figured)
    for (const { unit } of all) {
      if (unit === null || unit === '%') continue;
      const known = first.get(unit);
      if (known === undefined) first.set(unit, sentence.passage);
      else if (known !== sentence.passage) twice.add(unit);
    }
  return twice;
}

function countAt(
  { sentence, text, all }: Figured,
  index: number,
  unit: string,
  { report, claims }: Subject,
  signs: readonly string[],
): Count | null {
  const quantity = all[index]!;
  const { passage } = sentence;
  const at = sentence.start + quantity.start;
  const after = all[index - 1]?.end ?? 0;
  const tally = tallyAt(sentence, text, after, quantity, report, signs);
  const { value } = quantity;
  if (tally !== null)
    return {
      value,
      tally,
      name: things[tally.thing].name.zh,
      unit,
      tail: '',
      passage,
      start: sentence.start,
      end: at,
      at,
    };
  const from = Math.max(after, lastBreak(text, quantity.start));
  const clause = text.slice(from, quantity.start);
  if (skipped.test(clause) || clause.includes('□')) return null;
  const before = text.slice(Math.max(0, quantity.start - 400), from);
  if (isListed(before) && !ownChannel.test(clause)) return null;
  if (isOtherPeriod(before, clause) || endsInOtherYear(before + clause, report.year)) return null;
  if (claims.some((claim) => claim.passage === passage && claim.at === at)) return null;
  const name = nameOf(clause, report);
  if (name.length < 5 || name.length > 40 || (generic.test(name) && !/专栏|公众号|视频号/.test(name))) return null;
  const [start, end] = [sentence.start + from, sentence.start + quantity.end];
  return { value, tally, name, unit, tail: tailOf(text, quantity.end), passage, start, end, at };
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
