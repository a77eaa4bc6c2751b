/** What a Chinese agency name says: where, what kind, and the one key of all its variants. Pure. */
import type { RegionFilter } from '../question/plan.ts';
import { type Divisions, fits } from './divisions.ts';
import { foldText } from './fold.ts';
import type { Kinds } from './kinds.ts';
import type { AgencyName, Division } from './lexicon.ts';

const nowhere: RegionFilter = { province: null, city: null, county: null };

/** 高新区, 经济技术开发区: no divisions, but they stand between a division and a department. */
const zone = /^.{0,14}?(?:开发区|高新区|经开区|新区|示范区|产业园|园区|管理区|度假区|保税区|试验区)/;
/** Names of townships and streets below a county. */
const below = /^.{1,8}?(?:街道|镇|乡|苏木)/;
/** 市科技局: which level is meant is known from elsewhere. */
const generic = /^(?:自治区|省|市|州|盟|地区|县|区|旗)(?=.)/;
const prefixes = /^(?:中共|中国共产党|国家税务总局|国家统计局(?=.{2,20}调查队))/;

interface Parsed {
  /** From the highest named to the lowest; empty where the name begins with none. */
  readonly divisions: readonly Division[];
  readonly rest: string;
}

/** Most specific level of a region, as the list writes it. */
function deepest(region: RegionFilter): string | null {
  return region.county ?? region.city ?? region.province;
}

