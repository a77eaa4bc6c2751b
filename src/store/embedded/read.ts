/** Reading the library: heads, whole reports, facts, statements. */
import { inflateRawSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Finding, Report, Severity } from '../../report/report.ts';
import type { FindingFilter, ReportFilter, StoredFinding, StoredStatement, Verdict } from '../store.ts';
import { oneOf, restricted } from './filter.ts';
import type { Sheets } from './sheets.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** One compressed part of a report. */
export async function readDocument(db: Db, report: string, part: 'bytes' | 'text' | 'body'): Promise<Buffer | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('reports', 'reports.id', 'documents.report_id')
    .select(`documents.${part} as data`)
    .where('reports.report', '=', report)
    .executeTakeFirst();
  if (!row) return null;
  // A document that is its own text is kept once.
  if (part === 'text' && row.data.length === 0) return readDocument(db, report, 'bytes');
  return inflateRawSync(row.data);
}

/** The report as it was read: its own findings only. */
export async function readReportOf(db: Db, sheets: Sheets, report: string): Promise<Report | null> {
  const body = await readDocument(db, report, 'body');
  if (body === null) return null;
  const rest = JSON.parse(body.toString('utf8')) as Omit<Report, 'facts' | 'findings'>;
  const facts = (await sheets.facts({ reports: [report], versions: 'all' })).map(({ report: _, ...fact }) => fact);
  const rows = await db
    .selectFrom('findings')
    .innerJoin('reports', 'reports.id', 'findings.report_id')
    .selectAll('findings')
    .where('reports.report', '=', report)
    .where('findings.own', '=', 1)
    .orderBy('findings.position')
    .execute();
  const { statements, error, ...before } = rest;
  return { ...before, facts, statements, findings: rows.map(findingOf), error };
}

/** The sections of a report as they were read. */
export async function readSections(db: Db, report: string): Promise<Report['sections'] | null> {
  const body = await readDocument(db, report, 'body');
  return body === null ? null : (JSON.parse(body.toString('utf8')) as Pick<Report, 'sections'>).sections;
}

export async function readStatements(db: Db, filter: ReportFilter): Promise<StoredStatement[]> {
  const rows = await db
    .selectFrom('statements')
    .innerJoin('reports', 'reports.id', 'statements.report_id')
    .selectAll('statements')
    .select('reports.report')
    .where(restricted(filter) as never)
    .orderBy('statements.report_id')
    .orderBy('statements.position')
    .execute();
  return rows.map(({ report_id: _, position: __, approximate, ...statement }) => ({
    ...statement,
    approximate: approximate === 1,
  }));
}

interface FindingColumns {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly zh: string;
  readonly en: string;
  readonly evidence: string;
  readonly concerns: string;
}

function findingOf(row: FindingColumns): Finding {
  return {
    id: row.id,
    rule: row.rule,
    severity: row.severity as Severity,
    message: { zh: row.zh, en: row.en },
    evidence: JSON.parse(row.evidence) as Finding['evidence'],
    concerns: JSON.parse(row.concerns) as string[],
  };
}

export async function readFindings(db: Db, filter: FindingFilter): Promise<StoredFinding[]> {
  let query = db
    .selectFrom('findings')
    .innerJoin('reports', 'reports.id', 'findings.report_id')
    .leftJoin('verdicts', 'verdicts.finding', 'findings.id')
    .selectAll('findings')
    .select([
      'reports.report',
      'reports.agency',
      'reports.year',
      'verdicts.status',
      'verdicts.reason',
      'verdicts.by_whom',
      'verdicts.at',
    ])
    .where(restricted(filter) as never);
  const { rules = [], severities = [], statuses = [] } = filter;
  if (rules.length > 0) query = query.where(oneOf('findings.rule', rules));
  if (severities.length > 0) query = query.where(oneOf('findings.severity', severities));
  const rows = await query
    .orderBy('findings.report_id')
    .orderBy('findings.own', 'desc')
    .orderBy('findings.position')
    .execute();
  const wanted = new Set<string>(statuses);
  return rows
    .map((row) => ({
      ...findingOf(row),
      report: row.report,
      agency: row.agency,
      year: row.year,
      verdict: { status: (row.status ?? 'open') as Verdict['status'], reason: row.reason, by: row.by_whom, at: row.at },
    }))
    .filter(({ verdict }) => wanted.size === 0 || wanted.has(verdict.status));
}
