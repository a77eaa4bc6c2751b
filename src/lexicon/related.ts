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
    for (const word of words) {
      const others = related.get(word) ?? new Set();
      for (const other of words) if (other !== word) others.add(other);
      related.set(word, others);
    }
  }
  const longest = Math.max(...[...related.keys()].map(({ length }) => length));
  return (text) => {
    const found: Related[] = [];
    for (let at = 0; at < text.length; at++)
      for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
        const words = related.get(text.slice(at, at + length));
        if (!words) continue;
        found.push({ start: at, end: at + length, words: [...words] });
        at += length - 1;
        break;
      }
    return found;
  };
}
