/** Rows of `reports` as heads, and back. */
import type { Selectable } from 'kysely';
import type { Contact, FormId } from '../../report/report.ts';
import type { ReportHead } from '../store.ts';
import type { Tables } from './tables.ts';

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
