/**
 * Ranking: how well a passage answers a query. BM25 times the share of the query that the passage holds, with a little for words
 * that stand together. Pure, over numbers, so that every engine ranks alike.
 */

/** Saturation of repeated terms, and how much length counts (scraps are not favoured: lengths below the floor count as the floor). */
const k1 = 1.2;
const b = 0.6;
const floor = 25;
/** A term that stands only above the passage (the agency's name, the year, the section's title). */
const aboveWeight = 0.6;
/** Most that proximity adds. */
const nearness = 0.25;

/** Most that standing there as it was typed adds. */
const verbatim = 0.5;

/** By how much a passage gains whose report is of a place that the query names. */
export const local = 1.25;

export interface RankedTerm {
  /** The engine's number of the term. */
  readonly id: number;
  readonly idf: number;
  /** Terms of one number, from 0, stand for the same word: the one counts that counts most. */
  readonly group?: number;
}

/** How rare a term is among `count` passages, of which `frequency` hold it. Never negative. */
export function idf(count: number, frequency: number): number {
  return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}

/**
 * Scores one passage. `tokens[from…to)` are its terms in order, `tokens[to…end)` those above it. `average` is the mean length of
 * passages, `total` the sum of the idf of all query terms that the library holds.
 */
export function score(
  terms: readonly RankedTerm[],
  tokens: Int32Array,
  from: number,
  to: number,
  end: number,
  average: number,
  total: number,
): number {
  const length = Math.max(to - from, floor);
  const norm = k1 * (1 - b + (b * length) / Math.max(average, floor));
  let sum = 0;
  let held = 0;
  const places: number[] = [];
  /** By group, what counted so far. */
  let best: { sum: number; held: number }[] | undefined;
  const count = (group: number | undefined, worth: number, weight: number) => {
    let [more, also] = [worth, weight];
    if (group !== undefined) {
      best ??= [];
      const before = best[group] ?? { sum: 0, held: 0 };
      [more, also] = [Math.max(0, worth - before.sum), Math.max(0, weight - before.held)];
      best[group] = { sum: before.sum + more, held: before.held + also };
    }
    sum += more;
    held += also;
  };
  for (const { id, idf: weight, group } of terms) {
    let frequency = 0;
    let first = -1;
    for (let i = from; i < to; i++) {
      if (tokens[i] !== id) continue;
      if (first < 0) first = i;
      frequency++;
    }
    if (frequency > 0) {
      count(group, (weight * frequency * (k1 + 1)) / (frequency + norm), weight);
      places.push(first);
      continue;
    }
    for (let i = to; i < end; i++) {
      if (tokens[i] !== id) continue;
      count(group, weight * aboveWeight, weight);
      break;
    }
  }
  if (total <= 0) return 0;
  const share = Math.min(1, held / total);
  return sum * share * (1 + nearness * together(places));
}

/** 1 where the first occurrences stand side by side, towards 0 as they spread. */
function together(places: number[]): number {
  if (places.length < 2) return 0;
  const spread = Math.max(...places) - Math.min(...places) + 1;
  return Math.min(1, places.length / spread);
}

/**
 * By how much a text gains that holds what was typed, character by character: unknown names are cut differently from one sentence to
 * the next, and only their characters tell one from another. `pieces`: what was typed between spaces, each in its spellings.
 */
export function literal(text: string, pieces: readonly (readonly string[])[]): number {
  let all = 0;
  let held = 0;
  for (const spellings of pieces) {
    const { length } = spellings[0] ?? '';
    all += length;
    if (spellings.some((spelling) => text.includes(spelling))) held += length;
  }
  return all === 0 ? 1 : 1 + (verbatim * held) / all;
}

/** Of 0 to 1: how much of all the terms of two passages both hold, where they say the same. */
const same = 0.9;

/** Whether two passages say the same, by their terms, each once. */
export function alike(a: ReadonlySet<number>, c: readonly number[]): boolean {
  const all = a.size + c.length;
  // So many of the terms may be missing in the other one: most passages are told apart by their first words.
  let spare = Math.floor(c.length - (same * all) / (1 + same) + 1e-9);
  if (c.length > a.size + spare) return false;
  for (const term of c) if (!a.has(term) && --spare < 0) return false;
  return true;
}
