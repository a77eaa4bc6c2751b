/**
 * The search index in memory: FlexSearch says which passages hold a term, typed arrays hold the passages as numbers for ranking. The
 * only importer of flexsearch.
 */
import { Index } from 'flexsearch';

/** A typed array that grows. */
class Numbers {
  data = new Int32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
}

export interface IndexedPassage {
  /** Its number in the library. */
  readonly row: number;
  /** Its report's number in the library. */
  readonly report: number;
  /** 0 for none. */
  readonly section: number;
  readonly text: readonly string[];
  readonly above: readonly string[];
}

const everything = Number.MAX_SAFE_INTEGER;

/** Passages by number, from 0 in order of arrival; one that was removed keeps its number and is never found again. */
export class Postings {
  readonly #index = new Index({
    tokenize: 'strict',
    resolution: 1,
    encode: (terms: unknown) => terms as string[],
    score: () => 0,
  });
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #frequencies = new Numbers();
  /** By term, the last passage that was seen to hold it. */
  readonly #seen = new Numbers();
  /** By term, the passages of the first filling; null once it is over. */
  #first: number[][] | null = [];
  readonly #tokens = new Numbers();
  readonly #starts = new Numbers();
  readonly #aboves = new Numbers();
  readonly #rows = new Numbers();
  readonly #reports = new Numbers();
  readonly #sections = new Numbers();
  readonly #byReport = new Map<number, number[]>();
  #alive = 0;
  #textTokens = 0;

  constructor() {
    this.#starts.push(0);
  }

  /** Passages that can be found. */
  get size(): number {
    return this.#alive;
  }
  /** Numbers given so far, removed passages included. */
  get capacity(): number {
    return this.#rows.length;
  }
  /** Mean number of terms of a passage. */
  get average(): number {
    return this.#alive === 0 ? 1 : this.#textTokens / this.#alive;
  }
  get tokens(): Int32Array {
    return this.#tokens.data;
  }
  /** All terms ever indexed. */
  get vocabulary(): readonly string[] {
    return this.#terms;
  }

  add(passage: IndexedPassage): void {
    const number = this.#rows.length;
    for (const term of passage.text) this.#tokens.push(this.#idOf(term));
    this.#aboves.push(this.#tokens.length);
    for (const term of passage.above) this.#tokens.push(this.#idOf(term));
    this.#starts.push(this.#tokens.length);
    this.#rows.push(passage.row);
    this.#reports.push(passage.report);
    this.#sections.push(passage.section);
    const { from, end } = this.span(number);
    const terms: string[] = [];
    for (let i = from; i < end; i++) {
      const id = this.#tokens.data[i]!;
      if (this.#seen.data[id] === number) continue;
      this.#seen.data[id] = number;
      this.#frequencies.data[id]!++;
      if (this.#first) this.#first[id]!.push(number);
      else terms.push(this.#terms[id]!);
    }
    // FlexSearch hands what it is given to `encode`: a list of terms needs no joining and splitting.
    if (terms.length > 0) this.#index.add(number, terms as unknown as string);
    const list = this.#byReport.get(passage.report);
    if (list) list.push(number);
    else this.#byReport.set(passage.report, [number]);
    this.#alive++;
    this.#textTokens += passage.text.length;
  }

  /** Ends the first filling: what was added until now goes into the index at once, which is many times faster than one by one. */
  settle(): void {
    if (this.#first === null) return;
    const lists = this.#first.map((numbers, id) => [this.#terms[id]!, [numbers]]);
    this.#first = null;
    if (lists.length === 0) return;
    // The form that FlexSearch's own export has, before it is made a string.
    this.#index.import('reg', Array.from({ length: this.#rows.length }, (_, number) => number) as unknown as string);
    this.#index.import('map', lists as unknown as string);
  }

  /** Takes a report's passages out; the index itself forgets them when it is next loaded. */
  removeReport(report: number): void {
    for (const number of this.#byReport.get(report) ?? []) {
      const { from, to, end } = this.span(number);
      for (const id of new Set(this.#tokens.data.subarray(from, end))) this.#frequencies.data[id]!--;
      this.#reports.data[number] = -1;
      this.#alive--;
      this.#textTokens -= to - from;
    }
    this.#byReport.delete(report);
  }

  /** Where a passage's tokens stand: its own from `from`, those above it from `to` until `end`. */
  span(passage: number): { from: number; to: number; end: number } {
    return { from: this.#starts.data[passage]!, to: this.#aboves.data[passage]!, end: this.#starts.data[passage + 1]! };
  }

  row(passage: number): number {
    return this.#rows.data[passage]!;
  }
  /** -1 where it was removed. */
  report(passage: number): number {
    return this.#reports.data[passage]!;
  }
  section(passage: number): number {
    return this.#sections.data[passage]!;
  }

  /** The number of a term, or -1. */
  id(term: string): number {
    return this.#ids.get(term) ?? -1;
  }
  frequency(id: number): number {
    return this.#frequencies.data[id]!;
  }

  /** Passages that hold a term, removed ones included. */
  holding(term: string): readonly number[] {
    return this.#index.search([term] as unknown as string, { limit: everything }) as number[];
  }

  #idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#ids.set(term, id);
      this.#terms.push(term);
      this.#frequencies.push(0);
      this.#seen.push(-1);
      this.#first?.push([]);
    }
    return id;
  }
}
