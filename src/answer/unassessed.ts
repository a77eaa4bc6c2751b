/** Reports that a check could not judge: "nothing was found" must not be said of them. */
import { assess } from '../report/audit/audit.ts';
import type { Bilingual } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import type { Desk } from './desk.ts';

export interface Unassessed {
  readonly head: ReportHead;
  readonly why: Bilingual;
}

/** Reports that are read again to say what could not be judged; of more nothing is said here (`audit --all` does). */
const MOST = 50;

/**
 * The reports on which none of the rules that `fits` accepts came to a verdict, with the first reason given. Of very
 * many reports only lateness is looked at, because that takes no reading.
 */
export async function unassessed(desk: Desk, fits: (rule: string) => boolean): Promise<Unassessed[]> {
  if (desk.heads.length > MOST) return fits('late') && !fits('t3.row') ? desk.heads.flatMap(undated) : [];
  const found = await Promise.all(desk.heads.map((head) => judge(desk, head, fits)));
  return found.flat();
}

async function judge(desk: Desk, head: ReportHead, fits: (rule: string) => boolean): Promise<Unassessed[]> {
  const report = await desk.store.report(head.report);
  if (report === null) return [];
  const verdicts = assess(report).filter((each) => fits(each.rule));
  if (verdicts.length === 0 || verdicts.some((each) => each.verdict !== 'not-assessable')) return [];
  return [{ head, why: verdicts[0]?.reason ?? { zh: '缺少所需的数字', en: 'figures are missing' } }];
}

function undated(head: ReportHead): Unassessed[] {
  return head.publishedDate === null ? [{ head, why: { zh: '没有发布日期', en: 'no date of publication' } }] : [];
}
