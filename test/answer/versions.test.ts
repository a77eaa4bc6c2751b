import { describe, expect, it } from 'vitest';
import { buildReport, setFact } from '../helpers/report-builder.ts';
import { answerOf, codes, received, yanchi } from './small-library.ts';

const older = setFact(
  buildReport({ id: '999999999999', agency: '盐池县科学技术局', year: 2023 }),
  'applications.received/total',
  { state: 'stated', value: 4, raw: '4' },
);
const held = [
  { report: yanchi, version: 2 },
  { report: older, current: false },
];
const both = { agencies: ['盐池县科学技术局'], years: [2023] };

describe('versions', () => {
  it('gives the figure that stood there before the correction', async () => {
    const answer = await answerOf(
      { operation: 'lookup', measures: [received], scope: { ...both, versions: 'earlier' } },
      held,
    );
    expect(answer).toMatchObject({ status: 'answered', value: 4 });
    expect(answer.rows[0]?.report).toBe('999999999999');
  });

  it('says what the correction changed, cell by cell', async () => {
    const answer = await answerOf({ operation: 'change', scope: { ...both, versions: 'both' } }, held);
    const row = answer.rows.find((each) => each.measure === received.measure && each.applicant === 'total');
    expect(row).toMatchObject({ from: 4, to: 1, value: -3 });
    expect(codes(answer)).toContain('wordsDiffer');
  });

  it('says so where only one version is held', async () => {
    for (const versions of ['earlier', 'both'] as const) {
      const answer = await answerOf({ operation: 'change', measures: [received], scope: { ...both, versions } });
      expect(answer).toMatchObject({ status: 'no-data', reason: { code: 'oneVersion' } });
    }
  });
});
