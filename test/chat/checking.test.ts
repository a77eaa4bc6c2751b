/** The figures of somebody's message, held against the reports. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/ask.ts';
import { checkFigures } from '../../src/chat/checking.ts';
import { claimsOf } from '../../src/chat/claims.ts';
import { renderText } from '../../src/message/render/text.ts';
import { Plan } from '../../src/question/plan.ts';
import { memoryStore } from './memory-store.ts';
import { stubAsk } from './stub-ask.ts';

describe('the figures of a text', () => {
  it('become the questions that they answer', () => {
    const [first, second] = claimsOf('盐池县科技局2023年收到申请3件，其中予以公开1,200件。');
    expect(first).toMatchObject({ value: 3, unit: '件', precision: 0 });
    expect(first?.questions[0]).toBe('盐池县科技局2023年收到申请多少件');
    expect(second).toMatchObject({ value: 1200 });
    expect(second?.questions.at(-1)).toBe('盐池县科技局2023年其中予以公开多少件');
    expect(claimsOf('Yanchi received 3 applications in 2023.')[0]).toMatchObject({
      value: 3,
      unit: 'applications',
      questions: ['Yanchi received how many applications in 2023'],
    });
    expect(claimsOf('收到申请零件')[0]).toMatchObject({ value: 0 });
    expect(claimsOf('收费1.2万元')[0]).toMatchObject({ value: 1.2, unit: '万元' });
    expect(claimsOf('收费251000元')[0]).toMatchObject({ value: 25.1, unit: '万元' });
    expect(claimsOf('予以公开率 33.3%')[0]).toMatchObject({ value: 33.3, unit: '%' });
  });

  it('are heard of, and held against the reports all the same', () => {
    const asked = (text: string) => claimsOf(text).map(({ questions }) => questions[0]);
    for (const text of [
      '听说盐池县科技局2023年收到申请57件？',
      '我听说，盐池县科技局2023年收到申请57件吧',
      '据悉盐池县科技局2023年收到申请57件，对吗？',
      '请问是不是盐池县科技局2023年收到申请57件',
    ])
      expect(asked(text), text).toEqual(['盐池县科技局2023年收到申请多少件']);
    for (const text of [
      'I heard that Yanchi received 57 applications in 2023',
      'Is it true that Yanchi received 57 applications in 2023?',
    ])
      expect(asked(text), text).toEqual(['Yanchi received how many applications in 2023']);
  });

  it('are neither years, dates nor places of a list', () => {
    for (const text of ['2023年度报告', '2023年9月7日召开会议', '第3件、第12条', 'in 2023 and 2024', '']) {
      expect(claimsOf(text), text).toEqual([]);
    }
  });

  it('are found in time whatever the text is', () => {
    const hostile = fc.array(
      fc.constantFrom('1', ',', '件', '局', '科', '年', ' ', '.', '万', 'a', '%', '，', '2023'),
      {
        maxLength: 6000,
      },
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        expect(claimsOf(pieces.join('')).length).toBeLessThan(4000);
      }),
      { numRuns: 50 },
    );
    // These end: the time of a test bounds them.
    for (const text of ['1,'.repeat(3000), '科'.repeat(6000), '局1件'.repeat(1500), ' '.repeat(6000)])
      expect(claimsOf(text).length).toBeLessThan(6000);
  });
});

describe('checking', () => {
  /** Answers 1 to questions about Yanchi, with the plan that they would have. */
  const ask = (more: object = {}, value: number | null = 1): Ask => {
    const stub = stubAsk();
    return async (input) => {
      const { message, result } = await stub(input);
      const agencies = input.plan?.scope.agencies ?? (input.question.includes('盐池') ? ['盐池县科学技术局'] : []);
      const scope = { agencies, years: [2023] };
      const plan = Plan.parse({ language: 'zh', operation: 'lookup', measures: [{ measure: 'm' }], scope, ...more });
      const row = { agency: '盐池县科学技术局', year: 2023, report: 'r1', value };
      return { message, result: { ...result, plan, value, unit: '件', rows: [row], interpretation: '新收' } };
    };
  };
  const check = async (text: string, by = ask()) =>
    renderText(await checkFigures(text, 'zh', { ask: by, store: memoryStore() }));

  it('says what matches and what differs', async () => {
    expect(await check('盐池县科技局2023年收到申请1件')).toContain('相符 1，不符 0，无法核对 0');
    const told = await check('盐池县科技局2023年收到申请3件');
    expect(told).toContain('不符 1');
    expect(told).toContain('报告：1 件（新收）');
  });

  it('judges nothing that names no agency, has another unit, or was found in the text by its words', async () => {
    expect(await check('收到申请1件')).toContain('无法核对 1');
    expect(await check('盐池县科技局2023年收费3万元')).toContain('无法核对 1');
    const near = ask({ measures: [], statement: { subject: '公开信息' } });
    expect(await check('盐池县科技局2023年公开信息3条', near)).toContain('可能说的不是同一件事');
    expect(await check('盐池县科技局2023年收到申请3件', ask({}, null))).toContain('无法核对 1');
  });

  it('takes agency and year from an earlier figure', async () => {
    expect(await check('盐池县科技局2023年收到申请1件，公开1件')).toContain('相符 2');
  });
});
