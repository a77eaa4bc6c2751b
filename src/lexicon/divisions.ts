/** Administrative divisions: the national list of index/regions.json, found by name in either language. */
import type { RegionFilter } from '../question/plan.ts';
import { foldText } from './fold.ts';
import type { Division, DivisionSpan } from './lexicon.ts';

/** A row of index/regions.json: code, name, short name, pinyin, English, 1 where the short name is an ordinary word. */
export type DivisionRow = readonly [string, string, string, string, string, 0 | 1];

const levels = { 2: 'province', 4: 'city', 6: 'county' } as const;
const rank = { province: 0, city: 1, county: 2 } as const;
/** Two syllables that are English words without their apostrophe, or with another meaning. */
const englishWords = new Set(['dean', 'lean', 'long', 'song', 'he', 'an', 'ning', 'she', 'changing', 'gong', 'dong', 'wei', 'li', 'lin', 'nan', 'hang', 'hangs', 'shan', 'lingering', 'tonga', 'yi', 'ji', 'fu', 'xi', 'yu', 'ye', 'min', 'pan', 'fan', 'tang', 'wen', 'cheng', 'chi', 'ci', 'dang', 'fang', 'feng', 'ding', 'guan', 'huan', 'jing', 'kang', 'lang', 'lu', 'mei', 'mian', 'pei', 'qi', 'qing', 'rong', 'sui', 'suo', 'teng', 'wan', 'xia', 'xin', 'yang', 'ying', 'yun', 'zhong', 'anyway', 'hema', 'linger', 'mango']); // biome-ignore format: words

export interface Divisions {
  readonly all: readonly Division[];
  /** Divisions by folded full name. */
  full(name: string): readonly Division[];
  /** Divisions by folded short name; ordinary words too. */
  short(name: string): readonly Division[];
  /** Lengths of the names that begin with this character, longest first. */
  lengths(first: string): readonly number[];
  in(text: string): DivisionSpan[];
  find(name: string, within?: RegionFilter): Division | null;
}

/** True where every level that `within` fixes is the same in `region`, or open there. */
export function fits(region: RegionFilter, within: RegionFilter): boolean {
  return (
    (within.province === null || region.province === null || region.province === within.province) &&
    (within.city === null || region.city === null || region.city === within.city) &&
    (within.county === null || region.county === null || region.county === within.county)
  );
}

function readDivisions(rows: readonly DivisionRow[]): { divisions: Division[]; unsafe: Set<Division> } {
  const byCode = new Map(rows.map((row) => [row[0], row[1]]));
  const unsafe = new Set<Division>();
  const divisions = rows.map(([code, zh, short, pinyin, en, ordinary]) => {
    const level = levels[code.length as 2 | 4 | 6];
    const region = {
      province: byCode.get(code.slice(0, 2)) ?? null,
      // Districts of 北京市 and counties run by a province have no city above them.
      city: code.length >= 4 ? (byCode.get(code.slice(0, 4)) ?? null) : null,
      county: code.length === 6 ? zh : null,
    };
    const division: Division = { code, level, zh, short, pinyin, en, region };
    if (ordinary === 1) unsafe.add(division);
    return division;
  });
  return { divisions, unsafe };
}

function group(divisions: readonly Division[], key: (division: Division) => string): Map<string, Division[]> {
  const map = new Map<string, Division[]>();
  for (const division of divisions) {
    const list = map.get(key(division));
    if (list) list.push(division);
    else map.set(key(division), [division]);
  }
  // Most populous level first; within a level by code, so that the order never depends on the file.
  for (const list of map.values()) list.sort((a, b) => rank[a.level] - rank[b.level] || (a.code < b.code ? -1 : 1));
  return map;
}

/** Letters only, lower case: "Xi'an", "XiAn" and "xi an" are one. */
const latinKey = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z ]/g, '')
    .replace(/ +/g, ' ')
    .trim();

