import { describe, expect, it } from 'vitest';
import { fold, simplify } from '../../src/text/normalize.ts';

describe('fold', () => {
  it('folds full width, radicals, traditional characters and white space', () => {
    expect(fold('⼀、⾏政 規範性⽂件')).toBe('一、行政规范性文件');
    expect(fold('⻔⼾⽹站 結轉下年度')).toBe('门户网站结转下年度');
    expect(fold('２０２０ 年\u00a0１ 月')).toBe('2020年1月');
    expect(fold('总 计')).toBe('总计');
    expect(fold('')).toBe('');
  });

  it('is idempotent and leaves simplified text alone', () => {
    const text = '第二十条第(一)项行政规范性文件';
    expect(fold(text)).toBe(text);
    expect(fold(fold('⻓江 轉發'))).toBe(fold('⻓江 轉發'));
    expect(simplify('A')).toBe('A');
  });
});
