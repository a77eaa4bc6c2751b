/** Side by side: 安康和彭阳哪个多, "2019 against 2020", provinces. */
import type { Draft, Hearing } from '../../hearing.ts';
import { type Asked, cellsOfOne } from './asked.ts';
import { groupAsked } from './group-asked.ts';
import { drafted, type Operation, unsaid } from './operation.ts';
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
    rate !== null &&
    rate !== 'unknown' &&
    bodies.length > 1 &&
    (marks.has('op.compare', 'order') ||
      // 宁夏公开率和陕西公开率: one of each.
      (groupOf(bodies) !== null && !marks.has('op.sum', 'pooled', 'op.average', 'op.trend', 'op.change', 'cmp'))),
  plan(asked) {
    asked.marks.useRule('op.compare', 'op.change', 'cmp', 'op.rate');
    // 自然资源局和住建局公开率哪个高: of kinds, and of places with many bodies, the rate of each of them together.
    const groupBy = asked.rate === 'unknown' || asked.when.years.length > 1 ? null : groupOf(asked.bodies);
    if (groupBy !== null) {
      asked.marks.useRule('which');
      const order = { direction: 'desc' as const, limit: asked.bodies.length };
      return drafted(asked, 'rank', 'many', { order, groupBy });
    }
    return drafted(asked, 'compare', 'many');
  },
};

/** 四川与陕西2020~2022每年申请对比, "Zhejiang and Sichuan year by year": of each place or kind what each year adds up to. */
export const compareEachYear: Operation = {
  name: 'groups side by side, year by year',
  fits: ({ bodies, rate, share, order, comparing, when, measures, combine, groupBy, trending, question: { text } }) =>
    rate === null &&
    share === null &&
    order === null &&
    comparing.length === 0 &&
    bodies.length > 1 &&
    when.years.length !== 1 &&
    (measures.length === 1 || combine === 'sum') &&
    (groupBy === 'year' || trending || eachYear.test(text)) &&
    groupOf(bodies) !== null,
  plan(asked) {
    asked.marks.useRule('op.compare', 'op.sum', 'op.trend', 'op.change', 'year.all', 'group', 'all');
    return drafted(asked, 'compare', 'many', { groupBy: groupOf(asked.bodies), yearly: true });
  },
};

const eachYear = /每一?年|各年|逐年|历年|分年|\b(?:each|every|per|by) year\b|\byear by year\b|\bannually\b/;

/** Places of one level, or kinds of bodies everywhere. */
export const groupOf = (bodies: Hearing['bodies']): ReturnType<typeof levelOf> | 'kind' =>
  bodies.length > 1 && bodies.every(({ by, regions }) => by === 'kind' && regions.length === 0)
    ? 'kind'
    : levelOf(bodies);

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
    // "Which provinces saw fewer in 2024 than in 2023": of places no plan says it, and the bodies in them are no answer.
    if (years > 1 && bodies.length === 0 && groupAsked(asked) !== null && groupAsked(asked) !== 'year')
      return unsaid('compare');
    marks.useRule('op.compare', 'op.change', 'cmp');
    // "Direct litigation v. litigation after review": cells of one report side by side.
    if (cellsOfOne(asked)) return drafted(asked, 'lookup', 'one');
    // 2020、2021两年谁的申请多: who has more of both together.
    const named = bodies.length > 1 && bodies.every(({ by, plural }) => by === 'name' && !plural);
    if (named && years > 1 && rate === null && asked.share === null && whoHasMore(asked)) {
      marks.useRule('op.sum', 'which', 'all');
      const fewer = marks.firing('op.compare').some(({ text }) => /[少低小]|fewer|less/.test(text));
      const order = { direction: fewer ? ('asc' as const) : ('desc' as const), limit: bodies.length };
      return drafted(asked, 'rank', 'many', { order, groupBy: 'agency' });
    }
    const kinds = bodies.length > 1 && bodies.every(({ by }) => by === 'kind');
    // 萧山区和番禺区合计分别是多少: a sum of each place.
    const level = levelOf(bodies);
    if (marks.has('op.sum') && level !== null && rate === null && apart(asked)) {
      marks.useRule('op.sum', 'by', 'group');
      return drafted(asked, 'sum', 'many', { groupBy: level });
    }
    // 教育局和公安局合起来一共收到多少: one sum of both.
    if (marks.has('op.sum') && !marks.has('op.compare') && !(kinds && apart(asked))) return summed(asked);
    // 浙江2023年、四川2024年的申请: of groups with a year of their own no plan says it.
    if (bodies.length > 1 && !named && yearInTurn(asked)) return unsaid('compare');
    // 宁夏和陕西，哪边多: provinces are compared by what all of them had.
    if (bodies.length > 1 && bodies.every(isProvince) && rate === null) {
      marks.useRule('op.sum');
      // Years that are named one by one are seen one by one.
      return drafted(asked, 'compare', 'many', { groupBy: 'province', yearly: years > 1 && !when.range });
    }
    // Health departments against those of agriculture: so are kinds.
    if (
      bodies.length > 1 &&
      rate === null &&
      bodies.every(({ by, regions }) => by === 'kind' && regions.length === 0)
    ) {
      marks.useRule('op.sum');
      return drafted(asked, 'compare', 'many', { groupBy: 'kind', yearly: years > 1 });
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

/** A year beside each of the bodies, and another one beside each. */
function yearInTurn({ marks, bodies, when }: Asked): boolean {
  const years = marks.with('years').filter(({ sense: { from, to } }) => from === to);
  if (when.range || years.length !== bodies.length || when.years.length !== bodies.length) return false;
  const order = [
    ...bodies.map(({ start }) => ({ start, is: 'body' })),
    ...years.map(({ mark: { start } }) => ({ start, is: 'year' })),
  ].sort((a, b) => a.start - b.start);
  return order.every(({ is }, at) => at === 0 || is !== order[at - 1]!.is);
}

/** 谁多, "which received more": one of them, and not year by year. */
const whoHasMore = ({ measures, combine, marks, question: { text } }: Asked): boolean =>
  (measures.length === 1 || combine === 'sum') &&
  !marks.has('whichYear', 'group.year', 'op.change', 'op.trend') &&
  !/[各每]年|分别|多多少|少多少|[多少][几了]/.test(text) &&
  (/(?:谁|哪家|哪个|哪一[家个]|哪边)(?:的|收到?的?|的?申请|.{0,12})(?:更|比较|)[多少](?:一些|一点|些|)?$/.test(text) ||
    /\b(?:which|who)\b.* (?:more|fewer)\b/.test(text));

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
