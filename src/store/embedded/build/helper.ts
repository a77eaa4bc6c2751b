/** A worker thread that cuts pages, as this thread sees it: it is busy until it has started, and for good once it has failed. */
import { Worker } from 'node:worker_threads';
import type { LexiconPart } from '../../../lexicon/lexicon.ts';
import { type CutPage, type Page, Renumbering } from './page.ts';
import type { Told } from './thread.ts';

const script = new URL('./thread.mjs', import.meta.url);

/** Milliseconds for a page that takes some twenty: a thread that does not come back is done without. */
const usualPatience = 30_000;

interface Waiting {
  readonly done: (cut: CutPage) => void;
  readonly failed: (error: unknown) => void;
}

export class Helper {
  readonly numbers = new Renumbering();
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #ready = false;
  #lost = false;
  readonly #patience: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(from: URL = script, patience = usualPatience) {
    this.#patience = patience;
    this.#worker = new Worker(from);
    this.#worker.on('message', (said: 'ready' | CutPage) => this.#hear(said));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', (code) => this.#lose(new Error(`worker thread ended (${code})`)));
  }

  /** Pages that it has; one that cannot take any has endlessly many. */
  get under(): number {
    return this.#ready && !this.#lost ? this.#waiting.length : Number.POSITIVE_INFINITY;
  }

  /** What it is to cut with: it is ready once it has understood. */
  begin(words: LexiconPart): void {
    this.#tell({ words });
  }

  cut(page: Page): Promise<CutPage> {
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#tell({ page });
      this.#watch();
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#lost = true;
    await this.#worker.terminate();
  }

  #tell(told: Told): void {
    this.#worker.postMessage(told);
  }

  #hear(said: 'ready' | CutPage): void {
    if (said === 'ready') this.#ready = true;
    else {
      this.numbers.meet(said);
      this.#waiting.shift()?.done(said);
    }
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0 || this.#lost) return;
    this.#timer = setTimeout(() => {
      this.#lose(new Error('worker thread does not answer'));
      void this.#worker.terminate();
    }, this.#patience);
  }

  #lose(error: unknown): void {
    clearTimeout(this.#timer);
    this.#lost = true;
    for (const { failed } of this.#waiting.splice(0)) failed(error);
  }
}
