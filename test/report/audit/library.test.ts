import { describe, expect, it } from 'vitest';
import { auditLibrary, auditReport } from '../../../src/report/audit/audit.ts';
import { defects, type Planted, plantedLibrary } from '../../helpers/library-builder.ts';

/** "report rule" of every finding, with severities left aside. */
function findingsOf({ entries }: Planted): Set<string> {
  const found = new Set<string>();
  for (const { report } of entries)
    for (const finding of auditReport(report, [])) found.add(`${report.report} ${finding.rule}`);
  for (const { report, finding } of auditLibrary(entries)) found.add(`${report} ${finding.rule}`);
  return found;
}

describe('a generated library with planted defects', () => {
  it('without defects nothing is found', () => {
    expect([...findingsOf(plantedLibrary(40, [2019, 2020, 2021, 2022], 0))]).toEqual([]);
  });

  it.each([
    [1, [2021, 2022, 2023]],
    [2, [2019, 2020, 2021]],
    [3, [2019, 2020]],
  ])('recall and precision are at least 98 %% (seed %i)', (seed, years) => {
    const library = plantedLibrary(90, years, 0.15, seed);
    const found = findingsOf(library);
    const hit = [...library.truth].filter((each) => found.has(each));
    const missed = [...library.truth].filter((each) => !found.has(each));
    const extra = [...found].filter((each) => !library.truth.has(each) && !library.allowed.has(each));
    expect(library.truth.size).toBeGreaterThan(15);
    expect({
      missed: missed.slice(0, 9),
      extra: extra.slice(0, 9),
      recall: hit.length / library.truth.size >= 0.98,
    }).toEqual({ missed: [], extra: [], recall: true });
  });

  it('every rule is among the defects', () => {
    const kinds = new Set(defects.map((defect) => defect.rule));
    for (const rule of [
      't3.row',
      't3.outcomes',
      't3.balance',
      't4.sum',
      'range',
      'year.carry',
      'year.inForce',
      'year.items',
      'text.table3',
      'text.table4',
      'text.text',
      'text.parts',
      'text.year',
      'text.agency',
      'late',
      'copy',
    ]) {
      expect(kinds).toContain(rule);
    }
  });
});
