/** Whoever figures are measured against (比盐池县科技局多, "fewer than Ankang", 高于平均), and how they compare. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type Marks } from '../marks.ts';
import { type Condition, type PlanInput, Share, type Yardstick } from '../plan.ts';
import { lastTurn } from '../thread/turn.ts';
import type { Body } from './bodies/body.ts';
import { negated } from './conditions.ts';
import { theOne } from './figures/stands.ts';

type Comparison = Exclude<Extract<Condition, { value: number }>['comparison'], 'between'>;

/** Whom, or what, the others are measured against, and how they compare. */
export interface Measured {
  readonly than: Yardstick;
  readonly comparison: Comparison;
  readonly body: Body | null;
  /** The one that the thread speaks of: 比它多. */
  readonly spoken: boolean;
  readonly marks: readonly Mark[];
}

/** What figures can be measured against here: an agency, or the middle of all. */
interface Stick {
  readonly than: Yardstick | null;
  readonly body: Body | null;
  readonly marks: readonly Mark[];
}

function yardsticksIn({ bodies, marks, context }: Hearing): Stick[] {
  const named = bodies.map((body): Stick => {
    const agency = body.missing ?? theOne(body)?.key ?? null;
    return { than: agency === null ? null : { agency }, body, marks: body.marks };
  });
  const middles = marks
    .firing('op.average')
    .map((mark): Stick => ({ than: { middle: middleName(mark) }, body: null, marks: [mark] }));
  const last = lastTurn(context.turns);
  const [only, ...others] = last?.agencies ?? last?.plan.scope.agencies ?? [];
  const spoken = marks.all.filter(pointsBack).map((mark): Stick => {
    const agency = only !== undefined && others.length === 0 ? { agency: only } : null;
    return { than: agency, body: null, marks: [mark] };
  });
  return [...named, ...middles, ...spoken];
}

/** 比它多, "more than that": "more than that of Ankang" points at nothing before. */
const pointsBack = (mark: Mark, at: number, all: readonly Mark[]): boolean =>
  (/^(?:它|它的|他们|它们|这个|那个|该单位|该局|这家|那家|it|that|this|them|that one|this one|(?:this|that) agency)$/.test(
    mark.text,
  ) &&
    !/^(?:of|in|for|的)$/.test(all[at + 1]?.text ?? '') &&
    comparesBefore.test(all[at - 1]?.text ?? '')) ||
  (/^(?:它|it|them)$/.test(mark.text) && at > 0 && signOf(all[at - 1]!) !== null);

const middleName = (mark: Mark) => (fires(mark, 'op.average.median') ? ('median' as const) : ('mean' as const));

/** Words between the one that compares and whoever is measured against. */
const link =
  /^(?:the|in|for|of|that|those|that of|those of|what|did|that in|全部|全省|全市|各单位|所有单位|的|得|去年|by|had)$/;
const comparesBefore =
  /^(?:比|比比|比起|比之|较|和|跟|与|同|相比|相比于|相较于|不比|并不比|不如|没有?|than|as|ahead of|behind)$|(?:^|\s)than$/;

/** The mark right before and right behind, but for articles. */
function around(
  { marks: own }: Stick,
  { all }: Marks,
): { before: Mark | undefined; rest: readonly Mark[]; ahead: readonly Mark[] } {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return { before: undefined, rest: [], ahead: [] };
  const ahead = all.slice(0, all.indexOf(first)).filter(({ text }) => !link.test(text));
  return { before: ahead.at(-1), ahead, rest: all.slice(all.indexOf(last) + 1) };
}

const signs = ['gt', 'ge', 'lt', 'le'] as const;
const signOf = (mark: Mark) => signs.find((sign) => fires(mark, `cmp.${sign}`)) ?? null;

/** Whether any is. */
export const isMeasured = (hearing: Hearing): boolean => yardsticksIn(hearing).some((each) => measures(each, hearing));

/** Whether others are measured against it at all: a word that compares stands right before it, or it stands before one and asks of whom. */
function measures(stick: Stick, hearing: Hearing): boolean {
  const { before, rest } = around(stick, hearing.marks);
  if (stick.body?.plural) return false;
  const compared = before !== undefined && (comparesBefore.test(before.text) || signOf(before) !== null);
  return (
    (compared && !idle(before, rest) && !joins(before, stick, hearing)) ||
    placed(stick, before, rest) !== null ||
    reversed(stick, hearing) !== null
  );
}

