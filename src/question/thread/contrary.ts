/** Contrary: of the same reports those that do not meet the last condition ("and those that did not", 那没收到的呢), or that meet it. */
import { type Draft, unused } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import type { Condition } from '../plan.ts';
import { conditionOn } from '../rules/comparisons.ts';
import { refsOf } from '../rules/measures/figure.ts';
import { speaksOfThose } from './reference.ts';
import { saidIn } from './said.ts';
import type { Going, Way } from './way.ts';

type Comparing = Extract<Condition, { value: number }>;

const flips = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const;
const opposite =
  /^(?:相反的?|反过来说?|反之|与此相反的?|(?:and |what about |how about )?(?:the )?(?:opposite|contrary|converse|reverse case|complement))$/u;
/** Those are asked for: 没收到的, 哪些没有, "those that did", "which were not". */
const those =
  /的$|^哪些|^哪几|^谁|^(?:and )?(?:what about |how about )?(?:the )?(?:those|these|ones|which|who)\b|^(?:and )?(?:which|who)\b/u;

export const contrary: Way = {
  name: 'follow-up: the contrary',
  make(going) {
    const { hearing, own, last, before } = going;
    const { marks, bodies, when, applicants, excluded, question } = hearing;
    const { operation, conditions, statement, audit } = last.plan;
    if (operation === 'audit' && audit !== null) return unsound(going);
    if (last.plan.having !== null || operation === 'search') return having(going);
    const [condition, ...more] = conditions;
    if (!['list', 'count'].includes(operation) || statement !== null || condition === undefined || more.length > 0)
      return null;
    if (!('value' in condition) || bodies.length > 0 || excluded.length > 0 || when.mode !== 'open') return null;
    const numbers = marks.with('number').filter(({ mark }) => !/^(?:zero|零)$/.test(mark.text));
    if (applicants.length > 0 || numbers.length > 0) return null;
    const said = saidIn(question).replace(/^(?:这|那)?(?:里面|里头|其中|当中|之中)(?=[哪没有])/u, '');
    const turned = opposite.test(said);
    // 那收到的呢: by itself the words ask how many; of a list they say which.
    if (own !== null && !turned && (own.rule !== 'figures: lookup' || marks.has('ask.quantity'))) return null;
    if (!turned && !those.test(said)) return null;
    const named = marks.with('measure').filter(({ mark }) => !fires(mark, 'cmp'));
    const left = unused(marks, ['not', 'verb', 'cmp', 'library', 'ask', 'go.reverse', 'search.admit']);
    if (!turned && left.some((mark) => !named.some((each) => each.mark === mark))) return null;
    const cells = [condition, ...(condition.plus ?? [])].map(({ measure }) => measure);
    const other = named.filter(({ sense: { ids } }) => !ids.some((id) => cells.includes(id)));
    const fresh =
      other.length > 0
        ? conditionOf(other, marks.has('not'))
        : turned
          ? flipped(condition)
          : (against(condition, marks) ??
            none(condition, marks, named.length > 0) ??
            (marks.has('not') === denies(condition) ? null : flipped(condition)));
    if (fresh === null) return null;
    marks.use(...marks.all);
    // 其中没有拒绝过的呢: of those that were named, what another figure says of them.
    const of = other.length > 0 && speaksOfThose(hearing) ? 'those' : 'same';
    return { rule: this.name, needs: 'many', of, plan: { ...before, conditions: fresh } };
  },
};

/** 那没有问题的呢, "and those that do not": of the same reports those without a finding of the kind, or with one. */
function unsound({ hearing: { marks, bodies, when, question }, last, before }: Going): Draft | null {
  const { audit } = last.plan;
  const said = saidIn(question);
  const turned = opposite.test(said);
  if (audit === null || bodies.length > 0 || when.mode !== 'open' || !(turned || those.test(said))) return null;
  const left = unused(marks, ['not', 'verb', 'library', 'ask', 'go.reverse', 'audit', 'themes', 'state']).filter(
    (mark) => !mark.senses.some(({ kind }) => ['section', 'definition', 'topic'].includes(kind)),
  );
  const negative = marks.has('not') || denying.test(said);
  if (!turned && (left.length > 0 || negative === audit.sound)) return null;
  marks.use(...marks.all);
  const plan = { ...before, audit: { ...audit, sound: !audit.sound, card: false } };
  return { rule: 'follow-up: the contrary', needs: 'many', of: 'same', plan };
}

