/** Questions about cells: lookups, lists, counts, sums, averages, ranks, comparisons, trends, changes, rates. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import type { Condition, MeasureRef, PlanInput } from '../plan.ts';
import { type Compared, type Comparing, comparisonsIn, conditionOn } from './comparisons.ts';
import { type Figure, figuresIn, organizations, refsOf } from './measures.ts';
import { orderIn } from './order.ts';
import { rateIn } from './rates.ts';

/** Verbs that leave a question about cells what it is. */
const plain =
  /^(公布|发布|收取|有过|在|落实|做了|published?|issued?|released?|collected?|charged?|report|gave|give|provided?|via|through|made public|add|added|办了|完成|produced?|send|sent)$/;

const groups = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

export const figure: Rule = {
  name: 'figures',
  make(hearing): Draft | null {
    const { marks } = hearing;
    const cells = cellsOf(hearing);
    if (!cells) return null;
    const { figures, assumed } = cells;
    marks.use(...marks.with('applicant').map(({ mark }) => mark));
    const rate = rateIn(hearing, figures);
    if (rate === 'unknown') return { rule: 'share without a name', needs: 'none', plan: { operation: 'rate' } };
    const order = orderIn(marks)?.order ?? null;
    const comparing = comparisonsIn(marks);
    if (figures.length === 0 && rate === null) return null;
    // "How many times was it sued" counts cases.
    marks.use(...marks.firing('unit.text').filter(({ text }) => /次|times|occasions/.test(text)));
    const measures = figures.flatMap((each) => refsOf(each, hearing.applicants));
    const organisationsAdded = hearing.applicants.includes('organizations');
    const combine =
      figures.length === 1 && (figures[0]!.combine === 'sum' || (organisationsAdded && hearing.applicants.length === 1))
        ? 'sum'
        : 'each';
    const said = assumed ? [assumed] : [];
    const common = { measures: rate === null ? measures : [], combine, rate } as const;
    const which = asksWhich(marks);
    const counted = marks.has('count');
    const groupBy =
      groups.find((each) => marks.has(`group.${each}`) && !(each === 'kind' && marks.has('by.applicant'))) ?? null;
    marks.useRule('whichYear', 'definition', 'section.how');
    // Verbs of handling say nothing beside a cell; verbs of the text (held, 举办) would change what is asked.
    marks.use(...marks.firing('verb').filter(({ text }) => plain.test(text)));
    const done = (
      operation: PlanInput['operation'],
      needs: Draft['needs'],
      plan: Partial<Draft['plan']> = {},
    ): Draft => {
      marks.useRule('group');
      const draft: Draft = {
        rule: `figures: ${operation}`,
        needs,
        plan: { operation, ...common, ...plan },
        assumed: said,
      };
      // 规范性文件最多: made, in force or repealed? Figures of several kinds are never ranked or added together.
      const [only] = figures;
      const mixed =
        ['rank', 'sum', 'average', 'list', 'count'].includes(operation) &&
        figures.length === 1 &&
        only!.combine === 'each' &&
        only!.ids.length > 1 &&
        only!.marks.length > 0 &&
        rate === null;
      return mixed ? { ...draft, either: { start: only!.start, end: only!.end, measures: only!.ids } } : draft;
    };
    const years = hearing.when.years.length;
    const trending = marks.has('op.trend') || (hearing.when.mode === 'all' && marks.has('op.change'));
    if (order) {
      marks.useRule('op.compare', 'op.sum');
      const conditions = conditionsOf(hearing, figures, comparing, false);
      return done('rank', 'many', { order, groupBy: marks.has('whichYear') ? 'year' : groupBy, conditions });
    }
    if (marks.has('op.average')) {
      marks.useRule('op.average', 'op.sum');
      return done('average', 'many', { groupBy, conditions: conditionsOf(hearing, figures, comparing, false) });
    }
    if (counted || (which && !comparesTwo(hearing)) || comparing.length > 0 || stated(hearing)) {
      marks.useRule('count', 'op.sum', 'op.compare', 'cmp');
      const conditions =
        rate === null ? conditionsOf(hearing, figures, comparing, true) : rateConditions(rate, comparing);
      if (
        conditions.length > 0 &&
        (counted || which || hearing.bodies.every((body) => body.by !== 'name' || body.agencies.length !== 1))
      )
        return done(counted ? 'count' : 'list', 'many', {
          conditions,
          groupBy: counted
            ? (groupBy ?? (marks.has('count.agencies') ? 'agency' : null))
            : marks.has('whichYear')
              ? 'year'
              : null,
        });
      if (rate !== null && which) return done('rate', 'many');
      if (comparing.length > 0) {
        // "Did Ankang receive more than 3?" is answered by the figure.
        return done('lookup', 'one');
      }
    }
    if (marks.has('whichYear') && marks.has('op.compare') && years > 1) {
      marks.useRule('op.compare');
      return done('compare', 'many');
    }
    if (marks.has('whichYear'))
      return done('list', 'many', { conditions: conditionsOf(hearing, figures, comparing, true), groupBy: 'year' });
    if (rate !== null) {
      marks.useRule('op.compare', 'op.trend', 'op.change', 'op.sum');
      return done(
        'rate',
        hearing.bodies.length < 2 && !trending && years < 2 && !which && !marks.has('all') ? 'one' : 'many',
      );
    }
    if (trending) {
      marks.useRule('op.trend', 'op.change', 'op.compare', 'op.sum', 'year.all');
      return done('trend', hearing.bodies.length > 1 ? 'many' : 'one');
    }
    if (marks.has('op.change') && hearing.bodies.length < 2) {
      marks.useRule('op.change', 'op.compare', 'op.sum', 'op.rate');
      return done('change', 'one');
    }
    if (hearing.bodies.length > 1 || (years > 1 && !marks.has('op.sum')) || marks.has('op.compare')) {
      marks.useRule('op.compare', 'op.change', 'cmp');
      if (marks.has('op.sum') && !marks.has('op.compare')) return summed(hearing, done);
      return done('compare', 'many');
    }
    if (groupBy) {
      marks.useRule('op.sum');
      return done('sum', 'many', { groupBy });
    }
    if (marks.has('op.sum')) return summed(hearing, done);
    if (marks.has('all')) return done('sum', 'many');
    const outcomes = figures.some((each) => each.ids.length > 8);
    if (marks.has('ask.exists', 'ask.yesno')) marks.useRule('not');
    marks.useRule('section.word', 'section.show', 'themes');
    return done('lookup', 'one', {
      groupBy: outcomes
        ? 'outcome'
        : measures.length > 3 &&
            measures.some(({ applicant }) => applicant === 'natural') &&
            figures.length === 1 &&
            combine === 'each'
          ? 'applicant'
          : null,
    });
  },
};

