/** The audit: every rule over one report, and the rules across reports. Pure; the reader's notes and the text are arguments. */
import { unwatched } from '../../document/budget.ts';
import type { Watch } from '../../document/document.ts';
import type { Anomaly } from '../anomaly.ts';
import type { Bilingual, Finding, Report, Severity } from '../report.ts';
import { yearRules } from './across-years.ts';
import { agencyRule, checkAgencies } from './agencies.ts';
import { balance, outcomes, reviews, row } from './arithmetic.ts';
import { claimsOf } from './claims.ts';
import { copyRule } from './copy.ts';
import { Figures } from './figures.ts';
import { keep, toFinding } from './finding.ts';
import { late } from './late.ts';
import { layoutDrafts } from './layout.ts';
import { auditSketches, type LibraryFinding, missingRule, seriesOf } from './library.ts';
import { checkParts, partsRule } from './parts.ts';
import { Locator, passagesOf } from './passage.ts';
import { range } from './range.ts';
import type { Check, Rule, Subject } from './rule.ts';
import { type LibraryEntry, type Sketch, sketchOf } from './sketch.ts';
import { againstTable3, againstTable4, table3, table4 } from './text-against-table.ts';
import { againstTable2, table2 } from './text-against-table-2.ts';
import { checkStatements, textAgainstText } from './text-against-text.ts';
import { checkYears, yearRule } from './years.ts';

export type { LibraryEntry } from './sketch.ts';

/** What helps to name lines: the decoded text of the document, as its lines are counted. */
export interface AuditExtras {
  readonly text?: string;
  /** Throws when time is over. Default: no bound. */
  readonly watch?: Watch;
}

/** A rule's word on one report. */
export interface Assessment {
  readonly rule: string;
  readonly verdict: 'pass' | 'fail' | 'not-assessable';
  /** How many times it could be applied: rows, columns, cells, statements. */
  readonly assessed: number;
  /** Why it could not be assessed; null otherwise. */
  readonly reason: Bilingual | null;
}

export interface RuleInfo {
  readonly id: string;
  readonly title: Bilingual;
  readonly nouns: readonly string[];
  /** The most severe finding that it can make. */
  readonly severity: Severity;
}

const layoutRule: RuleInfo = {
  id: 'layout',
  title: { zh: '版面：部分、表格、行和单元格是否齐全', en: 'Layout: sections, tables, rows and cells are all there' },
  nouns: ['sections', 'tables'],
  severity: 'warning',
};

/** Written out: a spread costs more than some of the checks. */
const withCheck = ({ id, title, nouns, severity }: RuleInfo, check: Rule['check']): Rule => ({
  id,
  title,
  nouns,
  severity,
  check,
});

/** The rules of one report; those that quote sentences need to know where lines are. */
function rulesOf(locator: Locator): Rule[] {
  return [
    row,
    outcomes,
    balance,
    reviews,
    range,
    withCheck(table2, againstTable2(locator)),
    withCheck(table3, againstTable3(locator)),
    withCheck(table4, againstTable4(locator)),
    withCheck(textAgainstText, (subject) => checkStatements(subject, locator)),
    withCheck(partsRule, (subject) => checkParts(subject, locator)),
    withCheck(yearRule, (subject) => checkYears(subject, locator)),
    withCheck(agencyRule, (subject) => checkAgencies(subject, locator)),
    late,
  ];
}

/** Every rule, in the order of the domain's table: what answers and report cards name them by. */
export const rules: readonly RuleInfo[] = [
  row,
  outcomes,
  balance,
  reviews,
  range,
  ...yearRules,
  table2,
  table3,
  table4,
  textAgainstText,
  partsRule,
  yearRule,
  agencyRule,
  layoutRule,
  late,
  copyRule,
  missingRule,
].map(({ id, title, nouns, severity }) => ({ id, title, nouns, severity }));

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * All findings of one report by itself, most severe first. `anomalies` are the table reader's notes; with `extras.text`
 * evidence in a paragraph of several lines names the exact line.
 */
