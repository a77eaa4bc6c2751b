/** Those that meet conditions, named or counted: 哪些单位收到过申请, "how many bureaus charged fees", "in which years". */
import { asksAgencies, type Draft, type Hearing, ofOne } from '../../hearing.ts';
import { fires, sense } from '../../marks.ts';
import type { Condition, PlanInput } from '../../plan.ts';
import { conditionsOf, shareConditions } from '../conditions.ts';
import { countsBodies } from '../counts.ts';
import { apartOf, deniesTogether } from '../denied.ts';
import { joinsByOr, whollyOf } from '../wholly.ts';
import type { Asked } from './asked.ts';
import { saidOf, useAsking, whoever } from './claim.ts';
import { levelOf } from './compare.ts';
import { deniesOfGroups, groupAsked, hadOfGroups, ofSums } from './group-asked.ts';
import { inEveryYear, useEveryYear, yearsRunning } from './occurring.ts';
import { drafted, type Operation, unsaid } from './operation.ts';
import { conditionsBesideRate } from './those.ts';

export const list: Operation = {
  name: 'list or count',
  fits: (asked) =>
    !fromWhom(asked) &&
    (asked.counted ||
      (asked.which && !comparesTwo(asked) && !totals(asked) && !eachListed(asked)) ||
      asked.comparing.length > 0 ||
      stated(asked) ||
      described(asked) ||
      deniesOfGroups(asked) ||
      hadOfGroups(asked)),
  plan(whole): Draft | null {
    const asked = { ...whole, figures: whole.which || whole.counted ? apartOf(whole.figures) : whole.figures };
    const { marks, bodies, figures, rate, comparing, which, counted, groupBy } = asked;
    // Of one report what is said is true or not; nothing is listed.
    // 为什么拒绝了3件: of the one that was spoken of.
    const spoken = bodies.length === 0 && asked.when.years.length < 2 && comparing.length > 0 && marks.has('show.why');
    const confirms = (ofOne(asked) || spoken) && !counted && (!which || whoever(marks));
    if (besideBut(asked) || comparesUnread(asked) || yearsApart(asked) || asksOfOthers(asked) || firstOfAll(asked))
      return unsaid('list');
    marks.useRule('count', 'op.sum', 'op.compare', 'cmp');
    const wholly = rate === null ? whollyOf(asked, figures, comparing) : null;
    const shares = asked.share === null ? [] : shareConditions(asked.share, comparing);
    if (wholly?.length === 0 || shares === null) return unsaid('list');
    const conditions =
      asked.share !== null
        ? shares
        : rate === null
          ? (wholly ?? conditionsOf(asked, figures, comparing, () => true))
          : rate === 'unknown'
            ? []
            : conditionsBesideRate(asked, rate);
    if (
      !confirms &&
      conditions.length > 0 &&
      (counted ||
        which ||
        marks.has('whichYear') ||
        bodies.every((body) => body.by !== 'name' || body.agencies.length !== 1))
    )
      return meeting(asked, conditions);
    if (rate !== null && which && !confirms) {
      // 没有申请的单位公开率怎么算: the rate of those alone, or what it is then.
      if (deniesFigure(asked)) return unsaid('list');
      // The answer names those whose rate is undefined, and those that are unknown.
      marks.useRule('undefined');
      return drafted(asked, 'rate', 'many', { groupBy: asksAgencies(marks) ? null : groupBy });
    }
    // "Did Ankang receive more than 3?" is answered by the figure, and whether it is so.
    if (comparing.length === 0 && !(confirms && conditions.length > 0)) return null;
    useAsking(marks);
    return drafted(asked, 'lookup', 'one', { claim: saidOf(asked, conditions) });
  },
};

/** 2021年收到申请但2022年没有: each year has a condition of its own, which no plan says. */
function yearsApart({ marks: { all }, when, question: { text } }: Asked): boolean {
  if (when.range || when.years.length !== 2) return false;
  // "None in 2021 but some in 2022".
  const [one, two] = when.marks;
  if (one !== undefined && two !== undefined && /\b(?:but|yet|whereas)\b|[但却]/.test(text.slice(one.end, two.start)))
    return true;
  const said = all.flatMap((mark) =>
    sense(mark, 'years')
      ? ['year']
      : sense(mark, 'measure')
        ? ['figure']
        : fires(mark, 'not') || sense(mark, 'number')
          ? ['what']
          : [],
  );
  return (
    /^(?:what )*year (?:what )*figure (?:what )*year\b/.test(said.join(' ')) ||
    /figure (?:what )*year (?:what |figure )*(?:what|figure) (?:what )*year\b/.test(said.join(' '))
  );
}

