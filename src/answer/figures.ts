/** Figures: what each report says of a cell or a group of cells, with its state. Blank, missing and uncertain are unknown. */
import type { MeasureRef } from '../question/plan.ts';
import type { ReportHead, Store, StoredFact } from '../store/store.ts';
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
  /** Of a sum, its cells as rows tell them; none of a single cell. */
  readonly parts: readonly Part[];
  /** Null exactly where the state is not `stated`. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly state: FigureState;
  /** False where the form of the report has none of the cells. */
  readonly inForm: boolean;
}

/** A cell of a sum. */
type Part = Pick<StoredFact, 'measure' | 'applicant' | 'value' | 'line'>;

/** Looks the cells of the reports up; each asked figure of each report, by report id, in the order asked. */
export async function figuresOf(
  desk: Desk,
  asked: readonly Asked[],
  heads: readonly ReportHead[] = desk.heads,
): Promise<Map<string, Figure[]>> {
  const columns = await columnsOf(desk, asked, heads);
  return new Map(heads.map((head, index) => [head.report, columns.map((column) => column[index] as Figure)]));
}

/** One figure of each report. */
export async function figureOf(desk: Desk, asked: Asked, heads: readonly ReportHead[] = desk.heads): Promise<Figure[]> {
  const [column] = await columnsOf(desk, [asked], heads);
  return column as Figure[];
}

/** Of more reports than this the figures are kept: the next question about many reports is often about the same cells. */
const FEW = 50;
/** Figures that are kept of all columns together. */
const KEPT = 200_000;

/** Figures by report; what a report says never changes under its id, its head may. */
type Column = Map<string, Figure>;
const kept = new WeakMap<Store, Map<string, Column>>();

/** Each asked figure as a column: one figure a head, in their order. */
export async function columnsOf(
  desk: Desk,
  asked: readonly Asked[],
  heads: readonly ReportHead[] = desk.heads,
): Promise<Figure[][]> {
  const columns: readonly Column[] = asked.map(heads.length > FEW ? columnFor(desk.store) : () => new Map());
  const missing = heads.filter((head) => columns.some((column) => column.get(head.report)?.head !== head));
  if (missing.length > 0) {
    const refs = asked.flatMap((each) => each.refs);
    const facts = await factsOf(desk, refs, missing);
    for (const [index, column] of columns.entries())
      for (const head of missing)
        column.set(head.report, figure(head, (asked[index] as Asked).refs, facts.get(head.report) ?? []));
  }
  return columns.map((column) => heads.map((head) => column.get(head.report) as Figure));
}

function columnFor(store: Store): (asked: Asked) => Column {
  const columns = kept.get(store) ?? new Map<string, Column>();
  kept.set(store, columns);
  return ({ refs }) => {
    const key = refs.map(cellKey).join();
    const column = columns.get(key) ?? new Map<string, Figure>();
    // Taken out and put back: the first one is always the one not asked for the longest.
    columns.delete(key);
    let sum = 0;
    for (const each of columns.values()) sum += each.size;
    for (const [oldest, each] of columns) {
      if (sum <= KEPT) break;
      columns.delete(oldest);
      sum -= each.size;
    }
    columns.set(key, column);
    return column;
  };
}

/** Facts of these cells, by report. */
async function factsOf(
  desk: Desk,
  refs: readonly MeasureRef[],
  heads: readonly ReportHead[],
): Promise<ReadonlyMap<string, readonly StoredFact[]>> {
  const found = new Map<string, StoredFact[]>();
  if (refs.length === 0 || heads.length === 0) return found;
  const measures = [...new Set(refs.map((ref) => ref.measure))];
  const applicants = [...new Set(refs.map((ref) => ref.applicant))];
  let last = '';
  let own: StoredFact[] = [];
  for (const fact of await desk.store.facts({ ...filterFor(heads, desk.plan.scope), measures, applicants })) {
    // Those of a report come one after the other.
    if (fact.report !== last) {
      last = fact.report;
      own = found.get(last) ?? [];
      found.set(last, own);
    }
    own.push(fact);
  }
  return found;
}

function figure(head: ReportHead, asked: readonly MeasureRef[], own: readonly StoredFact[]): Figure {
  const found = asked.map((ref) =>
    own.findLast(({ measure, applicant }) => measure === ref.measure && applicant === ref.applicant),
  );
  const facts = found.filter((fact) => fact !== undefined);
  // Where the form has them all, thousands of figures share the list.
  const refs = facts.length === asked.length ? asked : asked.filter((_, index) => found[index] !== undefined);
  const { value, unit, state } = total(facts);
  return { head, refs, facts, parts: partsOf(facts), value, unit, state, inForm: facts.length > 0 };
}

const noParts: readonly Part[] = [];

/** Thousands of rows tell the same cells again and again: they are made with the figure. */
const partsOf = (facts: readonly StoredFact[]): readonly Part[] =>
  facts.length < 2
    ? noParts
    : facts.map(({ measure, applicant, value, line }) => ({ measure, applicant, value, line }));

/** The sum of cells: unknown where one of them is, or where their units differ. */
function total(facts: readonly StoredFact[]): Pick<Figure, 'value' | 'unit' | 'state'> {
  const [first] = facts;
  if (first === undefined) return { value: null, unit: null, state: 'missing' };
  if (facts.length === 1) {
    const state = stateOf(first);
    return { value: state === 'stated' ? first.value : null, unit: first.unit, state };
  }
  const states = facts.map(stateOf);
  const state = (['uncertain', 'missing', 'blank'] as const).find((each) => states.includes(each)) ?? 'stated';
  const mixed = facts.some((fact) => knownUnit(fact.unit) === null || fact.unit !== first.unit);
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
  const some = facts.length === 0 ? figure.facts.slice(0, 1) : facts;
  return { ...figure, facts: some, parts: partsOf(some) };
}

export const isKnown = (each: Figure): each is Figure & { value: number } => each.value !== null;

/** The base of a computation: the reports looked at, and those whose figure is unknown. */
/** `unknown` may name a report once for each of several figures. */
export function baseOf(heads: readonly ReportHead[], unknown: readonly Pick<Figure, 'head' | 'state'>[] = []): Base {
  const reports = new Map([...unknown].reverse().map((each) => [each.head.report, each]));
  return {
    reports: heads.length,
    unknown: [...reports.values()].reverse().map(({ head, state }) => ({
      report: head.report,
      agency: head.agency,
      year: head.year,
      state: state === 'stated' ? 'uncertain' : state,
    })),
    years: yearsOf(heads),
  };
}

function yearsOf(heads: readonly ReportHead[]): number[] {
  const years = new Set<number>();
  for (const { year } of heads) if (year !== null) years.add(year);
  return [...years].sort((a, b) => a - b);
}
