import { describe, expect, it } from 'vitest';
import { answerOf, received } from './small-library.ts';

const than = (apart: { times?: number; more?: number }) => ({
  ...received,
  comparison: 'ge' as const,
  than: { agency: '安康市科学技术局', ...apart },
});
const agencies = (rows: readonly { agency: string | null }[]) => [...new Set(rows.map(({ agency }) => agency))];

describe('so much above a named agency', () => {
  it('is measured by so many times its figure and so much more, and the sum is said', async () => {
    const scope = { years: [2020] };
    const twice = await answerOf({ operation: 'list', conditions: [than({ times: 2 })], scope });
    expect(agencies(twice.rows)).toEqual(['安康市人民政府']);
    expect(twice.text).toContain('3 × 2 = 6');
    const more = await answerOf({ operation: 'list', conditions: [than({ more: 2 })], scope });
    expect(agencies(more.rows).sort()).toEqual(['安康市人民政府', '安康市财政局']);
    expect(more.text).toContain('3 + 2 = 5');
  });
});

describe('a condition of each year', () => {
  it('is judged of the reports of its year alone; who lacks a year is named and not listed', async () => {
    const conditions = [
      { ...received, comparison: 'gt' as const, value: 2, year: 2020 },
      { ...received, comparison: 'eq' as const, value: 6, year: 2021 },
    ];
    const scope = { years: [2020, 2021] };
    const answer = await answerOf({ operation: 'list', conditions, occurring: 'every', groupBy: 'agency', scope });
    expect(agencies(answer.rows)).toEqual(['安康市科学技术局']);
    expect(answer.warnings.find(({ code }) => code === 'yearsOpen')?.text).toContain('安康市财政局');
  });
});

describe('a rate against that of another year', () => {
  const moved = (comparison: 'gt' | 'lt') =>
    answerOf({
      operation: 'list',
      conditions: [{ measure: 'disclosure', applicant: null, rate: 'disclosure', comparison, than: { own: 2020 } }],
      groupBy: 'agency',
      scope: { years: [2020, 2021] },
    });

  it('lists who rose with both rates, and nobody where none fell', async () => {
    const rose = await moved('gt');
    expect(rose.rows).toMatchObject([
      { agency: '安康市科学技术局', year: 2021, value: 100, others: [{ name: '2020' }] },
    ]);
    expect((await moved('lt')).status).toBe('nothing-found');
  });
});

describe('groups of one kind of body', () => {
  it('hold the governments, which the figure over all leaves out', async () => {
    const mean = await answerOf({
      operation: 'average',
      measures: [received],
      groupBy: 'kind',
      scope: { years: [2020] },
    });
    expect(mean.value).toBe(4);
    expect(mean.rows.map(({ value }) => value).sort()).toEqual([20, 3, 5]);
  });
});

describe('forms that no report in scope uses', () => {
  it('are none of them, and no lack of data', async () => {
    const answer = await answerOf({ operation: 'count', scope: { years: [2020], forms: ['2021'] } });
    expect(answer).toMatchObject({ status: 'nothing-found', reason: { code: 'noneOfForm' } });
  });
});
