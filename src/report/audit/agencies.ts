/** Names in the text fit the report: another body as the one that does this report's work is a text copied from elsewhere. */
import { deedsIn, reportersIn } from './agencies/deeds.ts';
import { papers } from './agencies/documents.ts';
import { frames } from './agencies/frames.ts';
import type { Locator, Sentence } from './passage.ts';
import { type Check, merge, open, passed, type Rule, type Subject } from './rule.ts';

export const agencyRule: Omit<Rule, 'check'> = {
  id: 'text.agency',
  title: { zh: '正文机关名称与报告机关相符', en: 'Agency names in the text fit the report' },
  nouns: ['text', 'agency'],
  severity: 'error',
};

export function checkAgencies({ report, passages }: Subject, locator: Locator): Check {
  const { agency } = report;
  if (agency === null) return open('不知道报告机关', 'the agency is not known');
  const named = { report, agency, locator };
  // The agency's own name is known, so the text was read against it.
  const checks: Check[] = [passed];
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      checks.push(...reportersIn(named, sentence));
      for (const statement of statementsIn(sentence)) checks.push(...deedsIn(named, statement));
    }
    checks.push(...frames(named, passage), ...papers(named, passage));
  }
  return merge(checks);
}

/** What semicolons part in a sentence: each may begin with a name of its own. */
function statementsIn(sentence: Sentence): readonly Sentence[] {
  const { passage, start, text } = sentence;
  if (!text.includes(';')) return [sentence];
  let at = 0;
  return text.split(';').map((statement) => {
    const begin = start + at;
    at += statement.length + 1;
    return { passage, start: begin, text: statement };
  });
}