function latinNames(divisions: readonly Division[]): Map<string, Division[]> {
  const names: [string, Division][] = [];
  for (const division of divisions) {
    const pinyin = latinKey(division.pinyin);
    const generic = division.en.slice(division.pinyin.length).trim();
    names.push(
      [latinKey(division.en), division],
      [`${pinyin}${generic === '' ? '' : ` ${generic.split(' ').at(-1)?.toLowerCase()}`}`, division],
    );
    // "Yanchi xian", Yanchixian: the designation in pinyin.
    const designation = { 县: 'xian', 市: 'shi', 区: 'qu', 省: 'sheng' }[division.zh.at(-1) ?? ''];
    if (designation !== undefined && pinyin.length >= 4 && division.short !== division.zh)
      names.push([`${pinyin} ${designation}`, division], [`${pinyin}${designation}`, division]);
    if (division.level === 'county' && division.short === division.zh) names.push([`${pinyin}xian`, division]);
    else if (pinyin.length >= 4 && !englishWords.has(pinyin)) names.push([pinyin, division]);
    if (division.level === 'province' && division.zh === '西藏自治区') names.push(['xizang', division]);
    if (division.zh === '内蒙古自治区') names.push(['neimenggu', division], ['nei mongol', division]);
  }
  const map = new Map<string, Division[]>();
  for (const [name, division] of names) {
    const list = map.get(name) ?? [];
    if (!list.includes(division)) list.push(division);
    map.set(name, list);
  }
  for (const list of map.values()) list.sort((a, b) => rank[a.level] - rank[b.level] || (a.code < b.code ? -1 : 1));
  return map;
}

/**
 * Names that the list does not hold but people write: 延边州, 积石山县, and a county that became a district under its old
 * designation (洪泽县 is 洪泽区 today). Only where no division bears that very name, and one alone can be meant.
 */
function otherNames(
  divisions: readonly Division[],
  full: ReadonlyMap<string, unknown>,
  unsafe: ReadonlySet<Division>,
): Map<string, Division[]> {
  const map = new Map<string, Division[]>();
  const add = (name: string, division: Division) => {
    const key = foldText(name);
    if (!full.has(key)) map.set(key, [...(map.get(key) ?? []), division]);
  };
  for (const division of divisions) {
    const last = /自治([州县旗])$/.exec(division.zh)?.[1];
    if (last) add(division.short + last, division);
    else if (division.level === 'county' && division.short !== division.zh && !unsafe.has(division))
      for (const ending of '县市区') add(division.short + ending, division);
  }
  for (const [name, list] of map) if (list.length > 1) map.delete(name);
  return map;
}

const pairOf = (first: number, second: number): number => (first * 31 + second) & 0xffff;

