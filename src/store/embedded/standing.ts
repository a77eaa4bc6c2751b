/**
 * Words that stand in texts where these are cut otherwise: 寨老 in 由寨|老代|读. A word is only said to be nowhere after the texts were
 * looked at that may hold it. Pure over the index.
 */
import { type Phrase, pairsOf, tight } from './phrase.ts';
import type { Postings } from './postings.ts';

/** A word that no term is, with the texts that hold it. */
export interface Standing {
  readonly word: string;
  readonly passages: readonly number[];
  /** Terms that these passages hold instead. */
  readonly terms: readonly string[];
}

/** Characters of such a word. */
const shortest = 2;
const longest = 8;
/** Absent words that are looked for so. */
const looked = 3;
/** Passages that are read for one word at most: beyond that it is made of words that stand everywhere. */
const most = 500;
const han = /^[\u2e80-\u9fff]+$/;

/**
 * Those of the absent words that texts hold after all. `slips`: what only comes near to another word is one for that, unless texts hold
 * all that was typed around it (庚辛丙农村行动; but 住房公基金 nowhere, wherever 住房公积金 stands). `texts`: the texts of passages, by these.
 */
export async function standingIn(
  absent: readonly string[],
  slips: ReadonlySet<string>,
  typed: string,
  index: Postings,
  texts: (passages: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<Standing[]> {
  const found: Standing[] = [];
  const runs = runsOf(typed);
  const around = (word: string) => runs.find((run) => run.includes(word)) ?? word;
  // A single character is looked for with all that was typed around it.
  const words = new Set(absent.slice(0, looked).map((each) => (each.length > 1 ? each : around(each))));
  for (const word of words) {
    const sought = slips.has(word) ? around(word) : word;
    // Two characters meet by chance: 截图|介绍 holds no 图介.
    if (!canStand(word) || (slips.has(word) && sought.length < 3)) continue;
    const { passages, terms } = mayStand(index, word);
    const read = await texts(passages);
    const holding = passages.filter((passage) => tight(read.get(passage) ?? '').includes(sought));
    if (holding.length > 0) found.push({ word, passages: holding, terms });
  }
  return found;
}

/** Stretches of Chinese characters. */
const runsOf = (typed: string) => tight(typed.replace(/\s+/g, '|')).split(/[^\u2e80-\u9fff]+/u);

const canStand = (word: string) => word.length >= shortest && word.length <= longest && han.test(word);

/**
 * Passages that may hold a word inside of a longer term, at one of its ends, or over the boundary of two terms of which one is a piece of
 * it: 积极|光荣 holds no 极光.
 */
function mayStand(index: Postings, word: string): { passages: number[]; terms: string[] } {
  const { vocabulary, edges } = index;
  const terms = (numbers: readonly number[]) =>
    numbers.flatMap((id) => (index.frequency(id) > 0 ? [vocabulary[id]!] : []));
  const longer = [...new Set([...edges.beginning(word), ...edges.ending(word)])].sort((a, b) => a - b);
  const leading: { term: string; beside?: number }[] = terms(longer).flatMap((term) =>
    term.length > word.length ? [{ term }] : [],
  );
  const count = (terms: readonly string[]) => terms.reduce((sum, term) => sum + index.frequency(index.id(term)), 0);
  for (let at = 1; at < word.length; at++)
    for (const [piece, touching] of [
      [word.slice(0, at), () => edges.beginning(word.slice(at))],
      [word.slice(at), () => edges.ending(word.slice(0, at))],
    ] as const) {
      const beside = index.id(piece);
      if (count([piece]) === 0) continue;
      const others = terms(touching());
      // The other side may be a stop word, which no index holds.
      const rarer = others.length > 0 && count(others) < count([piece]) ? others : [piece];
      if (count(rarer) <= 10 * most) for (const term of rarer) leading.push({ term, beside });
    }
  const pairs = pairsOf(word);
  const passages = new Set<number>();
  const seen = new Set<string>();
  for (const { term, beside } of leading)
    for (const passage of index.holding(term)) {
      if (passages.size >= most) break;
      if (index.report(passage) < 0 || !index.mayHold(passage, pairs)) continue;
      const { from, to } = index.span(passage);
      if (beside !== undefined && !index.tokens.subarray(from, to).includes(beside)) continue;
      passages.add(passage);
      seen.add(term);
    }
  return { passages: [...passages], terms: [...seen] };
}

/** As a phrase, to be marked where it stands. */
export const asPhrase = ({ word }: Standing): Phrase => ({ typed: word, folded: tight(word), terms: new Set() });
