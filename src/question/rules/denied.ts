/** What a word that denies reaches: 没有复议和诉讼, "neither reviews nor lawsuits", 复议、诉讼都没有 deny each of what is joined. */
import type { Marks } from '../marks.ts';
import type { Condition } from '../plan.ts';
import type { Compared } from './comparisons.ts';
import type { Figure } from './measures/figure.ts';

const none: Compared = { comparison: 'eq', value: 0 };

/** Nothing but a conjunction; "but had" begins a clause of its own, and so does 被 where only what follows it has it. */
const joins = /^(?:\s|[和与及跟或、]|或者|以及|还是|,|\b(?:and|or|nor|any|a|an)\b)*$/;
const joinsSuffered = /^(?:和|或|或者|以及)被$/;

const isDenied = (whats: readonly Compared[] | undefined): boolean =>
  whats !== undefined && whats.length === 1 && JSON.stringify(whats[0]) === JSON.stringify(none);

/** A figure without a comparison of its own is denied with the one that it is joined to. */
export function reachOn(pairs: Map<Figure, Compared[]>, figures: readonly Figure[], text: string): void {
  const inOrder = [...figures].sort((a, b) => a.start - b.start);
  const suffered = ({ start }: Figure) => text.charAt(start) === '被' || text.charAt(start - 1) === '被';
  const reach = (from: Figure | undefined, to: Figure | undefined, between: string) => {
    if (!from || !to || pairs.has(to) || !isDenied(pairs.get(from))) return;
    // Two figures of one name are denied together.
    const own = text.charAt(to.start) === '被' && !suffered(from);
    const joined = from.marks === to.marks || (between !== '' && !own && joins.test(between));
    if (!joined && !(joinsSuffered.test(between) && suffered(from))) return;
    pairs.set(to, [none]);
  };
  for (const [at, figure] of inOrder.entries())
    reach(inOrder[at - 1], figure, text.slice(inOrder[at - 1]?.end ?? 0, figure.start));
  // 复议、诉讼都没有: only a word for all reaches back ("received some and refused none").
  const back = /^(?:都|均|全都|全|一样)(?:也)?(?:没|无|未)/.test(text.slice(inOrder.at(-1)?.end ?? 0));
  for (const [at, figure] of [...inOrder.entries()].reverse()) {
    const next = inOrder[at + 1];
    if (back || next?.marks === figure.marks) reach(next, figure, text.slice(figure.end, next?.start ?? 0));
  }
}

/** One word denies several: none of them is so, whatever joins them. */
export function deniesTogether(marks: Marks, conditions: readonly Condition[]): boolean {
  const zero = conditions.every((each) => 'value' in each && each.comparison === 'eq' && each.value === 0);
  return conditions.length > 1 && zero && marks.firing('not').length < conditions.length;
}

/** 复议和诉讼 as one name: two figures, of which each is asked for. */
export function apartOf(figures: readonly Figure[]): readonly Figure[] {
  const [only, ...more] = figures;
  if (only === undefined || more.length > 0 || only.combine === 'sum') return figures;
  const families = ['review.total', 'litigation.direct.total', 'litigation.afterReview.total'];
  if (only.ids.length !== families.length || !only.ids.every((id) => families.includes(id))) return figures;
  const [review, ...litigation] = families;
  return [
    { ...only, ids: [review!], combine: 'each' },
    { ...only, ids: litigation, combine: 'sum' },
  ];
}
