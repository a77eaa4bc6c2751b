/** The analyzer, one for indexing and asking: the words of index/ put together for cutting, and English phrases turned into Chinese. */
import { type Cutting, cutting } from './cutting.ts';
import { english } from './english.ts';
import type { Held, LexiconPart, Token } from './lexicon.ts';
import { partOf } from './part.ts';
import { type OwnWord, segmenter } from './segment.ts';
import { synonymKeys } from './synonyms.ts';
import type { AnalyzerWords } from './words.ts';

export interface Analyzer extends Cutting {
  expand(text: string): Token[];
  part(seen: Held): LexiconPart;
}

export function analyzer(words: AnalyzerWords): Analyzer {
  const stop = new Set(words.stopWords);
  const keys = synonymKeys(words.synonyms, words.kinds.rows);
  function ownWords(): OwnWord[] {
    const known = new Map<string, boolean>();
    // 于都 is made of words that are left out: not known as one, it would be none at all.
    for (const division of words.divisions.all)
      for (const name of [division.short, division.zh])
        known.set(
          name,
          [...name].every((character) => stop.has(character)),
        );
    for (const row of words.kinds.rows)
      for (const name of [...row.full, ...Object.keys(row.short)]) known.set(name, true);
    for (const row of words.synonyms) for (const name of [row.key, ...row.words]) known.set(name, true);
    for (const name of words.words) known.set(name, true);
    return [...known]
      .filter(([text]) => text.length >= 2 && !/[^\u2e80-\u9fff]/.test(text))
      .map(([text, usual]) => ({ text, usual }));
  }
  const { analyze, clauses } = cutting({ stop, keys }, segmenter(ownWords));
  const phrases = english(words);

  function expand(text: string): Token[] {
    const found = phrases(text);
    let rest = text;
    const tokens: Token[] = [];
    for (const { start, end, zh } of found) {
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
      for (const { term, part } of analyze(zh)) tokens.push({ term, start, end, part });
    }
    return [...tokens, ...analyze(rest)].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  const part = (held: Held): LexiconPart => ({ stop, keys, dictionary: partOf(held, ownWords()) });

  return { analyze, clauses, expand, part };
}
