/** Without: a question less its ordinary words, which restrict nothing; the answer says that they were not used. */
import type { Heard } from './hear.ts';
import { fires, type Mark, Marks } from './marks.ts';
import type { Reading } from './reading.ts';
import { originalOf } from './typed.ts';

/**
 * The pieces that are ordinary words and nothing else, and the question without them. `heard` with its ordinary words as marks:
 * one that can also mean something stays, and may stay unused.
 */
export function withoutPlain(heard: Heard): { spared: readonly Mark[]; rest: Heard } {
  const { all } = heard.marks;
  // "For not providing": what is denied is what is asked about.
  const denied = (at: number) => {
    const before = all[at - 1];
    return (
      before !== undefined && fires(before, 'not') && heard.typed.text.slice(before.end, all[at]!.start).trim() === ''
    );
  };
  const spared = all.filter(
    (mark, at) =>
      fires(mark, 'plain') &&
      !(denied(at) && !fires(mark, 'filler')) &&
      mark.senses.every((each) => each.kind === 'word' && /^(plain|filler)$/.test(each.rule)),
  );
  const marks = new Marks(all.filter((mark) => !spared.includes(mark)));
  return { spared: spared.filter((mark) => !fires(mark, 'filler')), rest: { ...heard, marks } };
}

/** The reading, saying which words it did without. */
export function spares(reading: Reading, spared: readonly Mark[], { typed }: Heard): Reading {
  if (reading.plan === null || spared.length === 0) return reading;
  const words = spared.slice(0, 4).map(({ start, end }) => originalOf(typed, start, end));
  const value = reading.language === 'zh' ? `“${words.join('”“')}”` : `“${words.join('”, “')}”`;
  const unused = { slot: 'unused', value, origin: 'assumed' as const, alternative: null };
  return { ...reading, plan: { ...reading.plan, assumptions: [...reading.plan.assumptions, unused] } };
}
