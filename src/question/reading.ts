/** How a question was read: the plan, or what is asked back, or why not, and the words that said so. */
import type { Language, Plan } from './plan.ts';

/** A complete question that can be sent back as it is. */
export interface Choice {
  readonly label: string;
  readonly question: string;
}

/** A piece of the question that a rule recognised. Offsets are UTF-16 code units of the question as typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The rule's name, as `explain` prints it. */
  readonly rule: string;
  /** What it stands for, as a person reads it ("agency 盐池县科学技术局"). */
  readonly meaning: string;
}

/** How a question was read. Exactly one of plan (status `plan`), choices (`clarify`) and reason (`declined`, `unheld`) counts. */
export interface Reading {
  readonly question: string;
  readonly language: Language;
  readonly status: 'plan' | 'clarify' | 'declined' | 'unheld';
  readonly plan: Plan | null;
  /** With `clarify`: the question to ask back, in the question's language. */
  readonly prompt: string | null;
  readonly choices: readonly Choice[];
  /** Why it is declined, or (`notCounted`) what the forms do not hold: a stable code (`offTopic`, `invents`, `changesData`, `identifiesApplicant`, `judgesPersons`,
   *  `secrets`, `notUnderstood`, `unsupported`), and the sentence in the question's language. */
  readonly reason: { readonly code: string; readonly text: string } | null;
  /** The question takes back so many turns of the conversation ("undo", "back to the first question"). */
  readonly back?: number;
  /** With `clarify`: the one agency, and the years, that the question named; the next turn may go on with them. */
  readonly about?: { readonly agency: string; readonly years: readonly number[] };
  readonly spans: readonly Span[];
  /** Readings that lost, and why: for `explain`. */
  readonly rejected: readonly { readonly reading: string; readonly why: string }[];
}
