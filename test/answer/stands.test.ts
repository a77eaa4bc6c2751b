import { describe, expect, it } from 'vitest';
import { answerOf, type Loose, received } from './small-library.ts';

const first = (answer: { readonly text: string }) => answer.text.split('\n')[0];

describe('how figures are said to stand to each other', () => {
  const beside = (comparison: 'gt' | 'lt' | 'eq', language: 'zh' | 'en' = 'zh') =>
    answerOf({
      operation: 'compare',
      language,
      measures: [received],
      scope: { agencies: ['安康市财政局', '安康市科学技术局'], years: [2020] },
      stands: { of: '安康市财政局', comparison, than: '安康市科学技术局' },
    });
  const ranked = (of: string, more: Partial<Loose> = {}) =>
    answerOf({
      operation: 'rank',
      measures: [received],
      scope: { years: [2020] },
      order: { direction: 'desc', limit: 1 },
      stands: { of },
      ...more,
    });

  it('is so, or not, with both figures', async () => {
    const more = await beside('gt');
    expect(more.confirmed?.holds).toBe(true);
    expect(first(more)).toBe('对：安康市财政局 2020 年是 5 件，安康市科学技术局 2020 年是 3 件');
    expect((await beside('lt')).confirmed?.holds).toBe(false);
    expect((await beside('eq')).confirmed?.holds).toBe(false);
    expect(first(await beside('lt', 'en'))).toMatch(/^No: .*: 5; .*: 3$/);
  });

  it('is told with its place among all that are known, and with how many are not', async () => {
    const leads = await ranked('安康市人民政府');
    expect(leads.confirmed).toMatchObject({ holds: true, stands: { rank: 1, tied: 0, open: 1 } });
    expect(first(leads)).toBe('是：安康市人民政府 2020 年是 20 件，排第 1（另有 1 份报告的数字不明，没有计入）');
    const second = await ranked('安康市财政局');
    expect(second.confirmed).toMatchObject({ holds: false, stands: { rank: 2 } });
    expect((await ranked('安康市财政局', { stands: { of: '安康市财政局', place: 2 } })).confirmed?.holds).toBe(true);
    expect((await ranked('安康市财政局', { order: { direction: 'desc', limit: 3 } })).confirmed?.holds).toBe(true);
  });

  it('is neither where its figure is blank, where it is not held, and where nobody stands beside it', async () => {
    expect((await ranked('安康市教育局')).confirmed).toBeUndefined();
    expect((await ranked('安康市民政局')).confirmed).toBeUndefined();
    const alone = await ranked('安康市财政局', { scope: { agencies: ['安康市财政局'] } });
    expect(alone).toMatchObject({ status: 'answered' });
    expect(alone.confirmed).toBeUndefined();
  });
});
