/** rank of cells: which kind of applicant, which outcome, which ground has the most, each added up over the reports in scope. */
import { rankBy, sumOf } from '../aggregate.ts';
import type { Answer } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, shownOf } from '../desk.ts';
import { citationsOf, nameOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { nested, separate } from '../governments.ts';
import { leftOut, seriesOf } from '../series.ts';
import { consolidatedLeftOut, findingsOn, nestedGovernments } from '../warnings.ts';
import { noneKnown, seriesRow } from './sum.ts';

export async function rankCells(desk: Desk): Promise<Answer> {
  const { kept, consolidated } = separate(desk.heads);
  const series = await seriesOf(desk, kept);
  const held = series.filter((each) => each.known.length > 0);
  if (held.length === 0) return noneKnown(desk, series);
  const { direction, limit, ends } = desk.plan.order ?? { direction: 'desc' as const, limit: held.length, ends: false };
  const added = held.map((each) => ({ each, value: sumOf(each.known.map(({ value }) => value)) ?? 0 }));
  const ranked = rankBy(added, ({ value }) => value, direction, limit, ends);
  const known = held.flatMap((each) => each.known);
  return answer(desk, 'answered', {
    subject: nameOf(desk, { refs: desk.plan.measures }),
    rows: ranked.map(({ item, rank }) => ({ ...seriesRow(desk, item.each, sumOf), rank })),
    citations: distinct(shownOf(desk, known).flatMap(citationsOf)),
    warnings: [
      ...consolidatedLeftOut(desk, consolidated),
      ...(nested(kept) ? [nestedGovernments(desk)] : []),
      ...leftOut(desk, series),
      ...(await findingsOn(desk, known)),
    ],
    base: baseOf(
      kept,
      series.flatMap((each) => each.unknown),
    ),
  });
}
