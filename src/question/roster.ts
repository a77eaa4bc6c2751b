/** The roster: the agencies that the library holds, by region, kind and name; made once for each catalog. */
import type { Division, Lexicon } from '../lexicon/lexicon.ts';
import type { Catalog, CatalogAgency } from './catalog.ts';
import type { Sense } from './marks.ts';
import { Names } from './names.ts';
import type { RegionFilter } from './plan.ts';
import { foldName } from './typed.ts';

export interface Roster {
  readonly names: Names<Sense>;
  /** Chinese names of held places, with their designation (盐池县): what a misspelt one may have meant. */
  readonly places: Names<true>;
  /** Words of held places in Latin script: what a misspelt word may have meant. */
  readonly words: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, CatalogAgency>;
  /** Agencies of the division itself, not of those below it. */
  own(division: Division): readonly CatalogAgency[];
  /** Agencies of the division and of all below it. */
  within(division: Division): readonly CatalogAgency[];
  kind(id: string): readonly CatalogAgency[];
}

const made = new WeakMap<Catalog, { lexicon: Lexicon; roster: Roster }>();

export function rosterOf(catalog: Catalog, lexicon: Lexicon): Roster {
  const known = made.get(catalog);
  if (known?.lexicon === lexicon) return known.roster;
  const roster = build(catalog, lexicon);
  made.set(catalog, { lexicon, roster });
  return roster;
}

const path = ({ province, city, county }: RegionFilter) => `${province ?? ''}/${city ?? ''}/${county ?? ''}`;
const none: readonly CatalogAgency[] = [];

function build(catalog: Catalog, lexicon: Lexicon): Roster {
  const names = new Names<Sense>();
  const places = new Names<true>();
  const words = new Set<string>();
  const own = new Map<string, CatalogAgency[]>();
  const within = new Map<string, CatalogAgency[]>();
  const kinds = new Map<string, CatalogAgency[]>();
  const put = (map: Map<string, CatalogAgency[]>, key: string, agency: CatalogAgency) => {
    const list = map.get(key);
    if (list) list.push(agency);
    else map.set(key, [agency]);
  };
  const offices = new Set<string>();
  const endings = new Set(lexicon.kinds.flatMap((kind) => kind.endings));
  for (const agency of catalog.agencies) {
    const { province, city, county } = agency.region;
    put(own, path(agency.region), agency);
    for (const level of new Set([
      path({ province, city: null, county: null }),
      path({ province, city, county: null }),
      path(agency.region),
    ]))
      put(within, level, agency);
    if (agency.kind !== null) put(kinds, agency.kind, agency);
    const sense: Sense = { kind: 'agency', key: agency.key };
    for (const name of namesOf(agency, endings, lexicon)) names.add(foldName(name), sense);
    for (const office of englishOffice(agency, offices, lexicon))
      names.add(foldName(office), { kind: 'department', id: agency.kind ?? '', plural: false });
    for (const name of [province, city, county]) {
      if (name !== null) places.add(name, true);
      const division = name === null ? null : lexicon.division(name, agency.region);
      for (const word of division?.pinyin.toLowerCase().match(/[a-z]{4,}/g) ?? []) words.add(word);
    }
  }
  return {
    names,
    places,
    words,
    byKey: new Map(catalog.agencies.map((agency) => [agency.key, agency])),
    own: (division) => own.get(path(division.region)) ?? none,
    within: (division) => within.get(path(division.region)) ?? none,
    kind: (id) => kinds.get(id) ?? none,
  };
}

/**
 * Where the key is a place and a kind of department ("盐池县" and "科学技术局"), region and kind are found by themselves in
 * every spelling, so that only the printed names are listed here; any other agency is found by all names that people give it.
 */
function namesOf(agency: CatalogAgency, endings: ReadonlySet<string>, lexicon: Lexicon): string[] {
  const place = agency.region.county ?? agency.region.city ?? agency.region.province ?? '';
  const at = agency.key.indexOf(place);
  const rest = at < 0 ? agency.key : agency.key.slice(at + place.length);
  const printed = [agency.key, ...agency.names].filter((name) => name.length > 3 && !endings.has(name));
  if (agency.kind !== null && endings.has(rest)) return printed;
  const { zh, en } = lexicon.agencyNames(agency);
  return [
    ...printed,
    ...zh.filter((name) => !endings.has(name) && (name.length > 3 || town.test(name))),
    ...en.filter((name) => name.includes(' ')),
  ];
}

/** 白蒲镇: a town is called by its place alone; names of two characters are ordinary words too often. */
const town = /^.{2,}(?:镇|乡|街道|苏木)$/u;

/** What the department is called in English, without its place: once for each Chinese ending. */
function englishOffice(agency: CatalogAgency, seen: Set<string>, lexicon: Lexicon): string[] {
  const place = agency.region.county ?? agency.region.city ?? agency.region.province ?? '';
  const rest = agency.key.slice(agency.key.lastIndexOf(place) + place.length);
  if (agency.kind === null || seen.has(rest)) return [];
  seen.add(rest);
  const division = place === '' ? null : lexicon.division(place, agency.region);
  const [display = ''] = lexicon.agencyNames(agency).en;
  const office = [division?.en, `${division?.pinyin} Municipal`, division?.pinyin].find(
    (prefix) => prefix && display.startsWith(`${prefix} `),
  );
  return office ? [display.slice(office.length + 1)] : [];
}
