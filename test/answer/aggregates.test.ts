import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, meanOf, rankBy, sumOf } from '../../src/answer/aggregate.ts';
import type { Report } from '../../src/report/report.ts';
import { balanced, buildReport, setFact } from '../helpers/report-builder.ts';
import { answerOf, codes, received } from './small-library.ts';

const in2020 = { years: [2020] };

describe('list and count', () => {
  it('lists what meets the condition and names the unknown', async () => {
    const conditions = [{ ...received, comparison: 'gt' as const, value: 2 }];
    const list = await answerOf({ operation: 'list', scope: in2020, conditions });
    expect(list.rows.map((row) => [row.agency, row.value])).toEqual([
      ['安康市人民政府', 20],
      ['安康市财政局', 5],
      ['安康市科学技术局', 3],
    ]);
    expect(list.base).toMatchObject({ reports: 4, unknown: [{ agency: '安康市教育局', state: 'blank' }] });
    const count = await answerOf({ operation: 'count', scope: in2020, conditions });
    expect(count).toMatchObject({ status: 'answered', value: 3 });
  });

  it('counts bodies as a share of those whose figure is known', async () => {
    const conditions = [{ ...received, comparison: 'ge' as const, value: 5 }];
    const share = await answerOf({ operation: 'count', groupBy: 'agency', percent: true, scope: in2020, conditions });
    expect(share).toMatchObject({ value: (2 / 3) * 100, unit: '%' });
    expect(share.base).toMatchObject({ reports: 4, unknown: [{ agency: '安康市教育局' }] });
  });

  it('says none where none is true, and not where nothing could be judged', async () => {
    const many = [{ ...received, comparison: 'gt' as const, value: 1000 }];
    expect(await answerOf({ operation: 'list', conditions: many })).toMatchObject({ status: 'nothing-found' });
    const scope = { agencies: ['安康市教育局'] };
    expect(await answerOf({ operation: 'list', scope, conditions: many })).toMatchObject({ status: 'no-data' });
    const lacking = [{ measure: 'fees.amount', comparison: 'gt' as const, value: 0 }];
    expect(await answerOf({ operation: 'list', scope: in2020, conditions: lacking })).toMatchObject({
      status: 'no-data',
      reason: { code: 'formLacks' },
    });
  });

  it('finds blank cells by their state', async () => {
    const answer = await answerOf({ operation: 'list', conditions: [{ ...received, state: 'blank' }] });
    expect(answer.rows.map((row) => row.agency)).toEqual(['安康市教育局']);
  });

  it('asks each form for the state of its own cells only', async () => {
    const blank = { state: 'blank' as const, value: null, raw: '/' };
    const held = [setFact(buildReport({ id: 'a11111111111', year: 2020 }), 'normative.made', blank)];
    const conditions = ['normative.made', 'normative.issued'].map((measure) => ({ measure, state: 'blank' as const }));
    expect((await answerOf({ operation: 'list', conditions }, held)).rows).toHaveLength(1);
  });

  it('compares sums of cells and rates', async () => {
    const sum = { measure: 'applications.refused.stateSecret', applicant: 'total' as const };
    const plus = [{ measure: 'applications.refused.thirdParty', applicant: 'total' as const }];
    const refused = await answerOf({ operation: 'list', conditions: [{ ...sum, plus, comparison: 'ge', value: 1 }] });
    expect(refused.rows.map((row) => row.agency)).toEqual(['安康市科学技术局']);
    const rate = { measure: 'refusal', rate: 'refusal' as const, comparison: 'gt' as const, value: 0.3 };
    const high = await answerOf({ operation: 'list', conditions: [rate] });
    expect(high.rows).toMatchObject([{ agency: '安康市科学技术局', year: 2020, numerator: 1, denominator: 3 }]);
  });
});

