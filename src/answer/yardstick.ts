/** Yardsticks: what conditions measure against (an agency's figure, the middle of all) becomes a number first, and is said. */
import type { Condition, Scope, Yardstick } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import type { Answer, Warning } from './answer.ts';
import { distinct } from './cite.ts';
import { cellsFor, ratioFor } from './conditions.ts';
import { type Desk, noData, nothingFound } from './desk.ts';
import { citationsOf, comparedName } from './figure-text.ts';
import { exact, type Figure, figureOf, telling } from './figures.ts';
import { knownUnit } from './measures.ts';
import { average } from './operations/average.ts';
import { none, sorted } from './operations/rate.ts';
import { agencyName, nothingInScope, reason, reportName, unknownFigure, yearsName } from './reasons.ts';
import { headsIn } from './scope.ts';
import { warning } from './warnings.ts';

type Measured = Extract<Condition, { than: Yardstick }>;

interface Found {
  readonly value: number;
  readonly said: Warning;
}

/** A number for each condition that has none, less whoever is measured against; `answer` says why there is no number. */
export async function measuredUp(
  desk: Desk,
): Promise<{ readonly desk: Desk; readonly said: readonly Warning[]; readonly answer: Answer | null }> {
  const conditions: Condition[] = [];
  const said: Warning[] = [];
  const keys = new Set<string>();
  for (const condition of desk.plan.conditions) {
    // Its own figure of another year stands in the reports (conditions.ts).
    if (!('than' in condition) || 'own' in condition.than) {
      conditions.push(condition);
      continue;
    }
    const { than, ...compared } = condition;
    if ('agency' in than) keys.add(than.agency);
    const found =
      'agency' in than ? await ofAgency(desk, condition, than.agency) : await ofMiddle(desk, condition, middleOf(than));
    if ('status' in found) return { desk, said, answer: found };
    conditions.push({ ...compared, value: scaled(found.value, than) });
    said.push(found.said);
  }
  if (said.length === 0) return { desk, said, answer: null };
  const heads = desk.heads.filter(({ agencyKey }) => agencyKey === null || !keys.has(agencyKey));
  const others = { ...desk, plan: { ...desk.plan, conditions }, heads };
  if (heads.length > 0) return { desk: others, said, answer: null };
  const nobody = reason('noOthers', '这一范围内没有别的单位的报告。', 'No report of another agency is in this scope.');
  return { desk: others, said, answer: nothingFound(desk, nobody, { warnings: said }) };
}

const middleOf = (than: Yardstick): 'mean' | 'median' => ('middle' in than ? than.middle : 'mean');

/** So many times the figure, and so much more. */
const scaled = (value: number, than: Yardstick): number =>
  'agency' in than ? value * (than.times ?? 1) + (than.more ?? 0) : value;

/** 其 2 倍是 6: what the others are set against. */
function scaledText(value: number, than: Yardstick): Bilingual {
  if (!('agency' in than) || (than.times === undefined && than.more === undefined)) return { zh: '', en: '' };
  const result = exact(Number(scaled(value, than).toFixed(6)));
  const [times, more] = [than.times ?? 1, than.more ?? 0];
  const sum = `${times === 1 ? '' : ` × ${times}`}${more === 0 ? '' : more > 0 ? ` + ${more}` : ` − ${-more}`}`;
  return { zh: `，${exact(value)}${sum} = ${result}`, en: `; ${exact(value)}${sum} = ${result}` };
}

