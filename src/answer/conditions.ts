/** Conditions of a plan against reports. An unknown figure meets no comparison; it is counted and named instead. */
import type { Claim, Condition } from '../question/plan.ts';
import type { ReportHead } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type Figure, type FigureState, figureOf } from './figures.ts';
import { type Asked, cellOf } from './measures.ts';
import { applicantOf, type RateFigure, type Ratio, ratesOf, ratioOf, ratioOfShare } from './rates.ts';

/** One condition on one report. */
export interface Verdict {
  readonly condition: Condition;
  readonly met: boolean | null;
  /** What was compared: a cell or a sum of cells, or a rate. */
  readonly figure: Figure | null;
  readonly rate: RateFigure | null;
  /** The cells of the same report that it was compared with. */
  readonly against?: Figure;
  /** The same agency's rate of the year that it was compared with. */
  readonly before?: RateFigure;
}

export interface Sifted {
  readonly met: readonly { head: ReportHead; verdicts: readonly Verdict[] }[];
  /** Reports that no known figure rules out, but an unknown one leaves open. */
  readonly unknown: readonly Figure[];
  /** Of the unknown, reports whose form has no such cell at all. */
  readonly formLacks: readonly ReportHead[];
  /** Reports whose rate has the denominator 0: undefined, neither met nor unknown. */
  readonly undefined: readonly ReportHead[];
}

/** Sorts the reports by whether they meet every condition of the plan. */
export async function sift(desk: Desk): Promise<Sifted> {
  const columns = await Promise.all(desk.plan.conditions.map((condition) => judge(desk, condition)));
  const met: { head: ReportHead; verdicts: readonly Verdict[] }[] = [];
  const unknown: Figure[] = [];
  const formLacks: ReportHead[] = [];
  const undefinedRates: ReportHead[] = [];
  const any = desk.plan.meets === 'any';
  const stated = desk.plan.conditions.some((condition) => 'state' in condition);
  const ofYears = desk.plan.conditions.some((condition) => 'year' in condition && condition.year !== undefined);
  desk.heads.forEach((head, index) => {
    const all = columns.map((column) => column[index] as Verdict);
    const own = ofYears ? all.filter(ofYear(head)) : all;
    const verdicts = stated ? applicable(own) : own;
    if (any ? verdicts.some(holds) : verdicts.every(holds)) met.push({ head, verdicts });
    else if (any ? verdicts.every(fails) : verdicts.some(fails)) return;
    else if (verdicts.some((each) => each.rate?.state === 'undefined')) undefinedRates.push(head);
    else {
      const open = verdicts.find((each) => each.met === null);
      const figure = open?.figure ?? open?.rate?.figures.find((each) => each.value === null);
      if (figure === undefined || figure === null) return;
      if (figure.inForm) unknown.push(figure);
      else formLacks.push(head);
    }
  });
  return { met, unknown, formLacks, undefined: undefinedRates };
}

const holds = ({ met }: Verdict): boolean => met === true;
const fails = ({ met }: Verdict): boolean => met === false;

/** What is asked of another year's report says nothing of this one. */
const ofYear =
  ({ year }: ReportHead) =>
  ({ condition }: Verdict): boolean =>
    !('year' in condition) || condition.year === undefined || condition.year === year;

/** Asked for a state, cells that the report's form does not have are left out where it has another of those asked. */
function applicable(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.length < 2 || verdicts.every(absent) ? verdicts : verdicts.filter((each) => !absent(each));
}

const absent = ({ condition, figure }: Verdict): boolean => 'state' in condition && figure?.inForm === false;

