/** Which passages a search may find: its restrictions and hints, exact, on the heads of the reports. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { fold } from '../../text/normalize.ts';
import { matches } from '../matches.ts';
import { sameRegion } from '../named.ts';
import type { ParsedQuery } from '../query.ts';
import type { ReportHead, SearchQuery } from '../store.ts';
import type { Followed } from './follow.ts';

/** Folded and without white space: names and phrases match over line breaks, widths and traditional characters. */
export const tight = (text: string) => fold(text).toLowerCase();

/** What was typed between quotation marks. */
export interface Phrase {
  readonly typed: string;
  /** As it is compared with texts. */
  readonly folded: string;
  readonly terms: ReadonlySet<string>;
}

/** A check of one passage, by its number. */
export type Allowed = (passage: number) => boolean;

export class Restrictions {
  readonly #lexicon: Lexicon;
  /** Most searches of a moment restrict alike, or not at all. */
  #last: { heads: unknown; key: string; reports: Uint8Array } = { heads: null, key: '', reports: new Uint8Array() };

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  allowed(query: SearchQuery, parsed: ParsedQuery, { index, heads }: Followed): Allowed {
    const reports = this.#reports(query, parsed, heads);
    const sections = new Set(query.sections ?? []);
    const also = new Set(parsed.sections);
    return (passage) => {
      const report = index.report(passage);
      if (report < 0 || reports[report] !== 1) return false;
      if (sections.size + also.size === 0) return true;
      const section = index.section(passage);
      return (sections.size === 0 || sections.has(section)) && (also.size === 0 || also.has(section));
    };
  }

  /** By the number of a report, 1 where it may be searched. */
  #reports(query: SearchQuery, parsed: ParsedQuery, heads: ReadonlyMap<number, ReportHead>): Uint8Array {
    const { text: _, sections: __, limit: ___, every: ____, ...filter } = query;
    const key = JSON.stringify([filter, parsed.agencies, parsed.years]);
    if (this.#last.heads === heads && this.#last.key === key) return this.#last.reports;
    const passes = matches(filter);
    const hinted = this.#hinted(parsed, heads);
    let highest = 0;
    for (const id of heads.keys()) highest = Math.max(highest, id);
    const reports = new Uint8Array(highest + 1);
    for (const [id, head] of heads) if (passes(head) && hinted(head)) reports[id] = 1;
    this.#last = { heads, key, reports };
    return reports;
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
