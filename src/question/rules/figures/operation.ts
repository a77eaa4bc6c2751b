/** An operation on figures: when it fits what is asked, and the plan that it then makes. */
import type { Draft } from '../../hearing.ts';
import type { PlanInput } from '../../plan.ts';
import type { Asked } from './asked.ts';

export interface Operation {
  readonly name: string;
  fits(asked: Asked): boolean;
  /** Null where a closer look shows that it does not say what is asked: the words that it read are read, and the next one may speak. */
  plan(asked: Asked): Draft | null;
}

/** The draft of an operation on what is asked. */
export function drafted(
  { marks, figures, rate, share, measures, combine, assumed }: Asked,
  operation: PlanInput['operation'],
  needs: Draft['needs'],
  plan: Partial<Draft['plan']> = {},
): Draft {
  marks.useRule('group');
  const draft: Draft = {
    rule: `figures: ${operation}`,
    needs,
    plan: { operation, measures, combine, rate: rate === 'unknown' ? null : rate, share, ...plan },
    assumed: assumed ? [assumed] : [],
  };
  // 规范性文件最多: made, in force or repealed? Figures of several kinds are never ranked or added together.
  const [only] = figures;
  const mixed =
    ['rank', 'sum', 'average', 'list', 'count'].includes(operation) &&
    figures.length === 1 &&
    only!.combine === 'each' &&
    only!.ids.length > 1 &&
    only!.marks.length > 0 &&
    rate === null;
  return mixed ? { ...draft, either: { start: only!.start, end: only!.end, measures: only!.ids } } : draft;
}
