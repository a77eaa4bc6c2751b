/** Figures that moved the same way in every year of a range, each against the year before. */
import { ascending } from '../catalog.ts';
import { compares } from '../conditions.ts';
import type { KnownFigure } from '../series.ts';

type Claim = Parameters<typeof compares>[1];

/** Agencies (by key) of which every year from `from` to `to` is known and moved so; `open`: those that lack a year in between. */
export function steady(
  known: readonly KnownFigure[],
  [from, to]: readonly [number, number],
  moved: Claim,
): { readonly kept: ReadonlySet<string | null>; readonly open: readonly (string | null)[] } {
  const byAgency = new Map<string | null, Map<number, number>>();
  for (const { head, value } of known) {
    if (head.agencyKey === null || head.year === null || head.year < from || head.year > to) continue;
    const own = byAgency.get(head.agencyKey) ?? new Map<number, number>();
    byAgency.set(head.agencyKey, own.set(head.year, value));
  }
  const kept = new Set<string | null>();
  const open: (string | null)[] = [];
  for (const [agency, values] of byAgency) {
    if (values.size < to - from + 1) {
      if (values.has(from) && values.has(to)) open.push(agency);
      continue;
    }
    const figures = ascending(values.keys()).map((year) => values.get(year) as number);
    if (figures.slice(1).every((value, at) => compares(value - (figures[at] as number), moved))) kept.add(agency);
  }
  return { kept, open };
}
