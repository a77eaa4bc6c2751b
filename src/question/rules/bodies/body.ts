/** A body that the question names, and the words that name it. */
import type { Division } from '../../../lexicon/lexicon.ts';
import type { CatalogAgency } from '../../catalog.ts';
import type { Mark, SenseOf } from '../../marks.ts';
import type { RegionFilter } from '../../plan.ts';

/** One body or group of bodies that the question names. */
export interface Body {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  /** Held agencies that the name itself can mean; several where it is ambiguous, none where the library lacks it. */
  readonly agencies: readonly CatalogAgency[];
  /** Held agencies below the named region, of the named kind: what the name means as a filter. */
  readonly within: readonly CatalogAgency[];
  /** As a filter. */
  readonly regions: readonly RegionFilter[];
  readonly kind: string | null;
  /** "science bureaus": never one agency. */
  readonly plural: boolean;
  /** A region alone, a kind alone, or a name that says which agency. */
  readonly by: 'region' | 'kind' | 'name';
  /** "Other than Ankang": all but this one are meant. */
  readonly excluded: boolean;
  /** The name only says what it may be called (彭阳县服务中心): which one is meant is likely, and said. */
  readonly likely?: boolean;
  /** Canonical name of a named agency that the library does not hold. */
  readonly missing: string | null;
}

/** An agency that the question does not name but goes on with. */
export const bodyOf = (agency: CatalogAgency): Body => ({
  start: 0, end: 0, marks: [], agencies: [agency], within: [agency], regions: [], kind: null, plural: false, by: 'name', excluded: false, missing: null,
}); // biome-ignore format: fields

/** The words of one name, put together. */
export interface Group {
  readonly marks: Mark[];
  agency: SenseOf<'agency'>[];
  divisions: readonly Division[] | null;
  department: SenseOf<'department'> | null;
  /** 盐池 of 盐池和彭阳科技局: what the other name calls the department. */
  shared?: string | null;
  unknown: Mark | null;
  /** 哪些科技局: a kind, never one agency. */
  several: boolean;
  /** 宁夏的科技局: those of the place, where the place has none of its own. */
  below: boolean;
}

/** Words that may stand between the parts of one name. */
export const links =
  /^(的|'s|s|'|of|in|at|for|the|county|municipal|city|district|provincial|province|prefecture|local|people's|人民|市|县|区|省|本|位于|a)$/;

/** A comma or a bracket parts two clauses. */
export const parted = (text: string, one: Mark, two: Mark): boolean =>
  /[,;:.()[\]?!。]/.test(text.slice(one.end, two.start));
