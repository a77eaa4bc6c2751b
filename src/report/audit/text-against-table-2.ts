/** What the text says of documents made, decisions and fees, against table 2 of the same report. */

import type { Severity } from '../report.ts';
import { concernOf, evidenceOf } from './finding.ts';
import { cellName, cellNameEn } from './names.ts';
import type { Locator } from './passage.ts';
import { type ProactiveClaim, proactiveClaims } from './proactive-claims.ts';
import { type Check, type Draft, failed, merge, open, passed, type Rule, type Subject } from './rule.ts';

export const table2: Omit<Rule, 'check'> = {
  id: 'text.table2',
  title: { zh: '正文与表二：规范性文件、许可、处罚等数字一致', en: 'Text against table 2: documents, decisions, fees' },
  nouns: ['text', 'tables'],
  severity: 'error',
};

export function againstTable2(locator: Locator): (subject: Subject) => Check {
  return ({ report, passages, figures }) => {
    const checks = proactiveClaims(report, passages).map((claim) => {
      const fact = claim.measures.map((measure) => figures.cell(measure)).find((each) => each !== undefined);
      if (fact?.state !== 'stated' || !fact.certain || fact.value === null)
        return open('表二没有可核对的数字', 'table 2 has no figure to compare');
      return rounded(fact.value, claim.value) === claim.value
        ? passed
        : failed(draft(claim, fact as typeof fact & { value: number }, locator));
    });
    return checks.length > 0 ? merge(checks) : open('正文没有提到相应的数字', 'the text states no such figure');
  };
}

/** A government's table counts what everybody below it did: the government's own may be less, and never more. */
function severityOf({ of, value }: ProactiveClaim, printed: number): Severity {
  if (of === 'own') return 'error';
  return of === 'everyone' || value > printed ? 'warning' : 'info';
}

/** 804万元 where 804.26 is printed: what is told in fewer digits is rounded. */
function rounded(value: number, as: number): number {
  const digits = `${as}`.split('.')[1]?.length ?? 0;
  return Number(value.toFixed(digits));
}

type Stated = Parameters<typeof evidenceOf>[0] & { readonly value: number };

function draft(claim: ProactiveClaim, fact: Stated, locator: Locator): Draft {
  const { section } = claim.passage;
  const severity = claim.sure ? severityOf(claim, fact.value) : 'info';
  const [zh, en] = section === null ? ['正文', 'the text'] : [`第${section}部分`, `section ${section}`];
  return {
    severity,
    message: {
      zh: `${zh}说“${cellName(fact)}”为 ${claim.value}，表二印为 ${fact.value}${severity === 'info' ? '，请核对' : ''}。`,
      en: `In ${en}, ${cellNameEn(fact)}: ${claim.value}; table 2 gives ${fact.value}${severity === 'info' ? ' (to be checked)' : ''}.`,
    },
    evidence: [locator.evidence(claim.passage, claim.start, claim.end, claim.at), evidenceOf(fact)],
    concerns: [concernOf(fact)],
  };
}
