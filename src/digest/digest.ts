/** A digest: the reports ingested in a span of time, with what is worth saying of each. */
import { z } from 'zod';

export const DigestReport = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  ingestedAt: z.string(),
  file: z.string(),
  sourceUrl: z.string().nullable(),
  /** It replaces a version that came before. */
  corrected: z.boolean().optional(),
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
      /** The same figure of the year before, where that report is held and states it with certainty. */
      before: z.number().nullable().optional(),
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
  /** Channels whose digest another process is sending just now: what is new there is told by that one, or by the next. */
  busy: z.array(z.string()).optional(),
});
export type DigestResult = z.infer<typeof DigestResult>;

/** What a digest tells of: alternatives within a member, all members at once; an empty one does not restrict. */
export const Scope = z.object({
  /** Each level that is not null must be equal. */
  regions: z.array(
    z.object({ province: z.string().nullable(), city: z.string().nullable(), county: z.string().nullable() }),
  ),
  /** Department kinds of index/kinds.json. */
  kinds: z.array(z.string()),
  /** Words of the report's text; one of them is enough. */
  words: z.array(z.string()),
  /** Only reports with open findings of severity error or warning. */
  findings: z.boolean(),
});
export type Scope = z.infer<typeof Scope>;

/** What a person asks to be told, as read from their words. */
export const Wish = z.object({
  scope: Scope,
  /** HH:MM in `zone`. */
  time: z.string(),
  /** IANA name. */
  zone: z.string(),
  /** Days of the week, 1 Monday to 7 Sunday; empty: every day. */
  days: z.array(z.number().int().min(1).max(7)),
  /** How the scope is named to people. */
  label: z.object({ zh: z.string(), en: z.string() }),
});
export type Wish = z.infer<typeof Wish>;

/** A standing wish of a channel or a person: a chain of digests of its own. */
export const Subscription = Wish.extend({
  /** What people call it: counts from 1, never given again. */
  number: z.number().int().positive(),
  /** The surface's channel; of a person's direct messages, the person. */
  channel: z.string(),
  by: z.string(),
  /** ISO 8601 with offset. */
  at: z.string(),
  language: z.enum(['zh', 'en']),
  paused: z.boolean(),
});
export type Subscription = z.infer<typeof Subscription>;

/** The subscriptions of every channel and person; a number is of one channel. */
export interface Subscriptions {
  list(): Promise<readonly Subscription[]>;
  add(wish: Wish, of: Pick<Subscription, 'channel' | 'by' | 'language'>): Promise<Subscription>;
  /** Null where there is none of this number in the channel. */
  change(
    number: number,
    channel: string,
    by: string,
    change: Partial<Wish> & { paused?: boolean },
  ): Promise<Subscription | null>;
  remove(number: number, channel: string, by: string): Promise<Subscription | null>;
}