export function auditReport(report: Report, anomalies: readonly Anomaly[], extras: AuditExtras = {}): Finding[] {
  const lines = extras.text?.split('\n') ?? null;
  const { watch = unwatched } = extras;
  const subject = subjectOf(report, anomalies, lines, watch);
  const findings = new Map<string, Finding>();
  const add = (finding: Finding) => keep(findings, finding);
  for (const rule of rulesOf(new Locator(report, lines))) {
    watch.look();
    for (const draft of rule.check(subject).failures) add(toFinding(rule.id, report.report, draft));
  }
  for (const { rule, ...draft } of layoutDrafts(subject)) add(toFinding(rule, report.report, draft));
  return [...findings.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Each rule's verdict on one report: pass, fail, or not assessable and why. Findings already kept with it count as fails. */
export function assess(report: Report, anomalies: readonly Anomaly[] = []): Assessment[] {
  const subject = subjectOf(report, anomalies, null, unwatched);
  const assessments = rulesOf(new Locator(report, null)).map((rule) => verdict(rule.id, rule.check(subject)));
  const gaps =
    layoutDrafts(subject).length + report.findings.filter((finding) => finding.rule.startsWith('layout.')).length;
  const cells = report.facts.filter((fact) => fact.state !== 'missing').length;
  assessments.push({ rule: 'layout', verdict: gaps > 0 ? 'fail' : 'pass', assessed: cells, reason: null });
  return assessments;
}

/** Findings of the rules across reports; each stands at the later report. `changed` restricts to what those can affect. */
export function auditLibrary(entries: readonly LibraryEntry[], changed?: ReadonlySet<string>): LibraryFinding[] {
  return auditSketches(entries.map(sketchOf), changed);
}

/** Verdicts of the rules across years, at each report that has one of the year before or should have. */
export function assessLibrary(entries: readonly LibraryEntry[]): (Assessment & { readonly report: string })[] {
  return [...seriesOf(entries.map(sketchOf)).values()].flatMap((series) =>
    series.flatMap((later, index) =>
      assessYears(series[index - 1] ?? null, later).map((each) => ({ report: later.report, ...each })),
    ),
  );
}

/** Verdicts of the rules across years on `later`; `earlier` is the agency's report before it, of whatever year. */
export function assessYears(earlier: Sketch | null, later: Sketch): Assessment[] {
  const pair = earlier !== null && later.year !== null && later.year - (earlier.year ?? 0) === 1 ? earlier : null;
  return yearRules.map((rule) => {
    if (pair === null) return unknown(rule.id, notHeld);
    if (!rule.assessable(pair, later)) return unknown(rule.id, notComparable);
    return { rule: rule.id, verdict: rule.check(pair, later) ? 'fail' : 'pass', assessed: 1, reason: null };
  });
}

const notHeld = { zh: '没有上一年的报告', en: 'the report of the year before is not held' };
const notComparable = {
  zh: '两年中有一年的数字空白、缺失，或格式不同',
  en: 'one of the two years lacks the figures, or follows another form',
};
const unknown = (rule: string, reason: Bilingual): Assessment => ({
  rule,
  verdict: 'not-assessable',
  assessed: 0,
  reason,
});

function subjectOf(
  report: Report,
  anomalies: readonly Anomaly[],
  lines: readonly string[] | null,
  watch: Watch,
): Subject {
  const passages = passagesOf(report);
  watch.look();
  const claims = claimsOf(report, passages, watch);
  return { report, anomalies, lines, figures: new Figures(report), passages, claims };
}

function verdict(rule: string, { failures, assessed, open }: Check): Assessment {
  if (failures.length > 0) return { rule, verdict: 'fail', assessed, reason: null };
  if (assessed > 0) return { rule, verdict: 'pass', assessed, reason: null };
  return unknown(rule, open[0] ?? { zh: '没有可核对的内容', en: 'there is nothing to check' });
}
