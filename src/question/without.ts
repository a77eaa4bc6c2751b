/** Without: a question less its ordinary words, which restrict nothing; the answer says that they were not used. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isPlain } from '../lexicon/plain.ts';
import type { Heard } from './hear.ts';
import { type Mark, Marks } from './marks.ts';
import type { Reading } from './plan.ts';
import { originalOf } from './typed.ts';

/** The pieces that nothing recognised and that are ordinary words, and the question without them. */
export function withoutPlain(heard: Heard, lexicon: Lexicon): { spared: readonly Mark[]; rest: Heard } {
  const spared = heard.marks.all.filter((mark) => mark.senses.length === 0 && isPlain(mark.text, lexicon.words.plain));
  const marks = new Marks(heard.marks.all.filter((mark) => !spared.includes(mark)));
  return { spared, rest: spared.length > 0 ? { ...heard, marks } : heard };
}

/** The reading, saying which words it did without. */
export function spares(reading: Reading, spared: readonly Mark[], { typed }: Heard): Reading {
  if (reading.plan === null) return reading;
  const words = spared.slice(0, 4).map(({ start, end }) => originalOf(typed, start, end));
  const value = reading.language === 'zh' ? `“${words.join('”“')}”` : `“${words.join('”, “')}”`;
  const unused = { slot: 'unused', value, origin: 'assumed' as const, alternative: null };
  return { ...reading, plan: { ...reading.plan, assumptions: [...reading.plan.assumptions, unused] } };
}
