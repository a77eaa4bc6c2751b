/** Which figures of the text a question means: those whose words fit best, counted in its unit, done by its verb. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReportHead, StoredStatement } from '../store/store.ts';
import { SHOWN } from './cite.ts';
import { alike } from './counters.ts';
import type { Desk } from './desk.ts';
import { filterFor } from './scope.ts';
import { type Candidate, statementIndex } from './statement-index.ts';
import { isPart, lastPart, ofOneWhole } from './statement-parts.ts';
import { type Texts, textsOf } from './statement-text.ts';
import { type Topic, topicOf } from './topical.ts';

export interface Match {
  readonly head: ReportHead;
  readonly statement: StoredStatement;
  readonly score: number;
}

interface Verbs {
  readonly rules: Lexicon['words']['rules'];
  /** What any item is called. */
  readonly items: readonly string[];
  /** By subject, its first verb: subjects are the same in many reports. */
  readonly main: Map<string, MainVerb>;
}

/** The first verb of a subject, by its rule's end, and where it stands. */
interface MainVerb {
  readonly id: string | null;
  readonly at: number;
}

const verbsBy = new WeakMap<Lexicon, Verbs>();
/** Subjects whose verb is kept. */
const KEPT = 20_000;

function verbsOf(lexicon: Lexicon): Verbs {
  const rules = lexicon.words.rules.filter(({ rule }) => rule.startsWith('verb.'));
  const named = lexicon.words.topics.filter(({ id }) => items.includes(id)).flatMap(({ zhNames }) => zhNames);
  const known = verbsBy.get(lexicon) ?? { rules, items: named, main: new Map() };
  verbsBy.set(lexicon, known);
  return known;
}

/** Below this share of the subject's words a statement is about something else. */
export const ENOUGH = 0.6;
/** What stands in the last member of the subject is what is counted; earlier members and the sentence count less. */
const IN_SUBJECT = 0.85;
const IN_SENTENCE = 0.7;

/** Of more reports than this, statements are found by the library's index of them. */
const FEW = 50;

/** The statements that fit the words best, in each report: those that come near its best one. */
export async function matches(desk: Desk, words: string, unit: string | null): Promise<Match[]> {
  const topic = topicOf(words, desk.lexicon);
  const byReport = new Map<string, Scored[]>();
  const verbs = verbsOf(desk.lexicon);
  const general = generalTerms(desk.lexicon);
  const counted = topicOf(words.split(' ').at(-1) ?? words, desk.lexicon);
  const asked = desk.plan.statement?.verb ?? null;
  // Over reports 公众号 alone is what is published there, and not who follows it.
  const adds = asked === null && ['sum', 'average', 'rank'].includes(desk.plan.operation);
  const inScope = new Set(desk.heads.map(({ report }) => report));
  for (const { statement, texts } of await candidates(desk, topic)) {
    // The index is the whole library's: of what is not asked about nothing is judged.
    if (!inScope.has(statement.report)) continue;
    const score = scoreOf(texts, topic);
    if (score < ENOUGH || !topic.holdsAll(texts, general) || isOneOfMany(statement.subject, counted)) continue;
    if (unit === '个' && !topic.ends(lastPart(statement.subject))) continue;
    const list = byReport.get(statement.report);
    if (list) list.push({ statement, score });
    else byReport.set(statement.report, [{ statement, score }]);
  }
  const found: Match[] = [];
  for (const head of desk.heads) {
    const own = byReport.get(head.report);
    if (own === undefined) continue;
    const [only] = own;
    // What stands alone is neither part nor whole of another figure.
    if (own.length === 1 && only && unit === null && asked === null) found.push({ head, ...only });
    else found.push(...inReport(head, own));
  }
  return found;

  /** The best of a report: of the counters that fit, the first in which one is meant. */
  function inReport(head: ReportHead, own: readonly Scored[]): readonly Match[] {
    const all = own.map(({ statement, score }) => ({ head, statement, score }));
    for (const some of countedIn(all, unit)) {
      const best = Math.max(...some.map((each) => each.score));
      const near = unique(some.filter((each) => each.score >= best - 0.05));
      // 公开信息、文件 26 条，其中人事信息 2 条: the whole stands beside its part, however its last word reads.
      const wholes = some.filter(
        (each) => !near.includes(each) && near.some(({ statement }) => isPart(statement, each.statement)),
      );
      const fitting = meant([...near, ...unique(wholes)], topic, asked, verbs, general, adds);
      if (fitting.length > 0) return fitting.slice(0, SHOWN);
    }
    return [];
  }
}

