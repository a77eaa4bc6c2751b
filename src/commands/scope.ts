/** The filters `--agency --year --region` of the commands, as a filter of the store. */
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReportFilter, ReportHead, Store } from '../store/store.ts';

export interface ScopeOptions {
  readonly agency?: string;
  readonly year?: number;
  readonly region?: string;
}

export function withScope(command: Command): void {
  command
    .option('--agency <name>', 'only this agency: full or short name, Chinese or English')
    .option('--year <year>', 'only reports of this year', wholeNumber)
    .option('--region <name>', 'only this province, city or county');
}

/** For commander: a whole number, or a usage error. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(text);
}

/** The reports that the options select. A name that matches nothing selects nothing: it is never dropped. */
export async function scopeOf(options: ScopeOptions, store: Store, lexicon: Lexicon): Promise<ReportFilter> {
  if (options.agency === undefined && options.year === undefined && options.region === undefined) return {};
  const heads = await store.heads();
  const divisions =
    options.region === undefined ? null : lexicon.divisionsIn(options.region).flatMap((span) => span.divisions);
  const wanted = options.agency?.normalize('NFKC').trim();
  const reports = heads.filter(
    (head) =>
      (options.year === undefined || head.year === options.year) &&
      (wanted === undefined || isCalled(head, wanted, lexicon)) &&
      (divisions === null || divisions.some((division) => within(head, division.region))),
  );
  return { reports: reports.length > 0 ? reports.map((head) => head.report) : ['none'] };
}

function isCalled(head: ReportHead, name: string, lexicon: Lexicon): boolean {
  if (head.agency === null || head.agencyKey === null) return false;
  if (head.agency === name || head.agencyKey === name || lexicon.agency(name).key === head.agencyKey) return true;
  const names = lexicon.agencyNames({
    key: head.agencyKey,
    names: [head.agency],
    region: head.region,
    kind: head.kind,
  });
  const lower = name.toLowerCase();
  return [...names.zh, ...names.en].some((each) => each.toLowerCase() === lower);
}

function within(
  head: ReportHead,
  region: { province: string | null; city: string | null; county: string | null },
): boolean {
  return (['province', 'city', 'county'] as const).every(
    (level) => region[level] === null || region[level] === head.region[level],
  );
}
