import { describe, expect, it } from 'vitest';
import { answerOf, received } from './small-library.ts';

const stateSecret = { measure: 'applications.refused.stateSecret', applicant: 'total' } as const;
const natural = { measure: 'applications.received', applicant: 'natural' } as const;
const ankang = { agencies: ['安康市科学技术局'], years: [2020] };

describe('shares that are none of the defined rates', () => {
  it('show both figures', async () => {
    const answer = await answerOf({ operation: 'rate', share: { of: [stateSecret], in: [received] }, scope: ankang });
    expect(answer).toMatchObject({ status: 'answered', unit: '%' });
    expect(answer.value).toBeCloseTo(100 / 3);
    expect(answer.rows[0]).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('are ranked and averaged like rates, unknown operands left out', async () => {
    const share = { of: [natural], in: [received] };
    const answer = await answerOf({ operation: 'average', share, scope: { years: [2020] } });
    expect(answer.value).toBeCloseTo(100);
    expect(answer.base?.unknown).toHaveLength(1);
  });
});

describe('what a scope and conditions leave out', () => {
  it('leaves the named agencies out', async () => {
    const answer = await answerOf({ operation: 'list', scope: { years: [2020], except: ['安康市科学技术局'] } });
    expect(answer.rows.map(({ agency }) => agency)).not.toContain('安康市科学技术局');
    expect(answer.rows.length).toBeGreaterThan(1);
  });

  it('takes reports that meet either condition', async () => {
    const conditions = [
      { ...received, comparison: 'gt' as const, value: 10 },
      { ...stateSecret, comparison: 'gt' as const, value: 0 },
    ];
    const answer = await answerOf({ operation: 'list', conditions, meets: 'any', scope: { years: [2020] } });
    expect(answer.rows.map(({ agency }) => agency).sort()).toEqual(['安康市人民政府', '安康市科学技术局'].sort());
  });
});
