/** Rows of `reports` as heads, and back. */
import type { Kysely, Selectable } from 'kysely';
import type { Contact, FormId } from '../../report/report.ts';
import type { ReportHead } from '../store.ts';
import type { Tables } from './tables.ts';
import { libraryVersion } from './version.ts';

export function headOf(row: Selectable<Tables['reports']>): ReportHead {
  return {
    report: row.report,
    file: row.file,
    agency: row.agency,
    agencyKey: row.agency_key,
    kind: row.kind,
    year: row.year,
    form: row.form as FormId | null,
    title: row.title,
    publishedDate: row.published_date,
    sourceUrl: row.source_url,
    region: { province: row.province, city: row.city, county: row.county },
    contact: JSON.parse(row.contact) as Contact,
    ingestedAt: row.ingested_at,
    version: row.version,
    current: row.current === 1,
    findings: row.findings,
  };
}

/** The head as it was, where the row still says the same: what was worked out from it stays true. */
function unchanged(head: ReportHead | undefined, row: Selectable<Tables['reports']>): ReportHead | null {
  if (head === undefined) return null;
  const same =
    head.report === row.report &&
    head.file === row.file &&
    head.agency === row.agency &&
    head.agencyKey === row.agency_key &&
    head.kind === row.kind &&
    head.version === row.version &&
    head.current === (row.current === 1) &&
    head.findings === row.findings &&
    head.ingestedAt === row.ingested_at;
  return same ? head : null;
}

interface Held {
  readonly version: number;
  readonly heads: ReadonlyMap<number, ReportHead>;
  /** By the report's id. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** All heads, held in memory and read again when the library's version has changed: most questions begin with them. */
export class Heads {
  readonly #db: Kysely<Tables>;
  #version = -1;
  #heads: ReadonlyMap<number, ReportHead> = new Map();
  #numbers: ReadonlyMap<string, number> = new Map();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** By number, ordered by agency, year and version. */
  async all(): Promise<Held> {
    // The version first: what changes in between is read again next time.
    const version = await libraryVersion(this.#db);
    if (version !== this.#version) {
      const rows = await this.#db
        .selectFrom('reports')
        .selectAll()
        .orderBy('agency_key')
        .orderBy('year')
        .orderBy('version')
        .orderBy('report')
        .execute();
      const before = this.#heads;
      this.#heads = new Map(rows.map((row) => [row.id, unchanged(before.get(row.id), row) ?? headOf(row)]));
      this.#numbers = new Map(rows.map((row) => [row.report, row.id]));
      this.#version = version;
    }
    return { version, heads: this.#heads, numbers: this.#numbers };
  }
}
