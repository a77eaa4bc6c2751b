/**
 * Names and words that the dictionary does not know are cut differently from one sentence to the next. Pairs of characters hold
 * them together: inside of a word that has no known parts, and over the boundaries of single characters. Pure.
 */
import type { Word } from './segment.ts';

const han = /^[\u3400-\u9fff\uf900-\ufaff]+$/;

/** Pairs of neighbouring characters, with their offsets; `stop` words form none. */
export function* pairs(words: readonly Word[], stop: ReadonlySet<string>): Generator<Word> {
  let before: Word | null = null;
  let parts = 0;
  for (const word of words) {
    if (word.part) {
      parts++;
      continue;
    }
    const usable = han.test(word.text) && !stop.has(word.text);
    if (usable && word.text.length >= 3 && parts === 0)
      for (let i = 0; i + 1 < word.text.length; i++)
        yield { text: word.text.slice(i, i + 2), start: word.start + i, part: true };
    if (
      usable &&
      before &&
      before.start + before.text.length === word.start &&
      (before.text.length === 1 || word.text.length === 1)
    )
      yield { text: before.text.slice(-1) + word.text.charAt(0), start: word.start - 1, part: true };
    before = usable ? word : null;
    parts = 0;
  }
}
