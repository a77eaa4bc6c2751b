/** What the checks of years share. */
import type { Evidence } from '../report.ts';
import type { Passage } from './passage.ts';
import type { Check, Draft } from './rule.ts';

export type Locate = (passage: Passage, start: number, end: number) => Evidence;

export const none: Check = { assessed: 0, failures: [], open: [] };

export function failure(severity: Draft['severity'], zh: string, en: string, evidence: Evidence): Check {
  return { assessed: 1, open: [], failures: [{ severity, message: { zh, en }, evidence: [evidence], concerns: [] }] };
}
