/** A digest: the reports ingested in a span of time, with what is worth saying of each. */
import { z } from 'zod';

export const DigestReport = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  ingestedAt: z.string(),
  file: z.string(),
  sourceUrl: z.string().nullable(),
  /** Figures as printed: measure id, its names, value and state. */
  keyFigures: z.array(
    z.object({
      measure: z.string(),
      applicant: z.string().nullable(),
      zh: z.string(),
      en: z.string(),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      state: z.enum(['stated', 'blank', 'missing', 'uncertain']),
      line: z.number().int().nullable(),
    }),
  ),
  findings: z.number().int(),
  /** The most severe findings, at most three, in both languages. */
  worst: z.array(z.object({ severity: z.enum(['error', 'warning', 'info']), zh: z.string(), en: z.string() })),
});
export type DigestReport = z.infer<typeof DigestReport>;

export const Digest = z.object({
  /** ISO 8601 with offset; null: from the beginning. */
  since: z.string().nullable(),
  until: z.string(),
  reports: z.array(DigestReport),
});
export type Digest = z.infer<typeof Digest>;

/** What `nianbao digest --json` prints. */
export const DigestResult = Digest.extend({
  messages: z.array(z.object({ channel: z.string().nullable(), text: z.string(), blocks: z.array(z.unknown()) })),
});
export type DigestResult = z.infer<typeof DigestResult>;
