/** Misspelt English words: the one known word that is near enough, or none. */

/** Edits (a neighbouring pair swapped counts once) between two words, `limit + 1` where there are more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

const shelves = new WeakMap<ReadonlySet<string>, Map<string, string[]>>();

/** The words by their first letter, sorted once. */
function byFirst(known: ReadonlySet<string>): Map<string, string[]> {
  let shelf = shelves.get(known);
  if (!shelf) {
    shelf = new Map();
    for (const word of known)
      if (word.length >= 5) shelf.set(word.charAt(0), [...(shelf.get(word.charAt(0)) ?? []), word]);
    shelves.set(known, shelf);
  }
  return shelf;
}

/** The nearest of the words within so many edits; null where two are as near, and for short words. */
export function correction(word: string, known: ReadonlySet<string>, most: number): string | null {
  if (word.length < 5) return null;
  if (known.has(word)) return null;
  let limit = most;
  let best: string | null = null;
  let tied = false;
  // A first letter is rarely wrong, and fixing it keeps short names apart.
  for (const candidate of byFirst(known).get(word.charAt(0)) ?? []) {
    const edits = distance(word, candidate, limit);
    if (edits > limit) continue;
    if (best !== null && edits === limit && candidate !== best) {
      tied = true;
      continue;
    }
    best = candidate;
    tied = false;
    limit = edits;
  }
  return tied ? null : best;
}

/** How a place is heard by those who do not write pinyin: Yanchee, Yinchwan, Pengyahng. */
const sounds = (word: string): string =>
  word
    .replace(/ee|ea|ie|y$/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/(?<=[aeiou])h/g, '')
    .replace(/tch|tz/g, 'ch')
    .replace(/w(?=[aeiou])/g, 'u')
    .replace(/ck/g, 'k')
    .replace(/([a-z])\1/g, '$1');

/** The one known word that sounds the same; null where none or several do. */
export function heardAs(word: string, known: ReadonlySet<string>): string | null {
  if (word.length < 5) return null;
  const [only, ...more] = (byFirst(known).get(word.charAt(0)) ?? []).filter((each) => sounds(each) === sounds(word));
  return only !== undefined && more.length === 0 && only !== word ? only : null;
}
