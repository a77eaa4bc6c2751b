/**
 * The part of the lexicon that some texts can need, as plain data: of the dictionary's 350,000 words a library holds the characters of
 * a twentieth. Texts are cut by it exactly as by the whole, while it is loaded in a moment and takes a tenth of the memory, so that
 * worker threads can have one each.
 */
import { type Cutting, cutting } from './cutting.ts';
import { foldText } from './fold.ts';
import type { Dictionary, Held, LexiconPart } from './lexicon.ts';
import { baseLines, type OwnWord, ownLines, partSegmenter } from './segment.ts';

/** Cuts texts that need no more than this. */
export const partCutting = (part: LexiconPart): Cutting => cutting(part, partSegmenter(part.dictionary));

const bits = 22;

/** Which pairs of neighbouring characters stand in texts as they are cut, each a bit by its hash. */
export class Seen implements Held {
  readonly #bits = new Uint32Array(2 ** (bits - 5));

  add(text: string): void {
    const folded = foldText(text);
    for (let at = 1; at < folded.length; at++) {
      const bit = hash(folded, at);
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  mayHold(text: string, from = 0, to = text.length): boolean {
    for (let at = from + 1; at < to; at++) {
      const bit = hash(text, at);
      if ((this.#bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

const hash = (text: string, at: number) =>
  (Math.imul(text.charCodeAt(at - 1), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at), 0x85ebca6b)) >>> (32 - bits);

/**
 * The words that stand in texts. How likely one is depends on all the others: the sum of frequencies, the lowest and the median stay
 * what they are.
 */
export function partOf(held: Held, own: readonly OwnWord[]): Dictionary {
  const lines = baseLines();
  const kept: string[] = [];
  const frequencies: number[] = [];
  let dropped = 0;
  let lowestKept = Number.POSITIVE_INFINITY;
  for (let from = 0; from < lines.length; ) {
    const word = lines.indexOf(' ', from);
    const newline = lines.indexOf('\n', word);
    const to = newline < 0 ? lines.length : newline;
    const frequency = Number.parseInt(lines.slice(word + 1, to), 10);
    frequencies.push(frequency);
    if (held.mayHold(lines, from, word)) {
      kept.push(lines.slice(from, to));
      lowestKept = Math.min(lowestKept, frequency);
    } else dropped += frequency;
    from = to + 1;
  }
  const sorted = Uint32Array.from(frequencies).sort();
  const [lowest, median] = [sorted[0]!, sorted[sorted.length >>> 1]!];
  const instead = lowestKept === lowest ? [dropped] : [lowest, dropped - lowest];
  const words = unseen(held);
  for (const [i, frequency] of instead.entries()) if (frequency > 0) kept.push(`${words[i]} ${frequency} x`);
  const ours = own.filter(({ text }) => held.mayHold(text));
  return { base: kept.join('\n'), own: ownLines(ours, median) };
}

/** Two words of private characters that no text holds. */
function unseen(held: Held): string[] {
  const words: string[] = [];
  for (let unit = 0xe000; words.length < 2; unit++) {
    const word = String.fromCharCode(unit, unit);
    if (!held.mayHold(word)) words.push(word);
  }
  return words;
}
