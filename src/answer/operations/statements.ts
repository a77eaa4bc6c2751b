/** Figures that stand only in the text: found by the words of their subject; shown with their sentences. */

import type { Answer } from '../answer.ts';
import { citeStatement, distinct } from '../cite.ts';
import { compares } from '../conditions.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { type Match, matches } from '../matching.ts';
import { listed, noneMeet, reason, reportName } from '../reasons.ts';
import { approximate, type ByReport, sayTheSame, severalFigures, statementRow } from '../statement-series.ts';
import { findingsAt, warning } from '../warnings.ts';
import { nearest } from './search.ts';
import { statementParts } from './statement-parts.ts';
import { added, namesAll } from './statements-added.ts';
import { beside } from './statements-beside.ts';
import { overReports, together } from './statements-together.ts';

export async function statements(desk: Desk): Promise<Answer> {
  const asked = desk.plan.statement;
  if (asked !== null && asked.whole !== null) return statementParts(desk, asked, asked.whole);
  if (asked !== null && asked.parts.length > 1 && desk.plan.operation === 'sum') return added(desk);
  if (asked !== null && asked.parts.length > 1 && desk.plan.operation === 'compare') {
    const found = await beside(desk);
    if (found !== null) return found;
  }
  const words = asked?.subject ?? desk.plan.topic ?? '';
  const { found, unsaid } = await allOf(desk, words);
  const subject = words === '' ? { zh: '正文里的数字', en: 'figures of the text' } : { zh: words, en: words };
  if (found.length === 0) {
    const [head] = desk.heads;
    const own = desk.heads.length === 1 && head ? reportName(desk, head) : null;
    const total = totalOf(asked, words);
    const why = reason(
      'noStatement',
      `${own === null ? `这 ${desk.heads.length} 份` : `${own.zh}的`}报告的正文里没有写明${total.zh}。`,
      `The text of ${own === null ? `the ${desk.heads.length} reports in scope` : `the report of ${own.en}`} ${total.en}.`,
    );
    return noData(desk, why, { subject, excerpts: await nearest(desk, words), base: baseOf(desk.heads) });
  }
  const byReport = grouped(found);
  const shared = {
    subject,
    citations: distinct(shownOf(desk, found).map(({ head, statement }) => citeStatement(head, statement))),
    base: desk.heads.length > 1 ? baseOf(desk.heads) : null,
  };
  const silent = silentOf(desk, found);
  const compared = asked?.compared ?? null;
  if (overReports.has(desk.plan.operation) && desk.heads.length > 1) return together(desk, byReport, shared);
  const warnings = [
    ...notSaid(desk, unsaid),
    ...saysNone(desk, silent, subject.zh),
    ...disagreement(desk, byReport),
    ...approximate(desk, found),
    ...(await findingsAt(
      desk,
      found.map(({ statement }) => statement),
    )),
  ];
  if (compared !== null) return meeting(desk, byReport, compared, shared, warnings);
  const single =
    byReport.size === 1 &&
    sayTheSame(found) &&
    unsaid.length === 0 &&
    silent.length === 0 &&
    (found.length === 1 || !asked?.parts.length)
      ? found[0]?.statement
      : undefined;
  return answer(desk, 'answered', {
    ...shared,
    value: single?.quantity ?? null,
    unit: single?.unit ?? null,
    rows: found.map(statementRow),
    warnings,
  });
}

/** What the text does not state: things counted one by one, all that there are, or any figure. */
function totalOf(asked: Desk['plan']['statement'], words: string): { zh: string; en: string } {
  if (asked?.unit === '个') return { zh: `有多少个“${words}”`, en: `does not state how many “${words}” there are` };
  if (asked?.verb === 'have') return { zh: `“${words}”的现有总数`, en: `states no present total for “${words}”` };
  return { zh: `“${words}”的数字`, en: `states no figure for “${words}”` };
}

