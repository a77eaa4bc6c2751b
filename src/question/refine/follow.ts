/** Follow-ups: what a question leaves out is taken from the conversation's last turn, and said. */
import type { Draft, Hearing } from '../hearing.ts';
import { asksWhich, unused } from '../hearing.ts';
import { fires } from '../marks.ts';
import type { Plan, Turn } from '../plan.ts';
import { refsOf } from '../rules/measures.ts';
import { again, figureOfText, withoutScope } from './again.ts';

type Assumption = Plan['assumptions'][number];

/** The last turn that counts: "start over" forgets what came before. */
export function lastTurn(turns: readonly Turn[]): Turn | null {
  const last = turns.at(-1) ?? null;
  // What was asked back without an agency says nothing yet.
  if (last?.asked === true && last.plan.scope.agencies.length === 0) return lastTurn(turns.slice(0, -1));
  return last === null || last.plan.operation === 'help' || last.plan.operation === 'definition'
    ? earlier(turns.slice(0, -1), last)
    : last;
}

/** Greetings and definitions in between change nothing; a reset ends the search. */
function earlier(turns: readonly Turn[], skipped: Turn | null): Turn | null {
  return skipped === null || skipped.plan.help === 'reset' ? null : lastTurn(turns);
}

/** 用英文回答, "in Chinese please". */
function inLanguage(text: string): 'zh' | 'en' | null {
  const zh =
    /^(?:请|麻烦)?(?:换成|改成|改用|换|用|说)?(中文|汉语|英文|英语)(?:回答|说|讲|写|再说一遍|再答一遍|版)?(?:一下|一遍|吧|好吗)?[。.!]?$/.exec(
      text.trim(),
    );
  const en =
    /^(?:please )?(?:(?:answer|say|repeat|give|show|tell|put) ?(?:me )?(?:it |that |this )?(?:again )?)?(?:now )?in (chinese|english|mandarin)(?: please|,? pls)?[.!?]?$/.exec(
      text.trim(),
    );
  const name = zh?.[1] ?? en?.[1];
  return name === undefined ? null : /^(英|english)/.test(name) ? 'en' : 'zh';
}

/** "Show me the sentence", "why?", 导出: about the last answer itself. */
export function aboutLast(hearing: Hearing, last: Turn): Plan | null {
  const { marks, bodies, when } = hearing;
  if (last.asked || bodies.length > 0 || when.mode === 'given') return null;
  const tongue = inLanguage(hearing.question.text);
  if (tongue) return { ...last.plan, language: tongue };
  const only = (...rules: readonly string[]) =>
    unused(marks, rules).every((mark) =>
      mark.senses.some((each) => each.kind === 'topic' || each.kind === 'section'),
    ) && marks.has(rules[0]!);
  const origin = 'inherited' as const;
  const inherited = [{ slot: 'question', value: last.question, origin, alternative: null }];
  if (only('export', 'section', 'show', 'library', 'search', 'meta', 'order')) {
    const format = marks.has('export.xlsx') ? ('xlsx' as const) : ('csv' as const);
    return { ...last.plan, export: { format }, show: 'answer', assumptions: inherited };
  }
  if (only('show.sources', 'section', 'show', 'search', 'meta', 'definition', 'library'))
    return { ...last.plan, show: 'sources', assumptions: inherited };
  if (only('show.why', 'section', 'show', 'search', 'meta', 'definition', 'library', 'help', 'outcomes'))
    return { ...last.plan, show: 'why', assumptions: inherited };
  return null;
}

const beginsLikeFollow = (hearing: Hearing): boolean => {
  const { marks } = hearing;
  const first = marks.all[0];
  return (
    speaksOfThose(hearing) ||
    (marks.has('follow') &&
      (first === undefined ||
        fires(first, 'follow') ||
        marks.firing('follow').some((mark) => !fires(mark, 'filler') && !fires(mark, 'and'))))
  );
};

