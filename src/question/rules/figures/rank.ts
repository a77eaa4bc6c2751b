/** 收到申请最多的三家, "the highest refusal rate". */
import { asksAgencies, type Draft, ofOne } from '../../hearing.ts';
import { fires, type Marks } from '../../marks.ts';
import type { Condition } from '../../plan.ts';
import { conditionsOf } from '../conditions.ts';
import { amongThose, ofBodies } from '../modifiers.ts';
import { type Asked, cellsOfOne, unbounded } from './asked.ts';
import { drafted, type Operation, unsaid } from './operation.ts';
import { conditionsBesideRate } from './those.ts';

export const rank: Operation = {
  name: 'rank',
  fits: ({ order }) => order !== null,
  plan(asked) {
    const { marks, order, groupBy } = asked;
    // 前五名里有几家是教育局: how many of those that come first.
    if (order !== null && order.limit > 1 && ofFirst.test(asked.question.text)) {
      marks.useRule('count', 'ask');
      return unsaid('rank');
    }
    if (order !== null && countedApart(asked)) return unsaid('rank');
    // "Who got the most, and how many of those were refused": the second is asked of the first alone.
    if (asked.figures.length > 1 && ofThem.test(asked.question.text)) return unsaid('rank');
    // Of those that come first one sum is asked for: the figures of each are no answer to that.
    if (order !== null && order.limit > 1 && addedUp(asked)) return unsaid('rank');
    const together = overYears(asked);
    if (together && asked.when.years.length === 0) marks.useRule('year.all', 'op.trend');
    marks.useRule('op.compare', 'op.sum');
    const cells = cellsRanked(asked);
    if (cells) {
      const measures = asked.measures.filter(
        ({ measure, applicant }) =>
          measure !== 'applications.handled' && (cells === 'outcome' || applicant !== 'total'),
      );
      marks.useRule('which', 'ask', 'themes');
      return drafted({ ...asked, measures, combine: 'each' }, 'rank', ofOne(asked) ? 'one' : 'many', {
        order,
        groupBy: cells,
      });
    }
    const conditions = figureConditions(asked);
    const ofYears = yearsRanked.test(asked.question.text) && !asksAgencies(marks);
    const within = ofYears ? null : apartIn(marks, order?.limit ?? 1);
    if (within !== null && order !== null && !marks.has('whichYear'))
      return drafted(unbounded(asked, conditions), 'rank', 'many', { order: { ...order, within }, conditions });
    const mean = groupBy !== null && marks.has('op.average') && !marks.has('op.average.median') && asked.rate === null;
    if (mean) marks.useRule('op.average');
    const years = ofYears || (marks.has('whichYear') && !asksAgencies(marks)) || aYear.test(asked.question.text);
    const either = conditions.length === 0 ? discloses(asked) : null;
    if (either !== null) return { ...drafted(asked, 'rank', 'many', { order }), either };
    return drafted(unbounded(asked, conditions), 'rank', 'many', {
      order: mean && order !== null ? { ...order, mean } : order,
      // 哪家，哪年: the year stands beside the agency.
      groupBy: years ? 'year' : together ? 'agency' : groupBy,
      ...(together && !years && asked.when.years.length === 0 ? { occurring: 'together' as const } : {}),
      conditions,
    });
  },
};

/**
 * 前十名但没有复议的: of the first, or the first of those · 前三的省: places, and no bodies · 哪个省被起诉的单位最多, "which city has the most
 * agencies without any": how many bodies there are is ranked. No plan says any of them.
 */
const countedApart = ({ question: { text }, groupBy, order }: Asked): boolean =>
  ((order?.limit ?? 1) > 1 && firstBut.test(text)) ||
  (groupBy === null && firstPlaces.test(text)) ||
  (groupBy !== null && groupBy !== 'year' && mostBodies.test(text));

const firstBut =
  /(?:前|后)[\d一二三四五六七八九十]+[名位家个强]?的?(?:但|却|而|同时|并且|又)|\b(?:top|first|bottom) [\w ]+ but\b/;
const firstPlaces = /[前后][\d一二三四五六七八九十]+[名位个]?的?(?:省份?|市|县|区)(?![级直属内辖])/;
const mostBodies =
  /的(?:单位|部门|机关|机构)(?:数量?|个数|家数)?最[多少]|\b(?:most|fewest|least) (?:agencies|bodies|bureaus|departments|offices)\b/;

