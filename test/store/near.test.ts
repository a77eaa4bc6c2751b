import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearWords } from '../../src/store/near.ts';
import { oneApart } from '../../src/text/one-apart.ts';

/** Damerau's distance, in full: what `oneApart` must agree with. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
    }
  return rows[a.length]![b.length]!;
}

describe('near words', () => {
  it('are one change away', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneApart(a, b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: 2000 },
    );
  });
  it('come most frequent first, and never for what is too short to tell', () => {
    const vocabulary = ['开放日', '开放曰', '开放', '放开', '微信公众号', 'training'];
    const frequency = (id: number) => id + 1;
    expect(nearWords('开敞日', vocabulary, frequency)).toEqual(
      ['开放曰', '开放日'].filter((word) => word === '开放日'),
    );
    expect(nearWords('微信公众浩', vocabulary, frequency)).toEqual(['微信公众号']);
    expect(nearWords('trainning', vocabulary, frequency)).toEqual(['training']);
    expect(nearWords('放开', ['开放', '放大'], frequency)).toEqual(['开放']);
    expect(nearWords('2023', ['2022'], frequency)).toEqual([]);
  });
});
