/** Which reports: bodies and years of the question become a scope, or a question back where several agencies fit. */

import type { CatalogAgency } from '../catalog.ts';
import { asksWhich, type Draft, type Hearing } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { asksGovernments, kindsLeftOut, levelsIn } from '../rules/levels.ts';
import { dangling } from '../thread/reference.ts';
import { agencyChoices, displayName } from './naming.ts';
import { byYear } from './scope/agencies.ts';
import { many } from './scope/many.ts';
import { one } from './scope/one.ts';
import type { Scoped } from './scope/scoped.ts';

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
  // 2019年那份报告: the only one of that year.
  const ofYear = hearing.context.catalog.agencies.filter((agency) => agency.years.some((year) => years.includes(year)));
  const only = years.length === 1 && ofYear.length === 1;
  const unsaid = ofOneReport.has(draft.plan.operation) && !only ? dangling(hearing) : null;
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
