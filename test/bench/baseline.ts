/** Figures of an earlier run to compare with: test/bench/baseline.json. `--save` writes those of this run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { print } from './figures.ts';

type Figures = Record<string, number>;

const file = new URL('./baseline.json', import.meta.url);
const read = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Figures>;

export class Baseline {
  readonly #key: string;
  readonly #before: Figures;
  readonly #now: Figures = {};

  /** Of one benchmark over a library of one size. */
  constructor(bench: string, reports: number) {
    this.#key = `${bench} ${reports}`;
    this.#before = read()[this.#key] ?? {};
  }

  /** Prints a figure, beside what it was. */
  note(name: string, value: number, unit: string, note = ''): void {
    this.#now[name] = Number(value.toPrecision(4));
    const before = this.#before[name];
    print(name, value, unit, [before === undefined ? '' : `(was ${before})`, note].filter(Boolean).join(' '));
  }

  /** Keeps the figures where the command asks for it. */
  close(save = process.argv.includes('--save')): void {
    if (save) writeFileSync(file, `${JSON.stringify({ ...read(), [this.#key]: this.#now }, null, 2)}\n`);
  }
}