/** 没有盐池多 and 和盐池一样多 measure; 没有盐池的报告 and 和盐池 do not. */
const idle = ({ text }: Mark, rest: readonly Mark[]): boolean =>
  /^没有?$/.test(text)
    ? wayOf(rest) === null
    : /^[和跟与同]$/.test(text) && equal(rest) === null && !besides(rest) && !alikeSaid(rest);

/** 盐池跟安康比，谁多: the word joins two that are compared with each other. */
const joins = ({ text, start }: Mark, { body: own }: Stick, { bodies }: Hearing): boolean =>
  /^[和跟与同]$/.test(text) && bodies.some((body) => body !== own && body.end === start);

/** The one that is measured against, and how; null where there is none, or several. */
export function measuredIn(hearing: Hearing): Measured | null {
  const sticks = yardsticksIn(hearing).filter((each) => measures(each, hearing));
  const [stick, ...more] = sticks;
  if (stick === undefined || more.length > 0 || stick.than === null) return null;
  // 比盐池和安康都多: of two, one would be dropped.
  if (hearing.bodies.some((body) => body !== stick.body && body.by === 'name' && !body.plural)) return null;
  const { before, rest, ahead } = around(stick, hearing.marks);
  const back = reversed(stick, hearing);
  const comparison =
    back ?? placed(stick, before, rest) ?? (before === undefined ? null : comparisonOf(before, ahead, rest));
  if (comparison === null) return null;
  const own = stick.body === null ? stick.marks : [];
  const said = hearing.marks.all.filter(
    (mark) =>
      fires(mark, 'op.compare') ||
      fires(mark, 'cmp') ||
      fires(mark, 'op.change.same') ||
      ranked.test(mark.text) ||
      (before?.text === 'as' && asMany.test(mark.text)),
  );
  const negative = before !== undefined && fires(before, 'not') ? [before] : [];
  const spoken = stick.body === null && 'agency' in stick.than;
  return { than: stick.than, comparison, body: stick.body, spoken, marks: [...own, ...said, ...negative] };
}

const more =
  /^(?:还|还要|更|要|来得)?(?:多|高|大)(?:的|于|过|一些|些|一点|点|得多|很多)?$|^(?:more|higher|greater|larger|bigger)(?: than)?$/;
const less =
  /^(?:还|还要|更|要|来得)?(?:少|低|小)(?:的|于|过|一些|些|一点|点|得多|很多)?$|^(?:fewer|less|lower|smaller)(?: than)?$/;
const alike = /^(?:一样|一样多|相同|相等|持平|同样多|一般多)(?:的)?$/;
/** 和盐池一样多的. */
const equal = (rest: readonly Mark[]): 'eq' | null =>
  rest.some((mark) => fires(mark, 'op.change.same') || alike.test(mark.text)) ? 'eq' : null;
/** 与盐池同样被复议过的, 和盐池相近的: it is measured against, and how is not said. */
const alikeSaid = (rest: readonly Mark[]): boolean =>
  rest.some(({ text }) => /^(?:同样|类似|相近|接近|相仿|差不多)/.test(text));
/** 和盐池相比更多的. */
const besides = ([next]: readonly Mark[]): boolean => /^(?:相比|比|比起来|比较|对比|相较)$/.test(next?.text ?? '');

/** Which way the words say; null where they say none, or both. */
function wayOf(marks: readonly Mark[]): 'gt' | 'lt' | null {
  const [up, down] = [marks.some(({ text }) => more.test(text)), marks.some(({ text }) => less.test(text))];
  return up === down ? null : up ? 'gt' : 'lt';
}

