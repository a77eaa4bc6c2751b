/** English words that no list of the project has, as the library may say them in Chinese. Pure. */
import type { Candidate, Lexicon, Meaning, Token } from '../lexicon/lexicon.ts';

export interface Meant {
  /** The query's tokens, those of the library's usual word instead of the English ones. */
  readonly tokens: readonly Token[];
  /** Other words of the library for the same. */
  readonly others: readonly Other[];
  /** Where the library has no word for all of it: words that say a part of what was typed. */
  readonly close: readonly Close[];
}

/** Another word for what stands there. */
export interface Other {
  readonly word: string;
  /** What it counts beside the usual word. */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

/** Words that come near to what stands there, the nearest first. */
export interface Close {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** Other words that are offered for one. */
const offered = 8;
/** A meaning that says less of a word than this is only near to it. */
const whole = 0.85;
const partly = 0.4;
/** What another word counts that means the same, and that says something else besides. */
const also = 0.9;
const beside = 0.5;
/** Characters of a word that longer terms are looked for that hold it. */
const shortest = 3;
/** Words that the library does not hold, of which others are looked for that hold them. */
const followed = 6;
const han = /[\u2e80-\u9fff]/;

/** `vocabulary`: all terms; `count`: how many passages hold one. */
export function meantBy(
  typed: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  vocabulary: readonly string[],
  count: (term: string) => number,
): Meant {
  const written = ({ start, end }: Token) => !han.test(typed.slice(start, end));
  const stands = tokens.filter((token) => !token.part && count(token.term) > 0);
  const found = (token: Token) => stands.some(({ start, end }) => start < token.end && token.start < end);
  // What a list has Chinese words for that no passage holds may be said otherwise.
  const unknown = new Set(tokens.filter((token) => !/^\d/.test(token.term) && written(token) && !found(token)));
  const others: Other[] = [];
  const close: Close[] = [];
  const replaced: { start: number; end: number; tokens: Token[] }[] = [];
  for (const token of unknown) {
    const [first, ...rest] = holding(token.term, vocabulary, count);
    if (first === undefined) continue;
    const { start, end } = token;
    replaced.push({ start, end, tokens: [{ term: first, part: false, start, end }] });
    others.push(...rest.slice(0, offered).map((word) => ({ word, weight: also, start, end })));
    unknown.delete(token);
  }
  let after = 0;
  for (const meaning of lexicon.meanings(typed)) {
    const { start, end } = meaning;
    const inside = tokens.filter((token) => token.start < end && start < token.end);
    if (start < after || inside.length === 0) continue;
    const words = heldWords(meaning, lexicon, count);
    const exact = words.filter(({ share }) => share >= whole);
    if (!inside.every((token) => unknown.has(token))) {
      // Beside the word that a list has for it.
      if (inside.every((token) => written(token) && token.start === start && token.end === end))
        others.push(...besides([...words, ...akin(inside, lexicon, count)], meaning));
      continue;
    }
    exact.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    const [first] = exact;
    if (first) {
      others.push(
        ...besides(
          words.filter((each) => each !== first),
          meaning,
        ),
      );
      replaced.push({ start, end, tokens: first.terms.map((term) => ({ term, part: false, start, end })) });
      after = end;
      continue;
    }
    const near = words.length > 0 ? words.map(({ word }) => word) : around(meaning, lexicon, vocabulary, count);
    if (near.length > 0) close.push({ start, end, words: [...new Set(near)].slice(0, offered) });
  }
  const free = (at: { start: number; end: number }) =>
    !replaced.some(({ start, end }) => at.start < end && start < at.end);
  const all = [...replaced.flatMap((each) => each.tokens), ...tokens.filter(free)];
  return {
    tokens: all.sort((a, b) => a.start - b.start || b.end - a.end),
    others,
    close: close.filter(free),
  };
}

/** Words that mean what stands there, and after them those that say it with something else. */
const besides = (words: readonly Candidate[], { start, end }: Meaning): Other[] =>
  words
    .filter(({ share }) => share >= partly)
    .slice(0, offered)
    .map(({ word, share }) => ({ word, start, end, weight: share >= whole ? also : beside }));

/** Terms of the library that hold a Chinese one which it has nowhere by itself (优化营商环境), the most frequent first. */
function holding(word: string, vocabulary: readonly string[], count: (term: string) => number): string[] {
  if (word.length < shortest || !han.test(word)) return [];
  const near = vocabulary.filter((term) => term.length > word.length && term.includes(word) && count(term) > 0);
  return near.sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
}

/** Other words for the matter that a list has for what was typed. */
const akin = (tokens: readonly Token[], lexicon: Lexicon, count: (term: string) => number) =>
  tokens.flatMap(({ term, part }) =>
    part
      ? []
      : lexicon
          .related(term)
          .flatMap(({ words }) => words.flatMap((word) => (count(word) > 0 ? [{ word, share: partly }] : []))),
  );

interface HeldWord {
  readonly word: string;
  readonly share: number;
  readonly terms: readonly string[];
  readonly count: number;
}

/** Those of the words that passages hold, nearest first; single characters mean too much beside others. */
function heldWords({ words }: Meaning, lexicon: Lexicon, count: (term: string) => number): HeldWord[] {
  const held = words.flatMap(({ word, share }) => {
    const terms = lexicon.analyze(word).flatMap(({ term, part }) => (part ? [] : [term]));
    const least = terms.length === 0 ? 0 : Math.min(...terms.map(count));
    return least > 0 ? [{ word, share, terms, count: least }] : [];
  });
  const longer = held.filter(({ word }) => word.length > 1);
  return longer.length > 0 ? longer : held;
}

/** Where the library holds none of the words: terms that hold one, or that one begins with; the rarer one says more. */
function around(
  { words }: Meaning,
  lexicon: Lexicon,
  vocabulary: readonly string[],
  count: (term: string) => number,
): string[] {
  const meant = words.filter(({ share }) => share >= whole).slice(0, followed);
  if (meant.length === 0) return [];
  const holding = vocabulary.flatMap((term) => {
    if (term.length < 2 || term.length > 4 || !han.test(term)) return [];
    // What the dictionary has means what it says there.
    const near = meant.some(({ word }) => (term.length > word.length ? term.includes(word) : word.startsWith(term)));
    const passages = near && !lexicon.known(term) && lexicon.divisionsIn(term).length === 0 ? count(term) : 0;
    return passages > 0 ? [{ term, passages }] : [];
  });
  return holding.sort((a, b) => a.passages - b.passages || (a.term < b.term ? -1 : 1)).map(({ term }) => term);
}
