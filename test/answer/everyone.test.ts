import { describe, expect, it } from 'vitest';
import { answerOf, type Loose, received } from './small-library.ts';

const none = { ...received, comparison: 'eq' as const, value: 0 };

describe('of all agencies', () => {
  it('whether it is so of every one is answered by the exceptions', async () => {
    const plan: Loose = {
      operation: 'count',
      conditions: [none],
      groupBy: 'agency',
      claim: { comparison: 'eq', value: 0 },
    };
    const all = await answerOf({ ...plan, scope: { agencies: ['安康市科学技术局'] } });
    expect(all).toMatchObject({ value: 0, confirmed: { holds: true } });
    expect(all.text).toContain('没有例外');
    const more = await answerOf({ ...plan, conditions: [{ ...received, comparison: 'le', value: 1000 }] });
    expect(more.confirmed?.holds ?? false).toBe(false);
    expect(more.value).toBeGreaterThan(0);
  });

  it('those with a report of each year, and of one year only', async () => {
    const held = async (occurring: 'every' | 'once') =>
      (await answerOf({ operation: 'library', library: 'agencies', occurring, scope: { years: [2020, 2021] } })).rows;
    const [every, once] = [await held('every'), await held('once')];
    expect(every.map(({ agency }) => agency)).toContain('安康市科学技术局');
    expect(every.every(({ value }) => value === 2)).toBe(true);
    expect(once.length).toBeGreaterThan(0);
    expect(once.every(({ years }) => Array.isArray(years) && years.length === 1)).toBe(true);
  });

  it('a ranking of places leaves out reports of none, and says so', async () => {
    const answer = await answerOf({
      operation: 'rank',
      measures: [received],
      groupBy: 'county',
      order: { direction: 'desc', limit: 10 },
    });
    expect(answer.rows.map(({ label }) => label)).not.toContain('—');
    expect(answer.warnings.map(({ code }) => code)).toContain('groupless');
  });
});
