/** Names written with alternatives, as the word files of index/ write them: `(收到|接到)(了|)申请`. */

/** Names that one pattern may stand for, at most: a slip in a word file must not fill the memory. */
const most = 4000;

/**
 * Every name that a pattern stands for, in order. `(a|b|)` are alternatives, an empty one makes the group optional; groups
 * do not nest. A bracket without a `|` or without its partner stands for itself.
 */
export function alternatives(pattern: string): string[] {
  let names = [''];
  for (const piece of pattern.split(/(\([^()]{0,400}\|[^()]{0,400}\))/)) {
    const choices = piece.startsWith('(') && piece.includes('|') ? piece.slice(1, -1).split('|') : [piece];
    names = names.flatMap((name) => choices.map((choice) => name + choice));
    if (names.length > most) throw new Error(`too many alternatives: ${pattern}`);
  }
  return [...new Set(names.map((name) => name.replace(/ {2,}/g, ' ').trim()))].filter((name) => name !== '');
}