/** 那写了的呢, "and those that do": of the same reports those that state it, or that leave it out. */
function having({ hearing: { marks, bodies, when, question }, last, before }: Going): Draft | null {
  const said = saidIn(question);
  const turned = opposite.test(said);
  if (bodies.length > 0 || when.mode !== 'open' || !(turned || those.test(said))) return null;
  const left = unused(marks, [
    'not',
    'verb',
    'library',
    'ask',
    'search',
    'meta',
    'themes',
    'state',
    'go.reverse',
  ]).filter((mark) => !mark.senses.some(({ kind }) => ['section', 'definition', 'topic', 'theme'].includes(kind)));
  const negative = marks.has('not') || denying.test(said);
  if (!turned && (left.length > 0 || negative === (last.plan.having === 'without'))) return null;
  // 那没提到培训的呢 after another matter: that one is asked about.
  const other = (mark: Mark) =>
    ['topic', 'part', 'theme', 'quoted'].some((kind) => sense(mark, kind as 'topic')) &&
    !last.plan.topic?.includes(mark.text);
  if (last.plan.operation === 'search' && marks.all.some(other)) return null;
  marks.use(...marks.all);
  // Who mentions something is found, and not only counted.
  const mentions = last.plan.operation === 'search' ? null : ('with' as const);
  const having = last.plan.having === 'without' ? mentions : ('without' as const);
  return { rule: 'follow-up: the contrary', needs: 'many', of: 'same', plan: { ...before, having } };
}

const denying = /没|无|未|\b(?:no|not|none|nothing|without|never|clean|free of|[a-z]+n't)\b/;

const compared = ['gt', 'ge', 'lt', 'le'] as const;

/** 没超过的, 哪些没有达到: the word says how the figure compares to the number of the last condition; null where none does. */
function against(condition: Comparing, marks: Marks): Condition[] | null {
  const said = compared.filter((each) => marks.has(`cmp.${each}`));
  const [only] = said;
  if (only === undefined || said.length > 1 || condition.comparison === 'between' || denies(condition)) return null;
  return [{ ...condition, comparison: marks.has('not') ? flips[only] : only }];
}

/** 没收到的, "those that had none": by name the figure is denied altogether, whatever bound the last question had. */
function none(condition: Comparing, marks: Marks, named: boolean): Condition[] | null {
  const nothing = marks.all.some(({ text }) => /^(?:none|nothing|zero|no|零|一件都没有?|一件也没有?)$/.test(text));
  if (!marks.has('not') || !(named || nothing) || denies(condition) || condition.rate !== undefined) return null;
  const { upper: _upper, ...rest } = condition;
  return [{ ...rest, comparison: 'eq', value: 0 }];
}

/** None: the condition that a figure is zero. */
const denies = ({ comparison, value }: Comparing): boolean =>
  (comparison === 'eq' && value === 0) || (comparison === 'le' && value === 0) || (comparison === 'lt' && value <= 1);

/** More than none is some, and the contrary of some is none. */
function flipped(condition: Comparing): Condition[] | null {
  if (condition.comparison === 'between') return null;
  if (denies(condition)) return [{ ...condition, comparison: 'gt', value: 0 }];
  const some = condition.comparison === 'gt' && condition.value === 0;
  return [{ ...condition, comparison: some ? 'eq' : flips[condition.comparison] }];
}

/** Of another figure: none, or some. */
function conditionOf(
  named: readonly { readonly sense: { readonly ids: readonly string[] } }[],
  negative: boolean,
): Condition[] | null {
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) return null;
  const figure = { start: 0, end: 0, ids: only.sense.ids, combine: 'sum' as const, assumed: false, marks: [] };
  return conditionOn(refsOf(figure, []), negative ? { comparison: 'eq', value: 0 } : { comparison: 'gt', value: 0 });
}
