/** Words for one matter that do not mean the same: index/related.txt. */

export interface Related {
  readonly start: number;
  readonly end: number;
  /** Other words for what stands there. */
  readonly words: readonly string[];
}

/** Stretches of a folded text for whose matter there are other words, longest first, without overlaps. */
export function relatedOf(lines: readonly string[]): (text: string) => Related[] {
  const related = new Map<string, Set<string>>();
  for (const line of lines) {
    const words = line.toLowerCase().split(/\s+/);
    for (const word of words) put(related, word, words);
  }
  return stretches(related, 2);
}

/** The same for lines that hold everyday words, and behind a sign what reports write for them: index/everyday.txt. */
export function everydayOf(lines: readonly string[]): (text: string) => Related[] {
  const related = new Map<string, Set<string>>();
  for (const line of lines) {
    const [said, written] = line.split(' = ').map((side) => side.split(' '));
    for (const word of said ?? []) put(related, word, written ?? []);
  }
  return stretches(related, 1);
}

function put(related: Map<string, Set<string>>, word: string, others: readonly string[]): void {
  const all = related.get(word) ?? new Set();
  for (const other of others) if (other !== word) all.add(other);
  related.set(word, all);
}

function stretches(related: ReadonlyMap<string, ReadonlySet<string>>, shortest: number): (text: string) => Related[] {
  const longest = Math.max(...[...related.keys()].map(({ length }) => length));
  return (text) => {
    const found: Related[] = [];
    for (let at = 0; at < text.length; at++)
      for (let length = Math.min(longest, text.length - at); length >= shortest; length--) {
        const words = related.get(text.slice(at, at + length));
        if (!words) continue;
        found.push({ start: at, end: at + length, words: [...words] });
        at += length - 1;
        break;
      }
    return found;
  };
}
