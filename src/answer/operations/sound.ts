/** sound: the reports in which the checks found no fault of the kind asked for. Hints are no faults; what could not be judged is not sound. */
import type { Severity } from '../../report/report.ts';
import type { StoredFinding } from '../../store/store.ts';
import type { Answer, Row } from '../answer.ts';
import { answer, type Desk, nothingFound, said } from '../desk.ts';
import { reason } from '../reasons.ts';

/** `findings`: those of the kind · `open`: reports that could not be judged. */
export function sound(
  desk: Desk,
  findings: readonly StoredFinding[],
  open: ReadonlySet<string>,
  content: Pick<Answer, 'base' | 'warnings'>,
): Answer {
  const faults = countOf(findings, ['error', 'warning']);
  const hints = countOf(findings, ['info']);
  const kept = desk.heads.filter(({ report }) => !faults.has(report) && !open.has(report));
  if (kept.length === 0) {
    const judged = desk.heads.length - open.size;
    const why = reason(
      'noneSound',
      `核查了 ${judged} 份报告，每份都有这类问题。`,
      judged === 1
        ? '1 report was checked; it has findings of this kind.'
        : `${judged} reports were checked; each of them has findings of this kind.`,
    );
    return nothingFound(desk, why, content);
  }
  const rows = kept.map((head): Row => {
    const n = hints.get(head.report) ?? 0;
    const zh = n === 0 ? '没有发现' : `只有提示 ${n} 条`;
    const en = n === 0 ? 'nothing found' : `${n} ${n === 1 ? 'hint' : 'hints'} only`;
    return {
      agency: head.agencyKey ?? head.agency,
      year: head.year,
      report: head.report,
      value: said(desk, { zh, en }),
    };
  });
  return answer(desk, 'answered', { value: rows.length, rows, ...content });
}

/** How many findings of these severities each report has. */
export function countOf(findings: readonly StoredFinding[], severities: readonly Severity[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { report, severity } of findings)
    if (severities.includes(severity)) counts.set(report, (counts.get(report) ?? 0) + 1);
  return counts;
}