const thoseWords =
  /^(which of (?:them|these|those)|who among (?:them|those)|哪些是|(?:它们|他们|这些|那些|其中|这几家|这几个)(?:里|中|里面|当中|之中|)|those|these|of those|of these|of them|among them|among those|those ones|只看|这些|那些|其中|这其中|the ones|only the ones|only those|just the ones|just those)$/;

/** Those; and 哪些收到了申请, which names no bodies that are meant. */
const speaksOfThose = ({ marks }: Hearing): boolean =>
  marks.all.some(({ text }) => thoseWords.test(text)) ||
  (/^(哪些|哪几个)$/.test(marks.all[0]?.text ?? '') && asksWhich(marks));

const pronoun =
  /^(它|它的|该单位|该局|这个单位|这家|这家单位|那个单位|那家单位|那家|这个局|那个局|该报告|那份报告|这份报告|it|its|this agency|that agency|that bureau|this bureau|they|them|their|that report|this report|the report|他们|它们)$/;

/** It or they stand for what was spoken of, and nobody is asked for. */
const speaksOfIt = (hearing: Hearing): boolean =>
  hearing.bodies.length === 0 && !asksWhich(hearing.marks) && hearing.marks.all.some(({ text }) => pronoun.test(text));

/** The one agency that the last answer named without being asked for it, where the question speaks of it; else null. */
function single({ marks, bodies }: Hearing, last: Turn): string | null {
  const [only] = last.agencies ?? [];
  const known = last.agencies?.length === 1 && last.plan.scope.agencies.length !== 1;
  return known && only !== undefined && bodies.length === 0 && marks.all.some(({ text }) => pronoun.test(text))
    ? only
    : null;
}

const groupings = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

/** Operations that go on with another measure, year or place. */
const lasting = new Set(['list', 'count', 'sum', 'average', 'rank', 'compare', 'trend', 'change', 'rate']);

/**
 * The draft of a question that only makes sense after the last turn ("and Pengyang?", 那2023年呢, 其中自然人几件); null where it
 * stands alone. Scope is inherited later, where the question names none.
 */
