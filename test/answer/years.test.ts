/** What is said of every year: agencies that always meet a condition, figures that moved so each year; rates of groups. */
import { describe, expect, it } from 'vitest';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf, codes, received } from './small-library.ts';

const qinghe = { province: '河北省', city: '邢台市', county: '清河县' };
const hanting = { province: '山东省', city: '潍坊市', county: '寒亭区' };

/** One agency, a report for each year, with so many applications that were disclosed and refused. */
const over = (agency: string, region: typeof qinghe, years: Readonly<Record<number, readonly [number, number]>>) =>
  Object.entries(years).map(([year, [disclosed, refused]], at) =>
    buildReport({
      id: `${agency.length}${region.county.codePointAt(0)}${at}`.padEnd(12, '0'),
      agency,
      year: Number(year),
      region,
      values: balanced('2021', {
        natural: {
          outcomes: { 'applications.disclosed': disclosed, 'applications.refused.stateSecret': refused },
        },
      }),
    }),
  );

const held = [
  ...over('清河县财政局', qinghe, { 2021: [1, 0], 2022: [2, 0], 2023: [4, 0] }),
  ...over('清河县民政局一', qinghe, { 2021: [3, 0], 2022: [1, 0], 2023: [5, 5] }),
  ...over('寒亭区水利局', hanting, { 2021: [0, 0], 2022: [0, 0] }),
  ...over('寒亭区医疗保障局', hanting, { 2021: [0, 0], 2022: [1, 3] }),
];
const none = [{ ...received, comparison: 'eq' as const, value: 0 }];

describe('every year', () => {
  it('lists agencies all of whose reports meet it, and says that other years are not held', async () => {
    const ever = await answerOf({ operation: 'list', conditions: none }, held);
    expect(new Set(ever.rows.map((row) => row.agency))).toEqual(new Set(['寒亭区水利局', '寒亭区医疗保障局']));
    const never = await answerOf({ operation: 'list', conditions: none, occurring: 'every' }, held);
    expect(never.rows.map((row) => [row.agency, row.year])).toEqual([
      ['寒亭区水利局', 2021],
      ['寒亭区水利局', 2022],
    ]);
    expect(codes(never)).toContain('heldYearsOnly');
    const count = await answerOf({ operation: 'count', conditions: none, occurring: 'every', groupBy: 'agency' }, held);
    expect(count.value).toBe(1);
  });

  it('keeps those that moved so in every year; one that lacks a year in between is named and not judged', async () => {
    const plan = {
      operation: 'change' as const,
      measures: [received],
      scope: { years: [2021, 2022, 2023] },
      moved: { by: 'difference' as const, comparison: 'gt' as const, value: 0 },
    };
    const ends = await answerOf(plan, held);
    expect(ends.rows.map((row) => row.agency)).toEqual(['清河县民政局一', '清河县财政局']);
    const each = await answerOf({ ...plan, moved: { ...plan.moved, each: true } }, held);
    expect(each.rows).toMatchObject([{ agency: '清河县财政局', from: 1, to: 4 }]);
    const gap = held.filter(({ agency, year }) => agency !== '清河县财政局' || year !== 2022);
    const open = await answerOf({ ...plan, moved: { ...plan.moved, each: true } }, gap);
    expect(open.rows).toEqual([]);
    expect(open.warnings.find(({ code }) => code === 'yearBetweenUnknown')?.text).toContain('清河县财政局');
  });
});

describe('reports that name no agency', () => {
  const nameless = [2021, 2022].map((year, at) =>
    buildReport({
      id: `9999999999${at}0`,
      agency: null,
      year,
      values: balanced('2021', { natural: { outcomes: { 'applications.disclosed': 2 + at } } }),
    }),
  );

  it('are never taken for one body over the years', async () => {
    const scope = { years: [2021, 2022] };
    const moved = { by: 'difference' as const, comparison: 'gt' as const, value: 0 };
    const all = [...held, ...nameless];
    const change = await answerOf({ operation: 'change', measures: [received], scope, moved }, all);
    expect(change.rows.map((row) => row.agency)).toEqual(['寒亭区医疗保障局', '清河县财政局']);
    const some = [{ ...received, comparison: 'gt' as const, value: 0 }];
    const every = await answerOf({ operation: 'list', conditions: some, occurring: 'every', scope }, all);
    expect(new Set(every.rows.map((row) => row.agency))).toEqual(new Set(['清河县财政局', '清河县民政局一']));
  });
});

