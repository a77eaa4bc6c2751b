/** Many files read in order: a few by this thread, more by worker threads. Results come in the order of the files. */
import { readFileSync, statSync } from 'node:fs';
import { readFile as readBytes } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { CodedError } from '../errors.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { Pool } from './pool.ts';
import { type Reading, type ReadingOptions, readFile, unread } from './reading.ts';

export interface FilesOptions extends ReadingOptions {
  readonly lexicon: Lexicon;
  /** Called with each file's bytes: false where it need not be read. Its readings are then null. */
  readonly wanted?: (bytes: Uint8Array) => Promise<boolean>;
  /** More files than this are read by worker threads where they take long; 0: every file. Default 20. */
  readonly alone?: number;
  /** Worker threads at most. Default: as many as there are cores, up to four. */
  readonly threads?: number;
  /** Threads that are kept ready: they read every file, and are not closed. */
  readonly pool?: Pool;
}

export interface FileRead {
  readonly file: string;
  /** What the file holds, to be gone through before the next file is asked for; null where it is not wanted. */
  readonly readings: AsyncIterable<Reading> | readonly Reading[] | null;
}

const fewest = 20;
/**
 * Milliseconds of reading before threads are started. A thread takes a second to start, and hundreds of reports until it
 * reads as fast as this one does by then: what is read within this time is read sooner without.
 */
const patience = 3000;
/** Bytes. */
const small = 256 * 1024;

/** Reads the files. Never throws for one of them: what cannot be read comes as its error. */
export async function* readFiles(files: readonly string[], options: FilesOptions): AsyncGenerator<FileRead> {
  const { lexicon, alone = fewest } = options;
  const here = async (file: string): Promise<FileRead> => ({
    file,
    readings: await one(file, options, async (bytes) => readFile(file, bytes, lexicon, options)),
  });
  if (options.pool) {
    const { pool } = options;
    yield* inOrder(files, pool.width, (file) =>
      one(file, options, (bytes) => pool.read(file, bytes, plainOf(options))),
    );
    return;
  }
  if (files.length <= alone) {
    for (const file of files) yield await here(file);
    return;
  }
  const plain = plainOf(options);
  const pool = new Pool(options.threads);
  try {
    const begun = performance.now();
    let [at, started] = [0, false];
    for (; alone > 0 && at < files.length && !pool.ready; at++) {
      yield await here(files[at] as string);
      // What waits for this thread has its turn, and a thread that has started is heard.
      await turn();
      if (started || performance.now() - begun < patience) continue;
      started = true;
      pool.start();
    }
    yield* inOrder(files.slice(at), pool.width, (file) => one(file, options, (bytes) => pool.read(file, bytes, plain)));
  } finally {
    await pool.close();
  }
}

/** What a thread is told: no functions. */
function plainOf({ limits, sourceUrl }: ReadingOptions): ReadingOptions {
  return { ...(limits && { limits }), ...(sourceUrl !== undefined && { sourceUrl }) };
}

async function one(
  file: string,
  { limits, wanted }: FilesOptions,
  read: (bytes: Uint8Array) => Promise<FileRead['readings']>,
): Promise<FileRead['readings']> {
  try {
    const bytes = await readBounded(file, limits?.bytes);
    if (wanted && !(await wanted(bytes))) return null;
    return await read(bytes);
  } catch (error) {
    return [unread(file, null, error)];
  }
}

/** `width` at a time are under way; each is given when those before it were. */
async function* inOrder(
  files: readonly string[],
  width: number,
  read: (file: string) => Promise<FileRead['readings']>,
): AsyncGenerator<FileRead> {
  const under: Promise<FileRead>[] = [];
  for (const file of files) {
    under.push(read(file).then((readings) => ({ file, readings })));
    if (under.length >= width) yield (await under.shift()) as FileRead;
  }
  for (const each of under) yield await each;
}

/** Reads a file, refusing one over the limit before its bytes are in memory. */
async function readBounded(file: string, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new CodedError('input.missing', { what: file });
    if (size > limit)
      throw new CodedError('input.tooLarge', { what: file, limit: `${limit} B`, setting: 'NIANBAO_MAX_BYTES' });
    // A small file is read before a promise of it would be made.
    return size <= small ? readFileSync(file) : await readBytes(file);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new CodedError('input.unreadable', { what: file, why }, { cause: error });
  }
}