function summed({ marks, bodies }: Hearing, done: (operation: 'sum', needs: Draft['needs']) => Draft): Draft {
  marks.useRule('op.sum');
  const one = bodies.length === 1 && bodies[0]!.by === 'name' && !bodies[0]!.plural;
  return done('sum', one ? 'one' : 'many');
}

/** "Which received more, A or B": a comparison of two, not a list. */
function comparesTwo({ marks, bodies }: Hearing): boolean {
  return marks.has('op.compare') && bodies.length > 1;
}

/** A cell's state is asked for: blank, missing, uncertain. */
const stated = ({ marks }: Hearing): boolean => marks.has('state');

/** The cells that the question asks for: named ones, breakdowns, or applications received where only they can be meant. */
function cellsOf(
  hearing: Hearing,
): { figures: Figure[]; assumed: { slot: string; value: string; alternative: null } | null } | null {
  const { marks, lexicon } = hearing;
  const breakdown = breakdownOf(hearing);
  if (breakdown) return { figures: [breakdown], assumed: null };
  const skip = (mark: Mark): boolean =>
    marks.used(mark) ||
    (mark.senses.some((each) => each.kind === 'rate') && !onlyMeasure(mark)) ||
    (marks.has('op.average', 'op.sum', 'order', 'unit.text') && weakTotal(mark)) ||
    verbOnly(hearing, mark);
  // Two questions in one ("received how many, disclosed how many") are both answered.
  const figures = figuresIn(marks, lexicon, skip, marks.firing('ask.quantity').length > 1);
  if (figures.length > 0 || marks.has('op.rate') || marks.with('rate').length > 0)
    return { figures: figures.filter((each) => !coveredByApplicants(each, hearing)), assumed: null };
  if (
    hearing.applicants.length === 0 &&
    marks.has('op.compare') &&
    (hearing.bodies.length > 1 || hearing.bodies.some(({ plural }) => plural) || hearing.when.years.length > 1)
  ) {
    const key: Figure = {
      start: 0,
      end: 0,
      ids: [
        'applications.received',
        'applications.handled',
        'applications.carriedForward',
        'review.total',
        'litigation.direct.total',
        'litigation.afterReview.total',
      ],
      combine: 'each',
      assumed: true,
      marks: [],
    };
    return { figures: [key], assumed: { slot: 'measure', value: 'key figures', alternative: null } };
  }
  if (hearing.applicants.length === 0) return null;
  const received: Figure = {
    start: 0,
    end: 0,
    ids: ['applications.received'],
    combine: 'each',
    assumed: true,
    marks: [],
  };
  return { figures: [received], assumed: { slot: 'measure', value: 'applications.received', alternative: null } };
}

