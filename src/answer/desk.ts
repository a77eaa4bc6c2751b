/** What every operation is handed: the plan, the reports it is about, and how to say what it found. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Plan } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';
import type { ReportHead, Store } from '../store/store.ts';
import type { Answer, Window } from './answer.ts';
import type { Library } from './catalog.ts';

export interface Desk {
  readonly plan: Plan;
  readonly store: Store;
  readonly lexicon: Lexicon;
  readonly library: Library;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Reports in scope, by agency and year. */
  readonly heads: readonly ReportHead[];
  /** Names for texts that an answer gives in both languages. */
  readonly names: { readonly zh: Naming; readonly en: Naming };
  /** Which of the rows are shown, and so have their sources given. */
  readonly window: Window;
}

/** Those of all rows (or of what stands behind them, in their order) that the text shows. */
export function shownOf<T>({ window: { from, size } }: Pick<Desk, 'window'>, all: readonly T[]): T[] {
  return all.slice(from, from + size);
}

export type Operate = (desk: Desk) => Promise<Answer>;

type Content = Partial<Omit<Answer, 'plan'>>;

/** An answer of the plan; what an operation does not give is empty. */
export function answer(desk: Desk, status: Answer['status'], content: Content): Answer {
  return {
    plan: desk.plan,
    window: desk.window,
    status,
    value: null,
    unit: null,
    rows: [],
    excerpts: [],
    citations: [],
    warnings: [],
    base: null,
    reason: null,
    subject: null,
    file: null,
    body: null,
    suggestions: [],
    ...content,
  };
}

/** A reason that is no answer: a stable code and its sentence in both languages. */
export interface Reason {
  readonly code: string;
  readonly text: Bilingual;
}

export const noData = (desk: Desk, reason: Reason, content: Content = {}) =>
  answer(desk, 'no-data', { reason, ...content });
export const nothingFound = (desk: Desk, reason: Reason, content: Content = {}) =>
  answer(desk, 'nothing-found', { reason, ...content });

/** One language of a text. */
export const said = (desk: Desk, text: Bilingual) => text[desk.plan.language];
