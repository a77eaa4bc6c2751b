/** The report card (体检): what of a report was checked, what passed, what failed, what could not be assessed, what to do. */
import { type Assessment, assess, assessYears, rules } from '../report/audit/audit.ts';
import { remediesOf } from '../report/audit/remedies.ts';
import { packSketch, type Sketch, unpackSketch } from '../report/audit/sketch.ts';
import type { Bilingual, Severity } from '../report/report.ts';
import type { ReportHead, Store, StoredFinding } from '../store/store.ts';
import type { CardCheck, CardLine, ReportCard } from './answer.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The card of one report; `series` holds the reports of its agency. Null where the report is not held. */
export async function cardOf(
  store: Store,
  head: ReportHead,
  series: readonly ReportHead[],
): Promise<ReportCard | null> {
  const report = await store.report(head.report);
  if (report === null) return null;
  const all = await store.findings({ reports: [head.report] });
  const findings = all
    .filter((each) => each.verdict.status !== 'dismissed')
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const dismissed = all.filter((each) => each.verdict.status === 'dismissed');
  const own = await sketchOf(store, head);
  const before = series
    .filter((each) => each.year !== null && head.year !== null && each.year < head.year)
    .sort((a, b) => b.year! - a.year!)[0];
  const earlier = before === undefined ? null : await sketchOf(store, before);
  const assessed = [...assess(report), ...(own === null ? [] : [...assessYears(earlier, own), copies(own)])];
  return {
    head,
    checks: rules.flatMap(({ id, title }) => {
      const verdict = assessed.find((each) => each.rule === id);
      return verdict === undefined ? [] : [checked(verdict, title, findings, dismissed)];
    }),
    findings,
    remedies: remediesOf(findings.map((each) => each.rule)),
  };
}

/** What is kept of the findings decides; a rule whose every finding a person dismissed passes, and it is said. */
function checked(
  { rule, verdict, assessed, reason }: Assessment,
  title: Bilingual,
  findings: readonly StoredFinding[],
  dismissed: readonly StoredFinding[],
): CardCheck {
  if (findings.some((each) => ofRule(each, rule))) return { rule, title, verdict: 'fail', assessed, reason: null };
  const n = dismissed.filter((each) => ofRule(each, rule)).length;
  if (n > 0) {
    const reason = { zh: `${n} 条已由人工排除`, en: `${n} dismissed by a person` };
    return { rule, title, verdict: 'pass', assessed, reason };
  }
  return { rule, title, verdict: verdict === 'fail' ? 'pass' : verdict, assessed, reason };
}

const ofRule = (finding: StoredFinding, rule: string) => finding.rule === rule || finding.rule.startsWith(`${rule}.`);

async function sketchOf(store: Store, head: ReportHead): Promise<Sketch | null> {
  const [packed] = await store.sketches([head.report]);
  const text = packed ?? (await store.report(head.report).then((report) => report && packSketch(report)));
  return text ? unpackSketch(text, head) : null;
}

/** Sections long enough to be compared with those of other reports; what was found is in the findings. */
function copies({ sections }: Sketch): Assessment {
  return sections.length > 0
    ? { rule: 'copy', verdict: 'pass', assessed: sections.length, reason: null }
    : {
        rule: 'copy',
        verdict: 'not-assessable',
        assessed: 0,
        reason: { zh: '自撰文字太短，无从比较', en: 'its own text is too short to compare' },
      };
}

/** Lines of a card over several reports, worst first: by agency, or by year where one agency is held. */
export function linesOf(
  heads: readonly ReportHead[],
  findings: readonly StoredFinding[],
  by: 'agency' | 'year',
  last: number,
): CardLine[] {
  const groups = new Map<string, ReportHead[]>();
  for (const head of heads) {
    const key = by === 'year' ? head.report : (head.agencyKey ?? head.report);
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  const own = new Map<string, StoredFinding[]>();
  for (const each of findings) own.set(each.report, [...(own.get(each.report) ?? []), each]);
  const lines = [...groups.values()].map((group) =>
    lineOf(
      group,
      group.flatMap((head) => own.get(head.report) ?? []),
      by,
      last,
    ),
  );
  return lines.sort(
    (a, b) =>
      b.error - a.error ||
      b.warning - a.warning ||
      b.info - a.info ||
      (a.agency ?? '').localeCompare(b.agency ?? '', 'zh') ||
      (a.years[0] ?? 0) - (b.years[0] ?? 0),
  );
}

function lineOf(
  group: readonly ReportHead[],
  findings: readonly StoredFinding[],
  by: 'agency' | 'year',
  last: number,
): CardLine {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const years = [...new Set(group.flatMap((head) => head.year ?? []))].sort((a, b) => a - b);
  const worst = [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])[0] ?? null;
  return {
    agency: group.at(-1)?.agency ?? null,
    years,
    missing: by === 'year' ? [] : notHeld(years, last),
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    worst,
  };
}

/** Years from the first held to `last` that are not held. */
function notHeld(years: readonly number[], last: number): number[] {
  const first = years[0];
  if (first === undefined) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => !years.includes(year),
  );
}

/** The last year whose reports should all be out on that day: deadlines end on 31 March. `today` is YYYY-MM-DD. */
export function lastDue(today: string): number {
  return Number(today.slice(0, 4)) - (today.slice(5) > '03-31' ? 1 : 2);
}
