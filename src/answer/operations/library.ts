/** library: what is held: reports, agencies, years, regions; what failed, when it came, and which years are missing. */
import type { Answer, Row } from '../answer.ts';
import { answer, type Desk, noData, nothingFound, said } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { groupBy, groupsReports } from '../groups.ts';
import { formName, nothingInScope, reason, yearsName } from '../reasons.ts';
import { headsIn } from '../scope.ts';

export async function library(desk: Desk): Promise<Answer> {
  const field = desk.plan.library ?? 'reports';
  if (field === 'failures') return failures(desk);
  if (desk.heads.length === 0) return noData(desk, nothingInScope(desk), { base: baseOf([]) });
  const parts = (field === 'reports' || field === 'agencies') && groupsReports(desk.plan.groupBy);
  const rows = parts ? byGroup(desk) : ROWS[field](desk).filter(inYears(desk));
  const base = baseOf(desk.heads);
  if (rows.length === 0)
    return nothingFound(desk, field === 'missing' ? noGap(desk, base.reports) : noSuchYears, { base });
  return answer(desk, 'answered', {
    value: field === 'coverage' || field === 'ingested' ? null : parts ? sizeOf(desk, desk.heads) : rows.length,
    unit: unitOf(desk, field),
    rows,
    base,
  });
}

/** Of agencies those that have a report of every year in question, or of one year only. */
function inYears({ plan: { occurring, scope }, heads }: Desk): (row: Row) => boolean {
  const years = scope.years.length > 0 ? scope.years : yearsOf(heads);
  return ({ years: held }) =>
    !Array.isArray(held) ||
    (occurring === 'every' ? years.every((year) => held.includes(year)) : occurring !== 'once' || held.length === 1);
}

const noSuchYears = reason('noSuchYears', '资料库里没有这样的单位。', 'No agency held has its reports so.');

/** Of years that were asked for every agency held has its report; else of those between its first and its last. */
function noGap({ plan: { scope } }: Desk, reports: number) {
  const years = yearsName(scope.years);
  return scope.years.length > 0
    ? reason('noGap', `范围内的机关都有${years.zh}的报告。`, `Every agency in scope has its report of ${years.en}.`)
    : reason(
        'noGap',
        `${reports} 份报告里，每个机关首末年份之间没有缺少的年份。`,
        `No agency lacks a year between its first and its last of the ${reports} reports held.`,
      );
}

type Field = Exclude<NonNullable<Desk['plan']['library']>, 'failures'>;

const UNITS: Record<Field, { zh: string; en: string } | null> = {
  reports: { zh: '份', en: 'reports' },
  agencies: { zh: '家', en: 'agencies' },
  years: { zh: '个年份', en: 'years' },
  regions: { zh: '个地区', en: 'regions' },
  coverage: null,
  ingested: null,
  missing: { zh: '份', en: 'reports' },
};

function unitOf(desk: Desk, field: Field): string | null {
  const unit = UNITS[field];
  return unit === null ? null : said(desk, unit);
}

const none = { agency: null, year: null, report: null };

/** How many reports, or agencies, whichever are asked for. */
const sizeOf = ({ plan }: Desk, heads: Desk['heads']): number =>
  plan.library === 'agencies' ? new Set(heads.map(({ agencyKey, report }) => agencyKey ?? report)).size : heads.length;

/** Reports or agencies by year, province, kind: how many of each. */
const byGroup = (desk: Desk): Row[] =>
  groupBy(desk, desk.plan.groupBy, desk.heads, (head) => head).map(({ label, items }) => ({
    ...none,
    year: desk.plan.groupBy === 'year' ? (items[0]?.year ?? null) : null,
    label,
    value: sizeOf(desk, items),
    ...(desk.plan.library === 'agencies' ? { reports: items.length } : {}),
  }));

const ROWS: Record<Field, (desk: Desk) => Row[]> = {
  reports: (desk) =>
    desk.heads.map((head) => ({
      agency: head.agency,
      year: head.year,
      report: head.report,
      value: null,
      form: head.form,
      publishedDate: head.publishedDate,
      file: head.file,
      findings: head.findings,
    })),
  agencies: (desk) =>
    groupBy(desk, 'agency', desk.heads, (head) => head).map(({ label, items }) => ({
      ...none,
      agency: items[0]?.agencyKey ?? null,
      label,
      value: items.length,
      years: yearsOf(items),
    })),
  years: (desk) =>
    groupBy(desk, 'year', desk.heads, (head) => head).map(({ label, items }) => ({
      ...none,
      year: items[0]?.year ?? null,
      label,
      value: items.length,
    })),
  regions: (desk) =>
    groupBy(desk, 'province', desk.heads, (head) => head).map(({ label, items }) => ({
      ...none,
      label,
      value: items.length,
    })),
  coverage: (desk) =>
    groupBy(desk, 'agency', desk.heads, (head) => head).map(({ label, items }) => ({
      ...none,
      agency: items[0]?.agencyKey ?? null,
      label,
      value: items.length,
      years: yearsOf(items),
      forms: [...new Set(items.map((head) => (head.form === null ? '—' : said(desk, formName(head.form)))))],
    })),
  ingested: (desk) =>
    [...desk.heads]
      .sort((a, b) => (a.ingestedAt < b.ingestedAt ? 1 : -1))
      .map((head) => ({
        agency: head.agency,
        year: head.year,
        report: head.report,
        value: head.ingestedAt,
        file: head.file,
      })),
  // Of years that are asked for every agency lacks one that it has no report of; else those between its first and its last.
  missing: (desk) =>
    groupBy(desk, 'agency', expected(desk), (head) => head).flatMap(({ label, items }) =>
      lacking(yearsOf(items), desk.plan.scope.years).map(
        (year): Row => ({ ...none, agency: items[0]?.agencyKey ?? null, year, label, value: null }),
      ),
    ),
};

/** Reports of the agencies in scope, of whatever years. */
const expected = ({ plan: { scope }, library }: Desk) => headsIn({ ...scope, years: [] }, library);

const lacking = (held: readonly number[], asked: readonly number[]): number[] =>
  asked.length > 0 ? asked.filter((year) => !held.includes(year)) : gaps(held);

function yearsOf(heads: Desk['heads']): number[] {
  return [...new Set(heads.flatMap((head) => head.year ?? []))].sort((a, b) => a - b);
}

/** Years between the first and the last that are not held. */
function gaps(years: readonly number[]): number[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => !years.includes(year));
}

async function failures(desk: Desk): Promise<Answer> {
  const all = await desk.store.failures();
  if (all.length === 0)
    return nothingFound(desk, reason('noFailure', '没有导入失败的文件。', 'No file failed to be ingested.'), {
      base: baseOf(desk.library.heads),
    });
  const rows = all.map(
    (each): Row => ({
      ...none,
      value: null,
      label: desk.plan.language === 'zh' ? each.zh : each.en,
      file: each.file,
      code: each.code,
      at: each.at,
    }),
  );
  return answer(desk, 'answered', {
    value: rows.length,
    unit: desk.plan.language === 'zh' ? '个文件' : 'files',
    rows,
    base: baseOf(desk.library.heads),
  });
}
