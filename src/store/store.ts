/**
 * The library: reports kept and found. One async interface for every engine (SQLite now, PostgreSQL later); the
 * contract test in test/store/contract.ts runs against each. Engines know nothing of questions, answers or chat.
 */
import type {
  Applicant,
  Contact,
  Fact,
  FactState,
  Finding,
  FormId,
  Region,
  Report,
  Severity,
  Statement,
} from '../report/report.ts';

/** A report without its body: what lists need. */
export interface ReportHead {
  readonly report: string;
  readonly file: string;
  readonly agency: string | null;
  /** Canonical name: one across years and name variants. Null where the document never names its agency. */
  readonly agencyKey: string | null;
  /** Department kind of index/kinds.json. */
  readonly kind: string | null;
  readonly year: number | null;
  readonly form: FormId | null;
  readonly title: string | null;
  readonly publishedDate: string | null;
  readonly sourceUrl: string | null;
  readonly region: Region;
  readonly contact: Contact;
  /** ISO 8601 with offset. */
  readonly ingestedAt: string;
  /** 1 for the first report of this agency and year to arrive, 2 for the next … */
  readonly version: number;
  /** False for a version that a later one replaces (publication date decides, then arrival). */
  readonly current: boolean;
  readonly findings: number;
}

/** Restrictions are alternatives within a member and conjunctive between members; empty or absent does not restrict. */
export interface ReportFilter {
  readonly reports?: readonly string[];
  readonly agencies?: readonly string[];
  readonly kinds?: readonly string[];
  readonly years?: readonly number[];
  readonly forms?: readonly FormId[];
  /** Each level that is not null must be equal. */
  readonly regions?: readonly {
    readonly province: string | null;
    readonly city: string | null;
    readonly county: string | null;
  }[];
  /** Default: only current versions. */
  readonly versions?: 'current' | 'all';
  /** ISO 8601, half-open: since ≤ ingestedAt < until. */
  readonly ingestedSince?: string;
  readonly ingestedUntil?: string;
}

export interface FactFilter extends ReportFilter {
  readonly measures?: readonly string[];
  readonly applicants?: readonly (Applicant | null)[];
  readonly states?: readonly FactState[];
}

export interface StoredFact extends Fact {
  readonly report: string;
}

export interface StoredStatement extends Statement {
  readonly report: string;
}

/** A person's word on a finding. */
export interface Verdict {
  readonly status: 'open' | 'confirmed' | 'dismissed' | 'noted';
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

export interface StoredFinding extends Finding {
  readonly report: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly verdict: Verdict;
}

export interface FindingFilter extends ReportFilter {
  readonly rules?: readonly string[];
  readonly severities?: readonly Severity[];
  readonly statuses?: readonly Verdict['status'][];
}

export interface SearchQuery extends ReportFilter {
  readonly text: string;
  readonly sections?: readonly number[];
  readonly limit: number;
  /**
   * Only passages that hold every term of the text (in Latin script: every Chinese one that it stands for, if any), or the text as it
   * was typed. None is folded into another, and `rest` names those beyond `limit`.
   */
  readonly every?: boolean;
}

export interface SearchHit {
  readonly report: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly section: number | null;
  readonly line: number | null;
  readonly page: number | null;
  readonly score: number;
  readonly snippet: string;
  /** Offsets in UTF-16 code units of `snippet`, end exclusive. */
  readonly highlights: readonly (readonly [number, number])[];
  /** The whole passage. */
  readonly text: string;
  /** Passages that say nearly the same and were folded into this one. */
  readonly similar: number;
}

export interface SearchResult {
  /** What was looked for, after analysis. */
  readonly terms: readonly string[];
  /** Terms that occur nowhere in the library. */
  readonly absent: readonly string[];
  /** For terms that occur nowhere, words of the library that come near to them; they count a little in the search. */
  readonly near?: readonly { readonly term: string; readonly words: readonly string[] }[];
  /** Agencies, places and years that were typed among the words and restrict the search, as they are told. */
  readonly within?: readonly string[];
  /** With `within`: whether nothing there holds what was looked for, and the hits are the nearest from elsewhere. */
  readonly elsewhere?: boolean;
  /** With `within`: whether nothing there holds the words themselves, and the hits hold others for the same matter (`terms`). */
  readonly akin?: boolean;
  /** Passages that match in all, before `limit`. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** With `every`: the passages beyond `limit`, by arrival. */
  readonly rest?: readonly Pick<SearchHit, 'report' | 'agency' | 'year' | 'section'>[];
}

export interface PutResult {
  readonly outcome: 'added' | 'updated' | 'unchanged';
  readonly head: ReportHead;
}

export interface PutInput {
  readonly report: Report;
  readonly bytes: Uint8Array;
  /** The decoded or extracted text, for quotes and re-reading. */
  readonly text: string;
  readonly agencyKey: string | null;
  readonly kind: string | null;
  /** What rules across reports read of this one; the store does not look inside. */
  readonly sketch?: string;
  /** ISO 8601 with offset: the clock is an argument. */
  readonly at: string;
}

/** A file that could not be ingested, remembered so that "what failed" can be answered. */
export interface Failure {
  readonly file: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly at: string;
}

export interface SettingChange {
  readonly by: string;
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface StoredTurn {
  readonly conversation: string;
  /** JSON of question/plan.ts `Turn`; the store does not look inside. */
  readonly turn: string;
  readonly at: string;
}

/** One digest for one channel: due → sending → sent. */
export interface DigestRun {
  readonly id: string;
  readonly channel: string;
  readonly since: string;
  readonly until: string;
  readonly state: 'due' | 'sending' | 'sent';
  /** Who is sending, and until when it may: a lease. */
  readonly owner: string | null;
  readonly leaseUntil: string | null;
  /** What the surface calls the message once sent. */
  readonly message: string | null;
}

export interface StoreStatus {
  readonly engine: string;
  /** Number of the last migration applied. */
  readonly schema: number;
  readonly version: number;
  readonly reports: number;
  /** Versions that a later one replaced. */
  readonly replaced: number;
  readonly facts: number;
  readonly statements: number;
  readonly findings: number;
  readonly passages: number;
  readonly failures: number;
  readonly bytes: number;
  /** Hash of the lexicon that the search index was built with; null before the first build. */
  readonly lexicon: string | null;
}

/** Called with how many reports are done, of how many. */
export type Progress = (done: number, total: number) => void;

export interface Store {
  /** Rises with every change of the library's contents; other processes compare it. */
  version(): Promise<number>;
  /** One transaction a report: afterwards facts, findings and search all hold it, or none does. */
  put(input: PutInput): Promise<PutResult>;
  /** Takes a report out, leaving a trace (who, when, why). False where it is not held. */
  remove(report: string, trace: { reason: string; by: string; at: string }): Promise<boolean>;
  has(report: string): Promise<boolean>;
  /** Whether somebody took it out and nobody has put it in again. */
  removed(report: string): Promise<boolean>;
  heads(filter?: ReportFilter): Promise<ReportHead[]>;
  /** The whole report as it was read. */
  report(id: string): Promise<Report | null>;
  /** Its sections alone, which takes a fraction of the time. */
  sections(id: string): Promise<Report['sections'] | null>;
  /** The decoded text, for a passage around a line. */
  text(id: string): Promise<string | null>;
  bytes(id: string): Promise<Uint8Array | null>;
  facts(filter: FactFilter): Promise<StoredFact[]>;
  statements(filter: ReportFilter): Promise<StoredStatement[]>;
  findings(filter?: FindingFilter): Promise<StoredFinding[]>;
  /** The sketches of these reports, in their order; null for a report that came without one. */
  sketches(reports: readonly string[]): Promise<(string | null)[]>;
  /** Where reports came or went since rules across reports last ran: a mark for `putFindings`. Else null. */
  unaudited(): Promise<number | null>;
  /** All findings that rules across reports made, in short: to be compared with what they find now. */
  findingsAcross(): Promise<{ readonly report: string; readonly id: string; readonly zh: string }[]>;
  /**
   * Replaces the findings that rules across reports made of the reports in `scope`; those of the report itself came with `put`.
   * `upTo`: the mark of `unaudited` before the reports were read; what changed since stays due.
   */
  putFindings(
    findings: readonly { report: string; finding: Finding }[],
    scope: readonly string[],
    upTo?: number,
  ): Promise<void>;
  judge(finding: string, verdict: Verdict): Promise<boolean>;
  search(query: SearchQuery): Promise<SearchResult>;
  fail(failure: Failure): Promise<void>;
  failures(): Promise<Failure[]>;