/** 最多的三家一共多少件, "how many did the top three get together". */
const addedUp = ({ marks, question: { text } }: Asked): boolean => {
  if (/^(?:add|sum|total) /.test(text)) return true;
  if (/\bhow many\b.*\b(?:together|altogether|in total|combined|in all|between them)\b/.test(text)) return true;
  const order = marks.all.findIndex((mark) => fires(mark, 'order') && /[\u4e00-\u9fff]/.test(mark.text));
  const sum = marks.all.findIndex((mark, at) => at > order && fires(mark, 'op.sum'));
  return order >= 0 && sum > order && marks.all.slice(sum).some((mark) => /多少|几[件次起个宗]/.test(mark.text));
};

/** 2019年以来收到申请最多的一年: years are ranked. */
const aYear = /最[多少高低大小](?:的|的那|那)一年(?:是|$|[?？。])|最[多少高低大小]的年[份度]/;

/** 哪个单位公开的最少: how many requests it disclosed, or how large a part of them, is not said. */
function discloses({ figures, rate, share, marks, question: { text } }: Asked): NonNullable<Draft['either']> | null {
  const [only, ...more] = figures;
  const [mark, ...others] = only?.marks ?? [];
  if (only === undefined || more.length > 0 || rate !== null || share !== null || mark === undefined) return null;
  const bare = others.length === 0 && /^公开(?:的|得|了)?$|^(?:discloses?|disclosed)$/.test(mark.text);
  // Of whom it is asked, and not of how many requests.
  if (!bare || !only.ids.includes('applications.disclosed') || !marks.has('which')) return null;
  if (/申请|答复|[件宗]|数量|request|application|number/.test(text)) return null;
  const said = {
    'applications.disclosed': { zh: '予以公开', en: 'disclosed requests in full' },
    disclosure: { zh: '予以公开率', en: 'has a disclosure rate that is' },
  };
  return { start: mark.start, end: mark.end, measures: ['applications.disclosed'], rates: ['disclosure'], said };
}

/** 按年份从高到低排, "rank the years by applications". */
const yearsRanked =
  /按年[份度]?(?:从[高低多少]|由[高低多少]|排)|年[份度]排[名序]|\b(?:rank|order|sort) (?:all |all the |the )?years\b/;

const ofThem = /\bof (?:those|them|these|which)\b|其中/;

const ofFirst =
  /(?:名|强|位|家|个|甲|单位|里|中)(?:里面?|中|当中|之中|里头)?有(?:几|多少)[家个]|\bhow many (?:of|among) the (?:top|first|bottom|last|\w+ (?:highest|largest|busiest))\b|^(?:of|among|out of) (?:the )?(?:top|first|bottom|last)\b.*\bhow many\b|^(?:of|among|out of) (?:the )?(?:top|first|bottom|last)\b.*\bwh(?:ich|o)\b|最[多高大少低小]的.*(?:里面?|中|当中|之中)有?(?:几|多少)[家个]|[前后][\d一二三四五六七八九十]+[名位家个强](?:单位)?(?:里面?|中|当中|之中).*(?:哪|谁)/;

/** 2019到2021年合起来谁最多, "the most from 2019 to 2021": of each body the sum over the years. Reports and years are ranked one by one. */
const overYears = ({ marks, when, summing, groupBy, question: { text } }: Asked): boolean =>
  groupBy === null &&
  !marks.has('whichYear') &&
  (everyYearHeld(marks, when) ||
    (when.years.length > 1 && (when.range || ((summing || marks.has('op.sum')) && marks.has('which'))))) &&
  !singly.test(text);

/** 历年申请最多的科技局, "over the years": of all the years that are held. */
const everyYearHeld = (marks: Marks, when: Asked['when']): boolean =>
  when.years.length === 0 &&
  [...marks.firing('year.all'), ...marks.firing('op.trend')].some(({ text }) =>
    /^(?:历年来?|多年来?|几年来|所有年份|全部年份|有史以来)$|over (?:all )?(?:the |these )?years|all (?:the )?years/.test(
      text,
    ),
  );

const singly =
  /报告|年报|一次|单次|单份|哪一?年|哪个年|单年|任[何意]?一?年|某一?年|\breports?\b|\byears?\b.*\bwhich\b|\bwhich years?\b|\b(?:single|one|any) year\b/;

