/**
 * Sections that repeat last year's, or another agency's: near-duplicates by minhash and locality-sensitive hashing, so that
 * 100,000 reports are compared in one pass. A text that many agencies share is a template, and no copy.
 */
import type { Bilingual } from '../report.ts';
import { rarePairs, rareShared, wordings } from './rare-wording.ts';
import type { Draft } from './rule.ts';
import { bins, type Sketch, type SketchSection, similarity } from './sketch.ts';

/** Measured on generated libraries: independent sections stay under 0.6, copies with a few words changed over 0.85. */
const near = 0.82;
/** Of one agency's own years, which are few and compared one with the other, a sentence or two may be new. */
const ownNear = 0.66;
const ownAlike = 0.52;
/**
 * Sentence after sentence alike, a third of it may be new: shares of common words and of common runs. An overview's figures stand in
 * sentences that an agency words alike every year.
 */
const ownRuns = [
  { words: 0.43, runs: 0.15, overview: 0.2, sure: true },
  { words: 0.33, runs: 0.09, overview: 0.16, sure: false },
] as const;
/** Of another agency's section with its names and figures changed, what is left is its rare wording: see `rare-wording.ts`. */
const rareLength = 160;
const bandRows = 8;
/** Agencies with one text: above this it is a form that was handed to them. */
const mostAgencies = 4;
/** Short ones in which sentence follows sentence alike: a name or two that was changed is more of them. */
const inOrder = { words: 0.72, runs: 0.4 };
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
    const clusters = clustersOf(members);
    const forms = new Set(clusters.filter(isForm).flat());
    const copied = clusters.filter(([first]) => !forms.has(first!)).flatMap((cluster) => judge(cluster, number));
    const rest = members.filter((member) => !forms.has(member));
    found.push(...copied, ...againstOwnYears(rest, number), ...reworked(rest, number, copied));
  }
  return found;
}

/** Copies of another agency's section with names, years and figures changed, beside those that are found already. */
function reworked(members: readonly Member[], number: number, found: readonly CopyFinding[]): CopyFinding[] {
  const known = new Set(found.map(({ report, draft }) => `${report} ${draft.evidence[1]?.report}`));
  const long = members.filter(({ section }) => section.length >= rareLength);
  const byOwner = new Map<string, Member[]>();
  for (const member of long) {
    const held = byOwner.get(ownerOf(member));
    if (held) held.push(member);
    else byOwner.set(ownerOf(member), [member]);
  }
  const holders = long.map((member) => ({ owner: ownerOf(member), section: member.section }));
  const copied: CopyFinding[] = [];
  for (const wording of wordings)
    for (const pair of rarePairs(holders, wording)) {
      const [ones, others] = pair.owners.map((owner) => byOwner.get(owner)!) as [Member[], Member[]];
      for (const [mine, theirs] of [
        [ones, others],
        [others, ones],
      ] as const)
        for (const member of mine) {
          const shared = (each: Member) => rareShared(pair, wording.of, each.section, member.section);
          const alike = theirs.filter(
            (each) =>
              notAfter(each.sketch, member.sketch) &&
              isAlike(each, member, wording.near) &&
              shared(each) >= wording.least,
          );
          const other = alike.sort((a, b) => shared(b) - shared(a))[0];
          const keyOf = (each: Member) => `${member.sketch.report} ${each.sketch.report}`;
          if (other === undefined || alike.some((each) => known.has(keyOf(each)))) continue;
          known.add(keyOf(other));
          copied.push({
            report: member.sketch.report,
            draft: copies(member, other, number, shared(other) >= wording.sure),
          });
        }
    }
  return copied;
}

const ownerOf = ({ sketch }: Member): string => sketch.agencyKey ?? sketch.report;

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
          (leader) => root(leader) === root(index) || isCopy(members[leader]!, members[index]!),
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

/** Near, or nearly so with the same sentences in the same order. */
function isCopy(a: Member, b: Member): boolean {
  return isNear(a, b) || (isNear(a, b, inOrder.words) && similarity(a.section.runs, b.section.runs) >= inOrder.runs);
}

function isNear(a: Member, b: Member, least: number = near): boolean {
  return isAlike(a, b, least) && sameNumbers(a.section.numbers, b.section.numbers);
}

/** Of about one length, and mostly of the same words, whatever their figures. */
function isAlike(a: Member, b: Member, least: number): boolean {
  const [short, long] = [a.section.length, b.section.length].sort((one, other) => one - other) as [number, number];
  return short / long >= 0.75 && similarity(a.section.signature, b.section.signature) >= least;
}

