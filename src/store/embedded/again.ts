/** The best passages again, by what is known of them beside their terms. Pure over the index. */
import type { DivisionSpan } from '../../lexicon/lexicon.ts';
import { literal, local } from '../rank.ts';
import type { ReportHead } from '../store.ts';
import type { Found } from './find.ts';
import type { Followed } from './follow.ts';
import { tight } from './phrase.ts';
import type { Postings } from './postings.ts';

/** Of the best passages so many are compared with what was typed, by pieces of so many characters. */
const reread = 50;
const shortestPiece = 4;
const han = /[\u2e80-\u9fff]/;

const inOrder = (index: Postings) => (a: Found, b: Found) =>
  b.score - a.score || index.row(a.passage) - index.row(b.passage);

/** Those before others whose report is of a place that was named: 西区 stands in 铁西区 too. */
export function placed(best: readonly Found[], named: readonly DivisionSpan[], { index, heads }: Followed) {
  const places = named.flatMap(({ divisions }) => divisions);
  if (places.length === 0 || best.length < 2) return best;
  const of = (head: ReportHead | undefined) => head && places.some(({ level, zh }) => head.region[level] === zh);
  const again = best.map(({ passage, score }) => ({
    passage,
    score: of(heads.get(index.report(passage))) ? score * local : score,
  }));
  return again.sort(inOrder(index));
}

/** Those first that hold what was typed as it was typed. */
export async function literally(
  best: readonly Found[],
  typed: string,
  index: Postings,
  textsOf: (passages: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<readonly Found[]> {
  const pieces = typed
    .split(/\s+/)
    .filter((piece) => piece.length >= shortestPiece && han.test(piece))
    .map((piece) => [piece, tight(piece)]);
  if (pieces.length === 0 || best.length < 2) return best;
  const top = best.slice(0, reread);
  const texts = await textsOf(top.map(({ passage }) => passage));
  const again = top.map(({ passage, score }) => ({
    passage,
    score: score * literal(texts.get(passage) ?? '', pieces),
  }));
  return [...again.sort(inOrder(index)), ...best.slice(reread)];
}
