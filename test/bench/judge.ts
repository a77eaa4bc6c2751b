/** How well and how fast a search answers a set of judged queries. */
import { timed } from './figures.ts';
import type { Query } from './queries.ts';

/** Results that are looked at. */
export const DEPTH = 10;

/** What a search found: for each result the wanted sentences that it shows, best first; and words that it says are nowhere. */
export interface Answered {
  readonly shown: readonly (readonly string[])[];
  readonly absent?: readonly string[];
}

export interface Judged {
  readonly ms: readonly number[];
  /** Milliseconds of processor time: what runs beside it counts less. */
  readonly cpu: readonly number[];
  /** Mean reciprocal rank of the first result that answers. */
  readonly mrr: number;
  /** Discounted gain of the first ten against the best that was possible. */
  readonly ndcg: number;
  /** Share of the queries with an absent word for which it was named. */
  readonly named: number | null;
  /** Queries of which the first result does not answer. */
  readonly missed: readonly Query[];
}

export async function judge(queries: readonly Query[], search: (query: Query) => Promise<Answered>): Promise<Judged> {
  const ms: number[] = [];
  const cpu: number[] = [];
  const missed: Query[] = [];
  let mrr = 0;
  let ndcg = 0;
  let absent = 0;
  let named = 0;
  for (const query of queries) {
    const { ms: took, cpu: worked, result } = await timed(() => search(query));
    ms.push(took);
    cpu.push(worked);
    const seen = new Set<string>();
    // A result answers once: what was shown before is no gain.
    const gains = result.shown.slice(0, DEPTH).map((sentences) => {
      const fresh = sentences.filter((sentence) => query.wanted.has(sentence) && !seen.has(sentence));
      for (const sentence of fresh) seen.add(sentence);
      return fresh.length > 0;
    });
    const first = gains.indexOf(true);
    if (first >= 0) mrr += 1 / (first + 1);
    if (first !== 0) missed.push(query);
    ndcg += discounted(gains) / discounted(Array.from({ length: Math.min(DEPTH, query.wanted.size) }, () => true));
    if (query.absent === undefined) continue;
    absent++;
    const word = query.absent;
    if (result.absent?.some((term) => word.includes(term) || term.includes(word))) named++;
  }
  const { length } = queries;
  return { ms, cpu, mrr: mrr / length, ndcg: ndcg / length, named: absent === 0 ? null : named / absent, missed };
}

const discounted = (gains: readonly boolean[]) =>
  gains.reduce((sum, gain, at) => sum + (gain ? 1 / Math.log2(at + 2) : 0), 0);
