/** What a question about cells asks: the terms that stand in it, and what they are together. */
import { asksWhich, type Hearing, ofOne } from '../../hearing.ts';
import type { Mark } from '../../marks.ts';
import type { Condition, MeasureRef, PlanInput } from '../../plan.ts';
import { asks, cut } from '../apart.ts';
import { describesBodies } from '../bodies/described.ts';
import type { cellsOf } from '../cells.ts';
import type { Comparing } from '../comparisons.ts';
import { countsBodies, countsCell, useSeveral } from '../counts.ts';
import { type Figure, refsOf } from '../measures/figure.ts';
import type { Ordered } from '../order.ts';
import type { rateIn } from '../rates.ts';
import type { shareIn } from '../shares.ts';
import { useCounters, useFrames } from './frames.ts';

/** The terms of the question, each as its own rule reads it. */
export interface Terms extends Hearing {
  readonly figures: readonly Figure[];
  readonly assumed: NonNullable<ReturnType<typeof cellsOf>>['assumed'];
  readonly rate: ReturnType<typeof rateIn>;
  readonly share: ReturnType<typeof shareIn>;
  readonly order: Ordered['order'] | null;
  readonly comparing: readonly Comparing[];
}

export interface Asked extends Terms {
  readonly measures: MeasureRef[];
  readonly combine: 'each' | 'sum';
  /** Those that had something are asked for: 哪些单位. */
  readonly which: boolean;
  /** How many agencies or reports there are is asked for. */
  readonly counted: boolean;
  readonly groupBy: PlanInput['groupBy'];
  readonly trending: boolean;
  readonly summing: boolean;
}

/** Names of figures that say a sum: 行政复议合计 over two years is one number. */
const totals = /总数|总计|合计|总量|总共|\btotal\b|altogether/;

const groups = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

/** 按2019版、2021版格式分别加总: of each of the forms that are named. */
const formsApart = (marks: Terms['marks']): boolean =>
  new Set(marks.with('form').map(({ sense: { form } }) => form)).size > 1 && marks.has('op.sum', 'group');

export function askedIn(terms: Terms): Asked {
  const { marks, figures, rate, when } = terms;
  const applicants = applicantsOf(terms);
  // Counters are read before what is counted, frames after it.
  useCounters(marks, figures);
  // "Who applied to Yanchi": of one body, by kinds of applicants.
  const which =
    (asksWhich(marks) && !(marks.has('by.applicant') && ofOne(terms))) || occurred(terms) || describesBodies(terms);
  useSeveral(terms);
  const counted = countedIn(terms, which);
  useFrames(marks, figures, rate);
  const measures = figures.flatMap((each) => refsOf(each, applicants));
  return {
    ...terms,
    applicants,
    measures: rate === null ? measures : [],
    combine: rate === null ? combined(terms) : 'each',
    which,
    counted,
    groupBy:
      groups.find((each) => marks.has(`group.${each}`) && !(each === 'kind' && marks.has('by.applicant'))) ??
      (formsApart(marks) ? 'form' : null),
    trending: marks.has('op.trend') || (when.mode === 'all' && marks.has('op.change')) || developing(terms),
    summing: marks.has('op.sum') || figures.some((each) => each.marks.some(({ text }) => totals.test(text))),
  };
}

/** Several cells of one report: they stand side by side, and nothing else is ranked or compared. */
export const cellsOfOne = (asked: Asked): boolean => {
  const { bodies, when, measures, rate, share } = asked;
  const [body] = bodies;
  const held = [...(body?.agencies ?? []), ...(body?.within ?? [])];
  const one = when.years.length === 1 || (when.mode === 'open' && held.every(({ years }) => years.length < 2));
  return rate === null && share === null && measures.length > 1 && one && ofOne(asked);
};

/** 新收几件，自然人的呢: a number is asked of all the applications, and in another clause of some applicants'. */
function applicantsOf({ marks, figures, applicants, question }: Terms): readonly string[] {
  const clauses = cut(marks.all, question.text);
  const of = (found: readonly Mark[]) => clauses.filter((clause) => found.some((mark) => clause.includes(mark)));
  const theirs = of(marks.with('applicant').flatMap(({ mark, sense: { id } }) => (id === 'total' ? [] : [mark])));
  const whole = of(figures.flatMap((each) => each.marks)).filter((clause) => !theirs.includes(clause));
  const both = theirs.length > 0 && theirs.every(asks) && whole.some(asks) && figures.length === 1;
  return both && applicants.length > 0 && !applicants.includes('total') ? ['total', ...applicants] : applicants;
}

function countedIn(terms: Terms, which: boolean): boolean {
  const { marks, figures, rate, comparing } = terms;
  // "Two or more requests": a number to compare with counts reports.
  const cell = comparing.length === 0 && !which && rate === null && countsCell(terms, figures);
  if (cell) marks.useRule('count');
  return !cell && (marks.firing('count').some((mark) => !marks.used(mark)) || (rate === null && countsBodies(terms)));
}

function combined(terms: Terms): Asked['combine'] {
  const { figures, applicants } = terms;
  const organisationsAdded = applicants.includes('organizations');
  return (figures.length === 1 && (figures[0]!.combine === 'sum' || (organisationsAdded && applicants.length === 1))) ||
    addsFigures(terms)
    ? 'sum'
    : 'each';
}

/** 予以公开和部分公开合计, 公司和科研机构一共多少: one sum of what is named side by side. */
function addsFigures({ marks, applicants, bodies, when, figures, question }: Terms): boolean {
  // 结转和新收分别合计多少: a sum of each.
  if (/分别|各自|各[是有为多]|\b(?:each|respectively|separately)\b/.test(question.text)) return false;
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

/** 出现过信息不存在的答复: of nobody named and no number asked, which did is asked. */
const occurred = ({ marks, bodies }: Hearing): boolean =>
  bodies.every((body) => body.by !== 'name' || body.plural) &&
  !marks.has('ask.quantity', 'count', 'order', 'op') &&
  marks.all.some(({ text }) => /^出现(过|了)?$|^出现过/.test(text));

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

/** 收到申请超过10件的单位，不予公开最多的: what has a condition says which reports; the other figures are asked for. */
export function unbounded(asked: Asked, conditions: readonly Condition[]): Asked {
  const bound = new Set(conditions.map(({ measure }) => measure));
  const figures = asked.figures.filter(({ ids }) => !ids.some((id) => bound.has(id)));
  if (figures.length === 0 || figures.length === asked.figures.length) return asked;
  const measures = asked.rate === null ? figures.flatMap((each) => refsOf(each, asked.applicants)) : [];
  return { ...asked, figures, measures, combine: asked.rate === null ? combined({ ...asked, figures }) : 'each' };
}
