/** Finding passages: candidates from the index, exact filters, scores from rank.ts. Pure over the index. */
import type { Wanted } from '../asked.ts';
import { alike, idf, type RankedTerm, score } from '../rank.ts';
import type { Allowed } from './allowed.ts';
import type { Postings } from './postings.ts';

export interface Found {
  readonly passage: number;
  readonly score: number;
}

export interface FoundPassages {
  /** Best first, at most `scored`. */
  readonly best: Found[];
  readonly total: number;
  /** How much of the query the passage holds that holds most of it: 0 to 1. */
  readonly share: number;
}

/** How much of the query (by rarity) a passage must hold to count as found; where none does, most of what the best one holds. */
export const enough = 0.5;
const nearBest = 0.75;
/** Candidates that are scored; beyond that the coarse order decides. */
const scored = 2000;

/** A term of the library with its rarity. */
export interface Weighed extends RankedTerm {
  readonly term: string;
  readonly besides: boolean;
}

/** Those of the wanted terms that the library holds, with their rarity: words for the same are as rare as all of them together. */
export function weigh(index: Postings, wanted: readonly Wanted[]): Weighed[] {
  const frequency = (term: string) => index.frequency(index.id(term));
  const together = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { term, group } of wanted) {
    if (group === undefined) continue;
    together.set(group, (together.get(group) ?? 0) + frequency(term));
    if (!numbers.has(group)) numbers.set(group, numbers.size);
  }
  return wanted.flatMap(({ term, weight, besides, group }) => {
    const held = frequency(term);
    if (held === 0) return [];
    const own = idf(index.size, held);
    const rarity = group === undefined ? own : (own + idf(index.size, Math.min(index.size, together.get(group)!))) / 2;
    const of = group === undefined ? {} : { group: numbers.get(group)! };
    return [{ id: index.id(term), term, idf: rarity * weight, besides, ...of }];
  });
}

/** Sums of rarity by passage, reused between queries. */
let sums = new Float32Array(0);

/**
 * Passages that hold enough of `key` terms and pass `allowed`, ranked by all `terms`. `verify`, where given, decides on candidates
 * one by one (quoted phrases); then all candidates are asked, with the share of the key terms that each holds.
 */
export function find(
  index: Postings,
  terms: readonly Weighed[],
  key: readonly Weighed[],
  allowed: Allowed,
  verify?: (passages: readonly number[], held: (passage: number) => number) => readonly number[],
): FoundPassages {
  if (sums.length < index.capacity) sums = new Float32Array(Math.ceil(index.capacity * 1.5));
  const total = rarities(key);
  let { touched, best } = allowed.few
    ? sift(index, key, allowed.few, allowed.sure)
    : gather(index, key, allowed, total * enough);
  if (best < total * enough && !allowed.few) {
    // None holds enough: those that hold only common terms count too.
    for (const passage of touched) sums[passage] = 0;
    ({ touched, best } = gather(index, key, allowed, 0));
  }
  const least = best >= total * enough ? total * enough : best * nearBest;
  const threshold = allowed.sure ? 0 : least - 1e-4;
  let candidates: readonly number[] = touched.filter((passage) => sums[passage]! >= threshold);
  if (verify) candidates = verify(candidates, (passage) => sums[passage]! / total);
  const count = candidates.length;
  if (candidates.length > scored) candidates = coarse(index, candidates);
  for (const passage of touched) sums[passage] = 0;
  const all = rarities(terms);
  // Sums count each of several words for the same.
  const alternatives = terms.some(({ besides }) => besides);
  const { tokens, average } = index;
  const top = { share: 0 };
  const found = candidates.map((passage) => {
    const { from, to, end } = index.span(passage);
    const { score: own, share } = score(terms, tokens, from, to, end, average, all);
    if (share > top.share) top.share = share;
    return { passage, score: own };
  });
  found.sort((a, b) => b.score - a.score || index.row(a.passage) - index.row(b.passage));
  return { best: found, total: count, share: alternatives ? top.share : total === 0 ? 0 : Math.min(1, best / total) };
}

/** What a passage holds that holds all of the terms. */
const rarities = (terms: readonly Weighed[]) =>
  terms.reduce((sum, { idf: rarity, besides }) => (besides ? sum : sum + rarity), 0);

/** Passages that hold some of the terms, with their sums in `sums`, and the highest of these. */
interface Gathered {
  readonly touched: number[];
  readonly best: number;
}

const rarestFirst = (key: readonly Weighed[]) => key.toSorted((a, b) => b.idf - a.idf);

