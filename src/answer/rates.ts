/** Derived rates: their numerators and denominators. Undefined where the denominator is 0, unknown where a cell is. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { MeasureRef, Plan, RateId, Share } from '../question/plan.ts';
import type { ReportHead } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { columnsOf, exact, type Figure, type FigureState } from './figures.ts';
import { cellOf } from './measures.ts';

interface Parts {
  /** Measure ids; one that ends in a dot stands for every cell that begins so. */
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** Taken off the denominator. */
  readonly minus: readonly string[];
}

/** Cells of each rate. 复议纠错率 is over decided cases: the total less those that are pending. */
const rates: Record<RateId, Parts> = {
  disclosure: { numerator: ['applications.disclosed'], denominator: ['applications.handled'], minus: [] },
  disclosureWithPartial: {
    numerator: ['applications.disclosed', 'applications.partlyDisclosed'],
    denominator: ['applications.handled'],
    minus: [],
  },
  refusal: { numerator: ['applications.refused.'], denominator: ['applications.handled'], minus: [] },
  unavailable: { numerator: ['applications.unavailable.'], denominator: ['applications.handled'], minus: [] },
  unprocessed: { numerator: ['applications.unprocessed.'], denominator: ['applications.handled'], minus: [] },
  carriedForward: {
    numerator: ['applications.carriedForward'],
    denominator: ['applications.received', 'applications.carriedOver'],
    minus: [],
  },
  reviewCorrected: { numerator: ['review.corrected'], denominator: ['review.total'], minus: ['review.pending'] },
  litigationCorrected: {
    numerator: ['litigation.direct.corrected', 'litigation.afterReview.corrected'],
    denominator: ['litigation.direct.total', 'litigation.afterReview.total'],
    minus: ['litigation.direct.pending', 'litigation.afterReview.pending'],
  },
};

export interface RateFigure {
  readonly head: ReportHead;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** A fraction; null where the denominator is 0 (`undefined`) or a cell is unknown. */
  readonly value: number | null;
  readonly state: FigureState | 'undefined';
  readonly inForm: boolean;
  readonly figures: readonly Figure[];
}

/** The cells that are divided by each other. */
export interface Ratio {
  readonly numerator: readonly MeasureRef[];
  readonly denominator: readonly MeasureRef[];
  /** Taken off the denominator. */
  readonly minus: readonly MeasureRef[];
}

/** A defined rate as cells, by the applicant (null: 总计). */
export function ratioOf(rate: RateId, applicant: MeasureRef['applicant'], lexicon: Lexicon): Ratio {
  const { numerator, denominator, minus } = rates[rate];
  return {
    numerator: refsOf(numerator, applicant, lexicon),
    denominator: refsOf(denominator, applicant, lexicon),
    minus: refsOf(minus, applicant, lexicon),
  };
}

/** What the plan divides: any share, or a defined rate; null where it asks for neither. */
export function ratioIn(plan: Plan, lexicon: Lexicon): Ratio | null {
  if (plan.rate !== null) return ratioOf(plan.rate, applicantOf(plan), lexicon);
  return plan.share === null ? null : ratioOfShare(plan.share, lexicon);
}

export function ratioOfShare(share: Share, lexicon: Lexicon): Ratio {
  const cells = (refs: readonly MeasureRef[]) => refs.map((ref) => cellOf(ref, lexicon));
  return { numerator: cells(share.of), denominator: cells(share.in), minus: [] };
}

/** Whether the plan's figure is a quotient. */
export const dividing = (plan: Plan): boolean => plan.rate !== null || plan.share !== null;

/** The quotient of each report. */
export async function ratesOf(
  desk: Desk,
  { numerator, denominator, minus }: Ratio,
  heads: readonly ReportHead[] = desk.heads,
): Promise<RateFigure[]> {
  const asked = [numerator, denominator, minus].map((refs) => ({ refs }));
  const columns = await columnsOf(desk, minus.length === 0 ? asked.slice(0, 2) : asked, heads);
  return heads.map((head, index) =>
    rateOf(
      head,
      columns.map((column) => column[index] as Figure),
    ),
  );
}

function rateOf(head: ReportHead, figures: readonly Figure[]): RateFigure {
  // By place: thousands of lists are not taken apart one by one.
  const top = figures[0];
  const bottom = figures[1];
  const minus = figures[2];
  const inForm = figures.every((each) => each.inForm);
  const unknown = figures.find((each) => each.value === null);
  const numerator = top?.value ?? null;
  const denominator = unknown === undefined ? exact((bottom?.value ?? 0) - (minus?.value ?? 0)) : null;
  const known = unknown === undefined && numerator !== null && denominator !== null;
  const state = !known ? (unknown?.state ?? 'missing') : denominator === 0 ? 'undefined' : 'stated';
  const value = known && denominator !== 0 ? numerator / denominator : null;
  return { head, numerator, denominator, value, state, inForm, figures };
}

function refsOf(ids: readonly string[], applicant: MeasureRef['applicant'], lexicon: Lexicon): MeasureRef[] {
  const measures = ids.flatMap((id) =>
    id.endsWith('.') ? lexicon.measures.filter((each) => each.id.startsWith(id)).map((each) => each.id) : [id],
  );
  return measures.map((measure) =>
    cellOf({ measure, applicant: measure.startsWith('applications.') ? applicant : null }, lexicon),
  );
}

/** The applicant of the plan's measures, for a rate by applicant. */
export const applicantOf = (plan: Plan): MeasureRef['applicant'] => plan.measures[0]?.applicant ?? null;
