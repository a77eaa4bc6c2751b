/** Every sentence that an answer is worded with, Chinese and English side by side. Reasons and warnings stand with their rules. */
import type { Language } from '../question/plan.ts';
import { claims } from './phrases/claims.ts';
import { digests } from './phrases/digests.ts';
import { figures } from './phrases/figures.ts';
import { labels } from './phrases/labels.ts';
import { parts } from './phrases/parts.ts';
import { reports } from './phrases/reports.ts';

export const phrases = { ...claims, ...figures, ...reports, ...parts, ...labels, ...digests } as const;

export type Say = { readonly [K in keyof typeof phrases]: (typeof phrases)[K]['zh'] };

/** The phrases of one language. */
export function speak(language: Language): Say {
  const said = Object.fromEntries(Object.entries(phrases).map(([key, each]) => [key, each[language]]));
  return said as unknown as Say;
}
