/** rate: a derived rate, always with numerator, denominator and n; and the mean of rates. */
import { meanOf, medianOf, sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf, rateName, shareName } from '../figure-text.ts';
import { baseOf, type Figure, telling } from '../figures.ts';
import { separate } from '../governments.ts';
import { groupBy, groupsReports } from '../groups.ts';
import { type RateFigure, ratesOf, ratioIn, ratioOf } from '../rates.ts';
import { reason, reportName, unknownFigure } from '../reasons.ts';
import {
  consolidatedApart,
  consolidatedLeftOut,
  findingsOn,
  formLeftOut,
  undefinedLeftOut,
  unknownLeftOut,
} from '../warnings.ts';
import { partOf } from './part.ts';

export async function rate(desk: Desk): Promise<Answer> {
  if (desk.plan.part !== null) return partOf(desk, desk.plan.part.agencies);
  const several = desk.heads.length > 1;
  const { kept, consolidated } = several ? separate(desk.heads) : { kept: desk.heads, consolidated: [] };
  const apart = desk.plan.groupBy === 'kind';
  const found = await sorted(desk, apart ? desk.heads : kept);
  const [only] = found.known;
  if (only === undefined) return none(desk, found);
  const pooled = pool(without(found.known, consolidated));
  const rows = groupsReports(desk.plan.groupBy) ? groupRows(desk, found.known) : found.known.map(rateRow);
  return answer(desk, 'answered', {
    subject: found.name,
    value: pooled.value,
    unit: '%',
    rows: several && found.known.length > 1 ? [...rows, totalRow(desk, pooled)] : rows,
    citations: cited(desk, found.known),
    warnings: [...(apart ? consolidatedApart : consolidatedLeftOut)(desk, consolidated), ...(await warn(desk, found))],
    base: several ? baseOf(apart ? desk.heads : kept, found.unknown) : null,
  });
}

/** The mean, or the median, of the rates, each report counting once. */
export async function averageRate(desk: Desk): Promise<Answer> {
  const { kept, consolidated } = separate(desk.heads);
  const apart = desk.plan.groupBy === 'kind';
  const found = await sorted(desk, apart ? desk.heads : kept);
  const middle = desk.plan.middle === 'median' ? medianOf : meanOf;
  // Each report counts once, of all of them and of each group.
  const each = (items: readonly RateFigure[]) => ({
    value: middle(items.map((item) => (item.value as number) * 100)),
    n: items.length,
  });
  const { value } = each(without(found.known, consolidated));
  if (value === null) return none(desk, found);
  return answer(desk, 'answered', {
    subject: found.name,
    value,
    unit: '%',
    rows: groupsReports(desk.plan.groupBy) ? groupRows(desk, found.known, each) : found.known.map(rateRow),
    citations: cited(desk, found.known),
    warnings: [...(apart ? consolidatedApart : consolidatedLeftOut)(desk, consolidated), ...(await warn(desk, found))],
    base: baseOf(apart ? desk.heads : kept, found.unknown),
  });
}

/** In groups of one kind of body each governments stand by themselves; the rate of all is without them. */
function without(known: readonly RateFigure[], heads: Desk['heads']): RateFigure[] {
  const out = new Set(heads);
  return known.filter(({ head }) => !out.has(head));
}

export interface Sorted {
  readonly name: { zh: string; en: string };
  readonly known: readonly RateFigure[];
  readonly unknown: readonly Figure[];
  readonly undefined: readonly RateFigure[];
  readonly formLacks: readonly RateFigure[];
}

/** The plan's rate of each report, by whether it is known. */
export async function sorted(desk: Desk, heads: readonly Desk['heads'][number][]): Promise<Sorted> {
  const ratio = ratioIn(desk.plan, desk.lexicon) ?? ratioOf('disclosure', null, desk.lexicon);
  const all = await ratesOf(desk, ratio, heads);
  return {
    name: desk.plan.rate !== null ? rateName(desk.plan.rate) : shareName(desk, ratio),
    known: all.filter((each) => each.value !== null),
    unknown: all
      .filter((each) => each.inForm && each.value === null && each.state !== 'undefined')
      .flatMap((each) => each.figures.find((figure) => figure.value === null) ?? []),
    undefined: all.filter((each) => each.state === 'undefined'),
    formLacks: all.filter((each) => !each.inForm),
  };
}

