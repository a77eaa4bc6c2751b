/**
 * A sketch: the little of a report that rules across reports read, plain JSON, so that a library of 100,000 reports is audited
 * without opening them, and a new report is compared with the sketches of the others.
 */

import { fold } from '../../text/normalize.ts';
import { core } from '../own-name.ts';
import type { Fact, Report } from '../report.ts';
import { toldCarry } from './told-carry.ts';

/** A stated, certain figure with its place. */
export type SketchFigure = Pick<Fact, 'line' | 'page' | 'place' | 'row'> & {
  readonly value: number;
  readonly quote: string;
};

/** A section's text, reduced to what tells near-duplicates. */
export interface SketchSection {
  readonly number: number;
  /** Characters of folded text, without tables. */
  readonly length: number;
  /** One-permutation minhash over shingles, `bins` values of 16 bits. */
  readonly signature: ArrayLike<number>;
  /** Minhash over long runs of its characters, `runBins` values: what two texts share here they share sentence after sentence. */
  readonly runs: ArrayLike<number>;
  /** Figures that are no years, in order, at most 40, spaces between. */
  readonly numbers: string;
  readonly line: number | null;
  readonly page: number | null;
  /** The first sentence or so. */
  readonly quote: string;
}

export interface Sketch {
  readonly report: string;
  /** One across years and name variants; null: compared with no other year. */
  readonly agencyKey: string | null;
  readonly agency: string | null;
  readonly kind: string | null;
  readonly year: number | null;
  readonly publishedDate: string | null;
  readonly current: boolean;
  readonly figures: Readonly<Record<string, SketchFigure>>;
  readonly sections: readonly SketchSection[];
}

/** A report of the library with what its agency's name says. */
export interface LibraryEntry {
  readonly report: Report;
  readonly agencyKey: string | null;
  readonly kind: string | null;
  /** False for a version that a later one replaces. Default: true. */
  readonly current?: boolean;
}

export const bins = 128;
const shingle = 5;
export const runBins = 64;
/** Longer than nearly every stock phrase, so that a run spans two: phrases that everybody uses seldom follow one another alike. */
const run = 24;
/** Sections whose text is the agency's own to write: overview, problems; other matters only where it says more than a formula. */
const compared: Readonly<Record<number, number>> = { 1: 150, 5: 80, 6: 250 };

export function sketchOf({ report, agencyKey, kind, current }: LibraryEntry): Sketch {
  return {
    report: report.report,
    agencyKey: agencyKey ?? report.agency,
    agency: report.agency,
    kind,
    year: report.year,
    publishedDate: report.publishedDate,
    current: current ?? true,
    figures: figuresOf(report),
    sections: sectionsOf(report),
  };
}

/** What the rules of across-years.ts read. */
const wanted = /^applications\.carried(?:Forward|Over)$|\.(?:inForce|issued|repealed|itemsPrior|itemsChange)$/;

const wantedMeasures = new Map<string, boolean>();
function isWanted(measure: string): boolean {
  const known = wantedMeasures.get(measure);
  if (known !== undefined) return known;
  const result = wanted.test(measure);
  if (wantedMeasures.size < 1000) wantedMeasures.set(measure, result);
  return result;
}

/** What a report's own pages give to its sketch, as text for a library to keep; `unpackSketch` reads it. */
export function packSketch(report: Report): string {
  return JSON.stringify({
    figures: figuresOf(report),
    sections: sectionsOf(report).map((section) => ({
      ...section,
      signature: packed(section.signature),
      runs: packed(section.runs),
    })),
  });
}

/** A sketch from what `packSketch` gave and what the library says of the report. */
export function unpackSketch(packed: string, head: Omit<Sketch, 'figures' | 'sections'>): Sketch {
  const { figures, sections } = JSON.parse(packed) as {
    figures: Sketch['figures'];
    sections: (Omit<SketchSection, 'signature' | 'runs'> & { signature: string; runs?: string })[];
  };
  return {
    ...head,
    figures,
    // A sketch that was kept before there were runs has none.
    sections: sections.map((section) => ({
      ...section,
      signature: unpacked(section.signature),
      runs: unpacked(section.runs ?? ''),
    })),
  };
}

