import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, auditReport } from '../../../src/report/audit/audit.ts';
import type { TableForm } from '../../../src/report/forms.ts';
import type { Report } from '../../../src/report/report.ts';
import {
  applicantColumns,
  balanced,
  buildReport,
  changeFacts,
  outcomeMeasures,
  setFact,
} from '../../helpers/report-builder.ts';

const arithmetic = ['t3.row', 't3.outcomes', 't3.balance', 't4.sum', 'range'];
const failures = (report: Report) => [
  ...new Set(
    auditReport(report, [])
      .map((finding) => finding.rule)
      .filter((rule) => arithmetic.includes(rule)),
  ),
];
const verdict = (report: Report, rule: string) => assess(report).find((each) => each.rule === rule)?.verdict;

const form = fc.constantFrom<TableForm>('2019', '2021');
const consistent = form.chain((chosen) => {
  const measures = outcomeMeasures(chosen);
  const column = fc.record({
    outcomes: fc.dictionary(fc.constantFrom(...measures), fc.nat(50), { maxKeys: 6 }),
    over: fc.nat(9),
    forward: fc.nat(9),
  });
  const block = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9));
  return fc
    .record({
      columns: fc.record({ natural: column, business: column, otherOrganization: column }),
      blocks: fc.record({ review: block, 'litigation.direct': block, 'litigation.afterReview': block }),
    })
    .map(({ columns, blocks }) =>
      buildReport({ form: chosen, year: chosen === '2019' ? 2020 : 2023, values: balanced(chosen, columns, blocks) }),
    );
});

describe('arithmetic', () => {
  it('finds nothing in reports whose identities hold', () => {
    fc.assert(
      fc.property(consistent, (report) => {
        expect(failures(report)).toEqual([]);
        for (const rule of arithmetic) expect(verdict(report, rule)).toBe('pass');
      }),
      { numRuns: 60 },
    );
  });

  it('a wrong row total that keeps its column right fails t3.row alone', () => {
    fc.assert(
      fc.property(consistent, fc.integer({ min: 1, max: 9 }), (report, by) => {
        // Moved from one organisation to none: the columns of outcomes, （七） and received move together.
        const changed = ['applications.received', 'applications.handled', 'applications.disclosed'].reduce(
          (next, measure) => {
            const value = report.facts.find((fact) => fact.measure === measure && fact.applicant === 'research')!
              .value!;
            return setFact(next, `${measure}/research`, { value: value + by });
          },
          report,
        );
        expect(failures(changed)).toEqual(['t3.row']);
        expect(auditReport(changed, []).filter((finding) => finding.rule === 't3.row')).toHaveLength(3);
      }),
      { numRuns: 40 },
    );
  });

  it('a wrong outcome row fails t3.outcomes alone', () => {
    fc.assert(
      fc.property(
        consistent,
        fc.constantFrom(...applicantColumns),
        fc.integer({ min: 1, max: 99 }),
        (report, applicant, by) => {
          const changed = changeFacts(report, (fact) =>
            fact.measure === 'applications.unprocessed.repeated' &&
            (fact.applicant === applicant || fact.applicant === 'total')
              ? { value: fact.value! + by }
              : null,
          );
          expect(failures(changed)).toEqual(['t3.outcomes']);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a wrong carried-forward row fails t3.balance alone', () => {
    fc.assert(
      fc.property(consistent, fc.integer({ min: 1, max: 99 }), (report, by) => {
        const changed = changeFacts(report, (fact) =>
          fact.measure === 'applications.carriedForward' && (fact.applicant === 'natural' || fact.applicant === 'total')
            ? { value: fact.value! + by }
            : null,
        );
        const findings = auditReport(changed, []).filter((finding) => arithmetic.includes(finding.rule));
        expect(findings.map((finding) => finding.rule)).toEqual(['t3.balance']);
        expect(findings[0]!.severity).toBe('error');
        expect(findings[0]!.concerns).toContain('applications.carriedForward/natural');
        expect(findings[0]!.message.zh).toContain('自然人');
      }),
      { numRuns: 40 },
    );
  });

  it('a wrong total of table 4 fails t4.sum alone, and two blocks on one line are two findings', () => {
    const report = changeFacts(
      buildReport({ values: balanced('2021', {}, { review: [10, 1, 0, 0], 'litigation.afterReview': [5, 0, 0, 0] }) }),
      (fact) =>
        fact.table === 4
          ? { line: 300, quote: '10\t1\t0\t0\t0', ...(fact.column === '总计' ? { value: 0 } : {}) }
          : null,
    );
    const findings = auditReport(report, []).filter((finding) => finding.rule === 't4.sum');
    expect(findings).toHaveLength(2);
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(2);
    expect(failures(report)).toEqual(['t4.sum']);
  });

  it('never reads blank, missing or uncertain as 0: the identity is not assessable', () => {
    fc.assert(
      fc.property(fc.constantFrom('blank', 'missing', 'uncertain'), (state) => {
        const report = changeFacts(
          buildReport({ values: balanced('2021', { natural: { outcomes: { 'applications.disclosed': 3 } } }) }),
          () =>
            state === 'uncertain'
              ? { certain: false, value: null, raw: '0 0' }
              : { state: state as 'blank' | 'missing', value: null, raw: null },
        );
        expect(failures(report)).toEqual([]);
        for (const rule of ['t3.row', 't3.outcomes', 't3.balance', 't4.sum']) {
          const found = assess(report).find((each) => each.rule === rule);
          expect(found?.verdict).toBe('not-assessable');
          expect(found?.reason?.zh).toBeTruthy();
        }
      }),
    );
  });

  it('takes the single row （六） of 2019 as the operand where a report of 2021 prints it', () => {
    const built = buildReport({
      values: balanced('2021', { natural: { outcomes: { 'applications.other.else': 4 } } }),
    });
    const mixed: Report = {
      ...built,
      facts: [
        ...built.facts.map((fact) =>
          fact.measure.startsWith('applications.other.')
            ? { ...fact, state: 'missing' as const, value: null, raw: null, line: null, quote: null }
            : fact,
        ),
        ...built.facts
          .filter((fact) => fact.measure === 'applications.other.else')
          .map((fact) => ({ ...fact, measure: 'applications.other', row: '三、本年度办理结果/（六）其他处理' })),
      ],
    };
    expect(failures(mixed)).toEqual([]);
    expect(verdict(mixed, 't3.outcomes')).toBe('pass');
    expect(auditReport(mixed, []).filter((finding) => finding.rule === 'layout.missingRow')).toEqual([]);
    const wrong = setFact(mixed, 'applications.other/natural', { value: 5 });
    expect(failures(wrong)).toEqual(['t3.row', 't3.outcomes']);
  });

  it('range: negative and fractional counts, negative amounts; the change of items may be negative', () => {
    const report = buildReport({
      form: '2019',
      year: 2019,
      values: { 'licensing.itemsChange': -11, 'procurement.amount': 25.1 },
    });
    expect(failures(report)).toEqual([]);
    expect(failures(setFact(report, 'licensing.decisions', { value: -3 }))).toEqual(['range']);
    expect(failures(setFact(report, 'rules.made', { value: 1.5 }))).toEqual(['range']);
    expect(failures(setFact(report, 'procurement.amount', { value: -1 }))).toEqual(['range']);
    expect(failures(setFact(report, 'licensing.itemsChange', { value: 0.5 }))).toEqual(['range']);
  });
});