const onlyMeasure = (mark: Mark) =>
  sense(mark, 'measure') !== undefined && !fires(mark, 'op.rate') && sense(mark, 'rate') === undefined;
const weakTotal = (mark: Mark) => /^(总数|总量|总计|total)$/.test(mark.text);
const coveredByApplicants = (_figure: Figure, _hearing: Hearing): boolean => false;

/** 公开, "disclosed" and the like beside figures of the text are verbs: 主动公开信息多少条. */
function verbOnly({ marks }: Hearing, mark: Mark): boolean {
  if (!fires(mark, 'verb')) return false;
  const text = marks.firing('unit.text').length > 0;
  const solid = marks.with('measure').some((each) => each.mark !== mark && !fires(each.mark, 'verb'));
  return text && !solid;
}

/** "How were they handled", "by kind of applicant", "on what grounds": every cell of a breakdown. */
function breakdownOf(hearing: Hearing): Figure | null {
  const { marks, lexicon } = hearing;
  const group = (id: string) => lexicon.words.groups.find((each) => each.id === id)?.measures ?? [];
  const start = 0;
  const free = (rule: string) => marks.firing(rule).filter((mark) => !marks.used(mark));
  const grounds = free('by.grounds');
  if (grounds.length > 0) {
    const which = marks.with('measure').find(({ sense: { ids } }) => /unavailable|unprocessed/.test(ids[0] ?? ''));
    const id = which?.sense.ids[0]?.includes('unavailable')
      ? 'applications.unavailable'
      : which
        ? 'applications.unprocessed'
        : 'applications.refused';
    marks.use(...grounds, ...marks.with('measure').map(({ mark }) => mark));
    marks.useRule('op.rate', 'section.how');
    return { start, end: 0, ids: group(id), combine: 'each', assumed: false, marks: grounds };
  }
  const outcomes = free('outcomes').filter(
    (mark) =>
      !/^(how (were|was|did)|breakdown( of)?|broken down)$/.test(mark.text) ||
      marks.with('measure').some(({ sense: { ids } }) => ids.includes('applications.handled')),
  );
  const specific = marks
    .with('measure')
    .some(
      ({ mark, sense: { ids } }) =>
        !fires(mark, 'outcomes') &&
        (ids.length < 3 || /review|litigation/.test(ids[0]!)) &&
        !ids.includes('applications.handled') &&
        !ids.includes('applications.received'),
    );
  if (outcomes.length > 0 && !specific && !marks.has('which', 'order', 'count', 'op.trend', 'op.change')) {
    marks.use(...outcomes, ...marks.with('measure').map(({ mark }) => mark));
    marks.useRule('outcomes', 'op.sum', 'verb', 'section.how', 'ask');
    return { start, end: 0, ids: group('applications.outcomes'), combine: 'each', assumed: false, marks: outcomes };
  }
  return null;
}

