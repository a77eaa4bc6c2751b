/** What things are called when they are shown, in one language: agencies, measures, applicants, sections, regions. */
import type { Catalog, CatalogAgency } from '../question/catalog.ts';
import type { Language, MeasureRef, RegionFilter } from '../question/plan.ts';
import type { Lexicon, Term } from './lexicon.ts';

export interface Naming {
  readonly language: Language;
  /** By printed name or catalog key. In English the display name with the Chinese one in brackets. */
  agency(name: string | null): string;
  /** The measure, with the applicant where it is not the total. */
  measure(ref: { readonly measure: string; readonly applicant?: string | null }): string;
  applicant(id: string): string;
  rate(id: string): string;
  section(number: number): string;
  kind(id: string): string;
  theme(id: string): string;
  /** A key of index/definitions.json. */
  definition(id: string): string;
  /** Cells that users name as one (the eight grounds of refusal); null where they are no such group. */
  group(measures: readonly string[]): string | null;
  region(region: RegionFilter): string;
}

const byName = new WeakMap<Catalog, Map<string, CatalogAgency>>();
/** English names of agencies that were shown: of one catalog they stay the same. */
const shownOf = new WeakMap<Catalog, Map<string, string>>();

const mostShown = 50_000;

/** The names of one language, over the lexicon's words and the agencies that the catalog knows. */
export function namingOf(lexicon: Lexicon, catalog: Catalog, language: Language): Naming {
  const term = (terms: readonly Term[], id: string) => terms.find((each) => each.id === id)?.[language] ?? id;
  const shown = shownOf.get(catalog) ?? new Map<string, string>();
  shownOf.set(catalog, shown);
  const naming: Naming = {
    language,
    agency(name) {
      if (name === null) return language === 'zh' ? '未写明机关的报告' : 'report that names no agency';
      if (language === 'zh') return name;
      const known = shown.get(name) ?? englishAgency(name, lexicon, catalog);
      if (shown.size >= mostShown) shown.clear();
      shown.set(name, known);
      return known;
    },
    measure({ measure, applicant }) {
      const entry = lexicon.measures.find((each) => each.id === measure);
      const name = entry?.[language] ?? measure;
      if (!applicant || applicant === 'total') return name;
      const by = naming.applicant(applicant);
      return language === 'zh' ? `${name}（${by}）` : `${name} (${by})`;
    },
    applicant: (id) => term(lexicon.applicants, id),
    rate: (id) => term(lexicon.words.rates, id),
    section: (number) => {
      const known = lexicon.sections.find((each) => each.id === String(number)) ?? lexicon.sections[number - 1];
      return known?.[language] ?? (language === 'zh' ? `第${number}部分` : `section ${number}`);
    },
    kind: (id) => lexicon.kinds.find((each) => each.id === id)?.[language] ?? id,
    theme: (id) => term(lexicon.themes, id),
    definition: (id) => term(lexicon.definitions, id),
    group: (measures) =>
      lexicon.words.groups.find(
        (group) => group.measures.length === measures.length && measures.every((each) => group.measures.includes(each)),
      )?.[language] ?? null,
    region: (region) => regionName(region, lexicon, language),
  };
  return naming;
}

function englishAgency(name: string, lexicon: Lexicon, catalog: Catalog): string {
  const agency = agencyNamed(name, catalog) ?? described(name, lexicon);
  const [english] = lexicon.agencyNames(agency).en;
  return english === undefined || english === name ? name : `${english} (${name})`;
}

/** An agency that the library does not hold is named from what its name says. */
function described(name: string, lexicon: Lexicon): CatalogAgency {
  const { key, region, kind } = lexicon.agency(name);
  return { key, names: [name], region, kind, years: [] };
}

/** The catalog's agency of a printed name or key. */
function agencyNamed(name: string, catalog: Catalog): CatalogAgency | undefined {
  let names = byName.get(catalog);
  if (names === undefined) {
    names = new Map();
    for (const agency of catalog.agencies) for (const each of [...agency.names, agency.key]) names.set(each, agency);
    byName.set(catalog, names);
  }
  return names.get(name);
}

function regionName(region: RegionFilter, lexicon: Lexicon, language: Language): string {
  const name = region.county ?? region.city ?? region.province;
  if (name === null) return '';
  if (language === 'zh') return name;
  const division = lexicon.division(name, region);
  return division === null ? name : `${division.en} (${name})`;
}

/** The refs of measures as one phrase: a group is called by what its members share. */
export function measuresName(refs: readonly MeasureRef[], naming: Naming): string {
  const names = [...new Set(refs.map((ref) => naming.measure(ref)))];
  return names.join(naming.language === 'zh' ? '、' : ', ');
}
