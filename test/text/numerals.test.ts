import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArabic, parseNumeral, toNumeral } from '../../src/text/numerals.ts';

describe('parseNumeral', () => {
  it.each([
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['三百零五', 305],
    ['一千二百', 1200],
    ['二〇二〇', 2020],
    ['二○一九', 2019],
    ['一万二千', 12000],
    ['三亿五千万', 350_000_000],
  ])('reads %s', (text, value) => expect(parseNumeral(text)).toBe(value));

  it.each(['', '件', '三件', '一二十', 'abc', '一'.repeat(30)])('reads no number in "%s"', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it('reads every number that toNumeral writes', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), (n) => parseNumeral(toNumeral(n)) === n));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => parseNumeral(text) === null || parseNumeral(text)! >= 0),
    );
  });
});

describe('parseArabic', () => {
  it.each([
    ['1,136', 1136],
    ['１ １３６', 1136],
    ['4068.208', 4068.208],
    ['-11', -11],
  ])('reads %s', (text, value) => expect(parseArabic(text)).toBe(value));
  it.each(['', '-', '1.2.3', '十'])('reads no number in "%s"', (text) => expect(parseArabic(text)).toBeNull());
});
