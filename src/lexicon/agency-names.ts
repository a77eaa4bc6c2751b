/** All the ways people write an agency's name, made from its parts. Pure; the first of each language is for display. */
import type { RegionFilter } from '../question/plan.ts';
import type { Divisions } from './divisions.ts';
import { foldText } from './fold.ts';
import { englishName, type Kinds } from './kinds.ts';
import type { Division } from './lexicon.ts';
import type { Pinyin } from './pinyin.ts';
import { townNames } from './town-names.ts';

interface Agency {
  readonly key: string;
  readonly names: readonly string[];
  readonly region: RegionFilter;
  readonly kind: string | null;
}

/** The division that the agency belongs to: the deepest level of its region. */
function divisionOf(region: RegionFilter, divisions: Divisions): Division | null {
  const name = region.county ?? region.city ?? region.province;
  if (name === null) return null;
  return (
    divisions
      .full(foldText(name))
      .find(
        ({ region: r }) => r.province === region.province && r.city === region.city && r.county === region.county,
      ) ?? null
  );
}

/** Chinese ways to write the place: with the city, alone, short, city and place both short. */
function places(division: Division, region: RegionFilter, divisions: Divisions): string[] {
  const above = region.county !== null ? (region.city ?? region.province) : null;
  const upper = above === null ? undefined : divisions.full(foldText(above))[0];
  const list = [division.zh, division.short];
  if (upper)
    list.push(
      upper.zh + division.zh,
      upper.short + division.zh,
      upper.short + division.short,
      upper.zh + division.short,
    );
  if (region.province !== null && division.level === 'city') list.push(region.province + division.zh);
  if (region.province !== null && division.level === 'county' && region.city !== null)
    list.push(region.province + division.zh, region.province + region.city + division.zh);
  return list;
}

/** Names in both languages; `names` are those that the library's reports print. */
export function agencyNames(
  agency: Agency,
  divisions: Divisions,
  kinds: Kinds,
  pinyin: Pinyin,
): { zh: string[]; en: string[] } {
  const division = divisionOf(agency.region, divisions);
  const row = agency.kind === null ? undefined : kinds.byId(agency.kind);
  const ending = kinds.ending(agency.key);
  const zh = [agency.key, ...agency.names];
  const en: string[] = [];
  const full = ending?.full ?? '';
  // What stands between the place and the department's own name: a zone, a township, another subject.
  const own =
    [agency.key, ...agency.names].find((name) => division !== null && name.includes(division.zh)) ?? agency.key;
  const middle = division
    ? agency.key.slice(
        Math.max(0, agency.key.lastIndexOf(division.zh) + (agency.key.includes(division.zh) ? division.zh.length : 0)),
      )
    : agency.key;
  const before = full !== '' && middle.endsWith(full) ? middle.slice(0, -full.length) : middle;
  if (row && division && own !== '') {
    const tails = [
      full,
      ...Object.entries(row.short)
        .filter(([short, spelled]) => spelled === full && short.length < full.length)
        .map(([short]) => short),
    ];
    for (const tail of tails)
      for (const place of places(division, agency.region, divisions)) zh.push(place + before + tail);
    if (row.id !== 'government') zh.push(...tails.map((tail) => before + tail));
    const town = townNames(before, full, division, pinyin);
    zh.push(...town.zh);
    en.push(...town.en);
    // "Boluo township" is no town's name: it could be any in the county.
    if (town.en.length > 0) return { zh: [...new Set(zh)], en: [...new Set(en)] };
    en.push(
      ...englishNames(division, row.id === 'government' ? "People's Government" : englishName(row, full), before),
    );
    const office = englishOffice(full);
    const words =
      row.id === 'government'
        ? ['government']
        : office === null
          ? row.english
          : row.english.flatMap((word) => office.map((name) => `${word} ${name}`));
    for (const place of [division.pinyin, division.en]) for (const word of words) en.push(`${place} ${word}`);
  } else if (division) {
    en.push(`${division.en} ${middle}`.trim());
  }
  if (en.length === 0) en.push(agency.key);
  return { zh: [...new Set(zh)], en: [...new Set(en)] };
}

/** What English users call a body with this ending, the usual one first; null where its own words say it (customs). */
function englishOffice(full: string): string[] | null {
  if (/委员会$/.test(full)) return ['commission', 'bureau'];
  if (/厅$/.test(full)) return ['department', 'bureau'];
  if (/中心$/.test(full)) return ['center', 'centre', 'bureau'];
  if (/办公室$/.test(full)) return ['office', 'bureau'];
  return /局$/.test(full) ? ['bureau', 'department'] : null;
}

/** Display first: "Yanchi County Science and Technology Bureau", "Ankang Municipal …", "Shanghai Municipal …". */
function englishNames(division: Division, office: string, before: string): string[] {
  const tail = before === '' ? office : `${before} ${office}`;
  const municipal = / City$/.test(division.en) || (division.level === 'province' && division.zh.endsWith('市'));
  const display = municipal ? `${division.pinyin} Municipal` : division.en;
  return [...new Set([`${display} ${tail}`, `${division.en} ${tail}`, `${division.pinyin} ${tail}`])];
}
