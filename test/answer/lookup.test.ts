import { describe, expect, it } from 'vitest';
import { buildReport, setFact } from '../helpers/report-builder.ts';
import { answerOf, codes, lexicon, received, reports, yanchi } from './small-library.ts';

const yanchiOnly = { agencies: ['盐池县科学技术局'] };

describe('lookup', () => {
  it('adds up whole groups that are asked for beside each other', async () => {
    const grounds = lexicon.words.groups.find(({ id }) => id === 'applications.refused')?.measures ?? [];
    const measures = [...grounds, 'applications.disclosed'].map((measure) => ({ measure }));
    const scope = { agencies: ['安康市科学技术局'], years: [2020] };
    const both = await answerOf({ operation: 'lookup', scope, measures });
    expect(both.rows.map(({ label, value }) => [label, value])).toEqual([
      ['不予公开（八项理由合计）', 1],
      ['予以公开', 2],
    ]);
    const each = await answerOf({ operation: 'lookup', scope, measures: measures.slice(0, grounds.length) });
    expect(each.rows).toHaveLength(grounds.length);
  });

  it('adds the rows that the form has in place of one', async () => {
    const measures = [{ measure: 'applications.other' }];
    const answer = await answerOf({ operation: 'lookup', scope: yanchiOnly, measures });
    expect(answer).toMatchObject({ status: 'answered', value: 0 });
    expect(answer.rows.map(({ measure }) => measure)).toEqual([
      'applications.other.notCorrected',
      'applications.other.feeUnpaid',
      'applications.other.else',
    ]);
  });

  it('gives the cell with its source and what the audit found on it', async () => {
    const answer = await answerOf({ operation: 'lookup', scope: yanchiOnly, measures: [received] });
    expect(answer).toMatchObject({ status: 'answered', value: 1, unit: '件' });
    expect(answer.rows).toMatchObject([{ agency: '盐池县科学技术局', year: 2023, value: 1, state: 'stated' }]);
    expect(answer.citations[0]).toMatchObject({ table: 3, column: '总计', line: 117 });
    expect(answer.warnings[0]).toMatchObject({ code: 'text.table3', severity: 'error' });
    expect(answer.warnings[0]?.citations[0]?.quote).toContain('未收到');
    expect(answer.text).toContain('1 件');
  });

  it('leaves dismissed findings out', async () => {
    const held = [{ report: yanchi, dismissed: ['111111111111'] }];
    const answer = await answerOf({ operation: 'lookup', scope: yanchiOnly, measures: [received] }, held);
    expect(answer.warnings).toEqual([]);
  });

  it('reads a blank cell as unknown, never as 0, and says what the row holds', async () => {
    const scope = { agencies: ['安康市教育局'] };
    const answer = await answerOf({ operation: 'lookup', scope, measures: [received] });
    expect(answer).toMatchObject({ status: 'no-data', value: null, reason: { code: 'blank' } });
    expect(answer.reason?.text.zh).toContain('自然人 2');
  });

  it('never gives a value for an uncertain cell, but the row as printed', async () => {
    const report = setFact(yanchi, 'applications.received/business', {
      value: null,
      certain: false,
      raw: '0 0 0 1 0',
    });
    const measures = [{ measure: 'applications.received', applicant: 'business' as const }];
    const answer = await answerOf({ operation: 'lookup', language: 'en', measures }, [report]);
    expect(answer).toMatchObject({ status: 'no-data', value: null, reason: { code: 'uncertain' } });
    expect(answer.reason?.text.en).toContain('0 0 0 1 0');
  });

  it('tells a column that the form lacks from one that is empty', async () => {
    const answer = await answerOf({
      operation: 'lookup',
      scope: yanchiOnly,
      measures: [{ measure: 'normative.disclosedTotal' }],
    });
    expect(answer).toMatchObject({ status: 'no-data', reason: { code: 'formLacks' } });
  });

  it.each([
    [{ agencies: ['盐池县科学技术局'], years: [2020] }, 'year', '2023'],
    [{ agencies: ['延安市科学技术局'] }, 'agency', '安康市财政局'],
    [{ years: [2016] }, 'year', '2020'],
    [{ regions: [{ province: '海南省', city: null, county: null }] }, 'region', '安康市财政局'],
    [{ kinds: ['police'] }, 'kind', '安康市财政局'],
  ])('says what is held instead of %o', async (scope, code, held) => {
    const answer = await answerOf({ operation: 'lookup', scope, measures: [received] });
    expect(answer).toMatchObject({ status: 'no-data', value: null, rows: [], reason: { code } });
    expect(answer.reason?.text.zh).toContain(held);
  });

  it('adds a group of cells and shows its parts', async () => {
    const answer = await answerOf({
      operation: 'lookup',
      scope: { agencies: ['安康市科学技术局'], years: [2020] },
      measures: ['stateSecret', 'thirdParty'].map((ground) => ({
        measure: `applications.refused.${ground}`,
        applicant: 'total' as const,
      })),
      combine: 'sum',
    });
    expect(answer.value).toBe(1);
    expect(answer.rows.map((row) => row.value)).toEqual([1, 0]);
  });

  it('never adds a total to its parts', async () => {
    const measures = [received, { measure: 'applications.received', applicant: 'natural' as const }];
    const answer = await answerOf({ operation: 'lookup', scope: yanchiOnly, measures, combine: 'sum' });
    expect(answer.value).toBeNull();
    expect(answer.rows.map((row) => row.value)).toEqual([1, 1]);
  });

  it('finds a figure of the text by what is counted, not by what merely stands near it', async () => {
    const answer = await answerOf({
      operation: 'lookup',
      scope: yanchiOnly,
      statement: { subject: '微信公众号', unit: '条' },
    });
    expect(answer).toMatchObject({ status: 'answered', value: 37, unit: '条' });
    const none = await answerOf({ operation: 'lookup', scope: yanchiOnly, statement: { subject: '抖音直播' } });
    expect(none).toMatchObject({ status: 'no-data', reason: { code: 'noStatement' } });
  });

  it('counts channels only where the text does: what was published there is another figure', async () => {
    const accounts = {
      operation: 'lookup',
      scope: yanchiOnly,
      statement: { subject: '微信公众号', unit: '个' },
    } as const;
    const none = await answerOf(accounts);
    expect(none).toMatchObject({ status: 'no-data', value: null, reason: { code: 'noStatement' } });
    expect(none.reason?.text.zh).toContain('有多少个“微信公众号”');
    const opened = {
      ...yanchi.statements[0]!,
      subject: '开设微信公众号',
      quantity: 2,
      unit: '个',
      quote: '开设微信公众号2个',
    };
    const report = { ...yanchi, statements: [yanchi.statements[0]!, opened] };
    expect(await answerOf(accounts, [report])).toMatchObject({ status: 'answered', value: 2, unit: '个' });
  });

  it('gives each of several figures of the text by itself, and says which the text does not state', async () => {
    const part = (subject: string) => ({ subject, unit: null, verb: null });
    const parts = [part('微信公众号'), part('政协提案')];
    const apart = await answerOf({
      operation: 'lookup',
      scope: yanchiOnly,
      statement: { subject: '微信公众号 政协提案', parts },
    });
    expect(apart).toMatchObject({ status: 'answered', value: null });
    expect(apart.rows.map((row) => row.value)).toEqual([37]);
    expect(codes(apart)).toContain('noStatement');
    const channels = { subject: '网站 公告栏', parts: [part('网站'), part('公告栏')], together: true };
    const together = await answerOf({ operation: 'lookup', scope: yanchiOnly, statement: channels });
    expect(together).toMatchObject({ status: 'answered', value: 52 });
  });

  it('shows both where two places of the text disagree', async () => {
    const twice = { ...yanchi.statements[0]!, quantity: 40, line: 22, quote: '微信公众号发布信息40条' };
    const report = { ...yanchi, statements: [yanchi.statements[0]!, twice] };
    const answer = await answerOf({ operation: 'lookup', statement: { subject: '微信公众号发布信息' } }, [report]);
    expect(answer.value).toBeNull();
    expect(answer.rows.map((row) => row.value)).toEqual([37, 40]);
    expect(codes(answer)).toContain('statementsDisagree');
  });

  it('says that a report has other versions', async () => {
    const older = buildReport({ id: '999999999999', agency: '盐池县科学技术局', year: 2023 });
    const held = [
      { report: yanchi, version: 2 },
      { report: older, current: false },
    ];
    const answer = await answerOf({ operation: 'lookup', measures: [received] }, held);
    expect(answer.value).toBe(1);
    expect(codes(answer)).toContain('versions');
  });

  it('names what part of the scope is not held', async () => {
    const scope = { agencies: ['盐池县科学技术局', '延安市科学技术局'] };
    const answer = await answerOf({ operation: 'lookup', scope, measures: [received] }, reports);
    expect(codes(answer)).toContain('notHeld');
  });
});
