/**
 * Writes index/pinyin.txt: the readings of the common characters (those of GB 2312), without tones, from pinyin-pro. Run:
 * `npx tsx index/build-pinyin.ts`. One line a syllable, ü as v, with the characters that are read so; a character with several readings
 * stands in several lines, behind a bar where another reading is the usual one.
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
const syllables = new Map<string, { usual: string; other: string }>();
for (let row = 0xb0; row <= 0xf7; row++)
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const character = decoder.decode(new Uint8Array([row, cell]));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const readings = new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }));
    const fitting = [...readings].filter((reading) => /^[a-z]{0,3}[aeiouv][a-z]{0,3}$/.test(reading));
    for (const [at, reading] of fitting.entries()) {
      const line = syllables.get(reading) ?? { usual: '', other: '' };
      syllables.set(
        reading,
        at === 0 ? { ...line, usual: line.usual + character } : { ...line, other: line.other + character },
      );
    }
  }
const lines = [...syllables]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, { usual, other }]) => `${syllable} ${usual}${other === '' ? '' : `|${other}`}`);
writeFileSync(
  new URL('pinyin.txt', import.meta.url),
  `# Readings of characters, without tones. Written by index/build-pinyin.ts.\n${lines.join('\n')}\n`,
);
