/**
 * Cuts text into terms: folds, keeps numbers and dates whole, cuts Chinese into words, drops stop words, folds synonyms. Offsets are
 * those of the text as given. Made of plain data, so that worker threads cut as the main thread does.
 */
import { clauseEnds, remembered } from './clauses.ts';
import { foldSameLength, foldWithOffsets } from './fold.ts';
import type { Clause, LexiconPart, Token } from './lexicon.ts';
import type { Word } from './segment.ts';
import { pairs } from './unknown.ts';

export interface Cutting {
  analyze(text: string): Token[];
  clauses(text: string): Clause[];
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

const letter = /^\p{L}/u;
const latin = /[0-9A-Za-z]/;
const surrogate = /[\ud800-\udfff]/;

/** By place, longer ones first. Of two words with one key, one in the other, the longer stays: 微信公众号, not the 公众号 in it. */
function inOrder(tokens: Token[]): Token[] {
  tokens.sort((a, b) => a.start - b.start || b.end - a.end || Number(a.part) - Number(b.part));
  return tokens.filter(({ term, start, end, part }, i) => {
    // Only parts stand inside of another word.
    for (let j = i - 1; part && j >= 0 && tokens[j]!.start > start - 20; j--)
      if (tokens[j]!.term === term && tokens[j]!.end >= end) return false;
    return true;
  });
}

/** Calls `push` with each term of a number, date or Latin word, longer ones first, and its offsets in what was matched. */
function wholes(match: RegExpExecArray, push: (term: string, from: number, to: number) => void): void {
  const [text, year, month, day, isoYear, isoMonth, isoDay, onlyMonth, onlyDay] = match;
  const y = year ?? isoYear;
  const m = month ?? isoMonth ?? onlyMonth;
  const d = day ?? isoDay ?? onlyDay;
  if (m === undefined) {
    push(text.replaceAll(',', ''), 0, text.length);
    return;
  }
  if (y !== undefined) push(y, 0, 4);
  const from = y === undefined ? 0 : text.indexOf(m, 5);
  if (d !== undefined) push(`${Number(m)}月${Number(d)}日`, from, text.length);
  push(`${Number(m)}月`, from, d === undefined ? text.length : from + m.length);
}

/** `segment` cuts Chinese into words. */
export function cutting(
  { stop, keys }: Pick<LexiconPart, 'stop' | 'keys'>,
  segment: (text: string) => Word[],
): Cutting {
  const pushTo = (tokens: Token[], term: string, start: number, end: number, part: boolean) => {
    if (!stop.has(term)) tokens.push({ term: keys.get(term) ?? term, start, end, part });
  };

  /** The terms of a number, date or Latin word: the same text is always matched in the same way. */
  const wholeTerms = remembered((_text: string, match: RegExpExecArray) => {
    const tokens: Token[] = [];
    wholes(match, (term, from, to) => pushTo(tokens, term, from, to, false));
    return tokens;
  });

  /** Numbers, dates and Latin words of a folded text, each with where it ends; their terms as of a text of their own. */
  function wholesIn(folded: string): (Clause & { to: number })[] {
    const found: (Clause & { to: number })[] = [];
    whole.lastIndex = 0;
    for (let match = whole.exec(folded); match; match = whole.exec(folded)) {
      const { index: from } = match;
      const { tokens, kept } = wholeTerms(match[0], match);
      found.push({ from, to: from + match[0].length, tokens, kept });
    }
    return found;
  }

  /** Chinese words of a folded text, their parts, and the pairs that hold unknown ones together. */
  function chineseWords(folded: string): Token[] {
    if (!chinese.test(folded)) return [];
    const cut = segment(folded);
    const tokens: Token[] = [];
    for (const found of [cut, pairs(cut, stop)])
      for (const { text, start, part } of found)
        if (letter.test(text)) pushTo(tokens, text, start, start + text.length, part);
    return inOrder(tokens);
  }

  /** The tokens of any text without punctuation, by way of its folding. */
  function cut(text: string): Token[] {
    const { text: folded, starts, ends } = foldWithOffsets(text);
    const tokens: Token[] = [];
    let masked = '';
    let after = 0;
    for (const { from, to, tokens: found } of wholesIn(folded)) {
      for (const { term, start, end, part } of found) tokens.push({ term, start: from + start, end: from + end, part });
      masked += folded.slice(after, from) + ' '.repeat(to - from);
      after = to;
    }
    masked += folded.slice(after);
    return inOrder([...tokens, ...chineseWords(masked)]).map((token) => ({
      ...token,
      start: starts[token.start]!,
      end: ends[token.end - 1]!,
    }));
  }

  const known = remembered(cut);
  const knownWords = remembered(chineseWords);

  function clauses(text: string): Clause[] {
    // A lone surrogate would be three bytes of its own in the segmenter; its length stays one unit.
    const plain = surrogate.test(text) ? text.replace(/[\ud800-\udfff]/gu, ' ') : text;
    const found: Clause[] = [];
    let from = 0;
    for (const to of clauseEnds(plain)) {
      const clause = plain.slice(from, to);
      const folded = latin.test(clause) ? foldSameLength(clause) : null;
      if (folded === null) {
        const { tokens, kept } = known(clause);
        found.push({ from, tokens, kept });
      } else around(folded, from, found);
      from = to;
    }
    return found;
  }

  /** Of a clause with digits or Latin letters: they differ from one text to the next, what stands between them comes again. */
  function around(folded: string, at: number, found: Clause[]): void {
    const words = (from: number, to: number) => {
      if (to <= from) return;
      const { tokens, kept } = knownWords(folded.slice(from, to));
      if (tokens.length > 0) found.push({ from: at + from, tokens, kept });
    };
    let after = 0;
    for (const { from, to, tokens, kept } of wholesIn(folded)) {
      words(after, from);
      found.push({ from: at + from, tokens, kept });
      after = to;
    }
    words(after, folded.length);
  }

  function analyze(text: string): Token[] {
    const tokens: Token[] = [];
    for (const { from, tokens: found } of clauses(text))
      for (const { term, start, end, part } of found) tokens.push({ term, start: from + start, end: from + end, part });
    return tokens;
  }

  return { analyze, clauses };
}
