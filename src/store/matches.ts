/** Restrictions as a function over a report's head: what every engine's filter must equal. */
import type { ReportFilter, ReportHead } from './store.ts';

/** Whether a report meets every member of the filter. */
export function matches(filter: ReportFilter): (head: ReportHead) => boolean {
  const among = <T>(values: readonly T[] | undefined) => {
    if (!values || values.length === 0) return () => true;
    const set = new Set<unknown>(values);
    return (value: T | null) => value !== null && set.has(value);
  };
  const report = among(filter.reports);
  const agency = among(filter.agencies);
  const kind = among(filter.kinds);
  const year = among(filter.years);
  const form = among(filter.forms);
  const regions = filter.regions ?? [];
  const since = filter.ingestedSince === undefined ? null : Date.parse(filter.ingestedSince);
  const until = filter.ingestedUntil === undefined ? null : Date.parse(filter.ingestedUntil);
  const all = filter.versions === 'all';
  return (head) =>
    (all || head.current) &&
    report(head.report) &&
    agency(head.agencyKey) &&
    kind(head.kind) &&
    year(head.year) &&
    form(head.form) &&
    (regions.length === 0 ||
      regions.some((region) =>
        (['province', 'city', 'county'] as const).every(
          (level) => region[level] === null || region[level] === head.region[level],
        ),
      )) &&
    (since === null || Date.parse(head.ingestedAt) >= since) &&
    (until === null || Date.parse(head.ingestedAt) < until);
}
