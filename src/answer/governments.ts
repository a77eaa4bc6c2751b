/** A government's consolidated report holds its departments' figures: the two are never added together. */
import type { ReportHead } from '../store/store.ts';

const GOVERNMENT = 'government';

export interface Separated {
  readonly kept: readonly ReportHead[];
  /** Consolidated reports left out, because departments of the same region and year are in scope. */
  readonly consolidated: readonly ReportHead[];
}

/**
 * Leaves consolidated reports out where a department of the same region and year is among the reports. `alike`: years are set against each
 * other: a government that stays out in one of them stays out in all, so that no year counts it in place of departments whose reports lack.
 */
export function separate(heads: readonly ReportHead[], alike = false): Separated {
  const place = alike ? (head: ReportHead) => placeIn({ region: head.region, year: null }) : placeIn;
  if (!heads.some((head) => head.kind === GOVERNMENT)) return { kept: heads, consolidated: [] };
  const departments = new Set(heads.filter((head) => head.kind !== GOVERNMENT).map(place));
  const consolidated = heads.filter((head) => head.kind === GOVERNMENT && departments.has(place(head)));
  if (consolidated.length === 0) return { kept: heads, consolidated };
  const out = new Set(consolidated.map((head) => head.report));
  return { kept: heads.filter((head) => !out.has(head.report)), consolidated };
}

/** True where governments of several levels of one region are added: the upper may hold the lower. */
export function nested(heads: readonly ReportHead[]): boolean {
  const governments = heads.filter((head) => head.kind === GOVERNMENT);
  if (governments.length === 0) return false;
  const levels = new Set(governments.map(placeIn));
  return heads.some(({ region, year }) => {
    const above = [
      region.county === null ? null : { ...region, county: null },
      region.city === null ? null : { ...region, city: null, county: null },
    ];
    return above.some((each) => each !== null && levels.has(placeIn({ region: each, year })));
  });
}

function placeIn({ region, year }: Pick<ReportHead, 'region' | 'year'>): string {
  return [region.province, region.city, region.county, year].join('\u{0}');
}
