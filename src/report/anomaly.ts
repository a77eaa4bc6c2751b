/**
 * What a reader noticed about the layout while reading: lost columns, a clipped header, a label that slid. Plain values;
 * audit/layout.ts words them as findings.
 */
export interface Anomaly {
  /** The rule it becomes: `layout.lostColumns`, `layout.missingRow`, `layout.clippedHeader` … */
  readonly code: `layout.${string}`;
  readonly table: 2 | 3 | 4 | null;
  /** Row and column labels of the form, where they are known. */
  readonly row: string | null;
  readonly column: string | null;
  readonly line: number | null;
  readonly page: number | null;
  readonly place: string | null;
  /** Verbatim on that line; empty where nothing is printed (a missing row). */
  readonly quote: string;
  /** Facts it concerns: "measure" or "measure/applicant". */
  readonly concerns: readonly string[];
  /** Numbers and words for the message (`expected`, `printed`, `label`). */
  readonly details: Readonly<Record<string, string | number>>;
}

/** A note with what is known of it; what is not given is unknown, and nothing is quoted. */
export function anomaly(
  code: Anomaly['code'],
  table: Anomaly['table'],
  known: Partial<Omit<Anomaly, 'code' | 'table'>>,
): Anomaly {
  const unknown = {
    row: null,
    column: null,
    line: null,
    page: null,
    place: null,
    quote: '',
    concerns: [],
    details: {},
  };
  return { code, table, ...unknown, ...known };
}
