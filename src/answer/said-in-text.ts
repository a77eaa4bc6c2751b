/** What the text says of a cell that its table leaves blank, loses or does not hold: a statement beside it, never its value. */
import type { ClaimKind } from '../report/audit/claim-kinds.ts';
import { claimsOf } from '../report/audit/claims.ts';
import { Locator, passagesOf } from '../report/audit/passage.ts';
import { claimEvidence } from '../report/audit/text-against-table.ts';
import type { Evidence } from '../report/report.ts';
import type { Desk } from './desk.ts';
import type { Figure } from './figures.ts';

/** What a text calls the figure of a cell, or of the cells that begin so. */
const names: readonly (readonly [RegExp, readonly ClaimKind[]])[] = [
  [/^applications\.received\/total$/, ['received', 'newlyReceived']],
  [/^applications\.received\/natural$/, ['natural']],
  [/^applications\.carriedOver\/total$/, ['carriedOver']],
  [/^applications\.carriedForward\/total$/, ['carriedForward']],
  [/^applications\.handled\/total$/, ['handled', 'processed']],
  [/^applications\.disclosed\/total$/, ['disclosed']],
  [/^applications\.partlyDisclosed\/total$/, ['partlyDisclosed']],
  [/^applications\.refused\.[A-Za-z]+\/total$/, ['refused']],
  [/^applications\.unavailable\.[A-Za-z]+\/total$/, ['unavailable']],
  [/^applications\.unprocessed\.[A-Za-z]+\/total$/, ['unprocessed']],
  [/^review\.total\/$/, ['review']],
  [/^review\.upheld\/$/, ['review.upheld']],
  [/^review\.corrected\/$/, ['review.corrected']],
  [/^litigation\.(direct|afterReview)\.total\/$/, ['litigation']],
];

/** One report that is held already needs no limit of time. */
const unhurried = { look: () => undefined, step: () => undefined };

/** Sentences of the report's text that state the figure; of parts (one ground, one kind of lawsuit) only that there were none. */
export async function saidInText(desk: Desk, { refs, head }: Figure): Promise<Evidence[]> {
  const cells = refs.map(({ measure, applicant }) => `${measure}/${applicant ?? ''}`);
  const [, kinds] = names.find(([test]) => cells.length > 0 && cells.every((each) => test.test(each))) ?? [];
  const report = kinds === undefined ? null : await desk.store.report(head.report);
  if (kinds === undefined || report === null) return [];
  const lines = (await desk.store.text(head.report))?.split('\n') ?? null;
  const locator = new Locator(report, lines);
  const part = cells.length === 1 && /\.(refused|unavailable|unprocessed)\.|^litigation/.test(cells[0]!);
  return claimsOf(report, passagesOf(report), unhurried)
    .filter((claim) => claim.plain && claim.whole && claim.kinds.some((kind) => kinds.includes(kind)))
    .filter((claim) => (part ? claim.value === 0 : claim.kinds.length === 1 || claim.value === 0))
    .map((claim) => claimEvidence(claim, locator))
    .slice(0, 2);
}