async function judge(desk: Desk, condition: Condition): Promise<Verdict[]> {
  if ('state' in condition) {
    const figures = await figureOf(desk, { refs: [cellOf(condition, desk.lexicon)] });
    return figures.map((figure) => ({
      condition,
      figure,
      rate: null,
      met: figure.inForm ? hasState(figure, condition.state) : null,
    }));
  }
  if ('than' in condition) {
    // Whoever it is measured against is looked up first (yardstick.ts).
    if (!('own' in condition.than)) throw new Error('a condition without a number');
    return judgeOwn(desk, condition, condition.than.own);
  }
  if ('against' in condition) return judgeAgainst(desk, condition);
  const ratio = ratioFor(condition, desk);
  if (ratio !== null) {
    const found = await ratesOf(desk, ratio);
    return found.map((rate) => ({
      condition,
      figure: null,
      rate,
      met: rate.value === null ? null : compares(rate.value, condition),
    }));
  }
  const figures = await figureOf(desk, cellsFor(condition, desk));
  return figures.map((figure) => ({
    condition,
    figure,
    rate: null,
    met: figure.value === null ? null : compares(figure.value, condition),
  }));
}

/** A rate against that of the same agency in another year; that year's own reports are no answer. */
async function judgeOwn(
  desk: Desk,
  condition: Extract<Condition, { than: unknown }>,
  year: number,
): Promise<Verdict[]> {
  const ratio = ratioFor(condition, desk);
  if (ratio === null) throw new Error('only rates are set against those of another year');
  const found = await ratesOf(desk, ratio);
  const before = new Map(found.filter(({ head }) => head.year === year).map((rate) => [rate.head.agencyKey, rate]));
  return found.map((rate): Verdict => {
    const other = rate.head.agencyKey === null ? undefined : before.get(rate.head.agencyKey);
    const base = { condition, figure: null, rate };
    if (rate.head.year === year || other === undefined) return { ...base, met: rate.head.year === year ? false : null };
    if (other.value === null) return { ...base, rate: other, met: null };
    const difference = rate.value === null ? null : rate.value - other.value;
    const met = difference === null ? null : compares(difference, { comparison: condition.comparison, value: 0 });
    return { ...base, met, before: other };
  });
}

/** Two figures of each report; where either is unknown it is not judged. */
async function judgeAgainst(desk: Desk, condition: Extract<Condition, { against: unknown }>): Promise<Verdict[]> {
  const figures = await figureOf(desk, cellsFor(condition, desk));
  const others = await figureOf(desk, { refs: condition.against.map((ref) => cellOf(ref, desk.lexicon)) });
  return figures.map((figure, at) => {
    const against = others[at] as Figure;
    const open = figure.value === null ? figure : against;
    const difference = figure.value === null || against.value === null ? null : figure.value - against.value;
    return {
      condition,
      figure: difference === null ? open : figure,
      against,
      rate: null,
      met: difference === null ? null : compares(difference, { comparison: condition.comparison, value: 0 }),
    };
  });
}

type Compared = Pick<Exclude<Condition, { state: unknown }>, 'measure' | 'applicant' | 'plus' | 'rate' | 'share'>;

/** What the condition divides; null where it compares cells. */
export function ratioFor({ rate, share, applicant }: Compared, { plan, lexicon }: Desk): Ratio | null {
  if (rate !== undefined) return ratioOf(rate, applicant ?? applicantOf(plan), lexicon);
  return share === undefined ? null : ratioOfShare(share, lexicon);
}

/** The cells that the condition adds up and compares. */
export const cellsFor = (condition: Compared, { lexicon }: Desk): Asked => ({
  refs: [condition, ...(condition.plus ?? [])].map(({ measure, applicant }) => cellOf({ measure, applicant }, lexicon)),
});

function hasState(figure: Figure, state: FigureState): boolean {
  return figure.state === state;
}

/** Whether a known value meets a comparison; `between` includes both ends. */
export function compares(value: number, { comparison, value: bound, upper }: Claim): boolean {
  switch (comparison) {
    case 'eq':
      return value === bound;
    case 'ne':
      return value !== bound;
    case 'gt':
      return value > bound;
    case 'ge':
      return value >= bound;
    case 'lt':
      return value < bound;
    case 'le':
      return value <= bound;
    case 'between':
      return value >= bound && value <= (upper ?? bound);
  }
}
