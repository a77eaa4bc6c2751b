/** One file, from bytes to audited reports: a ZIP holds several. The step that main thread and worker threads share. */
import { hash } from 'node:crypto';
import { Budget } from '../document/budget.ts';
import type { Document, Limits, Watch } from '../document/document.ts';
import { openAll } from '../document/open.ts';
import { coded } from '../errors.ts';
import type { Names } from '../lexicon/lexicon.ts';
import { auditReport } from '../report/audit/audit.ts';
import { packSketch } from '../report/audit/sketch.ts';
import { readReport } from '../report/read.ts';
import type { Bilingual, Report } from '../report/report.ts';

/** A report that was read: plain data, so that it can travel between threads. */
export interface ReadReport {
  readonly file: string;
  readonly report: Report;
  /** The report's JSON, where it has it from another thread. */
  readonly json?: string;
  readonly bytes: Uint8Array;
  /** The decoded or extracted text. */
  readonly text: string;
  /** What rules across reports read of it. */
  readonly sketch: string;
}

/** A file, or a member of one, that could not be read. */
export interface Unread {
  readonly file: string;
  /** Null where not even its bytes could be read. */
  readonly id: string | null;
  readonly error: { readonly code: string; readonly message: Bilingual };
}

export type Reading = ReadReport | Unread;

export interface ReadingOptions {
  readonly limits?: Partial<Limits>;
  /** Overrides the address that the pages give. */
  readonly sourceUrl?: string;
}

/** The report's id: the first 12 hex digits of the SHA-256 of its bytes. */
export function idOf(bytes: Uint8Array): string {
  return hash('sha256', bytes).slice(0, 12);
}

/** Reads one document into an audited report. Throws a CodedError where it is no report, or takes longer than `watch` allows. */
export function readDocument(
  document: Document,
  lexicon: Names,
  sourceUrl?: string,
  watch: Watch = new Budget(document.file),
): Report {
  const { report, anomalies } = readReport(document, lexicon, watch);
  if (sourceUrl !== undefined) report.sourceUrl = sourceUrl;
  report.findings = auditReport(report, anomalies, { text: document.text, watch });
  return report;
}

/** Reads a file as what it holds, in order. Never throws: what cannot be read comes as its error. */
export async function* readFile(
  file: string,
  bytes: Uint8Array,
  lexicon: Names,
  { limits, sourceUrl }: ReadingOptions = {},
): AsyncGenerator<Reading> {
  let started = performance.now();
  for await (const opened of openAll(file, bytes, limits)) {
    if ('error' in opened) yield unread(opened.file, idOf(bytes), opened.error);
    // One bound on time for opening, reading and auditing together.
    else yield attempt(opened, lexicon, sourceUrl, new Budget(opened.file, limits, started));
    started = performance.now();
  }
}

function attempt(
  { document, bytes }: { readonly document: Document; readonly bytes: Uint8Array },
  lexicon: Names,
  sourceUrl: string | undefined,
  watch: Watch,
): Reading {
  const { file, text } = document;
  try {
    const report = readDocument(document, lexicon, sourceUrl, watch);
    return { file, report, bytes, text, sketch: packSketch(report) };
  } catch (error) {
    return unread(file, document.hash.slice(0, 12), error);
  }
}

/** Any thrown value as what could not be read. */
export function unread(file: string, id: string | null, error: unknown): Unread {
  const { code, bilingual } = coded(error);
  return { file, id, error: { code, message: bilingual } };
}
