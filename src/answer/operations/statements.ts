/** Figures that stand only in the text: found by the words of their subject; shown with their sentences. */

import { rankBy, sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { citeStatement, distinct } from '../cite.ts';
import { compares } from '../conditions.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { type Match, matches } from '../matching.ts';
import { listed, reason, reportName } from '../reasons.ts';
import { findingsAt, warning } from '../warnings.ts';
import { nearest } from './search.ts';

export async function statements(desk: Desk): Promise<Answer> {
  const asked = desk.plan.statement;
  const words = asked?.subject ?? desk.plan.topic ?? '';
  const { found, unsaid } = await allOf(desk, words);
  const subject = { zh: words, en: words };
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
  const compared = asked?.compared ?? null;
  if (compared !== null) return meeting(desk, byReport, compared, shared, warnings);
  if ((desk.plan.operation === 'sum' || desk.plan.operation === 'rank') && byReport.size > 1)
    return many(desk, found, byReport, shared, warnings);
  const single =
    byReport.size === 1 &&
    alike(found) &&
    unsaid.length === 0 &&
    silent.length === 0 &&
    (found.length === 1 || !asked?.parts.length)
      ? found[0]?.statement
      : undefined;
  return answer(desk, 'answered', {
    ...shared,
    value: single?.quantity ?? null,
    unit: single?.unit ?? null,
    rows: found.map(rowOf),
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
  if (asked === null || asked.parts.length === 0)
    return { found: await matches(desk, words, asked?.unit ?? null), unsaid: [] };
  if (asked.together) {
    const all = (await matches(desk, words, asked.unit)).filter(({ statement }) =>
      namesAll(desk, statement, asked.parts),
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

/** 通过网站和公众号发布信息: the figure is one of all the things that are asked for. */
const namesAll = (
  { lexicon }: Desk,
  { subject }: Match['statement'],
  parts: readonly { subject: string }[],
): boolean => {
  const said = new Set(lexicon.analyze(subject).map(({ term }) => term));
  return parts.every((part) => lexicon.analyze(part.subject).some(({ term }) => said.has(term)));
};

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

/** Whether all of them say the same number of the same unit. */
const alike = (own: readonly Match[]): boolean =>
  own.every(
    ({ statement: { quantity, unit } }) => quantity === own[0]?.statement.quantity && unit === own[0]?.statement.unit,
  );

/** Those of each report. */
type ByReport = ReadonlyMap<string, readonly Match[]>;

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
function many(
  desk: Desk,
  found: readonly Match[],
  byReport: ByReport,
  shared: Partial<Answer>,
  warnings: Answer['warnings'],
): Answer {
  const single: Match[] = [];
  for (const { report } of desk.heads) {
    const own = byReport.get(report);
    if (own?.[0] !== undefined && alike(own)) single.push(own[0]);
  }
  const unit = single[0]?.statement.unit ?? null;
  const same = single.filter(({ statement }) => statement.unit === unit);
  const counted = new Set(same.map(({ head }) => head.report));
  const out = desk.heads.filter(({ report }) => byReport.has(report) && !counted.has(report));
  const said = [...warnings, ...severalFigures(desk, out)];
  if (desk.plan.operation === 'sum') {
    return answer(desk, 'answered', {
      ...shared,
      value: sumOf(same.map(({ statement }) => statement.quantity)),
      unit,
      rows: same.map(rowOf),
      warnings: said,
    });
  }
  // A rank that leaves out as many reports as it counts is none.
  if (same.length < 2 || out.length >= same.length) {
    const why = reason(
      'severalFigures',
      '多数报告的正文里有几个数，或单位不同，不能确定要比的是哪一个；请问得更具体一些（如哪个渠道、哪类信息）。',
      'The text of most of these reports gives several figures, or one of another unit: name the one meant (which channel, which kind).',
    );
    return noData(desk, why, { ...shared, rows: found.map(rowOf), warnings });
  }
  const { direction, limit } = desk.plan.order ?? { direction: 'desc', limit: 10 };
  const rows = rankBy(same, ({ statement }) => statement.quantity, direction, limit).map(
    ({ item, rank }): Row => ({ ...rowOf(item), rank }),
  );
  return answer(desk, 'answered', { ...shared, unit, rows, warnings: said });
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
    const none = reason(
      'noneMeet',
      `正文写明了这个数的 ${verdicts.length} 份报告没有一份符合条件。`,
      `None of the ${verdicts.length} reports whose text states the figure meets the condition.`,
    );
    return nothingFound(desk, none, { subject: shared.subject ?? null, base: baseOf(desk.heads), warnings: said });
  }
  return answer(desk, 'answered', {
    ...shared,
    value: null,
    citations: distinct(shownOf(desk, rows).map(({ head, statement }) => citeStatement(head, statement))),
    rows: rows.map(rowOf),
    warnings: said,
  });
}

type Compared = NonNullable<NonNullable<Desk['plan']['statement']>['compared']>;

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

function approximate(desk: Desk, found: readonly Match[]): Answer['warnings'] {
  if (!found.some(({ statement }) => statement.approximate)) return [];
  return [warning(desk, 'approximate', { zh: '正文写的是约数。', en: 'The text gives an approximate figure.' })];
}
