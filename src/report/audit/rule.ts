/** A rule of the audit: one value with a name, what it looks at, and a check that gives failures and what stays open. */
import type { Anomaly } from '../anomaly.ts';
import type { Bilingual, Evidence, Report, Severity } from '../report.ts';
import type { Claim } from './claim.ts';
import type { Figures } from './figures.ts';
import type { Passage } from './passage.ts';

/** A failure before it has its id. */
export interface Draft {
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly evidence: readonly Evidence[];
  /** "measure" or "measure/applicant". */
  readonly concerns: readonly string[];
}

export interface Check {
  /** How many times the rule could be applied; 0: it could not be assessed. */
  readonly assessed: number;
  readonly failures: readonly Draft[];
  /** Why it could not be applied, where it could not. */
  readonly open: readonly Bilingual[];
}

/** One report, prepared once for all rules. */
export interface Subject {
  readonly report: Report;
  readonly anomalies: readonly Anomaly[];
  readonly figures: Figures;
  /** Every paragraph that is no table row, with its sentences. */
  readonly passages: readonly Passage[];
  /** The document's lines, where facts and sections know theirs; else null. */
  readonly lines: readonly string[] | null;
  /** What the text says of applications, reviews and lawsuits. */
  readonly claims: readonly Claim[];
}

export interface Rule {
  /** Stable: printed in findings (`t3.balance`). A rule of the layout family may give findings of `id.something`. */
  readonly id: string;
  readonly title: Bilingual;
  /** What it looks at. */
  readonly nouns: readonly string[];
  /** The most severe finding that it can make. */
  readonly severity: Severity;
  readonly check: (subject: Subject) => Check;
}

/** A check that fails, passes or stays open at one place; `merge` puts many together. */
export const passed: Check = { assessed: 1, failures: [], open: [] };

export function failed(...failures: readonly Draft[]): Check {
  return { assessed: 1, failures, open: [] };
}

export function open(zh: string, en: string): Check {
  return { assessed: 0, failures: [], open: [{ zh, en }] };
}

export function merge(checks: readonly Check[]): Check {
  let assessed = 0;
  const failures: Draft[] = [];
  const open: Bilingual[] = [];
  for (const each of checks) {
    assessed += each.assessed;
    for (const draft of each.failures) failures.push(draft);
    for (const why of each.open) open.push(why);
  }
  return { assessed, failures, open };
}
