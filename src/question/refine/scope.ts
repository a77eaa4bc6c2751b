/** Which reports: bodies and years of the question become a scope, or a question back where several agencies fit. */

import type { CatalogAgency } from '../catalog.ts';
import { asksWhich, type Draft, type Hearing } from '../hearing.ts';
import type { Plan, RegionFilter } from '../plan.ts';
import type { Choice } from '../reading.ts';
import type { Body } from '../rules/bodies/body.ts';
import { asksGovernments, kindsLeftOut, levelsIn } from '../rules/levels.ts';
import { dangling } from '../thread/reference.ts';
import { agencyChoices, displayName, withName } from './naming.ts';
import { manyYears, yearsFor } from './years.ts';

type Assumption = Plan['assumptions'][number];

export type Scoped =
  | {
      readonly status: 'scope';
      readonly scope: Plan['scope'];
      readonly plan: Draft['plan'];
      readonly assumptions: readonly Assumption[];
    }
  | { readonly status: 'clarify'; readonly choices: readonly Choice[]; readonly why: string };

/** `likely`: agencies of the conversation's last turn; of several that fit, one of the same kind is meant. */
export function scopeOf(draft: Draft, hearing: Hearing, likely: readonly CatalogAgency[]): Scoped {
  const loose = hearing.bodies.find((body) => body.likely === true && body.agencies.length > 1);
  if (loose)
    return { status: 'clarify', choices: agencyChoices(hearing, loose, loose.agencies), why: 'several centres fit' };
  const scoped = settle(draft, hearing, likely);
  const taken = hearing.bodies.flatMap(({ likely: only, agencies }) => (only === true ? agencies : []));
  if (scoped.status !== 'scope' || taken.length === 0) return scoped;
  const assumed = taken.map((agency) => ({
    slot: 'agency',
    value: displayName(hearing, agency),
    origin: 'assumed' as const,
    alternative: null,
  }));
  return { ...scoped, assumptions: [...scoped.assumptions, ...assumed] };
}

function settle(draft: Draft, hearing: Hearing, likely: readonly CatalogAgency[]): Scoped {
  const { marks } = hearing;
  // 是不是旧格式: which form it is is asked, and restricts nothing.
  const asked = draft.plan.operation === 'metadata' && draft.plan.metadata?.includes('form');
  const forms = asked ? [] : [...new Set(marks.with('form').map(({ sense }) => sense.form))];
  const empty: Plan['scope'] = {
    agencies: [],
    except: [],
    exceptKinds: kindsLeftOut(hearing),
    versions: 'current',
    regions: [],
    kinds: asksGovernments(marks, hearing.question.text) ? ['government'] : [],
    levels: levelsIn(marks),
    years: [],
    forms,
    reports: [],
  };
  if (draft.needs === 'none') {
    // Until when the report on 2024 was due: the year tells the date; 明年的报告 may be the one on this year.
    const years =
      draft.plan.term === 'deadline' && /\d{4}|\d{2}年/.test(hearing.question.text) ? [...hearing.when.years] : [];
    return { status: 'scope', scope: { ...empty, years, forms: [] }, plan: draft.plan, assumptions: [] };
  }
  const years = [...hearing.when.years];
  const unsaid = ofOneReport.has(draft.plan.operation) ? dangling(hearing) : null;
  if (unsaid)
    return {
      status: 'clarify',
      choices: agencyChoices(hearing, unsaid, byYear(hearing.context.catalog.agencies, years)),
      why: 'of what is not said',
    };
  const which = ofOneKind(draft, hearing, years);
  if (which) return which;
  const others = hearing.excluded.length > 0;
  // 除了安康，其他单位收到多少: the sum of the others.
  if (others && draft.plan.operation === 'lookup' && !draft.plan.statement)
    return many({ ...draft, plan: { ...draft.plan, operation: 'sum' } }, hearing, { ...empty, years }, likely);
  return draft.needs === 'one' && hearing.bodies.length < 2 && !others
    ? one(draft, hearing, { ...empty, years }, likely)
    : many(draft, hearing, { ...empty, years }, likely);
}

