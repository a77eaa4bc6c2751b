/** Measures as answers use them: cells, groups of cells, what may be added and what may be compared across forms. */
import type { Lexicon, MeasureEntry } from '../lexicon/lexicon.ts';
import type { MeasureRef, Plan } from '../question/plan.ts';

export function entryOf(measure: string, lexicon: Lexicon): MeasureEntry | undefined {
  return lexicon.measures.find((each) => each.id === measure);
}

/** A ref of table 3 that names no applicant means the total. */
export function cellOf(ref: MeasureRef, lexicon: Lexicon): MeasureRef {
  const table = entryOf(ref.measure, lexicon)?.table ?? (ref.measure.startsWith('applications.') ? 3 : null);
  return table === 3 && ref.applicant === null ? { ...ref, applicant: 'total' } : ref;
}

export const cellKey = ({ measure, applicant }: { measure: string; applicant: string | null }) =>
  `${measure}/${applicant ?? ''}`;

/** True where one of the cells holds another (总计 and a part of it): such cells are never added. */
function overlapping(refs: readonly MeasureRef[]): boolean {
  return refs.some((whole) => refs.some((part) => whole !== part && holds(whole, part)));
}

function holds(whole: MeasureRef, part: MeasureRef): boolean {
  const wider = whole.applicant === part.applicant || whole.applicant === 'total';
  if (whole.measure === part.measure) return wider;
  if (!wider) return false;
  if (whole.measure === 'applications.handled') return isOutcome(part.measure);
  if (part.measure.startsWith(`${whole.measure}.`)) return true;
  return whole.measure.endsWith('.total') && part.measure.startsWith(whole.measure.slice(0, -'total'.length));
}

/** Rows of （一） to （六）: what became of an application. */
function isOutcome(measure: string): boolean {
  return /^applications\.(disclosed|partlyDisclosed|refused\.|unavailable\.|unprocessed\.|other(\.|$))/.test(measure);
}

/** Of table 2 only 处理决定数量 means the same in both forms; tables 3 and 4 do throughout. */
export function comparableAcrossForms(measure: string): boolean {
  return /^(applications|review|litigation)\./.test(measure) || measure.endsWith('.decisions');
}

/** The figures that a plan asks for of each report: its cells one by one, or their sum. */
export interface Asked {
  /** One cell, or the cells of a sum. */
  readonly refs: readonly MeasureRef[];
}

export function askedOf(plan: Plan, lexicon: Lexicon): Asked[] {
  const refs = plan.measures.map((ref) => cellOf(ref, lexicon));
  if (refs.length === 0) return [];
  if (plan.combine === 'sum' && refs.length > 1 && !overlapping(refs)) return [{ refs }];
  return refs.map((ref) => ({ refs: [ref] }));
}

/** 不予公开和无法提供各几件: of several figures of one report those that are whole groups are their sums; a breakdown stays what it is. */
export function groupedOf(asked: readonly Asked[], lexicon: Lexicon): readonly Asked[] {
  const cells = asked.map(({ refs }) => refs);
  const ids = cells.map(([ref]) => ref!.measure);
  if (cells.some(({ length }) => length > 1) || ids.includes('applications.handled')) return asked;
  if (new Set(cells.map(([ref]) => ref!.applicant)).size > 1) return asked;
  const whole = lexicon.words.groups.filter(
    ({ combine, measures }) => combine === 'sum' && measures.length > 2 && measures.every((id) => ids.includes(id)),
  );
  if (whole.length === 0 || whole.some(({ measures }) => measures.length === ids.length)) return asked;
  const groups = asked.map(({ refs }) => whole.find(({ measures }) => measures.includes(refs[0]!.measure)) ?? refs);
  return [...new Set(groups)].map((group) => ({
    refs: asked.filter((_, at) => groups[at] === group).flatMap(({ refs }) => refs),
  }));
}

/** A unit that figures can be added in; null and "not stated in the table" are none. */
export function knownUnit(unit: string | null): string | null {
  return unit === null || unit.includes('未注明') ? null : unit;
}