function comparisonOf(before: Mark, ahead: readonly Mark[], rest: readonly Mark[]): Comparison | null {
  const not = ahead.at(-2);
  const denied = not !== undefined && fires(not, 'not') && before.start - not.end <= 1;
  const sign = signOf(before);
  if (sign !== null && !/^(?:as many as)$/.test(before.text)) return denied ? negated[sign] : sign;
  if (/than$|^as$/.test(before.text)) return english(before, ahead);
  const way = wayOf(rest);
  if (/^(?:不如)$/.test(before.text)) return way === 'lt' ? null : 'lt';
  if (/^[和跟与同]$/.test(before.text)) return equal(rest) ?? (besides(rest) ? way : null);
  if (way === null) return null;
  if (/^没有?$/.test(before.text)) return way === 'gt' ? 'lt' : 'gt';
  return denied || before.text.startsWith('不') || before.text.startsWith('并不') ? negated[way] : way;
}

const asMany = /^(?:many|much|high|same|the same)$/;

/** "More requests than", "at least as many as", "the same number as": what is compared stands before. */
function english(before: Mark, ahead: readonly Mark[]): Comparison | null {
  const said = ahead.slice(0, -1);
  // Denied, in words that could mean either.
  if (said.some((mark) => fires(mark, 'not'))) return null;
  if (before.text === 'as')
    return said.some(({ text }) => /^(?:(?:as )?(?:many|much|high)|(?:the )?same(?: number(?: of)?)?)$/.test(text))
      ? said.some(({ text }) => text === 'at least')
        ? 'ge'
        : 'eq'
      : null;
  return wayOf(said);
}

/** 排在盐池前面的: ahead of it. 平均线以上: above. */
function placed({ body }: Stick, before: Mark | undefined, [next]: readonly Mark[]): Comparison | null {
  if (next === undefined) return null;
  if (body === null && /^(?:线|值|数|水平)?(?:之上|以上)(?:的)?$/.test(next.text)) return 'gt';
  if (body === null && /^(?:线|值|数|水平)?(?:之下|以下)(?:的)?$/.test(next.text)) return 'lt';
  if (before === undefined || !/^(?:排|排在|排名|排名在|位列|名列|位居|在)$/.test(before.text)) return null;
  return /^(?:前面|之前|前头|前边|前)(?:的)?$/.test(next.text)
    ? 'gt'
    : /^(?:后面|之后|后头|后边|后)(?:的)?$/.test(next.text)
      ? 'lt'
      : null;
}

/** 盐池比哪些单位多 · "which agencies did Yanchi receive more than": those that have less than it. */
function reversed({ body, marks: own }: Stick, { marks: { all }, language, when }: Hearing): Comparison | null {
  const last = own.at(-1);
  // "More in 2022 than in 2021": a year is what it is more than.
  if (body === null || last === undefined || when.years.length > 1) return null;
  const rest = all.slice(all.indexOf(last) + 1);
  const at = rest.findIndex(({ text }) => /^(?:比|比比|比起|较)$|(?:^|\s)than$/.test(text));
  const next = rest[at + 1];
  if (at < 0) return null;
  const asks =
    language === 'zh'
      ? // 盐池跟安康比，谁多 compares the two.
        next !== undefined && fires(next, 'which') && next.start === rest[at]!.end
      : next === undefined || /^(?:in|during|for)$/.test(next.text);
  const way = !asks ? null : wayOf(rest);
  return way === null ? null : way === 'gt' ? 'lt' : 'gt';
}

/** The figure, rate or share of a plan as a condition; null where it is several figures. */
export function measuredFigure(
  { measures = [], combine, rate = null, share = null }: Pick<PlanInput, 'measures' | 'combine' | 'rate' | 'share'>,
  { than, comparison }: Measured,
): Condition | null {
  if (rate !== null) return { measure: rate, applicant: null, rate, comparison, than };
  const refs = (share?.of ?? measures).map(({ measure, applicant = null }) => ({ measure, applicant }));
  const [first, ...plus] = refs;
  if (first === undefined) return null;
  if (share !== null) return { ...first, share: Share.parse(share), comparison, than };
  if (plus.length > 0 && combine !== 'sum') return null;
  return { ...first, ...(plus.length > 0 ? { plus } : {}), comparison, than };
}

/** 多的, 排在…前面: places, and no order of its own. */
export const ranked =
  /^(?:[多少高低]的|排|排在|排名|位列|位居|名列|排名在|前面|之前|后面|之后|前|后|ranked?|ranks|ranking)$/;
