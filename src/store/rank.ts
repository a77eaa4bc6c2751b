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
/** What another word for the same adds. */
const another = 0.25;
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

/** How well a passage answers, and how much of the query it holds, from 0 to 1. */
export interface Scored {
  readonly score: number;
  readonly share: number;
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
): Scored {
  const length = Math.max(to - from, floor);
  const norm = k1 * (1 - b + (b * length) / Math.max(average, floor));
  let [sum, held, found, first, last] = [0, 0, 0, 0, 0];
  /** By group, what counted so far: most by its worth, and by its weight. */
  let best: { worth: number; weight: number }[] | undefined;
  for (const { id, idf: weight, group } of terms) {
    let frequency = 0;
    let at = -1;
    for (let i = from; i < to; i++) {
      if (tokens[i] !== id) continue;
      if (at < 0) at = i;
      frequency++;
    }
    if (frequency > 0) {
      first = found === 0 ? at : Math.min(first, at);
      last = Math.max(last, at);
      found++;
    } else if (!above(id, tokens, to, end)) continue;
    const worth = frequency > 0 ? (weight * frequency * (k1 + 1)) / (frequency + norm) : weight * aboveWeight;
    if (group === undefined) {
      sum += worth;
      held += weight;
      continue;
    }
    best ??= [];
    const most = best[group] ?? { worth: 0, weight: 0 };
    sum += Math.max(0, worth - most.worth) + another * Math.min(worth, most.worth);
    held += Math.max(0, weight - most.weight);
    best[group] = { worth: Math.max(worth, most.worth), weight: Math.max(weight, most.weight) };
  }
  if (total <= 0) return { score: 0, share: 0 };
  const share = Math.min(1, held / total);
  // First occurrences that stand side by side, and less as they spread.
  const together = found < 2 ? 0 : Math.min(1, found / (last - first + 1));
  return { score: sum * share * (1 + nearness * together), share };
}

function above(id: number, tokens: Int32Array, to: number, end: number): boolean {
  for (let i = to; i < end; i++) if (tokens[i] === id) return true;
  return false;
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
