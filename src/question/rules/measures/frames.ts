/** Words that only frame another figure: “of the applications received, how many were refused”. */
import { fires, type Marks } from '../../marks.ts';
import { boundedAlone } from '../bounds.ts';
import { type Asked, type Cluster, cameOut, outcome } from './cluster.ts';

/** "Received" and "applications" beside an outcome only say whose outcome it is, unless both are asked for. */
export function withoutFrames(clusters: readonly Cluster[], asked: Asked): Cluster[] {
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
  // "Grant any licences", "approve penalties": what is granted is counted in the tables by itself, and is no application.
  const grants = (cluster: Cluster) => {
    const [only, ...more] = cluster.marks;
    const rest = clusters.filter((each) => each !== cluster);
    return (
      only !== undefined &&
      more.length === 0 &&
      fires(only, 'grant') &&
      rest.length > 0 &&
      [cluster, ...rest].every(({ joined }) => !joined) &&
      rest.every(({ ids }) => ids.every((id) => !/^(applications|review|litigation)\./.test(id)))
    );
  };
  for (const frames of [answersAs, appliesFor, grants])
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