export function rateRow({ head, value, numerator, denominator }: RateFigure): Row {
  return {
    agency: head.agency,
    year: head.year,
    report: head.report,
    value: value === null ? null : value * 100,
    unit: '%',
    numerator,
    denominator,
  };
}

function pool(known: readonly RateFigure[]) {
  const numerator = sumOf(known.map((each) => each.numerator ?? 0));
  const denominator = sumOf(known.map((each) => each.denominator ?? 0));
  return { numerator, denominator, value: denominator === 0 ? null : (numerator / denominator) * 100, n: known.length };
}

function totalRow(desk: Desk, pooled: ReturnType<typeof pool>): Row {
  return {
    agency: null,
    year: null,
    report: null,
    label: desk.plan.language === 'zh' ? '合计' : 'together',
    unit: '%',
    ...pooled,
  };
}

/** The rate of each group: of all its reports together, or what `of` makes of them. */
export function groupRows(
  desk: Desk,
  known: readonly RateFigure[],
  of: (items: readonly RateFigure[]) => Pick<Row, 'value'> = pool,
): Row[] {
  return groupBy(desk, desk.plan.groupBy, known, (each) => each.head).map(({ label, items }) => ({
    ...placeOf(items, desk.plan.groupBy, label),
    unit: '%',
    ...of(items),
  }));
}

/** An agency and a year have columns of their own. */
const placeOf = (
  [first]: readonly RateFigure[],
  by: Desk['plan']['groupBy'],
  label: string,
): Pick<Row, 'agency' | 'year' | 'report' | 'label'> => ({
  agency: by === 'agency' ? (first?.head.agency ?? null) : null,
  year: by === 'year' ? (first?.head.year ?? null) : null,
  report: null,
  ...(by === 'agency' ? {} : { label }),
});

/** Cells behind the rates: of a sum of many cells those that are not 0, so that every report shown has its sources. */
export function cited(desk: Desk, known: readonly RateFigure[]) {
  return distinct(shownOf(desk, known).flatMap((each) => each.figures.map(telling).flatMap(citationsOf)));
}

export async function warn(desk: Desk, found: Sorted): Promise<Answer['warnings']> {
  return [
    ...unknownLeftOut(desk, found.unknown),
    ...undefinedLeftOut(
      desk,
      found.undefined.map((each) => each.head),
    ),
    ...formLeftOut(
      desk,
      found.formLacks.map((each) => each.head),
      found.name,
    ),
    ...(await findingsOn(
      desk,
      found.known.flatMap((each) => each.figures),
    )),
  ];
}

/** No rate is known: the denominator is 0, a cell is unknown, or the report has no tables. */
export function none(desk: Desk, found: Sorted): Answer {
  const { name, undefined: zero, unknown, formLacks } = found;
  const base = desk.heads.length > 1 ? baseOf(desk.heads, unknown) : null;
  const [first] = zero;
  if (first !== undefined && unknown.length === 0) {
    const report = reportName(desk, first.head);
    const why =
      zero.length === 1
        ? reason(
            'denominatorZero',
            `${report.zh}的${name.zh}没有定义：分母为 0（分子 ${first.numerator}）。`,
            `The ${name.en} of ${report.en} is undefined: its denominator is 0 (numerator ${first.numerator}).`,
          )
        : reason(
            'denominatorZero',
            `这 ${zero.length} 份报告的${name.zh}都没有定义：分母为 0。`,
            `The ${name.en} is undefined in all ${zero.length} reports: the denominator is 0.`,
          );
    return noData(desk, why, { subject: name, rows: zero.map(rateRow), citations: cited(desk, zero), base });
  }
  const [figure] = unknown;
  if (figure !== undefined) {
    const part = { zh: `${name.zh}所需的格`, en: `cell needed for the ${name.en}` };
    return noData(desk, unknownFigure(desk, figure, part), {
      subject: name,
      citations: distinct(citationsOf(figure)),
      warnings: unknownLeftOut(desk, unknown),
      base,
    });
  }
  const lacking = formLacks[0]?.figures[0];
  const why =
    lacking === undefined
      ? reason('noRate', `没有可以计算${name.zh}的报告。`, `No report allows the ${name.en} to be computed.`)
      : unknownFigure(desk, lacking, name);
  return noData(desk, why, { subject: name, base });
}
