/** Findings of rules across reports, and what people say of findings. */
import type { Kysely } from 'kysely';
import type { Finding } from '../../report/report.ts';
import type { Verdict } from '../store.ts';
import { oneOf } from './filter.ts';
import { findingRows } from './put.ts';
import { insertAll, run } from './statement.ts';
import type { Tables } from './tables.ts';
import { lock, raiseVersion, setMeta } from './version.ts';

/** Sketches in the order of the reports asked for. */
export async function readSketches(db: Kysely<Tables>, reports: readonly string[]): Promise<(string | null)[]> {
  if (reports.length === 0) return [];
  const rows = await db
    .selectFrom('sketches')
    .innerJoin('reports', 'reports.id', 'sketches.report_id')
    .select(['reports.report', 'sketches.sketch'])
    .where(oneOf('reports.report', reports))
    .execute();
  const held = new Map(rows.map(({ report, sketch }) => [report, sketch]));
  return reports.map((report) => held.get(report) ?? null);
}

export async function findingsAcross(db: Kysely<Tables>): Promise<{ report: string; id: string; zh: string }[]> {
  return db
    .selectFrom('findings')
    .innerJoin('reports', 'reports.id', 'findings.report_id')
    .select(['reports.report', 'findings.id', 'findings.zh'])
    .where('findings.own', '=', 0)
    .execute();
}

/** Replaces the findings across reports of those in `scope`. Verdicts are kept by finding id, so that one which comes back has its word. */
export async function putFindings(
  db: Kysely<Tables>,
  findings: readonly { report: string; finding: Finding }[],
  scope: readonly string[],
  upTo?: number,
): Promise<void> {
  const byReport = new Map<string, Finding[]>(scope.map((report) => [report, []]));
  for (const { report, finding } of findings) byReport.set(report, [...(byReport.get(report) ?? []), finding]);
  const inScope = new Set(scope);
  await db.transaction().execute(async (trx) => {
    await lock(trx);
    if (byReport.size > 0) {
      await raiseVersion(trx);
      const named = oneOf('report', [...byReport.keys()]);
      for (const { id, report } of await trx.selectFrom('reports').select(['id', 'report']).where(named).execute())
        await replace(trx, id, byReport.get(report)!, inScope.has(report));
    }
    if (upTo !== undefined) await setMeta(trx, 'audited', String(upTo));
  });
}

async function replace(trx: Kysely<Tables>, id: number, found: readonly Finding[], whole: boolean): Promise<void> {
  if (whole) await run(trx, 'delete from findings where report_id = ? and own = 0', id);
  const held = await run<{ id: string }>(trx, 'select id from findings where report_id = ?', id);
  const known = new Set(held.map((each) => each.id));
  const fresh = findingRows(found, id, false).filter((row) => !known.has(row.id));
  await insertAll(trx, 'findings', fresh);
  await run(trx, 'update reports set findings = ? where id = ?', held.length + fresh.length, id);
}

/** Keeps a person's word; false where there is no such finding. */
export async function judge(db: Kysely<Tables>, finding: string, verdict: Verdict): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lock(trx);
    const known = await trx.selectFrom('findings').select('id').where('id', '=', finding).executeTakeFirst();
    if (!known) return false;
    await raiseVersion(trx);
    const row = { status: verdict.status, reason: verdict.reason, by_whom: verdict.by, at: verdict.at };
    await trx
      .insertInto('verdicts')
      .values({ finding, ...row })
      .onConflict((conflict) => conflict.column('finding').doUpdateSet(row))
      .execute();
    return true;
  });
}
