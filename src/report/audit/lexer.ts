/** A clause as a row of letters, one a word of a closed vocabulary; null where one word is not in it. */
import { isGovernment, isOwnName, nameAt } from '../own-name.ts';
import type { Report } from '../report.ts';
import { numeral, type Quantity, quantitiesIn } from './quantity.ts';
import { any, ownOffices } from './words.ts';

export interface Token {
  /** Of the vocabulary; `Q` a figure, `S` the body that reports, `b` a bracket (its text stands in `inner`). */
  readonly code: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly value?: number;
  readonly unit?: string | null;
  readonly inner?: string;
}

/** Letter → words, of one letter each word. */
export type Words = Readonly<Record<string, readonly string[]>>;
/** Letter → pattern, for what is said with the number of a year or in many little ways. */
export type Patterns = Readonly<Record<string, string>>;

export class Lexer {
  readonly #codes = new Map<string, string>();
  readonly #word: RegExp;
  readonly #patternsOf: (year: number | null) => Patterns;
  readonly #patterns = new Map<number | null, readonly (readonly [string, RegExp])[]>();
  /** Of figures that are read. */
  readonly #counters: ReadonlySet<string | null>;

  constructor(words: Words, patternsOf: (year: number | null) => Patterns, counters: ReadonlySet<string | null>) {
    for (const [code, all] of Object.entries(words)) for (const word of all) this.#codes.set(word, code);
    this.#word = new RegExp(any([...this.#codes.keys()]), 'y');
    this.#patternsOf = patternsOf;
    this.#counters = counters;
  }

  /** Longest word first, at every place; null as soon as nothing fits. */
  tokensOf(text: string, report: Report): Token[] | null {
    let quantities: Map<number, Quantity> | null = null;
    const tokens: Token[] = [];
    for (let at = 0; at < text.length; ) {
      if (text[at] === '(') {
        const end = text.indexOf(')', at);
        if (end < 0) return null;
        tokens.push({ ...tokenOf('b', text, at, end + 1), inner: text.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
      let best = this.#wordAt(text, at, report);
      // Most clauses have a word that is not known before any figure.
      if (numeral.test(text[at]!)) quantities ??= new Map(quantitiesIn(text).map((each) => [each.start, each]));
      const quantity = quantities?.get(at);
      if (quantity !== undefined && quantity.end > (best?.end ?? at)) {
        if (quantity.approximate || !this.#counters.has(quantity.unit)) return null;
        best = { ...tokenOf('Q', text, at, quantity.end), value: quantity.value, unit: quantity.unit };
      }
      if (best === null) return null;
      tokens.push(best);
      at = best.end;
    }
    return tokens;
  }

  #wordAt(text: string, at: number, report: Report): Token | null {
    const own = ownNameAt(text, at, report);
    let best: Token | null = own > at ? tokenOf('S', text, at, own) : null;
    for (const [code, pattern] of this.#patternsFor(report.year)) {
      pattern.lastIndex = at;
      const end = at + (pattern.exec(text)?.[0].length ?? 0);
      if (end > (best?.end ?? at)) best = tokenOf(code, text, at, end);
    }
    this.#word.lastIndex = at;
    const found = this.#word.exec(text)?.[0];
    if (found !== undefined && at + found.length > (best?.end ?? at))
      best = tokenOf(this.#codes.get(found)!, text, at, at + found.length);
    return best;
  }

  #patternsFor(year: number | null): readonly (readonly [string, RegExp])[] {
    let held = this.#patterns.get(year);
    if (held === undefined) {
      held = Object.entries(this.#patternsOf(year))
        .filter(([, source]) => source !== '')
        .map(([code, source]) => [code, new RegExp(source, 'y')] as const);
      if (this.#patterns.size < 100) this.#patterns.set(year, held);
    }
    return held;
  }
}

const tokenOf = (code: string, text: string, start: number, end: number): Token => ({
  code,
  word: text.slice(start, end),
  start,
  end,
});

/** The agency's own name, long or short, with an office that answers for all of it; of a government also its place. */
function ownNameAt(text: string, at: number, { agency, region }: Report): number {
  if (agency === null) return at;
  const government = isGovernment(agency);
  let end = at;
  for (const name of [agency, ...(government ? [agency.replace(/(?:人民)?政府$/, '')] : [])])
    if (name.length >= 2 && text.startsWith(name, at)) end = Math.max(end, at + name.length);
  const named = nameAt(text, at);
  if (named !== null && named.end > end && named.name.length >= 2) {
    const own = `${region.province ?? ''}${region.city ?? ''}${region.county ?? ''}${agency}`;
    if (own.includes(named.name) || (named.name.at(-1) === agency.at(-1) && own.length >= named.name.length))
      if (isOwnName(named.name, agency, region)) end = named.end;
  }
  if (government && /^[我本全][省市州县区旗镇乡]/.test(text.slice(at, at + 2))) {
    const level = agency.replace(/(?:人民)?政府$/, '').at(-1);
    if (text[at + 1] === level)
      end = Math.max(end, at + 2 + (/^(?:人民)?政府(?!信息)/.exec(text.slice(at + 2))?.[0].length ?? 0));
  }
  if (end === at || government) return end;
  const office = ownOffices.find((each) => text.startsWith(each, end));
  return end + (office?.length ?? 0);
}
