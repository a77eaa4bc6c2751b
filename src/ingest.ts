/** Files into the library: each is read (bytes → document → report → audit) and kept; then the rules across reports run. */
import { z } from 'zod';
import { auditAcross } from './across.ts';
import type { Limits } from './document/document.ts';
import { CodedError } from './errors.ts';
import { filesUnder } from './files.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { readFiles } from './reading/files.ts';
import { idOf, type ReadReport, type Unread, unread } from './reading/reading.ts';
import { Bilingual } from './report/report.ts';
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
  /** More files than this are read by worker threads (default 20); 0 keeps this thread free for those who ask meanwhile. */
  readonly alone?: number;
  /** Called after each file with how many are done, of how many. */
  readonly progress?: (done: number, total: number, file: string) => void;
}

/** Reads files and folders into the library. A failed file is recorded and never stops the others. */
export async function ingest(paths: readonly string[], dependencies: IngestDependencies): Promise<IngestResult> {
  const started = performance.now();
  const { store, lexicon, limits, sourceUrl, alone, progress } = dependencies;
  const result: IngestResult = { added: [], updated: [], unchanged: 0, failed: [], seconds: 0 };
  const { files, missing } = await filesUnder(paths);
  for (const path of missing) {
    await fail(unread(path, null, new CodedError('input.missing', { what: path })), result, dependencies);
  }
  const wanted = async (bytes: Uint8Array) => !(await store.has(idOf(bytes)));
  const bounds = { ...(limits && { limits }), ...(alone !== undefined && { alone }) };
  const options = { lexicon, wanted, ...bounds, ...(sourceUrl !== undefined && { sourceUrl }) };
  let done = 0;
  for await (const { file, readings } of readFiles(files, options)) {
    if (readings === null) result.unchanged += 1;
    for await (const reading of readings ?? []) {
      if ('error' in reading) await fail(reading, result, dependencies);
      else await keep(reading, result, dependencies);
    }
    done += 1;
    progress?.(done, files.length, file);
  }
  await auditAcross(store);
  result.seconds = Math.round(performance.now() - started) / 1000;
  return result;
}

async function keep(read: ReadReport, result: IngestResult, dependencies: IngestDependencies): Promise<void> {
  const { store, lexicon, now } = dependencies;
  const { file, report, bytes, text, sketch } = read;
  try {
    const name = report.agency === null ? null : lexicon.agency(report.agency, report.region);
    const agency = { agencyKey: name?.key ?? null, kind: name?.kind ?? null };
    const { outcome, head } = await store.put({ report, bytes, text, sketch, ...agency, at: now() });
    if (outcome === 'unchanged') result.unchanged += 1;
    else {
      const findings = report.findings.length;
      result[outcome].push({ report: head.report, agency: head.agency, year: head.year, file, findings });
    }
  } catch (error) {
    await fail(unread(file, report.report, error), result, dependencies);
  }
}

async function fail({ file, error }: Unread, result: IngestResult, { store, now }: IngestDependencies): Promise<void> {
  result.failed.push({ file, ...error });
  await store.fail({ file, code: error.code, ...error.message, at: now() });
}
