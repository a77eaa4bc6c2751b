/** Many files read in order: a few by this thread, more by worker threads. Results come in the order of the files. */
import { readFile as readBytes, stat } from 'node:fs/promises';
import { CodedError } from '../errors.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { Pool } from './pool.ts';
import { type Reading, type ReadingOptions, readFile, unread } from './reading.ts';

export interface FilesOptions extends ReadingOptions {
  readonly lexicon: Lexicon;
  /** Called with each file's bytes: false where it need not be read. Its readings are then null. */
  readonly wanted?: (bytes: Uint8Array) => Promise<boolean>;
  /** More files than this are read by worker threads. Default 20: fewer are read before threads have started. */
  readonly alone?: number;
  /** Worker threads at most. Default: as many as there are cores, up to four. */
  readonly threads?: number;
}

export interface FileRead {
  readonly file: string;
  /** What the file holds, to be gone through before the next file is asked for; null where it is not wanted. */
  readonly readings: AsyncIterable<Reading> | readonly Reading[] | null;
}

const fewest = 20;

/** Reads the files. Never throws for one of them: what cannot be read comes as its error. */
export async function* readFiles(files: readonly string[], options: FilesOptions): AsyncGenerator<FileRead> {
  if (files.length <= (options.alone ?? fewest)) {
    for (const file of files) {
      const read = async (bytes: Uint8Array) => readFile(file, bytes, options.lexicon, options);
      yield { file, readings: await one(file, options, read) };
    }
    return;
  }
  const { limits, sourceUrl } = options;
  const plain: ReadingOptions = { ...(limits && { limits }), ...(sourceUrl !== undefined && { sourceUrl }) };
  const pool = new Pool(options.threads);
  try {
    yield* inOrder(files, pool.width, (file) => one(file, options, (bytes) => pool.read(file, bytes, plain)));
  } finally {
    await pool.close();
  }
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
async function readBounded(file: string, limit?: number): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new CodedError('input.missing', { what: file });
  if (limit !== undefined && size > limit) {
    throw new CodedError('input.tooLarge', { what: file, limit: `${limit} B`, setting: 'NIANBAO_MAX_BYTES' });
  }
  try {
    return await readBytes(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new CodedError('input.unreadable', { what: file, why }, { cause: error });
  }
}
