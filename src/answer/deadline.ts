/** When a report was due: departments 31 January, governments 31 March; for years up to 2018 31 March for all (Regulations, art. 49, 50). */
import type { ReportHead } from '../store/store.ts';

/** YYYY-MM-DD of the year after the report's; null where its year is not known. */
export function deadlineOf({ year, kind }: Pick<ReportHead, 'year' | 'kind'>): string | null {
  if (year === null) return null;
  return `${year + 1}-${year <= 2018 || kind === 'government' ? '03-31' : '01-31'}`;
}

/** Whether it was published by then; null without a date or a year. */
export function onTime(head: Pick<ReportHead, 'year' | 'kind' | 'publishedDate'>): boolean | null {
  const deadline = deadlineOf(head);
  return deadline === null || head.publishedDate === null ? null : head.publishedDate <= deadline;
}
