/** Counts are whole and not negative, amounts are not negative; 本年增/减 may carry a sign. */
import type { Fact } from '../report.ts';
import { concernOf, evidenceOf } from './finding.ts';
import { cellName, cellNameEn, tableNames } from './names.ts';
import { type Draft, open, type Rule } from './rule.ts';

const amounts = new Set(['fees.amount', 'procurement.amount']);

export const range: Rule = {
  id: 'range',
  title: {
    zh: '数值范围：件数为非负整数，金额不为负',
    en: 'Range: counts are whole and not negative, amounts not negative',
  },
  nouns: ['tables'],
  severity: 'error',
  check: ({ figures }) => {
    let assessed = 0;
    const failures: Draft[] = [];
    for (const fact of figures.all) {
      if (fact.state !== 'stated' || !fact.certain || fact.value === null) continue;
      assessed += 1;
      failures.push(...checkValue(fact, fact.value));
    }
    return assessed > 0 ? { assessed, failures, open: [] } : open('没有可读的数字', 'no figures can be read');
  },
};

function checkValue(fact: Fact, value: number): Draft[] {
  const signed = fact.measure.endsWith('.itemsChange');
  const amount = amounts.has(fact.measure);
  const negative = value < 0 && !signed;
  const broken = !amount && !Number.isInteger(value);
  if (!negative && !broken) return [];
  const zh = negative ? '不应为负数' : '应为整数';
  const en = negative ? 'cannot be negative' : 'must be a whole number';
  return [
    {
      severity: 'error',
      message: {
        zh: `${tableNames[fact.table].zh}“${cellName(fact)}”印为 ${fact.raw ?? value}，${zh}。`,
        en: `${tableNames[fact.table].en}, ${cellNameEn(fact)} is printed as ${fact.raw ?? value} and ${en}.`,
      },
      evidence: [evidenceOf(fact)],
      concerns: [concernOf(fact)],
    },
  ];
}
