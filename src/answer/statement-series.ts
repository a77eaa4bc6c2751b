/** Figures of the text over several reports: the one of each report that counts, and what is kept out and why. */
import type { ReportHead } from '../store/store.ts';
import type { Row, Warning } from './answer.ts';
import { compares } from './conditions.ts';
import { kindOf } from './counters.ts';
import type { Desk } from './desk.ts';
import type { Match } from './matching.ts';
import { listed, reportName } from './reasons.ts';
import { warning } from './warnings.ts';

type Bound = NonNullable<NonNullable<Desk['plan']['statement']>['compared']>;

/** Those of each report. */
export type ByReport = ReadonlyMap<string, readonly Match[]>;

export interface StatementSeries {
  /** One of each report, all of one kind of counter. */
  readonly counted: readonly Match[];
  /** How many reports give one, whatever it is. */
  readonly known: number;
  /** Null where they are written with several counters of one kind (条, 件). */
  readonly unit: string | null;
  readonly counters: readonly string[];
  /** Reports whose text gives several figures, or one of another unit: which of them is meant cannot be known. */
  readonly several: readonly ReportHead[];
  /** Reports whose text states none. */
  readonly silent: readonly ReportHead[];
}

/** `compared`: only figures that compare so count. */
export function seriesOfText(
  heads: readonly ReportHead[],
  byReport: ByReport,
  compared: Bound | null,
): StatementSeries {
  const stating: ReportHead[] = [];
  const silent: ReportHead[] = [];
  const single: Match[] = [];
  for (const head of heads) {
    const own = byReport.get(head.report);
    (own === undefined ? silent : stating).push(head);
    if (own?.[0] !== undefined && sayTheSame(own)) single.push(own[0]);
  }
  const kinds = new Map<string | null, string | null>();
  for (const { statement } of single) if (!kinds.has(statement.unit)) kinds.set(statement.unit, kindOf(statement.unit));
  const kind = commonKind(single, kinds);
  const known = single.filter((each) => none(each) || kinds.get(each.statement.unit) === kind);
  const reports = new Set(known.map(({ head }) => head.report));
  const counted = compared === null ? known : known.filter(({ statement }) => compares(statement.quantity, compared));
  const units = new Set(counted.map(({ statement }) => statement.unit));
  const counters = [...units].filter((unit) => unit !== null);
  return {
    counted,
    known: known.length,
    counters,
    unit: counters.length === 1 ? (counters[0] ?? null) : null,
    several: stating.filter(({ report }) => !reports.has(report)),
    silent,
  };
}

/** Whether all of them say the same number of the same unit. */
export const sayTheSame = (own: readonly Match[]): boolean =>
  own.every(
    ({ statement: { quantity, unit } }) => quantity === own[0]?.statement.quantity && unit === own[0]?.statement.unit,
  );

/** “没有承办政协提案” is none in any counter. */
const none = ({ statement: { quantity, unit } }: Match): boolean => quantity === 0 && unit === null;

/** The kind of counter that most of them are written with, by the kind of each unit. */
function commonKind(single: readonly Match[], kinds: ReadonlyMap<string | null, string | null>): string | null {
  const counts = new Map<string | null, number>();
  for (const each of single) {
    const kind = kinds.get(each.statement.unit) ?? null;
    if (!none(each)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function statementRow({ head, statement }: Match): Row {
  const { agency, year, report } = head;
  const { subject, quantity, unit, approximate, section, line } = statement;
  return { agency, year, report, value: quantity, unit, label: subject, approximate, section, line };
}

export function severalFigures(desk: Desk, out: readonly ReportHead[]): Warning[] {
  if (out.length === 0) return [];
  const names = listed(out.map((head) => reportName(desk, head)));
  const text = {
    zh: `没有计入的报告（正文有几个数，或单位不同）：${names.zh}。`,
    en: `Left out, since their text gives several figures or another unit: ${names.en}.`,
  };
  return [warning(desk, 'severalFigures', text)];
}

/** Reports whose text does not state it: none of them is counted as 0. */
export function silentLeftOut(desk: Desk, silent: readonly ReportHead[]): Warning[] {
  if (silent.length === 0) return [];
  const names = listed(silent.map((head) => reportName(desk, head)));
  const text = {
    zh: `${silent.length} 份报告的正文没有写明这个数，没有计入，也没有当作 0：${names.zh}。`,
    en: `${silent.length === 1 ? '1 report does' : `${silent.length} reports do`} not state the figure in the text and ${silent.length === 1 ? 'is' : 'are'} left out (not counted as 0): ${names.en}.`,
  };
  return [warning(desk, 'unknownLeftOut', text)];
}

export function severalCounters(desk: Desk, { counters }: StatementSeries): Warning[] {
  if (counters.length < 2) return [];
  const text = {
    zh: `量词不同（${counters.join('、')}），按同一种数计。`,
    en: `Written with different counters (${counters.join(', ')}), which count the same kind of thing here.`,
  };
  return [warning(desk, 'severalCounters', text)];
}

export function approximate(desk: Desk, found: readonly Match[]): Warning[] {
  const about = new Map(found.filter(({ statement }) => statement.approximate).map(({ head }) => [head.report, head]));
  if (about.size === 0) return [];
  const names = listed([...about.values()].map((head) => reportName(desk, head)));
  const [zh, en] = desk.heads.length === 1 ? ['', ''] : [`：${names.zh}`, ` (${names.en})`];
  const text = { zh: `正文写的是约数${zh}。`, en: `The text gives an approximate figure${en}.` };
  return [warning(desk, 'approximate', text)];
}
