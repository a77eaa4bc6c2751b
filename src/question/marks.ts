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

// Both are asked thousands of times a question: in plain loops, which make no function each time.

export function sense<K extends Sense['kind']>(mark: Mark, kind: K): SenseOf<K> | undefined {
  for (const each of mark.senses) if (each.kind === kind) return each as SenseOf<K>;
  return undefined;
}

export function fires(mark: Mark, rule: string): boolean {
  for (const each of mark.senses) if (each.kind === 'word' && isOrBelow(each.rule, rule)) return true;
  return false;
}

/** `audit.late` is below `audit`. */
const isOrBelow = (rule: string, above: string): boolean =>
  rule.startsWith(above) && (rule.length === above.length || rule.charAt(above.length) === '.');

/** A mark by one of its senses. */
export interface Sensed<K extends Sense['kind']> {
  readonly mark: Mark;
  readonly sense: SenseOf<K>;
}

/** What fires, and what has which kind of sense: asked for by every rule, found once a question. */
class Index {
  readonly #all: readonly Mark[];
  readonly #firing = new Map<string, Mark[]>();
  readonly #sensed = new Map<Sense['kind'], readonly unknown[]>();
  /** By what is asked of them; see `Marks.once`. */
  readonly told = new Map<unknown, unknown>();

  constructor(all: readonly Mark[]) {
    this.#all = all;
    for (const mark of all)
      for (const each of mark.senses)
        if (each.kind === 'word') for (const rule of andAbove(each.rule)) this.#put(rule, mark);
  }

  #put(rule: string, mark: Mark): void {
    const marks = this.#firing.get(rule);
    if (marks === undefined) this.#firing.set(rule, [mark]);
    else if (marks.at(-1) !== mark) marks.push(mark);
  }

  firing(rule: string): readonly Mark[] {
    return this.#firing.get(rule) ?? none;
  }

  with<K extends Sense['kind']>(kind: K): readonly Sensed<K>[] {
    let found = this.#sensed.get(kind);
    if (found === undefined) {
      const sensed: Sensed<K>[] = [];
      for (const mark of this.#all) {
        const held = sense(mark, kind);
        if (held) sensed.push({ mark, sense: held });
      }
      found = sensed;
      this.#sensed.set(kind, found);
    }
    return found as readonly Sensed<K>[];
  }
}

const none: readonly Mark[] = [];
const above = new Map<string, readonly string[]>();

/** A rule and those that it is below: rules are few. */
function andAbove(rule: string): readonly string[] {
  let rules = above.get(rule);
  if (rules === undefined) {
    const parts = rule.split('.');
    rules = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    above.set(rule, rules);
  }
  return rules;
}

/** The marks of a question, and which of them the reading has used: what stays unused was not understood. */
export class Marks {
  readonly all: readonly Mark[];
  readonly #index: Index;
  #taken: Set<Mark>;
  /** Copies have the same set until one of them uses a mark: most never do. */
  #shared: boolean;
  #untouched = true;

  /** `before`: the same marks, of which the same ones are used. */
  constructor(all: readonly Mark[], before?: Marks) {
    this.all = all;
    this.#index = before ? before.#index : new Index(all);
    this.#taken = before ? before.#taken : new Set();
    this.#shared = before !== undefined;
    if (before) before.#shared = true;
  }

  /** The same marks with the same ones used: a rule may fail without a trace. */
  fork(): Marks {
    return new Marks(this.all, this);
  }

  /** Whether this copy has used none since it was made: then it is as good as a new one. */
  get untouched(): boolean {
    return this.#untouched;
  }

  /** Marks that fire the rule (or one below it: `audit` for `audit.late`). */
  firing(rule: string): readonly Mark[] {
    return this.#index.firing(rule);
  }

  has(...rules: readonly string[]): boolean {
    return rules.some((rule) => this.#index.firing(rule).length > 0);
  }

  with<K extends Sense['kind']>(kind: K): readonly Sensed<K>[] {
    return this.#index.with(kind);
  }

  /** What holds of the marks, whichever of them are used: found once a question, for all the rules that want to know. */
  once<T>(what: (marks: Marks) => T): T {
    const { told } = this.#index;
    if (!told.has(what)) told.set(what, what(this));
    return told.get(what) as T;
  }

  unknown(): Mark[] {
    return this.all.filter((mark) => mark.senses.length === 0);
  }

  use(...marks: readonly Mark[]): void {
    for (const mark of marks) this.#take(mark);
  }

  useRule(...rules: readonly string[]): void {
    for (const rule of rules) for (const mark of this.#index.firing(rule)) this.#take(mark);
  }

  #take(mark: Mark): void {
    if (this.#taken.has(mark)) return;
    if (this.#shared) this.#taken = new Set(this.#taken);
    this.#shared = false;
    this.#untouched = false;
    this.#taken.add(mark);
  }

  used(mark: Mark): boolean {
    return this.#taken.has(mark);
  }
}
