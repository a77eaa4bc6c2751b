import { describe, expect, it } from 'vitest';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf, received } from './small-library.ts';

const dated = (id: string, agency: string, publishedDate: string | null) => ({
  ...buildReport({ id, agency, year: 2022, values: balanced('2021', {}) }),
  publishedDate,
});
const held = [
  dated('111111111111', '盐池县科学技术局', '2023-01-20'),
  dated('222222222222', '彭阳县科学技术局', '2023-01-05'),
  dated('333333333333', '安康市科学技术局', null),
  dated('444444444444', '兴庆区科学技术局', '2023-02-10'),
];
const byDate = (direction: 'asc' | 'desc', limit: number) =>
  answerOf({ operation: 'metadata', metadata: ['publishedDate'], order: { direction, limit } }, held);

describe('reports by their dates of publication', () => {
  it('are put in order, and those without a date are named', async () => {
    const answer = await byDate('asc', 2);
    expect(answer.rows.map(({ agency, value, rank }) => [agency, value, rank])).toEqual([
      ['彭阳县科学技术局', '2023-01-05', 1],
      ['盐池县科学技术局', '2023-01-20', 2],
    ]);
    expect(answer.warnings.find(({ code }) => code === 'undated')?.text).toContain('安康');
    expect((await byDate('desc', 1)).rows).toMatchObject([{ agency: '兴庆区科学技术局' }]);
  });
});

describe('one in so many', () => {
  it('is said beside the rate, and not where nothing was', async () => {
    const scope = { agencies: ['安康市科学技术局'], years: [2020] };
    const refused = { measure: 'applications.refused.stateSecret', applicant: 'total' } as const;
    const share = { of: [refused], in: [received] };
    expect((await answerOf({ operation: 'rate', share, oneIn: true, scope })).text).toContain('每 3 件有 1 件');
    const none = { of: [{ ...refused, measure: 'applications.refused.process' }], in: [received] };
    expect((await answerOf({ operation: 'rate', share: none, oneIn: true, scope })).text).not.toContain('有 1 件');
  });
});
