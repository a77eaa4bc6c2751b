/** In which years conditions hold: in every one of several, in a run of them, in one only, or the first or the last time. */
import type { ReportHead } from '../store/store.ts';
import type { Warning } from './answer.ts';
import type { Sifted } from './conditions.ts';
import type { Desk } from './desk.ts';
import { byAgency } from './groups.ts';
import { agencyName, listed, yearsName } from './reasons.ts';
import { warning } from './warnings.ts';

type Met = Sifted['met'];

export interface Occurred {
  readonly sifted: Sifted;
  readonly warnings: readonly Warning[];
}

/** What the plan asks of the years, over the reports that meet its conditions. `together` is asked of their sum (together.ts). */
export function occurred(desk: Desk, sifted: Sifted): Occurred {
  const { occurring, running } = desk.plan;
  const lacking = lackingBefore(desk);
  if (lacking.length > 0) return { sifted, warnings: lacking };
  if (occurring === null || occurring === 'together') return { sifted, warnings: [] };
  if (occurring === 'first' || occurring === 'last') return atTheEdge(desk, sifted, occurring);
  const judge = occurring === 'once' ? inOne : running === null ? inEvery(desk) : inRun(running);
  return judged(desk, sifted, judge);
}

/** Measured against their own figure of another year: those that have no report of it are named. */
function lackingBefore(desk: Desk): Warning[] {
  const { conditions } = desk.plan;
  return conditions.flatMap((condition) => {
    if (!('than' in condition) || !('own' in condition.than)) return [];
    const { own } = condition.than;
    const held = new Set(desk.heads.filter(({ year }) => year === own).map(({ agencyKey }) => agencyKey));
    const without = desk.heads.filter(({ year, agencyKey }) => year !== own && !held.has(agencyKey));
    if (without.length === 0) return [];
    const names = listed(without.map(({ agencyKey }) => agencyName(desk, agencyKey)));
    const text = {
      zh: `有 ${without.length} 个单位没有 ${own} 年的报告，不能比较：${names.zh}。`,
      en: `${without.length} have no report of ${own} and cannot be compared: ${names.en}.`,
    };
    return [warning(desk, 'yearsOpen', text)];
  });
}

/** One agency: its reports, those that meet the conditions, and whether another may. */
interface Own {
  readonly heads: readonly ReportHead[];
  readonly met: Met;
  readonly open: ReadonlySet<ReportHead>;
}

/** The reports that are listed; null where a year that is not held or not known leaves it open. */
type Judge = (own: Own) => Met | null;

/** Agencies as the judge says; those that are left open are named, and not listed. */
function judged(desk: Desk, sifted: Sifted, judge: Judge): Occurred {
  const open = new Set([...sifted.unknown.map(({ head }) => head), ...sifted.formLacks, ...sifted.undefined]);
  const heads = byAgency(desk.heads, ({ agencyKey }) => agencyKey);
  const kept: Met[number][] = [];
  const unsure: string[] = [];
  for (const [key, met] of byAgency(sifted.met, ({ head }) => head.agencyKey)) {
    const listing = judge({ heads: heads.get(key) ?? [], met, open });
    if (listing === null) unsure.push(key);
    else kept.push(...listing);
  }
  const names = listed(unsure.map((key) => agencyName(desk, key)));
  const text = {
    zh: `有 ${unsure.length} 个单位在有数的年份都符合，但有的年份没有报告或数字未知，没有列入：${names.zh}。`,
    en: `${unsure.length} more meet it in every year that is known, but lack a report or a figure of another year, and are not listed: ${names.en}.`,
  };
  return {
    sifted: { ...sifted, met: kept },
    warnings: unsure.length === 0 ? [] : [warning(desk, 'yearsOpen', text)],
  };
}

/** In each of the years; where none are named, in each that is held of the agency: of one year alone only "never" can be said. */
const inEvery =
  ({ plan: { scope, conditions } }: Desk): Judge =>
  ({ heads, met, open }) => {
    const never = scope.years.length === 0 && conditions.every(denies);
    const years = scope.years.length > 0 ? scope.years : heads.map(({ year }) => year);
    const holds = new Set(met.map(({ head }) => head.year));
    if (years.length > (never ? 0 : 1) && years.every((year) => holds.has(year))) return met;
    return heads.every((head) => holds.has(head.year) || open.has(head)) ? null : [];
  };

/** None of it. */
const denies = (condition: Desk['plan']['conditions'][number]): boolean =>
  'value' in condition && condition.comparison === 'eq' && condition.value === 0;

/** In so many years one after another. */
const inRun =
  (running: number): Judge =>
  ({ heads, met, open }) => {
    const long = (years: readonly (number | null)[]) =>
      runsOf(years.map((year) => year ?? 0)).filter((run) => run.length >= running);
    const runs = long(met.map(({ head }) => head.year));
    if (runs.length > 0) return met.filter(({ head }) => runs.some((run) => run.includes(head.year ?? 0)));
    const holding = new Set(met.map(({ head }) => head));
    const might = heads.filter((head) => open.has(head) || holding.has(head));
    return long(might.map(({ year }) => year)).length > 0 ? null : [];
  };

/** In one year and no other. */
const inOne: Judge = ({ heads, met, open }) => {
  if (new Set(met.map(({ head }) => head.year)).size > 1) return [];
  return heads.some((head) => open.has(head)) ? null : met;
};

/** Years that follow one another. */
function runsOf(years: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === year - 1) last.push(year);
    else runs.push([year]);
  }
  return runs;
}

/** Of each agency the first or last year; years beyond it that are not held are said where one agency is asked about. */
function atTheEdge(desk: Desk, sifted: Sifted, edge: 'first' | 'last'): Occurred {
  const beyond = (one: number, other: number) => (edge === 'first' ? one < other : one > other);
  const groups = [...byAgency(sifted.met, ({ head }) => head.agencyKey).values()];
  const met = groups.map((group) =>
    group.reduce((best, each) => (beyond(each.head.year ?? 0, best.head.year ?? 0) ? each : best)),
  );
  const [only, ...more] = met;
  const year = more.length === 0 ? only?.head.year : null;
  const held = new Set(desk.heads.map((head) => head.year));
  const lacking =
    year == null ? [] : desk.library.catalog.years.filter((each) => beyond(each, year) && !held.has(each));
  const text = {
    zh: `资料库没有它 ${yearsName(lacking).zh}的报告，那些年有没有不知道。`,
    en: `Its reports of ${yearsName(lacking).en} are not held; whether there were any then is not known.`,
  };
  return {
    sifted: { ...sifted, met },
    warnings: lacking.length === 0 ? [] : [warning(desk, 'yearsNotHeld', text)],
  };
}
