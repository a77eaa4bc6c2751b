/** Many files read in order: a few by this thread, more with the help of worker threads. Results come in the order of the files. */
import { readFileSync, statSync } from 'node:fs';
import { readFile as readBytes } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { CodedError } from '../errors.ts';
import type { Names } from '../lexicon/lexicon.ts';
import { Pool } from './pool.ts';
import { type Reading, type ReadingOptions, readFile, unread } from './reading.ts';

export interface FilesOptions extends ReadingOptions {
  readonly lexicon: Names;
  /** Called with each file's bytes: false where it need not be read. Its readings are then null. */
  readonly wanted?: (bytes: Uint8Array) => Promise<boolean>;
  /** With more files than this worker threads help where they take long; 0: they read every file, and this thread none. Default 20. */
  readonly alone?: number;
  /**
   * Worker threads at most. Default: two less than there are cores, up to three. This thread reads and writes, and the engine compiles
   * beside it: with one more on two cores, 3,000 reports took a third longer. One at least where this thread is to read none.
   */
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
 * Milliseconds of reading before threads are started. A thread takes a fifth of a second to start, and hundreds of reports until it
 * reads as fast as this one does by then: what is read within this time is read sooner without.
 */
const patience = 1000;
/** More threads than this wait for the one that writes. */
const mostThreads = 3;
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
  const threads = options.threads ?? Math.max(alone > 0 ? 0 : 1, Math.min(availableParallelism() - 2, mostThreads));
  const plain = plainOf(options);
  const pool = new Pool(threads);
  try {
    const begun = performance.now();
    let [at, started] = [0, threads === 0];
    for (; alone > 0 && at < files.length && !pool.ready; at++) {
      yield await here(files[at] as string);
      // What waits for this thread has its turn, and a thread that has started is heard.
      await turn();
      if (started || performance.now() - begun < patience) continue;
      started = true;
      pool.start();
    }
    const rest = files.slice(at);
    const there = (file: string) => one(file, options, (bytes) => pool.read(file, bytes, plain));
    yield* alone === 0 ? inOrder(rest, pool.width, there) : together(rest, pool.width, there, here);
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

type Read = (file: string) => Promise<FileRead['readings']>;

/** `width` at a time are under way; each is given when those before it were. */
async function* inOrder(files: readonly string[], width: number, read: Read): AsyncGenerator<FileRead> {
  const under: Promise<FileRead>[] = [];
  for (const file of files) {
    under.push(read(file).then((readings) => ({ file, readings })));
    if (under.length >= width) yield (await under.shift()) as FileRead;
  }
  for (const each of under) yield await each;
}

/** The same, and while the first of them is not done this thread reads small files itself. */
async function* together(
  files: readonly string[],
  width: number,
  there: Read,
  here: (file: string) => Promise<FileRead>,
): AsyncGenerator<FileRead> {
  const under: { readonly read: Promise<FileRead>; done: boolean }[] = [];
  let at = 0;
  let busy = 0;
  const handOver = (file: string) => {
    busy += 1;
    const read = there(file).then((readings) => {
      busy -= 1;
      job.done = true;
      return { file, readings };
    });
    const job = { read, done: false };
    under.push(job);
  };
  while (at < files.length || under.length > 0) {
    while (at < files.length && busy < width) handOver(files[at++] as string);
    // A thread that is done is heard.
    await turn();
    const next = files[at];
    if (under[0]!.done || next === undefined || under.length >= 2 * width || !isSmall(next))
      yield await under.shift()!.read;
    else {
      at += 1;
      const read = here(next).then(whole);
      await read;
      under.push({ read, done: true });
    }
  }
}

/** A file with all that it holds, gone through. */
async function whole({ file, readings }: FileRead): Promise<FileRead> {
  if (readings === null) return { file, readings };
  const all: Reading[] = [];
  for await (const reading of readings) all.push(reading);
  return { file, readings: all };
}

/** A large file may take what only a thread can be stopped for. */
const isSmall = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= small;

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
