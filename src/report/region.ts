/** Where an agency is: its divisions, from its name, the text and the addresses in it. */
import type { Division, DivisionSpan, Names } from '../lexicon/lexicon.ts';
import type { Region } from './report.ts';

const nowhere: Region = { province: null, city: null, county: null };

/** Texts with what a mention in them is worth. */
export type Weighed = readonly (readonly [text: string, weight: number])[];

/** How much texts speak of each division, by code. */
export type Places = ReadonlyMap<string, { division: Division; weight: number }>;

/** Weighs the divisions that the texts name; a name that several divisions share counts for each. */
export function placesIn(texts: Weighed, lexicon: Names): Places {
  const weights = new Map<string, { division: Division; weight: number }>();
  for (const [text, weight] of texts) {
    for (const { divisions, start, end } of lexicon.divisionsIn(text)) {
      // Short names are words as well: 彭阳科技 is a sign, 彭阳县 is a name.
      const full = divisions.some(({ zh }) => zh.length === end - start);
      for (const division of divisions) {
        const known = weights.get(division.code)?.weight ?? 0;
        weights.set(division.code, { division, weight: known + (full ? weight : weight / 3) / divisions.length });
      }
    }
  }
  return weights;
}

const named = ({ region }: Division): Region => ({
  province: region.province,
  city: region.city,
  county: region.county,
});

/** A county's short name may be a township's: 会理市东坡镇 is not in 东坡区. */
const isTownship = (agency: string, { divisions, start, end }: DivisionSpan): boolean =>
  /^(?:镇|乡|街道|苏木|民族乡)/.test(agency.slice(end, end + 3)) &&
  divisions.every(({ zh }) => zh.length !== end - start);

/** The divisions that a name begins with; the last is the agency's own. */
function headOf(agency: string, lexicon: Names): Division[][] {
  const chain: Division[][] = [];
  let at = 0;
  for (const span of lexicon.divisionsIn(agency)) {
    if (span.start !== at || isTownship(agency, span)) break;
    chain.push([...span.divisions]);
    at = span.end;
  }
  return chain;
}

const inside = (lower: Division, upper: Division): boolean =>
  lower.code === upper.code ||
  lower.code.startsWith(upper.code) ||
  lower.region.city === upper.zh ||
  lower.region.province === upper.zh;

/**
 * The region of an agency: the divisions that its name begins with; where several share the name, the one whose province
 * or city the text speaks of. Without a name of a division, what the text speaks of most, at the level that the name says (市科技局).
 * Null members where it cannot be known.
 */
export function readRegion(agency: string | null, weights: Places, lexicon: Names): Region {
  const chain = agency === null ? [] : headOf(agency, lexicon);
  const last = chain.at(-1);
  if (last !== undefined) {
    const fitting = last.filter((division) => chain.every((uppers) => uppers.some((upper) => inside(division, upper))));
    const candidates = fitting.length > 0 ? fitting : last;
    if (candidates.length === 1) return named(candidates[0]!);
    const scored = candidates
      .map((division) => ({ division, score: above(division, weights) }))
      .sort((a, b) => b.score - a.score);
    if (scored[0]!.score > 0 && scored[0]!.score > (scored[1]?.score ?? 0)) return named(scored[0]!.division);
    const read = lexicon.agency(agency!).region;
    return read.province !== null || read.city !== null || read.county !== null ? { ...nowhere, ...read } : nowhere;
  }
  return byText(agency, [...weights.values()]);
}

/** How much the text speaks of the divisions above, and of those beside it. */
function above(division: Division, weights: Places): number {
  let sum = 0;
  for (const { division: other, weight } of weights.values()) {
    if (
      other.code !== division.code &&
      other.code.length < division.code.length &&
      division.code.startsWith(other.code)
    )
      sum += weight;
  }
  return sum;
}

const levelOf: readonly (readonly [RegExp, Division['level']])[] = [
  [/^(?:省|自治区)/, 'province'],
  [/^(?:市|州|盟|地区)/, 'city'],
  [/^(?:县|区|旗)/, 'county'],
];
/** A passing mention is no sign: the text must speak of the place, or its address must name it. */
const enough = 3;

function byText(agency: string | null, weighed: readonly { division: Division; weight: number }[]): Region {
  const level = agency === null ? undefined : levelOf.find(([pattern]) => pattern.test(agency))?.[1];
  const total = (division: Division) =>
    weighed.reduce((sum, each) => (inside(each.division, division) ? sum + each.weight : sum), 0);
  const pool = weighed
    .filter(
      ({ division, weight }) =>
        weight >= enough &&
        (level === undefined || division.level === level || (level === 'city' && /市$/.test(division.zh))),
    )
    .map(({ division, weight }) => ({ division, weight: level === undefined ? weight : total(division) }))
    .sort((a, b) => b.weight - a.weight || b.division.code.length - a.division.code.length);
  const [first, second] = pool;
  if (first === undefined) return nowhere;
  if (
    second !== undefined &&
    second.weight === first.weight &&
    second.division.code.length === first.division.code.length
  )
    return nowhere;
  return named(first.division);
}
