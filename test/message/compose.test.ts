import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digest/digest.ts';
import { CodedError } from '../../src/errors.ts';
import { namingOf } from '../../src/lexicon/naming.ts';
import { composeFailure, composeReading } from '../../src/message/compose.ts';
import { composeDigest } from '../../src/message/digest.ts';
import { interpret } from '../../src/message/interpretation.ts';
import { phrases } from '../../src/message/phrases.ts';
import { renderText } from '../../src/message/render/text.ts';
import { Plan } from '../../src/question/plan.ts';
import { answerOf, lexicon, received } from '../answer/small-library.ts';

const catalog = { agencies: [], years: [], forms: [], reports: 0, version: 1 };

describe('wording', () => {
  it('says the figure first, in both languages', async () => {
    const plan = { operation: 'lookup', scope: { agencies: ['盐池县科学技术局'] }, measures: [received] } as const;
    const zh = await answerOf({ ...plan, scope: { agencies: ['盐池县科学技术局'] }, measures: [received] });
    expect(zh.text.split('\n')[0]).toBe('盐池县科学技术局 2023 年 本年新收政府信息公开申请：1 件');
    const en = await answerOf({
      ...plan,
      language: 'en',
      scope: { agencies: ['盐池县科学技术局'] },
      measures: [received],
    });
    expect(en.text.split('\n')[0]).toMatch(
      /^Yanchi County Science and Technology Bureau \(盐池县科学技术局\), 2023 — .*: 1$/,
    );
  });

  it('says what was assumed', async () => {
    const assumptions = [{ slot: 'year', value: '2023', origin: 'assumed' as const }];
    const answer = await answerOf({
      operation: 'lookup',
      scope: { agencies: ['盐池县科学技术局'], years: [2023] },
      measures: [received],
      assumptions,
    });
    expect(answer.text).toContain('假定：2023');
  });

  it('shows the sentences, or why, where that is asked', async () => {
    const plan = { operation: 'lookup' as const, scope: { agencies: ['盐池县科学技术局'] }, measures: [received] };
    const sources = await answerOf({ ...plan, show: 'sources' });
    expect(sources.text).toContain('一、本年新收政府信息公开申请数量\t1');
    const why = await answerOf({ ...plan, show: 'why' });
    expect(why.text).toMatch(/^理解为：/);
  });

  it('shows of a long breakdown what is not 0, and counts the rest', async () => {
    const grounds = [
      'stateSecret',
      'prohibitedByLaw',
      'threeSecuritiesOneStability',
      'thirdParty',
      'internalAffairs',
      'process',
      'enforcementFile',
    ];
    const measures = grounds.map((each) => ({ measure: `applications.refused.${each}`, applicant: 'total' as const }));
    const answer = await answerOf({
      operation: 'lookup',
      scope: { agencies: ['安康市科学技术局'], years: [2020] },
      measures,
    });
    expect(answer.rows).toHaveLength(7);
    expect(answer.text).toContain('不予公开：属于国家秘密：1 件');
    expect(answer.text).toContain('其余 6 项都是 0');
  });

  it('has both languages of every phrase, with figures in both', () => {
    for (const [name, phrase] of Object.entries(phrases)) {
      expect(phrase.zh.length, name).toBe(phrase.en.length);
    }
  });
});

describe('interpretation', () => {
  it('names scope, condition and order', () => {
    const plan = Plan.parse({
      language: 'en',
      operation: 'rank',
      measures: [received],
      scope: { years: [2020] },
      order: { direction: 'desc', limit: 3 },
    });
    const text = interpret(plan, namingOf(lexicon, catalog, 'en'));
    expect(text).toContain('2020');
    expect(text).toContain('top 3');
  });
});

describe('readings and failures', () => {
  const reading = {
    question: '问',
    language: 'zh',
    status: 'clarify',
    plan: null,
    prompt: '哪一家？',
    choices: [{ label: '甲', question: '甲的问题' }],
    reason: null,
    spans: [],
    rejected: [],
  } as const;
  it('asks back with choices', () => {
    expect(renderText(composeReading(reading))).toBe('哪一家？\n1. 甲');
  });

  it('declines with examples', () => {
    const declined = {
      ...reading,
      status: 'declined',
      choices: [],
      reason: { code: 'offTopic', text: '这不是年报里的事。' },
    } as const;
    expect(renderText(composeReading(declined, [{ label: '例', question: '例' }]))).toContain('1. 例');
  });

  it('names the code of a failure', () => {
    expect(renderText(composeFailure(new CodedError('question.empty'), 'en'))).toContain('question.empty');
  });
});

describe('digest', () => {
  const report = {
    ...{
      report: 'aaaaaaaaaaaa',
      agency: '盐池县科学技术局',
      year: 2023,
      ingestedAt: '2026-11-22T08:00:00+08:00',
      file: 'a.txt',
      sourceUrl: null,
    },
    keyFigures: [
      {
        measure: 'applications.received',
        applicant: 'total',
        zh: '新收申请',
        en: 'received',
        value: 1,
        unit: '件',
        state: 'stated' as const,
        line: 47,
      },
      {
        measure: 'review.total',
        applicant: null,
        zh: '复议',
        en: 'reviews',
        value: null,
        unit: '件',
        state: 'blank' as const,
        line: null,
      },
    ],
    ...{ findings: 2, worst: [{ severity: 'error' as const, zh: '前后矛盾', en: 'contradiction' }] },
  };
  const digest: Digest = { since: null, until: '2026-11-22T09:00:00+08:00', reports: [report] };

  it('gives key figures and the worst findings; blank is no 0', () => {
    const text = renderText(composeDigest(digest, 'zh'));
    expect(text).toContain('新收申请：1 件');
    expect(text).toContain('复议：空白');
    expect(text).toContain('前后矛盾');
  });

  it('names every report of a long digest', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ ...report, agency: `第${index}局` }));
    const text = renderText(composeDigest({ ...digest, reports: many }, 'en'));
    for (const { agency } of many) expect(text).toContain(agency);
  });
});
