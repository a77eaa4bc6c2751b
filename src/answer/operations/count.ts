/** count: how many reports (or agencies) meet the conditions. */
import type { Answer, Row } from '../answer.ts';
import { answer, type Desk } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { groupBy, groupsReports } from '../groups.ts';
import { together } from '../together.ts';
import { contentOf, type Matched, matched } from './list.ts';

export async function count(desk: Desk): Promise<Answer> {
  if (desk.plan.occurring === 'together') return together(desk);
  const found = await matched(desk);
  if (found.answer !== null) return found.answer;
  const content = await contentOf(desk, found);
  if (desk.plan.percent) return shareOf(desk, found);
  if (desk.plan.groupBy === 'year' && desk.plan.scope.agencies.length === 1) return yearsOf(desk, found);
  const agencies = desk.plan.groupBy === 'agency';
  const value = agencies
    ? new Set(found.sifted.met.map(({ head }) => head.agencyKey ?? head.report)).size
    : found.rows.length;
  const [one, more] = agencies ? ['agency', 'agencies'] : ['report', 'reports'];
  const unit = desk.plan.language === 'zh' ? (agencies ? '家' : '份') : value === 1 ? one : more;
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

/** Of one agency the years in which the conditions hold. */
async function yearsOf(desk: Desk, found: Matched): Promise<Answer> {
  const years = new Set(found.sifted.met.map(({ head }) => head.year));
  const unit = desk.plan.language === 'zh' ? '年' : years.size === 1 ? 'year' : 'years';
  return answer(desk, 'answered', { ...(await contentOf(desk, found)), value: years.size, unit });
}

/** Those that meet the conditions, in percent of all that could be judged; the base holds only these and the unknown. */
async function shareOf(desk: Desk, found: Matched): Promise<Answer> {
  const { formLacks, undefined: without, unknown, met } = found.sifted;
  const out = new Set([...formLacks, ...without]);
  const heads = desk.heads.filter((head) => !out.has(head));
  const judged = heads.length - unknown.length;
  return answer(desk, 'answered', {
    ...(await contentOf(desk, found)),
    value: (met.length / judged) * 100,
    unit: '%',
    base: baseOf(heads, unknown),
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