/** What the agency's own report of the year says, wherever the agency lies. */
async function ofAgency(desk: Desk, condition: Measured, agency: string): Promise<Found | Answer> {
  const { years, forms, versions } = desk.plan.scope;
  const restricted = { except: [], exceptKinds: [], regions: [], kinds: [], levels: [], reports: [] };
  const scope: Scope = { agencies: [agency], years, forms, versions, ...restricted };
  const heads = headsIn(scope, desk.library);
  const { rate = null, share = null } = condition;
  const own: Desk = { ...desk, heads, plan: { ...desk.plan, scope, rate, share, conditions: [] } };
  const [head, ...more] = heads;
  if (head === undefined) return noData(desk, nothingInScope(own));
  if (more.length > 0) return ofWhichYear(desk, agency, heads);
  const name = comparedName(desk, condition);
  if (ratioFor(condition, desk) !== null) {
    const found = await sorted(own, heads);
    const [known] = found.known;
    if (known === undefined || known.value === null) return none(own, found);
    const shown = `${exact(Number((known.value * 100).toFixed(2)))}% (${known.numerator}/${known.denominator})`;
    const { value } = known;
    return {
      value,
      said: told(desk, head, name, shown, known.figures.map(telling), scaledText(value, condition.than)),
    };
  }
  const [figure] = await figureOf(own, cellsFor(condition, desk), heads);
  if (figure?.value == null) {
    const citations = figure ? distinct(citationsOf(figure)) : [];
    return noData(desk, unknownFigure(own, figure as Figure, name), { citations });
  }
  // Amounts in units that nobody prints are not set against each other.
  if (knownUnit(figure.unit) === null) return noData(desk, unlike(name), { citations: distinct(citationsOf(figure)) });
  const { value } = figure;
  return { value, said: told(desk, head, name, String(value), [figure], scaledText(value, condition.than)) };
}

function told(
  desk: Desk,
  head: ReportHead,
  name: Bilingual,
  shown: string,
  figures: readonly Pick<Figure, 'head' | 'facts'>[],
  apart: Bilingual,
): Warning {
  const report = reportName(desk, head);
  const text = {
    zh: `比较的标准：${report.zh}的“${name.zh}”是 ${shown}${apart.zh}。`,
    en: `Measured against: “${name.en}” of ${report.en} is ${shown}${apart.en}.`,
  };
  return warning(desk, 'measuredAgainst', text, {
    severity: 'info',
    citations: distinct(figures.flatMap(citationsOf)),
  });
}

function ofWhichYear(desk: Desk, agency: string, heads: readonly ReportHead[]): Answer {
  const years = yearsName(heads.flatMap(({ year }) => year ?? []));
  const who = agencyName(desk, agency);
  return noData(
    desk,
    reason(
      'severalYears',
      `${who.zh}有 ${years.zh}的报告：请说明按哪一年比。`,
      `${who.en} has reports of ${years.en}: say of which year they are to be compared.`,
    ),
  );
}

const unlike = (name: Bilingual) =>
  reason(
    'unitUnknown',
    `“${name.zh}”没有注明单位，不能和别的单位比。`,
    `“${name.en}” is printed without a unit and cannot be set against that of others.`,
  );

/** The mean, or the median, over all reports of the scope; consolidated governments are no part of it. */
async function ofMiddle(desk: Desk, condition: Measured, middle: 'mean' | 'median'): Promise<Found | Answer> {
  const { measure, applicant, plus = [], rate = null, share = null } = condition;
  const measures = rate === null && share === null ? [{ measure, applicant }, ...plus] : [];
  const of = { measures, combine: 'sum' as const, rate, share, middle, conditions: [], groupBy: null, order: null };
  const found = await average({ ...desk, plan: { ...desk.plan, operation: 'average', ...of } });
  if (found.status !== 'answered' || found.value === null) return { ...found, plan: desk.plan };
  const divides = rate !== null || share !== null;
  const name = comparedName(desk, condition);
  const n = (found.base?.reports ?? 0) - (found.base?.unknown.length ?? 0);
  const shown = `${Number(found.value.toFixed(2))}${divides ? '%' : ''}`;
  const text = {
    zh: `比较的标准：${n} 份报告“${name.zh}”的${middle === 'mean' ? '平均数' : '中位数'}是 ${shown}。`,
    en: `Measured against: the ${middle === 'mean' ? 'mean' : 'median'} of “${name.en}” over ${n} reports is ${shown}.`,
  };
  const said = warning(desk, 'measuredAgainst', text, { severity: 'info' });
  return { value: divides ? found.value / 100 : found.value, said };
}