export function continued(hearing: Hearing, own: Draft | null, last: Turn): Draft | null {
  const { marks } = hearing;
  const follows = beginsLikeFollow(hearing);
  const plan = withoutScope(last.plan);
  const listed = ['list', 'count', 'rank'].includes(last.plan.operation);
  const held = own?.plan.operation === 'library' && !marks.has('library') && hearing.when.mode === 'open';
  // 有几家: of those that were listed, not of the library.
  if (held && listed && hearing.bodies.length === 0 && marks.has('count')) {
    const groupBy = marks.has('count.agencies') ? ('agency' as const) : null;
    return { rule: 'follow-up: counted', needs: 'many', plan: { ...plan, operation: 'count', order: null, groupBy } };
  }
  const draft = held && listed && speaksOfThose(hearing) ? null : own;
  // 它收到多少申请: the agency that the last answer was about is asked about by itself.
  if (draft !== null && single(hearing, last) !== null) return null;
  if (draft === null && !last.asked) {
    const same = again(hearing, last) ?? figureOfText(hearing, last);
    if (same) return same;
  }
  const grouping = groupings.find((each) => marks.has(`group.${each}`));
  if (grouping && draft === null && ['sum', 'average', 'count', 'rank'].includes(last.plan.operation)) {
    const rest = unused(marks, ['group', 'op.trend', 'year.all', 'section.show']);
    if (rest.length === 0) {
      marks.use(...marks.all);
      return { rule: 'follow-up: grouped', needs: 'many', plan: { ...plan, groupBy: grouping } };
    }
  }
  if (last.asked && (draft === null || draft.rule !== 'figures: lookup')) return null;
  if (draft === null) {
    const applicants = hearing.applicants.length > 0;
    if (!follows && !(hearing.bodies.length > 0 || hearing.when.mode !== 'open' || applicants)) return null;
    const fork = marks.fork();
    fork.use(...marks.with('applicant').map(({ mark }) => mark), ...marks.with('form').map(({ mark }) => mark));
    const comparing =
      marks.has('op.compare') &&
      (hearing.when.mode === 'given' || hearing.bodies.length > 0) &&
      plan.measures !== undefined &&
      !last.asked;
    const soft = [
      'unit',
      'library',
      'section.word',
      'search',
      'whichYear',
      ...(comparing ? ['op.compare', 'op.change'] : []),
    ];
    if (unused(fork, soft).length > 0) return null;
    marks.use(...marks.all);
    if (comparing && plan.operation === 'lookup' && plan.measures!.length > 0)
      return { rule: 'follow-up: compared', needs: 'many', plan: { ...plan, operation: 'compare', groupBy: null } };
    return {
      rule: 'follow-up',
      needs: needsOf(last.plan),
      plan: {
        ...(applicants ? withApplicants(plan, hearing.applicants) : plan),
        // "Which of them are in Ningxia?" after a count: they are to be named.
        ...(plan.operation === 'count' && asksWhich(marks) ? { operation: 'list' as const } : {}),
      },
    };
  }
  const assumedMeasure = draft.assumed?.some(({ slot }) => slot === 'measure') === true;
  if (assumedMeasure && last.plan.measures.length > 0)
    return {
      ...draft,
      rule: 'follow-up: applicants',
      plan: {
        ...draft.plan,
        measures: withApplicants(plan, hearing.applicants).measures,
        conditions:
          draft.plan.operation === 'list' ? withApplicants(plan, hearing.applicants).conditions : draft.plan.conditions,
      },
      assumed: [],
    };
  const bare = draft.rule === 'figures: lookup' || draft.rule === 'figures: sum';
  if (
    follows &&
    bare &&
    lasting.has(last.plan.operation) &&
    last.plan.operation !== 'rate' &&
    hearing.bodies.length === 0
  ) {
    const measures = draft.plan.measures ?? [];
    const [first, ...rest] = measures;
    const conditions = (last.plan.conditions ?? []).map((each) =>
      first
        ? {
            ...each,
            measure: first.measure ?? each.measure,
            applicant: first.applicant ?? null,
            ...('comparison' in each && rest.length > 0 && draft.plan.combine === 'sum'
              ? { plus: rest.map((ref) => ({ measure: ref.measure, applicant: ref.applicant ?? null })) }
              : {}),
          }
        : each,
    );
    return {
      rule: 'follow-up: other measure',
      needs: needsOf(last.plan),
      plan: { ...plan, measures, combine: draft.plan.combine, conditions },
    };
  }
  return null;
}

/** Whether the question means the last turn's reports although it says nothing of it. */
export function inherits(hearing: Hearing, draft: Draft, last: Turn): boolean {
  if (draft.needs === 'none' || draft.plan.operation === 'library' || draft.plan.operation === 'help') return false;
  if (beginsLikeFollow(hearing) || draft.rule.startsWith('follow-up')) return true;
  const known = last.plan.scope.agencies.length > 0 || last.agencies?.length === 1 || last.reports.length > 0;
  if (known && speaksOfIt(hearing)) return true;
  const { marks } = hearing;
  // A new question about many stands alone; a figure or section without any agency goes on with the last one.
  return draft.needs === 'one' && !marks.has('which', 'all', 'count') && last.plan.scope.agencies.length === 1;
}

