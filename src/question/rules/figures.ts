/** Questions about cells: lookups, lists, counts, sums, averages, ranks, comparisons, trends, changes, rates. */
import { asksAgencies, asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { sense } from '../marks.ts';
import type { PlanInput } from '../plan.ts';
import { cellsOf } from './cells.ts';
import { comparisonsIn } from './comparisons.ts';
import { conditionsOf, rateConditions } from './conditions.ts';
import { refsOf } from './measures.ts';
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
    // 依申请公开那一段写了啥: the words of a part, not its figures.
    const worded = marks
      .firing('section.word')
      .some(({ text }) => /[段块章节]|部分|篇章|paragraph|passage|section|chapter/.test(text));
    const told = marks.has('section.how', 'section.show') || namedPart(hearing);
    if (worded && told && !marks.has('ask.quantity') && asksPart(hearing)) return null;
    // 不予公开和不予处理有什么区别: what two words mean, no figures.
    const meanings = marks
      .firing('op.compare')
      .some(({ text }) => /区别|不同|差别|异同|difference between|differ/.test(text));
    if (
      meanings &&
      hearing.bodies.length === 0 &&
      hearing.when.mode === 'open' &&
      !marks.has('which', 'all') &&
      marks.with('definition').length > 1
    )
      return null;
    const cells = cellsOf(hearing);
    if (!cells) return null;
    const { figures, assumed } = cells;
    marks.use(...marks.with('applicant').map(({ mark }) => mark));
    const rate = rateIn(hearing, figures);
    if (rate === 'unknown') return { rule: 'share without a name', needs: 'none', plan: { operation: 'rate' } };
    const order = orderIn(marks)?.order ?? null;
    useCounts(hearing);
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
              : asksAgencies(marks)
                ? 'agency'
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
    // 历年…总数: one sum over all years, unless a development is asked for.
    if (trending && marks.has('op.sum') && marks.has('year.all') && !marks.has('op.change') && !groupBy) {
      marks.useRule('op.trend', 'year.all');
      return summed(hearing, done);
    }
    if (trending) {
      marks.useRule('op.trend', 'op.change', 'op.compare', 'op.sum', 'year.all');
      return done('trend', hearing.bodies.length > 1 ? 'many' : 'one');
    }
    if (marks.has('op.change') && hearing.bodies.length < 2) {
      marks.useRule('op.change', 'op.compare', 'op.sum', 'op.rate');
      return done('change', 'one');
    }
    // "From lawyers or legal services": an "or" between two names of one thing compares nothing.
    const compared = marks.firing('op.compare').some(({ text }) => !/^(or|还是)$/.test(text));
    if (!compared && years < 2 && hearing.bodies.length < 2) marks.useRule('op.compare');
    if (hearing.bodies.length > 1 || (years > 1 && !marks.has('op.sum')) || compared) {
      marks.useRule('op.compare', 'op.change', 'cmp');
      if (marks.has('op.sum') && !marks.has('op.compare')) return summed(hearing, done);
      // The totals of two years over all agencies are two sums.
      if (marks.has('op.sum') && hearing.bodies.length === 0 && years > 1) {
        marks.useRule('op.sum');
        return done('sum', 'many', { groupBy: 'year' });
      }
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

/** 依申请公开部分: the word for a part stands right behind its name. */
const namedPart = ({ marks }: Hearing): boolean =>
  marks.firing('section.word').some((mark) => {
    const before = marks.all.find(({ end }) => end === mark.start);
    return before !== undefined && (sense(before, 'part') ?? sense(before, 'section')) !== undefined;
  });

/** A part or section is named by words that also stand for cells. */
const asksPart = ({ marks }: Hearing): boolean => marks.with('part').length > 0 || marks.with('section').length > 0;

/** 彭阳两家单位, "all five agencies": a number that says how many there are anyway. */
function useCounts({ marks, bodies, context }: Hearing): void {
  const sizes = new Set([
    context.catalog.agencies.length,
    context.catalog.reports,
    ...bodies.map(({ agencies }) => agencies.length),
  ]);
  for (const [index, mark] of marks.all.entries()) {
    const counts = /^(家|家单位|单位|个单位|个部门|部门|机关|agenc|depart|bureau|bodies|offices)/.test(
      marks.all[index + 1]?.text ?? '',
    );
    const number = counts ? sense(mark, 'number') : undefined;
    if (number && sizes.has(number.value)) marks.use(mark);
  }
  // 四个科技局, "the four science bureaus": as many as there are. Another number is not understood, and stays unread.
  for (const body of bodies) {
    const at = marks.all.findIndex((mark) => mark.start >= body.start);
    const [one, two] = [marks.all[at - 1], marks.all[at - 2]];
    const number = one && (sense(one, 'number') ? one : /^(个|家|所)$/.test(one.text) ? two : undefined);
    const value = number && sense(number, 'number')?.value;
    if (number && value === body.agencies.length) marks.use(number);
  }
}

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
