/** What a report says twice and otherwise: the text against the tables, one place against another. */
import type { Draft, Hearing } from '../../hearing.ts';
import { fires } from '../../marks.ts';
import type { PlanInput } from '../../plan.ts';
import { ruleGroups } from './groups.ts';

/** What sets the text against a table. */
const tables = ['text.table2', 'text.table3', 'text.table4'] as const;

/** "Says in one place that it got an application and in another that it got none": what is said twice is what is checked. */
export function saidTwice({ marks }: Hearing): Draft | null {
  // 文字说没收到、表里却有申请: the text against the tables.
  const named = (what: RegExp) => marks.all.some(({ text }) => what.test(text));
  const against =
    named(/^(?:正文|文字|叙述).{0,3}表格?|^(?:the )?text (?:and|against|with) (?:the |its )?tables?/) ||
    (named(/^(正文|文字|叙述|text|prose|narrative)/) && named(/^表(格|里|中)?|^(its |the |their )?tables?$/));
  if (marks.has('ask.quantity', 'section.show', 'op.sum', 'op.rate') && !marks.has('audit.contradiction')) return null;
  // "Disagree about the number of applications": what they disagree on, and no number that is asked for.
  const quantity = marks.firing('ask.quantity').some(({ text }) => !/^(?:the )?numbers? of$/.test(text));
  if (against && (marks.has('section.show', 'op.sum') || (quantity && !marks.has('audit.contradiction')))) return null;
  if (quantity && against) return null;
  const contradicts = marks.has('audit.contradiction') || against;
  if (!contradicts && marks.firing('audit.side').length < 2) return null;
  const cells = marks.with('measure').filter(({ mark }) => !marks.used(mark) && !fires(mark, 'audit'));
  if (contradicts && !against && cells.length === 0) return null;
  const ids = cells.flatMap(({ sense: { ids } }) => ids);
  const measures: NonNullable<PlanInput['measures']> = [...new Set(ids)].map((measure) => ({ measure }));
  marks.use(
    ...cells.map(({ mark }) => mark),
    ...marks.with('number').map(({ mark }) => mark),
    ...marks.with('section').map(({ mark }) => mark),
  );
  marks.useRule(
    'audit',
    'not',
    'verb',
    'search',
    'section',
    'definition',
    'op.compare',
    'check',
    'library.reports',
    'outcomes',
  );
  return {
    rule: 'audit: said twice',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: against ? [...tables] : [...ruleGroups['audit.contradiction']] },
      measures,
    },
  };
}
