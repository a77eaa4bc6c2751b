import { describe, expect, it } from 'vitest';
import { medianOf } from '../../src/answer/aggregate.ts';
import { answerOf, received } from './small-library.ts';

describe('parts and middles', () => {
  it('gives the median: the middle one, or the mean of two; of nothing none', () => {
    expect(medianOf([5, 1, 3])).toBe(3);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([])).toBeNull();
  });

  it('takes the median of the known figures, and names those that are unknown', async () => {
    const answer = await answerOf({
      operation: 'average',
      middle: 'median',
      measures: [received],
      scope: { years: [2020] },
    });
    expect(answer).toMatchObject({ status: 'answered', value: 4 });
    expect(answer.text).toContain('中位数：4 件');
    expect(answer.base?.unknown).toHaveLength(1);
  });

  it('gives the share of one agency in all, without the government that holds them', async () => {
    const part = (agency: string) =>
      answerOf({ operation: 'rate', measures: [received], part: { agencies: [agency] }, scope: { years: [2020] } });
    const finance = await part('安康市财政局');
    expect(finance).toMatchObject({ status: 'answered', value: 62.5 });
    expect(finance.rows).toMatchObject([{ numerator: 5, denominator: 8 }]);
    expect(await part('安康市人民政府')).toMatchObject({ status: 'no-data', reason: { code: 'consolidated' } });
    expect(await part('安康市教育局')).toMatchObject({ status: 'no-data' });
  });

  it('ranks those of each year apart', async () => {
    const { rows } = await answerOf({
      operation: 'rank',
      measures: [received],
      order: { direction: 'desc', limit: 1, within: 'year' },
    });
    const years = rows.map(({ year }) => year);
    expect(new Set(years).size).toBe(years.length);
    expect(rows.every(({ rank }) => rank === 1)).toBe(true);
    expect(rows.find(({ year }) => year === 2020)?.value).toBe(20);
  });
});
