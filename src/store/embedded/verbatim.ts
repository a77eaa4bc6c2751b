/**
 * Which passages may hold what was typed character by character, however its words are cut there: 大喇叭 in 村村|响大|喇叭. No passage that
 * holds it is left out; the texts decide. Pure over the index.
 */
import type { Asked } from '../asked.ts';
import type { Allowed } from './allowed.ts';
import { holds, type Phrase, pairsOf, pairWords, tight } from './phrase.ts';
import type { Postings } from './postings.ts';
import type { Standing } from './standing.ts';

/** So many are read as they are; of more only those that hold a word of the phrase, or the ends of two that may meet in it. */
const fewEnough = 1500;
const han = /^[\u2e80-\u9fff]+$/;
/** Characters of what may stand over the end of one word and the beginning of another, and share no word with either. */
const longestOver = 3;

/** Passages that may hold all of the phrases. */
export function mayHoldAll(phrases: readonly Phrase[], index: Postings, allowed: Allowed): number[] {
  const pairs = new Int32Array(pairWords);
  for (const { folded } of phrases) pairsOf(folded, pairs);
  const found = index.mayHolding(pairs, allowed.few).filter((passage) => allowed.passes(passage));
  if (found.length <= fewEnough) return found;
  return phrases.reduce((some, phrase) => narrowed(some, phrase, index), found);
}

function narrowed(passages: readonly number[], { folded, terms }: Phrase, index: Postings): number[] {
  const { vocabulary, tokens } = index;
  // 1: says that the phrase may be there; 2 and 4, 8 and 16: both ends that meet in it.
  const kinds = new Uint8Array(vocabulary.length);
  const over = folded.length <= longestOver ? folded.length : 1;
  let some = false;
  for (let id = 0; id < vocabulary.length; id++) {
    const term = vocabulary[id]!;
    let kind = terms.has(term) || term.includes(folded) ? 1 : 0;
    if (kind === 1) some = true;
    for (let at = 1; at < over; at++) {
      if (term.endsWith(folded.slice(0, at))) kind |= 2 << (2 * (at - 1));
      if (term.startsWith(folded.slice(at))) kind |= 4 << (2 * (at - 1));
    }
    kinds[id] = kind;
  }
  // Made of words that are left out.
  if (!some) return [...passages];
  return passages.filter((passage) => {
    const { from, to } = index.span(passage);
    let held = 0;
    for (let i = from; i < to && (held & 1) === 0; i++) held |= kinds[tokens[i]!]!;
    return (held & 1) === 1 || (held & 6) === 6 || (held & 24) === 24;
  });
}

/** Characters of a piece of a query, pieces, and texts that are read for one. */
const [shortest, longest] = [3, 8];
const looked = 3;
const mostRead = 300;

/**
 * Pieces between spaces that stand in texts as they were typed, where no passage holds all of their words. Pieces with a word that no text
 * holds are none: standing.ts has looked for these.
 */
export async function piecesIn(
  typed: string,
  { tokens, absent }: Asked,
  allowed: Allowed,
  index: Postings,
  texts: (passages: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<Standing[]> {
  const pieces = typed
    .split(/\s+/)
    .map(tight)
    .filter((piece) => piece.length >= shortest && piece.length <= longest && han.test(piece));
  const found: Standing[] = [];
  for (const word of pieces.slice(0, looked)) {
    if (absent.some((each) => word.includes(each) || each.includes(word))) continue;
    const phrase = { typed: word, folded: word, terms: new Set<string>() };
    const pairs = pairsOf(word);
    const [rarest] = tokens
      .filter(({ term, part }) => !part && term.length > 1 && word.includes(term))
      .map(({ term }) => index.holding(term))
      .sort((a, b) => a.length - b.length);
    const candidates = (rarest ?? []).filter((each) => index.mayHold(each, pairs) && allowed.passes(each));
    if (candidates.length === 0 || candidates.length > mostRead) continue;
    const read = await texts(candidates);
    const passages = candidates.filter((passage) => holds(read.get(passage) ?? '', [phrase]));
    if (passages.length > 0) found.push({ word, passages, terms: [] });
  }
  return found;
}
