/** How far a text treats a topic: the share of the topic's terms that it holds, by the lexicon's analyzer. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/normalize.ts';

export interface Topic {
  /** What its words are keyed by in an analysed text. */
  readonly terms: ReadonlySet<string>;
  /** The words folded and without white space; '' where nothing is left of them. */
  readonly whole: string;
  /** From 0 to 1; 1 where the topic stands in the text as it is, or all of its terms do. */
  score(text: string): number;
  /** Whether every word of the topic but the general ones stands in one of the texts: as itself, or by its parts. */
  holdsAll(texts: readonly string[], general: ReadonlySet<string>): boolean;
  /** Whether the text's last word is the topic's: in Chinese what a number counts. */
  ends(text: string): boolean;
  /** Places of the topic's terms in a text, in order, without overlaps: UTF-16 offsets, end exclusive. */
  highlights(text: string): [number, number][];
}

/** Terms of short texts that are judged again and again (subjects of figures), kept for a while. */
const kept = new WeakMap<Lexicon, Map<string, ReadonlySet<string>>>();
const KEPT = 20_000;

function termsOf(text: string, lexicon: Lexicon): ReadonlySet<string> {
  const known = kept.get(lexicon) ?? new Map<string, ReadonlySet<string>>();
  kept.set(lexicon, known);
  const before = known.get(text);
  if (before) return before;
  const terms = new Set(lexicon.analyze(text).map((token) => token.term));
  if (text.length > 200) return terms;
  if (known.size >= KEPT) known.clear();
  known.set(text, terms);
  return terms;
}

export function topicOf(said: string, lexicon: Lexicon): Topic {
  const tokens = lexicon.expand(said);
  const wanted = new Set(tokens.map((token) => token.term));
  const words = tokens
    .filter(({ part }) => !part)
    .map(({ term, start, end }): Word => {
      const within = tokens.filter((each) => each.part && each.start >= start && each.end <= end);
      return { term, parts: within.map((part) => part.term) };
    });
  const whole = fold(said).replace(/\s+/g, '');
  const scores = new Map<string, number>();
  const endings = new Map<string, boolean>();
  const scoreOf = (text: string) => {
    if (whole !== '' && fold(text).replace(/\s+/g, '').includes(whole)) return 1;
    if (wanted.size === 0) return 0;
    const held = termsOf(text, lexicon);
    let shared = 0;
    for (const term of wanted) if (held.has(term)) shared += 1;
    return shared / wanted.size;
  };
  const endsIn = (text: string) => {
    const last = lexicon.analyze(text).findLast((token) => !token.part);
    return last !== undefined && wanted.has(last.term);
  };
  const restricting = new Map<ReadonlySet<string>, readonly Word[]>();
  return {
    terms: wanted,
    whole,
    score: (text) => remembered(scores, text, scoreOf),
    holdsAll(texts, general) {
      // Thousands of texts are judged with the same general words.
      const asked = restricting.get(general) ?? words.filter(({ term }) => !general.has(term));
      restricting.set(general, asked);
      // The nearest text often holds all of them; the others are looked at only where it does not.
      const held: ReadonlySet<string>[] = [];
      return texts.some((text) => {
        held.push(termsOf(text, lexicon));
        return asked.every((word) => holds(held, word));
      });
    },
    ends: (text) => remembered(endings, text, endsIn),
    highlights(text) {
      const places: [number, number][] = [];
      for (const { term, start, end } of lexicon.analyze(text)) {
        const last = places.at(-1);
        if (!wanted.has(term)) continue;
        if (last && start < last[1]) last[1] = Math.max(last[1], end);
        else places.push([start, end]);
      }
      return places;
    },
  };
}

/** A word of a topic, and the parts that a longer one is made of. */
interface Word {
  readonly term: string;
  readonly parts: readonly string[];
}

/** Whether the word stands in one of the texts: as itself, or by all its parts. */
const holds = (held: readonly ReadonlySet<string>[], { term, parts }: Word): boolean =>
  isIn(held, term) || (parts.length > 1 && parts.every((part) => isIn(held, part)));

const isIn = (held: readonly ReadonlySet<string>[], term: string): boolean => held.some((terms) => terms.has(term));

/** Subjects of figures are the same in many reports. */
function remembered<T>(known: Map<string, T>, text: string, work: (text: string) => T): T {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = work(text);
  known.set(text, made);
  return made;
}
