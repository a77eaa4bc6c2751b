import { describe, expect, it } from 'vitest';
import { assessLibrary, auditLibrary, rules } from '../../../src/report/audit/audit.ts';
import { deadline } from '../../../src/report/audit/late.ts';
import { affected, missingReports } from '../../../src/report/audit/library.ts';
import { sketchOf } from '../../../src/report/audit/sketch.ts';
import { series } from '../../helpers/library-builder.ts';
import { setFact } from '../../helpers/report-builder.ts';

describe('rules across reports', () => {
  const held = series(3, [2021, 2022, 2023]);
  const wrong = held.map((entry, at) =>
    at === 1 ? { ...entry, report: setFact(entry.report, 'applications.carriedOver/total', { value: 99 }) } : entry,
  );

  it('stand at the later year, with evidence of both', () => {
    const [found, ...rest] = auditLibrary(wrong);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ report: '3-2022', finding: { rule: 'year.carry', severity: 'error' } });
    expect(found!.finding.evidence.map((each) => each.report)).toEqual(['3-2021', '3-2022']);
  });

  it('are not assessable without the year before, and blank is not 0', () => {
    const verdicts = assessLibrary(held);
    expect(verdicts.find((each) => each.report === '3-2021' && each.rule === 'year.carry')?.verdict).toBe(
      'not-assessable',
    );
    expect(verdicts.find((each) => each.report === '3-2022' && each.rule === 'year.carry')?.verdict).toBe('pass');
    const blank = held.map((entry) => ({
      ...entry,
      report: {
        ...entry.report,
        sections: [],
        facts: entry.report.facts.map((fact) => ({ ...fact, state: 'blank' as const, value: null })),
      },
    }));
    expect(auditLibrary(blank)).toEqual([]);
    expect(assessLibrary(blank).every((each) => each.verdict === 'not-assessable')).toBe(true);
  });

  it('with what changed, give only what that can affect', () => {
    const all = [...wrong, ...series(9, [2022, 2023])];
    expect(affected(all.map(sketchOf), new Set(['3-2021'])).sort()).toEqual(['3-2021', '3-2022', '3-2023']);
    expect(auditLibrary(all, new Set(['9-2022']))).toEqual([]);
    expect(auditLibrary(all, new Set(['3-2023']))).toHaveLength(1);
  });

  it('a year between two that are held is missing, and years not held are listed', () => {
    const gap = [held[0]!, held[2]!];
    expect(auditLibrary(gap).map(({ finding }) => `${finding.rule}:${finding.severity}`)).toEqual([
      'missing.report:warning',
    ]);
    expect(missingReports(gap.map(sketchOf)).map((each) => each.year)).toEqual([2022]);
  });
});

it('deadlines: departments 31 January, governments 31 March, up to 2018 31 March for all', () => {
  expect(deadline(2023, '盐池县科学技术局')).toBe('2024-01-31');
  expect(deadline(2023, '盐池县人民政府')).toBe('2024-03-31');
  expect(deadline(2018, '盐池县科学技术局')).toBe('2019-03-31');
  expect(deadline(2023, null)).toBeNull();
});

it('every rule has a name in both languages and an id of its own', () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  for (const rule of rules) expect(`${rule.title.zh}${rule.title.en}`).not.toMatch(/^$|undefined/);
});
