/** Names to be found in a text: exact strings with what they stand for, looked up by their first characters. */

/** In Latin script a name begins and ends at a word's edge. */
const latin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

/** Two characters as a number that a small table can hold; several pairs may share it. */
const pairOf = (first: number, second: number): number => (first * 31 + second) & 0xffff;

export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

export class Names<T> {
  readonly #values = new Map<string, T[]>();
  /** Lengths of the names that begin with these characters (two, or the one of a shorter name), ascending. */
  readonly #lengths = new Map<string, number[]>();
  /** Whether a pair of characters may begin a name: most do not, and a look here costs less than one in the map. */
  readonly #pairs = new Uint8Array(0x10000);

  /** `name` is in the form of `foldName`. The same value is kept once. */
  add(name: string, value: T): void {
    if (name === '') return;
    const held = this.#values.get(name);
    if (held) {
      if (!held.includes(value)) held.push(value);
      return;
    }
    this.#values.set(name, [value]);
    const first = name.slice(0, 2);
    const lengths = this.#lengths.get(first) ?? [];
    if (!lengths.includes(name.length)) lengths.push(name.length);
    this.#lengths.set(first, lengths);
    if (name.length > 1) this.#pairs[pairOf(name.charCodeAt(0), name.charCodeAt(1))] = 1;
  }

  valuesOf(name: string): readonly T[] | undefined {
    return this.#values.get(name);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Every name of the text, overlapping ones too. */
  in(text: string): Found<T>[] {
    const found: Found<T>[] = [];
    let before = Number.NaN;
    let unit = text.charCodeAt(0);
    for (let start = 0; start < text.length; start++) {
      const next = text.charCodeAt(start + 1);
      if (!(latin(unit) && latin(before))) {
        if (this.#pairs[pairOf(unit, next)] === 1) this.#from(text, start, start + 2, found);
        this.#from(text, start, start + 1, found);
      }
      before = unit;
      unit = next;
    }
    return found;
  }

  /** Names that begin with the characters from `start` to `head`. */
  #from(text: string, start: number, head: number, found: Found<T>[]): void {
    for (const length of this.#lengths.get(text.slice(start, head)) ?? []) {
      const end = start + length;
      if (end > text.length || (latin(text.charCodeAt(end - 1)) && latin(text.charCodeAt(end)))) continue;
      const values = this.#values.get(text.slice(start, end));
      if (values) found.push({ start, end, values });
    }
  }

  entries(): IterableIterator<[string, readonly T[]]> {
    return this.#values.entries();
  }
}