/** Slots of the last scope that the question left open. Lists of the last answer's reports stand for "those". */
export function inheritScope(
  scope: Plan['scope'],
  hearing: Hearing,
  last: Turn,
  assumptions: Assumption[],
  of?: Draft['of'],
): Plan['scope'] {
  const before = last.plan.scope;
  const say = (slot: string, value: string) =>
    assumptions.push({ slot, value, origin: 'inherited', alternative: null });
  const placed = scope.agencies.length > 0 || scope.regions.length > 0;
  const result = { ...scope };
  const [only] = last.agencies ?? [];
  const it = of === 'it' && last.agencies?.length === 1 && only ? only : single(hearing, last);
  if (of === 'all') {
    if (before.years.length > 0) say('year', before.years.join('、'));
    return { ...scope, years: scope.years.length > 0 ? scope.years : [...before.years] };
  }
  if (it !== null) {
    say('agency', it);
    const years = hearing.when.mode === 'open' ? [...before.years] : scope.years;
    return { ...scope, agencies: [it], years };
  }
  // They, after an answer about several: those.
  const those =
    speaksOfThose(hearing) || (speaksOfIt(hearing) && before.agencies.length === 0 && (last.agencies?.length ?? 0) > 1);
  if (
    those &&
    ['list', 'rank', 'count', 'search', 'library', 'themes', 'compare'].includes(last.plan.operation) &&
    last.reports.length > 0 &&
    last.reports.length < 50
  ) {
    say('reports', `${last.reports.length}`);
    const kept = placed ? {} : { agencies: [...before.agencies], regions: [...before.regions] };
    return {
      ...scope,
      ...kept,
      years: scope.years.length > 0 ? scope.years : [...before.years],
      reports: [...last.reports],
    };
  }
  // "Compare with Ankang": beside the agency that was spoken of; years that one of the two lacks are left open.
  const [body, ...more] = hearing.bodies;
  const [named] = body && more.length === 0 && body.agencies.length === 1 ? body.agencies : [];
  const [spoken] = before.agencies;
  if (hearing.marks.has('op.compare') && named && spoken && before.agencies.length === 1 && spoken !== named.key) {
    say('agency', spoken);
    const years = before.years.every((year) => named.years.includes(year)) ? [...before.years] : [];
    return {
      ...scope,
      agencies: [spoken, named.key],
      regions: [],
      kinds: [],
      years: hearing.when.mode === 'open' ? years : scope.years,
    };
  }
  if (!placed && before.agencies.length > 0) {
    result.agencies = [...before.agencies];
    say('agency', before.agencies.join('、'));
  }
  if (!placed && before.regions.length > 0) {
    result.regions = [...before.regions];
    say('region', before.regions.map((region) => region.county ?? region.city ?? region.province ?? '').join('、'));
  }
  if (scope.kinds.length === 0 && !(placed && scope.agencies.length > 0) && before.kinds.length > 0) {
    result.kinds = [...before.kinds];
    say('kind', before.kinds.join('、'));
  }
  if (hearing.when.mode === 'open' && before.years.length > 0 && keepsYears(hearing, result, before.years)) {
    result.years = [...before.years];
    say('year', before.years.join('、'));
  }
  // 和2021年比呢: beside the year that was spoken of.
  if (
    hearing.when.mode === 'given' &&
    hearing.marks.has('op.compare') &&
    before.years.length === 1 &&
    result.years.length === 1
  )
    result.years = [...new Set([...before.years, ...result.years])].sort((a, b) => a - b);
  if (scope.forms.length === 0 && before.forms.length > 0) result.forms = [...before.forms];
  return result;
}

/** "And Pengyang?" after a question on 2023 means 2023, unless its agency holds only other years and the last had no choice. */
function keepsYears({ roster }: Hearing, scope: Plan['scope'], years: readonly number[]): boolean {
  const [only] = scope.agencies;
  const agency = scope.agencies.length === 1 && only !== undefined ? roster.byKey.get(only) : undefined;
  return agency === undefined || years.length > 1 || agency.years.includes(years[0]!) || agency.years.length !== 1;
}

function needsOf(plan: Plan): Draft['needs'] {
  return ['lookup', 'section', 'metadata', 'change', 'trend'].includes(plan.operation) ? 'one' : 'many';
}

function withApplicants(plan: Draft['plan'], applicants: readonly string[]): Draft['plan'] {
  const ids = [...new Set((plan.measures ?? []).map(({ measure }) => measure))];
  const refs = refsOf({ start: 0, end: 0, ids, combine: 'each', assumed: false, marks: [] }, applicants);
  const [first] = refs;
  const conditions = (plan.conditions ?? []).map((each) =>
    first && each.measure.startsWith('applications.') && refs.length === 1
      ? { ...each, applicant: first.applicant }
      : each,
  );
  return {
    ...plan,
    measures: refs,
    conditions,
    combine: applicants.includes('organizations') || plan.combine === 'sum' ? 'sum' : 'each',
  };
}
