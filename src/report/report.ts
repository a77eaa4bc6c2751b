/**
 * A report: one agency's annual report for one year, read from a document. These zod schemas are the shapes that
 * `nianbao parse --json` prints; the types are inferred from them, so that the two cannot drift apart.
 */
import { z } from 'zod';

/** A text in both languages. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

export const FormId = z.enum(['2021', '2019', 'free']);
export type FormId = z.infer<typeof FormId>;

/** By whom: the seven columns of table 3. `total` is 总计; the five between natural and total are organisations. */
export const Applicant = z.enum([
  'natural',
  'business',
  'research',
  'publicInterest',
  'legalService',
  'otherOrganization',
  'total',
]);
export type Applicant = z.infer<typeof Applicant>;

/** One official cell of a form, as forms.ts lists them. */
export interface FormCell {
  readonly table: 2 | 3 | 4;
  readonly row: string;
  readonly column: string;
  readonly measure: string;
  readonly applicant: Applicant | null;
  readonly unit: string;
  readonly en: string;
}

/** stated: a value is printed · blank: the cell is there and holds nothing, a dash or a slash · missing: no such cell. */
export const FactState = z.enum(['stated', 'blank', 'missing']);
export type FactState = z.infer<typeof FactState>;

/** A measured value with its place. Blank and missing are null, never 0. */
export const Fact = z.object({
  measure: z.string(),
  applicant: Applicant.nullable(),
  table: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  row: z.string(),
  column: z.string(),
  /** In `unit`. Null where the state is not `stated`, or where it is not certain which printed value stands here. */
  value: z.number().nullable(),
  unit: z.string().nullable(),
  state: FactState,
  /** False where values are printed in the row, but the document lost columns and which is whose cannot be known. */
  certain: z.boolean(),
  /** What is printed; for an uncertain cell the row's unplaced values in order, separated by spaces. */
  raw: z.string().nullable(),
  line: z.number().int().positive().nullable(),
  page: z.number().int().positive().nullable(),
  /** "table 2, row 5" where the format has neither lines nor pages. */
  place: z.string().nullable(),
  /** A verbatim part of that line that shows the figure (the row, where it is short enough), tabs included. */
  quote: z.string().nullable(),
});
export type Fact = z.infer<typeof Fact>;

const LineRange = z.tuple([z.number().int().positive(), z.number().int().positive()]);

/** A piece of a section: a paragraph, with the sentences that a page break cut joined, or one table row. */
export const Paragraph = z.object({
  text: z.string(),
  lines: LineRange.nullable(),
  page: z.number().int().positive().nullable(),
  place: z.string().nullable(),
  /** True for a row of a table: quoted as printed, never searched for sentences. */
  tabular: z.boolean(),
});
export type Paragraph = z.infer<typeof Paragraph>;

export const Section = z.object({
  /** By meaning, not by the printed number; null for a heading of a free-form report that is none of the six. */
  number: z.number().int().min(1).max(6).nullable(),
  /** As printed, without its number. */
  title: z.string(),
  /** The body without the heading, tables as printed. Equal to the paragraphs joined with "\n". */
  text: z.string(),
  lines: LineRange.nullable(),
  paragraphs: z.array(Paragraph),
});
export type Section = z.infer<typeof Section>;

/** A figure that stands only in the text. */
export const Statement = z.object({
  /** What is counted, as printed ("微信公众号发布信息"). */
  subject: z.string(),
  quantity: z.number(),
  /** True where 余, 约, 近, 多, 以上 … stand with the figure. */
  approximate: z.boolean(),
  unit: z.string().nullable(),
  /** Number of the section; null outside of the six. */
  section: z.number().int().min(1).max(6).nullable(),
  line: z.number().int().positive().nullable(),
  page: z.number().int().positive().nullable(),
  /** The sentence or clause, verbatim on that line. */
  quote: z.string(),
});
export type Statement = z.infer<typeof Statement>;

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** A place with what stands there. `report` is set where a finding spans several reports. */
export const Evidence = z.object({
  report: z.string().optional(),
  line: z.number().int().positive().nullable(),
  page: z.number().int().positive().nullable(),
  place: z.string().nullable().optional(),
  quote: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Something the audit found. */
export const Finding = z.object({
  /** 12 hex digits of SHA-256 over rule, report and evidence: stable as long as the evidence is unchanged. */
  id: z.string(),
  rule: z.string(),
  severity: Severity,
  message: Bilingual,
  evidence: z.array(Evidence),
  /** The facts it concerns, so that answers that use them can warn: "measure" or "measure/applicant". */
  concerns: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;

export const Region = z.object({
  province: z.string().nullable(),
  city: z.string().nullable(),
  county: z.string().nullable(),
});
export type Region = z.infer<typeof Region>;

export const Contact = z.object({
  phone: z.string().nullable(),
  fax: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  website: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

const Passage = z.object({ text: z.string(), lines: LineRange.nullable() });

/** A report as `parse --json` prints it; `error` is null exactly when it could be read. */
export const Report = z.object({
  file: z.string(),
  /** First 12 hex digits of the SHA-256 of the file's bytes. */
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  form: FormId.nullable(),
  title: z.string().nullable(),
  publishedDate: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  region: Region,
  contact: Contact,
  preamble: Passage.nullable(),
  signature: Passage.nullable(),
  sections: z.array(Section),
  facts: z.array(Fact),
  statements: z.array(Statement),
  findings: z.array(Finding),
  error: z.object({ code: z.string(), message: Bilingual }).nullable(),
});
export type Report = z.infer<typeof Report>;
