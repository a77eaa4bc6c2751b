/** Which reports a draft is about: those of the question, those that the thread inherits, or a question back. */

import type { Turn } from './context.ts';
import type { Heard } from './hear.ts';
import type { Draft, Hearing } from './hearing.ts';
import type { Mark } from './marks.ts';
import { Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import { agencyChoices, eitherScope, measureChoices } from './refine/naming.ts';
import { asking, planned } from './refine/result.ts';
import { everyAgency } from './refine/scope/one.ts';
import { scopeOf } from './refine/scope.ts';
import { exportOf } from './rules/export.ts';
import { kindsLeftOut, levelsIn } from './rules/levels.ts';
import { versionsOf } from './rules/versions.ts';
import { inheritScope, inherits } from './thread/inherited.ts';
import { speaksOfThose, unclear, unclearYear } from './thread/reference.ts';
import type { lastTurn } from './thread/turn.ts';

/** What a rule made of the question, and the words that it leaves unread. */
export interface Attempt {
  readonly hearing: Hearing;
  readonly draft: Draft;
  readonly left: readonly Mark[];
}

export function settled(
  { hearing: heardAll, draft }: Attempt,
  heard: Heard,
  last: ReturnType<typeof lastTurn>,
  follows: boolean,
  rejected: Reading['rejected'],
): Reading {
  const hearing: Hearing = {
    ...heardAll,
    ...(draft.bodies === undefined ? {} : { bodies: draft.bodies }),
    ...(draft.undated ? { when: { years: [], mode: 'open', range: false, marks: [] } } : {}),
  };
  if (draft.either)
    return asking(
      hearing,
      heard,
      [],
      [...rejected, { reading: draft.rule, why: 'several figures fit' }],
      measureChoices(hearing, draft.either),
    );
  const goesOn = last !== null && (follows || inherits(hearing, draft, last));
  // 它: of which of several is not said.
  const which = last === null || draft.needs !== 'one' ? null : unclear(hearing, last);
  if (which !== null) {
    const agencies = (last?.agencies ?? []).flatMap((key) => hearing.roster.byKey.get(key) ?? []);
    const choices = agencyChoices(hearing, which, agencies);
    return asking(
      hearing,
      heard,
      [[which]],
      [...rejected, { reading: draft.rule, why: 'of which is not said' }],
      choices,
    );
  }
  const year = last === null || draft.needs === 'none' ? null : unclearYear(hearing);
  if (year !== null)
    return asking(hearing, heard, [[year]], [...rejected, { reading: draft.rule, why: 'which year is not said' }]);
  const likely = last?.plan.scope.agencies.flatMap((key) => hearing.roster.byKey.get(key) ?? []) ?? [];
  const assumptions: Plan['assumptions'] = [];
  const open = goesOn && hearing.bodies.length === 0;
  // What is inherited stands in for what the question would have to name.
  const inherited = open ? inheritScope(bare(hearing), hearing, last, assumptions, draft) : null;
  if (open && inherited === null) return asking(hearing, heard, [hearing.marks.all], rejected);
  const scoped = inherited
    ? { status: 'scope' as const, scope: inherited, plan: ofMany(draft.plan, inherited), assumptions: [] }
    : scopeOf(draft, hearing, goesOn ? likely : []);
  if (scoped.status === 'clarify')
    return asking(hearing, heard, [], [...rejected, { reading: draft.rule, why: scoped.why }], scoped.choices);
  // In a thread about one agency a question never widens to all of them without saying which was meant.
  const widens =
    last !== null && !goesOn && scoped.assumptions.some(({ value }) => value === everyAgency[hearing.language]);
  if (widens) {
    const choices = eitherScope(hearing, last);
    if (choices.length > 0)
      return asking(
        hearing,
        heard,
        [],
        [...rejected, { reading: draft.rule, why: 'one agency or all of them' }],
        choices,
      );
  }
  const within = goesOn && !open ? inheritScope(scoped.scope, hearing, last, assumptions, draft) : scoped.scope;
  const narrowed = within === null || !goesOn ? scoped.plan : ofThose(hearing, draft, scoped.plan, within, last);
  if (within === null || narrowed === null) return asking(hearing, heard, [hearing.marks.all], rejected);
  // Who was left out before stays out, unless it is asked about now.
  const before = goesOn && draft.of !== 'all' ? last.plan.scope.except : [];
  const left = before.filter((key) => !within.agencies.includes(key));
  const except = [...new Set([...left, ...exceptions(hearing)])];
  const scope = { ...within, except, versions: versionsOf(hearing) };
  const said = (draft.assumed ?? []).map((each) => ({ ...each, origin: 'assumed' as const }));
  const fresh = scoped.assumptions.filter(({ slot }) => !assumptions.some((each) => each.slot === slot));
  const plan = Plan.parse({
    ...narrowed,
    language: hearing.language,
    scope,
    assumptions: [...assumptions, ...said, ...fresh],
    ...exportOf(hearing),
  });
  return planned(hearing, heard, plan, draft.rule, rejected);
}

/** A figure of a place or a kind that is gone on with is the sum, as it is where the question names them. */
function ofMany(plan: Draft['plan'], { agencies, reports }: Plan['scope']): Draft['plan'] {
  const single =
    agencies.length > 0 || reports.length > 0 || plan.operation !== 'lookup' || plan.statement || plan.groupBy;
  const figures = (plan.measures ?? []).length;
  return single || figures === 0 || (figures > 2 && plan.combine !== 'sum') ? plan : { ...plan, operation: 'sum' };
}

/**
 * 其中, "which of these", where the reports of the last answer are too many to be named, or there are none: its conditions stand
 * for them. Null where nothing does.
 */
function ofThose(
  hearing: Hearing,
  { of }: Draft,
  plan: Draft['plan'],
  scope: Plan['scope'],
  last: Turn,
): Draft['plan'] | null {
  const many = ['list', 'count', 'rank', 'audit', 'search', 'themes'].includes(last.plan.operation);
  if (of !== undefined || !speaksOfThose(hearing) || !many || scope.reports.length > 0 || last.agencies === undefined)
    return plan;
  const { conditions, meets, order, occurring } = last.plan;
  // What years or groups added up to is no condition on each of their reports.
  if (occurring === 'together') return null;
  const kept = (plan.conditions ?? []).map((each) => JSON.stringify(each));
  const missing = conditions.filter((each) => !kept.includes(JSON.stringify(each)));
  if (order !== null && last.plan.operation === 'rank' && plan.operation !== 'rank') return null;
  if (missing.length === 0)
    return ['list', 'count', 'rank'].includes(last.plan.operation) || plan.operation === last.plan.operation
      ? plan
      : null;
  return meets === 'any' || plan.meets === 'any'
    ? null
    : { ...plan, conditions: [...conditions, ...(plan.conditions ?? [])] };
}

/** Keys of the agencies that are left out. */
const exceptions = ({ excluded }: Hearing): string[] => [
  ...new Set(
    excluded.flatMap(({ by, agencies, within }) =>
      (by === 'name' && agencies.length > 0 ? agencies : within).map(({ key }) => key),
    ),
  ),
];

function bare(hearing: Hearing): Plan['scope'] {
  const { when, marks } = hearing;
  return {
    agencies: [],
    except: [],
    exceptKinds: kindsLeftOut(hearing),
    versions: 'current',
    regions: [],
    kinds: [],
    levels: levelsIn(marks),
    years: [...when.years],
    forms: [...new Set(marks.with('form').map(({ sense }) => sense.form))],
    reports: [],
  };
}
