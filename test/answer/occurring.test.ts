import { describe, expect, it } from 'vitest';
import { answerOf, received } from './small-library.ts';

const some = { ...received, comparison: 'gt' as const, value: 0 };
const years = [2020, 2021];

describe('conditions over years', () => {
  it('that hold in every year list those alone of which each year is known; the others are named', async () => {
    const answer = await answerOf({ operation: 'list', conditions: [some], occurring: 'every', scope: { years } });
    expect(answer.rows.map(({ agency, year }) => [agency, year])).toEqual([
      ['安康市科学技术局', 2020],
      ['安康市科学技术局', 2021],
    ]);
    expect(answer.warnings.find(({ code }) => code === 'yearsOpen')?.text).toContain('安康市财政局');
  });

  it('that hold in every year are met by nobody who fails them in one', async () => {
    const many = { ...some, value: 3 };
    const answer = await answerOf({
      operation: 'count',
      conditions: [many],
      occurring: 'every',
      groupBy: 'agency',
      scope: { years },
    });
    expect(answer).toMatchObject({ value: 0, rows: [] });
    expect(answer.warnings.find(({ code }) => code === 'yearsOpen')?.text ?? '').not.toContain('安康市科学技术局');
  });

  it('that hold in so many years running list the years of such runs alone', async () => {
    const runs = (running: number) =>
      answerOf({ operation: 'list', conditions: [some], occurring: 'every', running, scope: {} });
    const [two, three] = [await runs(2), await runs(3)];
    expect(two.rows.map(({ agency, year }) => [agency, year])).toEqual([
      ['安康市科学技术局', 2020],
      ['安康市科学技术局', 2021],
    ]);
    expect(three.rows).toEqual([]);
  });

  it('have a first and a last year, and years beyond it that are not held are said', async () => {
    const edge = (occurring: 'first' | 'last') =>
      answerOf({ operation: 'list', conditions: [some], occurring, scope: { agencies: ['安康市科学技术局'] } });
    const [first, last] = [await edge('first'), await edge('last')];
    expect(first.rows.map(({ year }) => year)).toEqual([2020]);
    expect(first.warnings.map(({ code }) => code)).not.toContain('yearsNotHeld');
    expect(last.rows.map(({ year }) => year)).toEqual([2021]);
    expect(last.warnings.find(({ code }) => code === 'yearsNotHeld')?.text).toContain('2023');
  });
});
