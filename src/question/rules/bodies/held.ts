/** What a name means in this library: the agencies that it holds of that name, or the name of one that it lacks. */
import type { Division, Lexicon } from '../../../lexicon/lexicon.ts';
import type { CatalogAgency } from '../../catalog.ts';
import type { Roster } from '../../roster.ts';
import { originalOf, type Typed } from '../../typed.ts';
import { CENTRE } from '../../vocabulary.ts';
import type { Body, Group } from './body.ts';
import { inside, likeliest } from './divisions.ts';

export function resolve(group: Group, roster: Roster, lexicon: Lexicon, question: Typed): Omit<Body, 'excluded'> {
  const start = Math.min(...group.marks.map((mark) => mark.start));
  const end = Math.max(...group.marks.map((mark) => mark.end));
  const base = {
    start,
    end,
    marks: group.marks,
    kind: group.department?.id ?? null,
    plural: group.several || (group.department?.plural ?? false),
  };
  const named = originalOf(question, start, end);
  if (group.agency.length > 0) {
    const agencies = group.agency.flatMap(({ key }) => roster.byKey.get(key) ?? []);
    const fitting = group.divisions
      ? agencies.filter(({ region }) => group.divisions!.some((each) => inside(region, each.region)))
      : agencies;
    const held = fitting.length > 0 ? fitting : agencies;
    return { ...base, kind: null, agencies: held, within: held, regions: [], by: 'name', missing: null };
  }
  const short = group.unknown ? ofPinyin(group.unknown.text, base.kind, roster, lexicon) : [];
  if (short.length > 0) return { ...base, agencies: short, within: short, regions: [], by: 'name', missing: null };
  if (group.unknown)
    return {
      ...base,
      agencies: [],
      within: [],
      regions: [],
      by: 'name',
      missing: (/[\u4e00-\u9fff]/.test(named) && lexicon.agency(named).key) || named,
    };
  const divisions = likeliest(group.divisions ?? [], roster);
  if (base.kind === CENTRE) {
    const agencies = centresOf(divisions, roster);
    // A place and what it is called, in Chinese: what a library would print.
    const printed = /[\u4e00-\u9fff]/.test(named) ? named : `${divisions[0]?.zh ?? ''}服务中心`;
    const missing = agencies.length === 0 ? printed : null;
    return { ...base, kind: null, agencies, within: agencies, regions: [], by: 'name', missing, likely: true };
  }
  const ofKind = (list: readonly CatalogAgency[]) =>
    base.kind === null ? list : list.filter(({ kind }) => kind === base.kind);
  if (divisions.length === 0) {
    const agencies = roster.kind(base.kind ?? '');
    return { ...base, agencies, within: agencies, regions: [], by: 'kind', missing: null };
  }
  const agencies = divisions.flatMap((division) => ofKind(roster.own(division)));
  const within = divisions.flatMap((division) => ofKind(roster.within(division)));
  const regions = divisions.map((division) => division.region);
  const by = base.kind === null ? 'region' : 'name';
  const below = group.below && within.length > 0;
  const missing =
    by === 'name' && agencies.length === 0 && !base.plural && !below
      ? missingName(divisions[0]!, group, named, lexicon)
      : null;
  return { ...base, plural: base.plural || (below && agencies.length === 0), agencies, within, regions, by, missing };
}

/** Bodies of these places that are called a centre: the place's own before those below it. */
function centresOf(divisions: readonly Division[], roster: Roster): readonly CatalogAgency[] {
  const called = (list: readonly CatalogAgency[]) => list.filter(({ key }) => key.endsWith('中心'));
  const own = divisions.flatMap((division) => called(roster.own(division)));
  return own.length > 0 ? own : divisions.flatMap((division) => called(roster.within(division)));
}

/** "Lang finance bureau": pinyin of one syllable is an ordinary word, and a place only beside a department that is held. */
function ofPinyin(text: string, kind: string | null, roster: Roster, lexicon: Lexicon): readonly CatalogAgency[] {
  if (kind === null || !/^[a-z]{2,12}$/.test(text)) return [];
  return roster.kind(kind).filter(({ region }) => {
    const place = region.county ?? region.city ?? region.province;
    return place !== null && lexicon.division(place, region)?.pinyin.toLowerCase() === text;
  });
}

/** The canonical name of an agency that the library lacks. */
function missingName(division: Division, group: Group, named: string, lexicon: Lexicon): string {
  const kind = lexicon.kinds.find(({ id }) => id === group.department?.id);
  // 盐池 of 盐池和彭阳科技局: the place alone is no name.
  const shared = /[\u4e00-\u9fff]/.test(group.shared ?? '') ? `${division.zh}${group.shared}` : null;
  const printed = shared ?? (/[\u4e00-\u9fff]/.test(named) ? named : division.zh + (kind?.zh ?? ''));
  const { key } = lexicon.agency(printed, division.region);
  return key === '' ? printed : key;
}
