/**
 * Worker threads that read files: the main thread stays free, cores are used, and a file that takes too long is stopped whatever
 * it does. A thread that dies or is stopped is replaced; it hurts no file but its own.
 */
import { Worker } from 'node:worker_threads';
import { limits as defaults } from '../document/open.ts';
import { CodedError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { idOf, type Reading, type ReadingOptions, type ReadReport, type Unread, unread } from './reading.ts';

/** What a thread is asked to read. */
export interface Task {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly options: ReadingOptions;
}

/**
 * A report as it travels: its hundreds of objects would cost this thread as much as reading it does, one text costs a tenth. Of the bytes
 * only those of an archive's members do; those of the file itself are here.
 */
export type Sent = Omit<ReadReport, 'report' | 'bytes'> & { readonly json: string; readonly bytes: Uint8Array | null };

/** What a thread says. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly reading: Sent | Unread }
  | { readonly kind: 'done' };

/** A thread keeps the time of a file itself; it is stopped when it does not come back from a step. Milliseconds. */
const grace = 500;
/** Megabytes: a file that needs more ends its thread, and not the process. */
const heap = 2048;

const thread = new URL('./thread.mjs', import.meta.url);

interface Job {
  readonly task: Task;
  readonly readings: Reading[];
  readonly done: (readings: Reading[]) => void;
}

export class Pool {
  readonly #most: number;
  readonly #script: URL;
  readonly #waiting: Job[] = [];
  readonly #threads = new Set<Thread>();
  #closed = false;

  /** `threads`: at most so many. They start when there is work. */
  constructor(threads: number, script: URL = thread) {
    this.#most = threads;
    this.#script = script;
  }

  /** Starts the threads before there is work. */
  start(): void {
    while (this.#threads.size < this.#most) this.#add();
  }

  /** Whether a thread has started: until then whoever can may well read for itself. */
  get ready(): boolean {
    return [...this.#threads].some((each) => each.ready);
  }

  /** How many files it makes sense to hand over at a time. */
  get width(): number {
    return this.#most * 2;
  }

  /** Reads a file as what it holds. Never throws. */
  read(file: string, bytes: Uint8Array, options: ReadingOptions): Promise<Reading[]> {
    return new Promise((done) => {
      this.#waiting.push({ task: { file, bytes, options }, readings: [], done });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map((thread) => thread.stop()));
  }

  #next(): void {
    if (this.#closed) return;
    const free = [...this.#threads].filter((each) => each.idle);
    let idle = free.find((each) => each.ready) ?? free[0];
    if (!idle && this.#threads.size < this.#most && this.#waiting.length > 0) idle = this.#add();
    const job = idle && this.#waiting.shift();
    if (job) idle?.take(job);
  }

  #add(): Thread {
    const gone = (thread: Thread) => {
      this.#threads.delete(thread);
      this.#next();
    };
    const added = new Thread(this.#script, () => this.#next(), gone);
    this.#threads.add(added);
    return added;
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #free: () => void;
  readonly #gone: (thread: Thread) => void;
  ready = false;
  #job: Job | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(script: URL, free: () => void, gone: (thread: Thread) => void) {
    this.#free = free;
    this.#gone = gone;
    this.#worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heap } });
    this.#worker.on('message', (reply: Reply) => this.#hear(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`worker thread ended (${code})`)));
  }

  get idle(): boolean {
    return this.#job === null;
  }

  take(job: Job): void {
    this.#job = job;
    this.#worker.postMessage(job.task);
    this.#watch();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker.terminate();
  }

  #hear(reply: Reply): void {
    const job = this.#job;
    if (reply.kind === 'ready') this.ready = true;
    if (reply.kind === 'reading' && job !== null) job.readings.push(received(reply.reading, job.task));
    if (reply.kind !== 'done' || job === null) {
      this.#watch();
      return;
    }
    clearTimeout(this.#timer);
    this.#job = null;
    job.done(job.readings);
    this.#free();
  }

  /** Begins the time of a file: each member of an archive has its own. A thread that is still starting is given its time. */
  #watch(): void {
    clearTimeout(this.#timer);
    const job = this.#job;
    if (job === null || !this.ready) return;
    const limit = job.task.options.limits?.milliseconds ?? defaults.milliseconds;
    this.#timer = setTimeout(() => {
      this.#fail(new CodedError('input.tooSlow', { what: job.task.file, limit, setting: 'NIANBAO_MAX_MS' }));
      void this.#worker.terminate();
    }, limit + grace);
  }

  /** The thread is lost: its file fails, the pool goes on without it. */
  #fail(error: unknown): void {
    clearTimeout(this.#timer);
    const job = this.#job;
    this.#job = null;
    this.#gone(this);
    if (job === null) return;
    const { file, bytes } = job.task;
    const memory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    const why = memory
      ? new CodedError('input.tooLarge', { what: file, limit: `${heap} MB`, setting: 'NIANBAO_MAX_BYTES' })
      : error;
    job.done([...job.readings, unread(file, idOf(bytes), why)]);
  }
}

/** Its objects are made for who asks for them. */
function received(reading: Sent | Unread, task: Task): Reading {
  if ('error' in reading) return reading;
  let report: Report | undefined;
  return {
    ...reading,
    bytes: reading.bytes ?? task.bytes,
    get report() {
      report ??= JSON.parse(reading.json) as Report;
      return report;
    },
  };
}
