/** Inherited: which reports a question that goes on is about, where it leaves them open; each slot is said. */

import type { Turn } from '../context.ts';
import { asksWhich, type Draft, type Hearing } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { widened } from './added.ts';
import { goesOn, narrows, single, speaksOfIt, speaksOfThose } from './reference.ts';
import { stays } from './stays.ts';
import { knowsThose } from './turn.ts';

type Assumption = Plan['assumptions'][number];

/** Agencies that can be spoken of together without being named again. */
const FEW = 3;

/** Questions about many that are asked of one as well. */
const ofOne = new Set<string | undefined>(['audit', 'themes']);

const bareWhich =
  /^(?!.*(?:单位|部门|机关|机构|报告|年报|[^公]局|政府)).+的(?:是|有|都是|都有|又是|又有)?(?:哪些|哪几家|哪几个|谁|哪家)(?:呢|啊|呀)?[?？。]?$/u;

const several =
  /(?:^|[这那他它们])[两俩三四](?:家|个单位|份报告|个局)|\b(?:both of them|the two of them|these two|those two|all three of them)\b/u;

const few = ({ plan: { scope } }: Turn): boolean => scope.agencies.length > 0 && scope.agencies.length <= FEW;

/** The last question was about figures of a place, a kind, a year. */
const spread = ({ plan: { scope, measures, rate, share } }: Turn): boolean =>
  (measures.length > 0 || rate !== null || share !== null) &&
  scope.regions.length + scope.kinds.length + scope.levels.length + scope.years.length + scope.reports.length > 0;

/** A figure is asked for, or a rate. */
const figures = ({ plan }: Draft): boolean =>
  ['lookup', 'sum', 'average', 'rate', 'trend', 'change'].includes(plan.operation) && !plan.statement && !plan.topic;

/** Whether the question means the last turn's reports although it says nothing of it. */
export function inherits(hearing: Hearing, draft: Draft, last: Turn): boolean {
  if (draft.needs === 'none' || draft.plan.operation === 'library' || draft.plan.operation === 'help') return false;
  // 这两家的电话一样吗 after one of them: of which two is not said.
  if (last.plan.scope.agencies.length === 1 && hearing.bodies.length === 0 && several.test(hearing.question.text))
    return false;
  if (goesOn(hearing) || draft.rule.startsWith('follow-up')) return true;
  const { agencies, regions, kinds, levels } = last.plan.scope;
  const known =
    [agencies, regions, kinds, levels].some(({ length }) => length > 0) ||
    last.agencies?.length === 1 ||
    last.reports.length > 0;
  if (known && speaksOfIt(hearing)) return true;
  if (stays(hearing, draft, last)) return true;
  const { marks } = hearing;
  // A new question about many stands alone; what names no body at all goes on with what was spoken of.
  const many = marks.has('which', 'all', 'count', 'go.anywhere', 'library');
  // 没收到的是哪些 names nobody that could be meant but those that were spoken of.
  if (hearing.bodies.length === 0 && hearing.when.mode === 'open' && bareWhich.test(hearing.question.text)) return true;
  // "Any training?", 有没有培训: in a thread about one body, of that one.
  const whether = draft.plan.operation === 'search' && marks.has('ask.exists', 'ask.yesno') && !asksWhich(marks);
  if (whether && !many && hearing.bodies.length === 0 && last.plan.scope.agencies.length === 1) return true;
  if (many || hearing.bodies.length > 0) return draft.needs === 'one' && !many && few(last);
  if (draft.needs === 'one' || ofOne.has(draft.plan.operation))
    return few(last) || (spread(last) && hearing.when.mode === 'open' && figures(draft));
  return hearing.when.mode === 'open' && figures(draft) && (few(last) || spread(last));
}