/**
 * Sums up the rarity of the `key` terms by passage, for allowed passages that may reach `wanted`: those that hold none of the rarer
 * terms cannot, and are passed over where the lists are longest.
 */
function gather(index: Postings, key: readonly Weighed[], allowed: Allowed, wanted: number): Gathered {
  const touched: number[] = [];
  const rarest = rarestFirst(key);
  let left = rarest.reduce((sum, { idf: rarity }) => sum + rarity, 0);
  let best = 0;
  for (const { term, idf: rarity } of rarest) {
    const list = index.holding(term);
    // A little more than is left, since sums are rounded.
    const fresh = left + 1e-3 >= wanted;
    for (let i = 0; i < list.length; i++) {
      const passage = list[i]!;
      const sum = sums[passage]!;
      if (sum === 0) {
        if (!fresh || !allowed.passes(passage)) continue;
        touched.push(passage);
      }
      sums[passage] = sum + rarity;
      if (sum + rarity > best) best = sum + rarity;
    }
    left -= rarity;
  }
  return { touched, best };
}

/** The place among the key terms by the number of a term, from 1; reused between queries. */
let places = new Uint16Array(0);

/** The same for few passages: their own terms are fewer than the passages that hold those of the query. */
function sift(index: Postings, key: readonly Weighed[], passages: readonly number[], sure: boolean): Gathered {
  const { tokens, vocabulary } = index;
  if (places.length < vocabulary.length) places = new Uint16Array(Math.ceil(vocabulary.length * 1.5));
  const rarest = rarestFirst(key);
  for (const [i, { id }] of rarest.entries()) places[id] = i + 1;
  const held = new Uint8Array(rarest.length + 1);
  const touched: number[] = [];
  let best = 0;
  for (const passage of passages) {
    const { from, end } = index.span(passage);
    held.fill(0);
    for (let i = from; i < end; i++) held[places[tokens[i]!]!] = 1;
    let sum = 0;
    for (let i = 0; i < rarest.length; i++) if (held[i + 1] === 1) sum += rarest[i]!.idf;
    if (sum === 0 && !sure) continue;
    touched.push(passage);
    sums[passage] = sum;
    if (sum > best) best = sum;
  }
  for (const { id } of rarest) places[id] = 0;
  return { touched, best };
}

/** The best by what they hold, shorter ones first: as BM25 orders passages that hold each term once. */
function coarse(index: Postings, candidates: readonly number[]): number[] {
  const { average } = index;
  const values = new Float32Array(candidates.length);
  for (let i = 0; i < candidates.length; i++) {
    const { from, to } = index.span(candidates[i]!);
    values[i] = sums[candidates[i]!]! / (1 + (0.5 * (to - from)) / average);
  }
  const limit = values.slice().sort()[values.length - scored]!;
  const above = candidates.filter((_, i) => values[i]! > limit);
  const level = candidates.filter((_, i) => values[i] === limit);
  level.sort((a, b) => index.row(a) - index.row(b));
  return [...above, ...level.slice(0, scored - above.length)];
}

/** Of the best passages so many are compared. */
const compared = 100;

/** By the number of a term, the last passage that was seen to hold it, from 1; reused between queries. */
let seen = new Int32Array(0);

/** The terms of a passage's own text, each once, but those that stand above it: the same words of two agencies name either. */
function distinct(index: Postings, passage: number, mark: number): number[] {
  const { tokens } = index;
  const { from, to, end } = index.span(passage);
  const terms: number[] = [];
  for (let i = to; i < end; i++) seen[tokens[i]!] = mark;
  for (let i = from; i < to; i++) {
    const term = tokens[i]!;
    if (seen[term] === mark) continue;
    seen[term] = mark;
    terms.push(term);
  }
  return terms;
}

/** Folds near-identical passages into the best of them. */
export function folded(index: Postings, found: readonly Found[], limit: number): (Found & { similar: number })[] {
  if (seen.length < index.vocabulary.length) seen = new Int32Array(Math.ceil(index.vocabulary.length * 1.5));
  seen.fill(0);
  const kept: { found: Found; terms: Set<number>; similar: number }[] = [];
  for (const [rank, each] of found.entries()) {
    if (rank >= compared && (kept.length >= limit || rank >= 5 * compared)) break;
    const terms = distinct(index, each.passage, rank + 1);
    const twin = terms.length === 0 ? undefined : kept.find((other) => alike(other.terms, terms));
    if (twin) twin.similar++;
    else if (kept.length < limit) kept.push({ found: each, terms: new Set(terms), similar: 0 });
  }
  return kept.map(({ found: best, similar }) => ({ ...best, similar }));
}
