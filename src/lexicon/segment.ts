/** Cuts Chinese text into words with offsets. The only importer of nodejieba, whose dictionary takes half a second and 240 MB: it is
 *  loaded when the first text is cut, once a process; where only known texts are cut, the part that they can need does (part.ts). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dictionary } from './lexicon.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
  /** Part of the word that follows in the list. */
  readonly part: boolean;
}

interface Jieba {
  readonly DEFAULT_DICT: string;
  load(options: { dict?: string; userDict: string; idfDict: string; stopWordDict: string }): void;
  cut(text: string, hmm: boolean): string[];
  cutForSearch(text: string, hmm: boolean): string[];
}

/** A word that the project adds. `usual`: as frequent as a common word, so that it is never cut into two of those. */
export interface OwnWord {
  readonly text: string;
  readonly usual: boolean;
}

/** Often enough to win over any two common words, of the base dictionary's sixty million. */
const usualFrequency = 2000;

/** The project's words; without `otherwise` the rest is as frequent as the median word. */
export const ownLines = (words: readonly OwnWord[], otherwise?: number): string =>
  words
    .map(({ text, usual }) => {
      const frequency = usual ? usualFrequency : otherwise;
      return frequency === undefined ? `${text} ns` : `${text} ${frequency} n`;
    })
    .join('\n');

const native = () => createRequire(import.meta.url)('nodejieba') as Jieba;

/** The base dictionary's own lines: word, frequency, tag. */
export const baseLines = (): string => readFileSync(native().DEFAULT_DICT, 'utf8');

/** Keywords are never extracted: their weights, a quarter of a million, need not be read. An empty list is refused. */
const noWeights = '的 1\n';

/** Loads a dictionary in place of the one before, which is taken from files only. */
function load({ base, own }: Dictionary): Jieba {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  try {
    const loaded = native();
    loaded.load({
      ...(base !== undefined && { dict: file('base.utf8', base) }),
      userDict: file('words.utf8', own),
      idfDict: file('weights.utf8', noWeights),
      stopWordDict: file('stopwords.utf8', noWeights),
    });
    return loaded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Gives each word of search mode its offset. The segmenter lists the parts of a long word (two, then three characters, left to
 * right) before the word itself: the word is the last token that begins here and holds all the tokens before it.
 */
function place(text: string, tokens: readonly string[]): Word[] | null {
  const words: Word[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length; ) {
    const whole = wholeWord(text, tokens, i, at);
    if (whole < 0) return null;
    const word = tokens[whole]!;
    let from = 0;
    for (let j = i; j < whole; j++) {
      const part = tokens[j]!;
      if (j > i && part.length !== tokens[j - 1]!.length) from = 0;
      const found = word.indexOf(part, from);
      if (found < 0) return null;
      words.push({ text: part, start: at + found, part: true });
      from = found + 1;
    }
    words.push({ text: word, start: at, part: false });
    at += word.length;
    i = whole + 1;
  }
  return at === text.length ? words : null;
}

/** Index of the token that is the whole word beginning at `at`; -1 where there is none. */
function wholeWord(text: string, tokens: readonly string[], from: number, at: number): number {
  let whole = text.startsWith(tokens[from]!, at) ? from : -1;
  // Parts have two or three characters, so that one of another length is a word of its own.
  for (let j = from + 1; j < tokens.length && tokens[j - 1]!.length >= 2 && tokens[j - 1]!.length <= 3; j++) {
    const word = tokens[j]!;
    if (word.length >= 3 && text.startsWith(word, at) && holds(word, tokens, from, j)) whole = j;
    if (j - from > 40) break;
  }
  return whole;
}

function holds(word: string, tokens: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.length > word.length || !word.includes(tokens[i]!)) return false;
  return true;
}

let jieba: Jieba | undefined;
/** What is loaded: the whole dictionary serves every text. */
let loaded: Dictionary | 'whole' | undefined;
let own: () => readonly OwnWord[] = () => [];

function whole(): Jieba {
  if (jieba === undefined || loaded !== 'whole') jieba = load({ own: ownLines(own()) });
  loaded = 'whole';
  return jieba;
}

function partly(part: Dictionary): Jieba {
  if (jieba !== undefined && (loaded === 'whole' || loaded === part)) return jieba;
  jieba = load(part);
  loaded = part;
  return jieba;
}

const placing = (dictionary: () => Jieba) => (text: string) => {
  const placed = place(text, dictionary().cutForSearch(text, true));
  if (placed) return placed;
  let at = 0;
  return dictionary()
    .cut(text, true)
    .map((word) => {
      const start = at;
      at += word.length;
      return { text: word, start, part: false };
    });
};

/** A segmenter over the base dictionary and `words`, one a process; `text` must hold no lone surrogates. */
export function segmenter(words: () => readonly OwnWord[]): (text: string) => Word[] {
  own = words;
  return placing(whole);
}

/** A segmenter for texts that need no other words than these; where the whole dictionary is loaded it takes that. */
export const partSegmenter = (part: Dictionary): ((text: string) => Word[]) => placing(() => partly(part));

/** The words of a text in search mode, without offsets: also what benchmarks compare with. */
export const segment = (text: string): string[] => whole().cutForSearch(text, true);
