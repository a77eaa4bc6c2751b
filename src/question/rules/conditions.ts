/** Conditions of lists and counts: figures with their comparisons. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import type { Condition, MeasureRef, PlanInput, Share } from '../plan.ts';
import { type Compared, type Comparing, conditionOn } from './comparisons.ts';
import { reachOn } from './denied.ts';
import { type Figure, refsOf } from './measures/figure.ts';

/** What is so where a comparison is denied. */
export const negated = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const;

/** Conditions of a list: each figure with the comparison nearest to it; none said: some were received; 没有: none. */
export function conditionsOf(
  hearing: Hearing,
  figures: readonly Figure[],
  comparing: readonly Comparing[],
  /** Which figures are a condition where nothing is said of them: that there are some. */
  some: (figure: Figure) => boolean,
): Condition[] {
  const { marks } = hearing;
  // 一件申请都没收到 names the figure and denies it at once.
  const nots = [
    ...new Set([
      ...marks.firing('not').filter((mark) => !marks.used(mark) || sense(mark, 'measure') !== undefined),
      ...marks.firing('except').filter((mark) => deniesState(mark, marks)),
    ]),
  ];
  const pairs = new Map<Figure, Compared[]>();
  for (const each of comparing) {
    const not = nots.find((mark) => mark.end <= each.start && each.start - mark.end <= 3);
    if (not) nots.splice(nots.indexOf(not), 1);
    if (not) marks.use(not);
    const what = not ? denied(each.what) : each.what;
    const nearest = nearestFigure(figures, each);
    // A comparison that no figure stands beside stays unread.
    if (!nearest) continue;
    marks.use(...each.marks);
    pairs.set(nearest, [...(pairs.get(nearest) ?? []), what]);
  }
  for (const not of nots) {
    // What names its figure and denies it at once denies that one.
    const nearest =
      figures.find((each) => each.marks.includes(not)) ??
      deniedFigure(figures, not) ??
      noneOf(figures, not, hearing.question.text) ??
      nearestFigure(figures, not, 0.5);
    marks.use(not);
    // 没有收到申请的和数字缺失的: none, and none stated, are two conditions.
    const said = nearest === null ? undefined : pairs.get(nearest);
    if (nearest && (said ?? []).every((what) => 'state' in what))
      pairs.set(nearest, [{ comparison: 'eq', value: 0 }, ...(said ?? [])]);
  }
  reachOn(pairs, figures, hearing.question.text);
  return figures.flatMap((each) => {
    // By kind of applicant: that there were any is said of them all, and 总计 is never added to its parts.
    const refs: MeasureRef[] = refsOf(
      each,
      hearing.applicants.includes('total') ? [] : ofClause(hearing, each, figures),
    );
    // 既有企业申请又有个人申请: of each of them some.
    if (some(each) && !pairs.has(each) && each.ids.length === 1 && hearing.applicants.length > 1 && bothKinds(hearing))
      return refs.flatMap((ref) => conditionOn([ref], { comparison: 'gt', value: 0 }));
    const whats = pairs.get(each) ?? (some(each) ? [{ comparison: 'gt', value: 0 } as const] : []);
    return whats.flatMap((what) => conditionOn(refs, what));
  });
}

/** 既收到企业申请又有不予公开: who applied is said of the clause that it stands in. */
function ofClause({ marks, applicants, question: { text } }: Hearing, figure: Figure, figures: readonly Figure[]) {
  const [only, ...more] = marks.with('applicant').filter(({ sense: { id } }) => id !== 'total');
  if (only === undefined || more.length > 0 || figures.length < 2 || figure.start === figure.end) return applicants;
  const { start, end } = only.mark;
  const between = figure.start >= end ? text.slice(end, figure.start) : text.slice(figure.end, start);
  return turns.test(between) ? [] : applicants;
}

const turns = /[又且但却也，,；;]|同时|\b(?:and|but|yet|while)\b/;

const bothKinds = ({ question: { text } }: Hearing): boolean =>
  /既.*[又也]|同时|都有|两类都/.test(text) || /\bboth\b/.test(text);

/** 不是空白, "that are not missing": what would leave out bodies elsewhere denies the state behind it. */
function deniesState(mark: Mark, { all }: Marks): boolean {
  const next = all[all.indexOf(mark) + 1];
  return next !== undefined && fires(next, 'state') && /不是|并非|not$|n't$/.test(mark.text);
}

/** 不超过, "not blank": what is so where it is denied; a figure that is not blank, missing or uncertain is stated. */
function denied(what: Compared): Compared {
  if ('state' in what) return { state: 'stated' };
  return what.comparison === 'between' ? what : { comparison: negated[what.comparison], value: what.value };
}

/** 收到了申请却没有一件予以公开: not even one of what stands right behind is so. */
const noneOf = (figures: readonly Figure[], not: Mark, text: string): Figure | null =>
  figures.find(({ start }) => start > not.end && notOne.test(text.slice(not.end, start))) ?? null;
const notOne = /^(?:任何|哪怕|有)?[一1半](?:件|个|宗|起|次|条|例|份)?(?:是|被|得到|获得?|能|给)?$/;

/** "Had lawsuits but did not have any reviews": in English what stands behind the denial is denied. */
const deniedFigure = (figures: readonly Figure[], not: Mark): Figure | null =>
  /[a-z]/.test(not.text)
    ? nearestFigure(
        figures.filter(({ start }) => start >= not.end),
        not,
      )
    : null;

/** `behind`: what stands behind is so much nearer than what stands before (没被复议又没被诉讼). */
function nearestFigure(figures: readonly Figure[], to: { start: number; end: number }, behind = 0): Figure | null {
  // "Received over 10 requests": what stands around a number is nearer than any other.
  const gap = (each: Figure) =>
    each.start <= to.start && to.end <= each.end
      ? -1
      : Math.min(Math.abs(each.start - to.end), Math.abs(to.start - each.end)) - (each.start >= to.end ? behind : 0);
  return figures.reduce<Figure | null>((best, each) => (best === null || gap(each) < gap(best) ? each : best), null);
}

export function rateConditions(rate: NonNullable<PlanInput['rate']>, comparing: readonly Comparing[]): Condition[] {
  return comparing.flatMap(({ what, percent }) =>
    'comparison' in what
      ? conditionOn([{ measure: rate, applicant: null }], scaled(what, percent)).map((each) => ({ ...each, rate }))
      : [],
  );
}

/** Bounds of a share; null where a number is no share. */
export function shareConditions(share: Share, comparing: readonly Comparing[]): Condition[] | null {
  const [first] = share.of;
  const fits = comparing.every(({ what, percent }) => 'comparison' in what && (percent || what.value <= 1));
  if (first === undefined || !fits) return null;
  return comparing.flatMap(({ what, percent }) =>
    'comparison' in what ? conditionOn([first], scaled(what, percent)).map((each) => ({ ...each, share })) : [],
  );
}

/** 50 means 50 % where a rate is compared; 0.5 and 50 % mean the same. */
function scaled(what: Extract<Compared, { comparison: string }>, percent: boolean): Compared {
  const scale = (value: number) => (percent || value <= 1 ? value : value / 100);
  return { ...what, value: scale(what.value), ...(what.upper === undefined ? {} : { upper: scale(what.upper) }) };
}
