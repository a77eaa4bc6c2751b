/** Reports that have, or lack, something: a row for each, with their number; where there is none, that is the answer. */
import type { Bilingual } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { answer, type Desk, nothingFound } from './desk.ts';
import { baseOf } from './figures.ts';
import { reason } from './reasons.ts';

/** `none`: what is said where there is no such report. */
export function without(desk: Desk, heads: readonly ReportHead[], subject: Bilingual, none: Bilingual): Answer {
  const base = baseOf(desk.heads);
  if (heads.length === 0) return nothingFound(desk, reason('none', none.zh, none.en), { subject, base, value: 0 });
  const rows = heads.map(({ agency, year, report }) => ({ agency, year, report, value: null }));
  return answer(desk, 'answered', { subject, value: heads.length, rows, base });
}