  /** True the first time a key is given, false after: duplicates of events. Keys older than a day may be forgotten. */
  first(key: string, at: string): Promise<boolean>;
  turns(conversation: string, limit: number): Promise<StoredTurn[]>;
  addTurn(turn: StoredTurn): Promise<void>;
  clearTurns(conversation: string): Promise<void>;
  /** Forgets the turns older than `before` of all conversations whose names begin like this; gives how many. */
  forgetTurns(beginning: string, before: string): Promise<number>;
  /**
   * Forgets what people said before `conversations` (names that begin with `slack/` or `chat/` are looked after by their owners), and of
   * the logs (changed settings, sent digests) what is older than `logs`, except the newest of each. Gives how much of each.
   */
  sweep(before: { conversations: string; logs: string }): Promise<{ turns: number; logs: number }>;
  setting(key: string): Promise<string | null>;
  /** With `expected` the setting changes only from that value: false, and nothing changed or logged, where another process was first. */
  set(key: string, value: string | null, trace: { by: string; at: string }, expected?: string | null): Promise<boolean>;
  /** Who changed a setting, when, and to what; the newest first. */
  settingChanges(key: string, limit: number): Promise<SettingChange[]>;

  /**
   * The run of this channel that ends at `until`, made as `due` where there is none. `after`: the channel's last run as its maker saw it
   * (null: none yet); where another came meanwhile none is made, and null is given: its maker looks again. Without it no look is taken.
   */
  digestRun(channel: string, since: string, until: string, after?: string | null): Promise<DigestRun | null>;
  lastDigest(channel: string): Promise<DigestRun | null>;
  /**
   * Moves `due` (or `sending` with a lease that has passed, or that is of `ended`, an owner known to be no more) to `sending` for
   * this owner; false where another has it.
   */
  claimDigest(id: string, owner: string, now: string, leaseUntil: string, ended?: string | null): Promise<boolean>;
  finishDigest(id: string, message: string | null): Promise<void>;

  /** Null where the library is sound, else what is wrong with it. */
  check(): Promise<string | null>;
  /** How much is held: for `status`, doctor and metrics. */
  status(): Promise<StoreStatus>;
  /** Builds the search index anew from the reports held; gives the number of passages. */
  reindex(progress?: Progress): Promise<number>;
  /** Writes a consistent copy of the library to a file, while it is being used. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
