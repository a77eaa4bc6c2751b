/** In which years conditions hold: in every one of several, or the first or the last time. */
import type { Warning } from './answer.ts';
import type { Sifted } from './conditions.ts';
import type { Desk } from './desk.ts';
import { agencyName, listed, yearsName } from './reasons.ts';
import { warning } from './warnings.ts';

type Met = Sifted['met'];

export interface Occurred {
  readonly sifted: Sifted;
  readonly warnings: readonly Warning[];
}

/** What the plan asks of the years, over the reports that meet its conditions. */
export function occurred(desk: Desk, sifted: Sifted): Occurred {
  const { occurring } = desk.plan;
  if (occurring === null || occurring === 'once' || occurring === 'together') return { sifted, warnings: [] };
  return occurring === 'every' ? inEvery(desk, sifted) : atTheEdge(desk, sifted, occurring);
}

/** Of a report that names no agency it is not known whose other years are: it has none. */
const byAgency = <T>(items: readonly T[], of: (item: T) => string | null): Map<string, T[]> => {
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

/** Agencies that meet them in each of the years; those with a year that is not held or not known are named, and not listed. */
function inEvery(desk: Desk, sifted: Sifted): Occurred {
  const open = new Set([...sifted.unknown.map(({ head }) => head), ...sifted.formLacks, ...sifted.undefined]);
  const heads = byAgency(desk.heads, ({ agencyKey }) => agencyKey);
  const kept: Met[number][] = [];
  const unsure: string[] = [];
  for (const [key, met] of byAgency(sifted.met, ({ head }) => head.agencyKey)) {
    const own = heads.get(key) ?? [];
    if (desk.plan.running !== null) {
      const { running } = desk.plan;
      const runs = runsOf(met.map(({ head }) => head.year ?? 0)).filter((run) => run.length >= running);
      const might = own.filter((head) => open.has(head) || met.some((each) => each.head === head));
      kept.push(...met.filter(({ head }) => runs.some((run) => run.includes(head.year ?? 0))));
      if (runs.length === 0 && runsOf(might.map(({ year }) => year ?? 0)).some((run) => run.length >= running))
        unsure.push(key);
      continue;
    }
    const years = desk.plan.scope.years.length > 0 ? desk.plan.scope.years : own.map(({ year }) => year);
    const holds = new Set(met.map(({ head }) => head.year));
    if (years.length > 1 && years.every((year) => holds.has(year))) kept.push(...met);
    else if (own.every((head) => holds.has(head.year) || open.has(head))) unsure.push(key);
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
