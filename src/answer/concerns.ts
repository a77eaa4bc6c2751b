/** Findings that concern figures, by report and by cell, put in order once for each version of the library. */
import type { StoredFinding } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type Findings, findingsOf } from './findings.ts';

type ByReport = ReadonlyMap<string, readonly StoredFinding[]>;

/** Errors and warnings on figures of tables and text; what a person dismissed is left out. */
export interface Concerns {
  readonly byReport: ByReport;
  /** By what a finding concerns: a measure, or one of its cells (`measure/applicant`). */
  readonly byCell: ReadonlyMap<string, ByReport>;
  /** Those on what the text says. */
  readonly onText: ByReport;
}

const cache = new WeakMap<Findings, Concerns>();

export async function concerning({ store, library }: Desk): Promise<Concerns> {
  const findings = await findingsOf(store, library);
  const kept = cache.get(findings) ?? arranged(findings.all);
  cache.set(findings, kept);
  return kept;
}

function arranged(all: readonly StoredFinding[]): Concerns {
  const byReport = new Map<string, StoredFinding[]>();
  const byCell = new Map<string, Map<string, StoredFinding[]>>();
  const onText = new Map<string, StoredFinding[]>();
  for (const finding of all) {
    const text = finding.rule.startsWith('text.');
    if (finding.severity === 'info' || finding.verdict.status === 'dismissed') continue;
    if (finding.concerns.length === 0 && !text) continue;
    put(byReport, finding);
    if (text) put(onText, finding);
    for (const cell of finding.concerns) {
      const own = byCell.get(cell) ?? new Map<string, StoredFinding[]>();
      byCell.set(cell, own);
      put(own, finding);
    }
  }
  return { byReport, byCell, onText };
}

function put(map: Map<string, StoredFinding[]>, finding: StoredFinding): void {
  const own = map.get(finding.report);
  if (own === undefined) map.set(finding.report, [finding]);
  else own.push(finding);
}
