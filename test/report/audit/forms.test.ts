/** Table 3 of one form in a report of the other: （六） is one row in 2019, three from 2021 on. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import type { Report } from '../../../src/report/report.ts';
import { buildReport } from '../../helpers/report-builder.ts';

const isOther = /^applications\.other(?:$|\.)/;
/** The rows （六） of `other` in a report that else is `report`. */
function withOther(report: Report, other: Report): Report {
  const missing = report.facts.map((fact) =>
    isOther.test(fact.measure) ? { ...fact, state: 'missing' as const, value: null, raw: null } : fact,
  );
  return { ...report, facts: [...missing, ...other.facts.filter((fact) => isOther.test(fact.measure))] };
}
const layout = (report: Report) =>
  auditReport(report, [])
    .filter(({ rule }) => rule.startsWith('layout.'))
    .map(({ rule, severity }) => `${rule}:${severity}`);

describe('forms mixed in table 3', () => {
  const [old, current] = [buildReport({ year: 2020 }), buildReport({ year: 2023 })];

  it('one row （六） where three belong, three where one does', () => {
    expect(layout(withOther(current, old))).toEqual(['layout.mixedForms:warning']);
    expect(layout(withOther(old, current))).toContain('layout.mixedForms:warning');
  });

  it('each form in its own year', () => {
    expect(layout(old)).toEqual([]);
    expect(layout(current)).toEqual([]);
  });
});
