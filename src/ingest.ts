/** One file, from bytes to the library: bytes → document → report → audit → store. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { auditAcross } from './across.ts';
import type { Document, Limits } from './document/document.ts';
import { openAll } from './document/open.ts';
import { CodedError, coded } from './errors.ts';
import { filesUnder } from './files.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { auditReport } from './report/audit/audit.ts';
import { packSketch } from './report/audit/sketch.ts';
import { readReport } from './report/read.ts';
import { Bilingual, type Report } from './report/report.ts';
import type { Store } from './store/store.ts';

const Ingested = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  file: z.string(),
  findings: z.number().int(),
});
const Failed = z.object({ file: z.string(), code: z.string(), message: Bilingual });

/** What `nianbao ingest --json` prints. */
export const IngestResult = z.object({
  added: z.array(Ingested),
  updated: z.array(Ingested),
  unchanged: z.number().int(),
  failed: z.array(Failed),
  seconds: z.number(),
});
export type IngestResult = z.infer<typeof IngestResult>;

export interface IngestDependencies {
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** The clock: ISO 8601 with offset. */
  readonly now: () => string;
  readonly limits?: Partial<Limits>;
  /** Overrides the address that the pages give. */
  readonly sourceUrl?: string;
  /** Called after each file with how many are done, of how many. */
  readonly progress?: (done: number, total: number, file: string) => void;
}

/** Reads one document into an audited report, keeping nothing. Throws a CodedError where it is no report. */
export function read(document: Document, lexicon: Lexicon, sourceUrl?: string): Report {
  const { report, anomalies } = readReport(document, lexicon);
  const sourced = sourceUrl === undefined ? report : { ...report, sourceUrl };
  return { ...sourced, findings: auditReport(sourced, anomalies, { text: document.text }) };
}

/** Reads files and folders into the library. A failed file is recorded and never stops the others. */
export async function ingest(paths: readonly string[], dependencies: IngestDependencies): Promise<IngestResult> {
  const started = performance.now();
  const result: IngestResult = { added: [], updated: [], unchanged: 0, failed: [], seconds: 0 };
  const { files, missing } = await filesUnder(paths);
  for (const path of missing) await fail(path, new CodedError('input.missing', { what: path }), result, dependencies);
  for (const [index, file] of files.entries()) {
    await ingestFile(file, result, dependencies);
    dependencies.progress?.(index + 1, files.length, file);
  }
  await auditAcross(dependencies.store);
  result.seconds = Math.round(performance.now() - started) / 1000;
  return result;
}

async function ingestFile(file: string, result: IngestResult, dependencies: IngestDependencies): Promise<void> {
  try {
    const bytes = await readBounded(file, dependencies.limits?.bytes);
    if (await dependencies.store.has(idOf(bytes))) {
      result.unchanged += 1;
      return;
    }
    for await (const opened of openAll(file, bytes, dependencies.limits)) {
      if ('error' in opened) await fail(opened.file, opened.error, result, dependencies);
      else await keep(opened.document, opened.bytes, result, dependencies);
    }
  } catch (error) {
    await fail(file, coded(error), result, dependencies);
  }
}

async function keep(
  document: Document,
  bytes: Uint8Array,
  result: IngestResult,
  dependencies: IngestDependencies,
): Promise<void> {
  const { store, lexicon, now, sourceUrl } = dependencies;
  try {
    const report = read(document, lexicon, sourceUrl);
    const name = report.agency === null ? null : lexicon.agency(report.agency, report.region);
    const { outcome, head } = await store.put({
      report,
      bytes,
      text: document.text,
      agencyKey: name?.key ?? null,
      kind: name?.kind ?? null,
      sketch: packSketch(report),
      at: now(),
    });
    if (outcome === 'unchanged') result.unchanged += 1;
    else
      result[outcome].push({
        report: head.report,
        agency: head.agency,
        year: head.year,
        file: document.file,
        findings: report.findings.length,
      });
  } catch (error) {
    await fail(document.file, coded(error), result, dependencies);
  }
}

async function fail(
  file: string,
  error: CodedError,
  result: IngestResult,
  { store, now }: IngestDependencies,
): Promise<void> {
  result.failed.push({ file, code: error.code, message: error.bilingual });
  await store.fail({ file, code: error.code, ...error.bilingual, at: now() });
}

/** The report's id: the first 12 hex digits of the SHA-256 of its bytes. */
export function idOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

/** Reads a file, refusing one over the limit before its bytes are in memory. */
export async function readBounded(file: string, limit?: number): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new CodedError('input.missing', { what: file });
  if (limit !== undefined && size > limit) {
    throw new CodedError('input.tooLarge', { what: file, limit: `${limit} B`, setting: 'NIANBAO_MAX_BYTES' });
  }
  try {
    return await readFile(file);
  } catch (error) {
    throw new CodedError(
      'input.unreadable',
      { what: file, why: (error as NodeJS.ErrnoException).code ?? 'unknown' },
      { cause: error },
    );
  }
}
