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

  it('a bound of several years together is judged of what each had in them all', async () => {
    const answer = await answerOf({
      operation: 'list',
      conditions: [{ ...received, comparison: 'gt', value: 1 }],
      occurring: 'together',
      scope: { years: [2020, 2021] },
    });
    const row = answer.rows.find(({ agency }) => agency === '安康市科学技术局');
    const each = await answerOf({
      operation: 'lookup',
      measures: [received],
      scope: { agencies: ['安康市科学技术局'], years: [2020, 2021] },
    });
    expect(row?.value).toBe(each.rows.reduce((sum, { value }) => sum + Number(value), 0));
    expect(row).toMatchObject({ n: 2 });
    expect(answer.citations.length).toBeGreaterThan(1);
  });

  it('places and years meet a condition by what their bodies had together', async () => {
    for (const groupBy of ['year', 'province'] as const) {
      const sums = (await answerOf({ operation: 'sum', measures: [received], groupBy })).rows;
      const value = Math.min(...sums.map((row) => Number(row.value)));
      const answer = await answerOf({
        operation: 'list',
        conditions: [{ ...received, comparison: 'gt', value }],
        occurring: 'together',
        groupBy,
      });
      const known = new Map(sums.map((row) => [row.label, row.value]));
      expect(answer.rows.length).toBeGreaterThan(0);
      for (const row of answer.rows) {
        expect(row.value).toBe(known.get(row.label));
        expect(row.value).toBeGreaterThan(value);
      }
      expect(answer.text).not.toContain('份报告符合条件');
    }
  });

  it('a place where none came in is none where its government states some', async () => {
    const plan: Loose = { operation: 'list', occurring: 'together', groupBy: 'city', scope: { years: [2020] } };
    const condition = { measure: 'applications.refused.process', applicant: 'total' as const, value: 0 };
    // The departments had none, and the consolidated report beside them has none, either; of all received it has twenty.
    expect((await answerOf({ ...plan, conditions: [{ ...condition, comparison: 'eq' }] })).rows).toHaveLength(1);
    const few = await answerOf({ ...plan, conditions: [{ ...received, comparison: 'le', value: 10 }] });
    expect(few.rows).toEqual([]);
    const many = await answerOf({ ...plan, conditions: [{ ...received, comparison: 'gt', value: 15 }] });
    expect(many).toMatchObject({ status: 'nothing-found' });
    expect(many.warnings.map(({ code }) => code)).toContain('groupsOpen');
  });

  it('those among the first are counted of the first alone, whoever else is level', async () => {
    const among = {
      scope: { years: [2020] },
      measures: [received],
      combine: 'each' as const,
      direction: 'desc' as const,
      limit: 2,
    };
    const plan: Loose = {
      operation: 'count',
      groupBy: 'agency',
      measures: [received],
      among,
      scope: { years: [2020] },
    };
    const first = await answerOf(plan);
    expect(first).toMatchObject({ status: 'answered', value: 2 });
    expect(first.rows.map(({ agency }) => agency).sort()).toEqual(['安康市人民政府', '安康市财政局']);
    expect(first.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['among', 'unknownLeftOut']));
    expect(await answerOf({ ...plan, scope: { years: [2020], kinds: ['finance'] } })).toMatchObject({ value: 1 });
    expect(await answerOf({ ...plan, scope: { years: [2020], kinds: ['science'] } })).toMatchObject({
      status: 'nothing-found',
      value: 0,
    });
  });

  it('a sum is judged by one number: another condition is not passed over', async () => {
    const plan: Loose = { operation: 'list', occurring: 'together', groupBy: 'year' };
    const more = { ...received, comparison: 'gt' as const, value: 0 };
    for (const conditions of [[], [more, { ...more, value: 5 }], [{ ...received, state: 'blank' as const }]])
      expect(await answerOf({ ...plan, conditions })).toMatchObject({ status: 'no-data', rows: [] });
  });

  it('several figures by place stand apart for each place', async () => {
    const measures = [received, { measure: 'applications.handled', applicant: 'total' as const }];
    const both = await answerOf({ operation: 'compare', measures, groupBy: 'province' });
    const places = (await answerOf({ operation: 'sum', measures: [received], groupBy: 'province' })).rows;
    expect(places.length).toBeGreaterThan(1);
    for (const { label, value } of places)
      expect(both.rows.find((row) => row.label?.startsWith(`${label} · `))?.value).toBe(value);
  });

  it('both ends of a ranking stand with their places among all', async () => {
    const plan: Loose = { operation: 'rank', measures: [received], scope: { years: [2020] } };
    const all = (await answerOf({ ...plan, order: { direction: 'desc', limit: 100 } })).rows;
    const ends = (await answerOf({ ...plan, order: { direction: 'desc', limit: 1, ends: true } })).rows;
    expect(ends[0]).toMatchObject({ rank: 1, value: all[0]?.value });
    expect(ends.at(-1)).toMatchObject({ value: all.at(-1)?.value, rank: all.at(-1)?.rank });
  });

  it('what was so in one year only leaves out those of which it was so in two', async () => {
    const some = { ...received, comparison: 'gt' as const, value: 0 };
    const plan: Loose = { operation: 'list', conditions: [some] };
    const years = (rows: readonly { agency: string | null; year: number | null }[], key: string) =>
      rows.filter(({ agency }) => agency === key).map(({ year }) => year);
    const [all, once] = [(await answerOf(plan)).rows, (await answerOf({ ...plan, occurring: 'once' })).rows];
    expect(years(all, '安康市科学技术局').length).toBeGreaterThan(1);
    expect(years(once, '安康市科学技术局')).toEqual([]);
    expect(once.length).toBeGreaterThan(0);
    expect(once.every(({ agency }) => years(all, agency ?? '').length === 1)).toBe(true);
  });
});