/** 谁的申请多, "which of the two received more": the first of them, and who is level with it. */
export const more: Operation = {
  name: 'rank of more',
  fits: ({ marks, order, bodies, comparing, when, counted }) =>
    order === null &&
    comparing.length === 0 &&
    bodies.length < 2 &&
    when.years.length < 2 &&
    !counted &&
    !marks.has('whichYear') &&
    (marks.firing('which').some(({ text }) => one.test(text) || several.test(text)) ||
      marks.firing('op.compare').some(({ text }) => /^[谁哪]/.test(text))) &&
    marks.firing('op.compare').some(({ text }) => larger.test(text) || smaller.test(text)) &&
    marks.firing('op.compare').every(({ text }) => larger.test(text) || smaller.test(text)),
  plan(asked) {
    const { marks } = asked;
    const direction = marks.firing('op.compare').some(({ text }) => smaller.test(text)) ? 'asc' : 'desc';
    const limit = marks.firing('which').some(({ text }) => several.test(text)) ? 5 : 1;
    // 个人和单位提的哪个多: kinds of applicants over all reports, and no bodies.
    if (asked.applicants.length > 1 && asked.figures.length < 2 && !cellsOfOne(asked)) return unsaid('rank');
    marks.useRule('op.compare');
    // 予以公开和不予公开哪个多: both are shown.
    if (cellsOfOne(asked)) {
      marks.useRule('which');
      return drafted(asked, 'lookup', 'one');
    }
    return drafted(asked, 'rank', 'many', { order: { direction, limit } });
  },
};

/** One of several is asked for. */
export const one =
  /^(?:的|)(?:谁|谁家|哪家|哪个|哪一家|哪一个|哪边|哪个单位|哪家单位)(?:的|)$|^(?:which|who|which one|which of)\b/;
const several = /^(?:哪些|哪几)|^which (?:agencies|bodies|departments|bureaus|offices|reports)\b/;
export const larger =
  /^(?:更|)(?:多|高|大)(?:一些|一点|些|)$|^(?:谁|哪个|哪家|哪一个)(?:更|)(?:多|高)$|^(?:more|higher|larger|bigger)$/;
export const smaller =
  /^(?:更|)(?:少|低|小)(?:一些|一点|些|)$|^(?:谁|哪个|哪家|哪一个)(?:更|)(?:少|低)$|^(?:fewer|less|lower|smaller)$/;

/** 哪类申请人最多, "the most common ground of refusal": cells are ranked, and no agencies. */
function cellsRanked({ marks, rate, share, figures, comparing }: Asked): 'applicant' | 'outcome' | null {
  const [only, ...more] = figures;
  if (rate !== null || share !== null || comparing.length > 0 || only === undefined || more.length > 0) return null;
  if (asksAgencies(marks) || marks.has('whichYear', 'group')) return null;
  if (marks.has('by.applicant')) return only.ids.length === 1 ? 'applicant' : null;
  return only.ids.length > 1 && only.marks.some((mark) => fires(mark, 'by.grounds') || fires(mark, 'outcomes'))
    ? 'outcome'
    : null;
}

/** 每年收到最多的单位, "which agency of each province": the first of each, where agencies are asked for. */
function apartIn(marks: Marks, limit: number): 'year' | 'province' | 'city' | 'county' | 'kind' | 'form' | null {
  const levels = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;
  const each = levels.filter((level) => marks.firing(`group.${level}`).some(({ text }) => everyOne.test(text)));
  const [only, ...more] = each;
  // 每年申请量前三名: the first three of each year, no years.
  const meant = asksAgencies(marks) || namesBody(marks) || (only === 'year' && limit > 1);
  return only !== undefined && more.length === 0 && meant ? only : null;
}

/** 第一的单位, "the agency with the most", "top agency": a body behind the order, or one with a place. */
const namesBody = ({ all }: Marks): boolean =>
  all.some((mark, at) => {
    const before = all[at - 1];
    return (
      /^(?:the |an |one )?(?:agency|department|bureau|body|office|authority)$/.test(mark.text) ||
      (/^的?(?:单位|部门|机关|机构|局)$/.test(mark.text) && before !== undefined && fires(before, 'order'))
    );
  });

const everyOne = /^[各每逐分按]|^(?:in |for |of |by |from )?(?:each|every|per)\b/;

/** Conditions of ranks and averages: on the figures, or on the rate that is ranked. */
export const figureConditions = (asked: Asked): Condition[] =>
  asked.rate !== null && asked.rate !== 'unknown'
    ? conditionsBesideRate(asked, asked.rate)
    : conditionsOf(
        asked,
        asked.figures,
        asked.comparing,
        (figure) => ofBodies(asked)(figure) || amongThose(asked, figure),
      );
