import { describe, expect, it } from 'vitest';
import { answerOf, received } from './small-library.ts';

const against = (agency: string) => ({ ...received, comparison: 'ge' as const, than: { agency } });
const above = (than: { agency: string } | { middle: 'mean' | 'median' }) => ({
  ...received,
  comparison: 'gt' as const,
  than,
});
const scope = { years: [2020] };

describe('those above or below a named agency', () => {
  it('are listed by its figure of the year, which is said with its place; it is none of them itself', async () => {
    const answer = await answerOf({ operation: 'list', conditions: [against('安康市科学技术局')], scope });
    expect(answer.status).toBe('answered');
    expect(answer.rows.map(({ agency }) => agency)).not.toContain('安康市科学技术局');
    expect(answer.rows.every(({ value }) => Number(value) >= 3)).toBe(true);
    expect(answer.plan.conditions).toEqual([against('安康市科学技术局')]);
    const [said] = answer.warnings.filter(({ code }) => code === 'measuredAgainst');
    expect(said?.text).toContain('3');
    expect(said?.citations).toHaveLength(1);
  });

  it('are not listed where its figure is not known, or not held', async () => {
    for (const agency of ['安康市教育局', '盐池县科学技术局', '没有的局']) {
      const answer = await answerOf({ operation: 'list', conditions: [above({ agency })], scope });
      expect(answer).toMatchObject({ status: 'no-data', rows: [] });
    }
  });

  it('are not listed where it has reports of several years and none is said', async () => {
    const answer = await answerOf({ operation: 'list', conditions: [against('安康市科学技术局')] });
    expect(answer).toMatchObject({ status: 'no-data', rows: [], reason: { code: 'severalYears' } });
  });

  it('are none where all the others are below', async () => {
    const answer = await answerOf({ operation: 'list', conditions: [above({ agency: '安康市人民政府' })], scope });
    expect(answer.status).toBe('nothing-found');
    expect(answer.warnings.map(({ code }) => code)).toContain('measuredAgainst');
  });
});

describe('those above the mean', () => {
  it('leave consolidated governments out of the mean and say it', async () => {
    const answer = await answerOf({ operation: 'list', conditions: [above({ middle: 'mean' })], scope });
    const mean = await answerOf({ operation: 'average', measures: [received], scope });
    expect(answer.rows.every(({ value }) => Number(value) > Number(mean.value))).toBe(true);
    expect(answer.warnings.find(({ code }) => code === 'measuredAgainst')?.text).toContain(
      String(Number(mean.value?.toFixed(2))),
    );
  });
});
