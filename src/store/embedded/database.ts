/** The library's file: opened, migrated, with its failures as coded errors. The only importer of better-sqlite3. */
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { CodedError } from '../../errors.ts';
import { library } from './migrations/001-library.ts';
import type { Tables } from './tables.ts';

/** In order, by name; a released one is never changed. */
const migrations = { '001-library': library };

export interface Database {
  readonly db: Kysely<Tables>;
  /** Null for a library in memory. */
  readonly path: string | null;
  /** Writes a consistent copy while others read and write. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

const busyMilliseconds = 10_000;

/** Opens or makes the library at `path`. Throws store.damaged, store.version or store.busy. */
export async function openDatabase(path: string | ':memory:'): Promise<Database> {
  const memory = path === ':memory:';
  const existed = !memory && existsSync(path);
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, { timeout: busyMilliseconds });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('cache_size = -65536');
    sqlite.pragma('mmap_size = 1073741824');
    sqlite.pragma('temp_store = MEMORY');
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
    await migrate(db, path);
    const open = sqlite;
    return {
      db,
      path: memory ? null : path,
      async backup(file) {
        await open.backup(file);
      },
      close: () => db.destroy(),
    };
  } catch (error) {
    sqlite?.close();
    throw stored(error, path, existed);
  }
}

async function migrate(db: Kysely<Tables>, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // A migration that this program does not know was made by a newer one.
  if (error instanceof Error && /previously executed migration .* is missing/i.test(error.message))
    throw new CodedError('store.version', { what: path }, { cause: error });
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw failed === undefined ? error : new Error(`migration ${failed}: ${String(error)}`, { cause: error });
}

/** What a driver throws, as the library's own codes; other errors as they are. */
export function stored(error: unknown, path: string, existed = true): unknown {
  if (error instanceof CodedError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT' || code === 'SQLITE_LOCKED')
    return new CodedError('store.busy', {}, { cause: error });
  const why = error instanceof Error ? error.message : String(error);
  if (
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_CORRUPT' ||
    (existed && /malformed|not a database|already exists|no such table/i.test(why))
  )
    return new CodedError('store.damaged', { what: path, why }, { cause: error });
  if (code === 'SQLITE_CANTOPEN' || /directory does not exist/i.test(why))
    return new CodedError('input.unreadable', { what: path, why }, { cause: error });
  return error;
}
