/** Words of a list that grows by their first and last characters: what is looked for in all of them need not be. Pure. */

export class Edges {
  readonly #words: () => readonly string[];
  /** Numbers of words by the UTF-16 unit that they begin or end with, ascending. */
  readonly #beginning = new Map<number, number[]>();
  readonly #ending = new Map<number, number[]>();
  #seen = 0;

  /** `words` may grow at its end. */
  constructor(words: () => readonly string[]) {
    this.#words = words;
  }

  /** Words that begin with a text, by number, ascending. */
  beginning(text: string): number[] {
    const words = this.#follow();
    const some = this.#beginning.get(text.charCodeAt(0)) ?? [];
    return some.filter((id) => words[id]!.startsWith(text));
  }

  /** Words that end with a text, by number, ascending. */
  ending(text: string): number[] {
    const words = this.#follow();
    const some = this.#ending.get(text.charCodeAt(text.length - 1)) ?? [];
    return some.filter((id) => words[id]!.endsWith(text));
  }

  /** Words that begin or end with one of the characters of a text, by number, ascending, each once. */
  touching(text: string): Int32Array {
    this.#follow();
    const found = new Set<number>();
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      for (const id of this.#beginning.get(unit) ?? []) found.add(id);
      for (const id of this.#ending.get(unit) ?? []) found.add(id);
    }
    return Int32Array.from(found).sort();
  }

  #follow(): readonly string[] {
    const words = this.#words();
    for (; this.#seen < words.length; this.#seen++) {
      const word = words[this.#seen]!;
      if (word === '') continue;
      put(this.#beginning, word.charCodeAt(0), this.#seen);
      put(this.#ending, word.charCodeAt(word.length - 1), this.#seen);
    }
    return words;
  }
}

function put(map: Map<number, number[]>, unit: number, id: number): void {
  const list = map.get(unit);
  if (list) list.push(id);
  else map.set(unit, [id]);
}
