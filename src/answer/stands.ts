/** Whether figures stand to each other as the question says: the one is more than the other, one is among the first of all. */
import type { Answer, Confirmed, Row } from './answer.ts';
import { compares } from './conditions.ts';
import type { Desk } from './desk.ts';
import type { Figure } from './figures.ts';

/** A comparison that the plan claims, judged by the rows of the answer: each side must have one known figure. */
export function comparing({ status, plan: { stands }, rows, unit, warnings }: Answer, desk: Desk): Confirmed | null {
  if (status !== 'answered' || stands === null || stands.comparison === null || stands.than === null) return null;
  // Figures that mean different things in the two forms are not set against each other.
  if (warnings.some(({ code }) => code === 'crossForm')) return null;
  const [own, other] = [figureOf(stands.of, rows, desk), figureOf(stands.than, rows, desk)];
  if (own === null || other === null) return null;
  const holds = compares(own.value, { comparison: stands.comparison, value: other.value });
  return {
    holds,
    value: null,
    unit: own.unit ?? unit,
    stands: { own, other, rank: null, among: null, tied: 0, open: 0 },
  };
}

type Known = Row & { readonly value: number };

/** The one row of an agency, or of a year. */
function figureOf(side: string, rows: readonly Row[], { library }: Desk): Known | null {
  const is = (row: Row) =>
    /^\d{4}$/.test(side)
      ? String(row.year) === side
      : row.report !== null && library.byId.get(row.report)?.agencyKey === side;
  const [only, ...more] = rows.filter(is);
  const known = (row: Row): row is Known => typeof row.value === 'number';
  return only !== undefined && more.length === 0 && known(only) ? only : null;
}

/** A place among all that the plan claims for an agency: how many have more (or, of the lowest, less). */
export function placed<T extends { readonly head: Figure['head'] }>(
  desk: Desk,
  known: readonly T[],
  unknown: readonly { readonly head: Figure['head'] }[],
  figureIn: (item: T) => number,
  rowOf: (item: T) => Row,
): Confirmed | null {
  const { stands, order } = desk.plan;
  if (stands === null || order === null || stands.comparison !== null) return null;
  const isOwn = ({ head }: { readonly head: Figure['head'] }) => head.agencyKey === stands.of;
  const better = (one: number, other: number) => (order.direction === 'desc' ? one > other : one < other);
  const [best] = known.filter(isOwn).sort((a, b) => (better(figureIn(a), figureIn(b)) ? -1 : 1));
  // One that is not known, and one that nobody else stands beside, is neither first nor not.
  if (best === undefined || unknown.some(isOwn) || known.every(isOwn)) return null;
  const value = figureIn(best);
  const rank = 1 + known.filter((each) => better(figureIn(each), value)).length;
  const tied = known.filter((each) => each !== best && figureIn(each) === value).length;
  const holds = stands.place === null ? rank <= order.limit : rank === stands.place;
  const row = rowOf(best);
  return {
    holds,
    value: null,
    unit: row.unit ?? null,
    stands: { own: row, other: null, rank, among: known.length, tied, open: unknown.length },
  };
}
