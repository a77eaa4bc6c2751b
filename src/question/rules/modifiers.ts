/** Figures that say which bodies are meant: 被起诉过的单位, "agencies that were sued", "bodies without any review". */
import type { Hearing } from '../hearing.ts';
import type { Figure } from './measures.ts';

/** Whether the figure is said of bodies, about which another one is asked. */
export const ofBodies =
  ({ question: { text }, figures }: Pick<Hearing, 'question'> & { readonly figures: readonly Figure[] }) =>
  ({ start, end }: Figure): boolean =>
    figures.length > 1 && (behind.test(text.slice(end)) || before.test(text.slice(0, start)));

const behind = /^(?:过|了|到)?的?(?:那些|这些|各)?(?:单位|部门|机关|机构)/;
const before =
  /\b(?:agencies|bodies|departments|bureaus|offices|authorities|units|those|ones) (?:that|which|who|with|without|having|where|not)(?: (?:were|was|had|have|has|did|been|being|any|a|an|some|not|no|never))* $/;
