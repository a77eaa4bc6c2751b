/** A sieve of regular expressions: of many, those that a text may fit, by the literals that they need, in one walk over the text. */
import { literalsOf } from './literals.ts';

interface Node {
  readonly next: Map<number, Node>;
  /** Numbers of the expressions that need the literal which ends here. */
  readonly ending: number[];
}

export class Sieve<T> {
  readonly #rows: (readonly [RegExp, T])[] = [];
  /** Numbers of those that are tried on every text. */
  readonly #always: number[] = [];
  readonly #root: Node = { next: new Map(), ending: [] };

  static of<T>(rows: Iterable<readonly [RegExp, T]>): Sieve<T> {
    const sieve = new Sieve<T>();
    for (const row of rows) sieve.#add(row);
    return sieve;
  }

  #add(row: readonly [RegExp, T]): void {
    const number = this.#rows.push(row) - 1;
    const literals = literalsOf(row[0]);
    if (literals === null) this.#always.push(number);
    for (const literal of new Set(literals)) this.#node(literal).ending.push(number);
  }

  #node(literal: string): Node {
    let node = this.#root;
    for (let at = 0; at < literal.length; at++) {
      const unit = literal.charCodeAt(at);
      let next = node.next.get(unit);
      if (next === undefined) {
        next = { next: new Map(), ending: [] };
        node.next.set(unit, next);
      }
      node = next;
    }
    return node;
  }

  /** The expressions that the text may fit, with what they stand for, in the order given. */
  in(text: string): (readonly [RegExp, T])[] {
    // Most texts fit none of most lists: nothing is made for them.
    let found: Set<number> | null = this.#always.length === 0 ? null : new Set(this.#always);
    for (let start = 0; start < text.length; start++) {
      let node = this.#root.next.get(text.charCodeAt(start));
      for (let at = start + 1; node !== undefined; at++) {
        for (const number of node.ending) {
          found ??= new Set();
          found.add(number);
        }
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
      }
    }
    return found === null ? [] : [...found].sort((a, b) => a - b).map((number) => this.#rows[number]!);
  }
}
