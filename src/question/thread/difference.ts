/** Difference: how far two rows of the last answer, or the last two answers, are apart (差多少), and which is more (哪家多). */
import type { Line, Turn } from '../context.ts';
import type { Plan } from '../plan.ts';
import { type Look, since } from './look.ts';
import { placesIn } from './places.ts';
import { saidIn } from './said.ts';

const apart: readonly RegExp[] = [
  /^(?:(?:这|那|它们|他们)?(?:两|俩|二)(?:家|个|者|份|年|个单位|家单位)?(?:之间)?)?(?:一共)?(?:相?差|相距|差距|差额|差别|差值|悬殊)(?:了|是|有|到)?(?:多少|多大|几|几何)?(?:件|个|条|项|份|宗)?(?:百分点|点)?$|^(?:多|少|高|低)(?:了|出|出来)?(?:多少|几)(?:件|个|条|项|份|宗)?(?:百分点|点)?$/u,
  /^(?:what(?: is|'s)? |how (?:big|large) is )?(?:the |their )?(?:difference|gap)(?: between (?:them|these|those|the two|both|the two of them|these two|those two))?$|^how (?:far|much) (?:are they |do they |)(?:apart|differ|different)(?: are they| is it)?$|^how (?:much|many) (?:more|less|fewer|higher|lower|apart)(?: is (?:it|that|the first|the second|the former|the latter|one))?$|^by how (?:much|many)(?: percentage points| points)?$|^how many (?:percentage )?points (?:apart|of difference)(?: are they)?$/u,
];
const placed: readonly RegExp[] = [
  /(?:相?差|差距|差额|差别|比.*[多少高低])/u,
  /\b(?:difference|gap|apart|more|less|fewer|higher|lower)\b/u,
];
const greater: readonly RegExp[] = [
  /^(?:哪|那)(?:一)?(?:家|个|者|边|年|个单位|家单位|个局|份)(?:的|收到的)?(?:更|比较|较)?(?:多|高|大)(?:一些|些|一点|点)?$|^谁(?:的|收到的)?(?:更|比较|较)?(?:多|高|大)(?:一些|些|一点|点)?$/u,
  /^(?:and )?(?:which|who)(?: one| year| of (?:them|the two|these|those)| agency| bureau)? (?:has|had|got|received|is|was|have) (?:the )?(?:more|higher|bigger|larger|greater|most)(?: (?:one|of them))?$/u,
];
const smaller: readonly RegExp[] = [
  /^(?:哪|那)(?:一)?(?:家|个|者|边|年|个单位|家单位|个局|份)(?:的|收到的)?(?:更|比较|较)?(?:少|低|小)(?:一些|些|一点|点)?$|^谁(?:的|收到的)?(?:更|比较|较)?(?:少|低|小)(?:一些|些|一点|点)?$/u,
  /^(?:and )?(?:which|who)(?: one| year| of (?:them|the two|these|those)| agency| bureau)? (?:has|had|got|received|is|was|have) (?:the )?(?:less|fewer|lower|smaller|fewest|least)(?: (?:one|of them))?$/u,
];
const says = (said: string, patterns: readonly RegExp[]): boolean => patterns.some((each) => each.test(said));

export const difference: Look = {
  name: 'the difference of two rows',
  make({ question, bodies, when }, turns) {
    const said = saidIn(question);
    const [last] = turns;
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const order = says(said, greater) ? 'desc' : says(said, smaller) ? 'asc' : null;
    const places = placesIn(said, last.lines?.length ?? 0);
    const named = places.length === 2 && says(said, placed);
    if (order === null && !named && !says(said, apart)) return null;
    const two = pairOf(turns, named ? places : null);
    const plan = two === null ? bothRanked(last.plan, last) : besides(last, two);
    const told =
      last.plan.statement !== null && last.plan.statement.parts.length === 0 && last.plan.statement.whole === null;
    if (plan === null || !(countsOneThing(last.plan) || told)) return null;
    return order === null ? plan : { ...plan, operation: 'rank', order: { direction: order, limit: 1 } };
  },
};

/** 谁少, 差多少: of the two that were ranked only one was shown. */
function bothRanked({ operation, scope }: Plan, last: Turn): Plan | null {
  if (operation !== 'rank' || scope.agencies.length !== 2 || scope.years.length !== 1) return null;
  return { ...since(last), operation: 'compare', order: null, groupBy: null };
}

/** The two rows that are meant: those named, the only two, or the rows of the last two answers about the same figure. */
function pairOf([last, before]: readonly Turn[], places: readonly number[] | null): readonly [Line, Line] | null {
  // Of the text one figure may stand in several places of a report.
  const told = last?.plan.statement != null && last.rows === last.lines?.length;
  const lines = told ? oncePerReport(last.lines ?? []) : (last?.lines ?? []);
  if (places) {
    const [one, other] = places.flatMap((at) => lines[at] ?? []);
    return one && other && one.report !== other.report ? [one, other] : null;
  }
  const [first, second] = lines;
  if (first && second && (told || last?.rows === 2) && lines.length === 2)
    return first.report === second.report ? null : [first, second];
  if (last !== undefined && bothRanked(last.plan, last) !== null) return null;
  const earlier = before?.lines?.[0];
  const single = lines.length === 1 && before?.lines?.length === 1 && last?.rows === 1 && before.rows === 1;
  if (!single || !first || !earlier || earlier.report === first.report || last === undefined) return null;
  const figure = ({ measures, statement, rate, share }: Plan) => JSON.stringify([measures, statement, rate, share]);
  return before && figure(last.plan) === figure(before.plan) ? [earlier, first] : null;
}

const oncePerReport = (lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [line.report, line])).values(),
];

/** One figure, or several that are added to one: what can be set side by side. */
export const countsOneThing = ({ measures, combine, statement, rate, share, part }: Plan): boolean =>
  statement === null &&
  part === null &&
  (rate !== null || share !== null || (measures.length > 0 && (measures.length === 1 || combine === 'sum')));

/** The figure of the last answer for these reports, side by side. */
export function besides(last: Turn, two: readonly Line[]): Plan {
  const { pairs: _pairs, ...kept } = last.plan.scope;
  const years = [...new Set(two.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const agencies = [...new Set(two.flatMap(({ agency }) => agency ?? []))];
  const named = two.every(({ agency, year }) => agency !== null && year !== null);
  const pairs = two.flatMap(({ agency, year }) => (agency === null || year === null ? [] : [{ agency, year }]));
  const scope = {
    ...{ ...kept, agencies, years, except: [], regions: [], kinds: [], forms: [] },
    reports: named ? [] : two.map(({ report }) => report),
    ...(agencies.length > 1 && years.length > 1 && named ? { pairs } : {}),
  };
  return { ...since(last), operation: 'compare', scope, conditions: [], order: null, groupBy: null };
}
