/** The embedded library: SQLite for what is kept, FlexSearch in memory for finding it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { matches } from '../matches.ts';
import type { ReportFilter, Store } from '../store.ts';
import { cutter } from './cuts.ts';
import { type Database, openDatabase, patiently, stored } from './database.ts';
import { Heads } from './heads.ts';
import { memoryOf } from './memory.ts';
import { chooseCurrent, prepare, write } from './put.ts';
import { readDocument, readFindings, readReportOf, readSections, readStatements } from './read.ts';
import { Search } from './search.ts';
import { Sheets } from './sheets.ts';
import { run } from './statement.ts';
import { statusOf } from './status.ts';
import type { Tables } from './tables.ts';
import { findingsAcross, judge, putFindings, readSketches } from './verdicts.ts';
import { lexiconOf, libraryVersion, lock, raiseChanges, setMeta, unaudited } from './version.ts';
import { Vocabulary } from './vocabulary.ts';

export interface OpenStoreOptions {
  /** The database's file, made where there is none; `:memory:` keeps nothing. */
  readonly path: string | ':memory:';
  readonly lexicon: Lexicon;
  /** Worker threads that help to build the index anew. Default: one less than there are cores, up to three, where a library is large. */
  readonly threads?: number;
}

/** Opens the library. Throws store.damaged, store.version or store.busy; every method of the store may throw the latter too. */
export async function openStore({ path, lexicon, threads }: OpenStoreOptions): Promise<Store> {
  const database = await openDatabase(path);
  return coded(storeOf(database, lexicon, threads), path);
}

function storeOf(database: Database, lexicon: Lexicon, threads?: number): Store {
  const { db } = database;
  const library = new Heads(db);
  const vocabulary = new Vocabulary();
  const search = new Search(db, lexicon, library, vocabulary, threads);
  const sheets = new Sheets(db, library);
  const heads = async (filter: ReportFilter) => [...(await library.all()).heads.values()].filter(matches(filter));
  const cut = cutter(lexicon);
  const holds = async (on: Kysely<Tables>, report: string) =>
    (await run(on, 'select id from reports where report = ?', report)).length > 0;
  const has = (report: string) => holds(db, report);
  return {
    ...memoryOf(db),
    version: () => libraryVersion(db),
    async put(input) {
      const id = input.report.report;
      if (await has(id)) return { outcome: 'unchanged', head: (await heads({ reports: [id], versions: 'all' }))[0]! };
      const prepared = prepare(input, cut);
      const result = await db.transaction().execute(async (trx) => {
        await lock(trx);
        // Another process may have been faster.
        if (await holds(trx, id)) return null;
        await raiseChanges(trx);
        if ((await lexiconOf(trx)) === null) await setMeta(trx, 'lexicon', lexicon.hash);
        return write(trx, vocabulary, prepared);
      });
      return result ?? { outcome: 'unchanged', head: (await heads({ reports: [id], versions: 'all' }))[0]! };
    },
    remove: (report, trace) => remove(db, report, trace),
    has,
    removed: async (report) =>
      !(await has(report)) &&
      (await db.selectFrom('removals').select('id').where('report', '=', report).limit(1).executeTakeFirst()) !==
        undefined,
    heads: (filter = {}) => heads(filter),
    report: (id) => readReportOf(db, sheets, id),
    sections: (id) => readSections(db, id),
    text: async (id) => (await readDocument(db, id, 'text'))?.toString('utf8') ?? null,
    async bytes(id) {
      const data = await readDocument(db, id, 'bytes');
      return data === null ? null : new Uint8Array(data);
    },
    facts: (filter) => sheets.facts(filter),
    statements: (filter) => readStatements(db, filter),
    findings: (filter = {}) => readFindings(db, filter),
    sketches: (reports) => readSketches(db, reports),
    unaudited: () => unaudited(db),
    findingsAcross: () => findingsAcross(db),
    putFindings: (findings, scope, upTo) => putFindings(db, findings, scope, upTo),
    judge: (finding, verdict) => judge(db, finding, verdict),
    search: (query) => search.search(query),
    check: () => check(db, search),
    status: () => statusOf(db),
    reindex: (progress) => search.rebuild(progress),
    backup: (file) => database.backup(file),
    close: () => database.close(),
  };
}

async function remove(
  db: Kysely<Tables>,
  report: string,
  trace: { reason: string; by: string; at: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lock(trx);
    const held = await trx
      .selectFrom('reports')
      .select(['id', 'agency', 'agency_key', 'year', 'file'])
      .where('report', '=', report)
      .executeTakeFirst();
    if (!held) return false;
    await raiseChanges(trx);
    const { reason, by, at } = trace;
    await trx
      .insertInto('removals')
      .values({ report, agency: held.agency, year: held.year, file: held.file, reason, by_whom: by, at })
      .execute();
    await trx.deleteFrom('reports').where('id', '=', held.id).execute();
    await chooseCurrent(trx, held.agency_key, held.year);
    return true;
  });
}

/** SQLite's own check, then whether facts, documents and search speak of the same reports. */
async function check(db: Kysely<Tables>, search: Search): Promise<string | null> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  if (rows[0]?.integrity_check !== 'ok')
    return rows
      .map((row) => row.integrity_check)
      .slice(0, 3)
      .join('; ');
  const broken = await sql`pragma foreign_key_check`.execute(db);
  if (broken.rows.length > 0) return `${broken.rows.length} rows belong to no report`;
  const bare = await db
    .selectFrom('reports')
    .leftJoin('documents', 'documents.report_id', 'reports.id')
    .where('documents.report_id', 'is', null)
    .select('reports.report')
    .executeTakeFirst();
  if (bare) return `report ${bare.report} has no document`;
  const { count } = await db
    .selectFrom('passages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const found = await search.size();
  return Number(count) === found ? null : `${count} passages are held, ${found} are indexed`;
}

/** Waits for other processes, and turns what the driver throws into coded errors, in every method. */
function coded(store: Store, path: string): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver) as unknown;
      if (typeof member !== 'function') return member;
      return async (...parameters: unknown[]) => {
        try {
          return await patiently(async () => (member as (...all: unknown[]) => unknown).apply(target, parameters));
        } catch (error) {
          throw stored(error, path);
        }
      };
    },
  });
}
