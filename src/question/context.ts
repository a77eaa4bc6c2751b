/** What reading a question may depend on: the clock, the catalog, the conversation. */
import type { Catalog } from './catalog.ts';
import type { Language, Plan } from './plan.ts';
import type { Choice } from './reading.ts';

/** A row that an answer showed: the report that it is of. */
export interface Line {
  readonly report: string;
  readonly agency: string | null;
  readonly year: number | null;
}

/** What a conversation remembers of its last answered turn. Turns of older versions lack what is optional. */
export interface Turn {
  readonly question: string;
  readonly plan: Plan;
  /** Reports that the answer's rows were about, as many as are kept. */
  readonly reports: readonly string[];
  /** There were more than are kept. */
  readonly cut?: boolean;
  /** The rows that the text showed, in their order, where each is of a report: what "the second" means. */
  readonly lines?: readonly Line[];
  /** Rows of the answer, and how many of them were shown by now. */
  readonly rows?: number;
  readonly seen?: number;
  /** Rules of the findings that it showed: what "the same defect" means. */
  readonly found?: readonly string[];
  /** How many of the turns before it took back. */
  readonly back?: number;
  /** Keys of the agencies that they are of: one of them is what "it" means. */
  readonly agencies?: readonly string[];
  /** It was asked back: of its plan only the scope counts. */
  readonly asked?: boolean;
  /** The complete questions that it offered: the next turn may say which. */
  readonly choices?: readonly Choice[];
  /** ISO 8601. */
  readonly at: string;
}

/** Everything that reading a question may depend on: the clock and the catalog are arguments. */
export interface Context {
  readonly catalog: Catalog;
  /** Today, `YYYY-MM-DD`, in the asker's zone. */
  readonly today: string;
  /** Earlier turns of the conversation, oldest first; empty for none. */
  readonly turns: readonly Turn[];
  /** Overrides what the question's own characters say. */
  readonly language?: Language;
}
