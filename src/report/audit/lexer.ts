/** A clause as a row of letters, one a word of a closed vocabulary; null where one word is not in it. */
import { remembered } from '../../text/remembered.ts';
import { isGovernment, isOwnName, nameAt } from '../own-name.ts';
import type { Report } from '../report.ts';
import { numeral, type Quantity, quantitiesIn } from './quantity.ts';
import { ownOffices } from './words.ts';

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
/** Letter → pattern, for what is said in many little ways, or with the number of a year, for which one of `years` stands. */
export type Patterns = Readonly<Record<string, string>>;

/** Words letter by letter; `code` where one ends. */
interface Node {
  code: string | null;
  readonly next: Map<number, Node>;
}

/** What the patterns name the report's own year by, and those beside it: they are the same for every report, and of one length. */
export const years = { last: '0000', own: '0001', next: '0002' } as const;

export class Lexer {
  readonly #words: Node = { code: null, next: new Map() };
  readonly #patterns: readonly (readonly [string, RegExp])[];
  /** Any of them: at most places none begins, which one look tells. */
  readonly #any: RegExp;
  /** Of figures that are read. */
  readonly #counters: ReadonlySet<string | null>;
  /** Clauses of the report that was read last: one is looked at for itself, and for what stands beside it. */
  #report: Report | null = null;
  #own: OwnName | null = null;
  readonly #known = new Map<string, readonly Token[] | null>();

  constructor(words: Words, patterns: Patterns, counters: ReadonlySet<string | null>) {
    for (const [code, all] of Object.entries(words)) for (const word of all) this.#learn(word, code);
    this.#patterns = Object.entries(patterns).map(([code, source]) => [code, new RegExp(source, 'y')] as const);
    this.#any = new RegExp(Object.values(patterns).join('|'), 'y');
    this.#counters = counters;
  }

  #learn(word: string, code: string): void {
    let node = this.#words;
    for (let at = 0; at < word.length; at += 1) {
      const letter = word.charCodeAt(at);
      let next = node.next.get(letter);
      if (next === undefined) {
        next = { code: null, next: new Map() };
        node.next.set(letter, next);
      }
      node = next;
    }
    node.code = code;
  }

  /** Longest word first, at every place; null as soon as nothing fits. */
  tokensOf(text: string, report: Report): readonly Token[] | null {
    if (report !== this.#report) {
      this.#report = report;
      this.#own = ownNameOf(report);
      this.#known.clear();
    }
    let tokens = this.#known.get(text);
    if (tokens === undefined) {
      tokens = this.#read(text, report.year);
      this.#known.set(text, tokens);
    }
    return tokens;
  }

  #read(text: string, year: number | null): Token[] | null {
    let quantities: Map<number, Quantity> | null = null;
    const tokens: Token[] = [];
    const dated = withYears(text, year);
    for (let at = 0; at < text.length; ) {
      if (text[at] === '(') {
        const end = text.indexOf(')', at);
        if (end < 0) return null;
        tokens.push({ ...tokenOf('b', text, at, end + 1), inner: text.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
      let best = this.#wordAt(text, dated, at);
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

  #wordAt(text: string, dated: string, at: number): Token | null {
    const own = ownNameAt(text, at, this.#own);
    let [code, end] = ['S', own];
    this.#any.lastIndex = at;
    if (this.#any.test(dated))
      for (const [name, pattern] of this.#patterns) {
        pattern.lastIndex = at;
        if (pattern.test(dated) && pattern.lastIndex > end) [code, end] = [name, pattern.lastIndex];
      }
    let node: Node | undefined = this.#words;
    for (let index = at; index < text.length; index += 1) {
      node = node.next.get(text.charCodeAt(index));
      if (node === undefined) break;
      if (node.code !== null && index >= end) [code, end] = [node.code, index + 1];
    }
    return end > at ? tokenOf(code, text, at, end) : null;
  }
}

/** The years of `years` beside a year, and itself. */
const yearsBeside = remembered((year) => new RegExp(`(?<!\\d)(?:${+year - 1}|${year}|${+year + 1})(?!\\d)`, 'g'));

/** The text with the years of `years` in their places. */
function withYears(text: string, year: number | null): string {
  if (year === null || !text.includes('20')) return text;
  return text.replace(yearsBeside(`${year}`), (found) => `000${Number(found) - year + 1}`);
}

const tokenOf = (code: string, text: string, start: number, end: number): Token => ({
  code,
  word: text.slice(start, end),
  start,
  end,
});

/** 全县人民政府, 全县政府系统, 全县各级行政机关: whom a government answers for. */
const governed =
  /^(?:(?:各级)?(?:行政机关|政府系统|政府机关|政府部门|人民政府及(?:其)?部门)|各级各部门|各级(?:人民)?政府|(?:人民)?政府(?!信息))/;

/** Characters that a name is read from. */
const longestName = 40;

/** What is known of a report's own name before any text is read. */
interface OwnName {
  readonly agency: string;
  readonly region: Report['region'];
  /** With its divisions before it. */
  readonly own: string;
  readonly government: boolean;
}

function ownNameOf({ agency, region }: Report): OwnName | null {
  if (agency === null) return null;
  const own = `${region.province ?? ''}${region.city ?? ''}${region.county ?? ''}${agency}`;
  return { agency, region, own, government: isGovernment(agency) };
}

/** The agency's own name, long or short, with an office that answers for all of it; of a government also its place. */
function ownNameAt(text: string, at: number, of: OwnName | null): number {
  if (of === null) return at;
  const { agency, region, own, government } = of;
  // Its name begins with one of its characters, or holds the agency's first.
  const first = text[at]!;
  if (!own.includes(first) && !(government && '我本全'.includes(first))) {
    const next = text.indexOf(agency[0]!, at);
    if (next < 0 || next - at > longestName) return at;
  }
  let end = at;
  for (const name of [agency, ...(government ? [agency.replace(/(?:人民)?政府$/, '')] : [])])
    if (name.length >= 2 && text.startsWith(name, at)) end = Math.max(end, at + name.length);
  const named = nameAt(text, at);
  if (named !== null && named.end > end && named.name.length >= 2) {
    if (own.includes(named.name) || (named.name.at(-1) === agency.at(-1) && own.length >= named.name.length))
      if (isOwnName(named.name, agency, region)) end = named.end;
  }
  if (government && /^[我本全][省市州县区旗镇乡]/.test(text.slice(at, at + 2))) {
    const level = agency.replace(/(?:人民)?政府$/, '').at(-1);
    if (text[at + 1] === level) end = Math.max(end, at + 2 + (governed.exec(text.slice(at + 2))?.[0].length ?? 0));
  }
  if (end === at || government) return end;
  const office = ownOffices.find((each) => text.startsWith(each, end));
  return end + (office?.length ?? 0);
}
