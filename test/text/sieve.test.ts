import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalsOf } from '../../src/text/literals.ts';
import { Sieve } from '../../src/text/sieve.ts';

describe('literals of a regular expression', () => {
  it.each([
    [/收到(了|)申请/, ['收到了申请', '收到申请']],
    [
      /(没有|没)(相关|)(信息|材料)/,
      ['没有信息', '没有材料', '没信息', '没材料', '没有相关信息', '没有相关材料', '没相关信息', '没相关材料'],
    ],
    [/(?<![a-z])refus(al|ed)(?![a-z])/, ['refusal', 'refused']],
    [/colou?r/, ['colour', 'color']],
    [/\d+ days?/, [' day']],
    [/ab+c/, ['c']],
    [/x{0,2}longer/, ['longer']],
    [/[一二]季度/, ['一季度', '二季度']],
    [/a\.b/, ['a.b']],
  ])('%s', (pattern, literals) => {
    expect(literalsOf(pattern)?.toSorted()).toEqual(literals.toSorted());
  });

  it.each([/.*/, /a?/, /[a-z]+/, /(收到|)/, /\d{4}/, /Word/i, /^$/])('%s has none', (pattern) => {
    expect(literalsOf(pattern)).toBeNull();
  });
});

/** Expressions of a small alphabet, so that texts fit them often. */
const letters = fc.constantFrom('a', 'b', '申', '请');
const { expression } = fc.letrec<{ expression: string; sequence: string; atom: string }>((tie) => ({
  expression: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((each) => each.join('|')),
  sequence: fc.array(tie('atom'), { maxLength: 4 }).map((each) => each.join('')),
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    letters,
    fc.constantFrom('.', '[ab]', '[^a]', '\\d', 'a?', 'b*', '申+', '请{0,2}', 'b{1,2}', '\\b', '^', '(?=a)', '(?<!b)'),
    fc
      .tuple(tie('expression'), fc.constantFrom('', '?', '+', '*', '{2}'))
      .map(([inner, times]) => `(?:${inner})${times}`),
    tie('expression').map((inner) => `(${inner})`),
  ),
}));
const texts = fc
  .array(fc.oneof(letters, fc.constantFrom('c', '1', ' ')), { maxLength: 8 })
  .map((each) => each.join(''));

describe('the sieve', () => {
  it('lets every expression through that the text fits, in the order given', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 1, maxLength: 6 }), texts, (sources, text) => {
        const rows = sources.map((source, index) => [new RegExp(source), index] as const);
        const through = Sieve.of(rows).in(text);
        expect(through.map(([, index]) => index)).toEqual(through.map(([, index]) => index).toSorted((a, b) => a - b));
        for (const [pattern, index] of rows)
          if (pattern.test(text)) expect(through.map(([, at]) => at)).toContain(index);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds back those whose literals are not there', () => {
    const sieve = Sieve.of([
      [/收到(了|)申请/, 'received'],
      [/refus(al|ed)/, 'refused'],
      [/\d+/, 'number'],
    ]);
    expect(sieve.in('收到了几件').map(([, name]) => name)).toEqual(['number']);
    expect(sieve.in('the refusals').map(([, name]) => name)).toEqual(['refused', 'number']);
  });
});
