/** Marks: the pieces of a question that were recognised, each with the senses that it can have. */
import type { Division } from '../lexicon/lexicon.ts';
import type { FormId } from '../report/report.ts';
import type { RateId } from './plan.ts';

/** What a piece can stand for. */
export type Sense =
  | { readonly kind: 'word'; readonly rule: string }
  | { readonly kind: 'measure'; readonly ids: readonly string[]; readonly fallback: readonly string[] }
  | { readonly kind: 'applicant'; readonly id: string }
  | { readonly kind: 'section'; readonly number: number }
  | { readonly kind: 'part'; readonly zh: string; readonly section: number | null }
  | { readonly kind: 'theme'; readonly id: string }
  | { readonly kind: 'topic'; readonly zh: string }
  | { readonly kind: 'rate'; readonly id: RateId }
  | { readonly kind: 'definition'; readonly id: string }
  | { readonly kind: 'department'; readonly id: string; readonly plural: boolean }
  | { readonly kind: 'agency'; readonly key: string }
  | { readonly kind: 'region'; readonly divisions: readonly Division[] }
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  /** The last so many years. */
  | { readonly kind: 'recent'; readonly count: number }
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'form'; readonly form: FormId }
  | { readonly kind: 'quoted'; readonly text: string };

export type SenseOf<K extends Sense['kind']> = Extract<Sense, { kind: K }>;

/** Offsets in the folded text. A mark without senses is a piece that nothing recognised. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly senses: readonly Sense[];
}

export function sense<K extends Sense['kind']>(mark: Mark, kind: K): SenseOf<K> | undefined {
  return mark.senses.find((each): each is SenseOf<K> => each.kind === kind);
}

export const fires = (mark: Mark, rule: string): boolean =>
  mark.senses.some((each) => each.kind === 'word' && (each.rule === rule || each.rule.startsWith(`${rule}.`)));

/** The marks of a question, and which of them the reading has used: what stays unused was not understood. */
export class Marks {
  readonly all: readonly Mark[];
  private readonly taken = new Set<Mark>();

  constructor(all: readonly Mark[]) {
    this.all = all;
  }

  /** The same marks with the same ones used: a rule may fail without a trace. */
  fork(): Marks {
    const copy = new Marks(this.all);
    for (const mark of this.taken) copy.taken.add(mark);
    return copy;
  }

  /** Marks that fire the rule (or one below it: `audit` for `audit.late`). */
  firing(rule: string): Mark[] {
    return this.all.filter((mark) => fires(mark, rule));
  }

  has(...rules: readonly string[]): boolean {
    return this.all.some((mark) => rules.some((rule) => fires(mark, rule)));
  }

  with<K extends Sense['kind']>(kind: K): { mark: Mark; sense: SenseOf<K> }[] {
    return this.all.flatMap((mark) => {
      const found = sense(mark, kind);
      return found ? [{ mark, sense: found }] : [];
    });
  }

  unknown(): Mark[] {
    return this.all.filter((mark) => mark.senses.length === 0);
  }

  use(...marks: readonly Mark[]): void {
    for (const mark of marks) this.taken.add(mark);
  }

  useRule(...rules: readonly string[]): void {
    for (const mark of this.all) if (rules.some((rule) => fires(mark, rule))) this.taken.add(mark);
  }

  used(mark: Mark): boolean {
    return this.taken.has(mark);
  }
}
