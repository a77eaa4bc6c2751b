/**
 * Folding, character by character: NFKC, CJK radicals, traditional to simplified, lower case. One character at a time,
 * so that every folded character knows the original it came from.
 */
import { fold } from '../text/normalize.ts';

/** By UTF-16 unit (surrogates: by character, below), filled as characters are seen. */
const units: (string | undefined)[] = new Array(0x10000);
/** Of those the ones that fold to themselves. */
const plain = new Uint8Array(0x10000);
const pairs = new Map<string, string>();

/** One character (by code point) folded: usually one, sometimes several (㈠ → (一)), none for a zero-width one. */
function foldCharacter(character: string): string {
  // White space is what separates words here, so that it is kept; invisible characters and loose marks go.
  if (/\s/u.test(character)) return ' ';
  return fold(character)
    .toLowerCase()
    .replace(/[\p{Cf}\p{Mn}\s]/gu, '');
}

function foldUnit(unit: number, character: string): string {
  let folded = units[unit];
  if (folded === undefined) {
    folded = foldCharacter(character);
    units[unit] = folded;
    if (folded === character) plain[unit] = 1;
  }
  return folded;
}

function foldPair(character: string): string {
  let folded = pairs.get(character);
  if (folded === undefined) {
    folded = foldCharacter(character);
    pairs.set(character, folded);
  }
  return folded;
}

/** Calls `visit` with each character's place, length and folding. */
function eachCharacter(text: string, visit: (at: number, length: number, folded: string) => void): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      visit(at, character.length, foldPair(character));
      at += character.length - 1;
    } else {
      visit(at, 1, foldUnit(unit, text[at]!));
    }
  }
}

/**
 * The folded text. `keepLength`: offsets are those of the original in UTF-16 units, at the price that a character whose folding
 * has another length stays as it is.
 */
export function foldText(text: string, options?: { keepLength: true }): string {
  const keep = options?.keepLength === true;
  let result = '';
  // Most characters fold to themselves: runs of them are taken whole.
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (plain[unit] === 1) continue;
    const pair = unit >= 0xd800 && unit <= 0xdfff;
    const character = pair ? String.fromCodePoint(text.codePointAt(at)!) : text[at]!;
    const folded = pair ? foldPair(character) : foldUnit(unit, character);
    if (folded !== character && !(keep && folded.length !== character.length)) {
      result += text.slice(run, at) + folded;
      run = at + character.length;
    }
    at += character.length - 1;
  }
  return run === 0 ? text : result + text.slice(run);
}

/** The folded text where every character folds to one of its own length, so that offsets are the same in both; else null. */
export function foldSameLength(text: string): string | null {
  let at = 0;
  while (at < text.length && plain[text.charCodeAt(at)] === 1) at++;
  if (at === text.length) return text;
  let result = '';
  let run = 0;
  let same = true;
  eachCharacter(text, (place, length, folded) => {
    if (folded.length !== length) same = false;
    else if (length > 1 || folded.charCodeAt(0) !== text.charCodeAt(place)) {
      result += text.slice(run, place) + folded;
      run = place + length;
    }
  });
  if (!same) return null;
  return run === 0 ? text : result + text.slice(run);
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
  const result = foldText(text);
  const starts = new Int32Array(result.length + 1);
  const ends = new Int32Array(result.length);
  let filled = 0;
  eachCharacter(text, (at, length, folded) => {
    for (let i = 0; i < folded.length; i++) {
      starts[filled] = at;
      ends[filled++] = at + length;
    }
  });
  starts[filled] = text.length;
  return { text: result, starts, ends };
}
