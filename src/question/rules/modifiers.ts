/** Figures that say which bodies are meant: 被起诉过的单位, "agencies that were sued", "bodies without any review". */
import type { Hearing } from '../hearing.ts';
import { fires } from '../marks.ts';
import type { Figure } from './measures/figure.ts';

/** Whether the figure is said of bodies, about which another one is asked. */
export const ofBodies =
  ({ question: { text }, figures }: Pick<Hearing, 'question'> & { readonly figures: readonly Figure[] }) =>
  ({ start, end }: Figure): boolean =>
    figures.length > 1 && (behind.test(text.slice(end)) || before.test(text.slice(0, start)));

const behind = /^(?:过|了|到)?的?(?:那些|这些|各)?(?:单位|部门|机关|机构)/;
const before =
  /\b(?:agencies|bodies|departments|bureaus|offices|authorities|units|those|ones) (?:that|which|who|with|without|having|where|not)(?: (?:were|was|had|have|has|did|been|being|any|a|an|some|not|no|never))* $/;

/**
 * 收到过申请的单位里，哪家最少 · "of those that received any, which received the fewest": a figure says which bodies are meant, and the same
 * one is asked of them. Of them all, those that have none come first.
 */
export function amongThose(
  { question: { text }, marks, figures }: Pick<Hearing, 'question' | 'marks'> & { readonly figures: readonly Figure[] },
  { marks: said }: Figure,
): boolean {
  const [first] = said;
  if (figures.length > 1 || first === undefined) return false;
  if (said.some(({ start }) => ofThose.test(text.slice(0, start)))) return marks.has('order', 'op.average');
  const asked = marks.all.some((mark) => mark.start > first.end && (fires(mark, 'order') || fires(mark, 'op.average')));
  return asked && within.test(text.slice(first.end));
}

const within =
  /^(?:过|了|到)?的?(?:那些|这些|各)?(?:单位|部门|机关|机构|[\u4e00-\u9fff]{1,7}[局委厅办])(?:里|中|当中|之中|里面|内|平均|[,，])/;
const ofThose =
  /\b(?:among|amongst|of|out of|for) (?:all |only )?(?:the |those )?(?:[a-z&-]+ ){0,3}(?:agencies|bodies|departments|bureaus|offices|authorities|units|those|ones)(?: in [a-z' ]+?)? (?:that|which|who|with|having)(?: (?:had|have|has|did|actually|ever|any|a|an|some|at least))* $/;