describe('cells that are ranked', () => {
  it('adds each up over the reports, and names a report that lacks several of them once', async () => {
    const cell = (applicant: 'natural' | 'business' | 'research') => ({ measure: 'applications.received', applicant });
    const set = (report: Report, values: Readonly<Record<string, number | null>>) =>
      Object.entries(values).reduce(
        (all, [applicant, value]) =>
          setFact(all, `applications.received/${applicant}`, value === null ? { state: 'blank', value } : { value }),
        report,
      );
    const held = [
      set(buildReport({ id: 'a11111111111', year: 2020 }), { natural: 2, business: 3, research: 0 }),
      set(buildReport({ id: 'a22222222222', year: 2021 }), { natural: 4, business: null, research: null }),
    ];
    const measures = [cell('natural'), cell('business'), cell('research')];
    const order = { direction: 'desc' as const, limit: 2 };
    const answer = await answerOf({ operation: 'rank', groupBy: 'applicant', order, measures }, held);
    expect(answer.rows.map(({ applicant, value, rank, n }) => [applicant, value, rank, n])).toEqual([
      ['natural', 6, 1, 2],
      ['business', 3, 2, 1],
    ]);
    expect(answer.base?.reports).toBe(2);
    expect(answer.base?.unknown.map(({ report }) => report)).toEqual(['a22222222222']);
  });

  it('compares a figure with another of the same report, shows both, and judges none that is unknown', async () => {
    const refused = { measure: 'applications.refused.stateSecret', applicant: 'total' as const };
    const disclosed = { measure: 'applications.disclosed', applicant: 'total' as const };
    const outcomes = { 'applications.disclosed': 1, 'applications.refused.stateSecret': 4 };
    const more = buildReport({ id: 'a22222222222', year: 2020, values: balanced('2019', { natural: { outcomes } }) });
    const open = setFact(
      buildReport({
        id: 'b22222222222',
        agency: '安康市水利局',
        year: 2020,
        values: balanced('2019', { natural: { outcomes } }),
      }),
      'applications.disclosed/total',
      { state: 'blank', value: null, raw: '' },
    );
    const conditions = [{ ...refused, comparison: 'gt' as const, against: [disclosed] }];
    const list = await answerOf({ operation: 'list', conditions }, [more, open]);
    expect(list.rows).toMatchObject([{ report: 'a22222222222', value: 4, others: [{ value: 1 }] }]);
    expect(list.text).toContain('不予公开：属于国家秘密：4 件，予以公开：1 件');
    expect(list.base?.unknown).toMatchObject([{ agency: '安康市水利局', state: 'blank' }]);
  });
});

describe('sum and average', () => {
  it('leaves the unknown and the consolidated out, and says both', async () => {
    const sum = await answerOf({ operation: 'sum', scope: in2020, measures: [received] });
    expect(sum).toMatchObject({ status: 'answered', value: 8, unit: '件' });
    expect(codes(sum)).toEqual(expect.arrayContaining(['consolidated', 'unknownLeftOut']));
    const average = await answerOf({ operation: 'average', scope: in2020, measures: [received] });
    expect(average.value).toBe(4);
  });

  it('adds governments where no department of theirs is in scope', async () => {
    const sum = await answerOf({ operation: 'sum', scope: { kinds: ['government'] }, measures: [received] });
    expect(sum.value).toBe(20);
  });

  it('does not add amounts whose unit is not stated', async () => {
    const priced = (id: string, agency: string, unit: string | null) =>
      setFact(buildReport({ id, agency, year: 2020 }), 'procurement.amount', { value: 10, unit });
    const held = [priced('a11111111111', '盐池县财政局', '万元'), priced('a22222222222', '盐池县教育局', null)];
    const both = [...held, priced('a33333333333', '盐池县审计局', '万元')];
    const plan = { operation: 'sum', measures: [{ measure: 'procurement.amount' }] } as const;
    const sum = await answerOf({ ...plan, measures: [...plan.measures] }, both);
    expect(sum).toMatchObject({ value: 20, unit: '万元' });
    expect(codes(sum)).toContain('units');
  });

  it('keeps what the two forms call differently apart', async () => {
    const made = buildReport({
      id: 'a11111111111',
      agency: '盐池县财政局',
      year: 2020,
      values: { 'normative.made': 4 },
    });
    const issued = buildReport({
      id: 'a22222222222',
      agency: '盐池县财政局',
      year: 2022,
      values: { 'normative.issued': 7 },
    });
    const measures = [{ measure: 'normative.made' }, { measure: 'normative.issued' }];
    const sum = await answerOf({ operation: 'sum', measures }, [made, issued]);
    expect(sum.value).toBeNull();
    expect(sum.rows.map((row) => row.value)).toEqual([4, 7]);
    expect(codes(sum)).toContain('crossForm');
    // Cell by cell they stand side by side, each under its name; that they cannot be compared is said all the same.
    const trend = await answerOf({ operation: 'trend', measures, combine: 'sum' }, [made, issued]);
    expect(trend.rows.map((row) => row.value)).toEqual([4, 7]);
    expect(codes(trend)).toContain('crossForm');
  });

  it('groups by year', async () => {
    const scope = { agencies: ['安康市科学技术局'] };
    const sum = await answerOf({ operation: 'sum', scope, measures: [received], groupBy: 'year' });
    expect(sum.rows.map((row) => [row.label, row.value])).toEqual([
      ['2020', 3],
      ['2021', 6],
    ]);
  });
});

