/** Reports that a check could not judge: "nothing was found" must not be said of them. */
import { assess } from '../report/audit/audit.ts';
import type { Bilingual } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import type { Desk } from './desk.ts';

export interface Unassessed {
  readonly head: ReportHead;
  readonly why: Bilingual;
  /** Some of the checks came to a verdict, and sums that were asked for did not. */
  readonly partly: boolean;
}

/** Reports that are read again to say what could not be judged; of more nothing is said here (`audit --all` does). */
const MOST = 50;

/**
 * The reports on which none of the rules that `fits` accepts came to a verdict, or not all sums of a table, with the first reason
 * given. Of very many reports only lateness is looked at, because that takes no reading.
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
  const open = verdicts.filter((each) => each.verdict === 'not-assessable');
  const whole = open.length === verdicts.length;
  // What a text does not say is nothing that it leaves open; a sum of a table that cannot be made is.
  const first = whole ? open[0] : open.find(({ rule }) => sums.test(rule));
  if (first === undefined) return [];
  return [{ head, why: first.reason ?? { zh: '缺少所需的数字', en: 'figures are missing' }, partly: !whole }];
}

const sums = /^t[34]\./;

function undated(head: ReportHead): Unassessed[] {
  return head.publishedDate === null
    ? [{ head, why: { zh: '没有发布日期', en: 'no date of publication' }, partly: false }]
    : [];
}
