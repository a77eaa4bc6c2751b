/** The first of a ranking: what they come to together, by reports and by bodies, and those that are level. */
import { describe, expect, it } from 'vitest';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf, codes, received } from './small-library.ts';

const region = { province: '河北省', city: '邢台市', county: '清河县' };
const got = (agency: string, years: Readonly<Record<number, number>>) =>
  Object.entries(years).map(([year, disclosed]) =>
    buildReport({
      id: `${agency.codePointAt(3)}${year}`.padEnd(12, '0'),
      agency,
      year: Number(year),
      region,
      values: balanced('2021', { natural: { outcomes: { 'applications.disclosed': disclosed } } }),
    }),
  );
const held = [
  ...got('清河县财政局', { 2021: 9, 2022: 1 }),
  ...got('清河县民政局', { 2021: 6, 2022: 6 }),
  ...got('清河县水利局', { 2021: 1, 2022: 6 }),
  ...got('清河县教育局', { 2021: 0, 2022: 0 }),
];
const scope = (years: number[]) => ({ years });
const among = { measures: [received], combine: 'each' as const, direction: 'desc' as const };

describe('the first of a ranking', () => {
  it('are added up, each once, though more are level with the last', async () => {
    const first = { ...among, scope: scope([2022]), limit: 1 };
    const found = await answerOf({ operation: 'sum', measures: [received], scope: scope([2022]), among: first }, held);
    expect(found.value).toBe(6);
    expect(found.rows).toHaveLength(1);
    expect(found.warnings.find(({ code }) => code === 'among')?.text).toMatch(/1/);
  });

  it('keeps all that are level where something else is asked of them', async () => {
    const first = { ...among, scope: scope([2022]), limit: 1 };
    const plan = {
      operation: 'count' as const,
      groupBy: 'agency' as const,
      conditions: [{ ...received, comparison: 'gt' as const, value: 0 }],
    };
    const found = await answerOf({ ...plan, scope: scope([2022]), among: first }, held);
    expect(found.value).toBe(2);
  });

  it('over years are bodies by what they have together, and not the single report that is highest', async () => {
    const first = { ...among, scope: scope([2021, 2022]), limit: 1, together: true };
    const plan = { operation: 'sum' as const, measures: [received], scope: scope([2021, 2022]) };
    const found = await answerOf({ ...plan, among: first }, held);
    expect(found.value).toBe(12);
    expect(new Set(found.rows.map(({ agency }) => agency))).toEqual(new Set(['清河县民政局']));
    expect(codes(found)).toContain('among');
    const ranked = await answerOf(
      { ...plan, operation: 'rank', groupBy: 'agency', order: { direction: 'desc', limit: 1 } },
      held,
    );
    expect(ranked.rows).toMatchObject([{ agency: '清河县民政局', value: 12, n: 2 }]);
    expect(ranked.rows[0]?.label).toBeUndefined();
  });
});

describe('years side by side', () => {
  it('count a government in none of them where its departments count in one', async () => {
    const government = got('清河县人民政府', { 2021: 90, 2022: 90 });
    const some = held.filter(({ year }) => year === 2021);
    const ranked = await answerOf(
      { operation: 'rank', measures: [received], groupBy: 'year', order: { direction: 'desc', limit: 1 } },
      [...some, ...government],
    );
    expect(ranked.rows).toMatchObject([{ year: 2021, value: 16 }]);
    expect(codes(ranked)).toContain('consolidated');
  });
});
