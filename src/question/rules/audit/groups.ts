/** What the words of a question about the checks ask for: rules of the audit, and how severe. */
import { fires, type Mark, type Marks } from '../../marks.ts';
import type { PlanInput } from '../../plan.ts';

/** What a table lacks or leaves open: it is not whole. */
const tableGaps = [
  'layout.missingTable',
  'layout.missingRow',
  'layout.missingCells',
  'layout.missingLabel',
  'layout.lostColumns',
  'layout.blankCells',
] as const;

/** What the words ask for, as rules of the audit (their ids, or the first part). */
export const ruleGroups = {
  'audit.contradiction': ['text', 't3', 't4', 'range', 'year'],
  'audit.arithmetic': ['t3', 't4', 'range'],
  'audit.total': ['t3', 't4', 'range', 'text.parts'],
  'audit.layout': ['layout'],
  'audit.sections': ['layout.missingSection'],
  'audit.rows': ['layout.missingRow'],
  'audit.blank': ['layout.blankCells'],
  'audit.columns': ['layout.lostColumns'],
  'audit.shifted': ['layout.shiftedRow', 'layout.slidLabel'],
  'audit.headers': ['layout.clippedHeader', 'layout.splitHeader', 'layout.missingHeader'],
  'audit.labels': ['layout.missingLabel', 'layout.splitLabel', 'layout.slidLabel', 'layout.unknownLabel'],
  'audit.late': ['late'],
  'audit.copy': ['copy'],
  'audit.agency': ['text.agency'],
  'audit.year': ['text.year'],
  'audit.carry': ['year.carry'],
  'audit.inForce': ['year.inForce'],
  'audit.range': ['range'],
} as const;

const names = Object.keys(ruleGroups) as (keyof typeof ruleGroups)[];

/** Rules that the cues ask for; none for all of them. Where tables are named, gaps are theirs and sums those of the cells. */
export function rulesOf(cues: readonly Mark[], marks: Marks, ofTables: boolean): string[] {
  const fired = names.filter((name) => cues.some((mark) => fires(mark, name)));
  // 表头不完整: what is broken is said more closely than that something is.
  const close = fired.filter((name) => name !== 'audit.layout');
  const gaps = ofTables && !cues.some(({ text }) => /格式|layout/.test(text)) ? tableGaps : ruleGroups['audit.layout'];
  const rules = (
    close.length > 0 && fired.length > close.length && close.every((name) => ofLayout(name)) ? close : fired
  ).flatMap((name): readonly string[] => (name === 'audit.layout' ? gaps : ruleGroups[name]));
  return [...new Set([...rules, ...(addsUp(marks, ofTables) ? ['text'] : [])])];
}

const ofLayout = (name: keyof typeof ruleGroups): boolean =>
  ruleGroups[name].every((rule) => rule.startsWith('layout.'));

/** "Does the text add up": what the sentences say, too; only tables where tables are named. */
const addsUp = (marks: Marks, ofTables: boolean): boolean =>
  marks.has('audit.arithmetic') &&
  marks
    .firing('audit.arithmetic')
    .every(({ text }) =>
      /^(add up|adds up|.*[对合]得上.*|.*对得起来.*|.*加起来.*|[凑对合][得不][拢齐]吗?)$/.test(text),
    ) &&
  !ofTables;

/** Which severities are asked for; "errors, not warnings": those that are denied are left out. */
export function severitiesOf(marks: Marks): NonNullable<NonNullable<PlanInput['audit']>['severities']> {
  const severe = marks.has('audit.severe') ? (['error'] as const) : [];
  const warnings = marks.firing('audit.warning');
  if (warnings.length === 0) return [...severe];
  const denied = warnings.every((mark) => {
    const before = marks.all[marks.all.indexOf(mark) - 1];
    if (before === undefined || !(fires(before, 'not') || fires(before, 'except'))) return false;
    marks.use(before);
    return true;
  });
  return denied ? ['error'] : [...severe, 'warning'];
}
