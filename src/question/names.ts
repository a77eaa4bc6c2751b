/** Names to be found in a text: exact strings with what they stand for, looked up by their first characters. */

/** In Latin script a name begins and ends at a word's edge. */
const latin = /[a-z0-9]/;

export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

export class Names<T> {
  private readonly values = new Map<string, T[]>();
  /** Lengths of the names that begin with these characters (two, or the one of a shorter name), ascending. */
  private readonly lengths = new Map<string, number[]>();

  /** `name` is in the form of `foldName`. The same value is kept once. */
  add(name: string, value: T): void {
    if (name === '') return;
    const held = this.values.get(name);
    if (held) {
      if (!held.includes(value)) held.push(value);
      return;
    }
    this.values.set(name, [value]);
    const first = name.slice(0, 2);
    const lengths = this.lengths.get(first) ?? [];
    if (!lengths.includes(name.length)) lengths.push(name.length);
    this.lengths.set(first, lengths);
  }

  valuesOf(name: string): readonly T[] | undefined {
    return this.values.get(name);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** Every name of the text, overlapping ones too. */
  in(text: string): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      if (latin.test(text.charAt(start)) && start > 0 && latin.test(text.charAt(start - 1))) continue;
      for (const lengths of [this.lengths.get(text.slice(start, start + 2)), this.lengths.get(text.charAt(start))]) {
        for (const length of lengths ?? []) {
          const end = start + length;
          if (end > text.length || (latin.test(text.charAt(end - 1)) && latin.test(text.charAt(end)))) continue;
          const values = this.values.get(text.slice(start, end));
          if (values) found.push({ start, end, values });
        }
      }
    }
    return found;
  }

  entries(): IterableIterator<[string, readonly T[]]> {
    return this.values.entries();
  }
}
