/** The cells of few reports' tables that are blank, missing or uncertain: a row of the form, and which of its columns. */
import type { StoredFact } from '../../store/store.ts';
import type { Answer, Row } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, nothingFound, shownOf } from '../desk.ts';
import { citationsOf } from '../figure-text.ts';
import { baseOf, stateOf } from '../figures.ts';
import { reason } from '../reasons.ts';
import { filterFor } from '../scope.ts';

/** Of more reports the findings are told, not their cells. */
export const FEW = 10;

export async function cells(desk: Desk, state: 'blank' | 'missing' | 'uncertain'): Promise<Answer> {
  const { plan, heads } = desk;
  const held = new Map(heads.map((head) => [head.report, head]));
  const tables = plan.audit?.tables ?? [];
  const facts = (await desk.store.facts(filterFor(heads, plan.scope))).filter(
    (fact) => held.has(fact.report) && (tables.length === 0 || tables.includes(fact.table)) && stateOf(fact) === state,
  );
  const base = baseOf(heads);
  if (facts.length === 0) {
    const states = { blank: ['空白', 'blank'], missing: ['缺失', 'missing'], uncertain: ['无法确定', 'uncertain'] };
    const [zh, en] = states[state];
    const reports = heads.length === 1 ? '1 report' : `${heads.length} reports`;
    const why = reason(
      'noFinding',
      `这 ${heads.length} 份报告里没有${zh}的单元格。`,
      `No cell is ${en} in the ${reports} in scope.`,
    );
    return nothingFound(desk, why, { base });
  }
  const byRow = new Map<string, typeof facts>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.report, fact.table, fact.row]);
    const inRow = byRow.get(key);
    if (inRow === undefined) byRow.set(key, [fact]);
    else inRow.push(fact);
  }
  const lines = [...byRow.values()].map((inRow) => ({ first: inRow[0]!, columns: inRow.map(columnOf(desk)) }));
  const rows = lines.map(({ first: { report, table, row, line }, columns }): Row => {
    const head = held.get(report);
    return {
      agency: head?.agencyKey ?? head?.agency ?? null,
      year: head?.year ?? null,
      report,
      value: columns.join(plan.language === 'zh' ? '、' : ', '),
      label: `${plan.language === 'zh' ? `表${'二三四'.charAt(table - 2)}` : `table ${table}`} · ${row.replaceAll('/', ' · ')}`,
      line,
    };
  });
  const shown = shownOf(desk, lines).flatMap(({ first }) => {
    const head = held.get(first.report);
    return head === undefined ? [] : citationsOf({ head, facts: [first] });
  });
  return answer(desk, 'answered', {
    value: facts.length,
    unit: plan.language === 'zh' ? '格' : 'cells',
    rows,
    citations: distinct(shown),
    base,
  });
}

/** The column as the form prints it; in English the applicant, or what is counted. */
const columnOf =
  ({ plan, lexicon }: Desk) =>
  ({ column, applicant, measure }: StoredFact): string => {
    if (plan.language === 'zh') return column;
    const of =
      lexicon.applicants.find(({ id }) => id === applicant) ?? lexicon.measures.find(({ id }) => id === measure);
    return of?.en ?? column;
  };