describe('the place of one', () => {
  const stands = { of: '清河县财政局', where: true };
  const plan = {
    operation: 'rank' as const,
    measures: [received],
    order: { direction: 'desc' as const, limit: 10 },
    stands,
  };

  it('is its rank among all that are known, and says how many those are', async () => {
    const answer = await answerOf({ ...plan, scope: { years: [2022] } }, held);
    expect(answer).toMatchObject({
      status: 'answered',
      value: 2,
      confirmed: { stands: { rank: 2, among: 4, tied: 0 } },
    });
    expect(answer.text).toContain('清河县财政局 2022 年是 2 件，4 份有数的报告中排第 2');
  });

  it('is not known of a year that is not held of it', async () => {
    const others = held.filter(({ agency, year }) => agency !== '清河县财政局' || year !== 2023);
    const answer = await answerOf({ ...plan, scope: { years: [2023] } }, others);
    expect(answer).toMatchObject({ status: 'no-data', value: null });
    expect(answer.text).toContain('没有 2023 年的报告');
  });
});

describe('rank of groups', () => {
  it('ranks the rates of places, each of all its reports together, and says of what', async () => {
    const order = { direction: 'desc' as const, limit: 1 };
    const rank = await answerOf({ operation: 'rank', rate: 'disclosure', groupBy: 'province', order }, held);
    expect(rank.rows).toMatchObject([{ agency: null, label: '河北省', numerator: 16, denominator: 21, n: 6 }]);
    expect(rank.text).toContain('河北省：76.19%（分子 16，分母 21，n = 6）');
  });

  it('ranks the rate of each body over its years, and no single report', async () => {
    const order = { direction: 'desc' as const, limit: 50 };
    const each = { operation: 'rank' as const, rate: 'disclosure' as const, order };
    const single = await answerOf(each, held);
    const over = await answerOf({ ...each, groupBy: 'agency', occurring: 'together' }, held);
    expect(new Set(over.rows.map(({ agency }) => agency)).size).toBe(over.rows.length);
    for (const row of over.rows) {
      const own = single.rows.filter(({ agency }) => agency === row.agency);
      expect(row.n).toBe(own.length);
      expect(row.denominator).toBe(own.reduce((sum, { denominator }) => sum + Number(denominator), 0));
      expect(row.year).toBeNull();
    }
  });

  it('sets places side by side year by year', async () => {
    const plan = { operation: 'compare' as const, measures: [received], groupBy: 'province' as const };
    const apart = await answerOf({ ...plan, yearly: true }, held);
    expect(apart.value).toBeNull();
    expect(apart.rows.length).toBeGreaterThan((await answerOf(plan, held)).rows.length);
    expect(apart.rows.every(({ label, year }) => label !== undefined && typeof year === 'number')).toBe(true);
  });

  it('is a file without columns for whose it is', async () => {
    const plan = { operation: 'sum' as const, measures: [received], export: { format: 'csv' as const } };
    const csv = async (groupBy: 'province' | 'year' | null) =>
      (await answerOf({ ...plan, groupBy }, held)).file?.csv.split('\r\n')[0]?.replace('\u{feff}', '');
    expect(await csv('province')).toBe('label,unit,value,n');
    expect(await csv('year')).toBe('year,label,unit,value,n');
    expect(await csv(null)).toContain('agency,year,report');
  });

  it('names the place, and not the only agency in it', async () => {
    const order = { direction: 'asc' as const, limit: 1 };
    const one = held.filter(({ agency }) => agency !== '寒亭区医疗保障局').slice(0, -1);
    const rank = await answerOf({ operation: 'rank', measures: [received], groupBy: 'province', order }, one);
    expect(rank.rows).toMatchObject([{ agency: null, label: '山东省', value: 0 }]);
  });
});