/** Questions about one report, where nothing else says that many are meant. */
const ofOneReport = new Set(['lookup', 'section', 'metadata', 'change', 'trend', 'rate', 'themes']);

/** 科技局有哪些不足: one bureau, of several that are held. What many have in common is asked of 各科技局, "science bureaus". */
function ofOneKind({ plan }: Draft, hearing: Hearing, years: readonly number[]): Scoped | null {
  const [body, ...more] = hearing.bodies;
  const { marks, excluded } = hearing;
  if (!['themes', 'audit'].includes(plan.operation) || body === undefined || more.length > 0) return null;
  const many = body.plural || asksWhich(marks) || marks.has('all', 'count', 'order', 'group') || excluded.length > 0;
  if (many || body.by !== 'kind' || body.within.length < 2) return null;
  return {
    status: 'clarify',
    choices: agencyChoices(hearing, body, byYear(body.within, years)),
    why: 'several agencies fit',
  };
}

function one(draft: Draft, hearing: Hearing, scope: Plan['scope'], likely: readonly CatalogAgency[]): Scoped {
  const body = hearing.bodies[0] ?? null;
  const found = body ? ownOf(body, likely) : null;
  if (body && body.missing !== null)
    return { status: 'scope', scope: { ...scope, agencies: [body.missing] }, plan: draft.plan, assumptions: [] };
  if (body && found!.length === 0) return filtered(draft, hearing, body, scope);
  if (body?.plural) return filtered(draft, hearing, body, scope);
  // 浙江省的总予以公开率, 浙江省级单位: of all in the place together.
  if (
    body?.by === 'region' &&
    body.within.length > 1 &&
    (scope.levels.length > 0 || within(hearing, body) || hearing.marks.all.some(({ text }) => together.test(text)))
  )
    return filtered(draft, hearing, body, scope);
  // 宁夏被复议几次: its one department that is held is not the whole place, where agencies below it are held as well.
  const [own, ...rest] = body?.agencies ?? [];
  if (body?.by === 'region' && own && rest.length === 0 && own.kind !== 'government' && body.within.length > 1)
    return filtered(draft, hearing, body, scope);
  const pool = found ?? anyone(hearing, scope.years);
  if (pool.length === 1) return single(draft, hearing, body, pool[0]!, scope);
  const government = pool.filter((agency) => agency.kind === 'government');
  if (body?.by === 'region' && government.length === 1) return single(draft, hearing, body, government[0]!, scope);
  // Without any agency a figure is asked of all of them, and the answer says so.
  if (
    !body &&
    draft.plan.operation === 'lookup' &&
    draft.plan.groupBy !== 'outcome' &&
    ((draft.plan.measures ?? []).length < 3 || draft.plan.combine === 'sum')
  )
    return total(draft, hearing, scope);
  if (!body && ['trend', 'change', 'sum', 'rate'].includes(draft.plan.operation))
    return many(draft, hearing, scope, likely);
  return {
    status: 'clarify',
    choices: agencyChoices(hearing, body, byYear(pool, scope.years)),
    why: 'several agencies fit',
  };
}

/** "Applications in Shandong", 山东省内: what all in the place had is asked, not what the place's own body had. */
function within({ marks, language }: Hearing, { marks: [first], start }: Body): boolean {
  const at = marks.all.findIndex((mark) => mark.start >= start || mark === first);
  const before = marks.all[at - 1];
  const after = marks.all[at + 1];
  if (language === 'zh') return after !== undefined && withinIt.test(after.text);
  // "In" stands before years as well; right before a place it says where.
  return before !== undefined && /^(?:in|across|within|throughout|all over|all of)$/.test(before.text);
}

/** 浙江省内, 浙江省单位. */
const withinIt =
  /^(?:省|市|县|区|境|辖区)?内(?:的)?$|^境内(?:的)?$|^的?(?:各个?|所有|全部)?(?:单位|部门|机关|机构)的?$/;

const together = /^(?:总|总的|总体|总体的|整体|整体的|全部|overall|total|pooled|combined|aggregate)$/;

