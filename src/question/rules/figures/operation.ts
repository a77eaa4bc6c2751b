/** An operation on figures: when it fits what is asked, and the plan that it then makes. */
import type { Lexicon } from '../../../lexicon/lexicon.ts';
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
  { marks, figures, rate, share, measures, combine, assumed, when, lexicon }: Asked,
  operation: PlanInput['operation'],
  needs: Draft['needs'],
  plan: Partial<Draft['plan']> = {},
): Draft {
  marks.useRule('group');
  const draft: Draft = {
    rule: `figures: ${operation}`,
    needs,
    plan: {
      operation,
      measures,
      combine,
      rate: rate === 'unknown' ? null : rate,
      share,
      ...oneIn(operation, marks),
      ...plan,
    },
    assumed: assumed ? [assumed] : [],
  };
  // 规范性文件最多: made, in force or repealed? Figures of several kinds are never ranked or added together.
  const [only] = figures;
  const mixed =
    ['rank', 'sum', 'average', 'list', 'count'].includes(operation) &&
    figures.length === 1 &&
    // Every cell of a breakdown is meant, and none of them in particular.
    only!.end > only!.start &&
    only!.combine === 'each' &&
    only!.ids.length > 1 &&
    only!.marks.length > 0 &&
    rate === null;
  if (!mixed) return draft;
  // Fees of 2022: of what the word can mean, the form of that year has one.
  const held = only!.ids.filter((id) => inForms(id, when.years, lexicon));
  if (held.length === 1)
    return { ...draft, plan: { ...draft.plan, measures: measures.filter(({ measure }) => measure === held[0]) } };
  return { ...draft, either: { start: only!.start, end: only!.end, measures: only!.ids } };
}

/** 每几件有一件. */
const oneIn = (operation: PlanInput['operation'], marks: Asked['marks']): { oneIn?: true } =>
  operation === 'rate' && marks.has('op.rate.oneIn') ? { oneIn: true } : {};

/** Whether the forms of all these years have the cell; 2019 and 2020 share one form, all later years the other. */
const inForms = (id: string, years: readonly number[], lexicon: Lexicon): boolean =>
  years.length > 0 &&
  years.every(
    (year) => lexicon.measures.find((each) => each.id === id)?.forms.includes(year < 2021 ? '2019' : '2021') === true,
  );

/** A question that is understood and that no plan can say. */
export const unsaid = (operation: PlanInput['operation']): Draft => ({
  rule: 'share without a name',
  needs: 'none',
  plan: { operation },
});
