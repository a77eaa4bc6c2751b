/** export: the facts of the scope as rows, to be written as a file; `export` on another plan gives that plan's rows. */
import type { Answer, Row } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf } from '../figure-text.ts';
import { baseOf, figuresOf, stateOf } from '../figures.ts';
import { askedOf } from '../measures.ts';
import { reason } from '../reasons.ts';
import { filterFor } from '../scope.ts';

/** Rows that one answer carries; `nianbao export` writes any number. */
const MOST = 20_000;

export async function exportRows(desk: Desk): Promise<Answer> {
  const asked = askedOf(desk.plan, desk.lexicon);
  const held = new Map(desk.heads.map((head) => [head.report, head]));
  const own = asked.length === 0 ? null : await figuresOf(desk, asked);
  const { sections } = desk.plan;
  const every =
    own === null
      ? (await desk.store.facts(filterFor(desk.heads, desk.plan.scope))).filter((fact) => held.has(fact.report))
      : desk.heads.flatMap((head) => (own.get(head.report) ?? []).flatMap((figure) => figure.facts));
  // Of the sections that are asked for: each holds the table of its number.
  const facts = sections.length === 0 ? every : every.filter(({ table }) => sections.includes(table));
  if (facts.length > MOST) {
    const why = reason(
      'tooMany',
      `范围内有 ${facts.length} 个数字，超过一次回答的上限 ${MOST}；请缩小范围，或用命令 nianbao export。`,
      `The scope holds ${facts.length} figures, over the ${MOST} that one answer carries; narrow it, or use the command nianbao export.`,
    );
    return noData(desk, why, { base: baseOf(desk.heads) });
  }
  if (facts.length === 0)
    return noData(
      desk,
      reason('noFacts', '范围内的报告没有表格数字。', 'The reports in scope hold no tabular figures.'),
      { base: baseOf(desk.heads) },
    );
  const rows = facts.map((fact): Row => {
    const head = held.get(fact.report);
    const { measure, applicant, table, row, column, value, unit, line, page, raw } = fact;
    return {
      agency: head?.agency ?? null,
      year: head?.year ?? null,
      report: fact.report,
      value,
      unit,
      state: stateOf(fact),
      measure,
      applicant,
      table,
      row,
      column,
      raw,
      line,
      page,
      file: head?.file ?? null,
    };
  });
  const shown = shownOf(desk, facts).flatMap((fact) => {
    const head = held.get(fact.report);
    return head === undefined ? [] : citationsOf({ head, facts: [fact] });
  });
  return answer(desk, 'answered', {
    rows,
    citations: distinct(shown),
    base: baseOf(desk.heads),
  });
}
