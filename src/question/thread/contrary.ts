/** Contrary: of the same reports those that do not meet the last condition ("and those that did not", 那没收到的呢), or that meet it. */
import { unused } from '../hearing.ts';
import { fires } from '../marks.ts';
import type { Condition, MeasureRef } from '../plan.ts';
import { conditionOn } from '../rules/comparisons.ts';
import { refsOf } from '../rules/measures.ts';
import { saidIn } from './said.ts';
import type { Way } from './way.ts';

type Comparing = Extract<Condition, { comparison: string }>;

const flips = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const;
const opposite =
  /^(?:相反的?|反过来说?|反之|与此相反的?|(?:and |what about |how about )?(?:the )?(?:opposite|contrary|converse|reverse case|complement))$/u;
/** Those are asked for: 没收到的, 哪些没有, "those that did", "which were not". */
const those =
  /的$|^哪些|^哪几|^谁|^(?:and )?(?:what about |how about )?(?:the )?(?:those|these|ones|which|who)\b|^(?:and )?(?:which|who)\b/u;

/** Words that compare and deny at once (没有超过), where no number follows. */
const denied = /^(?:没有?|未|不|not |never |didn't |did not )/;

export const contrary: Way = {
  name: 'follow-up: the contrary',
  make({ hearing: { marks, bodies, when, applicants, excluded, question }, own, last, before }) {
    const { operation, conditions, statement } = last.plan;
    const [condition, ...more] = conditions;
    if (!['list', 'count'].includes(operation) || statement !== null || condition === undefined || more.length > 0)
      return null;
    if (!('comparison' in condition) || bodies.length > 0 || excluded.length > 0 || when.mode !== 'open') return null;
    if (
      applicants.length > 0 ||
      marks.all.some((mark) => mark.senses.some(({ kind }) => kind === 'number') && !/^(?:zero|零)$/.test(mark.text))
    )
      return null;
    // 那收到的呢: by itself the words ask how many; of a list they say which.
    if (own !== null && (own.rule !== 'figures: lookup' || marks.has('ask.quantity'))) return null;
    const said = saidIn(question);
    const turned = opposite.test(said);
    if (!turned && !those.test(said)) return null;
    const named = marks.with('measure').filter(({ mark }) => !fires(mark, 'cmp'));
    const left = unused(marks, ['not', 'verb', 'cmp', 'library', 'ask', 'go.reverse', 'search.admit']);
    if (left.some((mark) => !named.some((each) => each.mark === mark))) return null;
    const cells = [condition, ...(condition.plus ?? [])].map(({ measure }) => measure);
    const other = named.filter(({ sense: { ids } }) => !ids.some((id) => cells.includes(id)));
    const negative = marks.has('not') || marks.all.some(({ text }) => denied.test(text));
    const fresh =
      other.length > 0
        ? conditionOf(other, negative)
        : turned || negative !== denies(condition)
          ? turned || negative || denies(condition)
            ? flipped(condition)
            : null
          : null;
    if (fresh === null) return null;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'many', of: 'same', plan: { ...before, conditions: fresh } };
  },
};

/** None: the condition that a figure is zero. */
const denies = ({ comparison, value }: Comparing): boolean =>
  (comparison === 'eq' && value === 0) || (comparison === 'le' && value === 0) || (comparison === 'lt' && value <= 1);

function flipped(condition: Comparing): Condition[] | null {
  if (condition.comparison === 'between') return null;
  const none = denies(condition);
  return [
    none ? { ...condition, comparison: 'gt', value: 0 } : { ...condition, comparison: flips[condition.comparison] },
  ];
}

/** Of another figure: none, or some. */
function conditionOf(
  named: readonly { readonly sense: { readonly ids: readonly string[] } }[],
  negative: boolean,
): Condition[] | null {
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) return null;
  const refs: MeasureRef[] = refsOf(
    { start: 0, end: 0, ids: only.sense.ids, combine: 'sum', assumed: false, marks: [] },
    [],
  );
  return conditionOn(refs, negative ? { comparison: 'eq', value: 0 } : { comparison: 'gt', value: 0 });
}
