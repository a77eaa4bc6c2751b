/** Which passages a search may find: its restrictions and hints, exact, on the heads of the reports. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { matches } from '../matches.ts';
import { sameRegion } from '../named.ts';
import type { ParsedQuery } from '../query.ts';
import type { ReportHead, SearchQuery } from '../store.ts';
import type { Followed } from './follow.ts';
import { tight } from './phrase.ts';
import type { Postings } from './postings.ts';

/** Of so many reports the passages are looked at one by one: these are fewer than those that hold a common word. */
const fewReports = 100;

/** Passages that may be found: of some reports, in some sections. */
export class Allowed {
  readonly #index: Postings;
  /** By the number of a report, 1 where it may be searched. */
  readonly #reports: Uint8Array;
  /** By the number of a section the same; null: in all. */
  readonly #sections: Uint8Array | null;
  /** All of them, where they are few. */
  readonly few: readonly number[] | null;
  /** Whether each of the few is known to hold what is looked for, whatever its terms are. */
  readonly sure: boolean;

  constructor(
    index: Postings,
    reports: Uint8Array,
    sections: Uint8Array | null,
    few: Iterable<number> | null,
    sure = false,
  ) {
    this.sure = sure;
    this.#index = index;
    this.#reports = reports;
    this.#sections = sections;
    this.few = few && [...few].filter((passage) => this.passes(passage));
  }

  passes(passage: number): boolean {
    const report = this.#index.report(passage);
    if (report < 0 || this.#reports[report] !== 1) return false;
    return this.#sections === null || this.#sections[this.#index.section(passage)] === 1;
  }

  /** Those of them that are of these reports. */
  among(reports: Iterable<number>): Allowed {
    const mask = new Uint8Array(this.#reports.length);
    const numbers: number[] = [];
    for (const report of reports) {
      if (this.#reports[report] !== 1) continue;
      mask[report] = 1;
      numbers.push(report);
    }
    return new Allowed(this.#index, mask, this.#sections, fewOf(numbers, this.#index));
  }

  /** These passages alone: their texts were seen to hold what is looked for. */
  only(passages: readonly number[]): Allowed {
    return new Allowed(this.#index, this.#reports, this.#sections, passages, true);
  }
}

/** The passages of so few reports that it is better to look at each of them. */
const fewOf = (reports: readonly number[], index: Postings) =>
  reports.length <= fewReports ? reports.flatMap((report) => index.passages(report)) : null;

interface Reports {
  /** By the number of a report, 1 where it may be searched; and those numbers. */
  readonly mask: Uint8Array;
  readonly numbers: readonly number[];
}

export class Restrictions {
  readonly #lexicon: Lexicon;
  /** Most searches of a moment restrict alike, or not at all. */
  #last: { heads: unknown; key: string; reports: Reports } | null = null;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  allowed(query: SearchQuery, parsed: ParsedQuery, { index, heads }: Followed): Allowed {
    const { mask, numbers } = this.#reports(query, parsed, heads);
    const sections = sectionsOf([query.sections ?? [], parsed.sections]);
    return new Allowed(index, mask, sections, fewOf(numbers, index));
  }

  #reports(query: SearchQuery, parsed: ParsedQuery, heads: ReadonlyMap<number, ReportHead>): Reports {
    const { text: _, sections: __, limit: ___, every: ____, ...filter } = query;
    const key = JSON.stringify([filter, parsed.agencies, parsed.years]);
    if (this.#last?.heads === heads && this.#last.key === key) return this.#last.reports;
    const passes = matches(filter);
    const hinted = this.#hinted(parsed, heads);
    const numbers: number[] = [];
    let highest = 0;
    for (const [id, head] of heads) {
      highest = Math.max(highest, id);
      if (passes(head) && hinted(head)) numbers.push(id);
    }
    const mask = new Uint8Array(highest + 1);
    for (const id of numbers) mask[id] = 1;
    this.#last = { heads, key, reports: { mask, numbers } };
    return this.#last.reports;
  }

  /** `agency:` takes a name, part of one, or a place; an agency that is held by that very name is meant alone. */
  #hinted({ agencies, years }: ParsedQuery, heads: ReadonlyMap<number, ReportHead>): (head: ReportHead) => boolean {
    const named = agencies.map((name) => {
      const { key, kind, region } = this.#lexicon.agency(name);
      const exact = [...heads.values()].some(({ agencyKey }) => agencyKey === key);
      const placed = region.province !== null && kind !== null;
      const plain = tight(name);
      const places = this.#lexicon.divisionsIn(name).flatMap(({ divisions }) => divisions.map(({ zh }) => zh));
      return (head: ReportHead) => {
        if (exact) return head.agencyKey === key;
        if (tight(head.agency ?? '').includes(plain) || (head.agencyKey ?? '').includes(plain)) return true;
        // 大数据局 stands for 大数据管理局 of the same place, not for all that is of that place.
        if (placed) return head.kind === kind && sameRegion(head.region, region);
        const { province, city, county } = head.region;
        return places.some((place) => place === province || place === city || place === county);
      };
    });
    return (head) =>
      (named.length === 0 || named.some((fits) => fits(head))) &&
      (years.length === 0 || (head.year !== null && years.includes(head.year)));
  }
}

/** Sections that stand in each list which restricts, by number (0: outside of the six); null where none does. */
function sectionsOf(lists: readonly (readonly number[])[]): Uint8Array | null {
  const some = lists.filter((list) => list.length > 0);
  if (some.length === 0) return null;
  return Uint8Array.from({ length: 8 }, (_, section) => (some.every((list) => list.includes(section)) ? 1 : 0));
}
