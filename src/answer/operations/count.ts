/** count: how many reports (or agencies) meet the conditions. */
import type { Answer, Row } from '../answer.ts';
import { answer, type Desk } from '../desk.ts';
import { groupBy, groupsReports } from '../groups.ts';
import { contentOf, matched } from './list.ts';

export async function count(desk: Desk): Promise<Answer> {
  const found = await matched(desk);
  if (found.answer !== null) return found.answer;
  const content = await contentOf(desk, found);
  const agencies = desk.plan.groupBy === 'agency';
  const unit = desk.plan.language === 'zh' ? (agencies ? '家' : '份') : agencies ? 'agencies' : 'reports';
  const value = agencies
    ? new Set(found.sifted.met.map(({ head }) => head.agencyKey ?? head.report)).size
    : found.rows.length;
  return answer(desk, 'answered', {
    ...content,
    value,
    unit,
    rows:
      agencies || !groupsReports(desk.plan.groupBy)
        ? found.rows
        : grouped(
            desk,
            found.sifted.met.map(({ head }) => head),
          ),
  });
}

function grouped(desk: Desk, heads: Desk['heads']): Row[] {
  const all = new Map(
    groupBy(desk, desk.plan.groupBy, desk.heads, (head) => head).map((group) => [group.label, group.items.length]),
  );
  return groupBy(desk, desk.plan.groupBy, heads, (head) => head).map(({ label, items }) => ({
    agency: null,
    year: null,
    report: null,
    label,
    value: items.length,
    reports: all.get(label) ?? items.length,
  }));
}
