import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../src/question/plan.ts';
import { answerOf, type Loose, received } from './small-library.ts';

const yanchi = (plan: Partial<Loose>): Loose => ({
  operation: 'lookup',
  scope: { agencies: ['盐池县科学技术局'] },
  measures: [received],
  ...plan,
});
type Said = NonNullable<PlanInput['claim']>;
const said = async (claim: Said, language: 'zh' | 'en' = 'zh') => {
  const { confirmed, text } = await answerOf(yanchi({ language, claim }));
  return { holds: confirmed?.holds, first: text.split('\n')[0] };
};

describe('what a question says of a figure', () => {
  it('is confirmed or not, in words, before the figure', async () => {
    expect(await said({ comparison: 'eq', value: 1 })).toEqual({ holds: true, first: '对：是 1 件' });
    expect(await said({ comparison: 'eq', value: 3 })).toEqual({ holds: false, first: '不对：是 1 件，不是 3 件' });
    expect(await said({ comparison: 'eq', value: 3 }, 'en')).toEqual({ holds: false, first: 'No: 1, not 3' });
    expect(await said({ comparison: 'gt', value: 3 })).toEqual({ holds: false, first: '不对：是 1 件，并非超过 3 件' });
    expect(await said({ comparison: 'gt', value: 0 })).toEqual({ holds: true, first: '有：1 件' });
    expect(await said({ comparison: 'eq', value: 0 })).toEqual({ holds: false, first: '不对，有：1 件' });
    expect(await said({ comparison: 'eq', value: 0 }, 'en')).toEqual({ holds: false, first: 'No, there is some: 1' });
    expect(await said({ comparison: 'ne', value: 3 }, 'en')).toEqual({ holds: true, first: 'It is 1, not 3' });
  });

  it('is neither where the figure is not known', async () => {
    const scope = { agencies: ['安康市教育局'] };
    const answer = await answerOf(yanchi({ scope, claim: { comparison: 'gt', value: 0 } }));
    expect(answer).toMatchObject({ status: 'no-data', reason: { code: 'blank' } });
    expect(answer.confirmed).toBeUndefined();
  });

  it('is neither where of two figures one is there and the other is not', async () => {
    const claim: Said = { comparison: 'gt', value: 0 };
    const of = async (...measures: string[]) =>
      (await answerOf(yanchi({ claim, measures: measures.map((measure) => ({ ...received, measure })) }))).confirmed;
    expect(await of('applications.received', 'applications.refused.stateSecret')).toBeUndefined();
    expect(await of('applications.received', 'applications.handled')).toMatchObject({ holds: true });
    expect(await of('applications.refused.stateSecret', 'applications.refused.thirdParty')).toMatchObject({
      holds: false,
    });
  });

  it('is not denied of a sum that lacks a figure', async () => {
    const of2020 = { agencies: ['安康市教育局', '安康市财政局'], years: [2020] };
    const sum = (claim: Said) => answerOf({ operation: 'sum', scope: of2020, measures: [received], claim });
    expect((await sum({ comparison: 'eq', value: 5 })).confirmed).toBeUndefined();
    expect((await sum({ comparison: 'gt', value: 0 })).confirmed).toMatchObject({ holds: true });
  });

  it('is compared with a rate as exactly as it is said', async () => {
    const scope = { agencies: ['安康市科学技术局'], years: [2020] };
    const rate = (value: number) =>
      answerOf({ operation: 'rate', rate: 'disclosure', scope, claim: { comparison: 'eq', value } });
    expect((await rate(0.67)).confirmed?.holds).toBe(true);
    expect((await rate(0.66)).confirmed?.holds).toBe(false);
    expect((await rate(0.667)).confirmed?.holds).toBe(true);
  });

  it('is looked for among the figures of a text; another one is said to be what the text gives', async () => {
    const posts = (value: number) =>
      answerOf(
        yanchi({
          measures: [],
          statement: { subject: '微信公众号发布', unit: '条' },
          topic: '微信公众号发布',
          claim: { comparison: 'eq', value },
        }),
      );
    expect((await posts(37)).text).toContain('对：正文写有 37');
    const other = await posts(62);
    expect(other.confirmed?.holds).toBe(false);
    expect(other.text).toContain('正文不是这样写的');
  });
});
