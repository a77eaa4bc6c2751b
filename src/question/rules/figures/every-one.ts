/** Whether it is so of all of several: 科技局都收到申请了吗 · "did every bureau receive at least 5": whether there is an exception. */
import { ofOne } from '../../hearing.ts';
import type { Condition } from '../../plan.ts';
import { describesBodies } from '../bodies/described.ts';
import { conditionsOf, negated } from '../conditions.ts';
import { asksWhether, saysAll, useAsking } from './claim.ts';
import { drafted, type Operation } from './operation.ts';

export const everyOne: Operation = {
  name: 'whether all of them do',
  fits: (asked) =>
    !ofOne(asked) &&
    asked.rate === null &&
    asked.share === null &&
    asked.order === null &&
    !asked.counted &&
    asked.figures.length === 1 &&
    asked.bodies.every(({ by, plural }) => by !== 'name' || plural) &&
    !asked.marks.has('ask.quantity', 'whichYear', 'op.average', 'op.change', 'every') &&
    (asked.groupBy === null || asked.marks.has('group.agency')) &&
    asksWhether(asked.marks) &&
    saysAll(asked.marks) &&
    !describesBodies(asked),
  plan(asked) {
    const [condition, ...more] = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    const exception = condition === undefined || more.length > 0 ? null : denied(condition);
    if (exception === null) return null;
    asked.marks.useRule('all', 'group.agency', 'which', 'count', 'cmp', 'filler');
    useAsking(asked.marks);
    return drafted(asked, 'count', 'many', {
      conditions: [exception],
      groupBy: 'agency',
      claim: { comparison: 'eq', value: 0 },
    });
  },
};

/** What is so of an exception; null where it has no opposite. */
function denied(condition: Condition): Condition | null {
  if (!('value' in condition) || condition.comparison === 'between') return null;
  const none = condition.comparison === 'gt' && condition.value === 0;
  return { ...condition, comparison: none ? 'eq' : negated[condition.comparison] };
}
