/** What: the cells that the question asks for. A word stands for a set of cells; words near each other mean what they share. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type Marks, type SenseOf, sense } from '../marks.ts';
import type { MeasureRef } from '../plan.ts';
import { asks, cut } from './apart.ts';
import { apart, type Bound, boundedAlone, boundsIn } from './bounds.ts';

/** What the question asks for: one figure a report, made of one cell or of several. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  /** More than one cell: whether they add up to one figure. */
  readonly combine: 'each' | 'sum';
  /** The words only hinted at it ("applications"): a default was taken. */
  readonly assumed: boolean;
  readonly marks: readonly Mark[];
}

const breaks = (mark: Mark) => fires(mark, 'and');
export const outcome =
  /^applications\.(disclosed|partlyDisclosed|refused|unavailable|unprocessed|other|handled|carried)/;

/** How an application was answered, as against how many were. */
const cameOut = /^applications\.(disclosed|partlyDisclosed|refused|unavailable|unprocessed|other)/;

/** The question that the clusters stand in. */
interface Asked {
  readonly marks: Marks;
  readonly text: string;
  readonly bounds: readonly Bound[];
}

interface Cluster {
  marks: Mark[];
  ids: readonly string[];
  fallback: readonly string[];
  /** After 和, "and", a comma: asked for beside what stands before. */
  joined: boolean;
  /** A number is asked of it in a clause of its own, as of another: it frames none. */
  asked?: boolean;
}

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
  return clusters.map((cluster) => figureOf(cluster, lexicon));
}

