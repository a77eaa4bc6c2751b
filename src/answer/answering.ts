/** Plan → Answer: finds the reports of the scope, applies the operation, and adds what must be said beside it. */
import { sheetOfRows, toCsv } from '../export/sheet.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { namingOf } from '../lexicon/naming.ts';
import type { Operation, Plan } from '../question/plan.ts';
import type { Store } from '../store/store.ts';
import { amongFirst } from './among.ts';
import type { Answer, Window } from './answer.ts';
import { libraryOf } from './catalog.ts';
import { SHOWN } from './cite.ts';
import { confirming } from './claim.ts';
import { sift } from './conditions.ts';
import { type Desk, noData, nothingFound, type Operate } from './desk.ts';
import { baseOf } from './figures.ts';
import { audit } from './operations/audit.ts';
import { average } from './operations/average.ts';
import { change } from './operations/change.ts';
import { compare } from './operations/compare.ts';
import { count } from './operations/count.ts';
import { definition } from './operations/definition.ts';
import { exportRows } from './operations/export.ts';
import { help } from './operations/help.ts';
import { library } from './operations/library.ts';
import { list } from './operations/list.ts';
import { lookup } from './operations/lookup.ts';
import { metadata } from './operations/metadata.ts';
import { rank } from './operations/rank.ts';
import { rate } from './operations/rate.ts';
import { search } from './operations/search.ts';
import { section } from './operations/section.ts';
import { sum } from './operations/sum.ts';
import { themes } from './operations/themes.ts';
import { trend } from './operations/trend.ts';
import { amongThose, noneOfForm, noneOfThose, nothingInScope, ofOtherForms, reason } from './reasons.ts';
import { headsIn } from './scope.ts';
import { comparing } from './stands.ts';
import { successions } from './succession.ts';
import { formLeftOut, partlyHeld, undefinedLeftOut, unknownLeftOut, versions } from './warnings.ts';
import { measuredUp } from './yardstick.ts';

const operations: Record<Operation, Operate> = {
  lookup,
  list,
  count,
  sum,
  average,
  rank,
  compare,
  trend,
  change,
  rate,
  section,
  search,
  themes,
  audit,
  metadata,
  definition,
  export: exportRows,
  library,
  help,
};

/** Operations that say something also of reports that are not held. */
const scopeless = new Set<Operation>(['definition', 'library', 'help']);
/** Operations that apply the plan's conditions themselves. */
const conditional = new Set<Operation>(['list', 'count']);

export interface AnswerDependencies {
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Which rows are shown; default: the first ones. */
  readonly window?: Window;
}

/** Computes the answer of a plan. Throws only where the store does. */
export async function answerPlan(
  plan: Plan,
  { store, lexicon, today, window = windowOf(plan) }: AnswerDependencies,
): Promise<Answer> {
  const held = await libraryOf(store);
  const names = { zh: namingOf(lexicon, held.catalog, 'zh'), en: namingOf(lexicon, held.catalog, 'en') };
  const heads = headsIn(plan.scope, held);
  const desk: Desk = { plan, store, lexicon, library: held, today, heads, names, window };
  if (scopeless.has(plan.operation)) return operations[plan.operation](desk);
  if (heads.length === 0) {
    const content = { base: baseOf([]), warnings: successions(desk) };
    const others = conditional.has(plan.operation) && plan.conditions.length === 0 ? ofOtherForms(desk) : [];
    if (others.length > 0) return nothingFound(desk, noneOfForm(desk, others.length), { base: baseOf(others) });
    return amongThose(desk)
      ? nothingFound(desk, noneOfThose(desk), content)
      : noData(desk, nothingInScope(desk), content);
  }
  const among = await amongFirst(desk);
  if (among.answer !== null) return among.answer;
  if (among.desk.heads.length === 0) return nothingFound(desk, noneOfFirst, { value: 0, warnings: among.said });
  const measured = await measuredUp(among.desk);
  if (measured.answer !== null) return { ...measured.answer, plan };
  const answered =
    plan.conditions.length > 0 && !conditional.has(plan.operation)
      ? await narrowed(measured.desk)
      : await operations[plan.operation](measured.desk);
  const file = plan.export === null && plan.operation !== 'export' ? null : fileOf(answered);
  return {
    ...judged(answered, desk),
    plan,
    file,
    warnings: [
      ...among.said,
      ...measured.said,
      ...answered.warnings,
      ...partlyHeld(desk),
      ...about(answered, desk),
      ...successions(desk),
    ],
  };
}

const noneOfFirst = reason('noneOfFirst', '排在前面的里面没有这样的。', 'None of those that come first is one.');

/** With the verdict on what the plan claims of a figure, or of two. */
function judged(answered: Answer, desk: Desk): Answer {
  const stands = comparing(answered, desk);
  return stands === null ? confirming(answered) : { ...answered, confirmed: stands };
}

/** The rows that are shown where nobody pages: the first ones, or from where the plan says. */
const windowOf = ({ window }: Plan): Window => ({
  from: window?.from ?? 0,
  size: Math.min(window?.size ?? SHOWN, SHOWN),
});

/** The rows as a file; each with the place of its figure, where it is one. */
function fileOf({ plan, rows }: Answer): Answer['file'] {
  if (rows.length === 0) return null;
  return { format: plan.export?.format ?? 'csv', name: `nianbao-${plan.operation}`, csv: toCsv(sheetOfRows(rows)) };
}

/** The operation over those reports only that meet the plan's conditions. */
async function narrowed(desk: Desk): Promise<Answer> {
  const sifted = await sift(desk);
  const heads = sifted.met.map((each) => each.head);
  const warnings = [
    ...unknownLeftOut(desk, sifted.unknown),
    ...formLeftOut(desk, sifted.formLacks, { zh: '条件所问的格', en: 'the cell of the condition' }),
    ...undefinedLeftOut(desk, sifted.undefined),
  ];
  if (heads.length === 0) {
    const none = reason(
      'noneMeet',
      `资料库中这 ${desk.heads.length} 份报告没有一份符合条件。`,
      `None of the ${desk.heads.length} reports held in this scope meets the condition.`,
    );
    return nothingFound(desk, none, { warnings, base: baseOf(desk.heads, sifted.unknown) });
  }
  const answered = await operations[desk.plan.operation]({ ...desk, heads });
  return { ...answered, warnings: [...answered.warnings, ...warnings] };
}

/** Reports whose versions are said. */
const FEW = 3;

/** Replaced versions of the few reports that an answer is about. */
function about(answered: Answer, desk: Desk): Answer['warnings'] {
  const used = new Set<string>();
  for (const { report } of answered.rows) {
    if (report !== null) used.add(report);
    if (used.size > FEW) return [];
  }
  return versions(
    desk,
    [...used].flatMap((id) => desk.library.byId.get(id) ?? []),
  );
}
