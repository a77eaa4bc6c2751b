/** A question about several agencies: by name, by place and kind, side by side, each with a year of its own. */
import type { CatalogAgency } from '../../catalog.ts';
import type { Draft, Hearing } from '../../hearing.ts';
import type { Plan, RegionFilter } from '../../plan.ts';
import { agencyChoices, displayName } from '../naming.ts';
import { manyYears } from '../years.ts';
import { kindred, ownOf } from './agencies.ts';
import type { Assumption, Scoped } from './scoped.ts';

export function many(draft: Draft, hearing: Hearing, scope: Plan['scope'], likely: readonly CatalogAgency[]): Scoped {
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
    // 安康和机关事务中心: the only one of its kind that is held, beside another body.
    else if (beside && pool.length === 1 && (comparing || (body.by === 'kind' && !body.plural)))
      agencies.push(pool[0]!.key);
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
    : comparing && agencies.length === 0 && new Set(regions.map((each) => JSON.stringify(each))).size > 1
      ? { ...draft.plan, groupBy: levelOf(regions) }
      : // 广东教育部门与环保部门: kinds of one place.
        comparing && regions.length > 1 && agencies.length === 0 && unique(kinds).length > 1
        ? { ...draft.plan, groupBy: 'kind' as const }
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

function levelOf(regions: readonly RegionFilter[]): 'province' | 'city' | 'county' {
  return regions.some(({ county }) => county !== null)
    ? 'county'
    : regions.some(({ city }) => city !== null)
      ? 'city'
      : 'province';
}
