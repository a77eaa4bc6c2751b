/** A question about one agency: its own, that of a place, all of a place together, or everyone. */
import type { CatalogAgency } from '../../catalog.ts';
import type { Draft, Hearing } from '../../hearing.ts';
import type { Plan } from '../../plan.ts';
import type { Body } from '../../rules/bodies/body.ts';
import { agencyChoices, displayName, withName } from '../naming.ts';
import { yearsFor } from '../years.ts';
import { anyone, byYear, ownOf } from './agencies.ts';
import { many } from './many.ts';
import type { Assumption, Scoped } from './scoped.ts';

export function one(draft: Draft, hearing: Hearing, scope: Plan['scope'], likely: readonly CatalogAgency[]): Scoped {
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
    (scope.levels.length > 0 ||
      within(hearing, body) ||
      hearing.marks.all.some(({ text }) => together.test(text)) ||
      saysAll(hearing, body))
  )
    return filtered(draft, hearing, body, scope);
  // 宁夏被复议几次: its one department that is held is not the whole place, where agencies below it are held as well.
  const [own, ...rest] = body?.agencies ?? [];
  if (body?.by === 'region' && own && rest.length === 0 && own.kind !== 'government' && body.within.length > 1)
    return filtered(draft, hearing, body, scope);
  // 四川的申请里自然人占多大比例: neither are its departments, where several of its own are held and no government.
  const parts = body?.by === 'region' && rest.length > 0 && [own!, ...rest].every(({ kind }) => kind !== 'government');
  if (parts && ['rate', 'trend'].includes(draft.plan.operation)) return filtered(draft, hearing, body!, scope);
  // 四川的申请增长率: of what all of them had together.
  if (parts && draft.plan.operation === 'change' && !/[各每]/.test(hearing.question.text))
    return filtered({ ...draft, plan: { ...draft.plan, groupBy: 'year' } }, hearing, body!, scope);
  const pool = found ?? anyone(hearing, scope.years);
  if (pool.length === 1) return single(draft, hearing, body, pool[0]!, scope);
  const government = pool.filter((agency) => agency.kind === 'government');
  if (body?.by === 'region' && government.length === 1) return single(draft, hearing, body, government[0]!, scope);
  // Without any agency a figure is asked of all of them, and the answer says so; so is every figure of a breakdown, where a year is named.
  if (
    !body &&
    draft.plan.operation === 'lookup' &&
    (hearing.when.mode === 'given' ||
      (draft.plan.groupBy !== 'outcome' && ((draft.plan.measures ?? []).length < 3 || draft.plan.combine === 'sum')))
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

/** "All Shaanxi requests", 宁夏全部申请: whatever came in there. */
function saysAll({ marks: { all } }: Hearing, { marks: [first] }: Body): boolean {
  const at = first === undefined ? -1 : all.indexOf(first);
  return (
    /^(?:all|all of|all the|全|整个)$/.test(all[at - 1]?.text ?? '') ||
    /^(?:全部|所有|全省|全市|全区)(?:的)?$/.test(all[at + 1]?.text ?? '')
  );
}

/** 浙江省内, 浙江省单位. */
const withinIt =
  /^(?:省|市|县|区|境|辖区)?内(?:的)?$|^境内(?:的)?$|^的?(?:各个?|所有|全部)?(?:单位|部门|机关|机构)的?$/;

const together = /^(?:总|总的|总体|总体的|整体|整体的|全部|overall|total|pooled|combined|aggregate)$/;

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

const ofEach = ({ question: { text } }: Hearing, { plan: { measures = [], combine } }: Draft): boolean =>
  measures.length > 1 &&
  combine === 'each' &&
  (/各(?!项|类|种|是|有|几|多)|每[家个]|逐[家个]/.test(text) || /\b(?:each|every|per)\b/.test(text));

/** A region or kind as a filter: no agency of its own is held, or several are meant at once. */
function filtered(draft: Draft, hearing: Hearing, body: Body, scope: Plan['scope']): Scoped {
  const restricted = { ...scope, regions: [...body.regions], kinds: body.kind === null ? [] : [body.kind] };
  const { operation } = draft.plan;
  if (body.within.length === 1 && operation !== 'lookup') {
    const agency = body.within[0]!;
    return single(draft, hearing, body, agency, scope);
  }
  // 各公安局被复议几次，结果怎样: several figures of each of them, side by side.
  if (operation === 'lookup' && !draft.plan.statement && body.plural && ofEach(hearing, draft))
    return { status: 'scope', scope: restricted, plan: { ...draft.plan, operation: 'compare' }, assumptions: [] };
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
    // 微信和网站加起来: of one report, too, two figures are added.
    (draft.plan.statement?.parts ?? []).length < 2 &&
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
