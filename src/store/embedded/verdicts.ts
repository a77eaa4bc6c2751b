/** Findings of rules across reports, and what people say of findings. */
import type { Kysely } from 'kysely';
import type { Finding } from '../../report/report.ts';
import type { Verdict } from '../store.ts';
import { oneOf } from './filter.ts';
import { findingRows } from './put.ts';
import type { Tables } from './tables.ts';
import { lock, raiseVersion } from './version.ts';

/** Replaces the findings across reports of those in `scope`. Verdicts are kept by finding id, so that one which comes back has its word. */
export async function putFindings(
  db: Kysely<Tables>,
  findings: readonly { report: string; finding: Finding }[],
  scope: readonly string[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await raiseVersion(trx);
    const named = [...new Set([...scope, ...findings.map(({ report }) => report)])];
    if (named.length === 0) return;
    const reports = await trx.selectFrom('reports').select(['id', 'report']).where(oneOf('report', named)).execute();
    const inScope = new Set(scope);
    for (const { id, report } of reports) {
      if (inScope.has(report))
        await trx.deleteFrom('findings').where('report_id', '=', id).where('own', '=', 0).execute();
      const rows = findingRows(
        findings.filter((each) => each.report === report).map(({ finding }) => finding),
        id,
        false,
      );
      for (const row of rows)
        await trx
          .insertInto('findings')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      const { count } = await trx
        .selectFrom('findings')
        .where('report_id', '=', id)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      await trx
        .updateTable('reports')
        .set({ findings: Number(count) })
        .where('id', '=', id)
        .execute();
    }
  });
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
