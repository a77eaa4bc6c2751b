/** Conditions on what a group of bodies had together: 哪些省2022年申请总数超过100件, "in which years were over 3,000 received". */
import { sumOf } from './aggregate.ts';
import type { Answer, Row, Warning } from './answer.ts';
import { type Bound, meetsBy, notAdded, seriesBounded } from './bounded-sum.ts';
import { distinct } from './cite.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from './desk.ts';
import { citationsOf } from './figure-text.ts';
import { baseOf, type Figure } from './figures.ts';
import { nested, separate } from './governments.ts';
import { groupBy, partedByGroup } from './groups.ts';
import { reason } from './reasons.ts';
import { type KnownFigure, leftOut, type Series } from './series.ts';
import { consolidatedLeftOut, findingsOn, groupless, nestedGovernments, warning } from './warnings.ts';

interface Group {
  readonly label: string;
  readonly figures: readonly KnownFigure[];
  readonly value: number;
  /** Null where an unknown figure could tip it. */
  readonly met: boolean | null;
}

/** Groups whose sum meets the plan's one condition, the largest first; those that unknown figures leave open are named. */
export async function groupsTogether(desk: Desk, condition: Bound): Promise<Answer> {
  const { inside, outside } = partedByGroup(desk, desk.heads);
  const { kept, consolidated } =
    desk.plan.groupBy === 'kind' ? { kept: inside, consolidated: [] } : separate(inside, desk.plan.groupBy === 'year');
  const series = await seriesBounded(desk, condition, kept);
  const base = baseOf(kept, series?.unknown ?? []);
  if (series === null) return noData(desk, notAdded, { base });
  const above = consolidated.length === 0 ? null : await seriesBounded(desk, condition, consolidated);
  const groups = groupsOf(desk, series, condition).map((each) => ({
    ...each,
    met: besides(desk, each, above, condition),
  }));
  const met = groups.filter((each) => each.met === true).sort((a, b) => b.value - a.value);
  const open = groups.filter((each) => each.met === null);
  const content: Partial<Answer> = {
    subject: series.name,
    base,
    ...(desk.plan.operation === 'count' ? { value: met.length } : {}),
    warnings: [
      ...groupless(desk, outside),
      ...consolidatedLeftOut(desk, consolidated),
      ...(nested(kept) ? [nestedGovernments(desk)] : []),
      ...unsure(desk, open),
      ...leftOut(desk, [series]),
      ...(await findingsOn(
        desk,
        met.flatMap(({ figures }) => figures),
      )),
    ],
  };
  if (met.length === 0) return nothingFound(desk, noneSo(groups.length), content);
  const rows = met.map(
    ({ label, value, figures }): Row => ({
      ...{ agency: null, year: null, report: null, label, value },
      unit: series.unit,
      n: figures.length,
    }),
  );
  const shown = new Set(shownOf(desk, rows).map(({ label }) => label));
  const cited = met.filter(({ label }) => shown.has(label)).flatMap(({ figures }) => figures);
  return answer(desk, 'answered', { ...content, rows, citations: distinct(cited.flatMap(citationsOf)) });
}

function groupsOf(desk: Desk, { known, unknown }: Series, condition: Bound): Group[] {
  const isOpen = new Set<Figure>(unknown);
  return groupBy(desk, desk.plan.groupBy, [...known, ...unknown], ({ head }) => head).map(({ label, items }) => {
    const figures = items.filter((each): each is KnownFigure => !isOpen.has(each));
    const value = sumOf(figures.map((each) => each.value));
    return { label, figures, value, met: meetsBy(value, figures.length === items.length, condition) };
  });
}

/** A government's own report that was left out: what it states for the whole place is not passed over. */
function besides(desk: Desk, { label, met }: Group, above: Series | null, condition: Bound): boolean | null {
  if (above === null) return met;
  const own = (figures: readonly Figure[]) =>
    groupBy(desk, desk.plan.groupBy, figures, ({ head }) => head).find((each) => each.label === label)?.items ?? [];
  const stated = own(above.known).map(({ value }) => meetsBy(value as number, true, condition));
  const upwards = condition.comparison === 'gt' || condition.comparison === 'ge';
  if (upwards) return met === false && stated.includes(true) ? null : met;
  if (stated.includes(false)) return false;
  return met === true && own(above.unknown).length > 0 ? null : met;
}

function unsure(desk: Desk, open: readonly Group[]): Warning[] {
  if (open.length === 0) return [];
  const names = open.slice(0, 10).map(({ label }) => label);
  const more = open.length > names.length ? '…' : '';
  const text = {
    zh: `有 ${open.length} 组含未知的数字，或者政府的汇总报告另有一数，合计不能判断，没有列入：${names.join('、')}${more}。`,
    en: `${open.length} groups hold unknown figures, or a government's consolidated report that says otherwise, so that their sum cannot be judged; not listed: ${names.join(', ')}${more}.`,
  };
  return [warning(desk, 'groupsOpen', text)];
}

const noneSo = (groups: number) =>
  reason(
    'noneMeet',
    `这 ${groups} 组各自相加后，没有一组符合条件。`,
    `Of the ${groups} groups none meets the condition by its sum.`,
  );
