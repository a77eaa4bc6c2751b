/** Side by side: 安康和彭阳哪个多, "2019 against 2020", provinces. */
import type { Draft, Hearing } from '../../hearing.ts';
import { cellsOfOne } from './asked.ts';
import { drafted, type Operation } from './operation.ts';
import { summed } from './sum.ts';

/** 2019年和2020年哪年多. */
export const compareYears: Operation = {
  name: 'years side by side',
  fits: ({ marks, when }) => marks.has('whichYear') && marks.has('op.compare') && when.years.length > 1,
  plan(asked) {
    asked.marks.useRule('op.compare');
    return drafted(asked, 'compare', 'many');
  },
};

/** 盐池的公开率和安康比哪个高: side by side, never one rate of both. */
export const compareRates: Operation = {
  name: 'rates side by side',
  fits: ({ marks, bodies, rate }) =>
    rate !== null && rate !== 'unknown' && bodies.length > 1 && marks.has('op.compare', 'order'),
  plan(asked) {
    asked.marks.useRule('op.compare', 'op.change', 'cmp', 'op.rate');
    return drafted(asked, 'compare', 'many');
  },
};

export const compare: Operation = {
  name: 'side by side',
  fits: ({ marks, bodies, when, summing }) =>
    bodies.length > 1 || (when.years.length > 1 && !summing) || marks.has('op.compare'),
  plan(asked): Draft | null {
    const { marks, bodies, when, summing, rate } = asked;
    const years = when.years.length;
    // "From lawyers or legal services": an "or" between two names of one thing compares nothing.
    // 收的申请多不多: of one figure it is asked how large it is.
    const compared = marks
      .firing('op.compare')
      .some(({ text }) => !/^(or|还是|多不多|少不少|高不高|低不低|大不大|多吗|少吗|高吗|低吗)$/.test(text));
    if (!compared && years < 2 && bodies.length < 2) marks.useRule('op.compare');
    if (bodies.length < 2 && (years < 2 || summing) && !compared) return null;
    marks.useRule('op.compare', 'op.change', 'cmp');
    // "Direct litigation v. litigation after review": cells of one report side by side.
    if (cellsOfOne(asked)) return drafted(asked, 'lookup', 'one');
    const kinds = bodies.length > 1 && bodies.every(({ by }) => by === 'kind');
    // 萧山区和番禺区合计分别是多少: a sum of each place.
    const level = levelOf(bodies);
    if (marks.has('op.sum') && level !== null && rate === null && apart(asked)) {
      marks.useRule('op.sum', 'by', 'group');
      return drafted(asked, 'sum', 'many', { groupBy: level });
    }
    // 教育局和公安局合起来一共收到多少: one sum of both.
    if (marks.has('op.sum') && !marks.has('op.compare') && !(kinds && apart(asked))) return summed(asked);
    // 宁夏和陕西，哪边多: provinces are compared by what all of them had.
    if (bodies.length > 1 && bodies.every(isProvince) && rate === null) {
      marks.useRule('op.sum');
      return drafted(asked, 'compare', 'many', { groupBy: 'province' });
    }
    // Health departments against those of agriculture: so are kinds.
    if (
      bodies.length > 1 &&
      rate === null &&
      years < 2 &&
      bodies.every(({ by, regions }) => by === 'kind' && regions.length === 0)
    ) {
      marks.useRule('op.sum');
      return drafted(asked, 'compare', 'many', { groupBy: 'kind' });
    }
    // The totals of two years over all agencies, or over a place's, are two sums.
    const place = bodies.length === 1 && (bodies[0]!.by === 'region' || ofKind(asked)) && bodies[0]!.within.length > 1;
    if (
      rate === null &&
      years > 1 &&
      ((summing && bodies.length === 0) || (place && (summing || apart(asked) || !asked.which)))
    ) {
      marks.useRule('op.sum');
      return drafted(asked, 'sum', 'many', { groupBy: 'year' });
    }
    return drafted(asked, 'compare', 'many');
  },
};

/** 公安局2022到2024年被复议几次: a number of a kind of bodies, over the years. */
const ofKind = ({ bodies, marks, when, question: { text } }: Hearing): boolean =>
  bodies[0]!.by === 'kind' &&
  when.range &&
  marks.has('ask.quantity') &&
  !/[各每]|分别/.test(text) &&
  !marks.has('op.compare', 'op.change', 'order', 'which');

/** One figure of each is asked for. */
const apart = ({ question: { text }, marks }: Hearing): boolean =>
  /分别|各自|各是|各为|各有|各多少|各几|respectively|each|separately/.test(text) || marks.has('op.compare');

/** The level of places that hold several agencies each; null where they are of several levels, or no places. */
export function levelOf(bodies: Hearing['bodies']): 'province' | 'city' | 'county' | null {
  const levels = new Set(
    bodies.map(({ by, within, regions: [region, ...more] }) =>
      by !== 'region' || within.length < 2 || !region || more.length > 0
        ? null
        : region.county !== null
          ? ('county' as const)
          : region.city !== null
            ? ('city' as const)
            : ('province' as const),
    ),
  );
  const [level] = levels;
  return bodies.length > 1 && levels.size === 1 && level ? level : null;
}

/** A province, with more than one agency in it. */
const isProvince = ({ by, regions, within }: Hearing['bodies'][number]): boolean =>
  by === 'region' && within.length > 1 && regions.every(({ city, county }) => city === null && county === null);
