/** Words that mean the same: each is indexed and looked for under one key. English words find Chinese passages. */

/** A row of index/synonyms.json. */
export interface SynonymRow {
  /** The term that all the others are folded to. */
  readonly key: string;
  /** Chinese (and Latin, as printed in reports) spellings. */
  readonly words: readonly string[];
  /** English words and phrases of questions. */
  readonly en?: readonly string[];
}

/** spelling → key, for single terms. */
export function synonymKeys(
  rows: readonly SynonymRow[],
  kinds: readonly { short: Readonly<Record<string, string>> }[],
): Map<string, string> {
  const keys = new Map<string, string>();
  // 政府, 街道办 and 管委会 stand in every passage and mean more than one body.
  for (const { short } of kinds)
    for (const [word, full] of Object.entries(short))
      if (word.length >= 3 && /[局厅委办心]$/.test(word)) keys.set(word, full);
  for (const { key, words } of rows) for (const word of words) keys.set(word.toLowerCase(), key);
  return keys;
}
