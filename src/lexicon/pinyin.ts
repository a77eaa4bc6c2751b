/** How Chinese characters sound, without tones: index/pinyin.txt. For words typed by their sound, and typed wrong by it. */

export interface Pinyin {
  /** Every reading of a character, the usual one first; none of what is not Chinese, or rare. */
  readings(character: string): readonly string[];
  /** Lengths of the syllables that begin at `at` of a text in Latin letters, longest first. */
  syllablesAt(letters: string, at: number): readonly number[];
}

/** Lines of the file: a syllable, and the characters that are read so; behind a bar those that are usually read otherwise. */
export function pinyinOf(lines: readonly string[]): Pinyin {
  const readings = new Map<string, string[]>();
  const syllables = new Set<string>();
  for (const line of lines) {
    const [syllable = '', characters = ''] = line.split(' ');
    syllables.add(syllable);
    // lü is typed lv, and lu where there is no such key.
    if (syllable.includes('v')) syllables.add(syllable.replace('v', 'u'));
    const [usual = '', other = ''] = characters.split('|');
    for (const character of usual) readings.set(character, [syllable, ...(readings.get(character) ?? [])]);
    for (const character of other) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  const none: readonly string[] = [];
  const longest = Math.max(...[...syllables].map(({ length }) => length));
  return {
    readings: (character) => readings.get(character) ?? none,
    syllablesAt(letters, at) {
      const lengths: number[] = [];
      for (let length = Math.min(longest, letters.length - at); length > 0; length--)
        if (syllables.has(letters.slice(at, at + length))) lengths.push(length);
      return lengths;
    },
  };
}

/** What many people do not tell apart: the tongue's place (zh, z), the end of the nose (eng, en), l and n; lü is typed lu. */
export function sound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n')
    .replace('v', 'u');
}

const marks = /[\u0300\u0301\u0304\u030c]/g;
const marked =
  /[\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec\u014d\u00f3\u01d2\u00f2\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dc\u00fc]/iu;
/** péi, and pei2; a single letter with a digit is something else (A4). */
const numbered = /\b(?:[a-zü]{2,6}[1-5]){1,8}\b/giu;

/** A text typed with tones, without them: "péi xùn" and "pei2 xun4" are "pei xun". Others as they are. */
export function toneless(text: string, pinyin: Pinyin): string {
  const plain = marked.test(text)
    ? text
        .normalize('NFD')
        .replace(marks, '')
        .replace(/u\u0308/g, 'v')
        .replace(/U\u0308/g, 'V')
        .normalize('NFC')
    : text;
  return plain.replace(numbered, (word) => {
    const parts = word.toLowerCase().replace(/ü/g, 'v').split(/[1-5]/).slice(0, -1);
    return parts.every((part) => pinyin.syllablesAt(part, 0)[0] === part.length) ? parts.join('') : word;
  });
}
