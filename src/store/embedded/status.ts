/** How much the library holds. */
import { type Kysely, sql } from 'kysely';
import type { StoreStatus } from '../store.ts';
import type { Tables } from './tables.ts';
import { lexiconOf, libraryVersion } from './version.ts';

export async function statusOf(db: Kysely<Tables>): Promise<StoreStatus> {
  const count = async (table: 'reports' | 'statements' | 'findings' | 'passages' | 'failures') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    );
  const reports = await count('reports');
  const current = await db
    .selectFrom('reports')
    .where('current', '=', 1)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const facts = await db
    .selectFrom('sheets')
    .select((eb) => eb.fn.sum<number>('facts').as('count'))
    .executeTakeFirst();
  const pages = await sql<{
    size: number;
  }>`select page_count * page_size as size from pragma_page_count(), pragma_page_size()`.execute(db);
  const last = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db);
  return {
    engine: 'sqlite',
    schema: Number.parseInt(last.rows[0]?.name ?? '0', 10),
    version: await libraryVersion(db),
    reports,
    replaced: reports - Number(current.count),
    facts: Number(facts?.count ?? 0),
    statements: await count('statements'),
    findings: await count('findings'),
    passages: await count('passages'),
    failures: await count('failures'),
    bytes: Number(pages.rows[0]?.size ?? 0),
    lexicon: await lexiconOf(db),
  };
}
