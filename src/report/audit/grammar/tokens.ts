/** A clause as a row of letters, one a word of the closed vocabulary; null where one word is not in it. */

import { isGovernment, isOwnName, nameAt } from '../../own-name.ts';
import type { Report } from '../../report.ts';
import { numeral, type Quantity, quantitiesIn } from '../quantity.ts';
import { any } from '../words.ts';
import { ownOffices, patternsOf, vocabulary } from './words.ts';

export interface Token {
  /** Of the vocabulary; `Q` a figure, `b` a bracket (its text stands in `inner`). */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly value?: number;
  readonly unit?: string | null;
  readonly inner?: string;
}

/** Counters of applications and cases; what is done several times (次, 人次) is counted otherwise. */
const units = new Set<string | null>(['件', '件次', '份', '起', '宗', '例', '条', '个', '项', '笔', '封', null]);

const codes = new Map<string, string>();
for (const [code, words] of Object.entries(vocabulary)) for (const word of words) codes.set(word, code);
const word = new RegExp(any([...codes.keys()]), 'y');
const patterns = new Map<number | null, readonly (readonly [string, RegExp])[]>();

function patternsFor(year: number | null) {
  let held = patterns.get(year);
  if (held === undefined) {
    held = Object.entries(patternsOf(year))
      .filter(([, source]) => source !== '')
      .map(([code, source]) => [code, new RegExp(source, 'y')] as const);
    if (patterns.size < 100) patterns.set(year, held);
  }
  return held;
}

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

/** Longest word first, at every place; null as soon as nothing fits. */
export function tokensOf(text: string, report: Report): Token[] | null {
  let quantities: Map<number, Quantity> | null = null;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === '(') {
      const end = text.indexOf(')', at);
      if (end < 0) return null;
      tokens.push({ code: 'b', start: at, end: end + 1, inner: text.slice(at + 1, end) });
      at = end + 1;
      continue;
    }
    const own = ownNameAt(text, at, report);
    let best: Token | null = own > at ? { code: 'S', start: at, end: own } : null;
    for (const [code, pattern] of patternsFor(report.year)) {
      pattern.lastIndex = at;
      const end = at + (pattern.exec(text)?.[0].length ?? 0);
      if (end > (best?.end ?? at)) best = { code, start: at, end };
    }
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found !== undefined && at + found.length > (best?.end ?? at))
      best = { code: codes.get(found)!, start: at, end: at + found.length };
    // Most clauses have a word that is not known before any figure.
    if (numeral.test(text[at]!)) quantities ??= new Map(quantitiesIn(text).map((each) => [each.start, each]));
    const quantity = quantities?.get(at);
    if (quantity !== undefined && quantity.end > (best?.end ?? at)) {
      if (quantity.approximate || !units.has(quantity.unit)) return null;
      best = { code: 'Q', start: at, end: quantity.end, value: quantity.value, unit: quantity.unit };
    }
    if (best === null) return null;
    tokens.push(best);
    at = best.end;
  }
  return tokens;
}

/** One letter a token, as they stand. */
export const rawCodesOf = (tokens: readonly Token[]) => tokens.map((token) => token.code).join('');

/** 均 matters only before a figure that several things share. */
export const codesOf = (tokens: readonly Token[]) => rawCodesOf(tokens).replaceAll('l', 'a');
