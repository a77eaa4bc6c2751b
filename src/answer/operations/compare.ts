/** compare: agencies, years or groups side by side, on one figure, several, or a rate. */
import type { Answer, Row } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf, nameOf, rowOf } from '../figure-text.ts';
import { baseOf, exact, figuresOf, isKnown } from '../figures.ts';
import { groupsReports } from '../groups.ts';
import { askedOf, comparableAcrossForms } from '../measures.ts';
import { dividing } from '../rates.ts';
import { listed, otherYears, reason, reportName, yearsName } from '../reasons.ts';
import { crossForm, findingsOn, unknownLeftOut } from '../warnings.ts';
import { lookup } from './lookup.ts';
import { rate } from './rate.ts';
import { section } from './section.ts';
import { statements } from './statements.ts';
import { sum } from './sum.ts';

export async function compare(desk: Desk): Promise<Answer> {
  const { plan, heads, lexicon } = desk;
  if (groupsReports(plan.groupBy) && plan.groupBy !== 'agency' && plan.groupBy !== 'year' && plan.measures.length > 0)
    return groupsApart(await sum(desk));
  if (heads.length < 2 && (plan.statement?.parts.length ?? 0) < 2) return oneHeld(desk);
  if (plan.statement !== null) return statements(desk);
  if (dividing(plan)) return apartInPoints(await rate(desk), groupsReports(plan.groupBy));
  const asked = askedOf(plan, lexicon);
  if (asked.length === 0) return plan.sections.length > 0 ? section(desk) : lookup(desk);
  const found = await figuresOf(desk, asked);
  const figures = heads.flatMap((head) => (found.get(head.report) ?? []).filter((each) => each.inForm));
  if (!figures.some(isKnown)) return lookup(desk);
  const measures = new Set(figures.flatMap((each) => each.refs.map((ref) => ref.measure)));
  const forms = new Set(heads.map((head) => head.form));
  const apart = forms.size > 1 && [...measures].some((measure) => !comparableAcrossForms(measure));
  // 对外公开总数 beside 现行有效 of one form: what only the other form has is left out, and said.
  const lacking =
    asked.length > 1 &&
    asked.some(({ refs }) => refs.every(({ measure }) => !measures.has(measure) && !comparableAcrossForms(measure)));
  const unknown = figures.filter((each) => !isKnown(each));
  const subject = nameOf(desk, { refs: asked.flatMap((each) => each.refs) });
  return answer(desk, 'answered', {
    subject,
    unit: figures[0]?.unit ?? null,
    rows: apart || lacking ? figures.map(rowOf) : withDifference(figures.map(rowOf)),
    citations: distinct(shownOf(desk, figures).flatMap(citationsOf)),
    warnings: [
      ...(apart || lacking ? [crossForm(desk, subject)] : []),
      ...unknownLeftOut(desk, unknown),
      ...(await findingsOn(desk, figures)),
    ],
    base: baseOf(heads, unknown),
  });
}

/** Of two known figures of one unit, the second row says how far it is from the first. */
function withDifference(rows: Row[]): Row[] {
  const [a, b] = rows;
  if (rows.length !== 2 || !a || !b || typeof a.value !== 'number' || typeof b.value !== 'number' || a.unit !== b.unit)
    return rows;
  return [a, { ...b, difference: exact(b.value - a.value) }];
}

/** Groups side by side: their sum is none of them; of two, the second is so far from the first. */
const groupsApart = (found: Answer): Answer =>
  found.status === 'answered' && found.rows.length > 1
    ? { ...found, value: null, rows: withDifference([...found.rows]) }
    : found;

/** Rates side by side: none of them is the answer's value, and what pools them is none of them; two are so many points apart. */
function apartInPoints(found: Answer, groups: boolean): Answer {
  if (found.status !== 'answered') return found;
  // Of groups the last row pools them all.
  const rows = groups ? found.rows.slice(0, -1) : found.rows.filter(({ report }) => report !== null);
  const [a, b] = rows;
  if (rows.length < 2) return found;
  if (rows.length > 2 || typeof a?.value !== 'number' || typeof b?.value !== 'number')
    return { ...found, value: null, rows };
  return { ...found, value: null, rows: [a, { ...b, difference: exact(Number((b.value - a.value).toFixed(10))) }] };
}

async function oneHeld(desk: Desk): Promise<Answer> {
  const [head] = desk.heads;
  const own = head === undefined ? listed([]) : reportName(desk, head);
  const others = head === undefined ? [] : otherYears(desk, head);
  const held =
    others.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `同一机关还有 ${yearsName(others).zh}的报告。`,
          en: ` Other years held of this agency: ${yearsName(others).en}.`,
        };
  const why = reason(
    'oneReport',
    `比较需要至少两份报告，范围内只有 ${own.zh}的报告。${held.zh}`,
    `A comparison needs at least two reports; only that of ${own.en} is held in this scope.${held.en}`,
  );
  const single = await lookup(desk);
  return noData(desk, why, {
    rows: single.rows,
    citations: single.citations,
    warnings: single.warnings,
    base: baseOf(desk.heads),
  });
}