/** Agencies that the body's name can mean; beside an earlier turn, those of the same kind as its agency. */
function ownOf(body: Body, likely: readonly CatalogAgency[]): readonly CatalogAgency[] {
  if (body.agencies.length < 2 || body.by === 'name') return body.agencies;
  const kinds = new Set(likely.map(({ kind }) => kind));
  const places = likely.map(({ region }) => JSON.stringify(region));
  const alike =
    body.by === 'region'
      ? body.agencies.filter(({ kind }) => kind !== null && kinds.has(kind))
      : body.agencies.filter(({ region }) => places.includes(JSON.stringify(region)));
  return alike.length > 0 ? alike : body.agencies;
}

function anyone({ context }: Hearing, years: readonly number[]): readonly CatalogAgency[] {
  return years.length === 0
    ? context.catalog.agencies
    : context.catalog.agencies.filter((agency) => agency.years.some((year) => years.includes(year)));
}

/** Agencies that have a report of the years asked for come first. */
function byYear(agencies: readonly CatalogAgency[], years: readonly number[]): readonly CatalogAgency[] {
  const fits = (agency: CatalogAgency) => years.length === 0 || agency.years.some((year) => years.includes(year));
  return [...agencies.filter(fits), ...agencies.filter((agency) => !fits(agency))];
}

/** What an assumption says where no agency was named. */
export const everyAgency = { zh: '所有单位', en: 'all agencies' } as const;

/** A figure without an agency: the sum over the reports in scope, or every report's own where it cannot be added. */
function total(draft: Draft, hearing: Hearing, scope: Plan['scope']): Scoped {
  const { plan } = draft;
  if (plan.statement) return { status: 'scope', scope, plan, assumptions: [] };
  const assumptions = [
    {
      slot: 'agency',
      value: everyAgency[hearing.language],
      origin: 'assumed' as const,
      alternative: null,
    },
  ];
  return { status: 'scope', scope, plan: { ...plan, operation: 'sum' }, assumptions };
}

/** A region or kind as a filter: no agency of its own is held, or several are meant at once. */
function filtered(draft: Draft, hearing: Hearing, body: Body, scope: Plan['scope']): Scoped {
  const restricted = { ...scope, regions: [...body.regions], kinds: body.kind === null ? [] : [body.kind] };
  const { operation } = draft.plan;
  if (body.within.length === 1 && operation !== 'lookup') {
    const agency = body.within[0]!;
    return single(draft, hearing, body, agency, scope);
  }
  if (operation === 'lookup' && !draft.plan.statement)
    return { status: 'scope', scope: restricted, plan: { ...draft.plan, operation: 'sum' }, assumptions: [] };
  if (body.within.length > 1 && !['lookup', 'sum', 'trend', 'rate', 'change'].includes(operation))
    return {
      status: 'clarify',
      choices: agencyChoices(hearing, body, byYear(body.within, scope.years)),
      why: 'several agencies of the region fit',
    };
  return { status: 'scope', scope: restricted, plan: draft.plan, assumptions: [] };
}

function single(
  draft: Draft,
  hearing: Hearing,
  body: Body | null,
  agency: CatalogAgency,
  scope: Plan['scope'],
): Scoped {
  const assumptions: Assumption[] = [];
  const others = body ? body.agencies.filter((each) => each !== agency) : [];
  if (body === null || others.length > 0 || body.agencies.length === 0)
    assumptions.push({
      slot: 'agency',
      value: displayName(hearing, agency),
      origin: 'assumed',
      alternative: others[0] ? withName(hearing, body, displayName(hearing, others[0])) : null,
    });
  const years = yearsFor(draft, hearing, agency, assumptions);
  // The "total" of one report is the figure itself.
  const only =
    draft.plan.operation === 'sum' &&
    !draft.plan.groupBy &&
    (years.length === 1 || (years.length === 0 && agency.years.length === 1));
  if (only)
    return {
      status: 'scope',
      scope: { ...scope, agencies: [agency.key], years: years.length === 1 ? years : [...agency.years] },
      plan: { ...draft.plan, operation: 'lookup' },
      assumptions,
    };
  return { status: 'scope', scope: { ...scope, agencies: [agency.key], years }, plan: draft.plan, assumptions };
}

