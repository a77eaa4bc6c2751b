/** One figure that is asked for, and the cells that make it. */
import type { Lexicon } from '../../../lexicon/lexicon.ts';
import type { Mark } from '../../marks.ts';
import type { MeasureRef } from '../../plan.ts';
import { type Cluster, familyOf, sameSet } from './cluster.ts';

/** What the question asks for: one figure a report, made of one cell or of several. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  /** More than one cell: whether they add up to one figure. */
  readonly combine: 'each' | 'sum';
  /** The words only hinted at it ("applications"): a default was taken. */
  readonly assumed: boolean;
  readonly marks: readonly Mark[];
}

export function figureOf({ marks, ids, fallback }: Cluster, lexicon: Lexicon): Figure {
  const start = Math.min(...marks.map((mark) => mark.start));
  const end = Math.max(...marks.map((mark) => mark.end));
  const narrowed = fallback.filter((id) => ids.includes(id));
  const chosen = narrowed.length > 0 ? narrowed : ids;
  if (chosen.length === 1 && /^(rules|normative)\.(made|issued)$/.test(chosen[0]!)) {
    const family = chosen[0]!.split('.')[0];
    return { start, end, ids: [`${family}.made`, `${family}.issued`], combine: 'sum', assumed: false, marks };
  }
  const group = lexicon.words.groups.find(({ combine, measures }) => combine === 'sum' && sameSet(measures, chosen));
  const combine =
    group || formNames(chosen) || (chosen.length > 1 && chosen.every((id) => id.startsWith('litigation.')))
      ? 'sum'
      : 'each';
  return {
    start,
    end,
    ids: chosen,
    combine,
    assumed: narrowed.length > 0 && narrowed.length < ids.length && ids.some((id) => id.startsWith('applications.')),
    marks,
  };
}

/** What the two forms call differently: a report has the one or the other. */
const formNames = (ids: readonly string[]) =>
  ids.length === 2 && ids.every((id) => /\.(made|issued)$/.test(id)) && familyOf(ids) !== null;

/** Cells of a figure for these applicants (none named: the total). Tables 2 and 4 have no applicants. */
export function refsOf(figure: Figure, applicants: readonly string[]): MeasureRef[] {
  return figure.ids.flatMap((measure): MeasureRef[] => {
    if (!measure.startsWith('applications.')) return [{ measure, applicant: null }];
    const kinds =
      applicants.length === 0
        ? ['total']
        : applicants.flatMap((each) => (each === 'organizations' ? organizations : [each]));
    return kinds.map((applicant) => ({ measure, applicant: applicant as MeasureRef['applicant'] }));
  });
}

export const organizations = ['business', 'research', 'publicInterest', 'legalService', 'otherOrganization'];
