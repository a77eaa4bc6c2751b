/** Questions about cells: what is asked, then the first operation that fits. Each operation stands in `figures/`. */
import { type Draft, type Hearing, ofOne, type Rule } from '../hearing.ts';
import { cellsOf } from './cells.ts';
import { comparisonsIn } from './comparisons.ts';
import { useCounts, useReports } from './counts.ts';
import { dataOfTables } from './export.ts';
import { against } from './figures/against.ts';
import { askedIn, type Terms } from './figures/asked.ts';
import { average } from './figures/average.ts';
import { byHowMuch } from './figures/by-how-much.ts';
import { change, difference } from './figures/change.ts';
import { whollySo } from './figures/claim.ts';
import { compare, compareEachYear, compareRates, compareYears } from './figures/compare.ts';
import { everyOne } from './figures/every-one.ts';
import { fromOneKind } from './figures/from-one-kind.ts';
import { list, listYears } from './figures/list.ts';
import { eitherNumber, lookup } from './figures/lookup.ts';
import { moved } from './figures/moved.ts';
import { occurring, yearsCounted } from './figures/occurring.ts';
import { type Operation, unsaid } from './figures/operation.ts';
import { partIn } from './figures/part.ts';
import { proportion, sharesBodies } from './figures/proportion.ts';
import { more, rank } from './figures/rank.ts';
import { rate } from './figures/rate.ts';
import { ratesMoved } from './figures/rates-moved.ts';
import { firstOf, moreThan, placeAsked } from './figures/stands.ts';
import { sum, sumAll, sumByGroup, sumByYear, sumOverYears } from './figures/sum.ts';
import { aboveOrBelow } from './figures/than.ts';
import { rateOfThose, sumOfBounded, sumOfThose } from './figures/those.ts';
import { trend, trendByYear } from './figures/trend.ts';
import { foreignAmount, noFigure, noOperation } from './figures/unsaid.ts';
import { asksMeanings, asksWhen, asksWords } from './figures/words.ts';
import { yearsApart } from './figures/years-apart.ts';
import type { Figure } from './measures/figure.ts';
import { orderIn } from './order.ts';
import { rateIn } from './rates.ts';
import { shareIn } from './shares.ts';
import { allOfOneKind } from './wholly.ts';

/** In the order in which they may speak; the last one always fits. */
const operations: readonly Operation[] = [
  moved,
  ratesMoved,
  yearsApart,
  against,
  placeAsked,
  firstOf,
  byHowMuch,
  aboveOrBelow,
  moreThan,
  occurring,
  yearsCounted,
  rank,
  more,
  average,
  whollySo,
  everyOne,
  sumOfThose,
  sumOfBounded,
  rateOfThose,
  list,
  difference,
  compareYears,
  listYears,
  compareRates,
  rate,
  compareEachYear,
  sumByYear,
  sumOverYears,
  trend,
  change,
  compare,
  trendByYear,
  sumByGroup,
  sum,
  sumAll,
  lookup,
];

/** 政府采购多少万元: of what a word can mean, the amount. */
const inMoney = (figures: readonly Figure[], { marks }: Hearing): readonly Figure[] =>
  !marks.has('unit.money')
    ? figures
    : figures.map((figure) => {
        const amounts = figure.ids.filter((id) => id.endsWith('.amount'));
        return amounts.length === 0 ? figure : { ...figure, ids: amounts };
      });

/** Outcomes of which the form counts the reasons. */
const reasoned = /^applications\.(?:refused|unavailable|unprocessed)\./;

export const figure: Rule = {
  name: 'figures',
  make(hearing): Draft | null {
    const { marks } = hearing;
    if (asksWords(hearing) || asksMeanings(hearing) || asksWhen(hearing)) return null;
    if (allOfOneKind(hearing)) return fromOneKind(hearing);
    if (dataOfTables(hearing) !== null) return null;
    const cells = cellsOf(hearing);
    if (!cells) return null;
    const { assumed } = cells;
    const figures = inMoney(cells.figures, hearing);
    if (foreignAmount(figures)) return unsaid('lookup');
    marks.use(...marks.with('applicant').map(({ mark }) => mark));
    // "Why did it refuse the request": the reasons that the form counts.
    if (figures.length > 0 && figures.every(({ ids }) => ids.every((id) => reasoned.test(id))))
      marks.useRule('show.why');
    // 批准了多少行政许可: of licences no other number is held than those that were decided on.
    if (figures.length > 0 && figures.every(({ ids }) => ids.every((id) => id.startsWith('licensing.'))))
      marks.useRule('grant');
    // 为什么不确定: the figure is shown with what is the matter with it.
    if (marks.has('state') && hearing.bodies.length > 0) marks.useRule('show.why');
    const part = partIn(hearing, figures);
    if (part) return part;
    // A share of the bodies is none of their applications.
    const bodies = figures.length > 0 && sharesBodies(marks);
    const rate = bodies ? null : rateIn(hearing, figures);
    const share = rate === 'unknown' ? shareIn(hearing, figures) : null;
    if (rate === 'unknown' && share === null) return unsaid('rate');
    useReports(hearing);
    const order = orderIn(marks)?.order ?? null;
    useCounts(hearing);
    const terms: Terms = { ...hearing, figures, assumed, rate, share, order, comparing: comparisonsIn(marks) };
    // 为什么被复议了2次: what is said of one report is judged, and not explained.
    if (ofOne(hearing) && terms.comparing.length > 0) marks.useRule('show.why');
    const either = eitherNumber(terms);
    if (either) return either;
    if (noFigure(terms)) return null;
    const asked = askedIn(terms);
    if (share !== null && terms.comparing.length > 0 && !asked.which && !asked.counted) return unsaid('rate');
    if (!against.fits(asked) && !byHowMuch.fits(asked) && !ratesMoved.fits(asked) && noOperation(asked))
      return unsaid('rank');
    if (bodies) return proportion.plan(asked) ?? unsaid('rate');
    for (const operation of operations) {
      const draft = operation.fits(asked) ? operation.plan(asked) : null;
      if (draft) return draft;
    }
    return null;
  },
};
