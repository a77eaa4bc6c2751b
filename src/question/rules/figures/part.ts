/** The share of one agency in all: 盐池占所有单位申请总数的比例 · "what share of all applications went to Ankang". */
import type { Draft, Hearing } from '../../hearing.ts';
import type { RegionFilter } from '../../plan.ts';
import type { Body } from '../bodies/body.ts';
import { type Figure, refsOf } from '../measures/figure.ts';
import { theOne } from './stands.ts';

/** Null where no agency's part in all is asked for. */
export function partIn(hearing: Hearing, figures: readonly Figure[]): Draft | null {
  const { marks, bodies, applicants, question } = hearing;
  const shared = marks
    .firing('op.rate')
    .filter(({ text }) => /占|比例|比重|份额|百分|share|proportion|percent|part|fraction/.test(text));
  if (
    shared.length === 0 ||
    marks.has('order', 'cmp.gt', 'cmp.lt', 'which', 'op.change', 'op.trend', 'group') ||
    applicants.some((id) => id !== 'total')
  )
    return null;
  const single = bodies.flatMap((body) => {
    const agency = theOne(body);
    return agency === null ? [] : [{ agency, body }];
  });
  const [kind] = single.length === 0 ? bodies.filter(({ by, within }) => by === 'kind' && within.length > 1) : [];
  const [place, ...besides] = single.length === 0 ? bodies : [];
  // 湖南的申请占全部的百分之几, "Jiangsu's share of all requests": what all bodies of the place had together.
  if (place?.by === 'region' && besides.length === 0 && place.within.length > 1 && figures.length > 0)
    return partOfKind(hearing, figures, place);
  if (kind !== undefined && figures.length > 0) return partOfKind(hearing, figures, kind);
  const [holder, ...more] = single;
  const ids = new Set(figures.map((each) => each.ids.join()));
  const [figure] = figures;
  if (holder === undefined || more.length > 0 || figure === undefined || ids.size !== 1) return null;
  const others = bodies.filter((body) => body !== holder.body);
  const around = others.length > 0 ? others : placeOf(hearing, holder.agency.region);
  if (around === null || !around.every(({ within }) => within.some(({ key }) => key === holder.agency.key)))
    return null;
  const received = figure.ids.every((id) => id === 'applications.received');
  const ofAll = everyBody.test(question.text) || around.length > 0 || (received && whole.test(question.text));
  const single_ = figure.ids.length === 1 || figure.combine === 'sum';
  if (!ofAll || !single_) return null;
  marks.useRule('op.rate', 'all', 'op.sum', 'ask', 'unit', 'library', 'section.word');
  marks.use(...marks.with('applicant').map(({ mark }) => mark));
  return {
    rule: 'figures: part of all',
    needs: 'many',
    of: 'all',
    bodies: around,
    plan: {
      operation: 'rate',
      measures: refsOf(figure, []),
      combine: figure.combine,
      part: { agencies: [holder.agency.key] },
    },
    assumed: [],
  };
}

/** 自然资源局收到的申请占全部的百分之几: what all of a kind had together, in what all had. */
function partOfKind({ marks, bodies, question }: Hearing, figures: readonly Figure[], kind: Body): Draft | null {
  const [figure] = figures;
  const others = bodies.filter((body) => body !== kind);
  const ids = new Set(figures.map((each) => each.ids.join()));
  const one = figure !== undefined && ids.size === 1 && (figure.ids.length === 1 || figure.combine === 'sum');
  if (!one || !(everyBody.test(question.text) || ofWhole.test(question.text))) return null;
  if (others.some(({ by }) => by !== 'region') || (kind.by === 'kind' && kind.regions.length > 0)) return null;
  marks.useRule('op.rate', 'all', 'op.sum', 'ask', 'unit', 'library', 'section.word');
  return {
    rule: 'figures: part of all',
    needs: 'many',
    of: 'all',
    bodies: others,
    plan: {
      operation: 'rate',
      measures: refsOf(figure, []),
      combine: figure.combine,
      part: { agencies: kind.within.map(({ key }) => key) },
    },
    assumed: [],
  };
}

const ofWhole =
  /占(?:了|到)?(?:全部|所有|总)|'s share of (?:all|the total)\b|\b(?:of|in) all\b.*\b(?:went to|fell to|came to|were for|received by)\b/;

/** Of all bodies: not of all applications of one. */
const everyBody =
  /(?:所有|全部|各|全体)(?:的)?(?:单位|部门|机关|机构|报告)|全库|资料库|全国|所有人|\ball (?:the )?(?:agencies|bodies|departments|bureaus|offices|reports|units)\b|\bthe (?:whole )?library\b|\beveryone\b/;
const whole = /全部|总[数量计]?|合计|所有|\ball\b|\btotal\b|\boverall\b|\bwent to\b|\bfell to\b/;

/** 占全省: all of the place that the agency lies in. Null where it has no such place. */
function placeOf({ question: { text }, context }: Hearing, region: RegionFilter): readonly Body[] | null {
  const level = /全省|全自治区|\bprovince\b/.test(text)
    ? 'province'
    : /全市|\bthe (?:whole )?city\b/.test(text)
      ? 'city'
      : /全县|全区|\bthe (?:whole )?county\b/.test(text)
        ? 'county'
        : null;
  if (level === null) return [];
  if (region[level] === null) return null;
  const wanted: RegionFilter = {
    province: region.province,
    city: level === 'province' ? null : region.city,
    county: level === 'county' ? region.county : null,
  };
  const lies = (other: RegionFilter) =>
    (['province', 'city', 'county'] as const).every((each) => wanted[each] === null || wanted[each] === other[each]);
  const within = context.catalog.agencies.filter((agency) => lies(agency.region));
  return [
    {
      start: 0,
      end: 0,
      marks: [],
      agencies: [],
      within,
      regions: [wanted],
      kind: null,
      plural: true,
      by: 'region',
      excluded: false,
      missing: null,
    },
  ];
}
