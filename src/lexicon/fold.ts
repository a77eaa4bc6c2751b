/**
 * Folding, character by character: NFKC, CJK radicals, traditional to simplified, lower case. One character at a time,
 * so that every folded character knows the original it came from.
 */
import { fold } from '../text/normalize.ts';

const cache = new Map<string, string>();

/** One character (by code point) folded: usually one, sometimes several (㈠ → (一)), none for a zero-width one. */
function foldCharacter(character: string): string {
  let folded = cache.get(character);
  if (folded === undefined) {
    // White space is what separates words here, so that it is kept; invisible characters and loose marks go.
    folded = /\s/u.test(character)
      ? ' '
      : fold(character)
          .toLowerCase()
          .replace(/[\p{Cf}\p{Mn}\s]/gu, '');
    cache.set(character, folded);
  }
  return folded;
}

/**
 * The folded text. `keepLength`: offsets are those of the original in UTF-16 units, at the price that a character whose folding
 * has another length stays as it is.
 */
export function foldText(text: string, options?: { keepLength: true }): string {
  let result = '';
  for (const character of text) {
    const folded = foldCharacter(character);
    result += options?.keepLength && folded.length !== character.length ? character : folded;
  }
  return result;
}

export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset of its original character, and one more: the original's length. */
  readonly starts: Int32Array;
  /** For each UTF-16 unit of `text` where its original character ends. */
  readonly ends: Int32Array;
}

/** The folded text with its way back. */
export function foldWithOffsets(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let result = '';
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length; i++) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    result += folded;
    offset += character.length;
  }
  starts.push(offset);
  return { text: result, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