/** Slots of the last scope that the question left open; null where it cannot go on. The last answer's reports stand for "those". */
export function inheritScope(
  scope: Plan['scope'],
  hearing: Hearing,
  last: Turn,
  assumptions: Assumption[],
  { of, rule }: Draft,
): Plan['scope'] | null {
  const before = last.plan.scope;
  const say = (slot: string, value: string) =>
    assumptions.push({ slot, value, origin: 'inherited', alternative: null });
  const placed = scope.agencies.length > 0 || scope.regions.length > 0;
  const result = { ...scope };
  const [only] = last.agencies ?? [];
  const it = of === 'it' && last.agencies?.length === 1 && only ? only : single(hearing, last);
  if (of === 'same') {
    if (before.years.length > 0) say('year', before.years.join('、'));
    return { ...before };
  }
  if (of === 'added') {
    if (before.years.length > 0) say('year', before.years.join('、'));
    return widened(before, scope);
  }
  if (of === 'all') {
    if (before.years.length > 0) say('year', before.years.join('、'));
    return { ...scope, years: scope.years.length > 0 ? scope.years : [...before.years] };
  }
  if (of === 'anywhere') {
    if (before.years.length > 0 && hearing.when.mode === 'open') say('year', before.years.join('、'));
    if (before.kinds.length > 0) say('kind', before.kinds.join('、'));
    const years = hearing.when.mode === 'open' ? [...before.years] : scope.years;
    return {
      ...scope,
      kinds: [...before.kinds],
      levels: [...before.levels],
      exceptKinds: [...before.exceptKinds],
      forms: [...before.forms],
      years,
    };
  }
  if (it !== null) {
    say('agency', it);
    const years = hearing.when.mode === 'open' ? [...before.years] : scope.years;
    return { ...scope, agencies: [it], years };
  }
  // They, after an answer about several: those.
  const those =
    of === 'those' ||
    narrows(hearing, last) ||
    speaksOfThose(hearing) ||
    (speaksOfIt(hearing) && before.agencies.length === 0 && (last.agencies?.length ?? 0) > 1);
  // 宁夏的呢, after the one with the most: the one of Ningxia, and not whether it was of Ningxia.
  const first = of === undefined && placed && last.plan.operation === 'rank' && last.plan.order?.limit === 1;
  if (those && !first && (of === 'those' || listing.has(last.plan.operation)) && knowsThose(last)) {
    say('reports', `${last.reports.length}`);
    const kept = placed
      ? {}
      : { agencies: [...before.agencies], regions: [...before.regions], kinds: [...scope.kinds, ...before.kinds] };
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
    // 跟安康2020年的比: each in its own year.
    const [own, theirs] = [before.years, scope.years];
    const pairs =
      hearing.when.mode === 'given' && own.length === 1 && theirs.length === 1 && own[0] !== theirs[0]
        ? [
            { agency: spoken, year: own[0]! },
            { agency: named.key, year: theirs[0]! },
          ]
        : [];
    if (own.length > 0) say('year', own.join('、'));
    const both = [...new Set([...own, ...theirs])].sort((a, b) => a - b);
    return {
      ...scope,
      agencies: [spoken, named.key],
      regions: [],
      kinds: [],
      years: hearing.when.mode === 'open' ? years : pairs.length > 0 ? both : scope.years,
      ...(pairs.length > 0 ? { pairs } : {}),
    };
  }
  // Those that were spoken of before are still meant; in another year their agencies are.
  const goesOnWith =
    rule.startsWith('follow-up') || (!placed && hearing.when.mode === 'open' && !asksWhich(hearing.marks));
  if (before.reports.length > 0 && scope.agencies.length === 0 && goesOnWith) {
    const meant = hearing.when.mode === 'open' ? null : agenciesOf(before.reports, hearing);
    say('reports', `${before.reports.length}`);
    if (meant === null) result.reports = [...before.reports];
    else result.agencies = [...meant];
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
  if (!placed && hearing.when.mode === 'open' && before.pairs !== undefined) result.pairs = [...before.pairs];
  if (
    of !== 'ever' &&
    (of === 'before' || hearing.when.mode === 'open') &&
    before.years.length > 0 &&
    keepsYears(hearing, result, before.years)
  ) {
    const [year] = before.years;
    result.years = of === 'before' && before.years.length === 1 ? [year! - 1, year!] : [...before.years];
    say('year', before.years.join('、'));
  } else if (of === undefined && hearing.when.mode === 'open' && before.years.length === 1 && scope.years.length === 1)
    otherYear(hearing, before.years[0]!, scope.years[0]!, assumptions);
  // 和2021年比呢: beside the year that was spoken of.
  if (
    hearing.when.mode === 'given' &&
    hearing.marks.has('op.compare') &&
    before.years.length === 1 &&
    result.years.length === 1
  )
    result.years = [...new Set([...before.years, ...result.years])].sort((a, b) => a - b);
  if (scope.forms.length === 0 && before.forms.length > 0) result.forms = [...before.forms];
  if (scope.levels.length === 0 && !placed && before.levels.length > 0)
    Object.assign(result, { levels: [...before.levels], exceptKinds: [...before.exceptKinds] });
  return result;
}

/** 那盐池呢 after 2020, of which no report of it is held: the year that is taken, and why. */
function otherYear({ language }: Hearing, spoken: number, taken: number, assumptions: Assumption[]): void {
  if (spoken === taken) return;
  const value = language === 'zh' ? `${taken}（没有 ${spoken} 年的报告）` : `${taken} (no report for ${spoken})`;
  assumptions.push({ slot: 'year', value, origin: 'assumed', alternative: null });
}

/** Operations whose answer names reports one by one. */
const listing = new Set(['list', 'rank', 'count', 'search', 'library', 'themes', 'compare', 'audit', 'metadata']);

/** The agencies of the reports that an earlier answer named; null where no turn knows all of them. */
function agenciesOf(reports: readonly string[], { context }: Hearing): readonly string[] | null {
  const named = [...context.turns].reverse().find((turn) => turn.reports.join() === reports.join());
  return named?.agencies ?? null;
}

/** "And Pengyang?" after a question on 2023 means 2023, unless its agency holds only other years and the last had no choice. */
function keepsYears({ roster }: Hearing, scope: Plan['scope'], years: readonly number[]): boolean {
  const [only] = scope.agencies;
  const agency = scope.agencies.length === 1 && only !== undefined ? roster.byKey.get(only) : undefined;
  return agency === undefined || years.length > 1 || agency.years.includes(years[0]!) || agency.years.length !== 1;
}
