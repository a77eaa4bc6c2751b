import { describe, expect, it } from 'vitest';
import { datesIn, yearsIn } from '../../src/text/dates.ts';

describe('datesIn', () => {
  it.each([
    ['发布时间:2021年01月29日19时00分', '2021-01-29'],
    ['2021 年 1 月 29 日', '2021-01-29'],
    ['２０２１年１月９日', '2021-01-09'],
    ['[2020-01-31]', '2020-01-31'],
    ['2022/3/5 10:00', '2022-03-05'],
    ['二〇二一年一月二十九日', '2021-01-29'],
    ['二○二〇年十二月三十一日', '2020-12-31'],
    ['二O一九年元月五日', '2019-01-05'],
    ['2022年3⽉18⽇', '2022-03-18'],
    ['⼆〇⼆⼆年⼗⽉⼋⽇', '2022-10-08'],
  ])('reads %s', (text, date) => expect(datesIn(text)[0]?.date).toBe(date));

  it.each(['2021年2月30日', '2021年13月1日', '电话0954-7012-12', '2021年1月', '1.2.3'])(
    'reads no date in %s',
    (text) => {
      expect(datesIn(text)).toEqual([]);
    },
  );

  it('says where each stands', () => {
    const text = '从2020年1月1日至2020年12月31日止';
    expect(datesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['2020年1月1日', '2020年12月31日']);
  });
});

describe('yearsIn', () => {
  it('reads years with 年, also with spaces and in Chinese characters', () => {
    expect(yearsIn('2019 年、２０２０年、二〇二一年度').map(({ year }) => year)).toEqual([2019, 2020, 2021]);
  });
  it('reads no year in other numbers', () => expect(yearsIn('〔2019〕60号，1234年，12020年')).toEqual([]));
});
