/** Quoted phrases, which a text holds character by character or not at all; and which texts need not be read for that. Pure. */
import { fold } from '../../text/normalize.ts';

/** Folded and without white space: names and phrases match over line breaks, widths and traditional characters. */
export const tight = (text: string) => fold(text).toLowerCase();

/** What was typed between quotation marks. */
export interface Phrase {
  readonly typed: string;
  /** As it is compared with texts. */
  readonly folded: string;
  readonly terms: ReadonlySet<string>;
}

/** Whether a text holds every phrase. Folding takes long, and most texts hold a phrase as it was typed. */
export function holds(text: string, phrases: readonly Phrase[]): boolean {
  if (phrases.every(({ typed }) => text.includes(typed))) return true;
  const plain = tight(text);
  return phrases.every(({ folded: phrase }) => plain.includes(phrase));
}

/** Of 512 bits a passage of 200 characters sets a third: one that does not hold a phrase of six has its five pairs once in 200 times. */
export const pairWords = 16;

/** Which pairs of neighbouring characters a text holds, each a bit by its hash: no text holds a phrase that lacks one of its pairs. */
export function pairsOf(text: string, bits = new Int32Array(pairWords)): Int32Array {
  const plain = tight(text);
  for (let at = 1; at < plain.length; at++) {
    const hash = Math.imul(plain.charCodeAt(at - 1), 0x9e3779b1) ^ Math.imul(plain.charCodeAt(at), 0x85ebca6b);
    const bit = hash >>> 23;
    bits[bit >>> 5]! |= 1 << (bit & 31);
  }
  return bits;
}
