/** The tables of the embedded library, as Kysely sees them. Booleans are 0 and 1; what belongs to a report goes with it. */
import type { Generated } from 'kysely';

export interface Tables {
  /** Counters and marks of the library: `version`, `lexicon`, `changes` (reports that came or went), `audited` (of those, seen by rules across reports). */
  meta: { name: string; value: string };
  reports: {
    id: Generated<number>;
    report: string;
    file: string;
    agency: string | null;
    agency_key: string | null;
    kind: string | null;
    year: number | null;
    form: string | null;
    title: string | null;
    published_date: string | null;
    source_url: string | null;
    province: string | null;
    city: string | null;
    county: string | null;
    contact: string;
    ingested_at: string;
    /** The same in milliseconds, since offsets differ. */
    ingested_ms: number;
    version: number;
    current: number;
    findings: number;
  };
  /** Compressed: the bytes as published, the decoded text (nothing where it is those bytes), and of the report what has no table of its own. */
  documents: { report_id: number; bytes: Uint8Array; text: Uint8Array; body: Uint8Array };
  sketches: { report_id: number; sketch: string };
  /** The cells of a form in order, as sheet.ts writes them: shared by all reports whose tables have the same cells. */
  layouts: { id: Generated<number>; hash: string; cells: string };
  /** A report's facts, and how many: their bytes are described in sheet.ts. */
  sheets: { report_id: number; layout_id: number; facts: number; sheet: Uint8Array };
  statements: {
    report_id: number;
    position: number;
    subject: string;
    quantity: number;
    approximate: number;
    unit: string | null;
    section: number | null;
    line: number | null;
    page: number | null;
    quote: string;
  };
  findings: {
    report_id: number;
    id: string;
    position: number;
    rule: string;
    severity: string;
    zh: string;
    en: string;
    evidence: string;
    concerns: string;
    /** 1 where it came with the report, 0 where a rule across reports made it. */
    own: number;
  };
  verdicts: { finding: string; status: string; reason: string | null; by_whom: string | null; at: string | null };
  passages: {
    id: Generated<number>;
    report_id: number;
    position: number;
    section: number | null;
    /** The section's, as printed. */
    title: string;
    text: string;
    /** Where lines of the file begin in the text: offset, line, offset, line … as JSON; empty where lines are not known. */
    line_starts: string;
    page: number | null;
  };
  /** All terms ever indexed, numbered from 0 without gaps. */
  terms: { id: number; term: string };
  /** What the analyzer made of a report's passages: cuts.ts describes the bytes. */
  cuts: { report_id: number; tokens: Uint8Array; offsets: Uint8Array };
  removals: {
    id: Generated<number>;
    report: string;
    agency: string | null;
    year: number | null;
    file: string;
    reason: string;
    by_whom: string;
    at: string;
  };
  failures: { file: string; code: string; zh: string; en: string; at: string };
  events: { key: string; at_ms: number };
  turns: { id: Generated<number>; conversation: string; turn: string; at: string };
  settings: { key: string; value: string };
  setting_changes: {
    id: Generated<number>;
    key: string;
    old_value: string | null;
    new_value: string | null;
    by_whom: string;
    at: string;
  };
  digests: {
    id: string;
    channel: string;
    since: string;
    until: string;
    until_ms: number;
    state: string;
    owner: string | null;
    lease_ms: number | null;
    lease_until: string | null;
    message: string | null;
  };
}
