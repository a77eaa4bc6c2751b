/** What the library holds, as a value: question/ never imports store/. */
import type { FormId } from '../report/report.ts';
import type { RegionFilter } from './plan/scope.ts';

/** An agency as the library knows it: one across years and name variants. */
export interface CatalogAgency {
  /** Stable key: the canonical full name ("盐池县科学技术局"). */
  readonly key: string;
  /** Every form of the name that the library's reports print. */
  readonly names: readonly string[];
  readonly region: RegionFilter;
  /** Department kind of index/kinds.json, null where none fits. */
  readonly kind: string | null;
  /** Years held, ascending. */
  readonly years: readonly number[];
}

/** What the library holds, as a value: question/ never imports store/. */
export interface Catalog {
  readonly agencies: readonly CatalogAgency[];
  readonly years: readonly number[];
  readonly forms: readonly FormId[];
  readonly reports: number;
  /** Rises with every change of the library. */
  readonly version: number;
}