/** "Who was the request from, a company or a person?": of one body the kinds of applicants that are named, side by side. */
const fromWhom = (asked: Asked): boolean =>
  ofOne(asked) && !asked.counted && asked.comparing.length === 0 && asked.applicants.length > 1;

/** 比, "than" that no number and no figure stands behind: with what it compares is not known. */
const comparesUnread = ({ marks, comparing }: Asked): boolean =>
  marks.all.some(
    (mark) =>
      (/(?:^|\s)than$|^比$/.test(mark.text) ||
        // 2020和2023年谁的申请多: who has more is not who has any.
        (fires(mark, 'op.compare') &&
          /^(?:谁|哪家|哪个|)更?[多少高低](?:一些|一点|些|)$|^(?:more|fewer|higher|lower)$/.test(mark.text)) ||
        ['cmp.gt', 'cmp.ge', 'cmp.lt', 'cmp.le'].some((rule) => fires(mark, rule))) &&
      !fires(mark, 'order') &&
      !marks.used(mark) &&
      !comparing.some((each) => each.marks.includes(mark)),
  );

/** 最早收到申请的单位: who was the first of all no plan says. */
const firstOfAll = ({ question: { text } }: Asked): boolean =>
  /最[早先](?:收到|接到|受理|有|被)|\b(?:first|earliest) (?:to|agency to|bureau to) (?:receive|get|have|be)\b/.test(
    text,
  );

/** 哪个单位仅次于盐池, "which agencies are close to Yanchi": the one that is named is not who is asked for, and how they stand is unread. */
const asksOfOthers = ({ marks, bodies, which, counted }: Asked): boolean => {
  const [body, ...more] = bodies;
  const named = body !== undefined && more.length === 0 && body.by === 'name' && !body.plural;
  const asked = marks
    .firing('which')
    .some(({ text }) =>
      /^(?:哪|有哪).*(?:单位|部门|机关|机构|家)$|^which (?:agenc|bod|bureau|depart|office)/.test(text),
    );
  return named && body.agencies.length === 1 && which && !counted && asked;
};

/** 有申请但没拒绝过: two conditions, of which the first is read as the kind of cases that the second counts. */
const besideBut = ({ question: { text } }: Asked): boolean => /[有无]过?申请[,，]?(?:但|却|而|可)/.test(text);

/** 没有申请的单位: the denial belongs to a figure that stands right behind it. */
const deniesFigure = ({ marks: { all } }: Asked): boolean =>
  all.some(
    (mark, at) =>
      fires(mark, 'not') &&
      sense(mark, 'rate') === undefined &&
      all[at + 1] !== undefined &&
      sense(all[at + 1]!, 'measure') !== undefined &&
      sense(all[at + 1]!, 'rate') === undefined,
  );

/** "List applications received by agency", 各单位收到的申请列出来: the figure of each, and not who had any. */
const eachListed = ({ marks, comparing, counted, rate }: Asked): boolean =>
  marks.has('group.agency', 'all') &&
  rate === null &&
  !counted &&
  comparing.length === 0 &&
  !marks.has('not') &&
  marks.has('which') &&
  marks.firing('which').every(({ text }) => /^(?:list|name|列|列出|列举|列出来|清单)$/i.test(text));

/** 分部门列出2020年的申请合计, 县一级的单位总共收到多少: totals are asked for, not who had any. */
const totals = ({ groupBy, marks, comparing, summing }: Asked): boolean =>
  (summing || marks.has('op.sum')) &&
  comparing.length === 0 &&
  (groupBy !== null ||
    (marks.all.some(
      (mark) => fires(mark, 'ask.quantity') || /多少|几[件个]|之和|总和|加总|求和|加一加/.test(mark.text),
    ) &&
      marks.firing('which').every(({ text }) => /^的(?:单位|部门|机关|机构)$/.test(text))) ||
    endsInSum(marks));

/** 不含彭阳的单位申请合计: the sum is what is asked for in the end. */
const endsInSum = (marks: Asked['marks']): boolean =>
  /^(?:合计|总计|总和|总数|总量|之和)$/.test(marks.all.at(-1)?.text ?? '') &&
  marks.firing('which').every(({ text }) => /^的(?:单位|部门|机关|机构)$/.test(text));

/** 2020到2023年合计超过300件的: a bound of what each had over all these years. */
const overYears = ({ marks, when, summing, comparing, question: { text } }: Asked): boolean =>
  when.years.length !== 1 &&
  comparing.length > 0 &&
  (when.years.length > 1
    ? summing || marks.has('op.sum') || added.test(text)
    : /累计|加起来|\b(?:over|across) (?:all )?the years\b/.test(text));

