/** Files into the library: each is read (bytes → document → report → audit) and kept; then the rules across reports run. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { auditAcross } from './across.ts';
import { ArrivalNote, arrivalNotes } from './arrivals.ts';
import type { Limits } from './document/document.ts';
import { CodedError } from './errors.ts';
import { filesUnder } from './files.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { type FilesOptions, readFiles } from './reading/files.ts';
import { idOf, type ReadReport, type Unread, unread } from './reading/reading.ts';
import { Bilingual } from './report/report.ts';
import type { ReportHead, Store } from './store/store.ts';

const Ingested = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  file: z.string(),
  findings: z.number().int(),
  /** What it is to reports that are held; absent where there is nothing to be said. */
  notes: z.array(ArrivalNote).optional(),
});
const Failed = z.object({ file: z.string(), code: z.string(), message: Bilingual });

/** What `nianbao ingest --json` prints. */
export const IngestResult = z.object({
  added: z.array(Ingested),
  updated: z.array(Ingested),
  unchanged: z.number().int(),
  /** Of the unchanged those that have the content of another file that is held. */
  duplicates: z.array(z.object({ file: z.string(), report: z.string(), of: z.string() })).optional(),
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
  /** Threads that are kept ready, to read with. */
  readonly pool?: FilesOptions['pool'];
  /** Leaves out what somebody took out of the library: a folder that is watched still holds its file. */
  readonly notRemoved?: boolean;
  /** Called after each file with how many are done, of how many. */
  readonly progress?: (done: number, total: number, file: string) => void;
}

/** Reads files and folders into the library. A failed file is recorded and never stops the others. */
export async function ingest(paths: readonly string[], dependencies: IngestDependencies): Promise<IngestResult> {
  const started = performance.now();
  const { store, lexicon, limits, sourceUrl, alone, pool, progress } = dependencies;
  const result: IngestResult = { added: [], updated: [], unchanged: 0, failed: [], seconds: 0 };
  const { files, missing } = await filesUnder(paths);
  for (const path of missing) {
    await fail(unread(path, null, new CodedError('input.missing', { what: path })), result, dependencies);
  }
  const wanted = async (bytes: Uint8Array) => {
    const id = idOf(bytes);
    return !(await store.has(id)) && !(dependencies.notRemoved === true && (await store.removed(id)));
  };
  const bounds = { ...(limits && { limits }), ...(alone !== undefined && { alone }), ...(pool && { pool }) };
  const options = { lexicon, wanted, ...bounds, ...(sourceUrl !== undefined && { sourceUrl }) };
  const unwanted: string[] = [];
  let done = 0;
  for await (const { file, readings } of readFiles(files, options)) {
    if (readings === null) unwanted.push(file);
    for await (const reading of readings ?? []) {
      if ('error' in reading) await fail(reading, result, dependencies);
      else await keep(reading, result, dependencies);
    }
    done += 1;
    progress?.(done, files.length, file);
  }
  result.unchanged += unwanted.length;
  await auditAcross(store);
  await describe(result, unwanted, dependencies);
  result.seconds = Math.round(performance.now() - started) / 1000;
  return result;
}

async function keep(read: ReadReport, result: IngestResult, dependencies: IngestDependencies): Promise<void> {
  const { store, lexicon, now } = dependencies;
  const { file, report, bytes, text, sketch } = read;
  try {
    if (dependencies.notRemoved === true && (await store.removed(report.report))) {
      result.unchanged += 1;
      return;
    }
    const name = report.agency === null ? null : lexicon.agency(report.agency, report.region);
    const agency = { agencyKey: name?.key ?? null, kind: name?.kind ?? null };
    const { outcome, head } = await store.put({ report, bytes, text, sketch, ...agency, at: now() });
    if (outcome === 'unchanged') {
      result.unchanged += 1;
      duplicate(result, file, head);
    } else {
      const findings = report.findings.length;
      result[outcome].push({ report: head.report, agency: head.agency, year: head.year, file, findings });
    }
  } catch (error) {
    await fail(unread(file, report.report, error), result, dependencies);
  }
}

/** Says what came is to what is held: once, at the end, when everything of the run is. */
async function describe(
  result: IngestResult,
  unwanted: readonly string[],
  { store, lexicon }: IngestDependencies,
): Promise<void> {
  const arrived = [...result.added, ...result.updated];
  if (arrived.length + unwanted.length === 0) return;
  const heads = await store.heads({ versions: 'all' });
  const byReport = new Map(heads.map((head) => [head.report, head]));
  for (const file of unwanted) {
    const bytes = await readFile(file).catch(() => null);
    const head = bytes === null ? undefined : byReport.get(idOf(bytes));
    if (head) duplicate(result, file, head);
  }
  const notes = arrivalNotes(
    arrived.map(({ report }) => report),
    heads,
    lexicon,
  );
  for (const each of arrived) {
    const found = notes.get(each.report);
    if (found) each.notes = found;
  }
}

function duplicate(result: IngestResult, file: string, { report, file: of }: ReportHead): void {
  if (file === of) return;
  result.duplicates ??= [];
  result.duplicates.push({ file, report, of });
}

async function fail({ file, error }: Unread, result: IngestResult, { store, now }: IngestDependencies): Promise<void> {
  result.failed.push({ file, ...error });
  await store.fail({ file, code: error.code, ...error.message, at: now() });
}
