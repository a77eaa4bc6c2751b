import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauses, sentences } from '../../src/text/sentences.ts';

describe('sentences', () => {
  it('end with their marks and the quotation marks after them', () => {
    expect(sentences('他说：“好。”我们去。 不去！').map(({ text }) => text)).toEqual([
      '他说：“好。”',
      '我们去。',
      '不去！',
    ]);
  });
  it('are not cut at decimal points', () => {
    expect(sentences('增长1.05%，共3件。').map(({ text }) => text)).toEqual(['增长1.05%，共3件。']);
  });
});

describe('clauses', () => {
  it('are cut at commas, but not inside of numbers', () => {
    expect(clauses('共1,136条，其中：公告2条').map(({ text }) => text)).toEqual(['共1,136条，', '其中：', '公告2条']);
  });
});

it('offsets lead back to the text', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '。', '，', ' ', '\n', '”', 'a', '1', '.', '！') });
  fc.assert(
    fc.property(text, (sample) => {
      for (const split of [sentences, clauses]) {
        let last = 0;
        for (const { start, end, text: part } of split(sample)) {
          expect(sample.slice(start, end)).toBe(part);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }
    }),
  );
});
