/** What is asked for beside another figure: in an enumeration, or in a clause of its own. */
import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { type Mark, type Marks, type SenseOf, sense } from '../../marks.ts';
import { asks } from '../apart.ts';
import { type Cluster, sameSet } from './cluster.ts';

/** "Received, disclosed and refused": of three and more that only commas and "and" stand between, all but the first. */
export function enumerated({ all }: Marks, text: string): ReadonlySet<Mark> {
  const found = new Set<Mark>();
  let run: Mark[] = [];
  for (const mark of all.filter((each) => sense(each, 'measure') !== undefined)) {
    const last = run.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, mark.start);
    if (!/^ ?(?:[,，、]|[,，]? ?(?:and|和|及|以及)) ?$/.test(between)) run = [];
    run.push(mark);
    if (run.length > 2) for (const each of run.slice(1)) found.add(each);
  }
  return found;
}

/**
 * 被复议几次，其中纠正的几次 · "how many lawsuits, and how many lost": a number is asked of the whole, and then of a part of it. Of a sum
 * every part is shown beside it.
 */
export function askedBeside(
  clusters: readonly Cluster[],
  mark: Mark,
  { ids, fallback }: SenseOf<'measure'>,
  clauses: readonly (readonly Mark[])[],
  { words }: Lexicon,
): Cluster | null {
  const clause = clauses.find((each) => each.includes(mark)) ?? [];
  if (!asks(clause)) return null;
  for (const whole of [...clusters].reverse()) {
    const before = clauses.find((each) => whole.marks.some((own) => each.includes(own))) ?? [];
    const both = whole.ids.filter((id) => ids.includes(id));
    if (before === clause || both.length === 0 || both.length === whole.ids.length || !asks(before)) continue;
    if (words.groups.some(({ combine, measures }) => combine === 'sum' && sameSet(measures, whole.ids))) return whole;
    return { marks: [mark], ids: both, fallback: both.length === ids.length ? fallback : [], joined: true };
  }
  return null;
}

/** Those of which a number is asked in a clause of their own, where it is of two and more. */
export function askedApart(clusters: readonly Cluster[], clauses: readonly (readonly Mark[])[]): Cluster[] {
  const within = (cluster: Cluster) => clauses.filter((clause) => cluster.marks.some((mark) => clause.includes(mark)));
  const alone = clusters.filter((cluster) => {
    const [own, ...more] = within(cluster);
    return (
      own !== undefined &&
      more.length === 0 &&
      asks(own) &&
      clusters.every((other) => other === cluster || !within(other).includes(own))
    );
  });
  return alone.length > 1 ? alone : [];
}
