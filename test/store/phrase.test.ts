import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, pairsOf, tight } from '../../src/store/embedded/phrase.ts';

const within = (some: Int32Array, all: Int32Array) => some.every((bits, i) => (bits & all[i]!) === bits);
const phrase = (typed: string) => ({ typed, folded: tight(typed), terms: new Set<string>() });

describe('pairs of characters', () => {
  it('of a phrase stand in every text that holds it, however it is written', () => {
    const written = fc.constantFrom(
      '政府信息公開',
      '政府信息公开',
      '政府\n信息 公开',
      'Ｗｅｂ站',
      'web站',
      '“开放日”',
      '2023年',
    );
    const around = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(around, written, around, written, (before, text, after, typed) => {
        const whole = before + text + after;
        if (holds(whole, [phrase(typed)])) expect(within(pairsOf(typed), pairsOf(whole))).toBe(true);
      }),
    );
  });

  it('tell texts apart that do not hold it', () => {
    expect(within(pairsOf('政府开放日'), pairsOf('开放日由政府举办'))).toBe(false);
    expect(within(pairsOf('政府开放日'), pairsOf('举办政府開放日三次'))).toBe(true);
  });
});