describe('rank', () => {
  it('includes all that tie at the cut, and says so', async () => {
    const tied = ['盐池县财政局', '盐池县教育局', '盐池县审计局'].map((agency, index) =>
      buildReport({
        id: `a${index}1111111111`,
        agency,
        year: 2023,
        values: { 'applications.received/total': index === 0 ? 9 : 4 },
      }),
    );
    const order = { direction: 'desc', limit: 2 } as const;
    const rank = await answerOf({ operation: 'rank', measures: [received], order }, tied);
    expect(rank.rows.map((row) => [row.rank, row.value])).toEqual([
      [1, 9],
      [2, 4],
      [2, 4],
    ]);
    expect(codes(rank)).toContain('ties');
  });

  it('ranks rates', async () => {
    const rank = await answerOf({ operation: 'rank', rate: 'refusal', order: { direction: 'desc', limit: 1 } });
    expect(rank.rows).toMatchObject([{ agency: '安康市科学技术局', year: 2020, numerator: 1, denominator: 3 }]);
  });
});

describe('rate', () => {
  it('shows numerator and denominator', async () => {
    const scope = { agencies: ['安康市科学技术局'], years: [2020] };
    const rate = await answerOf({ operation: 'rate', rate: 'disclosure', scope });
    expect(rate.value).toBeCloseTo(66.667, 2);
    expect(rate.rows).toMatchObject([{ numerator: 2, denominator: 3 }]);
    expect(rate.text).toContain('66.67%');
  });

  it('is undefined over 0', async () => {
    const rate = await answerOf({ operation: 'rate', rate: 'reviewCorrected', scope: { agencies: ['安康市财政局'] } });
    expect(rate).toMatchObject({ status: 'no-data', value: null, reason: { code: 'denominatorZero' } });
  });

  it('pools over reports, and averages each once', async () => {
    const scope = { agencies: ['安康市科学技术局'] };
    const pooled = await answerOf({ operation: 'rate', rate: 'disclosure', scope });
    expect(pooled.value).toBeCloseTo((8 / 9) * 100, 6);
    const mean = await answerOf({ operation: 'average', rate: 'disclosure', scope });
    expect(mean.value).toBeCloseTo(((2 / 3 + 1) / 2) * 100, 6);
  });
});

