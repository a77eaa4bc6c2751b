/** Rules across reports: year against year of one agency, copied sections, years that are not held. */
import type { Bilingual, Finding } from '../report.ts';
import { yearRules } from './across-years.ts';
import { findCopies } from './copy.ts';
import { keep, toFinding } from './finding.ts';
import type { Draft } from './rule.ts';
import type { Sketch } from './sketch.ts';

export interface LibraryFinding {
  /** The report it stands at: of two years, the later. */
  readonly report: string;
  readonly finding: Finding;
}

export const missingRule: { id: string; title: Bilingual; nouns: readonly string[]; severity: 'warning' } = {
  id: 'missing.report',
  title: { zh: '资料库缺少中间年份的报告', en: 'A year between two that are held is not held' },
  nouns: ['year', 'library'],
  severity: 'warning',
};

/**
 * Findings of all rules across the reports sketched. With `changed`, only those of reports that these can affect (`affected`
 * names them): what the store keeps for those is replaced, the rest stands.
 */
export function auditSketches(sketches: readonly Sketch[], changed?: ReadonlySet<string>): LibraryFinding[] {
  const found = [...auditSeries(sketches), ...auditCopies(sketches)];
  if (changed === undefined) return found;
  const chosen = new Set(affected(sketches, changed));
  return found.filter(({ report }) => chosen.has(report));
}

/** Year against year, and years that are not held. All reports of an agency must be given together. */
export function auditSeries(sketches: readonly Sketch[]): LibraryFinding[] {
  const findings = new Findings();
  for (const series of seriesOf(sketches).values()) {
    for (const [index, later] of series.entries()) {
      const earlier = series[index - 1];
      if (earlier === undefined) continue;
      if (later.year! - earlier.year! > 1) findings.add(missingRule.id, later.report, gap(earlier, later));
      else
        for (const rule of yearRules) {
          const draft = rule.check(earlier, later);
          if (draft) findings.add(rule.id, later.report, draft);
        }
    }
  }
  return findings.all();
}

/** Sections that repeat one another; the sketches' figures are not read. */
export function auditCopies(sketches: readonly Sketch[]): LibraryFinding[] {
  const findings = new Findings();
  for (const { report, draft } of findCopies(sketches)) findings.add('copy', report, draft);
  return findings.all();
}

/** Each finding once. */
class Findings {
  readonly #found = new Map<string, Map<string, Finding>>();

  add(rule: string, report: string, draft: Draft): void {
    const own = this.#found.get(report) ?? new Map<string, Finding>();
    keep(own, toFinding(rule, report, draft));
    this.#found.set(report, own);
  }

  all(): LibraryFinding[] {
    return [...this.#found].flatMap(([report, own]) => [...own.values()].map((finding) => ({ report, finding })));
  }
}

/** Reports whose findings across reports can change when these were added, changed or removed. */
export function affected(sketches: readonly Sketch[], changed: ReadonlySet<string>): string[] {
  const agencies = new Set<string>();
  const ids = new Set(changed);
  for (const sketch of sketches)
    if (changed.has(sketch.report) && sketch.agencyKey !== null) agencies.add(sketch.agencyKey);
  for (const sketch of sketches)
    if (sketch.agencyKey !== null && agencies.has(sketch.agencyKey)) ids.add(sketch.report);
  for (const { report, draft } of findCopies(sketches)) {
    if (draft.evidence.some((each) => each.report !== undefined && changed.has(each.report))) ids.add(report);
  }
  return [...ids];
}

/** One report a year for each agency, years ascending. Of several versions the current one; then the last published. */
export function seriesOf(sketches: readonly Sketch[]): Map<string, Sketch[]> {
  const agencies = new Map<string, Map<number, Sketch>>();
  for (const sketch of sketches) {
    if (sketch.agencyKey === null || sketch.year === null || !sketch.current) continue;
    const years = agencies.get(sketch.agencyKey) ?? new Map<number, Sketch>();
    const held = years.get(sketch.year);
    if (!held || (sketch.publishedDate ?? '') >= (held.publishedDate ?? '')) years.set(sketch.year, sketch);
    agencies.set(sketch.agencyKey, years);
  }
  return new Map([...agencies].map(([key, years]) => [key, [...years.values()].sort((a, b) => a.year! - b.year!)]));
}

/** A report that is expected and not held. */
export interface MissingReport {
  readonly agencyKey: string;
  readonly agency: string | null;
  readonly year: number;
}

/** Years not held: of each agency from its first year held to the library's last, or of the years given. */
export function missingReports(sketches: readonly Sketch[], years?: readonly number[]): MissingReport[] {
  const series = seriesOf(sketches);
  const last = Math.max(...[...series.values()].map((each) => each.at(-1)?.year ?? 0), 0);
  const missing: MissingReport[] = [];
  for (const [agencyKey, held] of series) {
    const have = new Set(held.map((sketch) => sketch.year));
    const first = held[0]?.year ?? last;
    const expected = years ?? Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    for (const year of expected)
      if (!have.has(year)) missing.push({ agencyKey, agency: held.at(-1)?.agency ?? null, year });
  }
  return missing;
}

/** An agency that reported before and after has reported in between, too: what is missing is a warning, and says that the library lacks it. */
function gap(earlier: Sketch, later: Sketch): Draft {
  const years = Array.from({ length: later.year! - earlier.year! - 1 }, (_, index) => earlier.year! + 1 + index);
  return {
    severity: 'warning',
    message: {
      zh: `资料库有该机关 ${earlier.year} 年和 ${later.year} 年的报告，缺 ${years.join('、')} 年，跨年数字无法核对。`,
      en: `The library holds this agency's reports for ${earlier.year} and ${later.year}, but not for ${years.join(', ')}: figures cannot be followed across years.`,
    },
    evidence: [],
    concerns: [],
  };
}
