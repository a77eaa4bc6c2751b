/** Conditions on what an agency had over several years together: 2020到2023年合计超过300件的单位. */
import { sumOf } from './aggregate.ts';
import type { Answer, Row, Warning } from './answer.ts';
import { type Bound, meetsBy, notAdded, seriesBounded } from './bounded-sum.ts';
import { distinct } from './cite.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from './desk.ts';
import { citationsOf } from './figure-text.ts';
import { baseOf } from './figures.ts';
import { byAgency, groupsReports } from './groups.ts';
import { groupsTogether } from './groups-together.ts';
import { agencyName, listed, reason } from './reasons.ts';
import { type KnownFigure, leftOut } from './series.ts';
import { findingsOn, warning } from './warnings.ts';

interface Own {
  readonly agency: string;
  readonly figures: readonly KnownFigure[];
  readonly value: number;
}

/** Agencies whose sum over the years of the scope meets the plan's one condition, the largest first. */
export async function together(desk: Desk): Promise<Answer> {
  const [condition, ...others] = desk.plan.conditions;
  if (condition === undefined || !('value' in condition) || others.length > 0)
    return noData(desk, oneBound, { base: baseOf(desk.heads) });
  if (groupsReports(desk.plan.groupBy) && desk.plan.groupBy !== 'agency') return groupsTogether(desk, condition);
  const series = await seriesBounded(desk, condition);
  const base = baseOf(desk.heads, series?.unknown ?? []);
  if (series === null) return noData(desk, notAdded, { base });
  const own = ownOf(series.known);
  const judged = own.map((each) => ({ ...each, met: judge(desk, condition, each) }));
  const met = judged.filter((each) => each.met === true).sort((a, b) => b.value - a.value);
  const content: Partial<Answer> = {
    subject: series.name,
    base,
    warnings: [
      ...unsure(
        desk,
        judged.filter((each) => each.met === null),
      ),
      ...leftOut(desk, [series]),
      ...(await findingsOn(
        desk,
        met.flatMap(({ figures }) => figures),
      )),
    ],
  };
  const unit = desk.plan.language === 'zh' ? '家' : 'agencies';
  const value = desk.plan.operation === 'count' ? { value: met.length, unit } : {};
  if (met.length === 0) return nothingFound(desk, noneSo(own.length), { ...content, ...value });
  const rows = met.map(
    (each): Row => ({
      agency: each.agency,
      year: null,
      report: null,
      value: each.value,
      unit: series.unit,
      n: each.figures.length,
    }),
  );
  const shown = new Set(shownOf(desk, rows).map((row) => row.agency));
  const cited = met.filter(({ agency }) => shown.has(agency)).flatMap(({ figures }) => figures);
  return answer(desk, 'answered', { ...content, ...value, rows, citations: distinct(cited.flatMap(citationsOf)) });
}

const ownOf = (known: readonly KnownFigure[]): Own[] =>
  [...byAgency(known, ({ head }) => head.agencyKey)].map(([agency, figures]) => ({
    agency,
    figures,
    value: sumOf(figures.map(({ value }) => value)),
  }));

/** Null where a year is lacking that could tip it. */
function judge(desk: Desk, condition: Bound, { figures, value }: Own): boolean | null {
  const years = new Set(figures.map(({ head }) => head.year));
  return meetsBy(
    value,
    desk.plan.scope.years.every((year) => years.has(year)),
    condition,
  );
}

function unsure(desk: Desk, open: readonly Own[]): Warning[] {
  if (open.length === 0) return [];
  const names = listed(open.map(({ agency }) => agencyName(desk, agency)));
  const text = {
    zh: `有 ${open.length} 个单位缺少其中年份的报告或数字，合计不能判断，没有列入：${names.zh}。`,
    en: `${open.length} agencies lack a report or a figure of one of the years, so that their sum cannot be judged; not listed: ${names.en}.`,
  };
  return [warning(desk, 'yearsOpen', text)];
}

const oneBound = reason(
  'oneBound',
  '各年或各组相加后，只能按一个有数值的条件判断；请分开问。',
  'What years or groups add up to is judged by one condition with a number; please ask for each by itself.',
);

const noneSo = (agencies: number) =>
  reason(
    'noneMeet',
    `这 ${agencies} 个有数的单位，各年相加后没有一个符合条件。`,
    `Of the ${agencies} agencies with a figure none meets the condition over these years together.`,
  );
