/** What one file may cost: counters and a deadline that every reader in this folder consults while it works. */
import { CodedError } from '../errors.ts';
import type { Limits, Watch } from './document.ts';

/** The defaults. `bytes`, `milliseconds` and `ocr` are settings (NIANBAO_MAX_BYTES, NIANBAO_MAX_MS, NIANBAO_OCR); the others are arguments. */
export const limits: Limits = {
  bytes: 50 * 1024 * 1024,
  pages: 500,
  blocks: 200_000,
  cells: 500_000,
  depth: 200,
  decompressedBytes: 300 * 1024 * 1024,
  files: 5_000,
  milliseconds: 20_000,
  ocr: null,
};

/** Synchronous loops look at the clock once in so many steps: often enough for milliseconds, too rarely to be felt. */
const stepsBetweenLooks = 512;

/** No bound on time: for whoever reads a document that is known. */
export const unwatched: Watch = { look: () => undefined, step: () => undefined };

/** Counts what a file uses and throws `input.tooLarge` or `input.tooSlow` as soon as a bound is passed. */
export class Budget implements Watch {
  readonly file: string;
  readonly limits: Limits;
  #blocks = 0;
  #cells = 0;
  #steps = 0;
  #deadline: number;

  /** `started`: when work on the file began, by `performance.now()`. */
  constructor(file: string, overrides: Partial<Limits> = {}, started = performance.now()) {
    this.file = file;
    this.limits = { ...limits, ...overrides };
    this.#deadline = started + this.limits.milliseconds;
  }

  /** One more block with so many cells. */
  block(cells: number): void {
    this.#blocks += 1;
    this.#cells += cells;
    if (this.#blocks > this.limits.blocks) throw this.tooLarge('blocks');
    if (this.#cells > this.limits.cells) throw this.tooLarge('cells');
    this.step();
  }

  /** One more small step of a loop whose length the file decides. */
  step(): void {
    this.#steps += 1;
    if (this.#steps % stepsBetweenLooks === 0) this.look();
  }

  /** Looks at the clock now: before and after each piece of work that cannot be interrupted. */
  look(): void {
    if (performance.now() <= this.#deadline) return;
    const { milliseconds } = this.limits;
    throw new CodedError('input.tooSlow', { what: this.file, limit: milliseconds, setting: 'NIANBAO_MAX_MS' });
  }

  /** Milliseconds left, never below 0. */
  left(): number {
    return Math.max(0, this.#deadline - performance.now());
  }

  /** Checks a depth of nesting or a number of pages against its bound. */
  bound(name: 'depth' | 'pages' | 'files' | 'cells', value: number): void {
    if (value > this.limits[name]) throw this.tooLarge(name);
  }

  /** The error for a bound that was passed, with the name of what changes it. */
  tooLarge(name: keyof Limits): CodedError {
    const setting = name === 'bytes' ? 'NIANBAO_MAX_BYTES' : `limits.${name}`;
    const unit = name === 'bytes' || name === 'decompressedBytes' ? 'B' : name;
    return new CodedError('input.tooLarge', { what: this.file, limit: `${this.limits[name]} ${unit}`, setting });
  }

  damaged(why: string, cause?: unknown): CodedError {
    return new CodedError('input.damaged', { what: this.file, why }, { cause });
  }
}
