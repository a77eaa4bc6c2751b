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
  /** Numbers of words that are not read yet, by their first character; and the same lists by how it sounds. */
  readonly #begun = new Map<string, number[]>();
  readonly #initials = new Map<string, number[][]>();
  #seen = 0;

  /** `words` may grow at its end. */
  constructor(pinyin: Pinyin, words: () => readonly string[]) {
    this.#pinyin = pinyin;
    this.#words = words;
  }

  /** Words that sound like a word in characters: `exact` in syllables, not only nearly. The word itself is none. */
  like(word: string): { readonly id: number; readonly exact: boolean }[] {
    if (!sounds(word)) return [];
    const words = this.#words();
    const found = new Map<number, boolean>();
    for (const key of this.#keys(word))
      for (const id of this.#of(key)) {
        const other = words[id]!;
        if (other !== word) found.set(id, this.#same(word, other));
      }
    return [...found].map(([id, exact]) => ({ id, exact }));
  }

  /** Words that are spelled by these syllables: `exact`, or as somebody may write them who does not tell zh from z. */
  spelled(syllables: readonly string[]): { readonly id: number; readonly exact: boolean }[] {
    if (syllables.length < shortest || syllables.length > longest) return [];
    const words = this.#words();
    return this.#of(syllables.map(sound).join(' ')).map((id) => ({
      id,
      exact: syllables.every((syllable, i) =>
        this.#pinyin
          .readings(words[id]!.charAt(i))
          .some((reading) => reading.replace('v', 'u') === syllable.replace('v', 'u')),
      ),
    }));
  }

  /** Numbers of the words of one sound. */
  #of(key: string): readonly number[] {
    this.#follow();
    const space = key.indexOf(' ');
    for (const initial of this.#initials.get(space < 0 ? key : key.slice(0, space)) ?? []) this.#hear(initial);
    return this.#bySound.get(key) ?? [];
  }

  /** Takes up the words that came, by their first characters. */
  #follow(): void {
    const words = this.#words();
    for (; this.#seen < words.length; this.#seen++) {
      const word = words[this.#seen]!;
      if (!sounds(word)) continue;
      const initial = this.#begun.get(word.charAt(0));
      if (initial) initial.push(this.#seen);
      else this.#begin(word.charAt(0), this.#seen);
    }
  }

  #begin(character: string, id: number): void {
    const initial = [id];
    this.#begun.set(character, initial);
    for (const reading of new Set(this.#pinyin.readings(character).map(sound))) {
      const list = this.#initials.get(reading);
      if (list) list.push(initial);
      else this.#initials.set(reading, [initial]);
    }
  }

  /** Words are read when one is asked for that begins with the same sound: most never are. */
  #hear(initial: number[]): void {
    if (initial.length === 0) return;
    const words = this.#words();
    for (const id of initial)
      for (const key of this.#keys(words[id]!)) {
        const list = this.#bySound.get(key);
        if (list) list.push(id);
        else this.#bySound.set(key, [id]);
      }
    initial.length = 0;
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
