/** Two statements of the same thing in two places of a report agree. */
import { matchesOf } from '../../text/matches.ts';
import { isGovernment, isOwnName, namesIn } from '../own-name.ts';
import type { Report } from '../report.ts';
import { isOtherPeriod } from './claim-scope.ts';
import type { Claim } from './claims.ts';
import type { Locator, Passage, Sentence } from './passage.ts';
import { mayCount, type Quantity, quantitiesIn } from './quantity.ts';
import { type Check, type Draft, merge, open, passed, type Rule, type Subject } from './rule.ts';
import { type Tally, tallyOf, things, toldTwice } from './tallies.ts';
import { claimEvidence, kindNames } from './text-against-table.ts';
import { any, narrowerScopes, notThisYear, partOfYear, widerScopes } from './words.ts';

export const textAgainstText: Omit<Rule, 'check'> = {
  id: 'text.text',
  title: { zh: '正文前后：同一事项的数字一致', en: 'Two statements of the same thing agree' },
  nouns: ['text'],
  severity: 'error',
};

export function checkStatements(subject: Subject, locator: Locator): Check {
  const checks = [...comparedClaims(subject, locator), ...comparedCounts(subject, locator)];
  return checks.length > 0 ? merge(checks) : open('正文没有重复说明同一事项', 'nothing is stated twice in the text');
}

/** Claims of applications, reviews and lawsuits: 受理 1 件 in one section, 未收到 in another. */
function comparedClaims({ claims, figures }: Subject, locator: Locator): Check[] {
  const byKind = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!claim.sure || !claim.whole || claim.approximate) continue;
    const kind = claim.kinds.length === 1 && claim.kinds[0] === 'newlyReceived' ? 'received' : claim.kinds.join('+');
    const held = byKind.get(kind);
    if (held) held.push(claim);
    else byKind.set(kind, [claim]);
  }
  const checks: Check[] = [];
  for (const [kind, all] of byKind) {
    const first = all[0]!;
    const others = all.filter((claim) => claim.passage !== first.passage);
    if (others.length === 0 || kind === 'processed') continue;
    const differs = others.find(
      (claim) => claim.value !== first.value && !(kind === 'received' && carriedBetween(claim, first)),
    );
    if (!differs) checks.push(passed);
    else {
      const name = kindNames[first.kinds[0]!];
      checks.push(
        failure(
          'error',
          name,
          first.value,
          differs.value,
          '件',
          [claimEvidence(first, locator), claimEvidence(differs, locator)],
          [first.passage, differs.passage],
          concernsOf(kind),
        ),
      );
    }
  }
  return checks;

  /** One of the two counts what was carried over as well, and says no wrong thing. */
  function carriedBetween(a: Claim, b: Claim): boolean {
    const carried = figures.total('applications.carriedOver');
    return carried.known && carried.sum > 0 && Math.abs(a.value - b.value) === carried.sum;
  }
}

function concernsOf(kind: string): string[] {
  if (kind === 'review') return ['review.total'];
  if (kind === 'litigation') return ['litigation.direct.total', 'litigation.afterReview.total'];
  if (/^(received|carriedOver|handled|carriedForward|disclosed|partlyDisclosed|other)$/.test(kind))
    return [`applications.${kind}/total`];
  return [];
}

