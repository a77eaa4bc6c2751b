/** Searching for all of what was typed: which passages hold every word of it, however many they are. Pure over the index. */
import type { Token } from '../../lexicon/lexicon.ts';
import type { SearchResult } from '../store.ts';
import type { Allowed } from './allowed.ts';
import { type Found, find, type Weighed } from './find.ts';
import type { Followed } from './follow.ts';
import type { Postings } from './postings.ts';

const han = /[\u2e80-\u9fff]/;
/** Of the passages that lack some of the terms, so many of the nearest may hold what was typed as it was typed. */
const most = 500;
/** Sums of shares are rounded. */
const slack = 1e-3;

/** Terms that a passage must hold: in Latin script the Chinese ones that reports print instead, where there are such. */
export function required(tokens: readonly Token[], words: string): ReadonlySet<string> {
  const terms = new Set(tokens.map(({ term }) => term));
  if (han.test(words)) return terms;
  const printed = [...terms].filter((term) => han.test(term));
  return printed.length > 0 ? new Set(printed) : terms;
}

/** The passages that hold every wanted term, and the nearest of those that lack some. `key`: those wanted terms that the library holds. */
export function part(index: Postings, key: readonly Weighed[], wanted: ReadonlySet<string>, allowed: Allowed) {
  const ids = [...new Set(key.map(({ id }) => id))];
  const holding: number[] = [];
  const others: { readonly passage: number; readonly share: number }[] = [];
  find(index, key, key, allowed, (passages, share) => {
    for (const passage of passages) {
      const all = ids.length === wanted.size && share(passage) > 1 - slack && holdsAll(index, passage, ids);
      if (all) holding.push(passage);
      else others.push({ passage, share: share(passage) });
    }
    return [];
  });
  const nearest = others.sort((a, b) => b.share - a.share).slice(0, most);
  return { holding, lacking: nearest.map(({ passage }) => passage) };
}

/** Passages that hold the rarest part of a word that a text may cut otherwise: 村务公开 in 村务|公开栏. */
export function aroundPart(
  index: Postings,
  key: readonly Weighed[],
  word: string,
  allowed: Allowed,
): readonly number[] {
  const parts = key.filter(({ term }) => term !== word && word.includes(term));
  if (parts.length === 0 || parts.length === key.length) return [];
  const rarest = parts.reduce((a, b) => (b.idf > a.idf ? b : a));
  return index.holding(rarest.term).filter((passage) => allowed.passes(passage));
}

/** Whether the text of the passage itself, not what stands above it, holds every term. */
function holdsAll(index: Postings, passage: number, terms: readonly number[]): boolean {
  const { tokens } = index;
  const { from, to } = index.span(passage);
  for (const term of terms) {
    let at = from;
    while (at < to && tokens[at] !== term) at++;
    if (at === to) return false;
  }
  return true;
}

/** The passages that are not among the hits. */
export function beyond(
  all: readonly number[],
  hits: readonly Found[],
  { index, heads }: Followed,
): NonNullable<SearchResult['rest']> {
  const told = new Set(hits.map(({ passage }) => passage));
  const rest = all.filter((passage) => !told.has(passage)).sort((a, b) => index.row(a) - index.row(b));
  return rest.flatMap((passage) => {
    const head = heads.get(index.report(passage));
    const section = index.section(passage) || null;
    return head ? { report: head.report, agency: head.agency, year: head.year, section } : [];
  });
}
