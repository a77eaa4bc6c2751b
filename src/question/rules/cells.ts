/** Which cells: those that the question names, a breakdown of them, or a default where only one can be meant. */
import { asksAgencies, type Hearing } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { asks, cut } from './apart.ts';
import { outcome } from './measures/cluster.ts';
import type { Figure } from './measures/figure.ts';
import { figuresIn } from './measures.ts';

/** The cells that the question asks for: named ones, breakdowns, or applications received where only they can be meant. */
export function cellsOf(
  hearing: Hearing,
): { figures: Figure[]; assumed: { slot: string; value: string; alternative: null } | null } | null {
  const { marks } = hearing;
  const breakdown = resultsOf(hearing) ?? breakdownOf(hearing);
  if (breakdown) return { figures: [breakdown], assumed: null };
  const skip = (mark: Mark): boolean =>
    marks.used(mark) ||
    (mark.senses.some((each) => each.kind === 'rate') && !onlyMeasure(mark)) ||
    (marks.has('op.average', 'op.sum', 'order', 'unit.text') && weakTotal(mark)) ||
    verbOnly(hearing, mark) ||
    changing(hearing, mark) ||
    bearing(hearing, mark) ||
    asksToConfirm(hearing, mark);
  // Two questions in one ("received how many, disclosed how many") are both answered.
  const figures = figuresIn(hearing, skip, marks.firing('ask.quantity').length > 1);
  if (scattered(figures)) return null;
  if (figures.length > 0 || marks.has('op.rate') || marks.with('rate').length > 0)
    return { figures: figures, assumed: null };
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

/** "Disclosed 62 items, correct?": words that each could stand for cells of several families name no cell together. */
const scattered = (figures: readonly Figure[]): boolean =>
  figures.length > 1 && figures.some(({ ids }) => new Set(ids.map((id) => id.split('.')[0])).size > 2);

const onlyMeasure = (mark: Mark) =>
  sense(mark, 'measure') !== undefined && !fires(mark, 'op.rate') && sense(mark, 'rate') === undefined;
const weakTotal = (mark: Mark) => /^(总数|总量|总计|total)$/.test(mark.text);

/** "…, correct?", "Confirm: …": right at the end or the beginning these words ask whether it is so, and name no outcome. */
const asksToConfirm = ({ marks: { all } }: Hearing, mark: Mark): boolean =>
  fires(mark, 'claim') && (mark === all[0] || all.slice(all.indexOf(mark) + 1).every((each) => fires(each, 'claim')));

/** "How have requests changed since 2022": what happens from year to year overturns no decision. */
const changing = ({ marks, when }: Hearing, mark: Mark): boolean =>
  fires(mark, 'op.change') &&
  (when.years.length > 1 ||
    marks.has('year.since') ||
    marks.firing('section.how').some(({ text }) => /^how /.test(text)));

/** "Does the report carry the right year": where nothing is said of applications, nothing is carried over. */
const bearing = ({ marks }: Hearing, mark: Mark): boolean =>
  /^(?:carry|carries|carrying)$/.test(mark.text) && marks.with('measure').every((each) => each.mark === mark);

/** 公开, "disclosed" and the like beside figures of the text are verbs: 主动公开信息多少条. */
function verbOnly({ marks }: Hearing, mark: Mark): boolean {
  if (!fires(mark, 'verb')) return false;
  // 最多的三家: so many bodies, and nothing of the text.
  const text = marks.firing('unit.text').some((each) => !(/^[家名位]$/.test(each.text) && marks.has('order')));
  const solid = marks.with('measure').some((each) => each.mark !== mark && !fires(each.mark, 'verb'));
  return text && !solid;
}

/** "How many requests did it get and how were they answered": their number is asked for as well, in a clause of its own. */
const countedBeside = ({ marks, question }: Hearing, outcomes: readonly Mark[]): boolean =>
  cut(marks.all, question.text).some(
    (clause) =>
      // "Requests received and how they ended": named for itself.
      (asks(clause) ||
        clause.some(({ text }) =>
          /^(?:requests|applications) received$|^(?:新收|收到)(?:的|)申请(?:数|量|数量|)$/.test(text),
        )) &&
      !clause.some((mark) => outcomes.includes(mark)) &&
      clause.some((mark) => sense(mark, 'measure')?.ids.includes('applications.received')),
  );

const named = /结果|结局|outcome|result|disposition/;

/** "Why was the information never provided": what came of the request says why. */
function withheld({ marks, bodies }: Hearing): readonly Mark[] {
  const not = marks.firing('not');
  const given = marks.all.filter(({ text }) => gave.test(text));
  const why = marks.firing('show.why');
  if (why.length === 0 || not.length === 0 || given.length === 0 || bodies.length !== 1) return [];
  if (marks.with('measure').some(({ mark }) => !given.includes(mark) && !fires(mark, 'verb'))) return [];
  return [
    ...why,
    ...not,
    ...given,
    ...marks.with('topic').flatMap(({ mark, sense: { zh } }) => (zh === '信息' ? [mark] : [])),
  ];
}

const gave =
  /^(?:give|gives|given|gave|provide|provided|release|released|hand(?:ed)? over|supply|supplied|disclose|disclosed|share|shared|提供|公开|给)$/;

/** 被复议几次，结果怎样 · "outcomes of reconsideration": of reviews and lawsuits the form counts the results as well. */
function resultsOf({ marks, lexicon }: Hearing): Figure | null {
  const said = marks.all.filter(
    (mark) => results.test(mark.text) && !marks.used(mark) && sense(mark, 'measure') === undefined,
  );
  const found = marks.with('measure').filter(({ mark }) => !said.includes(mark));
  const families = [...new Set(found.flatMap(({ sense: { ids } }) => ids.map((id) => id.split('.')[0]!)))];
  const whole = found.every(({ sense: { ids } }) => ids.length > 3 || ids.every((id) => id.endsWith('.total')));
  if (said.length === 0 || found.length === 0 || !whole || !families.every((id) => /^(?:review|litigation)$/.test(id)))
    return null;
  if (marks.has('order', 'cmp', 'op.rate', 'op.change', 'count', 'whichYear', 'which')) return null;
  const own = found.map(({ mark }) => mark);
  marks.use(...said, ...own);
  marks.useRule('ask', 'section.how', 'op.sum');
  const ids = lexicon.measures
    .map(({ id }) => id)
    .filter((id) => families.some((family) => id.startsWith(`${family}.`)));
  return { start: 0, end: 0, ids, combine: 'each', assumed: false, marks: own };
}

const results =
  /^(?:的)?(?:结果|结局)(?:是?(?:怎样|怎么样|如何|什么|咋样|怎么))?$|^(?:各是|都是|分别是)?什么结果$|^(?:the )?(?:outcomes?|results?)(?: of)?$/;

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
  // "Tell me how Yanchi dealt with the request": how, and not how many.
  const how = marks.has('ask.quantity') ? [] : marks.all.filter(({ text }) => /(^|\s)how$/.test(text));
  const dealt =
    how.length === 0
      ? []
      : marks
          .with('measure')
          .filter(({ sense: { ids } }) => ids.length === 1 && ids[0] === 'applications.handled')
          .map(({ mark }) => mark)
          .filter((mark) => !marks.used(mark) && /[a-z]/.test(mark.text));
  const never = withheld(hearing);
  const outcomes = [...free('outcomes'), ...dealt, ...never].filter(
    (mark) =>
      !/^(how (were|was|did)|breakdown( of)?|broken down)$/.test(mark.text) ||
      marks
        .with('measure')
        .some(({ sense: { ids } }) => ids.includes('applications.handled') && !ids.includes('applications.received')),
  );
  const specific = marks.with('measure').some(
    ({ mark, sense: { ids } }) =>
      !fires(mark, 'outcomes') &&
      !never.includes(mark) &&
      (ids.length < 3 ||
        /review|litigation/.test(ids[0]!) ||
        // "Refused outcomes": those of one group.
        ['refused', 'unavailable', 'unprocessed'].some((group) =>
          ids.every((id) => id.startsWith(`applications.${group}.`)),
        )) &&
      !ids.includes('applications.handled') &&
      !ids.includes('applications.received'),
  );
  // "What share of the outcomes were refusals": of all outcomes one group.
  const share =
    marks.has('op.rate') &&
    marks.with('measure').some(({ sense: { ids } }) => ids.length < 12 && ids.every((id) => outcome.test(id)));
  // 哪种办理结果最多: the outcomes themselves are ranked.
  const ranked = marks.has('order') && !asksAgencies(marks) && outcomes.some(({ text }) => named.test(text));
  const other = ['count', 'op.trend', 'op.change', ...(ranked ? [] : ['which', 'order'])];
  if (outcomes.length > 0 && !specific && !share && !marks.has(...other)) {
    marks.use(...outcomes, ...how, ...marks.with('measure').map(({ mark }) => mark));
    marks.useRule('outcomes', 'op.sum', 'verb', 'section.how', 'ask');
    const ids = [
      ...(countedBeside(hearing, outcomes) ? ['applications.received'] : []),
      ...group('applications.outcomes'),
    ];
    return { start, end: 0, ids, combine: 'each', assumed: false, marks: outcomes };
  }
  return null;
}