interface Count {
  readonly value: number;
  /** What it is, where that is known whatever its words: see `tallies.ts`. */
  readonly tally: Tally | null;
  readonly subject: string;
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

/** Everything else that is counted: the same words before the figure, the same counter, another figure. */
function comparedCounts(subject: Subject, locator: Locator): Check[] {
  const bySubject = new Map<string, Count[]>();
  const passages = subject.passages.filter(({ part, text }) => part === 'section' && mayCount(text));
  const signs = toldTwice(passages.map(({ text }) => text));
  for (const passage of passages) {
    for (const count of countsOf(passage, subject, signs)) {
      const held = bySubject.get(count.subject);
      if (held) held.push(count);
      else bySubject.set(count.subject, [count]);
    }
  }
  const checks: Check[] = [];
  for (const [words, all] of bySubject) {
    const first = all[0]!;
    const name = words.slice(0, words.lastIndexOf('|'));
    if (first.tally !== null) {
      if (all.every((each) => each.passage === first.passage)) continue;
      const found = contradiction(all);
      if (found === null) checks.push(passed);
      else {
        const { pair, sure } = found;
        const evidence = pair.map((each) => locator.evidence(each.passage, each.start, each.end + 2, each.at));
        const unit = words.slice(words.lastIndexOf('|') + 1);
        const name = things[first.tally.thing].name;
        checks.push(
          failure(
            sure ? 'error' : 'info',
            name,
            pair[0].value,
            pair[1].value,
            unit,
            evidence,
            [pair[0].passage, pair[1].passage],
            [],
          ),
        );
      }
      continue;
    }
    const others = all.filter(
      (each) => each.passage !== first.passage && (each.passage.order !== first.passage.order || name.length >= 7),
    );
    if (others.length === 0) continue;
    const differs = others.find((each) => each.value !== first.value);
    if (!differs) checks.push(passed);
    else {
      const evidence = [first, differs].map((each) => locator.evidence(each.passage, each.start, each.end, each.at));
      const unit = words.slice(words.lastIndexOf('|') + 1);
      // 培训2次 under one heading and 培训1次 under another may both have been held.
      const sure = first.passage.order !== differs.passage.order && !/^(?:人?次|场次?|期|批次?|人|名|个|轮)/.test(unit);
      checks.push(
        failure(
          sure ? 'error' : 'info',
          { zh: `“${name}”`, en: `“${name}”` },
          first.value,
          differs.value,
          unit,
          evidence,
          [first.passage, differs.passage],
          [],
        ),
      );
    }
  }
  return checks;
}

/** A figure of a known thing, of the whole year; null where anything else stands with it. */
function told(
  { passage, start }: Sentence,
  text: string,
  after: number,
  { start: at, end, unit }: Quantity,
  report: Report,
  signs: readonly string[],
) {
  if (unit === null || !'条篇件'.includes(unit)) return null;
  let from = after;
  for (let index = at - 1; index >= after; index -= 1)
    if (',;:()'.includes(text[index]!)) {
      from = index + 1;
      break;
    }
  const left = text.slice(from, at);
  if (left.length > 40 || !signs.some((sign) => left.includes(sign))) return null;
  if (ofPart.test(left) || isOtherPeriod(text.slice(0, from), left) || otherYear(text.slice(0, at), report.year))
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

interface Contradiction {
  readonly pair: readonly [Count, Count];
  readonly sure: boolean;
}

/** Two sections, or two paragraphs of one, each with one figure for it, that differ; of one owner, where several are named. */
function contradiction(all: readonly Count[]): Contradiction | null {
  const owners = [...new Set(all.map((each) => each.tally?.owner ?? '').filter((owner) => owner !== ''))];
  for (const owner of owners.length > 1 ? owners : [null]) {
    const mine = owner === null ? all : all.filter((each) => each.tally?.owner === owner);
    // Two figures in one place may be of two things.
    const sections = singles(mine, ({ passage }) => passage.order);
    const differs = sections.find((each) => each.value !== sections[0]!.value);
    if (differs !== undefined) return { pair: [sections[0]!, differs], sure: true };
    const paragraphs = singles(mine, ({ passage }) => passage);
    for (const [index, one] of paragraphs.entries()) {
      const other = paragraphs.slice(index + 1).find((each) => each.value !== one.value && isOneThing(each, one));
      if (other !== undefined) return { pair: [one, other], sure: one.tally!.manner === other.tally!.manner };
    }
  }
  return null;
}

/** Places with one value: the first count of each. */
function singles(counts: readonly Count[], placeOf: (count: Count) => unknown): Count[] {
  return [...new Set(counts.map(placeOf))]
    .map((place) => counts.filter((each) => placeOf(each) === place))
    .filter((each) => new Set(each.map(({ value }) => value)).size === 1)
    .map((each) => each[0]!);
}

/** Sites of one section may be two, the bureau's own and the government's; an account is one, named or not. */
const isOneThing = (a: Count, b: Count): boolean =>
  a.tally!.owner === b.tally!.owner ||
  (a.tally!.thing === 'wechat' && (a.tally!.owner === '' || b.tally!.owner === ''));

function countsOf(passage: Passage, { report, claims }: Subject, signs: readonly string[]): Count[] {
  const counts: Count[] = [];
  const others = report.agency !== null && isGovernment(report.agency) ? narrower : wider;
  for (const sentence of passage.sentences) {
    if (!mayCount(sentence.text) || others.test(sentence.text)) continue;
    const text = sentence.text.replace(/《[^《》]{0,120}》/g, (found) => '□'.repeat(found.length));
    const all = quantitiesIn(text);
    for (const [index, quantity] of all.entries()) {
      if (quantity.unit === null || quantity.unit === '%' || quantity.approximate) continue;
      const known = told(sentence, text, all[index - 1]?.end ?? 0, quantity, report, signs);
      if (known !== null) {
        const at = sentence.start + quantity.start;
        const subject = `${things[known.thing].name.zh}|${quantity.unit}`;
        counts.push({ value: quantity.value, tally: known, subject, passage, start: sentence.start, end: at, at });
        continue;
      }
      const from = Math.max(all[index - 1]?.end ?? 0, lastBreak(text, quantity.start));
      const clause = text.slice(from, quantity.start);
      const before = text.slice(Math.max(0, quantity.start - 400), from);
      if (
        skipped.test(clause) ||
        clause.includes('□') ||
        (isListed(before) && !ownChannel.test(clause)) ||
        isOtherPeriod(before, clause) ||
        otherYear(before + clause, report.year)
      )
        continue;
      const at = sentence.start + quantity.start;
      if (claims.some((claim) => claim.passage === passage && claim.at === at)) continue;
      const words = subjectOf(clause, report.agency, report.region);
      if (words.length < 5 || words.length > 40 || (generic.test(words) && !/专栏|公众号|视频号/.test(words))) continue;
      counts.push({
        value: quantity.value,
        tally: null,
        subject: `${words}|${quantity.unit}${tailOf(text, quantity.end)}`,
        passage,
        start: sentence.start + from,
        end: sentence.start + quantity.end,
        at,
      });
    }
  }
  return counts;
}

/** 微信公众号推送163条 is of the whole account, wherever it stands. */
const ownChannel = /公众号|网站|微博|抖音|视频号|头条|客户端|公示栏|公告栏|公开栏/;

/** An item of a list, or of what 其中 breaks down: of which whole it is a part, its own words do not say. */
function isListed(before: string): boolean {
  if (/[、(]$/.test(before)) return true;
  return /其中|包[括含]|分[别为]|[(][^()]*$/.test(before.slice(before.lastIndexOf(';') + 1));
}

/** What follows the counter up to the clause's end: 20条政策文件 are not all 37条. */
function tailOf(text: string, end: number): string {
  return (/^[^,;:()、]*/.exec(text.slice(end, end + 40))?.[0] ?? '').replace(/[^\u4e00-\u9fff]/g, '');
}

function lastBreak(text: string, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) if (',;:()、'.includes(text[index]!)) return index + 1;
  return 0;
}

const namedYear = /(?<!\d)20\d\d(?=年)/g;

/** The last year named before the figure is another one. */
function otherYear(before: string, year: number | null): boolean {
  if (!before.includes('20')) return false;
  const named = matchesOf(before, namedYear).at(-1);
  return named !== undefined && Number(named[0]) !== year;
}

/** What is counted: the words before the figure without time, adverbs and the agency's own name. */
function subjectOf(clause: string, agency: string | null, region: Subject['report']['region']): string {
  let rest = clause.replace(/^[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是)/, '');
  if (agency !== null) {
    for (const { name } of namesIn(rest))
      if (name.length >= 3 && isOwnName(name, agency, region)) rest = rest.replace(name, '');
  }
  return rest.replace(filler, '').replace(/[^\u4e00-\u9fffA-Za-z]/g, '');
}

function failure(
  severity: 'error' | 'info',
  name: { zh: string; en: string },
  one: number,
  other: number,
  unit: string,
  evidence: Draft['evidence'],
  passages: readonly [Passage, Passage],
  concerns: readonly string[],
): Check {
  const [zhOne, zhOther] = passages.map((passage) => (passage.section === null ? '正文' : `第${passage.section}部分`));
  const [enOne, enOther] = passages.map((passage) =>
    passage.section === null ? 'the text' : `section ${passage.section}`,
  );
  return {
    assessed: 1,
    open: [],
    failures: [
      {
        severity,
        message: {
          zh: `前后说法不一致：${name.zh}，${zhOne}说 ${one} ${unit}，${zhOther}说 ${other} ${unit}${severity === 'info' ? '，请核对' : ''}。`,
          en: `The text contradicts itself: ${name.en} is ${one} in ${enOne} and ${other} in ${enOther}${severity === 'info' ? ' (to be checked)' : ''}.`,
        },
        evidence,
        concerns,
      },
    ],
  };
}
