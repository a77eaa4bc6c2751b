/** What is made of a figure of the text over several reports: their sum, their mean, an order, one against another. */
import { type Hearing, ofOne } from '../../hearing.ts';
import type { Plan, PlanInput } from '../../plan.ts';
import { middleOf } from '../figures/average.ts';
import { asksWhether, useAsking } from '../figures/claim.ts';
import { comparisonOf, sidesOf, wordsOf } from '../figures/stands.ts';

type Made = Pick<PlanInput, 'operation' | 'order' | 'middle' | 'groupBy' | 'stands'>;

/** Null where the figure of one report is asked for, or that of each. `order`: of many that are not named. Uses the words that say it. */
export function together(hearing: Hearing, order: Plan['order']): Made | null {
  const { marks, bodies } = hearing;
  // 2022到2023年发得最多的单位: of each body what it published over the years, and not in one of them.
  if (order !== null) return { operation: 'rank', order, groupBy: rangeOfBodies(hearing) ? 'agency' : null };
  if (bodies.length > 1 && marks.has('op.compare')) {
    const apart =
      howMany.test(hearing.question.text) || marks.firing('op.compare').some(({ text }) => difference.test(text));
    const stands = standing(hearing);
    marks.useRule('op.compare', 'cmp', 'op.change');
    if (stands !== null) {
      useAsking(marks);
      marks.useRule('order', 'not');
      return { operation: 'compare', stands };
    }
    if (apart) return { operation: 'compare' };
    const said = ['op.compare', 'cmp', 'order'].flatMap((rule) => marks.firing(rule).map(({ text }) => text)).join(' ');
    marks.useRule('order');
    const direction = fewer.test(said) && !more.test(said) ? 'asc' : 'desc';
    return { operation: 'rank', order: { direction, limit: bodies.length } };
  }
  const one = ofOne(hearing) && !marks.has('op.trend', 'year.all') && !eachYear(hearing);
  if (one || marks.has('op.rate', 'op.change', 'which', 'count')) return null;
  const middle = marks.has('op.average') ? middleOf(marks) : null;
  if (middle === null && (marks.has('op.average') || !marks.has('op.sum'))) return null;
  marks.useRule('op.average', 'op.sum', 'library', 'group');
  const groupBy = groups.find((each) => marks.has(`group.${each}`)) ?? null;
  return middle === null ? { operation: 'sum', groupBy } : { operation: 'average', middle, groupBy };
}

const rangeOfBodies = ({ marks, when, question: { text } }: Hearing): boolean =>
  when.range && when.years.length > 1 && !marks.has('whichYear', 'group') && !ofReports.test(text);

const ofReports = /报告|年报|单年|任[何意]?一?年|某一?年|\breports?\b|\b(?:single|one|any) year\b/;

/** 年均, "per year": over the years of one body. */
const eachYear = ({ marks, when }: Hearing): boolean =>
  when.mode === 'open' && marks.firing('op.average').some(({ text }) => /年|year|annual/.test(text));

const groups = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

/** 盐池发的比安康多，对吗: whether the one stands so to the other. */
function standing(hearing: Hearing): NonNullable<Plan['stands']> | null {
  const whether = asksWhether(hearing.marks) || /吧[?？。!！]?$/.test(hearing.question.text);
  if (!whether || hearing.marks.has('ask.quantity', 'ask.what', 'which', 'whichYear')) return null;
  const sides = sidesOf(hearing);
  const comparison = sides && comparisonOf(wordsOf(hearing), sides);
  return sides && comparison ? { of: sides[0].is, comparison, than: sides[1].is, place: null, where: false } : null;
}

/** How far two are apart is asked, or that they be set side by side. */
const difference = /差|多少|几|对比|比较|相比|对照|difference|gap|compare|comparison|versus|\bvs?\b/;
const howMany = /\bhow (?:many|much) (?:more|fewer|less)\b/;
const fewer = /[少低小]|fewer|less|least|lower/;
const more = /[多高大]|more|most|higher|greater/;