/** Kinds of applicants that the question names, or all of them for "by kind of applicant". */
export function applicantsIn(hearing: Pick<Hearing, 'marks'>): string[] {
  const { marks } = hearing;
  const by = marks.firing('by.applicant');
  const named = marks
    .with('applicant')
    .filter(
      ({ mark, sense: { id } }) =>
        id !== 'total' && !fires(mark, 'unit.text') && !sense(mark, 'measure') && !sense(mark, 'department'),
    );
  if (by.length > 0) {
    marks.use(...by, ...named.map(({ mark }) => mark));
    return named.length > 0
      ? [...new Set(named.map(({ sense: { id } }) => id))]
      : ['natural', ...organizations, 'total'];
  }
  return [...new Set(named.map(({ sense: { id } }) => id))];
}

const negated = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const;

/** Conditions of a list: each figure with the comparison nearest to it; none said: some were received; 没有: none. */
function conditionsOf(
  hearing: Hearing,
  figures: readonly Figure[],
  comparing: readonly Comparing[],
  always: boolean,
): Condition[] {
  const { marks } = hearing;
  const nots = marks.firing('not').filter((mark) => !marks.used(mark));
  const pairs = new Map<Figure, Compared[]>();
  for (const each of comparing) {
    const not = nots.find((mark) => mark.end <= each.start && each.start - mark.end <= 3);
    if (not) nots.splice(nots.indexOf(not), 1);
    if (not) marks.use(not);
    const what: Compared =
      not && 'comparison' in each.what && each.what.comparison !== 'between'
        ? { comparison: negated[each.what.comparison], value: each.what.value }
        : each.what;
    const nearest = nearestFigure(figures, each);
    marks.use(...each.marks);
    if (nearest) pairs.set(nearest, [...(pairs.get(nearest) ?? []), what]);
  }
  for (const not of nots) {
    const nearest = nearestFigure(figures, not);
    marks.use(not);
    if (nearest && !pairs.has(nearest)) pairs.set(nearest, [{ comparison: 'eq', value: 0 }]);
  }
  return figures.flatMap((each) => {
    const refs: MeasureRef[] = refsOf(each, hearing.applicants);
    const whats = pairs.get(each) ?? (always ? [{ comparison: 'gt', value: 0 } as const] : []);
    return whats.flatMap((what) => conditionOn(refs, what));
  });
}

function nearestFigure(figures: readonly Figure[], to: { start: number; end: number }): Figure | null {
  const gap = (each: Figure) => Math.min(Math.abs(each.start - to.end), Math.abs(to.start - each.end));
  return figures.reduce<Figure | null>((best, each) => (best === null || gap(each) < gap(best) ? each : best), null);
}

function rateConditions(rate: NonNullable<PlanInput['rate']>, comparing: readonly Comparing[]): Condition[] {
  return comparing.flatMap(({ what, percent }) =>
    'comparison' in what
      ? conditionOn([{ measure: rate, applicant: null }], scaled(what, percent)).map((each) => ({ ...each, rate }))
      : [],
  );
}

/** 50 means 50 % where a rate is compared; 0.5 and 50 % mean the same. */
function scaled(what: Extract<Compared, { comparison: string }>, percent: boolean): Compared {
  const scale = (value: number) => (percent || value <= 1 ? value : value / 100);
  return { ...what, value: scale(what.value), ...(what.upper === undefined ? {} : { upper: scale(what.upper) }) };
}
