/** Findings that concern figures, by report, with the cells that each concerns, put in order once for each version of the library. */
import type { StoredFinding } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type Findings, findingsOf } from './findings.ts';

type ByReport = ReadonlyMap<string, readonly StoredFinding[]>;

/** Errors and warnings on figures of tables and text; what a person dismissed is left out. */
export interface Concerns {
  readonly byReport: ByReport;
  /** By report those that concern a measure or one of its cells, each with these. */
  readonly onCells: ReadonlyMap<string, readonly OnCells[]>;
  /** Those on what the text says. */
  readonly onText: ByReport;
}

/** A finding with the cells that it concerns: findings of one kind share the list. */
export interface OnCells {
  readonly finding: StoredFinding;
  readonly cells: readonly Concerned[];
}

/** A cell, or (without an applicant) any of a measure. */
export interface Concerned {
  readonly measure: string;
  readonly applicant: string | null;
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
  const onCells = new Map<string, OnCells[]>();
  const onText = new Map<string, StoredFinding[]>();
  const lists = new Map<string, readonly Concerned[]>();
  for (const finding of all) {
    const text = finding.rule.startsWith('text.');
    if (finding.severity === 'info' || finding.verdict.status === 'dismissed') continue;
    if (finding.concerns.length === 0 && !text) continue;
    put(byReport, finding);
    if (text) put(onText, finding);
    if (finding.concerns.length === 0) continue;
    const own = onCells.get(finding.report) ?? [];
    onCells.set(finding.report, own);
    const key = finding.concerns.join();
    const cells = lists.get(key) ?? finding.concerns.map(concerned);
    lists.set(key, cells);
    own.push({ finding, cells });
  }
  return { byReport, onCells, onText };
}

/** `measure`, or `measure/applicant`. */
function concerned(cell: string): Concerned {
  const [measure = '', applicant = null] = cell.split('/');
  return { measure, applicant };
}

function put(map: Map<string, StoredFinding[]>, finding: StoredFinding): void {
  const own = map.get(finding.report);
  if (own === undefined) map.set(finding.report, [finding]);
  else own.push(finding);
}
