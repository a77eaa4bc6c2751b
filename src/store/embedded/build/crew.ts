/**
 * Those who cut pages together: this thread, and worker threads where they pay. Pages come back in order, the same whoever has cut
 * them. A thread that fails is done without: what it had is cut here.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Draft } from '../draft.ts';
import type { Helper } from './helper.ts';
import { type CutPage, type CutReport, type Hand, type Page, Renumbering } from './page.ts';

/** Pages that a thread is given at a time: it goes on while this one is busy. */
const ahead = 2;
/** Pages under way, by thread, beyond which this one waits instead of cutting: they are held in memory. */
const most = 8;

interface Job {
  readonly page: Page;
  /** Null where a thread has failed. */
  readonly cut: Promise<CutPage | null>;
  readonly numbers: Renumbering;
  done: boolean;
}

export class Crew {
  readonly #threads: readonly Helper[];
  readonly #numbers = new Renumbering();
  readonly #hand: Hand;

  /** `hand`: this thread's own. */
  constructor(hand: Hand, threads: readonly Helper[] = []) {
    this.#hand = hand;
    this.#threads = threads;
  }

  /** Cuts the pages; gives them in order, by the numbers of `library`. */
  async *cut(pages: AsyncIterator<Page>, library: Draft): AsyncGenerator<readonly CutReport[]> {
    const under: Job[] = [];
    let more = true;
    const next = async (): Promise<Page | null> => {
      const { done, value } = await pages.next();
      if (done) more = false;
      return done ? null : value;
    };
    while (more || under.length > 0) {
      // What threads say is heard.
      if (this.#threads.length > 0) await turn();
      for (let free = this.#free(); free && more; free = this.#free()) {
        const page = await next();
        if (page) under.push(handOver(page, free));
      }
      const first = under[0];
      if (first && (first.done || !more || under.length >= most * this.#threads.length)) {
        under.shift();
        const cut = await first.cut;
        yield cut ? first.numbers.take(cut, library) : this.#numbers.take(this.#here(first.page), library);
        continue;
      }
      const page = await next();
      if (page) under.push({ page, cut: Promise.resolve(this.#here(page)), numbers: this.#numbers, done: true });
    }
  }

  /** A thread that has least to do, of those that have not enough. */
  #free(): Helper | undefined {
    return this.#threads.filter(({ under }) => under < ahead).sort((a, b) => a.under - b.under)[0];
  }

  #here(page: Page): CutPage {
    const cut = this.#hand(page);
    this.#numbers.meet(cut);
    return cut;
  }
}

function handOver(page: Page, thread: Helper): Job {
  const ended = (cut: CutPage | null) => {
    job.done = true;
    return cut;
  };
  const cut = thread.cut(page).then(ended, () => ended(null));
  const job: Job = { page, cut, numbers: thread.numbers, done: false };
  return job;
}
