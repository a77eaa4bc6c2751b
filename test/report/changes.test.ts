import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/report/changes.ts';
import type { Fact, Report, Section } from '../../src/report/report.ts';
import { buildReport } from '../helpers/report-builder.ts';

const section = (number: number, texts: readonly string[]): Section => ({
  number,
  title: '总体情况',
  text: texts.join('\n'),
  lines: [1, texts.length + 1],
  paragraphs: texts.map((text, at) => ({
    text,
    lines: [at + 2, at + 2],
    page: null,
    place: null,
    tabular: text.includes('\t'),
  })),
});
const build = (change: Partial<Report> = {}, values: Record<string, number> = {}): Report => ({
  ...buildReport({ id: 'a', agency: '盐池县科学技术局', year: 2023, values }),
  ...change,
});
const withFact = (report: Report, measure: string, change: Partial<Fact>): Report => ({
  ...report,
  facts: report.facts.map((fact) =>
    fact.measure === measure && fact.applicant === 'total' ? { ...fact, ...change } : fact,
  ),
});

describe('what changed between two versions', () => {
  it('is nothing where nothing did, wherever it stands', () => {
    const moved = build({ sections: [section(1, ['', '收到申请 1 件。'])] });
    const found = changesBetween(build({ sections: [section(1, ['收到申请1件。'])] }), moved);
    expect(found).toEqual({ identity: [], cells: [], sections: [] });
  });

  it('names cells by their value, and by blank, missing and uncertain', () => {
    const before = build();
    const after = build({}, { 'applications.received/total': 7 });
    expect(changesBetween(before, after).cells).toMatchObject([
      { measure: 'applications.received', applicant: 'total', before: { value: 0 }, after: { value: 7 } },
    ]);
    for (const change of [
      { state: 'blank', value: null },
      { state: 'missing', value: null },
      { certain: false, value: null, raw: '0 0' },
    ] as const) {
      const [cell] = changesBetween(before, withFact(before, 'applications.received', change)).cells;
      expect(cell?.after).toMatchObject(change);
      expect(cell?.before?.value).toBe(0);
    }
  });

  it('names sentences that came and went, each as often as it did, and sections of one version', () => {
    const before = build({ sections: [section(1, ['甲。乙。乙。', '1\t2']), section(5, ['问题。'])] });
    const after = build({ sections: [section(1, ['甲。丙。乙。', '3\t4']), section(6, ['其他。'])] });
    expect(changesBetween(before, after).sections).toMatchObject([
      { number: 1, only: null, removed: [{ text: '乙。', line: 2 }], added: [{ text: '丙。', line: 2 }] },
      { number: 6, only: 'after', added: [{ text: '其他。' }] },
      { number: 5, only: 'before', removed: [{ text: '问题。' }] },
    ]);
  });

  it('names a date that was corrected, and cells of a form that the other has not', () => {
    const older = { ...buildReport({ id: 'b', form: '2019', year: 2020, publishedDate: '2021-01-10' }) };
    const newer = { ...buildReport({ id: 'c', form: '2021', year: 2020, publishedDate: '2021-02-10' }) };
    const { identity, cells } = changesBetween(older, newer);
    expect(identity.map(({ field }) => field)).toEqual(['form', 'publishedDate']);
    expect(cells.some(({ before, after }) => before === null && after !== null)).toBe(true);
    expect(cells.some(({ before, after }) => before !== null && after === null)).toBe(true);
  });
});
