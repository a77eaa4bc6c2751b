import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { keep } from '../../../src/report/audit/finding.ts';
import { readReport } from '../../../src/report/read.ts';
import type { Finding } from '../../../src/report/report.ts';
import { documentOf } from '../../helpers/documents.ts';

const WITHOUT_TABLES = `盐池县水利局2022年政府信息公开工作年度报告

一、总体情况

2022年，我局主动公开政府信息120条。

五、存在的主要问题及改进情况

一是解读少。

六、其他需要报告的事项

无。
`;

describe('findings', () => {
  it('are all kept where several rest on one place: each section that is missing is said', async () => {
    const { report, anomalies } = readReport(await documentOf(WITHOUT_TABLES), loadLexicon());
    const findings = auditReport(report, anomalies, { text: WITHOUT_TABLES });
    const missing = findings.filter((finding) => finding.rule === 'layout.missingSection');
    expect(missing.map((finding) => finding.message.en.slice(0, 9)).toSorted()).toEqual([
      'Section 2',
      'Section 3',
      'Section 4',
    ]);
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
  });

  it('are kept once where they say the same, and keep their ids when audited again', () => {
    const finding = (zh: string): Finding => ({
      ...{ id: 'abc', rule: 'text.parts', severity: 'error', evidence: [], concerns: [] },
      message: { zh, en: zh },
    });
    const audit = () => {
      const found = new Map<string, Finding>();
      for (const zh of ['一', '二', '一']) keep(found, finding(zh));
      return [...found.values()];
    };
    expect(audit().map((each) => each.message.zh)).toEqual(['一', '二']);
    expect(audit()[0]?.id).toBe('abc');
    expect(audit()).toEqual(audit());
  });
});
