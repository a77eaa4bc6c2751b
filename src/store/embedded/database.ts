/** The library's file: opened, migrated, with its failures as coded errors. The only importer of better-sqlite3. */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, type SqliteDatabase, SqliteDialect } from 'kysely';
import { CodedError } from '../../errors.ts';
import { library } from './migrations/001-library.ts';
import { sketches } from './migrations/002-sketches.ts';
import { sheets } from './migrations/003-sheets.ts';
import { numbered } from './migrations/004-numbered.ts';
import type { Tables } from './tables.ts';

/** In order, by name; a released one is never changed. */
const migrations = {
  '001-library': library,
  '002-sketches': sketches,
  '003-sheets': sheets,
  '004-numbered': numbered,
};

export interface Database {
  readonly db: Kysely<Tables>;
  /** Null for a library in memory. */
  readonly path: string | null;
  /** Writes a consistent copy while others read and write. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** How long a statement itself waits for a lock, in milliseconds: it holds up everything else here, so that waits are made of retries. */
const busyMilliseconds = 2;
/** How long a change waits for another process before it gives up. */
const patience = 10_000;

/**
 * Does `work`, again and again while another process holds the lock. Only for work that has no effect when it fails: a transaction,
 * or one statement. Throws what SQLite throws once patience is over.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + patience;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await work();
    } catch (error) {
      if (!busy(error) || performance.now() > until) throw error;
      await setTimeout(pause);
    }
  }
}

const busyCodes = new Set<unknown>(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED']);
const busy = (error: unknown) => busyCodes.has((error as { code?: unknown } | null)?.code);

/** Opens or makes the library at `path`. Throws store.damaged, store.version or store.busy. */
export async function openDatabase(path: string | ':memory:'): Promise<Database> {
  const memory = path === ':memory:';
  const existed = !memory && existsSync(path);
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, { timeout: busyMilliseconds });
    const open = sqlite;
    await patiently(async () => prepared(open));
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(open) }) });
    await patiently(() => migrate(db, path));
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

function prepared(sqlite: Sqlite.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  // 16 MB: a report writes some thirty pages, many of them those of the one before, which then come into the file once.
  sqlite.pragma('wal_autocheckpoint = 4000');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('cache_size = -32768');
  sqlite.pragma('temp_store = MEMORY');
}

/** Statements that are kept prepared: making one takes longer than most of them run. */
const remembered = 200;

/** The database for Kysely, which prepares every statement it runs: one that was prepared before is taken again. */
function remembering(sqlite: Sqlite.Database) {
  const statements = new Map<string, Sqlite.Statement>();
  return {
    prepare(sql: string) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = sqlite.prepare(sql);
        if (statements.size >= remembered) statements.clear();
        statements.set(sql, statement);
      }
      return statement;
    },
    close: () => sqlite.close(),
  } as unknown as SqliteDatabase;
}

async function migrate(db: Kysely<Tables>, path: string, attempt = 0): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // A migration that this program does not know was made by a newer one.
  if (error instanceof Error && /previously executed migration .* is missing/i.test(error.message))
    throw new CodedError('store.version', { what: path }, { cause: error });
  // Of several that open a new library at once, one makes its tables; the others look again.
  if (error instanceof Error && /already exists/i.test(error.message) && attempt < 20) {
    await setTimeout(25);
    return migrate(db, path, attempt + 1);
  }
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw failed === undefined || busy(error)
    ? error
    : new Error(`migration ${failed}: ${String(error)}`, { cause: error });
}

/** What a driver throws, as the library's own codes; other errors as they are. */
export function stored(error: unknown, path: string, existed = true): unknown {
  if (error instanceof CodedError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (busy(error)) return new CodedError('store.busy', {}, { cause: error });
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