const added = /合计|累计|总共|一共|加起来|\b(?:in total|altogether|combined|together)\b/;

function meeting(asked: Asked, conditions: Condition[]): Draft {
  const { marks, counted, groupBy } = asked;
  const group = counted ? null : groupAsked(asked);
  if (group !== null) {
    if (!ofSums(conditions) || inEveryYear(asked)) return unsaid('list');
    marks.useRule('group', 'whichYear', 'definition', 'members', 'made.list', 'library');
    return drafted(asked, 'list', 'many', { conditions, occurring: 'together', groupBy: group });
  }
  if (overYears(asked) && !inEveryYear(asked)) {
    if (!ofSums(conditions)) return unsaid('list');
    return drafted(asked, counted ? 'count' : 'list', 'many', { conditions, occurring: 'together', groupBy: 'agency' });
  }
  // "How many bureaus received requests in each year": a number of each year, where no years are named.
  const apart =
    counted && groupBy === 'year' && asked.when.mode !== 'given' && marks.all.some(({ text }) => eachYear.test(text));
  const every = inEveryYear(asked) && !apart;
  if (every || apart) useEveryYear(marks);
  const either = joinsByOr(marks) || excludesAll(conditions) || joinsInName(asked);
  const meets = conditions.length > 1 && either && !deniesTogether(marks, conditions) ? 'any' : 'all';
  return drafted(asked, counted ? 'count' : 'list', 'many', {
    conditions,
    meets,
    occurring: every ? 'every' : null,
    running: every ? yearsRunning(asked) : null,
    groupBy: counted
      ? ((every ? null : (groupBy ?? placesApart(asked))) ??
        (marks.has('count.agencies') || countsBodies(asked) ? 'agency' : null))
      : marks.has('whichYear')
        ? 'year'
        : asksAgencies(marks)
          ? 'agency'
          : null,
  });
}

/** 浙江和四川各有几家: of each of the places that are named. */
const placesApart = ({ bodies, question: { text } }: Asked): PlanInput['groupBy'] =>
  /各有|各自|分别|各几|\b(?:each|respectively)\b/.test(text) ? levelOf(bodies) : null;

const eachYear = /^(?:in |for |during )?each(?: single)? year$/;

/** "Reviews or lawsuits", in one name. */
const joinsInName = ({ figures }: Asked): boolean =>
  figures.length > 1 &&
  figures.every((each) => each.marks === figures[0]!.marks) &&
  /或|\bor\b/.test(figures[0]!.marks.map(({ text }) => text).join(' '));

/** "With none and those unknown": no figure is both, so that either is asked for. */
function excludesAll(conditions: readonly Condition[]): boolean {
  const cells = new Set(conditions.map(({ measure, applicant }) => `${measure} ${applicant}`));
  const states = new Set(conditions.map((each) => ('state' in each ? each.state : 'stated')));
  return cells.size === 1 && states.size > 1;
}

/** 哪几年收到过申请: the years that meet it. */
export const listYears: Operation = {
  name: 'list of years',
  fits: ({ marks }) => marks.has('whichYear'),
  plan(asked) {
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    return drafted(asked, 'list', 'many', { conditions, groupBy: 'year' });
  },
};

/** "Which received more, A or B": a comparison of two, not a list. */
const comparesTwo = ({ marks, bodies }: Hearing): boolean => marks.has('op.compare') && bodies.length > 1;

/** "Agencies without a single application", "bodies facing lawsuits": a noun for all of them, and what is true of them. */
const described = ({ marks, bodies }: Hearing): boolean =>
  bodies.every(({ by, plural }) => by === 'region' || plural) &&
  !marks.has('ask', 'op') &&
  (marks.firing('not').some((mark) => !marks.used(mark)) ||
    marks.all.some(
      ({ text }, at) => /^(?:with|having|facing|that|who)$/.test(text) && marks.all[at + 1]?.text !== 'their',
    )) &&
  /^(the |all |those )?(agencies|bodies|reports|bureaus|departments|offices|authorities)$|^(单位|机关|部门|报告)$/.test(
    // "Fengxian district bodies with no lawsuits": where they are comes first.
    marks.all.find((mark) => !fires(mark, 'level') && !bodies.some((body) => body.marks.includes(mark)))?.text ?? '',
  );

/** A cell's state is asked for: blank, missing, uncertain. */
const stated = ({ marks, figures }: Asked): boolean =>
  // "Lawsuits that were lost": a word for an outcome as well.
  marks.firing('state').some((mark) => !figures.some((figure) => figure.marks.includes(mark)));
