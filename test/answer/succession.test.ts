import { describe, expect, it } from 'vitest';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf, codes, received } from './small-library.ts';

const region = { province: '陕西省', city: '安康市', county: null };
const made = (id: string, agency: string, year: number, count: number) => {
  const values = balanced('2021', { natural: { outcomes: { 'applications.disclosed': count } } });
  return buildReport({ id, agency, year, region, values });
};
const held = [
  made('aaaaaaaaaaaa', '安康市国土资源局', 2017, 4),
  made('bbbbbbbbbbbb', '安康市自然资源局', 2021, 9),
  made('cccccccccccc', '安康市财政局', 2021, 1),
];
const [before, after] = ['安康市国土资源局', '安康市自然资源局'];
const of = (agencies: string[], years: number[] = []) =>
  answerOf({ operation: 'lookup', scope: { agencies, years }, measures: [received] }, held);

describe('an agency that took over from another', () => {
  it('answers for itself, and says what is held of the other', async () => {
    const answer = await of([after]);
    expect(answer).toMatchObject({ status: 'answered', value: 9 });
    expect(codes(answer)).toContain('succession');
    expect(answer.text).toContain(`前身是${before}`);
    expect(answer.text).toContain('2017');
    expect(answer.rows.map(({ agency }) => agency)).toEqual([after]);
  });

  it('says so also where the year that is asked for is the other one’s', async () => {
    const answer = await of([after], [2017]);
    expect(answer.status).toBe('no-data');
    expect(answer.text).toContain(before);
  });

  it('says it the other way round, and nothing of others or of both at once', async () => {
    expect((await of([before])).text).toContain(`职能后来归${after}`);
    expect(codes(await of(['安康市财政局']))).not.toContain('succession');
    expect(codes(await of([before, after]))).not.toContain('succession');
  });
});
