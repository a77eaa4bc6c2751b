/**
 * A page of reports cut into words, by this thread or by another. Whoever cuts numbers terms in order of appearance, as its own; the
 * library's numbers take their place page after page, so that it makes no difference who has cut which.
 */
import type { Cutting } from '../../../lexicon/cutting.ts';
import { cutter, packCut, readCut, type StoredCut } from '../cuts.ts';
import { Draft } from '../draft.ts';

/** Reports with the texts to be cut, by columns: thousands of objects would take longer to travel than to be cut. */
export interface Page {
  readonly owners: readonly {
    readonly id: number;
    readonly agency: string | null;
    readonly key: string | null;
    readonly year: number | null;
    /** How many of the page's passages are its own. */
    readonly passages: number;
  }[];
  /** By passage: its row, its section (0 for none), what stands above it and its text. */
  readonly rows: Int32Array;
  readonly sections: Int32Array;
  readonly titles: readonly string[];
  readonly texts: readonly string[];
}

/** A page cut, its reports one after the other. */
export interface CutPage {
  readonly tokens: Uint8Array;
  readonly offsets: Uint8Array;
  /** By report its id, and where its bytes end in both. */
  readonly reports: Int32Array;
  /** Terms that this hand had not met before, in the order of their numbers. */
  readonly terms: readonly string[];
}

export interface CutReport extends StoredCut {
  readonly report_id: number;
}

/** Cuts pages, one after the other. */
export type Hand = (page: Page) => CutPage;

export function handOf(cutting: Pick<Cutting, 'analyze' | 'clauses'>): Hand {
  const cut = cutter(cutting);
  const own = new Draft(0, new Map(), new WeakMap());
  let told = 0;
  return ({ owners, rows, sections, titles, texts }) => {
    let at = 0;
    const cuts = owners.map(({ passages, ...owner }) => {
      const numbered = [];
      for (const end = at + passages; at < end; at++) {
        const passage = { text: texts[at]!, title: titles[at]! };
        numbered.push({ row: rows[at]!, section: sections[at]!, cut: cut(passage, owner) });
      }
      return packCut(numbered, own);
    });
    const [tokens, ends] = joined(cuts.map((each) => each.tokens));
    const [offsets, offsetEnds] = joined(cuts.map((each) => each.offsets));
    const reports = Int32Array.from(owners.flatMap(({ id }, i) => [id, ends[i]!, offsetEnds[i]!]));
    const terms = own.terms(told);
    told += terms.length;
    return { tokens, offsets, reports, terms };
  };
}

function joined(parts: readonly Uint8Array[]): [Uint8Array, number[]] {
  let length = 0;
  const ends = parts.map((part) => {
    length += part.length;
    return length;
  });
  const all = new Uint8Array(length);
  for (const [i, part] of parts.entries()) all.set(part, ends[i]! - part.length);
  return [all, ends];
}

/** The reports of a page, as views of its bytes. */
function reportsOf({ tokens, offsets, reports }: CutPage): CutReport[] {
  const found: CutReport[] = [];
  for (let i = 0, from = 0, offset = 0; i < reports.length; i += 3) {
    const [id, end, offsetEnd] = [reports[i]!, reports[i + 1]!, reports[i + 2]!];
    found.push({ report_id: id, tokens: tokens.subarray(from, end), offsets: offsets.subarray(offset, offsetEnd) });
    [from, offset] = [end, offsetEnd];
  }
  return found;
}

const none = -1;

/** The library's numbers in the place of a hand's own. */
export class Renumbering {
  readonly #terms: string[] = [];
  readonly #numbers: number[] = [];

  /** The terms of a page, to be heard in the order in which the hand has cut its pages. */
  meet({ terms }: CutPage): void {
    for (const term of terms) {
      this.#terms.push(term);
      this.#numbers.push(none);
    }
  }

  /** The reports of a page that was met, in any order of pages: that of the library's numbers. */
  take(page: CutPage, library: Pick<Draft, 'number'>): readonly CutReport[] {
    const reports = reportsOf(page);
    for (const { tokens: bytes } of reports)
      for (const { tokens } of readCut(bytes))
        for (let at = 0; at < tokens.length; at++) {
          const own = tokens[at]!;
          let number = this.#numbers[own]!;
          if (number === none) {
            number = library.number(this.#terms[own]!);
            this.#numbers[own] = number;
          }
          tokens[at] = number;
        }
    return reports;
  }
}
