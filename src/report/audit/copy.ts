/**
 * Sections that repeat last year's, or another agency's: near-duplicates by minhash and locality-sensitive hashing, so that
 * 100,000 reports are compared in one pass. A text that many agencies share is a template, and no copy.
 */
import type { Bilingual } from '../report.ts';
import type { Draft } from './rule.ts';
import { bins, type Sketch, type SketchSection, similarity } from './sketch.ts';

/** Measured on generated libraries: independent sections stay under 0.6, copies with a few words changed over 0.85. */
const near = 0.82;
const bandRows = 8;
/** Agencies with one text: above this it is a form that was handed to them. */
const mostAgencies = 4;
/** In one bucket of the hash a newcomer is compared with this many leaders. */
const mostLeaders = 8;

export const copyRule: { id: string; title: Bilingual; nouns: readonly string[]; severity: 'warning' } = {
  id: 'copy',
  title: { zh: '照抄：与上年或其他单位的同一部分雷同', en: "Copied: repeats last year's section, or another agency's" },
  nouns: ['text', 'year', 'agency'],
  severity: 'warning',
};

interface Member {
  readonly sketch: Sketch;
  readonly section: SketchSection;
}

export interface CopyFinding {
  readonly report: string;
  readonly draft: Draft;
}

export function findCopies(sketches: readonly Sketch[]): CopyFinding[] {
  const found: CopyFinding[] = [];
  for (const number of [1, 5, 6]) {
    const members: Member[] = [];
    for (const sketch of sketches) {
      if (!sketch.current) continue;
      const section = sketch.sections.find((each) => each.number === number);
      if (section && section.signature.length === bins) members.push({ sketch, section });
    }
    for (const cluster of clustersOf(members)) found.push(...judge(cluster, number));
  }
  return found;
}

/** Groups of members that are near one another, through leaders of the buckets they share. */
function clustersOf(members: readonly Member[]): Member[][] {
  const parent = members.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  // Band after band: what one needs is free when the next begins.
  for (let band = 0; band < bins; band += bandRows) {
    const buckets = new Map<number, number[]>();
    for (const [index, { section }] of members.entries()) {
      const key = bandKey(section.signature, band);
      const leaders = buckets.get(key);
      if (leaders === undefined) buckets.set(key, [index]);
      else {
        const match = leaders.find(
          (leader) => root(leader) === root(index) || isNear(members[leader]!, members[index]!),
        );
        if (match !== undefined) parent[root(index)] = root(match);
        else if (leaders.length < mostLeaders) leaders.push(index);
      }
    }
  }
  const clusters = new Map<number, Member[]>();
  for (const [index, member] of members.entries()) {
    const at = root(index);
    const cluster = clusters.get(at);
    if (cluster) cluster.push(member);
    else clusters.set(at, [member]);
  }
  return [...clusters.values()].filter((cluster) => cluster.length > 1);
}

/** A hash of one band of a signature, of 52 bits: what falls together by chance is told apart by `isNear`. */
function bandKey(signature: ArrayLike<number>, band: number): number {
  let [high, low] = [0, 0];
  for (let at = band; at < band + bandRows; at += 1) {
    high = Math.imul(high ^ signature[at]!, 0x01000193) ^ (high >>> 15);
    low = Math.imul(low ^ signature[at]!, 0x2c1b3c6d) ^ (low >>> 13);
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0);
}

function isNear(a: Member, b: Member): boolean {
  const [short, long] = [a.section.length, b.section.length].sort((one, other) => one - other) as [number, number];
  return (
    short / long >= 0.75 &&
    similarity(a.section.signature, b.section.signature) >= near &&
    sameNumbers(a.section.numbers, b.section.numbers)
  );
}

/** A text whose figures were brought up to date is a template that is used again, and no copy. */
function sameNumbers(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((each) => (each === '' ? [] : each.split(' '))) as [string[], string[]];
  const rest = [...b];
  let common = 0;
  for (const number of a) {
    const at = rest.indexOf(number);
    if (at < 0) continue;
    common += 1;
    rest.splice(at, 1);
  }
  return common / Math.max(a.length, b.length) >= 0.6;
}

function judge(cluster: readonly Member[], number: number): CopyFinding[] {
  const agencies = new Set(cluster.map(({ sketch }) => sketch.agencyKey ?? sketch.report));
  if (agencies.size > mostAgencies) return [];
  const found: CopyFinding[] = [];
  for (const member of cluster) {
    const earlier = latestBefore(member, cluster);
    if (earlier) found.push({ report: member.sketch.report, draft: repeats(member, earlier, number) });
    const other = original(member, cluster);
    if (other) found.push({ report: member.sketch.report, draft: copies(member, other, number) });
  }
  return found;
}

const sameAgency = (a: Member, b: Member) => a.sketch.agencyKey !== null && a.sketch.agencyKey === b.sketch.agencyKey;

/** The same agency's latest earlier report in the cluster, at most two years back. */
function latestBefore(member: Member, cluster: readonly Member[]): Member | null {
  const year = member.sketch.year;
  if (year === null) return null;
  return (
    cluster
      .filter(
        (each) =>
          each !== member &&
          sameAgency(each, member) &&
          each.sketch.year !== null &&
          each.sketch.year < year &&
          each.sketch.year >= year - 2,
      )
      .filter((each) => isNear(each, member))
      .sort((a, b) => b.sketch.year! - a.sketch.year!)[0] ?? null
  );
}

/** Another agency's report that this one can have been copied from: not a later one, as far as years and dates say. */
function original(member: Member, cluster: readonly Member[]): Member | null {
  const others = cluster.filter(
    (each) => !sameAgency(each, member) && each.sketch.report !== member.sketch.report && isNear(each, member),
  );
  return others.find((each) => notAfter(each.sketch, member.sketch)) ?? null;
}

function notAfter(a: Sketch, b: Sketch): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return a.year < b.year;
  if (a.publishedDate !== null && b.publishedDate !== null && a.publishedDate !== b.publishedDate)
    return a.publishedDate < b.publishedDate;
  return true;
}

const evidence = ({ sketch, section }: Member) => ({
  report: sketch.report,
  line: section.line,
  page: section.page,
  quote: section.quote,
});

function percent(a: Member, b: Member): number {
  return Math.round(similarity(a.section.signature, b.section.signature) * 100);
}

function repeats(member: Member, earlier: Member, number: number): Draft {
  const share = percent(member, earlier);
  return {
    severity: 'warning',
    message: {
      zh: `第${number}部分与本单位 ${earlier.sketch.year} 年报告的同一部分约 ${share}% 相同。`,
      en: `Section ${number} repeats about ${share}% of the same section of its ${earlier.sketch.year} report.`,
    },
    evidence: [evidence(member), evidence(earlier)],
    concerns: [],
  };
}

function copies(member: Member, other: Member, number: number): Draft {
  const share = percent(member, other);
  const name = other.sketch.agency ?? other.sketch.report;
  return {
    severity: 'warning',
    message: {
      zh: `第${number}部分与“${name}”${other.sketch.year ?? ''} 年报告的同一部分约 ${share}% 相同。`,
      en: `Section ${number} shares about ${share}% of the same section in the ${other.sketch.year ?? ''} report of “${name}”.`,
    },
    evidence: [evidence(member), evidence(other)],
    concerns: [],
  };
}
