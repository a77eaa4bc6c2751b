import { describe, expect, it } from 'vitest';
import { everydayOf, relatedOf } from '../../src/lexicon/related.ts';

const words = (found: readonly { start: number; end: number; words: readonly string[] }[]) =>
  found.map(({ start, end, words: others }) => [start, end, others.join(' ')]);

describe('words for one matter', () => {
  const related = relatedOf(['图解 漫画 长图', '漫画 动画']);

  it('stand for each other, over all lines', () => {
    expect(words(related('用漫画讲'))).toEqual([[1, 3, '图解 长图 动画']]);
    expect(words(related('长图'))).toEqual([[0, 2, '图解 漫画']]);
  });
});

describe('everyday words', () => {
  const everyday = everydayOf(['没人手 人手 = 专职 编制', '钱 = 资金 经费']);

  it('stand for what reports write, the longest first', () => {
    expect(words(everyday('没人手也没钱'))).toEqual([
      [0, 3, '专职 编制'],
      [5, 6, '资金 经费'],
    ]);
  });

  it('are not what a word of reports stands for', () => {
    expect(everyday('专职编制和资金')).toEqual([]);
  });
});
