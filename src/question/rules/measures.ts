/** What: the cells that the question asks for. A word stands for a set of cells; words near each other mean what they share. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type SenseOf, sense } from '../marks.ts';
import { cut } from './apart.ts';
import { apart, boundsIn } from './bounds.ts';
import { askedApart, askedBeside, enumerated } from './measures/beside.ts';
import { type Cluster, familyOf, sameSet } from './measures/cluster.ts';
import { type Figure, figureOf } from './measures/figure.ts';
import { withoutFrames } from './measures/frames.ts';

const breaks = (mark: Mark) => fires(mark, 'and');

/** Figures in order. Words that only frame another ("of the applications received, how many were refused") are dropped. */
export function figuresIn(
  { marks, lexicon, question: { text } }: Pick<Hearing, 'marks' | 'lexicon' | 'question'>,
  skip: (mark: Mark) => boolean,
  several = false,
): Figure[] {
  const bounds = boundsIn(marks);
  let clusters: Cluster[] = [];
  let joined = false;
  const listed = enumerated(marks, text);
  const clauses = cut(marks.all, text);
  for (const mark of marks.all) {
    const found = sense(mark, 'measure');
    if (!found || skip(mark)) {
      if (breaks(mark)) joined = true;
      continue;
    }
    marks.use(mark);
    joined ||= listed.has(mark);
    const sizes = new Map(clusters.map((each) => [each, each.ids.length]));
    const near = clusters.filter((each) => sameSet(each.ids, found.ids) || !apart(each, mark, bounds, marks, text));
    const part = askedBeside(near, mark, found, clauses, lexicon);
    if (part) {
      if (!clusters.includes(part)) clusters.push(part);
      joined = false;
      continue;
    }
    const shared = narrow(near, found, joined);
    if (shared && !clusters.includes(shared)) clusters.push(shared);
    if (shared) shared.marks.push(mark);
    // "And at least one of the applications carried forward": "applications" adds nothing, and what follows is still joined.
    if (shared && joined && shared.ids.length === sizes.get(shared) && found.ids.length > shared.ids.length) continue;
    if (!shared) clusters.push({ marks: [mark], ids: found.ids, fallback: found.fallback, joined });
    joined = false;
  }
  ofOneFamily(clusters);
  for (const each of askedApart(clusters, clauses)) Object.assign(each, { asked: true, joined: true });
  if (several) for (const cluster of clusters) cluster.joined = true;
  clusters = withoutFrames(clusters, { marks, text, bounds });
  for (const cluster of clusters) inItems(cluster, text);
  return clusters.map((cluster) => figureOf(cluster, lexicon));
}

/** 行政许可有几项, "how many licensing items": 项 counts kinds of matters, and no decisions (件). */
function inItems(cluster: Cluster, text: string): void {
  const items = cluster.ids.filter((id) => id.endsWith('.itemsPrior'));
  const decided = cluster.ids.length > 1 && cluster.fallback.every((id) => id.endsWith('.decisions'));
  if (items.length === 1 && decided && countsItems.test(text)) cluster.ids = items;
}

const countsItems =
  /(?:许可|审批|处罚|强制|服务事项|管理事项)(?:事项|项目|)(?:一共|总共|共|)(?:有|)(?:几|多少)项(?!决定)|\bhow many [a-z ]{0,40}\bitems\b/;

/** The cluster that the word narrows, or that narrows the word; null where it names something else. */
function narrow(clusters: Cluster[], found: SenseOf<'measure'>, joined: boolean): Cluster | null {
  for (const cluster of [...clusters].reverse()) {
    const both = cluster.ids.filter((id) => found.ids.includes(id));
    if (both.length === 0) continue;
    // "upheld and corrected reviews": the second outcome is another figure, the family holds for both.
    if (joined && both.length === cluster.ids.length && both.length === found.ids.length) return cluster;
    cluster.fallback =
      both.length === cluster.ids.length ? cluster.fallback : both.length === found.ids.length ? found.fallback : [];
    cluster.ids = both;
    for (const other of clusters) {
      if (other === cluster || !joined) continue;
      const narrowed = other.ids.filter((id) => found.ids.includes(id));
      if (narrowed.length > 0) other.ids = narrowed;
    }
    return cluster;
  }
  // A family that was named before narrows this word: "reviews: how many upheld, how many corrected".
  const last = clusters.at(-1);
  if (last && found.ids.length > 1) {
    const family = familyOf(last.ids);
    const within = family ? found.ids.filter((id) => id.startsWith(`${family}.`)) : [];
    if (within.length > 0) {
      clusters.push({ marks: [], ids: within, fallback: [], joined: joined || family !== 'applications' });
      return clusters.at(-1)!;
    }
  }
  return null;
}

/** "Total disclosed and partly disclosed": what can be of several families is of the one that the others are of. */
function ofOneFamily(clusters: readonly Cluster[]): void {
  const families = new Set(clusters.flatMap(({ ids }) => familyOf(ids) ?? []));
  const [only] = families;
  if (families.size !== 1) return;
  for (const cluster of clusters) {
    if (familyOf(cluster.ids) !== null) continue;
    const within = cluster.ids.filter((id) => id.startsWith(`${only}.`));
    if (within.length > 0) cluster.ids = within;
  }
}