/** Builds the lookups: a few milliseconds for the 2,900 divisions. */
export function loadDivisions(rows: readonly DivisionRow[]): Divisions {
  const { divisions, unsafe } = readDivisions(rows);
  const fullNames = group(divisions, (division) => foldText(division.zh));
  const shortNames = group(divisions, (division) => foldText(division.short));
  const aliases = otherNames(divisions, fullNames, unsafe);
  const latin = latinNames(divisions);
  const lengthsByFirst = new Map<string, number[]>();
  for (const name of [...fullNames.keys(), ...aliases.keys(), ...shortNames.keys()]) {
    const first = name.charAt(0);
    const list = lengthsByFirst.get(first) ?? [];
    if (!list.includes(name.length)) list.push(name.length);
    lengthsByFirst.set(first, list);
  }
  for (const list of lengthsByFirst.values()) list.sort((a, b) => b - a);
  const none: readonly Division[] = [];
  const full = (name: string) => fullNames.get(name) ?? aliases.get(name) ?? none;
  const short = (name: string) => shortNames.get(name) ?? none;
  const lengths = (first: string) => lengthsByFirst.get(first) ?? [];

  /** Names by their first two characters, longest first: most places of a text begin none. */
  const byHead = new Map<number, Map<number, string[]>>();
  /** Whether a pair of characters may begin a name: most do not, and a look here is cheaper than one in the maps. */
  const pairs = new Uint8Array(0x10000);
  for (const name of new Set([...fullNames.keys(), ...aliases.keys(), ...shortNames.keys()])) {
    if (name.length < 2) continue;
    const seconds = byHead.get(name.charCodeAt(0)) ?? new Map<number, string[]>();
    byHead.set(name.charCodeAt(0), seconds);
    pairs[pairOf(name.charCodeAt(0), name.charCodeAt(1))] = 1;
    const names = seconds.get(name.charCodeAt(1)) ?? [];
    seconds.set(
      name.charCodeAt(1),
      [...names, name].sort((x, y) => y.length - x.length),
    );
  }

  /** The longest division name that begins at `at` of a text folded character by character. */
  function match(
    folded: string,
    at: number,
    after: boolean,
  ): { length: number; divisions: readonly Division[] } | null {
    const names = byHead.get(folded.charCodeAt(at))?.get(folded.charCodeAt(at + 1));
    if (names === undefined) return null;
    for (const name of names) {
      if (!folded.startsWith(name, at)) continue;
      const found = full(name);
      // 城区 and 郊区 are places only after their city.
      if (found.length > 0 && !(name.length === 2 && found.some((division) => unsafe.has(division)) && !after))
        return { length: name.length, divisions: found };
      const shorter = short(name).filter((division) => !unsafe.has(division));
      if (shorter.length > 0) return { length: name.length, divisions: shorter };
    }
    return null;
  }

  function inLatin(text: string, spans: DivisionSpan[]): void {
    if (!/[A-Za-z]/.test(text)) return;
    const words = [...text.matchAll(/[A-Za-z]+(?:['’][A-Za-z]+)?/g)];
    for (let i = 0; i < words.length; i++) {
      for (let count = Math.min(6, words.length - i); count >= 1; count--) {
        const last = words[i + count - 1]!;
        const start = words[i]!.index;
        const end = last.index + last[0].length;
        const raw = text.slice(start, end);
        if (/[^A-Za-z'’ -]/.test(raw)) continue;
        const key = latinKey(raw.replace(/['’]s\b/, ''));
        const found = latin.get(key);
        if (!found) continue;
        spans.push({ start, end, divisions: found });
        i += count - 1;
        break;
      }
    }
  }

  return {
    all: divisions,
    full,
    short,
    lengths,
    in(text) {
      const folded = foldText(text, { keepLength: true });
      const spans: DivisionSpan[] = [];
      let next = folded.charCodeAt(0);
      for (let at = 0; at + 1 < folded.length; at++) {
        const unit = next;
        next = folded.charCodeAt(at + 1);
        if (pairs[pairOf(unit, next)] === 0) continue;
        const found = match(folded, at, spans.length > 0 && spans[spans.length - 1]!.end === at);
        if (!found) continue;
        spans.push({ start: at, end: at + found.length, divisions: found.divisions });
        at += found.length - 1;
        next = folded.charCodeAt(at + 1);
      }
      inLatin(text, spans);
      return spans.length > 1 ? spans.sort((a, b) => a.start - b.start) : spans;
    },
    find(name, within) {
      const key = foldText(name);
      const candidates =
        full(key).length > 0 ? full(key) : short(key).length > 0 ? short(key) : (latin.get(latinKey(name)) ?? none);
      const fitting = within ? candidates.filter((division) => fits(division.region, within)) : candidates;
      if (fitting.length === 1) return fitting[0]!;
      // 吉林 is the province before it is the city: only names of one level are truly ambiguous.
      const [first, second] = fitting;
      return first && second && first.level !== second.level && rank[first.level] < 2 ? first : null;
    },
  };
}
