/** audit: what the checks found in the reports in scope, the most severe first; or a report card. */
import type { StoredFinding } from '../../store/store.ts';
import type { Answer, Row } from '../answer.ts';
import { citeEvidence, distinct, SHOWN } from '../cite.ts';
import { answer, type Desk, nothingFound } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { reason } from '../reasons.ts';
import { filterFor } from '../scope.ts';
import { warning } from '../warnings.ts';

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

export async function audit(desk: Desk): Promise<Answer> {
  const asked = desk.plan.audit ?? { rules: [], severities: [], card: false };
  const all = await desk.store.findings({
    ...filterFor(desk.heads, desk.plan.scope),
    ...(asked.severities.length > 0 ? { severities: asked.severities } : {}),
  });
  const held = new Set(desk.heads.map((head) => head.report));
  const fitting = all.filter((finding) => held.has(finding.report) && ofRules(finding.rule, asked.rules));
  const dismissed = fitting.filter((finding) => finding.verdict.status === 'dismissed');
  const findings = fitting.filter((finding) => finding.verdict.status !== 'dismissed').sort(bySeverity);
  const base = baseOf(desk.heads);
  const warnings =
    dismissed.length === 0
      ? []
      : [
          warning(desk, 'dismissed', {
            zh: `另有 ${dismissed.length} 条已由人工排除，没有列出。`,
            en: `${dismissed.length} more were dismissed by a person and are not listed.`,
          }),
        ];
  if (findings.length === 0) {
    const why = reason(
      'noFinding',
      `核查了 ${base.reports} 份报告，没有发现这类问题。`,
      `The ${base.reports} reports in scope were checked; nothing of this kind was found.`,
    );
    return nothingFound(desk, why, { base, warnings });
  }
  return answer(desk, 'answered', {
    value: findings.length,
    unit: desk.plan.language === 'zh' ? '条' : 'findings',
    rows: findings.map((finding) => rowOf(desk, finding)),
    citations: distinct(findings.slice(0, SHOWN).flatMap((finding) => citations(desk, finding).slice(0, 2))),
    warnings,
    base,
  });
}

/** A rule id, or its first part: "text" is every text.* rule. */
export function ofRules(rule: string, asked: readonly string[]): boolean {
  return asked.length === 0 || asked.some((each) => rule === each || rule.startsWith(`${each.replace(/\.$/, '')}.`));
}

function bySeverity(a: StoredFinding, b: StoredFinding): number {
  return (
    WEIGHT[a.severity] - WEIGHT[b.severity] ||
    (a.agency ?? '').localeCompare(b.agency ?? '', 'zh') ||
    (a.year ?? 0) - (b.year ?? 0) ||
    (a.rule < b.rule ? -1 : 1)
  );
}

function rowOf(
  desk: Desk,
  { id, report, agency, year, rule, severity, message, verdict, evidence }: StoredFinding,
): Row {
  const text = message[desk.plan.language];
  return {
    agency,
    year,
    report,
    value: null,
    label: text,
    id,
    rule,
    severity,
    status: verdict.status,
    line: evidence[0]?.line ?? null,
  };
}

function citations(desk: Desk, finding: StoredFinding) {
  return finding.evidence.flatMap((evidence) => {
    const head = desk.library.byId.get(evidence.report ?? finding.report);
    return head === undefined ? [] : [citeEvidence(head, evidence)];
  });
}
