import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/document/open.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { assess, auditReport } from '../../../src/report/audit/audit.ts';
import { readReport } from '../../../src/report/read.ts';
import type { Finding, Report } from '../../../src/report/report.ts';

/**
 * The defects of the five shipped reports, found by reading them: severity, rule, and a line (or null) that the evidence
 * names. The reader's own notes on labels may say more; errors may not.
 */
const expected: Readonly<Record<string, readonly (readonly [severity: string, rule: string, line: number | null])[]>> =
  {
    '000': [
      ['error', 'text.parts', 30],
      ['warning', 'layout.lostColumns', 60],
      ['warning', 'layout.lostColumns', 72],
      ['warning', 'layout.missingLabel', 64],
      ['info', 'layout.clippedHeader', 37],
    ],
    '001': [
      ['warning', 'layout.missingSection', null],
      ['warning', 'layout.missingLabel', 202],
      ['info', 'layout.clippedHeader', null],
    ],
    '002': [
      ['warning', 'layout.missingRow', null],
      ['warning', 'layout.blankCells', 49],
      ['warning', 'layout.slidLabel', 69],
      ['info', 'layout.splitLabel', 60],
      ['info', 'layout.clippedHeader', 80],
    ],
    '003': [
      ['error', 'text.table3', 100],
      ['error', 'text.text', 17],
      ['warning', 'layout.shiftedRow', 70],
      ['info', 'text.year', 100],
    ],
    '004': [
      ['error', 'text.agency', 13],
      ['warning', 'text.year', 73],
      ['warning', 'layout.missingSection', 62],
      ['warning', 'layout.missingTable', null],
      ['warning', 'layout.missingRow', 67],
      ['warning', 'layout.blankCells', 67],
    ],
  };

const folder = new URL('../../../data/reports/', import.meta.url);

describe('the five shipped reports', () => {
  const audited = new Map<string, { report: Report; findings: Finding[]; lines: string[] }>();

  beforeAll(async () => {
    const lexicon = loadLexicon();
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.txt')) continue;
      const document = await openDocument(name, readFileSync(new URL(name, folder)));
      const { report, anomalies } = readReport(document, lexicon);
      const findings = auditReport(report, anomalies, { text: document.text });
      audited.set(name.slice(0, 3), { report, findings, lines: document.text.split('\n') });
    }
  });

  it.each(Object.keys(expected))('%s: every defect, and no other error', (name) => {
    const { findings } = audited.get(name)!;
    for (const [severity, rule, line] of expected[name]!) {
      const found = findings.filter((finding) => finding.rule === rule && finding.severity === severity);
      expect(found, rule).not.toEqual([]);
      if (line !== null)
        expect(
          found.flatMap((finding) => finding.evidence.map((each) => each.line)),
          rule,
        ).toContain(line);
    }
    const errors = findings.filter((finding) => finding.severity === 'error').map((finding) => finding.rule);
    const due = expected[name]!.filter(([severity]) => severity === 'error').map(([, rule]) => rule);
    expect(errors.sort()).toEqual(due.sort());
  });

  it('quotes are verbatim on their lines, and ids are stable', () => {
    for (const { report, findings, lines } of audited.values()) {
      for (const finding of findings) {
        expect(finding.id).toMatch(/^[0-9a-f]{12}$/);
        expect(finding.message.zh).not.toBe('');
        expect(finding.message.en).not.toMatch(/undefined|NaN/);
        for (const { line, quote } of finding.evidence) if (line !== null) expect(lines[line - 1]).toContain(quote);
      }
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
      expect(report.findings).toEqual([]);
    }
  });

  it('the contradiction concerns the figure that answers use', () => {
    const finding = audited.get('003')!.findings.find((each) => each.rule === 'text.table3')!;
    expect(finding.concerns).toContain('applications.received/total');
    expect(finding.message.zh).toContain('0 件');
  });

  it('what cannot be assessed says why', () => {
    const verdicts = assess(audited.get('000')!.report);
    expect(verdicts.find((each) => each.rule === 'late')).toMatchObject({ verdict: 'not-assessable' });
    expect(verdicts.find((each) => each.rule === 't3.row')?.reason?.en).toMatch(/lost columns/);
    expect(verdicts.find((each) => each.rule === 't4.sum')?.verdict).toBe('pass');
  });
});
