/**
 * Writes index/ordinary.txt: the English words that stand so near a word of questions, or a place's pinyin, that they could be
 * taken for a misspelling of it. Run: `npx tsx index/build-ordinary.ts WORDS`, where WORDS is a list of English words, one a
 * line (the list of the npm package word-list was used), again after a change of the names in index/.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadLexicon } from '../src/lexicon/load.ts';
import { correction } from '../src/question/spelling.ts';
import { vocabularyOf } from '../src/question/vocabulary.ts';

const [, , list = ''] = process.argv;
const lexicon = loadLexicon();
const vocabulary = vocabularyOf(lexicon);
const rows = JSON.parse(readFileSync(new URL('regions.json', import.meta.url), 'utf8')) as string[][];
const places = new Set(rows.flatMap((row) => (row[3] ?? '').toLowerCase().match(/[a-z]{5,}/g) ?? []));
const targets = [...new Set([...vocabulary.words, ...vocabulary.offices])];

/** Whether the word is within these edits of one of the targets, alone or tied with others. */
const near = (word: string, known: Iterable<string>, most: number): boolean => {
  for (const each of known) if (each !== word && correction(word, new Set([each]), most) !== null) return true;
  return false;
};
const shelf = (words: Iterable<string>): Map<string, string[]> => {
  const map = new Map<string, string[]>();
  for (const word of words) map.set(word.charAt(0), [...(map.get(word.charAt(0)) ?? []), word]);
  return map;
};
const [places1, targets1] = [shelf(places), shelf(targets)];
const found = readFileSync(list, 'utf8')
  .split('\n')
  .filter((word) => /^[a-z]{5,}$/.test(word))
  .filter(
    (word) =>
      near(word, places1.get(word.charAt(0)) ?? [], word.length >= 8 ? 2 : 1) ||
      near(word, targets1.get(word.charAt(0)) ?? [], 1),
  );
writeFileSync(
  new URL('ordinary.txt', import.meta.url),
  `# English words near a word of questions or a place's pinyin: never corrected. Written by index/build-ordinary.ts.\n${found.join('\n')}\n`,
);