/** Reads agency names with the national list and the kinds of departments. */
export function agencyReader(
  divisions: Divisions,
  kinds: Kinds,
  renamed: ReadonlyMap<string, string>,
): (name: string, hint?: RegionFilter) => AgencyName {
  /** The name is all department: 科技局, 高新区科技局. */
  function departmental(rest: string): boolean {
    const ending = kinds.ending(rest);
    if (!ending) return false;
    const before = rest.slice(0, -ending.printed.length);
    return before === '' || zone.test(before);
  }

  /** Divisions at the head of `text`, each inside of the one before it. */
  function parse(text: string, within: RegionFilter, hint: RegionFilter): Parsed {
    for (const length of divisions.lengths(text.charAt(0))) {
      const name = text.slice(0, length);
      if (name.length < length) continue;
      const rest = text.slice(length);
      const full = divisions.full(name).filter(({ region }) => fits(region, within));
      const chosen = choose(full, rest, hint);
      if (chosen) return chain(chosen, rest, hint);
      if (full.length > 0) continue;
      const short = divisions.short(name).filter(({ region, zh }) => fits(region, within) && zh !== name);
      // A short name counts only before a department or another division: 新华社 is not in 新华区.
      const next = rest === '' ? null : parse(rest, nowhere, hint);
      if (!departmental(rest) && (next === null || next.divisions.length === 0)) continue;
      const inner = next?.divisions[0];
      const fitting = inner ? short.filter(({ region }) => fits(inner.region, region)) : short;
      const one = choose(fitting, rest, hint);
      if (one) return chain(one, rest, hint);
    }
    return { divisions: [], rest: text };
  }

  function chain(division: Division, rest: string, hint: RegionFilter): Parsed {
    if (division.level === 'county') return { divisions: [division], rest };
    const next = parse(rest, division.region, hint);
    // 吉林省吉林市, but not 上海市上海市: what follows must be inside of it.
    return next.divisions.length > 0 &&
      next.divisions[0]!.code.length > division.code.length &&
      next.divisions[0]!.code.startsWith(division.code)
      ? { divisions: [division, ...next.divisions], rest: next.rest }
      : { divisions: [division], rest };
  }

  function choose(candidates: readonly Division[], rest: string, hint: RegionFilter): Division | null {
    if (candidates.length <= 1) return candidates[0] ?? null;
    const next = parse(rest, nowhere, hint).divisions[0];
    if (next) {
      const above = candidates.filter(({ code }) => next.code.startsWith(code) && next.code !== code);
      if (above.length === 1) return above[0]!;
    }
    const hinted = candidates.filter(({ region }) => fits(region, hint));
    const pool = hint !== nowhere && hinted.length > 0 ? hinted : candidates;
    if (pool.length === 1) return pool[0]!;
    // 吉林科技厅 is the province's, 吉林科技局 the city's: a province has 厅, others have 局.
    const [first, second] = pool;
    if (first!.level === 'province') return /厅/.test(rest) || second!.level !== 'city' ? first! : second!;
    return first!.level === 'city' && second!.level !== 'city' ? first! : null;
  }

  /** How a division is written before a department's name: districts with their city, counties alone where unique. */
  function written(division: Division): string {
    if (division.level !== 'county') return division.zh;
    const alone = !/区$/.test(division.zh) && divisions.full(foldText(division.zh)).length === 1;
    return alone ? division.zh : `${division.region.city ?? division.region.province ?? ''}${division.zh}`;
  }

  function byHint(name: string, hint: RegionFilter): { division: string; region: RegionFilter; rest: string } | null {
    const word = generic.exec(name)?.[0];
    const rest = word ? name.slice(word.length) : name;
    if (!departmental(rest) && !below.test(rest)) return null;
    const level = (zh: string | null, pattern: RegExp) => (zh !== null && pattern.test(zh) ? zh : null);
    const to = (region: RegionFilter) => {
      const zh = deepest(region);
      const found = zh
        ? divisions
            .full(foldText(zh))
            .find((division) => fits(division.region, region) && fits(region, division.region))
        : undefined;
      return found ? { division: written(found), region: found.region, rest } : null;
    };
    const county = { ...hint };
    const city = { ...hint, county: null };
    const province = { province: hint.province, city: null, county: null };
    if (!word) return to(hint);
    if (word === '自治区' || word === '省') return to(province);
    if (word === '州' || word === '盟' || word === '地区') return hint.city ? to(city) : null;
    if (word === '市') {
      if (level(hint.county, /市$/)) return to(county);
      if (hint.city) return to(city);
      return level(hint.province, /市$/) ? to(province) : null;
    }
    if (level(hint.county, new RegExp(`${word}$`))) return to(county);
    return word === '区' && hint.county === null && hint.city === null && level(hint.province, /区$/)
      ? to(province)
      : null;
  }

  function rename(key: string): string {
    let current = key;
    // Bounded: a circle in the data file must not hang a reader.
    for (let i = 0; i < 10; i++) {
      const next = renamed.get(current);
      if (next === undefined || next === key) break;
      current = next;
    }
    return current;
  }

  function read(name: string, hint: RegionFilter): AgencyName {
    const text = foldText(name)
      .replace(/[\s·•.,，。:：;；“”"'《》<>〈〉()（）【】[\]]+/g, '')
      .slice(0, 80);
    const bare = text.replace(prefixes, '') || text;
    const parsed = parse(bare, nowhere, hint);
    const last = parsed.divisions.at(-1);
    let region: RegionFilter = last?.region ?? nowhere;
    let prefix = last ? written(last) : '';
    let rest = last ? parsed.rest : bare;
    if (!last) {
      const hinted = hint === nowhere ? null : byHint(bare, hint);
      if (hinted) ({ division: prefix, region, rest } = hinted);
      else region = hint;
    }
    // A division alone, written in full, is its government: "宿迁市2020年政府信息公开工作年度报告".
    if (rest === '' && last && last.zh !== last.short) rest = '人民政府';
    const ending = kinds.ending(rest);
    if (ending) rest = rest.slice(0, -ending.printed.length) + ending.full;
    const key = prefix + rest;
    const unknownDivision = /^.{1,12}[省市县区州旗盟]人民政府$/.test(key);
    const government =
      ending?.kind === 'government' && (rest === '人民政府' ? prefix !== '' : prefix === '' && unknownDivision);
    return { key, region, kind: ending?.kind ?? null, government };
  }

  return (name, hint = nowhere) => {
    const first = read(name, hint);
    const key = rename(first.key);
    return key === first.key ? first : read(key, hint);
  };
}
