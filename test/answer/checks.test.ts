import { describe, expect, it } from 'vitest';
import { deadlineOf, onTime } from '../../src/answer/deadline.ts';
import { locate } from '../../src/answer/locate.ts';
import type { Finding } from '../../src/report/report.ts';
import { buildReport, setFact } from '../helpers/report-builder.ts';
import { answerOf, codes, received, yanchi } from './small-library.ts';

describe('what a check could not judge', () => {
  const undated = buildReport({ id: 'a11111111111', agency: '盐池县财政局', year: 2022, publishedDate: null });
  it('is no data where nothing could be judged', async () => {
    const answer = await answerOf({ operation: 'audit', audit: { rules: ['late'] } }, [undated]);
    expect(answer).toMatchObject({ status: 'no-data', reason: { code: 'notAssessable' } });
  });

  it('is named where the others were found sound', async () => {
    const answer = await answerOf({ operation: 'audit', audit: { rules: ['late'] } }, [undated, yanchi]);
    expect(answer.status).toBe('nothing-found');
    expect(codes(answer)).toContain('notAssessable');
    expect(answer.text).toContain('盐池县财政局');
  });
});

describe('a check of the sums', () => {
  const gap = setFact(yanchi, 'applications.received/natural', { value: null, state: 'blank' });
  it('names the reports that it judged only in part', async () => {
    const facts = yanchi.facts.map((fact) =>
      fact.measure === 'applications.carriedOver' ? { ...fact, value: null, state: 'blank' as const, raw: '' } : fact,
    );
    const answer = await answerOf({ operation: 'audit', audit: { rules: ['t3'] } }, [
      { ...yanchi, facts, findings: [] },
    ]);
    expect(answer.status).toBe('nothing-found');
    expect(answer.text).toContain('只能判断一部分');
    const whole = await answerOf({ operation: 'audit', audit: { rules: ['t3'] } }, [{ ...yanchi, findings: [] }]);
    expect(whole.text).not.toContain('只能判断一部分');
  });

  it('has cells that are blank, row by row', async () => {
    const answer = await answerOf({ operation: 'audit', audit: { cells: 'blank', tables: [3] } }, [gap]);
    expect(answer).toMatchObject({ status: 'answered', value: 1 });
    expect(answer.rows).toMatchObject([{ label: '表三 · 一、本年新收政府信息公开申请数量', value: '自然人' }]);
    const none = await answerOf({ operation: 'audit', audit: { cells: 'blank', tables: [4] } }, [gap]);
    expect(none).toMatchObject({ status: 'nothing-found', reason: { code: 'noFinding' } });
  });
});

describe('findings on quoted lines', () => {
  it('warn beside a figure of the text', async () => {
    const finding: Finding = {
      ...{ id: '222222222222', rule: 'text.parts', severity: 'error', concerns: [] },
      message: { zh: '各项相加大于总数。', en: 'The parts exceed the whole.' },
      evidence: [{ line: 21, page: null, quote: '微信公众号发布信息37条' }],
    };
    const report = { ...yanchi, findings: [finding] };
    const answer = await answerOf({ operation: 'lookup', statement: { subject: '微信公众号发布信息' } }, [report]);
    expect(codes(answer)).toContain('text.parts');
  });
});