function many(draft: Draft, hearing: Hearing, scope: Plan['scope'], likely: readonly CatalogAgency[]): Scoped {
  const agencies: string[] = [];
  const regions: RegionFilter[] = [];
  const kinds: string[] = [...scope.kinds];
  const assumptions: Assumption[] = [];
  const beside = hearing.bodies.length > 1;
  // Kinds and places that are compared are groups of all their bodies.
  const comparing = (draft.plan.operation === 'compare' && !draft.plan.groupBy) || draft.plan.operation === 'rate';
  for (const body of hearing.bodies) {
    const own = ownOf(body, beside ? kindred(hearing, body) : likely);
    const pool = own.length > 0 ? own : body.agencies;
    if (body.missing !== null) agencies.push(body.missing);
    else if (body.by === 'name' && pool.length > 0 && !body.plural) agencies.push(...pool.map(({ key }) => key));
    else if (beside && comparing && pool.length === 1) agencies.push(pool[0]!.key);
    else if (beside && comparing && pool.length > 1 && !body.plural) {
      const government = pool.filter(({ kind }) => kind === 'government');
      if (government.length !== 1)
        return { status: 'clarify', choices: agencyChoices(hearing, body, pool), why: 'several agencies fit' };
      agencies.push(government[0]!.key);
      // Of a place its government, not all that is held of it.
      const name = displayName(hearing, government[0]!);
      if (body.by === 'region') assumptions.push({ slot: 'agency', value: name, origin: 'assumed', alternative: null });
    } else {
      regions.push(...body.regions);
      if (body.kind !== null) kinds.push(body.kind);
    }
  }
  // Agencies and regions restrict together; where the question lists both, the regions become their agencies.
  if (agencies.length > 0 && regions.length > 0) {
    for (const body of hearing.bodies.filter(({ by, plural }) => by === 'region' || plural))
      agencies.push(...body.within.map(({ key }) => key));
    regions.length = 0;
    kinds.length = 0;
  }
  const years = manyYears(draft, hearing, agencies, scope.years, assumptions);
  const pairs = pairsOf(hearing, agencies);
  const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
  const pooled = draft.plan.operation === 'trend' && agencies.length === 0;
  const plan = pooled
    ? { ...draft.plan, operation: 'sum' as const, groupBy: 'year' as const }
    : comparing && regions.length > 1 && agencies.length === 0
      ? { ...draft.plan, groupBy: levelOf(regions) }
      : draft.plan;
  return {
    status: 'scope',
    scope: {
      ...scope,
      agencies: unique(agencies),
      regions,
      kinds: unique(kinds),
      years,
      ...(pairs.length > 0 ? { pairs } : {}),
    },
    plan,
    assumptions,
  };
}

/** 安康2020年和盐池2023年: a year beside each agency, in turn, is that agency's own. Years after all of them are of each. */
function pairsOf({ bodies, marks }: Hearing, agencies: readonly string[]): NonNullable<Plan['scope']['pairs']> {
  const years = marks.with('years').filter(({ sense: { from, to } }) => from === to);
  const distinct = new Set(years.map(({ sense: { from } }) => from)).size > 1;
  if (!distinct || bodies.length < 2 || bodies.length !== agencies.length || years.length !== bodies.length) return [];
  const order = [
    ...bodies.map(({ start }) => ({ start, is: 'body' })),
    ...years.map(({ mark: { start } }) => ({ start, is: 'year' })),
  ].sort((a, b) => a.start - b.start);
  const inTurn = order.every(({ is }, at) => at === 0 || is !== order[at - 1]!.is);
  return inTurn ? agencies.map((agency, at) => ({ agency, year: years[at]!.sense.from })) : [];
}

/** Of what kind the other bodies of the question are: 盐池科技局和彭阳 means two science bureaus. */
function kindred({ bodies }: Hearing, body: Body): CatalogAgency[] {
  return bodies.filter((each) => each !== body && each.by === 'name').flatMap(({ agencies }) => agencies);
}

function levelOf(regions: readonly RegionFilter[]): 'province' | 'city' | 'county' {
  return regions.some(({ county }) => county !== null)
    ? 'county'
    : regions.some(({ city }) => city !== null)
      ? 'city'
      : 'province';
}
