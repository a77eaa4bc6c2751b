/** Numbers, shares and halves, in figures and in words of both languages. */
import { matchesOf } from '../../../text/matches.ts';
import { parseNumeral } from '../../../text/numerals.ts';
import type { Shape } from './shape.ts';

export const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']; // biome-ignore format: words

const tens: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  'a hundred': 100,
  'one hundred': 100,
  'a dozen': 12,
};

/** Those that are written in letters. */
export const numerals: readonly (readonly [string, number])[] = [
  ...Array.from(english, (word, value) => [word, value] as const),
  ...Object.entries(tens),
];

export function* numbers(text: string): Generator<Shape> {
  for (const found of matchesOf(
    text,
    /(?<![\da-z.])(百分之)?(\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?:\s?(%|percent|per cent|成(?!绩)))?/g,
  )) {
    let value = Number(found[2]!.replaceAll(',', ''));
    const percent = found[1] !== undefined || found[3] !== undefined;
    if (percent) value = found[3] === '成' ? value / 10 : value / 100;
    if (Number.isFinite(value))
      yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'number', value, percent } };
  }
  for (const found of matchesOf(
    text,
    /(百分之)?([零一二两三四五六七八九十百千]{1,8})(成)?(?=的|件|宗|起|家|个|份|名|项|条|次|篇|期|位|元|万|$|成|以上|以下|\s|[,.?!到至之])|(?<=前|超过|至少|多于|少于|大于|小于|不到|低于|不足|倒数|后)([零一二两三四五六七八九十百千]{1,8})/g,
  )) {
    const value = parseNumeral(found[2] ?? found[4] ?? '');
    if (value === null) continue;
    const percent = found[1] !== undefined || found[3] !== undefined;
    const scaled = found[1] !== undefined ? value / 100 : found[3] !== undefined ? value / 10 : value;
    yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'number', value: scaled, percent } };
  }
  // 前三甲, 前十强
  for (const found of matchesOf(text, /(?<=前)([二两三四五六七八九十]{1,3})(?:甲|强)/g)) {
    const value = parseNumeral(found[1]!);
    if (value !== null)
      yield {
        start: found.index,
        end: found.index + found[0].length,
        sense: { kind: 'number', value, percent: false },
      };
  }
  if (/[a-z]/.test(text))
    for (const [word, value] of numerals) if (text.includes(word)) yield* wordAt(text, word, value);
  for (const found of matchesOf(text, /\bhalf\b|一半|半数/g))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'number', value: 0.5, percent: true },
    };
}

function* wordAt(text: string, word: string, value: number): Generator<Shape> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + word.length)))
      yield { start: at, end: at + word.length, sense: { kind: 'number', value, percent: false } };
}
