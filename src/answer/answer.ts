/**
 * An answer: content with citations, before it is worded. message/ turns it into text and blocks; `ask --json` prints
 * `AskResult`, which is the answer and its wording together.
 */
import { z } from 'zod';
import { Plan } from '../question/plan.ts';
import { Bilingual, FactState, Severity } from '../report/report.ts';
import type { ReportHead, StoredFinding } from '../store/store.ts';

export const Status = z.enum(['answered', 'nothing-found', 'no-data', 'clarify', 'declined', 'failed']);
export type Status = z.infer<typeof Status>;

/** The sentence or row that an answer rests on. */
export const Citation = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  file: z.string(),
  section: z.number().int().nullable(),
  table: z.number().int().nullable(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  line: z.number().int().positive().nullable(),
  page: z.number().int().positive().nullable(),
  place: z.string().nullable().optional(),
  /** Verbatim on that line. */
  quote: z.string(),
});
export type Citation = z.infer<typeof Citation>;

export const Row = z.looseObject({
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  report: z.string().nullable(),
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.string().nullable().optional(),
  state: z.union([FactState, z.literal('uncertain')]).optional(),
  measure: z.string().optional(),
  applicant: z.string().nullable().optional(),
  /** What the row is about where it is no plain figure: a group, a section title, a theme, a rule. */
  label: z.string().optional(),
  numerator: z.number().nullable().optional(),
  denominator: z.number().nullable().optional(),
});
export type Row = z.infer<typeof Row>;

export const Warning = z.object({
  /** The finding's rule, or a code of answer/warnings.ts (`crossForm`, `uncertainLeftOut`, `versions`, `assumed`). */
  code: z.string(),
  severity: Severity.optional(),
  text: z.string(),
  citations: z.array(Citation),
});
export type Warning = z.infer<typeof Warning>;

/** A piece of text from a report that an answer shows: a section, a passage with highlights, a sentence. */
export const Excerpt = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  section: z.number().int().nullable(),
  title: z.string().nullable(),
  text: z.string(),
  highlights: z.array(z.tuple([z.number().int(), z.number().int()])),
  citation: Citation,
});
export type Excerpt = z.infer<typeof Excerpt>;

/** How much was looked at: every list, count and sum says it. */
export const Base = z.object({
  /** Reports in scope. */
  reports: z.number().int(),
  /** Of those, reports whose figure is blank, missing or uncertain: named, never counted as zero. */
  unknown: z.array(
    z.object({
      report: z.string(),
      agency: z.string().nullable(),
      year: z.number().int().nullable(),
      state: z.enum(['blank', 'missing', 'uncertain']),
    }),
  ),
  /** Years of the scope, ascending. */
  years: z.array(z.number().int()),
});
export type Base = z.infer<typeof Base>;

/** The rows that a text shows of all: from the one at `from`, at most `size`; the citations are those of these rows. */
export interface Window {
  readonly from: number;
  readonly size: number;
}

export interface Answer {
  readonly plan: Plan;
  readonly window: Window;
  readonly status: Exclude<Status, 'clarify' | 'declined' | 'failed'>;
  readonly value: number | null;
  readonly unit: string | null;
  /** All rows of the computation. */
  readonly rows: readonly Row[];
  readonly excerpts: readonly Excerpt[];
  /** Of the rows and excerpts that the text shows, at most 20. */
  readonly citations: readonly Citation[];
  readonly warnings: readonly Warning[];
  readonly base: Base | null;
  /** With `no-data` and `nothing-found`: which, as a stable code, its details, and what is held instead. */
  readonly reason: { readonly code: string; readonly text: Bilingual } | null;
  /** What the figures are called ("不予公开"), where the answer is about figures. */
  readonly subject: Bilingual | null;
  /** Rows are wanted as a file of this name; `csv` holds them all. */
  readonly file: { readonly format: 'csv' | 'xlsx'; readonly name: string; readonly csv: string } | null;
  /** Content that fits none of the above (definition, help): both languages, plain text. */
  readonly body: Bilingual | null;
  /** With a report card asked for: what it shows. */
  readonly card?: Card;
  /** Whether what the plan claims is so; absent where nothing is claimed, or the figure is not known. */
  readonly confirmed?: Confirmed;
  /** Follow-up questions that work on this library, in the plan's language. */
  readonly suggestions: readonly { readonly label: string; readonly question: string }[];
}

/** The verdict on a plan's claim, and the figure it rests on; null where several cells were judged together. */
export interface Confirmed {
  readonly holds: boolean;
  readonly value: number | null;
  readonly unit: string | null;
  /** With `plan.stands`: the figures that were judged. */
  readonly stands?: Standing;
}

/** A figure beside another one, or in its place among all. */
export interface Standing {
  readonly own: Row;
  readonly other: Row | null;
  /** Its place among those known; null beside another figure. */
  readonly rank: number | null;
  /** How many are known; null beside another figure. */
  readonly among: number | null;
  /** Others with the same figure. */
  readonly tied: number;
  /** Reports whose figure is not known, and is left out. */
  readonly open: number;
}

/** A rule's word on a report, with how many times it could be applied. */
export interface CardCheck {
  readonly rule: string;
  readonly title: Bilingual;
  readonly verdict: 'pass' | 'fail' | 'not-assessable';
  readonly assessed: number;
  /** Why it could not be assessed, or what a person dismissed; else null. */
  readonly reason: Bilingual | null;
}

/** The report card (体检) of one report. */
export interface ReportCard {
  readonly head: ReportHead;
  readonly checks: readonly CardCheck[];
  /** Those that nobody dismissed, the most severe first. */
  readonly findings: readonly StoredFinding[];
  /** What to do about them, each once. */
  readonly remedies: readonly Bilingual[];
}

/** A line of a card over several reports: an agency, or a year of one agency. */
export interface CardLine {
  readonly agency: string | null;
  /** Years held, ascending. */
  readonly years: readonly number[];
  /** Years between those held, and up to the last that should have been published, that are not held. */
  readonly missing: readonly number[];
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly worst: StoredFinding | null;
}

/** A card of one report, or of several, worst first. */
type Card =
  | { readonly kind: 'report'; readonly card: ReportCard }
  | {
      readonly kind: 'overview';
      readonly title: Bilingual;
      readonly by: 'agency' | 'year';
      readonly lines: readonly CardLine[];
      /** Of one agency's years: what was found, the most severe first. */
      readonly findings: readonly StoredFinding[];
      readonly remedies: readonly Bilingual[];
    };

/** One answer of `ask --json`, as docs/commands.md documents it. */
export const AskResult = z.object({
  id: z.string().nullable(),
  question: z.string(),
  language: z.enum(['zh', 'en']),
  status: Status,
  kind: z.string().nullable(),
  interpretation: z.string(),
  plan: Plan.nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  rows: z.array(Row),
  text: z.string(),
  citations: z.array(Citation).max(20),
  warnings: z.array(Warning),
  choices: z.array(z.object({ label: z.string(), question: z.string() })),
  reason: z.string().nullable(),
  error: z.object({ code: z.string(), message: Bilingual }).nullable(),
  /** Whether what the question said of the figure is so (`plan.claim`, `plan.stands`); absent where it said nothing, or the figure is not known. */
  confirmed: z.boolean().optional(),
  /** What was looked at; absent where the answer rests on no set of reports. */
  base: Base.nullable().optional(),
  ms: z.number(),
});
export type AskResult = z.infer<typeof AskResult>;