/** Between agencies a text with other figures is a template that both use, and no copy; of one agency's own years the words repeat all the same. */
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

/** A text that many agencies share was handed to them. */
function isForm(cluster: readonly Member[]): boolean {
  return new Set(cluster.map(({ sketch }) => sketch.agencyKey ?? sketch.report)).size > mostAgencies;
}

function judge(cluster: readonly Member[], number: number): CopyFinding[] {
  const found: CopyFinding[] = [];
  for (const member of cluster) {
    const other = original(member, cluster);
    if (other) found.push({ report: member.sketch.report, draft: copies(member, other, number) });
  }
  return found;
}

const sameAgency = (a: Member, b: Member) => a.sketch.agencyKey !== null && a.sketch.agencyKey === b.sketch.agencyKey;

/** Each report against the same agency's of the two years before. */
function againstOwnYears(members: readonly Member[], number: number): CopyFinding[] {
  const byAgency = new Map<string, Member[]>();
  for (const member of members) {
    const { agencyKey, year } = member.sketch;
    if (agencyKey === null || year === null) continue;
    const held = byAgency.get(agencyKey);
    if (held) held.push(member);
    else byAgency.set(agencyKey, [member]);
  }
  const found: CopyFinding[] = [];
  for (const series of byAgency.values()) {
    if (series.length < 2) continue;
    for (const member of series) {
      const earlier = latestBefore(member, series);
      if (earlier) found.push({ report: member.sketch.report, draft: repeats(member, earlier, number) });
    }
  }
  return found;
}

/** The agency's latest report of the two years before that this one repeats. */
function latestBefore(member: Member, series: readonly Member[]): Member | null {
  const year = member.sketch.year!;
  return (
    series
      .filter(({ sketch }) => sketch.year! < year && sketch.year! >= year - 2)
      .filter(
        (each) => isNear(each, member, ownAlike) || isAlike(each, member, ownNear) || runsAlike(each, member) !== null,
      )
      .sort((a, b) => b.sketch.year! - a.sketch.year!)[0] ?? null
  );
}

/** Sentence after sentence the same, and is that sure? Null: they are not. */
function runsAlike(a: Member, b: Member): boolean | null {
  const runs = similarity(a.section.runs, b.section.runs);
  const least = a.section.number === 1 ? 'overview' : 'runs';
  return ownRuns.find((each) => runs >= each[least] && isAlike(a, b, each.words))?.sure ?? null;
}

/** Another agency's report that this one can have been copied from: not a later one, as far as years and dates say. */
function original(member: Member, cluster: readonly Member[]): Member | null {
  const others = cluster.filter(
    (each) => !sameAgency(each, member) && each.sketch.report !== member.sketch.report && isCopy(each, member),
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

/** How much of the one stands in the other, from the share of what either holds. */
function percent(a: Member, b: Member): number {
  const common = similarity(a.section.signature, b.section.signature);
  return Math.round((200 * common) / (1 + common));
}

function repeats(member: Member, earlier: Member, number: number): Draft {
  const share = percent(member, earlier);
  const sure = isAlike(member, earlier, ownNear) || runsAlike(member, earlier) === true;
  return {
    severity: sure ? 'warning' : 'info',
    message: {
      zh: `第${number}部分与本单位 ${earlier.sketch.year} 年报告的同一部分约 ${share}% 相同${sure ? '' : '，请核对'}。`,
      en: `Section ${number} repeats about ${share}% of the same section of its ${earlier.sketch.year} report${sure ? '' : ' (to be checked)'}.`,
    },
    evidence: [evidence(member), evidence(earlier)],
    concerns: [],
  };
}

function copies(member: Member, other: Member, number: number, sure = true): Draft {
  const share = percent(member, other);
  const name = other.sketch.agency ?? other.sketch.report;
  return {
    severity: sure ? 'warning' : 'info',
    message: {
      zh: `第${number}部分与“${name}”${other.sketch.year ?? ''} 年报告的同一部分约 ${share}% 相同${sure ? '' : '，请核对'}。`,
      en: `Section ${number} shares about ${share}% of the same section in the ${other.sketch.year ?? ''} report of “${name}”${sure ? '' : ' (to be checked)'}.`,
    },
    evidence: [evidence(member), evidence(other)],
    concerns: [],
  };
}
