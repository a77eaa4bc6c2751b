/** Marks of the library: its version, which rises with every change, and the lexicon that its terms were cut with. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

async function meta(db: Db, name: string): Promise<string | null> {
  return (await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst())?.value ?? null;
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
  await trx
    .updateTable('meta')
    .set((eb) => ({ value: eb.ref('value') }))
    .where('name', '=', 'version')
    .execute();
}

/** Tells every process that the contents have changed. */
export async function raiseVersion(trx: Db): Promise<void> {
  await raise(trx, ['version']);
}

/** The same for a report that came or went, which rules across reports must see. */
export async function raiseChanges(trx: Db): Promise<void> {
  await raise(trx, ['version', 'changes']);
}

async function raise(trx: Db, names: readonly string[]): Promise<void> {
  await trx
    .updateTable('meta')
    .set({ value: sql<string>`cast(cast(value as integer) + 1 as text)` })
    .where('name', 'in', names)
    .execute();
}

/** How many changes there were, where rules across reports have not seen them all; else null. */
export async function unaudited(db: Db): Promise<number | null> {
  const changes = Number((await meta(db, 'changes')) ?? 0);
  return changes === Number((await meta(db, 'audited')) ?? 0) ? null : changes;
}
