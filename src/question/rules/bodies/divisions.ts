/** The divisions that a place name can mean: which lie within which, and of which the library holds something. */
import type { Division, Lexicon } from '../../../lexicon/lexicon.ts';
import type { RegionFilter } from '../../plan.ts';
import type { Roster } from '../../roster.ts';

/** Divisions of one list that lie in a division of the other. */
export function nested(first: readonly Division[], second: readonly Division[]): readonly Division[] {
  const below = (deep: readonly Division[], high: readonly Division[]) =>
    deep.filter((each) => high.some((above) => above !== each && inside(each.region, above.region)));
  const down = below(second, first);
  return down.length > 0 ? down : below(first, second);
}

export function inside(region: RegionFilter, filter: RegionFilter): boolean {
  return (['province', 'city', 'county'] as const).every(
    (level) => filter[level] === null || filter[level] === region[level],
  );
}

/** The division that an agency belongs to. */
export function placeOf(key: string, roster: Roster, lexicon: Lexicon): readonly Division[] | null {
  const region = roster.byKey.get(key)?.region;
  const name = region?.county ?? region?.city ?? region?.province ?? null;
  const division = name === null ? null : lexicon.division(name, region);
  return division ? [division] : null;
}

/** Of several divisions with one name, those of which the library holds something. */
export function likeliest(divisions: readonly Division[], roster: Roster): readonly Division[] {
  const held = divisions.filter((division) => roster.within(division).length > 0);
  if (held.length > 0) return held.length > 1 ? preferOwn(held, roster) : held;
  return divisions.slice(0, 1);
}

/** 安康 is the city where the city's own agencies are held. */
function preferOwn(divisions: readonly Division[], roster: Roster): readonly Division[] {
  const own = divisions.filter((division) => roster.own(division).length > 0);
  return own.length > 0 ? own : divisions;
}
