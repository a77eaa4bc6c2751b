/** Words by how they sound: those that are read like a typed word, or spelled by its pinyin. Pure over a list of words that grows. */
import { type Pinyin, sound } from '../lexicon/pinyin.ts';
import type { Edges } from '../text/edges.ts';

/** A list of words, with the number of passages that hold each. */
export interface Terms {
  readonly vocabulary: readonly string[];
  frequency(id: number): number;
}

/** Such a list with the sounds of its words. */
export interface Spoken extends Terms {
  readonly sounds: Sounds;
  readonly edges: Edges;
  /** How many passages hold a term. */
  count(term: string): number;
}

/** Words of so many characters have a sound of their own. */
const shortest = 2;
const longest = 8;
/** Ways in which a word's characters can be read together that are looked at. */
const mostReadings = 8;

const han = /^[\u4e00-\u9fff]+$/;

/** Whether a word has a sound here. */
export const sounds = (word: string) => word.length >= shortest && word.length <= longest && han.test(word);

export class Sounds {
  readonly #pinyin: Pinyin;
  readonly #words: () => readonly string[];
  /** Numbers of words by sound. */
  readonly #bySound = new Map<string, number[]>();
  #seen = 0;

  /** `words` may grow at its end. */
  constructor(pinyin: Pinyin, words: () => readonly string[]) {
    this.#pinyin = pinyin;
    this.#words = words;
  }

  /** Words that sound like a word in characters: `exact` in syllables, not only nearly. The word itself is none. */
  like(word: string): { readonly id: number; readonly exact: boolean }[] {
    if (!sounds(word)) return [];
    this.#follow();
    const words = this.#words();
    const found = new Map<number, boolean>();
    for (const key of this.#keys(word))
      for (const id of this.#bySound.get(key) ?? []) {
        const other = words[id]!;
        if (other !== word) found.set(id, this.#same(word, other));
      }
    return [...found].map(([id, exact]) => ({ id, exact }));
  }

  /** Words that are spelled by these syllables: `exact`, or as somebody may write them who does not tell zh from z. */
  spelled(syllables: readonly string[]): { readonly id: number; readonly exact: boolean }[] {
    if (syllables.length < shortest || syllables.length > longest) return [];
    this.#follow();
    const words = this.#words();
    return (this.#bySound.get(syllables.map(sound).join(' ')) ?? []).map((id) => ({
      id,
      exact: syllables.every((syllable, i) =>
        this.#pinyin
          .readings(words[id]!.charAt(i))
          .some((reading) => reading.replace('v', 'u') === syllable.replace('v', 'u')),
      ),
    }));
  }

  #follow(): void {
    const words = this.#words();
    for (; this.#seen < words.length; this.#seen++) {
      if (!sounds(words[this.#seen]!)) continue;
      for (const key of this.#keys(words[this.#seen]!)) {
        const list = this.#bySound.get(key);
        if (list) list.push(this.#seen);
        else this.#bySound.set(key, [this.#seen]);
      }
    }
  }

  /** The sounds of a word, more than one where its characters have several readings. */
  #keys(word: string): string[] {
    let keys = [''];
    for (const character of word) {
      const readings = new Set(this.#pinyin.readings(character).map(sound));
      if (readings.size === 0) return [];
      keys = keys.flatMap((key) => [...readings].map((reading) => (key === '' ? reading : `${key} ${reading}`)));
      if (keys.length > mostReadings) keys.length = mostReadings;
    }
    return keys;
  }

  #same(word: string, other: string): boolean {
    return [...word].every((character, i) => {
      const readings = this.#pinyin.readings(other.charAt(i));
      return this.#pinyin.readings(character).some((reading) => readings.includes(reading));
    });
  }
}
