/**
 * The analyzer, one for indexing and asking: folds, keeps numbers and dates whole, cuts Chinese into words, drops stop words, folds
 * synonyms. Offsets are those of the text as given.
 */
import { clauseEnds, remembered } from './clauses.ts';
import { english } from './english.ts';
import { foldWithOffsets } from './fold.ts';
import type { Token } from './lexicon.ts';
import { type OwnWord, segmenter } from './segment.ts';
import { synonymKeys } from './synonyms.ts';
import { pairs } from './unknown.ts';
import type { AnalyzerWords } from './words.ts';

export interface Analyzer {
  analyze(text: string): Token[];
  expand(text: string): Token[];
}

const space = '[ \\t\\u00a0]{0,2}';
/** 2021年1月29日 · 1月29日 · 2021-01-29 · 3月 · 1,408.5 · abc123, in this order. */
const whole = new RegExp(
  [
    `(\\d{4})${space}年${space}(\\d{1,2})${space}月(?:${space}(\\d{1,2})${space}[日号])?`,
    `(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`,
    `(\\d{1,2})${space}月(?:${space}(\\d{1,2})${space}[日号])?`,
    '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)',
    '\\d+(?:\\.\\d+)?',
    '[a-z][a-z0-9]*',
  ].join('|'),
  'g',
);

const chinese = /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** Terms of a number, date or Latin word, each with its offsets in the match. */
function* wholes(match: RegExpExecArray): Generator<[string, number, number]> {
  const [text, year, month, day, isoYear, isoMonth, isoDay, onlyMonth, onlyDay] = match;
  const y = year ?? isoYear;
  const m = month ?? isoMonth ?? onlyMonth;
  const d = day ?? isoDay ?? onlyDay;
  if (m === undefined) {
    yield [text.replaceAll(',', ''), 0, text.length];
    return;
  }
  if (y !== undefined) yield [y, 0, 4];
  const from = y === undefined ? 0 : text.indexOf(m, 5);
  yield [
    `${Number(m)}月`,
    from,
    onlyDay === undefined && day === undefined && isoDay === undefined ? text.length : from + m.length,
  ];
  if (d !== undefined) yield [`${Number(m)}月${Number(d)}日`, from, text.length];
}

export function analyzer(words: AnalyzerWords): Analyzer {
  const stop = new Set(words.stopWords);
  const keys = synonymKeys(words.synonyms, words.kinds.rows);
  function ownWords(): OwnWord[] {
    const known = new Map<string, boolean>();
    for (const division of words.divisions.all)
      for (const name of [division.short, division.zh]) known.set(name, false);
    for (const row of words.kinds.rows)
      for (const name of [...row.full, ...Object.keys(row.short)]) known.set(name, true);
    for (const row of words.synonyms) for (const name of [row.key, ...row.words]) known.set(name, true);
    for (const name of words.words) known.set(name, true);
    return [...known]
      .filter(([text]) => text.length >= 2 && !/[^\u2e80-\u9fff]/.test(text))
      .map(([text, usual]) => ({ text, usual }));
  }
  const segment = segmenter(ownWords);

  /** The tokens of a clause. */
  function cut(clause: string): Token[] {
    const { text: folded, starts, ends } = foldWithOffsets(clause);
    const tokens: Token[] = [];
    const push = (term: string, from: number, to: number, part = false) => {
      if (stop.has(term)) return;
      tokens.push({ term: keys.get(term) ?? term, start: starts[from]!, end: ends[to - 1]!, part });
    };
    let masked = '';
    let after = 0;
    for (const match of folded.matchAll(whole)) {
      for (const [term, from, to] of wholes(match)) push(term, match.index + from, match.index + to);
      masked += folded.slice(after, match.index) + ' '.repeat(match[0].length);
      after = match.index + match[0].length;
    }
    masked += folded.slice(after);
    if (chinese.test(masked)) {
      const cut = segment(masked);
      for (const words of [cut, pairs(cut, stop)])
        for (const { text: word, start, part } of words)
          if (/^\p{L}/u.test(word)) push(word, start, start + word.length, part);
    }
    tokens.sort((a, b) => a.start - b.start || b.end - a.end || Number(a.part) - Number(b.part));
    // 微信公众号 and the 公众号 in it have one key: the longer one stays.
    return tokens.filter((token, i) => {
      for (let j = i - 1; j >= 0 && tokens[j]!.start > token.start - 20; j--)
        if (tokens[j]!.term === token.term && tokens[j]!.end >= token.end) return false;
      return true;
    });
  }

  const known = remembered(cut);

  function analyze(text: string): Token[] {
    // A lone surrogate would be three bytes of its own in the segmenter; its length stays one unit.
    const plain = text.replace(/[\ud800-\udfff]/gu, ' ');
    const tokens: Token[] = [];
    let from = 0;
    for (const to of clauseEnds(plain)) {
      for (const { term, start, end, part } of known(plain.slice(from, to)))
        tokens.push({ term, start: from + start, end: from + end, part });
      from = to;
    }
    return tokens;
  }

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

  return { analyze, expand };
}
