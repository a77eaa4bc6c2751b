/** Sums, means and ranks of known numbers; pure. */
import { exact } from './figures.ts';

export function sumOf(values: readonly number[]): number {
  return exact(values.reduce((sum, value) => sum + value, 0));
}

/** The arithmetic mean; null of nothing. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

/** The middle of the numbers in order, or the mean of the two in the middle; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  const upper = sorted[at];
  return upper === undefined ? null : sorted.length % 2 === 1 ? upper : exact(((sorted[at - 1] as number) + upper) / 2);
}

export interface Ranked<T> {
  readonly item: T;
  readonly value: number;
  /** Competition rank: equal values share it, the next one counts them all (1, 2, 2, 4). */
  readonly rank: number;
}

/** The first and the last `limit` of the items, with their places among them all from the highest. */
function bothEnds<T>(items: readonly T[], value: (item: T) => number, limit: number): Ranked<T>[] {
  const first = rankBy(items, value, 'desc', limit);
  const top = new Set(first.map(({ item }) => item));
  const last = rankBy(items, value, 'asc', limit).filter(({ item }) => !top.has(item));
  const place = (own: number) => 1 + items.filter((item) => value(item) > own).length;
  return [...first, ...last.reverse().map((each) => ({ ...each, rank: place(each.value) }))];
}

/** The first `limit` of the items, and all that equal the last of them; of `ends` the last ones too. Equal values keep their order. */
export function rankBy<T>(
  items: readonly T[],
  value: (item: T) => number,
  direction: 'desc' | 'asc',
  limit: number,
  ends = false,
): Ranked<T>[] {
  if (ends) return bothEnds(items, value, limit);
  const sign = direction === 'desc' ? -1 : 1;
  const signed = new Float64Array(items.map((item) => sign * value(item)));
  // Of thousands only those up to the cut are put in order.
  const cut = signed.toSorted()[Math.min(limit, items.length) - 1] ?? Number.NEGATIVE_INFINITY;
  const sorted = items
    .filter((_, index) => signed[index]! <= cut)
    .map((item) => ({ item, value: value(item) }))
    .sort((a, b) => sign * (a.value - b.value));
  let rank = 0;
  const ranked: Ranked<T>[] = [];
  for (const [index, each] of sorted.entries()) {
    if (index === 0 || each.value !== sorted[index - 1]?.value) rank = index + 1;
    ranked.push({ ...each, rank });
  }
  return ranked;
}

/** A change from one value to another; the percentage has no meaning from 0. */
export function changeOf(from: number, to: number): { difference: number; percent: number | null } {
  const difference = exact(to - from);
  return { difference, percent: from === 0 ? null : (difference / Math.abs(from)) * 100 };
}
