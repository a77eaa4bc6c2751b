/** Sections by their number: 第五部分, “the last section”. */
import { matchesOf } from '../../../text/matches.ts';
import { parseNumeral } from '../../../text/numerals.ts';
import { english } from './amounts.ts';
import type { Shape } from './shape.ts';

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export function* sections(text: string): Generator<Shape> {
  // 六个部分 are all six, 一部分 is any: only 第 and a few words without it name one.
  for (const found of matchesOf(
    text,
    /(?:(?<![这那哪])第([一二三四五六1-6])(?:大|个)?|(?<![一二三四五六七八九十\d全有共这那哪])([二三四五2-5]))(?:部分|章节|章|节|大点|大块|板块)/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'section', number: Number(found[1] ?? found[2]) || (parseNumeral(found[1] ?? found[2]!) ?? 0) },
    };
  for (const found of matchesOf(
    text,
    /(?:最后|末尾|最末)(?:一|那|的)?个?(?:部分|章节|章|节|大块|板块)|\b(?:last|final|closing) (?:section|part|chapter)\b/g,
  ))
    yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'section', number: 6 } };
  for (const found of matchesOf(
    text,
    /\b(?:section|part|chapter|sec\.?)\s?(?:no\.?\s?)?([1-6]|one|two|three|four|five|six)\b/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'section', number: Number(found[1]) || english.indexOf(found[1]!) },
    };
  for (const found of matchesOf(text, /\b(first|second|third|fourth|fifth|sixth) (?:section|part|chapter)\b/g))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'section', number: ordinals.indexOf(found[1]!) },
    };
}
