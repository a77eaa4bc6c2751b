/** The figures of a report, found by measure and applicant; what is blank, missing or uncertain never becomes a number. */
import { applicants } from '../forms.ts';
import type { Applicant, Fact, Report } from '../report.ts';

/** The six columns that add up to 总计, and the five of them that are organisations. */
export const parts = applicants.slice(0, 6);
export const organisations = applicants.slice(1, 6);

/** Several operands read together: all stated and certain, or the first one that is not. */
export type Reading =
  | { readonly known: true; readonly facts: readonly Fact[]; readonly sum: number }
  | { readonly known: false; readonly facts: readonly Fact[]; readonly fact: Fact | null; readonly why: Why };
export type Why = 'blank' | 'missing' | 'uncertain';

export class Figures {
  /** By measure, the first fact of each applicant, in the order of the facts: seven at most, so that a look finds one soonest. */
  readonly #rows = new Map<string, Fact[]>();
  readonly #measures = new Map<string, string[]>();

  constructor(report: Report) {
    let [measure, row]: [string, Fact[]] = ['', []];
    for (const fact of report.facts) {
      if (fact.measure !== measure) {
        measure = fact.measure;
        row = this.#rows.get(measure) ?? [];
        if (row.length === 0) this.#rows.set(measure, row);
      }
      if (find(row, fact.applicant) === undefined) row.push(fact);
    }
  }

  /** The cell, in whatever state; undefined where the report's form has no such cell. */
  cell(measure: string, applicant: Applicant | null = null): Fact | undefined {
    const row = this.#rows.get(measure);
    return row && find(row, applicant);
  }

  /** The value of a stated, certain cell; else null. */
  value(measure: string, applicant: Applicant | null = null): number | null {
    const fact = this.cell(measure, applicant);
    return fact?.state === 'stated' && fact.certain ? fact.value : null;
  }

  /** The sum of several measures of one column; NaN where one is not known. */
  sum(measures: readonly string[], applicant: Applicant | null = null): number {
    let sum = 0;
    for (const measure of measures) sum += numberOf(this.cell(measure, applicant));
    return round(sum);
  }

  /** The same of a row. */
  sumOfRow(measure: string, columns: readonly Applicant[]): number {
    const row = this.#rows.get(measure);
    let sum = 0;
    for (const applicant of columns) sum += numberOf(row && find(row, applicant));
    return round(sum);
  }

  /** Operands of a sum: several measures of one column. One that is not known makes the whole unknown. */
  column(measures: readonly string[], applicant: Applicant | null = null): Reading {
    return read(measures.map((measure) => this.cell(measure, applicant)));
  }

  /** The same of a row: several columns of one measure. */
  row(measure: string, columns: readonly Applicant[]): Reading {
    const row = this.#rows.get(measure);
    return read(columns.map((applicant) => row && find(row, applicant)));
  }

  /** The total column of a measure; where it is not known, the sum of the six columns, if all of them are. */
  total(measure: string): Reading {
    const total = this.column([measure], 'total');
    if (total.known) return total;
    const sum = this.row(measure, parts);
    return sum.known ? sum : total;
  }

  /** Measures of the report's facts that begin so, in the form's order. */
  measures(prefix: string): readonly string[] {
    const known = this.#measures.get(prefix);
    if (known !== undefined) return known;
    const found = [...this.#rows.keys()].filter((measure) => measure.startsWith(prefix));
    this.#measures.set(prefix, found);
    return found;
  }

  get all(): readonly Fact[] {
    const all: Fact[] = [];
    for (const row of this.#rows.values()) for (const fact of row) all.push(fact);
    return all;
  }
}

const numberOf = (fact: Fact | undefined): number =>
  fact?.state === 'stated' && fact.certain && fact.value !== null ? fact.value : Number.NaN;

function read(operands: readonly (Fact | undefined)[]): Reading {
  const facts: Fact[] = [];
  let sum = 0;
  let unknown: { fact: Fact | null; why: Why } | null = null;
  for (const fact of operands) {
    if (fact) facts.push(fact);
    const value = fact?.state === 'stated' && fact.certain ? fact.value : null;
    if (value === null) unknown ??= { fact: fact ?? null, why: whyUnknown(fact) };
    else sum += value;
  }
  if (unknown) return { known: false, facts, ...unknown };
  return { known: true, facts, sum: round(sum) };
}

function find(row: readonly Fact[], applicant: Applicant | null): Fact | undefined {
  for (const fact of row) if (fact.applicant === applicant) return fact;
  return undefined;
}

function whyUnknown(fact: Fact | undefined): Why {
  if (!fact || fact.state === 'missing') return 'missing';
  return fact.state === 'blank' ? 'blank' : 'uncertain';
}

/** Sums of decimals (amounts) without binary dust. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
