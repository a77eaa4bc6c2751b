/** Marks of the library: its version, which rises with every change, and the lexicon that its terms were cut with. */
import type { Kysely } from 'kysely';
import { run } from './statement.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

async function meta(db: Db, name: string): Promise<string | null> {
  return (await run<{ value: string }>(db, 'select value from meta where name = ?', name))[0]?.value ?? null;
}

export async function libraryVersion(db: Db): Promise<number> {
  return Number((await meta(db, 'version')) ?? 0);
}

/** Null before the first report. */
export const lexiconOf = (db: Db) => meta(db, 'lexicon');

export async function setMeta(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** The first statement of every change: takes the lock, so that a transaction waits at its beginning and never fails half way. */
export async function lock(trx: Db): Promise<void> {
  await run(trx, "update meta set value = value where name = 'version'");
}

/** Tells every process that the contents have changed. */
export async function raiseVersion(trx: Db): Promise<void> {
  await run(trx, `${raise} where name = 'version'`);
}

/** The same for a report that came or went, which rules across reports must see. */
export async function raiseChanges(trx: Db): Promise<void> {
  await run(trx, `${raise} where name in ('version', 'changes')`);
}

const raise = 'update meta set value = cast(cast(value as integer) + 1 as text)';

/** How many changes there were, where rules across reports have not seen them all; else null. */
export async function unaudited(db: Db): Promise<number | null> {
  const changes = Number((await meta(db, 'changes')) ?? 0);
  return changes === Number((await meta(db, 'audited')) ?? 0) ? null : changes;
}