describe('findings by report', () => {
  const found = (
    id: string,
    severity: Finding['severity'],
    rule = 'text.parts',
    en = 'The parts exceed the whole.',
  ): Finding => ({
    ...{ id, rule, severity, concerns: [] },
    message: { zh: '各项相加大于总数。', en },
    evidence: [{ line: 21, page: null, quote: '微信公众号发布信息37条' }],
  });
  const two = {
    ...yanchi,
    findings: [
      found('b00000000001', 'error'),
      found('b00000000002', 'warning', 'layout.missingRow', 'Table 3 lacks a row.'),
    ],
  };
  const hint = {
    ...buildReport({ id: 'a55555555555', agency: '盐池县财政局', year: 2022 }),
    findings: [found('b00000000003', 'info', 'layout.splitLabel', 'Table 3 has a split label.')],
  };
  const none = buildReport({ id: 'a66666666666', agency: '盐池县教育局', year: 2022 });
  const library = [two, hint, none];

  it('are counted, with those that have none, and ranked with ties', async () => {
    const counted = await answerOf({ operation: 'audit', groupBy: 'agency' }, library);
    expect(counted.rows.map(({ agency, value, errors, hints }) => [agency, value, errors, hints])).toEqual([
      ['盐池县教育局', 0, 0, 0],
      ['盐池县科学技术局', 2, 1, 0],
      ['盐池县财政局', 1, 0, 1],
    ]);
    const most = await answerOf({ operation: 'audit', order: { direction: 'desc', limit: 1 } }, library);
    expect(most.rows).toMatchObject([{ agency: '盐池县科学技术局', value: 2, rank: 1 }]);
    expect(most.citations).toHaveLength(1);
  });

  it('are absent: hints are no faults, and a kind of finding counts only itself', async () => {
    const sound = await answerOf({ operation: 'audit', audit: { sound: true } }, library);
    expect(sound.rows.map(({ agency, value }) => [agency, value])).toEqual([
      ['盐池县教育局', '没有发现'],
      ['盐池县财政局', '只有提示 1 条'],
    ]);
    const whole = await answerOf({ operation: 'audit', audit: { rules: ['layout'], sound: true } }, [two]);
    expect(whole).toMatchObject({ status: 'nothing-found', reason: { code: 'noneSound' } });
    const consistent = await answerOf({ operation: 'audit', audit: { rules: ['year'], sound: true } }, [two]);
    expect(consistent.rows).toHaveLength(1);
  });

  it('are counted by their kind, and in how many reports', async () => {
    const kinds = await answerOf({ operation: 'audit', audit: { byRule: true } }, [
      ...library,
      { ...buildReport({ id: 'a77777777777', agency: '盐池县审计局', year: 2022 }), findings: two.findings },
    ]);
    expect(kinds.rows.map(({ rule, label, value, n }) => [rule, label, value, n])).toEqual([
      ['text.parts', '总数与分项', 2, 2],
      ['layout.missingRow', '缺行', 2, 2],
      ['layout.splitLabel', '标签被拆开', 1, 1],
    ]);
  });

  it('are those of a person where its word is asked for', async () => {
    const answer = await answerOf({ operation: 'audit', audit: { statuses: ['confirmed'] } }, library);
    expect(answer).toMatchObject({ status: 'nothing-found', reason: { code: 'noFinding' } });
  });

  it('are of one table where it is named', async () => {
    const of = (tables: number[]) => answerOf({ operation: 'audit', audit: { rules: ['layout'], tables } }, library);
    expect((await of([3])).rows).toHaveLength(2);
    expect((await of([4])).status).toBe('nothing-found');
  });
});

describe('deadlines', () => {
  it('are 31 January for departments, 31 March for governments and for years up to 2018', () => {
    expect(deadlineOf({ year: 2023, kind: 'science' })).toBe('2024-01-31');
    expect(deadlineOf({ year: 2023, kind: 'government' })).toBe('2024-03-31');
    expect(deadlineOf({ year: 2018, kind: 'science' })).toBe('2019-03-31');
    expect(onTime({ year: 2023, kind: 'science', publishedDate: '2024-02-01' })).toBe(false);
    expect(onTime({ year: 2023, kind: 'science', publishedDate: null })).toBeNull();
  });
});

describe('locate', () => {
  it.each([
    ['发布时间:2021年01月29日19时00分', '2021-01-29'],
    ['2021年1月29日', '2021-01-29'],
    ['二〇二一年一月二十九日', '2021-01-29'],
    ['2021/1/29', '2021-01-29'],
    ['2021 年 1 月 29 日', '2021-01-29'],
  ])('finds %s', (line, date) => {
    expect(locate(`甲\n${line}\n乙`, date, 'publishedDate')).toEqual({ line: 2, quote: line });
  });

  it('finds a telephone number that is printed with another dash', () => {
    expect(locate('电话：0954—7012770', '0954-7012770', 'phone')).toEqual({ line: 1, quote: '电话：0954—7012770' });
    expect(locate('无', '0954-7012770', 'phone')).toBeNull();
  });
});

describe('conditions on any operation', () => {
  it('narrow the reports first', async () => {
    const conditions = [{ ...received, comparison: 'ge' as const, value: 5 }];
    const answer = await answerOf({ operation: 'lookup', scope: { years: [2020] }, measures: [received], conditions });
    expect(answer.rows.map((row) => row.value).sort()).toEqual([20, 5]);
    expect(codes(answer)).toContain('unknownLeftOut');
  });
});

describe('a file of rows', () => {
  it('holds all rows as CSV, and cells that would run as formulas are made inert', async () => {
    const report = buildReport({ id: 'a33333333333', agency: '=盐池县财政局', year: 2022 });
    const answer = await answerOf({ operation: 'export', measures: [received], export: { format: 'csv' } }, [
      yanchi,
      report,
    ]);
    expect(answer.rows).toHaveLength(2);
    expect(answer.file?.csv).toContain("'=盐池县财政局");
    expect(answer.text).toContain('盐池县科学技术局,2023');
  });
});