/** What fits; where several figures are asked for at once, what fits each of them, and those that nothing fits. */
async function allOf(desk: Desk, words: string): Promise<{ found: readonly Match[]; unsaid: readonly string[] }> {
  const asked = desk.plan.statement;
  if (words === '' && desk.plan.operation === 'lookup' && desk.heads.length <= FEW)
    return { found: await everyOne(desk), unsaid: [] };
  if (asked === null || asked.parts.length === 0)
    return { found: await matches(desk, words, asked?.unit ?? null), unsaid: [] };
  if (asked.together) {
    const all = (await matches(desk, words, asked.unit)).filter(({ statement }) =>
      namesAll(desk, statement.subject, asked.parts),
    );
    if (all.length > 0) return { found: all, unsaid: [] };
  }
  const found = await Promise.all(
    asked.parts.map((part) =>
      matches({ ...desk, plan: { ...desk.plan, statement: { ...asked, ...part } } }, part.subject, part.unit),
    ),
  );
  return {
    found: [...new Map(found.flat().map((each) => [each.statement, each])).values()],
    unsaid: asked.parts.flatMap(({ subject }, at) => (found[at]?.length === 0 ? [subject] : [])),
  };
}

/** All that the texts state, in their order. */
async function everyOne({ store, heads }: Desk): Promise<Match[]> {
  const held = await store.statements({ reports: heads.map(({ report }) => report) });
  return heads.flatMap((head) =>
    held
      .filter(({ report }) => report === head.report)
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
      .map((statement) => ({ head, statement, score: 1 })),
  );
}

/** Of several figures, those that the text does not state. */
function notSaid(desk: Desk, unsaid: readonly string[]): Answer['warnings'] {
  if (unsaid.length === 0) return [];
  const text = {
    zh: `正文里没有写明“${unsaid.join('”“')}”的数字。`,
    en: `The text states no figure for “${unsaid.join('”, “')}”.`,
  };
  return [warning(desk, 'noStatement', text)];
}

/** The reports of agencies that are named, or are few, and of which none states the figure. */
function silentOf({ heads, plan: { scope } }: Desk, found: readonly Match[]): Desk['heads'][number][] {
  const said = new Set(found.map(({ head }) => head.agency));
  const named = scope.agencies.length > 1 || (scope.regions.length > 1 && heads.length <= FEW);
  return named ? heads.filter(({ agency }) => !said.has(agency)) : [];
}

/** So many reports are named one by one. */
const FEW = 10;

/** Of several agencies, those whose text does not state it. */
function saysNone(desk: Desk, silent: readonly Desk['heads'][number][], words: string): Answer['warnings'] {
  if (silent.length === 0) return [];
  const names = listed(silent.map((head) => reportName(desk, head)));
  const text = {
    zh: `正文里没有写明“${words}”的数字：${names.zh}。`,
    en: `The text states no figure for “${words}”: ${names.en}.`,
  };
  return [warning(desk, 'noStatement', text)];
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

/** Reports whose figure compares so; one whose figures disagree about that is left out, and said. */
function meeting(
  desk: Desk,
  byReport: ByReport,
  compared: Compared,
  shared: Partial<Answer>,
  warnings: Answer['warnings'],
): Answer {
  const verdicts = [...byReport.values()].map((own) => ({
    own,
    meets: new Set(own.map(({ statement }) => compares(statement.quantity, compared))),
  }));
  const rows = verdicts.flatMap(({ own, meets }) => (meets.size === 1 && meets.has(true) ? own.slice(0, 1) : []));
  const open = new Set(verdicts.flatMap(({ own, meets }) => (meets.size > 1 ? (own[0]?.head.report ?? []) : [])));
  const said = [
    ...warnings,
    ...severalFigures(
      desk,
      desk.heads.filter(({ report }) => open.has(report)),
    ),
  ];
  if (rows.length === 0) {
    const none = noneMeet(verdicts.length);
    return nothingFound(desk, none, { subject: shared.subject ?? null, base: baseOf(desk.heads), warnings: said });
  }
  return answer(desk, 'answered', {
    ...shared,
    value: null,
    citations: distinct(shownOf(desk, rows).map(({ head, statement }) => citeStatement(head, statement))),
    rows: rows.map(statementRow),
    warnings: said,
  });
}

type Compared = NonNullable<NonNullable<Desk['plan']['statement']>['compared']>;

/** Two places of one report that give different figures for the same subject: both are shown. */
function disagreement(desk: Desk, byReport: ByReport): Answer['warnings'] {
  const several = [...byReport.values()].filter((own) => own.length > 1);
  const pairs = several.flatMap((own) =>
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
