/** Figures: what each report says of a cell or a group of cells, with its state. Blank, missing and uncertain are unknown. */
import type { MeasureRef } from '../question/plan.ts';
import type { ReportHead, StoredFact } from '../store/store.ts';
import type { Base } from './answer.ts';
import type { Desk } from './desk.ts';
import { type Asked, cellKey, knownUnit } from './measures.ts';
import { filterFor } from './scope.ts';

export type FigureState = 'stated' | 'blank' | 'missing' | 'uncertain';

export interface Figure {
  readonly head: ReportHead;
  /** Those of the asked cells that the report's form has. */
  readonly refs: readonly MeasureRef[];
  /** The cells behind the figure, one for each of `refs`. */
  readonly facts: readonly StoredFact[];
  /** Null exactly where the state is not `stated`. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly state: FigureState;
  /** False where the form of the report has none of the cells. */
  readonly inForm: boolean;
}

/** Looks the cells of the reports up; each asked figure of each report, by report id, in the order asked. */
export async function figuresOf(
  desk: Desk,
  asked: readonly Asked[],
  heads: readonly ReportHead[] = desk.heads,
): Promise<Map<string, Figure[]>> {
  const cells = await cellsOf(
    desk,
    asked.flatMap(({ refs }) => refs),
    heads,
  );
  const columns = asked.map(({ refs }) => refs.map((ref) => ({ ref, of: cells.get(cellKey(ref)) })));
  return new Map(heads.map((head) => [head.report, columns.map((column) => figure(head, column))]));
}

/** One figure of each report. */
export async function figureOf(desk: Desk, asked: Asked, heads: readonly ReportHead[] = desk.heads): Promise<Figure[]> {
  const found = await figuresOf(desk, [asked], heads);
  return heads.map((head) => found.get(head.report)?.[0] as Figure);
}

/** Facts of one cell, by report; of several, by cell. */
type Cell = ReadonlyMap<string, StoredFact>;
type Cells = ReadonlyMap<string, Cell>;

async function cellsOf(desk: Desk, refs: readonly MeasureRef[], heads: readonly ReportHead[]): Promise<Cells> {
  if (refs.length === 0 || heads.length === 0) return new Map();
  const measures = [...new Set(refs.map((ref) => ref.measure))];
  const applicants = [...new Set(refs.map((ref) => ref.applicant))];
  const facts = await desk.store.facts({ ...filterFor(heads, desk.plan.scope), measures, applicants });
  const cells = new Map<string, Map<string, StoredFact>>(refs.map((ref) => [cellKey(ref), new Map()]));
  // Thousands of facts, few cells: the key is made once for each.
  const columns = new Map<string, Map<string | null, Map<string, StoredFact> | undefined>>(
    measures.map((measure) => [
      measure,
      new Map(applicants.map((applicant) => [applicant, cells.get(cellKey({ measure, applicant }))])),
    ]),
  );
  for (const fact of facts) columns.get(fact.measure)?.get(fact.applicant)?.set(fact.report, fact);
  return cells;
}

function figure(head: ReportHead, column: readonly { ref: MeasureRef; of: Cell | undefined }[]): Figure {
  const refs: MeasureRef[] = [];
  const facts: StoredFact[] = [];
  for (const { ref, of } of column) {
    const fact = of?.get(head.report);
    if (fact === undefined) continue;
    refs.push(ref);
    facts.push(fact);
  }
  return { head, refs, facts, ...total(facts), inForm: facts.length > 0 };
}

/** The sum of cells: unknown where one of them is, or where their units differ. */
function total(facts: readonly StoredFact[]): Pick<Figure, 'value' | 'unit' | 'state'> {
  const [first] = facts;
  if (first === undefined) return { value: null, unit: null, state: 'missing' };
  const states = facts.map(stateOf);
  const state = (['uncertain', 'missing', 'blank'] as const).find((each) => states.includes(each)) ?? 'stated';
  const mixed = facts.length > 1 && facts.some((fact) => knownUnit(fact.unit) === null || fact.unit !== first.unit);
  if (state !== 'stated') return { value: null, unit: first.unit, state };
  if (mixed) return { value: null, unit: null, state: 'uncertain' };
  return { value: exact(facts.reduce((sum, fact) => sum + (fact.value as number), 0)), unit: first.unit, state };
}

export function stateOf(fact: StoredFact): FigureState {
  if (!fact.certain) return 'uncertain';
  if (fact.state === 'stated' && fact.value === null) return 'uncertain';
  return fact.state;
}

/** Takes the noise of binary fractions off a sum of printed decimals (25.1 + 0.2). */
export function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** A figure with those of its cells that are not 0: what a citation of a long sum needs. */
export function telling(figure: Figure): Figure {
  const facts = figure.facts.filter((fact) => fact.value !== 0);
  return facts.length === 0 ? { ...figure, facts: figure.facts.slice(0, 1) } : { ...figure, facts };
}

export const isKnown = (each: Figure): each is Figure & { value: number } => each.value !== null;

/** The base of a computation: the reports looked at, and those whose figure is unknown. */
export function baseOf(heads: readonly ReportHead[], unknown: readonly Figure[] = []): Base {
  return {
    reports: heads.length,
    unknown: unknown.map(({ head, state }) => ({
      report: head.report,
      agency: head.agency,
      year: head.year,
      state: state === 'stated' ? 'uncertain' : state,
    })),
    years: [...new Set(heads.flatMap((head) => head.year ?? []))].sort((a, b) => a - b),
  };
}