/** "Received, disclosed and refused": of three and more that only commas and "and" stand between, all but the first. */
function enumerated({ all }: Marks, text: string): ReadonlySet<Mark> {
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
function askedBeside(
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
function askedApart(clusters: readonly Cluster[], clauses: readonly (readonly Mark[])[]): Cluster[] {
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

function familyOf(ids: readonly string[]): string | null {
  const families = new Set(ids.map((id) => id.split('.')[0]!));
  return families.size === 1 ? [...families][0]! : null;
}

/** "Received" and "applications" beside an outcome only say whose outcome it is, unless both are asked for. */
function withoutFrames(clusters: readonly Cluster[], asked: Asked): Cluster[] {
  const { marks } = asked;
  // "Get sued", 收到复议: a verb of receiving that no application stands beside says nothing of applications.
  const others = clusters.some(({ ids }) => !ids.some((id) => id.startsWith('applications.')));
  const verbs = (cluster: Cluster) =>
    cluster.ids.length === 1 &&
    (cluster.ids[0] === 'applications.received' || cluster.ids[0] === 'applications.handled') &&
    (cluster.ids[0] === 'applications.handled' ||
      !cluster.marks.some(({ text }) => /申请|appl|request|intake|新收/.test(text)));
  // 被申请过行政复议: what is applied for is the review, right behind.
  const appliesFor = (cluster: Cluster) => {
    const next = clusters[clusters.indexOf(cluster) + 1];
    const [only, ...more] = cluster.marks;
    return (
      next !== undefined &&
      !next.joined &&
      only !== undefined &&
      more.length === 0 &&
      /^(申请|提出申请|提起申请)$/.test(only.text) &&
      next.ids.every((id) => /^(review|litigation)\./.test(id)) &&
      Math.min(...next.marks.map(({ start }) => start)) - only.end <= 2
    );
  };
  // 以予以公开办结的申请, "closed because the fee was not paid": of what was answered, how the answer came out.
  const cameOutAs = (cluster: Cluster) =>
    !cluster.joined &&
    !cluster.marks.some(({ text }) => /总|共|合计|total|all|altogether/.test(text)) &&
    clusters.some((each) => each !== cluster) &&
    clusters.every((each) => each === cluster || (!each.joined && each.ids.every((id) => cameOut.test(id))));
  // 答复无法提供的, "handled as refused": the outcome stands right behind the verb.
  const answersWith = (cluster: Cluster) => {
    const next = clusters[clusters.indexOf(cluster) + 1];
    return (
      next !== undefined &&
      verbs(cluster) &&
      next.ids.every((id) => outcome.test(id)) &&
      adjoins(
        marks,
        Math.max(...cluster.marks.map(({ end }) => end)),
        Math.min(...next.marks.map(({ start }) => start)),
      )
    );
  };
  const answersAs = (cluster: Cluster) =>
    cluster.ids.length === 1 &&
    cluster.ids[0] === 'applications.handled' &&
    (cameOutAs(cluster) || answersWith(cluster));
  for (const frames of [answersAs, appliesFor])
    if (clusters.some(frames))
      return withoutFrames(
        clusters.filter((cluster) => !frames(cluster)),
        asked,
      );
  const issued = (cluster: Cluster) =>
    cluster.ids.length === 4 &&
    cluster.ids.every((id) => /\.(issued|made)$/.test(id)) &&
    // Nobody enacts an application: such a word is not dropped beside one.
    cluster.marks.every(({ text }) => !/^(enacted|adopted|produced|promulgated|formulated)$/.test(text));
  if (clusters.length > 1 && clusters.some(issued))
    return withoutFrames(
      clusters.filter((cluster) => !issued(cluster)),
      asked,
    );
  if (others)
    return outcomesFirst(
      clusters.filter((cluster) => !verbs(cluster)),
      asked,
    );
  return outcomesFirst(clusters, asked);
}

/** Nothing stands between but what joins a verb to its outcome: "answered with “unable to provide”", 答复为无法提供. */
const adjoins = ({ all }: Marks, end: number, start: number): boolean => {
  const between = all.filter((mark) => mark.start >= end && mark.end <= start);
  return start === end || (between.length > 0 && between.every(({ text }) => /^(with|as|by|为|成|是|作)$/.test(text)));
};

/** Of an outcome and what frames it, the outcome. */
function outcomesFirst(clusters: readonly Cluster[], asked: Asked): Cluster[] {
  const { marks, text, bounds } = asked;
  const framed = clusters.some(({ ids }) => ids.every((id) => outcome.test(id)));
  const kept = clusters.filter((cluster, index) => {
    if (!framed || cluster.asked === true || cluster.ids.every((id) => outcome.test(id))) return true;
    const next = clusters[index + 1];
    const receives = cluster.ids.includes('applications.received');
    return (
      !receives ||
      next?.joined === true ||
      (cluster.joined && index > 0) ||
      boundedAlone(cluster, next, bounds, marks, text)
    );
  });
  // 其他处理里逾期不补正的: the part is asked for, not what it is a part of.
  const partOf = (cluster: Cluster) =>
    kept.some(
      (part) =>
        part !== cluster &&
        !part.joined &&
        !cluster.joined &&
        cluster.ids.length === 1 &&
        part.ids.every((id) => id.startsWith(`${cluster.ids[0]}.`)),
    );
  // "Petitions-type refusals": a word for every refusal right behind the ground that it was refused on.
  const echoes = (cluster: Cluster) =>
    !cluster.joined &&
    cluster.ids.length > 1 &&
    cluster.ids.every((id) => id.startsWith('applications.refused.')) &&
    kept.some(
      (ground) =>
        ground !== cluster &&
        ground.ids.length === 1 &&
        /^applications\.(unprocessed|unavailable|other)\./.test(ground.ids[0]!) &&
        // "Refused because the fee was not paid": the ground may stand right behind.
        (Math.abs(cluster.marks[0]!.start - ground.marks.at(-1)!.end) <= 6 ||
          Math.abs(ground.marks[0]!.start - cluster.marks.at(-1)!.end) <= 2),
    );
  if (kept.some(echoes))
    return outcomesFirst(
      kept.filter((cluster) => !echoes(cluster)),
      asked,
    );
  if (kept.some(partOf))
    return outcomesFirst(
      kept.filter((cluster) => !partOf(cluster)),
      asked,
    );
  const grounds = kept.filter(({ ids }) => ids.length === 1);
  // "Refused because of state secrets": the ground is asked for, not the group that it belongs to.
  return kept.filter(
    (cluster) =>
      cluster.ids.length === 1 ||
      cluster.asked === true ||
      !grounds.some(
        (ground) =>
          cluster !== ground && groupOf(cluster.ids) !== null && ground.ids[0]!.startsWith(`${groupOf(cluster.ids)}.`),
      ),
  );
}

function groupOf(ids: readonly string[]): string | null {
  const heads = new Set(ids.map((id) => id.split('.').slice(0, 2).join('.')));
  return heads.size === 1 && ids.length > 1 ? [...heads][0]! : null;
}

function figureOf({ marks, ids, fallback }: Cluster, lexicon: Lexicon): Figure {
  const start = Math.min(...marks.map((mark) => mark.start));
  const end = Math.max(...marks.map((mark) => mark.end));
  const narrowed = fallback.filter((id) => ids.includes(id));
  const chosen = narrowed.length > 0 ? narrowed : ids;
  if (chosen.length === 1 && /^(rules|normative)\.(made|issued)$/.test(chosen[0]!)) {
    const family = chosen[0]!.split('.')[0];
    return { start, end, ids: [`${family}.made`, `${family}.issued`], combine: 'sum', assumed: false, marks };
  }
  const group = lexicon.words.groups.find(({ combine, measures }) => combine === 'sum' && sameSet(measures, chosen));
  const combine =
    group || formNames(chosen) || (chosen.length > 1 && chosen.every((id) => id.startsWith('litigation.')))
      ? 'sum'
      : 'each';
  return {
    start,
    end,
    ids: chosen,
    combine,
    assumed: narrowed.length > 0 && narrowed.length < ids.length && ids.some((id) => id.startsWith('applications.')),
    marks,
  };
}

/** What the two forms call differently: a report has the one or the other. */
const formNames = (ids: readonly string[]) =>
  ids.length === 2 && ids.every((id) => /\.(made|issued)$/.test(id)) && familyOf(ids) !== null;

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

/** Cells of a figure for these applicants (none named: the total). Tables 2 and 4 have no applicants. */
export function refsOf(figure: Figure, applicants: readonly string[]): MeasureRef[] {
  return figure.ids.flatMap((measure): MeasureRef[] => {
    if (!measure.startsWith('applications.')) return [{ measure, applicant: null }];
    const kinds =
      applicants.length === 0
        ? ['total']
        : applicants.flatMap((each) => (each === 'organizations' ? organizations : [each]));
    return kinds.map((applicant) => ({ measure, applicant: applicant as MeasureRef['applicant'] }));
  });
}

export const organizations = ['business', 'research', 'publicInterest', 'legalService', 'otherOrganization'];
