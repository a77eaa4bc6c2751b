import { describe, expect, it } from 'vitest';
import { daysIn } from '../../src/text/days.ts';

const texts = (text: string) => daysIn(text).map((each) => each.text);

describe('days as sentences write them', () => {
  it('finds whole dates, days without a year, months and spans', () => {
    expect(daysIn('2023 年 9 月 7 日，开展活动')).toMatchObject([
      { text: '2023年9月7日', year: 2023, month: 9, day: 7 },
    ]);
    expect(texts('9月7日组织活动，11月下旬总结')).toEqual(['9月7日', '11月下旬']);
    expect(texts('5月10日至12日举办培训')).toEqual(['5月10日至12日']);
  });

  it('leaves out bounds, titles and what is no day', () => {
    expect(texts('截至12月31日共办理3件')).toEqual([]);
    expect(texts('自2019年5月15日起施行')).toEqual([]);
    expect(texts('学习《2019年5月工作要点》')).toEqual([]);
    expect(texts('13月40日')).toEqual([]);
  });
});
