/** Names written with alternatives, as the word files of index/ write them: `(收到|接到)(了|)申请`. */

/** Names that one pattern may stand for, at most: a slip in a word file must not fill the memory. */
const most = 4000;

/**
 * Every name that a pattern stands for, in order. `(a|b|)` are alternatives, an empty one makes the group optional; groups may
 * nest. A bracket without a `|` stands for itself. Throws where the names are too many or a bracket lacks its partner.
 */
export function alternatives(pattern: string): string[] {
  const { names, end } = choices(pattern, 0);
  if (end < pattern.length) throw new Error(`a bracket without its partner: ${pattern}`);
  return [...new Set(names.map((name) => name.replace(/ {2,}/g, ' ').trim()))].filter((name) => name !== '');
}

/** Alternatives from `at` to the closing bracket or the end. */
function choices(pattern: string, at: number): { names: string[]; end: number; several: boolean } {
  const all: string[] = [];
  let names = [''];
  let several = false;
  let index = at;
  for (; index < pattern.length && pattern[index] !== ')'; index++) {
    const character = pattern[index]!;
    if (character === '|') {
      all.push(...names);
      names = [''];
      several = true;
    } else if (character === '(') {
      const inner = choices(pattern, index + 1);
      if (pattern[inner.end] !== ')') throw new Error(`a bracket without its partner: ${pattern}`);
      const options = inner.several ? inner.names : inner.names.map((name) => `(${name})`);
      names = names.flatMap((name) => options.map((option) => name + option));
      index = inner.end;
    } else names = names.map((name) => name + character);
    if (names.length + all.length > most) throw new Error(`too many alternatives: ${pattern}`);
  }
  return { names: [...all, ...names], end: index, several };
}
