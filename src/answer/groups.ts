/** Groups of reports: by year, region at a level, department kind, agency or form. */
import type { Plan } from '../question/plan.ts';
import type { ReportHead } from '../store/store.ts';
import { type Desk, said } from './desk.ts';
import { formName } from './reasons.ts';

export interface Group<T> {
  readonly label: string;
  readonly items: readonly T[];
}

/** Groups items of reports, in order of label; those without one (no county, no kind) come last, under a dash. */
export function groupBy<T>(
  desk: Desk,
  by: Plan['groupBy'],
  items: readonly T[],
  head: (item: T) => ReportHead,
): Group<T>[] {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const label = labelOf(desk, by, head(item));
    const group = groups.get(label);
    if (group) group.push(item);
    else groups.set(label, [item]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([label, some]) => ({ label: label ?? '—', items: some }));
}

/** Of a report that names no agency it is not known whose other years are: it has none. */
export const byAgency = <T>(items: readonly T[], of: (item: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = of(item);
    if (key === null) continue;
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Reports that stand in one of the plan's groups, and those that stand in none (of no city, of no kind). */
export function partedByGroup(
  desk: Desk,
  heads: readonly ReportHead[],
): { inside: ReportHead[]; outside: ReportHead[] } {
  const labelled = (head: ReportHead) => labelOf(desk, desk.plan.groupBy, head) !== null;
  return { inside: heads.filter(labelled), outside: heads.filter((head) => !labelled(head)) };
}

/** Whether the plan groups reports (as against the columns and rows of a table). */
export function groupsReports(by: Plan['groupBy']): boolean {
  return by !== null && by !== 'applicant' && by !== 'outcome';
}

function labelOf(desk: Desk, by: Plan['groupBy'], head: ReportHead): string | null {
  const names = desk.names[desk.plan.language];
  switch (by) {
    case 'year':
      return head.year === null ? null : String(head.year);
    case 'province':
      return head.region.province === null
        ? null
        : names.region({ province: head.region.province, city: null, county: null });
    case 'city': {
      const { city, province } = head.region;
      // 北京市 is a city without another one in it.
      if (city === null && !province?.endsWith('市')) return null;
      return names.region({ ...head.region, county: null });
    }
    case 'county':
      return head.region.county === null ? null : names.region(head.region);
    case 'kind':
      return head.kind === null ? null : names.kind(head.kind);
    case 'agency':
      return head.agency === null ? null : names.agency(head.agencyKey ?? head.agency);
    case 'form':
      return head.form === null ? null : said(desk, formName(head.form));
    default:
      return null;
  }
}
