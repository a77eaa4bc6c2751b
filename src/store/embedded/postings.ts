/**
 * The search index in memory: FlexSearch says which passages hold a term, typed arrays hold the passages as numbers for ranking. The
 * only importer of flexsearch.
 */
import { Index } from 'flexsearch';
import type { Edges } from '../../text/edges.ts';
import type { NumberedPassage } from './cuts.ts';
import { pairWords } from './phrase.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A typed array that grows. */
class Numbers {
  data = new Int32Array(1024);
  length = 0;
  push(value: number): void {
    this.#reach(this.length + 1);
    this.data[this.length++] = value;
  }
  append(values: Int32Array): void {
    this.#reach(this.length + values.length);
    this.data.set(values, this.length);
    this.length += values.length;
  }
  /** Makes it `length` long, filled up with `value`. */
  extend(length: number, value: number): void {
    if (length <= this.length) return;
    this.#reach(length);
    this.data.fill(value, this.length, length);
    this.length = length;
  }
  /** Makes room at once for what is to come: growing step by step copies everything time and again. */
  expect(length: number): void {
    this.#resize(length);
  }
  #reach(length: number): void {
    if (length > this.data.length) this.#resize(Math.max(length, Math.ceil(this.data.length * 1.5)));
  }
  #resize(length: number): void {
    if (length <= this.data.length) return;
    const larger = new Int32Array(length);
    larger.set(this.data);
    this.data = larger;
  }
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
  readonly #vocabulary: Vocabulary;
  readonly #frequencies = new Numbers();
  /** By term, the last passage that was seen to hold it. */
  readonly #seen = new Numbers();
  /** Whether what is added still waits for `settle`. */
  #first = true;
  readonly #tokens = new Numbers();
  readonly #starts = new Numbers();
  readonly #aboves = new Numbers();
  readonly #rows = new Numbers();
  readonly #reports = new Numbers();
  readonly #sections = new Numbers();
  readonly #pairs = new Numbers();
  readonly #byReport = new Map<number, number[]>();
  #alive = 0;
  #textTokens = 0;

  /** Over the terms of `vocabulary`, which may grow behind it. */
  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
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
    return this.#vocabulary.terms;
  }
  /** The same by what they begin and end with. */
  get edges(): Edges {
    return this.#vocabulary.edges;
  }

  /** Makes room for passages and their terms, so many in all. */
  expect(passages: number, tokens: number): void {
    for (const each of [this.#aboves, this.#rows, this.#reports, this.#sections]) each.expect(passages);
    this.#starts.expect(passages + 1);
    this.#pairs.expect(passages * pairWords);
    this.#tokens.expect(tokens);
  }

  /** Adds a passage of a report (by its number in the library). After `settle`, all its terms must stand in the vocabulary. */
  add(report: number, { row, section, tokens, length, pairs }: NumberedPassage): void {
    const number = this.#rows.length;
    const from = this.#tokens.length;
    this.#tokens.append(tokens);
    this.#aboves.push(from + length);
    this.#starts.push(this.#tokens.length);
    this.#rows.push(row);
    this.#reports.push(report);
    this.#sections.push(section);
    this.#pairs.append(pairs);
    const terms: string[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const id = tokens[i]!;
      if (id >= this.#seen.length) this.#grow(id + 1);
      if (this.#seen.data[id] === number) continue;
      this.#seen.data[id] = number;
      this.#frequencies.data[id]!++;
      if (!this.#first) terms.push(this.#vocabulary.terms[id]!);
    }
    // FlexSearch hands what it is given to `encode`: a list of terms needs no joining and splitting.
    if (terms.length > 0) this.#index.add(number, terms as unknown as string);
    const list = this.#byReport.get(report);
    if (list) list.push(number);
    else this.#byReport.set(report, [number]);
    this.#alive++;
    this.#textTokens += length;
  }

  #grow(terms: number): void {
    this.#seen.extend(terms, -1);
    this.#frequencies.extend(terms, 0);
  }

  /** Ends the first filling: what was added until now goes into the index at once, which is many times faster than one by one. */
  settle(): void {
    if (!this.#first) return;
    this.#first = false;
    if (this.#rows.length === 0) return;
    // The form that FlexSearch's own export has, before it is made a string.
    this.#index.import('reg', Array.from({ length: this.#rows.length }, (_, number) => number) as unknown as string);
    this.#index.import('map', this.#lists() as unknown as string);
  }

  /** Every term with the passages that hold it, each list made in its length. */
  #lists(): [string, [number[]]][] {
    const { terms } = this.#vocabulary;
    const counts = this.#frequencies.data;
    const lists = Array.from({ length: this.#frequencies.length }, (_, id) => new Array<number>(counts[id]!));
    const filled = new Int32Array(lists.length);
    this.#seen.data.fill(-1);
    const [tokens, starts] = [this.#tokens.data, this.#starts.data];
    for (let number = 0; number < this.#rows.length; number++) {
      if (this.#reports.data[number] === -1) continue;
      for (let i = starts[number]!; i < starts[number + 1]!; i++) {
        const id = tokens[i]!;
        if (this.#seen.data[id] === number) continue;
        this.#seen.data[id] = number;
        lists[id]![filled[id]!++] = number;
      }
    }
    return lists.flatMap((numbers, id): [string, [number[]]][] =>
      numbers.length === 0 ? [] : [[terms[id]!, [numbers]]],
    );
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

  /** Whether a passage may hold a phrase of these pairs of characters. */
  mayHold(passage: number, pairs: Int32Array): boolean {
    const { data } = this.#pairs;
    for (let i = 0, at = passage * pairWords; i < pairWords; i++, at++)
      if ((data[at]! & pairs[i]!) !== pairs[i]) return false;
    return true;
  }

  /** Those of the passages, or of all, that may hold a phrase of these pairs. */
  mayHolding(pairs: Int32Array, few: readonly number[] | null): readonly number[] {
    if (few) return few.filter((passage) => this.mayHold(passage, pairs));
    const { data } = this.#pairs;
    // Most phrases are short: few of the words say anything.
    const words = [...pairs.keys()].filter((word) => pairs[word] !== 0);
    const found: number[] = [];
    for (let passage = 0; passage < this.#rows.length; passage++) {
      let i = 0;
      while (i < words.length && (data[passage * pairWords + words[i]!]! & pairs[words[i]!]!) === pairs[words[i]!]) i++;
      if (i === words.length) found.push(passage);
    }
    return found;
  }

  /** The passages of a report, by its number. */
  passages(report: number): readonly number[] {
    return this.#byReport.get(report) ?? [];
  }

  /** The number of a term, or -1. */
  id(term: string): number {
    return this.#vocabulary.id(term);
  }
  /** How many passages hold a term. */
  frequency(id: number): number {
    return id >= 0 && id < this.#frequencies.length ? this.#frequencies.data[id]! : 0;
  }

  /** Passages that hold a term, removed ones included. */
  holding(term: string): readonly number[] {
    return this.#index.search([term] as unknown as string, { limit: everything }) as number[];
  }
}
