/** 哪些省申请总数超过100件, "in which years were over 3,000 received": places, years and kinds are asked for, and not the bodies in them. */
import { asksAgencies } from '../../hearing.ts';
import { fires } from '../../marks.ts';
import type { Condition, PlanInput } from '../../plan.ts';
import type { Asked } from './asked.ts';

const groups = ['province', 'city', 'county', 'kind', 'form'] as const;

/** The groups that are asked for by what they had together; null where bodies or their reports are. */
export function groupAsked(asked: Asked): PlanInput['groupBy'] {
  const { marks, bodies, question } = asked;
  if (asksAgencies(marks)) return null;
  const named = groups.find((each) =>
    marks.firing(`group.${each}`).some((mark) => {
      const before = marks.all[marks.all.indexOf(mark) - 1];
      // "Counties without a single request": they are named first.
      const first = mark === marks.all[0] && marks.has('not');
      return first || asking.test(mark.text) || (before !== undefined && asks.test(before.text));
    }),
  );
  if (named !== undefined) return named;
  const [, place, kind] = behind.exec(question.text) ?? [];
  if (place !== undefined) return places[place]!;
  if (kind !== undefined) return 'kind';
  const whole = bodies.every((body) => body.plural || body.by === 'region');
  return marks.has('whichYear') && (bodies.length === 0 || (whole && marks.has('op.sum'))) ? 'year' : null;
}

/** 哪些县没收到申请, "in which provinces was no agency sued": none of the bodies there; where some of them had none (有单位没收到) is another matter. */
export function deniesOfGroups(asked: Asked): boolean {
  const { marks, order, comparing, rate, counted } = asked;
  const group = groupAsked(asked);
  if (group === null || group === 'year' || order !== null || comparing.length > 0 || rate !== null) return false;
  // "No applications at all in 2024" adds nothing up.
  const summing = marks.firing('op.sum').some(({ text }) => text !== 'all in');
  if (counted || summing || marks.has('ask.quantity', 'op.average', 'op.change', 'op.trend')) return false;
  const [not, ...more] = marks.firing('not');
  const place = marks.all.findIndex((mark) => fires(mark, `group.${group}`));
  if (not === undefined || more.length > 0 || place < 0) return false;
  return !marks.all.slice(place + 1, marks.all.indexOf(not)).some(({ text }) => someThere.test(text));
}

/** 哪些省收到过企业申请: the places that had any; those that had none are not listed with a 0. */
export function hadOfGroups(asked: Asked): boolean {
  const { marks, order, comparing, rate, counted, share, figures } = asked;
  const group = groupAsked(asked);
  if (group === null || group === 'year' || order !== null || comparing.length > 0) return false;
  if (rate !== null || share !== null) return false;
  if (counted || figures.length !== 1 || !marks.firing(`group.${group}`).some(({ text }) => several.test(text)))
    return false;
  return !marks.has('not', 'op', 'order', 'ask.quantity', 'op.average', 'all', 'group.agency', 'cmp');
}

const several = /^哪(?:些|几个)|^(?:in |of )?which (?:provinces|cities|counties|districts)/;

const someThere = /^(?:有|存在|have|has|had|with|agencies|bodies|bureaus|departments|offices|units)$/;

/** Conditions that a sum can meet. */
export const ofSums = ([only, ...more]: readonly Condition[]): boolean =>
  only !== undefined && more.length === 0 && 'value' in only && !('rate' in only) && !('share' in only);

const asking = /^(?:有?哪|什么|(?:in |of )?(?:which|what) )/;
const asks = /^(?:in |of )?(?:which|what)$|^有?哪些?$/;
const behind =
  /的(省份?|地?级?市|区?县)(?:都?有|是)?(?:哪些|哪几个|谁)?[?？]?$|哪(?:几|些|一|)(类|种)(?:部门|单位|机构|机关)/;
const places: Readonly<Record<string, PlanInput['groupBy']>> = {
  省: 'province', 省份: 'province', 市: 'city', 地市: 'city', 地级市: 'city', 级市: 'city', 县: 'county', 区县: 'county',
}; // biome-ignore format: a table