const packed = (values: ArrayLike<number>): string => Buffer.from(Uint16Array.from(values).buffer).toString('base64');
const unpacked = (text: string): Uint16Array => new Uint16Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

function figuresOf(report: Report): Record<string, SketchFigure> {
  const figures: Record<string, SketchFigure> = {};
  for (const fact of report.facts) {
    if (fact.state !== 'stated' || !fact.certain || fact.value === null || !isWanted(fact.measure)) continue;
    const { line, page, place, row, value } = fact;
    const key = fact.applicant === null ? fact.measure : `${fact.measure}/${fact.applicant}`;
    figures[key] = { line, page, place, row: row.split('/').at(-1) ?? row, value, quote: fact.quote ?? fact.raw ?? '' };
  }
  return { ...figures, ...toldCarry(report, new Set(Object.keys(figures))) };
}

function sectionsOf(report: Report): SketchSection[] {
  const sections: SketchSection[] = [];
  for (const section of report.sections) {
    const least = section.number === null ? undefined : compared[section.number];
    if (least === undefined || section.number === null) continue;
    const paragraphs = section.paragraphs.filter((paragraph) => !paragraph.tabular);
    const text = fold(
      paragraphs
        .map((paragraph) => paragraph.text)
        .join('')
        .slice(0, 20_000),
    );
    if (text.length < least) continue;
    const normal = impersonal(text, report);
    const first = paragraphs.find((paragraph) => paragraph.text.trim().length >= 20) ?? paragraphs[0];
    sections.push({
      number: section.number,
      length: text.length,
      signature: minhash(normal, shingle, bins),
      runs: minhash(wordsOf(normal), run, runBins),
      numbers: (normal.match(/\d+(?:\.\d+)?/g) ?? []).slice(0, 40).join(' '),
      line: first?.lines?.[0] ?? null,
      page: first?.page ?? null,
      quote: (first?.text ?? '').trim().slice(0, 80),
    });
  }
  return sections;
}

/** What an agency calls itself: whoever copies puts its own word for the other's. */
const selfWords =
  /[我本](?:局|委|厅|办|院|会|单位|机关|部门|中心|[县市区省州旗镇乡](?:政府)?|街道)|[局委厅]机关|[镇乡县市区省州旗]政府(?!门户|网|信息)|@机关|县政府|市政府|区政府/g;

/** The text without what differs between any two reports: years, the agency's own names, its place. */
function impersonal(text: string, report: Report): string {
  let result = text.replace(/20\d\d(?=年)/g, 'Y');
  const agency = report.agency === null ? '' : fold(report.agency);
  const names = [
    agency,
    core(agency).core + agency.slice(-1),
    report.region.county,
    report.region.city,
    report.region.province,
  ];
  for (const name of names) if (name && name.length >= 2) result = result.replaceAll(fold(name), '@');
  return result.replace(selfWords, '@');
}

/** Without what numbers the items, and without punctuation, which change from copy to copy. */
const wordsOf = (text: string): string =>
  text
    .replace(/[一二三四五六七八九十](?:是|要)|[(（]?[一二三四五六七八九十]+[)）、]/g, '')
    .replace(/[^\u4e00-\u9fff\d]/g, '');

/** One hash a shingle; the bins of a short text that stay empty borrow from the next that is not. */
function minhash(text: string, width: number, size: number): number[] {
  const least = new Array<number>(size).fill(-1);
  for (let at = 0; at + width <= text.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let index = at; index < at + width; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 12;
    const bin = hash & (size - 1);
    const value = (hash >>> 7) & 0xffff;
    if (least[bin]! < 0 || value < least[bin]!) least[bin] = value;
  }
  if (least.every((value) => value < 0)) return [];
  return least.map((value, bin) => {
    if (value >= 0) return value;
    let step = 1;
    while (least[(bin + step) % size]! < 0) step += 1;
    return (least[(bin + step) % size]! + step * 0x9e37) & 0xffff;
  });
}

/** Estimated share of common shingles (Jaccard), 0 to 1. */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let same = 0;
  for (let bin = 0; bin < a.length; bin += 1) if (a[bin] === b[bin]) same += 1;
  return same / a.length;
}