/** Topics of index/topics.json that stand for any item (信息, 推文): a figure of another name for items is one of these as well. */
const items = ['info', 'posts'];
/** Words that say no more than that something is counted. */
const nouns = [
  '一共',
  '总共',
  '合计',
  '共计',
  '累计',
  '情况',
  '工作',
  '数量',
  '数',
  '人',
  '人数',
  '条数',
  '次数',
  '方面',
  '活动',
  '内容',
  '事项',
];
const generals = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Terms that need not stand beside a figure: what any item is called, and what is done with it. Every other word restricts. */
export function generalTerms(lexicon: Lexicon): ReadonlySet<string> {
  const known = generals.get(lexicon);
  if (known) return known;
  const { topics, rules } = lexicon.words;
  const words = [
    ...topics.filter(({ id }) => items.includes(id)).flatMap(({ zhNames }) => zhNames),
    ...rules.filter(({ rule }) => rule.startsWith('verb')).flatMap(({ zh }) => zh),
    ...nouns,
  ];
  const made = new Set(words.flatMap((word) => lexicon.analyze(word).map(({ term }) => term)));
  generals.set(lexicon, made);
  return made;
}

/** 邀请科技型企业、企业代表、退休党员代表 25 人: of one of three or more that are counted together nothing is said. `noun`: the topic's last word. */
function isOneOfMany(subject: string, noun: Topic): boolean {
  if (!subject.includes('、')) return false;
  const members = subject.split('、');
  const [last = '', after = ''] = (members.pop() ?? '').split('等');
  if (members.length < 2) return false;
  return (
    members.some((each) => noun.holdsAll([each], none)) && ![last, after].some((each) => noun.holdsAll([each], none))
  );
}

const none: ReadonlySet<string> = new Set();

interface Scored {
  readonly statement: StoredStatement;
  readonly score: number;
}

/** Statements that may fit: of few reports all, of many those that the index finds. */
async function candidates(desk: Desk, topic: Topic): Promise<readonly Candidate[]> {
  if (desk.heads.length <= FEW) {
    const all = await desk.store.statements(filterFor(desk.heads, desk.plan.scope));
    return all.map((statement) => ({ statement, texts: textsOf(statement) }));
  }
  return (await statementIndex(desk.store, desk.lexicon, desk.library)).fitting(topic, ENOUGH);
}

function scoreOf(texts: Texts, topic: Topic): number {
  // The dearer look at the sentence only where the subject does not settle it.
  const own = Math.max(topic.score(texts[0]), IN_SUBJECT * topic.score(texts[1]));
  return own >= IN_SENTENCE ? own : Math.max(own, IN_SENTENCE * topic.score(texts[2]));
}

/** Of things that are counted one by one: a question for 个 is answered by nothing else. */
const things = '个家处';

/** Those in the unit asked for; else those in one that counts the same kind of thing; else all that count no other kind. */
function countedIn(all: readonly Match[], unit: string | null): (readonly Match[])[] {
  if (unit === null) return [all];
  const exact = all.filter(({ statement }) => statement.unit === unit);
  const kind = [things, ...alike].find((counters) => counters.includes(unit)) ?? unit;
  const near = all.filter(({ statement }) => kind.includes(statement.unit?.charAt(0) ?? ' '));
  if (exact.length > 0 || near.length > 0) return [exact, near].filter((some) => some.length > 0);
  if (unit === '个') return [];
  // 几次 is not answered by how many people came.
  const others = alike.filter((counters) => counters !== kind);
  return [
    all.filter(({ statement }) => !others.some((counters) => counters.includes(statement.unit?.charAt(0) ?? ' '))),
  ];
}

/**
 * Of figures that fit alike: the whole where it is about the topic itself, its parts where it only lists the topic among its
 * channels (通过网站、公告栏等形式公开信息 and 公告栏公示信息); then those whose own verb is the one that was asked with.
 */
