/** How far a text treats a topic: the share of the topic's terms that it holds, by the lexicon's analyzer. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/normalize.ts';

export interface Topic {
  /** From 0 to 1; 1 where the topic stands in the text as it is, or all of its terms do. */
  score(text: string): number;
  /** Places of the topic's terms in a text, in order, without overlaps: UTF-16 offsets, end exclusive. */
  highlights(text: string): [number, number][];
}

export function topicOf(words: string, lexicon: Lexicon): Topic {
  const wanted = new Set(lexicon.expand(words).map((token) => token.term));
  const whole = fold(words).replace(/\s+/g, '');
  return {
    score(text) {
      if (whole !== '' && fold(text).replace(/\s+/g, '').includes(whole)) return 1;
      if (wanted.size === 0) return 0;
      const held = new Set(lexicon.analyze(text).map((token) => token.term));
      return [...wanted].filter((term) => held.has(term)).length / wanted.size;
    },
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
