import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseEnds, remembered } from '../../src/lexicon/clauses.ts';

const cut = (text: string) => {
  let from = 0;
  return clauseEnds(text).map((to) => {
    const clause = text.slice(from, to);
    from = to;
    return clause;
  });
};

describe('clauses', () => {
  it('end at punctuation, but not inside of numbers', () => {
    expect(cut('公开信息1，408条，其中：微信297条。完')).toEqual(['公开信息1，408条，', '其中：', '微信297条。', '完']);
  });

  it('are the text again when put together', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => cut(text).join('') === text));
    const marked = fc.array(fc.constantFrom('公', '，', '1', '。', '、', '年'), { maxLength: 20 });
    fc.assert(fc.property(marked, (parts) => cut(parts.join('')).join('') === parts.join('')));
  });

  it('are worked on once, and forgotten when others came', () => {
    let worked = 0;
    const length = remembered((clause) => {
      worked++;
      return clause.length;
    });
    const first = length('主动公开');
    expect(first).toEqual({ tokens: 4, kept: true });
    // The very same object: what is made of it may be kept with it.
    expect(length('主动公开')).toBe(first);
    expect(worked).toBe(1);
    for (let i = 0; i < 40_000; i++) length(`第${i}`);
    expect(length('主动公开')).toEqual(first);
    expect(worked).toBe(40_002);
    const long = '公'.repeat(100);
    expect(length(long)).toEqual({ tokens: 100, kept: false });
    expect(length(long)).not.toBe(length(long));
  });
});
