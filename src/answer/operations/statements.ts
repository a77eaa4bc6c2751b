/** Figures that stand only in the text: found by the words of their subject; shown with their sentences. */

import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReportHead, StoredStatement } from '../../store/store.ts';
import { rankBy, sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { citeStatement, distinct, SHOWN } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { listed, reason, reportName } from '../reasons.ts';
import { filterFor } from '../scope.ts';
import { type Topic, topicOf } from '../topical.ts';
import { findingsAt, warning } from '../warnings.ts';
import { nearest } from './search.ts';

interface Match {
  readonly head: ReportHead;
  readonly statement: StoredStatement;
  readonly score: number;
}

/** Below this share of the subject's words a statement is about something else. */
const ENOUGH = 0.6;
/** What stands in the last member of the subject is what is counted; earlier members and the sentence count less. */
const IN_SUBJECT = 0.85;
const IN_SENTENCE = 0.7;

export async function statements(desk: Desk): Promise<Answer> {
  const asked = desk.plan.statement;
  const words = asked?.subject ?? desk.plan.topic ?? '';
  const found = await matches(desk, words, asked?.unit ?? null);
  const subject = { zh: words, en: words };
  if (found.length === 0) {
    const [head] = desk.heads;
    const own = desk.heads.length === 1 && head ? reportName(desk, head) : null;
    const why = reason(
      'noStatement',
      `${own === null ? `这 ${desk.heads.length} 份` : `${own.zh}的`}报告的正文里没有写明“${words}”的数字。`,
      `The text of ${own === null ? `the ${desk.heads.length} reports in scope` : `the report of ${own.en}`} states no figure for “${words}”.`,
    );
    return noData(desk, why, { subject, excerpts: await nearest(desk, words), base: baseOf(desk.heads) });
  }
  const rows = found.map(rowOf);
  const quantities = new Set(found.map(({ statement }) => statement.quantity));
  const units = new Set(found.map(({ statement }) => statement.unit));
  const reports = new Set(found.map(({ head }) => head.report));
  const shared = {
    subject,
    citations: distinct(shownOf(desk, found).map(({ head, statement }) => citeStatement(head, statement))),
    base: desk.heads.length > 1 ? baseOf(desk.heads) : null,
  };
  const warnings = [
    ...disagreement(desk, found),
    ...approximate(desk, found),
    ...(await findingsAt(
      desk,
      found.map(({ statement }) => statement),
    )),
  ];
  if ((desk.plan.operation === 'sum' || desk.plan.operation === 'rank') && reports.size > 1)
    return many(desk, found, shared, warnings);
  const single = quantities.size === 1 && units.size === 1 && reports.size === 1 ? found[0]?.statement : undefined;
  return answer(desk, 'answered', {
    ...shared,
    value: single?.quantity ?? null,
    unit: single?.unit ?? null,
    rows,
    warnings,
  });
}

/** The statements that fit the words best, in each report: those that come near its best one. */
async function matches(desk: Desk, words: string, unit: string | null): Promise<Match[]> {
  const topic = topicOf(words, desk.lexicon);
  const byReport = new Map<string, Match[]>();
  const heads = new Map(desk.heads.map((head) => [head.report, head]));
  for (const statement of await desk.store.statements(filterFor(desk.heads, desk.plan.scope))) {
    const head = heads.get(statement.report);
    if (head === undefined) continue;
    // The dearer look at the sentence only where the subject does not settle it.
    const own = Math.max(topic.score(lastMember(statement.subject)), IN_SUBJECT * topic.score(statement.subject));
    const score = own >= IN_SENTENCE ? own : Math.max(own, IN_SENTENCE * topic.score(clauseOf(statement)));
    if (score < ENOUGH) continue;
    const list = byReport.get(head.report);
    if (list) list.push({ head, statement, score });
    else byReport.set(head.report, [{ head, statement, score }]);
  }
  return desk.heads.flatMap((head) => {
    const all = byReport.get(head.report) ?? [];
    const some = countedIn(all, unit);
    const best = Math.max(...some.map((each) => each.score));
    const near = unique(some.filter((each) => each.score >= best - 0.05));
    return meant(near, topic, desk.plan.statement?.verb ?? null, desk.lexicon).slice(0, SHOWN);
  });
}

/** Counters that count the same kind of thing: a question for 场 is answered by 期, never by 人次. */
const alike = ['次场期班届', '人名位', '条篇则件份项'];

/** Those in the unit asked for, else in one that counts the same kind of thing, else all. */
function countedIn(all: readonly Match[], unit: string | null): readonly Match[] {
  if (unit === null) return all;
  const exact = all.filter(({ statement }) => statement.unit === unit);
  if (exact.length > 0) return exact;
  const kind = alike.find((counters) => counters.includes(unit)) ?? unit;
  const near = all.filter(({ statement }) => kind.includes(statement.unit?.charAt(0) ?? ' '));
  // 几次 is not answered by how many people came.
  const others = alike.filter((counters) => counters !== kind);
  return near.length > 0
    ? near
    : all.filter(({ statement }) => !others.some((counters) => counters.includes(statement.unit?.charAt(0) ?? ' ')));
}

/** Clauses before the figure's own that may say what it counts (开展“政府开放日”活动，邀请…企业，25人参加). */
const LEAD = 3;

/** The clause that holds the figure, and those that lead to it in its sentence: what stands beyond them is another matter. */
function clauseOf({ quote, quantity }: StoredStatement): string {
  const parts = quote
    .split(/[；;。]/)
    .find((part) => part.includes(`${quantity}`))
    ?.split(/[，,]/) ?? [quote];
  const at = parts.findIndex((part) => part.includes(`${quantity}`));
  return at < 0 ? quote : parts.slice(Math.max(0, at - LEAD), at + 1).join('，');
}

/** "公告栏等形式主动公开政府信息" of "通过网站、公众号、公告栏等形式主动公开政府信息". */
const lastMember = (subject: string) => subject.split(/[、，,；;：:]/).at(-1) ?? subject;

/**
 * Of figures that fit alike: the whole where it is about the topic itself, its parts where it only lists the topic among its
 * channels (通过网站、公告栏等形式公开信息 and 公告栏公示信息); then those whose own verb is the one that was asked with.
 */
function meant(found: readonly Match[], topic: Topic, asked: string | null, lexicon: Lexicon): readonly Match[] {
  const verbs = lexicon.words.rules.filter(({ rule }) => rule.startsWith('verb.'));
  const dropped = new Set<Match>();
  for (const whole of found) {
    const parts = found.filter((each) => isPart(each.statement, whole.statement));
    const own = parts.filter(({ statement }) => topic.score(lastPart(statement.subject)) >= ENOUGH);
    const core = whole.statement.subject.slice(mainVerb(whole.statement.subject, verbs).at);
    if (own.length > 0 && topic.score(core) < ENOUGH) dropped.add(whole);
    else for (const each of parts) dropped.add(each);
  }
  const parted = found.filter((each) => !dropped.has(each));
  // What is counted stands right before its number: of 公开信息 and 公开信息一级事项, information is the first.
  const nouns = parted.filter(({ statement }) => topic.ends(lastPart(statement.subject)));
  const kept = nouns.length > 0 ? nouns : parted;
  const done =
    asked === null ? [] : kept.filter((each) => mainVerb(lastPart(each.statement.subject), verbs).id === asked);
  return done.length > 0 ? done : kept;
}

const lastPart = (subject: string) => subject.slice(subject.lastIndexOf('：') + 1);

/** "主动公开政府信息：公告栏公示信息" is a part of "通过…等形式主动公开政府信息" on the same line. */
function isPart(each: StoredStatement, whole: StoredStatement): boolean {
  const at = each.subject.lastIndexOf('：');
  return at > 0 && each.line === whole.line && each !== whole && whole.subject.endsWith(each.subject.slice(0, at));
}

/** The first verb of a subject, by its rule's end, and where it stands; verbs of one character are parts of other words. */
function mainVerb(
  subject: string,
  verbs: Lexicon['words']['rules'],
): { readonly id: string | null; readonly at: number } {
  let best: { id: string | null; at: number } = { id: null, at: 0 };
  for (const { rule, zh } of verbs)
    for (const word of zh) {
      const at = word.length < 2 ? -1 : subject.indexOf(word);
      if (at >= 0 && (best.id === null || at < best.at)) best = { id: rule.slice('verb.'.length), at };
    }
  return best;
}

function unique(found: readonly Match[]): Match[] {
  const key = ({ statement: { quantity, unit, line, subject } }: Match) =>
    [quantity, unit, line, subject].join('\u{0}');
  return [...new Map(found.map((each) => [key(each), each])).values()];
}

function rowOf({ head, statement }: Match): Row {
  const { subject, quantity, unit, approximate, section, line } = statement;
  return {
    agency: head.agency,
    year: head.year,
    report: head.report,
    value: quantity,
    unit,
    label: subject,
    approximate,
    section,
    line,
  };
}

function grouped(found: readonly Match[]): Map<string, Match[]> {
  const groups = new Map<string, Match[]>();
  for (const each of found) {
    const own = groups.get(each.head.report);
    if (own) own.push(each);
    else groups.set(each.head.report, [each]);
  }
  return groups;
}

/** Over many reports a report counts with the one figure it states; one that states several is left out, and said. */
function many(desk: Desk, found: readonly Match[], shared: Partial<Answer>, warnings: Answer['warnings']): Answer {
  const byReport = grouped(found);
  const single = desk.heads.flatMap((head) => {
    const own = byReport.get(head.report) ?? [];
    return new Set(own.map(({ statement }) => `${statement.quantity} ${statement.unit}`)).size === 1
      ? own.slice(0, 1)
      : [];
  });
  const unit = single[0]?.statement.unit ?? null;
  const alike = single.filter(({ statement }) => statement.unit === unit);
  const counted = new Set(alike.map(({ head }) => head.report));
  const out = desk.heads.filter(({ report }) => byReport.has(report) && !counted.has(report));
  const said = [...warnings, ...severalFigures(desk, out)];
  if (desk.plan.operation === 'sum') {
    return answer(desk, 'answered', {
      ...shared,
      value: sumOf(alike.map(({ statement }) => statement.quantity)),
      unit,
      rows: alike.map(rowOf),
      warnings: said,
    });
  }
  // A rank that leaves out as many reports as it counts is none.
  if (alike.length < 2 || out.length >= alike.length) {
    const why = reason(
      'severalFigures',
      '多数报告的正文里有几个数，或单位不同，不能确定要比的是哪一个；请问得更具体一些（如哪个渠道、哪类信息）。',
      'The text of most of these reports gives several figures, or one of another unit: name the one meant (which channel, which kind).',
    );
    return noData(desk, why, { ...shared, rows: found.map(rowOf), warnings });
  }
  const { direction, limit } = desk.plan.order ?? { direction: 'desc', limit: 10 };
  const rows = rankBy(alike, ({ statement }) => statement.quantity, direction, limit).map(
    ({ item, rank }): Row => ({ ...rowOf(item), rank }),
  );
  return answer(desk, 'answered', { ...shared, unit, rows, warnings: said });
}

/** Reports whose text gives several figures, or one of another unit: which of them is meant cannot be known. */
function severalFigures(desk: Desk, out: Desk['heads']): Answer['warnings'] {
  if (out.length === 0) return [];
  const names = listed(out.map((head) => reportName(desk, head)));
  const text = {
    zh: `没有计入的报告（正文有几个数，或单位不同）：${names.zh}。`,
    en: `Left out, since their text gives several figures or another unit: ${names.en}.`,
  };
  return [warning(desk, 'severalFigures', text)];
}

/** Two places of one report that give different figures for the same subject: both are shown. */
function disagreement(desk: Desk, found: readonly Match[]): Answer['warnings'] {
  const pairs = [...grouped(found).values()].flatMap((own) =>
    own.filter(({ statement }) =>
      own.some(
        (other) =>
          other.statement.subject === statement.subject &&
          other.statement.unit === statement.unit &&
          other.statement.quantity !== statement.quantity,
      ),
    ),
  );
  if (pairs.length === 0) return [];
  const text = {
    zh: '正文几处写的数不同，都列在下面。',
    en: 'The text gives different figures in different places; all are shown.',
  };
  return [
    warning(desk, 'statementsDisagree', text, {
      citations: distinct(pairs.map(({ head, statement }) => citeStatement(head, statement))).slice(0, 5),
    }),
  ];
}

function approximate(desk: Desk, found: readonly Match[]): Answer['warnings'] {
  if (!found.some(({ statement }) => statement.approximate)) return [];
  return [warning(desk, 'approximate', { zh: '正文写的是约数。', en: 'The text gives an approximate figure.' })];
}