describe('compare, trend and change', () => {
  const ankang = { agencies: ['安康市科学技术局'] };
  it('sets agencies side by side', async () => {
    const scope = { agencies: ['安康市科学技术局', '安康市财政局'], years: [2020] };
    const answer = await answerOf({ operation: 'compare', scope, measures: [received] });
    expect(answer.rows.map((row) => row.value)).toEqual([3, 5]);
    expect(answer.text).toContain('多 2 件');
  });

  it('gives years in order, and the change with its percentage', async () => {
    const trend = await answerOf({ operation: 'trend', scope: ankang, measures: [received] });
    expect(trend.rows.map((row) => [row.year, row.value])).toEqual([
      [2020, 3],
      [2021, 6],
    ]);
    const change = await answerOf({ operation: 'change', scope: ankang, measures: [received] });
    expect(change).toMatchObject({ value: 3, rows: [{ from: 3, to: 6, percent: 100 }] });
  });

  it('needs two years, and says which are held', async () => {
    const scope = { agencies: ['盐池县科学技术局'] };
    for (const operation of ['trend', 'change'] as const) {
      const answer = await answerOf({ operation, scope, measures: [received] });
      expect(answer).toMatchObject({ status: 'no-data', value: null, reason: { code: 'oneYear' } });
      expect(answer.reason?.text.zh).toContain('2023');
    }
  });

  it('has no percentage from 0', () => {
    expect(changeOf(0, 4)).toEqual({ difference: 4, percent: null });
    expect(changeOf(4, 2)).toEqual({ difference: -2, percent: -50 });
  });
});

describe('arithmetic equals a naive computation', () => {
  const counts = fc.array(fc.option(fc.nat(500), { nil: null }), { minLength: 1, maxLength: 12 });
  const library = (values: readonly (number | null)[]): Report[] =>
    values.map((value, index) => {
      const report = buildReport({
        id: `${index}`.padStart(12, 'a'),
        agency: `盐池县${'甲乙丙丁戊己庚辛壬癸子丑'[index]}局`,
        year: 2023,
      });
      const change = value === null ? { state: 'blank' as const, value: null, raw: '/' } : { value };
      return setFact(report, 'applications.received/total', change);
    });

  it('sums, averages and ranks only what is known', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 12 }), async (values, limit) => {
        const held = library(values);
        const known = values.filter((value) => value !== null);
        const sum = await answerOf({ operation: 'sum', measures: [received] }, held);
        const mean = await answerOf({ operation: 'average', measures: [received] }, held);
        if (known.length === 0) return void expect(sum.status).toBe('no-data');
        const total = known.reduce((a, b) => a + b, 0);
        expect(sum.value).toBe(total);
        expect(mean.value).toBeCloseTo(total / known.length, 9);
        expect(sum.base?.unknown).toHaveLength(values.length - known.length);
        const order = { direction: 'desc', limit } as const;
        const rank = await answerOf({ operation: 'rank', measures: [received], order }, held);
        const sorted = known.concat().sort((a, b) => b - a);
        const cut = sorted[Math.min(limit, sorted.length) - 1] as number;
        expect(rank.rows.map((row) => row.value)).toEqual(
          sorted.filter((value, index) => index < limit || value === cut),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('is exact for printed decimals', () => {
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(meanOf([])).toBeNull();
    expect(rankBy([3, 1, 3, 2], (n) => n, 'asc', 2).map((each) => [each.value, each.rank])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('ranks as putting all in order does', () => {
    const direction = fc.constantFrom('asc' as const, 'desc' as const);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), direction, fc.nat(6), (values, towards, limit) => {
        const items = values.map((value, index) => ({ value, index }));
        const sign = towards === 'asc' ? 1 : -1;
        const all = items.toSorted((a, b) => sign * (a.value - b.value));
        const last = all[Math.min(limit, all.length) - 1];
        const first = last === undefined ? [] : all.filter(({ value }) => sign * (value - last.value) <= 0);
        const ranked = rankBy(items, ({ value }) => value, towards, limit);
        expect(ranked.map(({ item }) => item)).toEqual(first);
        for (const { value, rank } of ranked)
          expect(rank).toBe(1 + items.filter((other) => sign * (other.value - value) < 0).length);
      }),
    );
  });
});
