/** Questions about cells: lookups, lists, counts, sums, averages, ranks, comparisons, trends, changes, rates. */
import { asksAgencies, asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import type { Condition, PlanInput } from '../plan.ts';
import { cellsOf } from './cells.ts';
import { type Comparing, comparisonsIn } from './comparisons.ts';
import { conditionsOf, rateConditions } from './conditions.ts';
import { countsBodies, countsCell, useCounts, useReports, useSeveral } from './counts.ts';
import { type Figure, outcome, refsOf } from './measures.ts';
import { orderIn } from './order.ts';
import { rateIn } from './rates.ts';
import { cameAbout } from './search.ts';
import { shareIn } from './shares.ts';
import { joinsByOr, whollyOf } from './wholly.ts';

/** Verbs that leave a question about cells what it is. */
const plain =
  /^(collect|collects|collecting|charge|charged|levy|levied|take in|took in|收缴|征收|公布|发布|收取|有过|在|落实|做了|published?|issued?|released?|collected?|charged?|report|gave|give|provided?|via|through|made public|add|added|办了|完成|produced?|send|sent)$/;

const charging = /^(charge|charges|charged|levy|levied|征收|收缴)$/;

/** Names of figures that say a sum: 行政复议合计 over two years is one number. */
const totals = /总数|总计|合计|总量|总共|\btotal\b|altogether/;

const outcomeWord = /^(outcomes?|results?|dispositions?|(处理|办理|答复)?(的)?结果)$/;

const groups = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

export const figure: Rule = {
  name: 'figures',
  make(hearing): Draft | null {
    const { marks, bodies } = hearing;
    // 依申请公开那一段写了啥: the words of a part, not its figures.
    const worded = marks
      .firing('section.word')
      .some(({ text }) => /[段块章节]|部分|篇章|paragraph|passage|section|chapter/.test(text));
    const told = marks.has('section.how', 'section.show') || namedPart(hearing);
    // 依申请公开方面怎么写, "what does it say about": whoever asks for what is written wants the words.
    const wording = marks
      .firing('section.how')
      .some(({ text }) => /写|说了|讲了|描述|表述|阐述|\bsay|said|write|written|wrote|describe|words on/.test(text));
    if (
      (wording || (onlyMatters(marks) && marks.has('section.how', 'section.word', 'search'))) &&
      asksPart(hearing) &&
      hearing.bodies.length < 2 &&
      !marks.has('ask.quantity', 'which', 'order', 'count', 'op')
    )
      return null;
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
    // 行政处罚罚款多少钱: an amount that the form does not hold is no fee collected.
    const amounts = figures.filter(({ ids }) => ids.length > 1 && ids.every((id) => id.endsWith('.amount')));
    if (amounts.length > 0 && figures.length > amounts.length)
      return { rule: 'share without a name', needs: 'none', plan: { operation: 'lookup' } };
    marks.use(...marks.with('applicant').map(({ mark }) => mark));
    const rate = rateIn(hearing, figures);
    const share = rate === 'unknown' ? shareIn(hearing, figures) : null;
    if (rate === 'unknown' && share === null)
      return { rule: 'share without a name', needs: 'none', plan: { operation: 'rate' } };
    useReports(hearing);
    const order = orderIn(marks)?.order ?? null;
    useCounts(hearing);
    const comparing = comparisonsIn(marks);
    // 到底是0件还是1件: which of two numbers is asked, so the figure, with what contradicts it.
    const either =
      comparing.length > 1 && comparing.every(({ what }) => 'comparison' in what && what.comparison === 'eq');
    const or = marks.all.some(({ text }) => /^(还是|or|或|或者)$/.test(text));
    if (either && or && figures.length === 1 && hearing.bodies.length === 1 && !asksWhich(marks)) {
      marks.useRule('op.compare', 'and', 'cmp', 'ask', 'check', 'section.how');
      return {
        rule: 'figures: either or',
        needs: 'one',
        plan: { operation: 'lookup', measures: figures.flatMap((each) => refsOf(each, hearing.applicants)) },
        assumed: assumed ? [assumed] : [],
      };
    }
    // 半数申请被拒了吗: no count is half of one.
    if (rate === null && share === null && comparing.some(({ percent }) => percent)) return null;
    // 部分申请: some of them are none of the form's figures.
    if (figures.length > 0 && someOf(hearing)) return null;
    if (share !== null && comparing.length > 0)
      return { rule: 'share without a name', needs: 'none', plan: { operation: 'rate' } };
    if (figures.length === 0 && rate === null) return null;
    // "How many times was it sued" counts cases.
    marks.use(...marks.firing('unit.text').filter(({ text }) => countsCases(text, figures)));
    // "Not held" outcomes, 无法提供的结果: a word for all outcomes right behind the one that is meant.
    marks.use(
      ...marks
        .firing('outcomes')
        .filter(
          ({ text, start }) => outcomeWord.test(text) && figures.some(({ end }) => start - end >= 0 && start - end < 3),
        ),
    );
    const measures = figures.flatMap((each) => refsOf(each, hearing.applicants));
    const organisationsAdded = hearing.applicants.includes('organizations');
    const combine =
      (figures.length === 1 &&
        (figures[0]!.combine === 'sum' || (organisationsAdded && hearing.applicants.length === 1))) ||
      addsFigures(hearing, figures)
        ? 'sum'
        : 'each';
    const said = assumed ? [assumed] : [];
    const common = {
      measures: rate === null ? measures : [],
      combine: rate === null ? combine : 'each',
      rate: rate === 'unknown' ? null : rate,
      share,
    } as const;
    const which = asksWhich(marks) || occurred(hearing);
    useSeveral(hearing);
    // "Two or more requests": a number to compare with counts reports.
    const cell = comparing.length === 0 && !which && rate === null && countsCell(hearing, figures);
    if (cell) marks.useRule('count');
    const counted =
      !cell && (marks.firing('count').some((mark) => !marks.used(mark)) || (rate === null && countsBodies(hearing)));
    const groupBy =
      groups.find((each) => marks.has(`group.${each}`) && !(each === 'kind' && marks.has('by.applicant'))) ?? null;
    marks.useRule('whichYear', 'definition', 'section.how');
    // "Dropped because it was not corrected in time": what was done to it has a name of its own.
    if (figures.length > 0 && figures.every(({ ids }) => ids.every((id) => outcome.test(id))))
      marks.useRule('outcome.act');
    // 出现过“无法提供”的答复: that there was one is what is asked.
    marks.use(...marks.all.filter(({ text }) => cameAbout.test(text)));
    useFrames(hearing, figures);
    if (rate !== null) marks.useRule('pooled');
    // "How many applications were charged" is asked of applications, and no fee.
    const paid = figures.some(({ ids }) => ids.some((id) => id.endsWith('.amount') || id.startsWith('fees.')));
    // Verbs of handling say nothing beside a cell; verbs of the text (held, 举办) would change what is asked.
    marks.use(...marks.firing('verb').filter(({ text }) => plain.test(text) && (paid || !charging.test(text))));
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
    const trending =
      marks.has('op.trend') || (hearing.when.mode === 'all' && marks.has('op.change')) || developing(hearing);
    const summing = marks.has('op.sum') || figures.some((each) => each.marks.some(({ text }) => totals.test(text)));
    // One agency for each year, or those with fewer than in another year: no operation says it, and it is not dropped.
    const perYear = order !== null && marks.has('group.year') && asksAgencies(marks);
    const thanYear =
      which &&
      years > 1 &&
      marks.has('op.compare') &&
      comparing.length === 0 &&
      marks.has('cmp', 'op.compare') &&
      marks.all.some(({ text }) => /than$|^比|^较/.test(text));
    // "Where partial disclosure outnumbered full": one figure against another of the same report is no condition yet.
    const thanFigure = which && figures.length > 1 && comparing.length === 0 && exceeds(marks);
    if (perYear || thanYear || thanFigure)
      return { rule: 'share without a name', needs: 'none', plan: { operation: 'rank' } };
    if (order) {
      marks.useRule('op.compare', 'op.sum');
      const conditions = figureConditions(hearing, figures, comparing, rate);
      return done('rank', 'many', { order, groupBy: marks.has('whichYear') ? 'year' : groupBy, conditions });
    }
    if (marks.has('op.average')) {
      marks.useRule('op.average', 'op.sum');
      // "Is the mean above one?": the mean is compared, not what it is taken of.
      const asksOfMean =
        !which && (marks.has('ask.yesno') || /^(is|was|does|did)\b|是否|是不是/.test(hearing.question.text));
      if (asksOfMean) marks.use(...comparing.flatMap((each) => each.marks));
      const conditions = asksOfMean ? [] : figureConditions(hearing, figures, comparing, rate);
      return done('average', 'many', { groupBy, conditions });
    }
    if (counted || (which && !comparesTwo(hearing)) || comparing.length > 0 || stated(hearing) || without(hearing)) {
      marks.useRule('count', 'op.sum', 'op.compare', 'cmp');
      const wholly = rate === null ? whollyOf(hearing, figures, comparing) : null;
      if (wholly?.length === 0) return { rule: 'share without a name', needs: 'none', plan: { operation: 'list' } };
      const conditions =
        rate === null
          ? (wholly ?? conditionsOf(hearing, figures, comparing, true))
          : rate === 'unknown'
            ? []
            : rateConditions(rate, comparing);
      const meets = conditions.length > 1 && joinsByOr(marks) ? 'any' : 'all';
      if (
        conditions.length > 0 &&
        (counted ||
          which ||
          marks.has('whichYear') ||
          hearing.bodies.every((body) => body.by !== 'name' || body.agencies.length !== 1))
      )
        return done(counted ? 'count' : 'list', 'many', {
          conditions,
          meets,
          groupBy: counted
            ? (groupBy ?? (marks.has('count.agencies') || countsBodies(hearing) ? 'agency' : null))
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
    // 盐池的公开率和安康比哪个高: side by side, never one rate of both.
    if (rate !== null && rate !== 'unknown' && hearing.bodies.length > 1 && marks.has('op.compare', 'order')) {
      marks.useRule('op.compare', 'op.change', 'cmp', 'op.rate');
      return done('compare', 'many');
    }
    if (rate !== null) {
      marks.useRule('op.compare', 'op.trend', 'op.change', 'op.sum');
      return done(
        'rate',
        hearing.bodies.length < 2 && !trending && years < 2 && !which && !marks.has('all', 'pooled') ? 'one' : 'many',
      );
    }
    // 逐年合计: the totals of each year, of more than one agency.
    if (
      groupBy === 'year' &&
      marks.has('op.sum') &&
      hearing.bodies.every((body) => body.by !== 'name' || body.plural)
    ) {
      marks.useRule('op.sum', 'op.trend', 'year.all');
      return done('sum', 'many', { groupBy });
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
      // 全部单位收到的申请总数比上年变化多少: of the totals of two years, not of each agency.
      const together =
        (marks.has('op.sum', 'all') || summing || (hearing.bodies.length === 0 && !which)) &&
        !marks.has('group.agency') &&
        hearing.bodies.every((body) => body.by !== 'name' || body.plural);
      const percent =
        marks.has('op.rate') ||
        marks.firing('op.change').some(({ text }) => /percent|per cent|百分|率|增速|幅/.test(text));
      marks.useRule('op.change', 'op.compare', 'op.sum', 'op.rate');
      return done('change', together ? 'many' : 'one', { percent, ...(together ? { groupBy: 'year' as const } : {}) });
    }
    // "From lawyers or legal services": an "or" between two names of one thing compares nothing.
    const compared = marks.firing('op.compare').some(({ text }) => !/^(or|还是)$/.test(text));
    if (!compared && years < 2 && hearing.bodies.length < 2) marks.useRule('op.compare');
    if (hearing.bodies.length > 1 || (years > 1 && !summing) || compared) {
      marks.useRule('op.compare', 'op.change', 'cmp');
      if (marks.has('op.sum') && !marks.has('op.compare')) return summed(hearing, done);
      // 宁夏和陕西，哪边多: provinces are compared by what all of them had.
      if (bodies.length > 1 && bodies.every(isProvince) && rate === null) {
        marks.useRule('op.sum');
        return done('sum', 'many', { groupBy: 'province' });
      }
      // The totals of two years over all agencies are two sums.
      if (summing && hearing.bodies.length === 0 && years > 1) {
        marks.useRule('op.sum');
        return done('sum', 'many', { groupBy: 'year' });
      }
      return done('compare', 'many');
    }
    // Of one agency, each year is its development.
    if (
      groupBy === 'year' &&
      !summing &&
      hearing.bodies.length === 1 &&
      hearing.bodies[0]!.by === 'name' &&
      !hearing.bodies[0]!.plural
    ) {
      marks.useRule('year.all');
      return done('trend', 'one');
    }
    if (groupBy) {
      marks.useRule('op.sum');
      return done('sum', 'many', { groupBy });
    }
    if (marks.has('op.sum') || (summing && years > 1)) return summed(hearing, done);
    if (marks.has('all')) return done('sum', 'many');
    const outcomes = figures.some((each) => each.ids.length > 8);
    if (marks.has('ask.exists', 'ask.yesno'))
      marks.use(...marks.firing('not').filter((mark) => asksWhether(mark, marks)));
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

/** A province, with more than one agency in it. */
const isProvince = ({ by, regions, within }: Hearing['bodies'][number]): boolean =>
  by === 'region' && within.length > 1 && regions.every(({ city, county }) => city === null && county === null);

/** 出现过信息不存在的答复: of nobody named and no number asked, which did is asked. */
const occurred = ({ marks, bodies }: Hearing): boolean =>
  bodies.every((body) => body.by !== 'name' || body.plural) &&
  !marks.has('ask.quantity', 'count', 'order', 'op') &&
  marks.all.some(({ text }) => /^出现(过|了)?$|^出现过/.test(text));

/** Said of one figure against another: outnumber, 多过. */
const exceeds = (marks: Marks): boolean =>
  marks.all.some(({ text }) =>
    /^(outnumber(s|ed)?|outdo(es)?|exceed(s|ed|ing)?|surpass(es|ed)?|(more|fewer|less|higher|lower|greater) than|多于|多过|大于|高于|超过|少于|低于|小于|比)$/.test(
      text,
    ),
  );

/** Conditions of ranks and averages: on the figures, or on the rate that is ranked. */
function figureConditions(
  hearing: Hearing,
  figures: readonly Figure[],
  comparing: readonly Comparing[],
  rate: ReturnType<typeof rateIn>,
): Condition[] {
  return rate !== null && rate !== 'unknown' && figures.length === 0
    ? rateConditions(rate, comparing)
    : conditionsOf(hearing, figures, comparing, false);
}

/** 2019到2024年的变化: over more than two years the development is asked for, unless it is asked how much. */
function developing({ marks, when }: Hearing): boolean {
  const changes = marks.firing('op.change');
  return (
    when.range &&
    when.years.length > 2 &&
    changes.length > 0 &&
    changes.every(({ text }) => /^(变化|变化情况|变动)$/.test(text)) &&
    !marks.has('ask.quantity')
  );
}

/** 予以公开和部分公开合计, 公司和科研机构一共多少: one sum of what is named side by side. */
function addsFigures({ marks, applicants, bodies, when }: Hearing, figures: readonly Figure[]): boolean {
  const several = figures.length > 1 || applicants.filter((id) => id !== 'total').length > 1;
  return (
    several &&
    marks.has('op.sum') &&
    marks.firing('ask.quantity').length < 2 &&
    bodies.length < 2 &&
    when.years.length < 2 &&
    figures.every(({ ids }) => ids.every((id) => id.startsWith('applications.')))
  );
}

/** 有没有, "did it not", 收到了没有: a question whether. 没收到过申请的有哪些 is a condition. */
const asksWhether = (mark: Mark, marks: Marks): boolean =>
  fires(mark, 'ask.exists') || mark === marks.all.at(-1) || /[a-z]/.test(mark.text);

/** 打了几场官司, 新出台的规章几部: counters of these things, as 件 is. */
const countsCases = (text: string, figures: readonly Figure[]): boolean =>
  /次|times|occasions/.test(text) ||
  (/[回场起]$/.test(text) && every(figures, /^(review|litigation)\./)) ||
  (/[部份]$/.test(text) && every(figures, /^(rules|normative)\./));

const every = (figures: readonly Figure[], test: RegExp): boolean =>
  figures.length > 0 && figures.every(({ ids }) => ids.every((id) => test.test(id)));

/** Words that frame a figure and restrict nothing: the library that all questions are about, the money that fees come in. */
function useFrames({ marks }: Hearing, figures: readonly Figure[]): void {
  marks.use(...marks.firing('library').filter(({ text }) => held.test(text)));
  // What is reported of a year is as it stood when the year ended.
  marks.useRule('frame', 'endOfYear');
  // "Averaged over police bureaus": over what, where no number follows.
  marks.use(
    ...marks.firing('cmp.gt').filter((mark) => {
      const at = marks.all.indexOf(mark);
      return (
        mark.text === 'over' &&
        marks.all
          .slice(at + 1, at + 4)
          .some((each) => sense(each, 'department') || fires(each, 'all') || sense(each, 'region')) &&
        !marks.all.slice(at + 1, at + 4).some((each) => sense(each, 'number') && !sense(each, 'years'))
      );
    }),
  );
  const money = figures.every(({ ids }) => ids.every((id) => id.endsWith('.amount') || id.startsWith('fees.')));
  if (money) marks.useRule('unit.money');
}

/** 库里全部报告, "over all reports held". */
const held =
  /^(you have|you hold|you got|we have|do you have|do you hold|have you got|your library|in your library|stored|is held|are available|is available|available|你有|你们有|你这里|手里|手头|收录|收录了|已收录|系统|馆藏|资料库|库里|库中|库内|数据库|库|知识库|系统里|这里有|library|in the library|held|are held|database|in the database|collection|on file|in store)$/;

/** 依申请公开部分: the word for a part stands right behind its name. */
const namedPart = ({ marks }: Hearing): boolean =>
  marks.firing('section.word').some((mark) => {
    const before = marks.all.find(({ end }) => end === mark.start);
    return before !== undefined && (sense(before, 'part') ?? sense(before, 'section')) !== undefined;
  });

/** 部分 right before what is counted, and no part of a name before it. */
const someOf = (hearing: Hearing): boolean =>
  !namedPart(hearing) &&
  hearing.marks.all.some(
    (mark, at, all) =>
      mark.text === '部分' && all[at + 1]?.start === mark.end && sense(all[at + 1] ?? mark, 'measure') !== undefined,
  );

/** A part or section is named by words that also stand for cells, or a matter of the text is (个人隐私, trade secrets). */
const asksPart = ({ marks }: Hearing): boolean =>
  marks.with('part').length > 0 || marks.with('section').length > 0 || onlyMatters(marks);

/** Every cell that is named is a matter of the text as well. */
function onlyMatters(marks: Hearing['marks']): boolean {
  const cells = marks.with('measure').filter(({ mark }) => !fires(mark, 'verb') && !fires(mark, 'outcomes'));
  return cells.length > 0 && cells.every(({ mark }) => sense(mark, 'topic') !== undefined);
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

/** "Agencies without a single application", "bodies where nobody applied": a noun for all of them, and what they lack. */
const without = ({ marks, bodies }: Hearing): boolean =>
  bodies.length === 0 &&
  !marks.has('ask', 'op') &&
  marks.firing('not').some((mark) => !marks.used(mark)) &&
  /^(the |all |those )?(agencies|bodies|reports|bureaus|departments|offices|authorities)$|^(单位|机关|部门|报告)$/.test(
    marks.all[0]?.text ?? '',
  );

/** A cell's state is asked for: blank, missing, uncertain. */
const stated = ({ marks }: Hearing): boolean => marks.has('state');
