/** What the bot remembers beside reports: events, turns, settings, failures, digests. */
import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Kysely, type Selectable, sql } from 'kysely';
import type { DigestRun, Failure, Store, StoredTurn } from '../store.ts';
import type { Tables } from './tables.ts';

type Memory = Pick<
  Store,
  | 'fail'
  | 'failures'
  | 'first'
  | 'turns'
  | 'addTurn'
  | 'clearTurns'
  | 'forgetTurns'
  | 'sweep'
  | 'setting'
  | 'set'
  | 'settingChanges'
  | 'digestRun'
  | 'lastDigest'
  | 'claimDigest'
  | 'finishDigest'
>;

const minute = 60_000;
const day = 24 * 60 * minute;

function runOf(row: Selectable<Tables['digests']>): DigestRun {
  const { until_ms: _, lease_ms: __, lease_until, state, ...rest } = row;
  return { ...rest, state: state as DigestRun['state'], leaseUntil: lease_until };
}

export function memoryOf(db: Kysely<Tables>): Memory {
  // What every message asks several times is not composed anew each time: composing took longer than the database.
  const run = <Row>(text: string, ...values: unknown[]) => db.executeQuery<Row>(CompiledQuery.raw(text, values));
  let tidied = Number.NEGATIVE_INFINITY;
  return {
    async fail(failure) {
      await db
        .insertInto('failures')
        .values({ ...failure })
        .onConflict((conflict) =>
          conflict.column('file').doUpdateSet({ code: failure.code, zh: failure.zh, en: failure.en, at: failure.at }),
        )
        .execute();
    },
    failures: (): Promise<Failure[]> => db.selectFrom('failures').selectAll().orderBy('at').orderBy('file').execute(),

    async first(key, at) {
      const now = Date.parse(at);
      if (Math.abs(now - tidied) > minute) {
        tidied = now;
        await db
          .deleteFrom('events')
          .where('at_ms', '<', now - day)
          .execute();
      }
      // One statement decides, so that of two processes one is first.
      const { numAffectedRows } = await run(
        'insert into events (key, at_ms) values (?, ?) on conflict do nothing',
        key,
        now,
      );
      return (numAffectedRows ?? 0n) > 0n;
    },

    async turns(conversation, limit) {
      const { rows } = await run<StoredTurn>(
        'select conversation, turn, at from turns where conversation = ? order by id desc limit ?',
        conversation,
        limit,
      );
      return rows.toReversed();
    },
    async addTurn({ conversation, turn, at }: StoredTurn) {
      await run('insert into turns (conversation, turn, at) values (?, ?, ?)', conversation, turn, at);
    },
    async clearTurns(conversation) {
      await run('delete from turns where conversation = ?', conversation);
    },

    async forgetTurns(beginning, before) {
      const { numDeletedRows } = await db
        .deleteFrom('turns')
        .where('conversation', '>=', beginning)
        .where('conversation', '<', `${beginning}\u{10ffff}`)
        // The offsets of the two times may differ.
        .where(sql<boolean>`julianday(at) < julianday(${before})`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async sweep({ conversations, logs }) {
      const { numDeletedRows: turns } = await db
        .deleteFrom('turns')
        .where('conversation', 'not like', 'slack/%')
        .where('conversation', 'not like', 'chat/%')
        .where(sql<boolean>`julianday(at) < julianday(${conversations})`)
        .executeTakeFirst();
      const { numDeletedRows: changes } = await db
        .deleteFrom('setting_changes')
        .where(sql<boolean>`julianday(at) < julianday(${logs})`)
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('setting_changes')
            .select((newest) => newest.fn.max('id').as('id'))
            .groupBy('key'),
        )
        .executeTakeFirst();
      const { numDeletedRows: digests } = await db
        .deleteFrom('digests')
        .where('state', '=', 'sent')
        .where('until_ms', '<', Date.parse(logs))
        .where(
          sql<boolean>`exists (select 1 from digests later where later.channel = digests.channel and later.until_ms > digests.until_ms)`,
        )
        .executeTakeFirst();
      return { turns: Number(turns), logs: Number(changes) + Number(digests) };
    },

    async setting(key) {
      const { rows } = await run<{ value: string | null }>('select value from settings where key = ?', key);
      return rows[0]?.value ?? null;
    },
    async set(key, value, { by, at }, expected) {
      return db.transaction().execute(async (trx) => {
        // The log first: a transaction that begins with a write waits for its turn instead of failing on the way.
        const change = await trx
          .insertInto('setting_changes')
          .values({ key, old_value: null, new_value: value, by_whom: by, at })
          .returning('id')
          .executeTakeFirstOrThrow();
        const old = await trx.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
        if (expected !== undefined && (old?.value ?? null) !== expected) {
          await trx.deleteFrom('setting_changes').where('id', '=', change.id).execute();
          return false;
        }
        await trx
          .updateTable('setting_changes')
          .set({ old_value: old?.value ?? null })
          .where('id', '=', change.id)
          .execute();
        if (value === null) await trx.deleteFrom('settings').where('key', '=', key).execute();
        else
          await trx
            .insertInto('settings')
            .values({ key, value })
            .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
            .execute();
        return true;
      });
    },

    settingChanges: (key, limit) =>
      db
        .selectFrom('setting_changes')
        .select(['by_whom as by', 'at', 'old_value as before', 'new_value as after'])
        .where('key', '=', key)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),

    async digestRun(channel, since, until, after) {
      const ends = Date.parse(until);
      // One statement: between a look and an insertion another process could make its run.
      const seen =
        after === undefined
          ? sql`1`
          : sql`(select id from digests where channel = ${channel} order by until_ms desc limit 1) is ${after}`;
      await sql`insert into digests (id, channel, since, until, until_ms, state)
        select ${randomUUID()}, ${channel}, ${since}, ${until}, ${ends}, 'due' where ${seen}
        on conflict do nothing`.execute(db);
      const run = await db
        .selectFrom('digests')
        .selectAll()
        .where('channel', '=', channel)
        .where('until_ms', '=', ends)
        .executeTakeFirst();
      return run === undefined ? null : runOf(run);
    },
    async lastDigest(channel) {
      const row = await db
        .selectFrom('digests')
        .selectAll()
        .where('channel', '=', channel)
        .orderBy('until_ms', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? runOf(row) : null;
    },
    async claimDigest(id, owner, now, leaseUntil, ended = null) {
      const { numUpdatedRows } = await db
        .updateTable('digests')
        .set({ state: 'sending', owner, lease_until: leaseUntil, lease_ms: Date.parse(leaseUntil) })
        .where('id', '=', id)
        .where((eb) =>
          eb.or([
            eb('state', '=', 'due'),
            eb.and([
              eb('state', '=', 'sending'),
              eb.or([eb('lease_ms', '<=', Date.parse(now)), ...(ended === null ? [] : [eb('owner', '=', ended)])]),
            ]),
          ]),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async finishDigest(id, message) {
      await db
        .updateTable('digests')
        .set({ state: 'sent', message, lease_ms: null, lease_until: null })
        .where('id', '=', id)
        .execute();
    },
  };
}
