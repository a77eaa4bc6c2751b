/** What a plan says of figures: cells, the conditions on them, what they are measured against. */
import { z } from 'zod';
import { Applicant } from '../../report/report.ts';

/** A cell of the form, by measure id and applicant (null: the measure has none, as in tables 2 and 4). */
export const MeasureRef = z.object({ measure: z.string(), applicant: Applicant.nullable().default(null) });
export type MeasureRef = z.infer<typeof MeasureRef>;

export const Comparison = z.enum(['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'between']);

/** What is said of a figure, to be confirmed or denied. */
export const Claim = z.object({
  comparison: Comparison,
  value: z.number(),
  /** Inclusive upper bound, with `between` only. */
  upper: z.number().optional(),
});
export type Claim = z.infer<typeof Claim>;

/** Derived rates of docs/commands.md, with their numerators and denominators in answer/rates.ts. */
export const RateId = z.enum([
  'disclosure', // 予以公开率 = （一）/（七）
  'disclosureWithPartial', // （（一）+（二））/（七）
  'refusal', // Σ（三）/（七）
  'unavailable', // Σ（四）/（七）
  'unprocessed', // Σ（五）/（七）
  'carriedForward', // 四/（一+二）
  'reviewCorrected', // 结果纠正/（总计-尚未审结）
  'litigationCorrected', // over both litigation blocks
]);
export type RateId = z.infer<typeof RateId>;

/** What a figure is measured against where no number is said: the figure of an agency in the same year, or the middle of all in scope. */
export const Yardstick = z.union([
  z.object({
    agency: z.string(),
    /** So many times its figure, and so much more (less than 0: fewer): 两倍, 多10件. */
    times: z.number().positive().optional(),
    more: z.number().optional(),
  }),
  z.object({ middle: z.enum(['mean', 'median']) }),
  /** The agency's own figure of another year in scope. */
  z.object({ own: z.number().int() }),
]);
export type Yardstick = z.infer<typeof Yardstick>;

/** Cells divided by cells: the sum of `of` over the sum of `in`. */
export const Share = z.object({ of: z.array(MeasureRef).min(1), in: z.array(MeasureRef).min(1) });
export type Share = z.infer<typeof Share>;

/** What a condition compares. */
const compared = {
  ...MeasureRef.shape,
  /** Further cells that are added to the first before comparing ("refused" is the sum of the eight grounds, "sued" of
   *  the two litigation totals). Cells that the report's form does not have are left out of the sum. */
  plus: z.array(MeasureRef).optional(),
  /** Compares this rate, as a fraction (0.5 for 50 %), instead of the cell; `measure` then repeats the rate's id. */
  rate: RateId.optional(),
  /** Likewise this share; `measure` then names its first cell. */
  share: Share.optional(),
  /** Of several years, only reports of this one are judged by it: received in 2021, with another condition for 2022. */
  year: z.number().int().optional(),
};

/** A condition on one figure. A blank, missing or uncertain figure meets no comparison; `state` asks for those. */
export const Condition = z.union([
  /** Whoever is measured against is not among those that meet it. */
  z.object({ ...compared, comparison: Comparison.exclude(['between']), than: Yardstick }),
  /** Against other cells of the same report, added: more refused than disclosed. */
  z.object({ ...compared, comparison: Comparison.exclude(['between']), against: z.array(MeasureRef).min(1) }),
  z.object({
    ...compared,
    comparison: Comparison,
    value: z.number(),
    /** Inclusive upper bound, with `between` only. */
    upper: z.number().optional(),
  }),
  z.object({ ...MeasureRef.shape, state: z.enum(['stated', 'blank', 'missing', 'uncertain']) }),
]);
export type Condition = z.infer<typeof Condition>;
