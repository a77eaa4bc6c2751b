import { describe, expect, it } from 'vitest';
import { answerOf, type Loose } from './small-library.ts';

const asked = async (measures: Loose['measures'], years: number[], tables: number[] = []) => {
  const { text } = await answerOf({ operation: 'definition', measures, comparable: { tables }, scope: { years } });
  return text.split('\n')[0];
};

describe('whether figures may be compared', () => {
  it('is yes within one form, of applications, and of decisions', async () => {
    expect(await asked([{ measure: 'normative.inForce' }], [2022, 2023])).toMatch(/^能比/);
    expect(await asked([{ measure: 'applications.received', applicant: 'total' }], [2020, 2023])).toMatch(/^能比/);
    expect(await asked([{ measure: 'penalties.decisions' }], [2020, 2023])).toMatch(/^能比/);
  });

  it('is no of what the two forms count otherwise, and of reports without a form, with the reason', async () => {
    expect(await asked([{ measure: 'normative.inForce' }], [2020, 2023])).toMatch(/^不能直接比.*对外公开总数量/);
    expect(await asked([{ measure: 'fees.amount' }], [2020, 2023])).toMatch(/^不能直接比.*项目数.*金额/);
    expect(await asked([{ measure: 'applications.received', applicant: 'total' }], [2017, 2020])).toMatch(
      /^不能直接比/,
    );
  });

  it('is partly of a whole table', async () => {
    expect(await asked([], [2020, 2023], [2])).toMatch(/^只有一部分能比（表二）.*处理决定数量/);
    expect(await asked([], [2020, 2023], [4])).toMatch(/^能比（表四）/);
  });
});