function meant(
  found: readonly Match[],
  topic: Topic,
  asked: string | null,
  verbs: Verbs,
  general: ReadonlySet<string>,
  adds: boolean,
): readonly Match[] {
  if (found.length < 2 && asked === null) return found;
  const fits = (words: string) => topic.score(words) >= ENOUGH && topic.holdsAll([words], general);
  // 信息公开指南 says nothing of the web site that 网站公开信息 names: what restricts stands in the part itself.
  const itself = ({ statement }: Match) => fits(lastPart(statement.subject));
  // 其中门户网站发布 297 条、公众号推送 297 条: beside the part of the channel that was asked for those of others are none.
  const dropped = new Set(
    found.filter(
      (each) => !itself(each) && found.some((other) => itself(other) && ofOneWhole(each.statement, other.statement)),
    ),
  );
  for (const whole of found) {
    const parts = found.filter((each) => isPart(each.statement, whole.statement));
    const own = parts.filter(itself);
    const core = coreOf(whole, verbs);
    if (own.length > 0 && !fits(core)) dropped.add(whole);
    else for (const each of parts) dropped.add(each);
  }
  const parted = found.filter((each) => !dropped.has(each));
  // What is counted stands right before its number: of 公开信息 and 公开信息一级事项, information is the first.
  const nouns = parted.filter(({ statement }) => topic.ends(lastPart(statement.subject)));
  // 网站发了多少条 names no noun: of 发布信息 297 条 and 发布兑付公示 12 条 any item is meant, and no kind of them.
  const anything =
    (asked === 'publish' || adds) && nouns.length === 0 ? parted.filter((each) => ofItems(each, verbs)) : [];
  const kept = nouns.length > 0 ? nouns : anything.length > 0 ? anything : parted;
  const done = asked === null ? [] : kept.filter((each) => verbOf(each, verbs) === asked);
  if (done.length > 0 || asked === null) return done.length > 0 ? done : kept;
  // 公开了多少提案: two that were handled (办理) are no answer, and none is better than one of another verb.
  return kept.every((each) => verbOf(each, verbs) !== null)
    ? parted.filter((each) => verbOf(each, verbs) === asked)
    : kept;
}

/** 发布信息, 公开各类政府信息: what is counted is called by no more than what any item is. */
const ofItems = ({ statement: { subject } }: Match, { items }: Verbs): boolean =>
  items.some((item) => lastPart(subject).endsWith(item));

/** A subject from its verb on. */
const coreOf = ({ statement: { subject } }: Match, verbs: Verbs): string => subject.slice(mainVerb(subject, verbs).at);
/** What was done with that which the number counts. */
const verbOf = ({ statement }: Match, verbs: Verbs): string | null => mainVerb(lastPart(statement.subject), verbs).id;

/** 发布会, 公开栏, 办理点: what stands so after a verb makes it the name of a thing. */
const noun = /^[会日栏点率厅室员]/;

function mainVerb(subject: string, { rules, main }: Verbs): MainVerb {
  let found = main.get(subject);
  if (found === undefined) {
    found = firstVerb(subject, rules);
    if (main.size >= KEPT) main.clear();
    main.set(subject, found);
  }
  return found;
}

/** Verbs of one character are parts of other words. */
function firstVerb(subject: string, rules: Verbs['rules']): MainVerb {
  let best: MainVerb = { id: null, at: 0 };
  for (const { rule, zh } of rules)
    for (const word of zh) {
      const at = word.length < 2 ? -1 : subject.indexOf(word);
      // 政务公开 is the name of a thing; 组织 and 开展 say less than any other verb (组织参加).
      if (at < 0 || /(政务|信息)$/.test(subject.slice(0, at)) || noun.test(subject.slice(at + word.length))) continue;
      const id = rule.slice('verb.'.length);
      const weaker = id === 'hold' && best.id !== null && best.id !== 'hold';
      const stronger = best.id === 'hold' && id !== 'hold';
      if (best.id === null || stronger || (!weaker && at < best.at)) best = { id, at };
    }
  return best;
}

function unique(found: readonly Match[]): readonly Match[] {
  return found.length < 2 ? found : [...new Map(found.map((each) => [placeOf(each), each])).values()];
}

const placeOf = ({ statement: { quantity, unit, line, subject } }: Match): string =>
  [quantity, unit, line, subject].join('\u{0}');
