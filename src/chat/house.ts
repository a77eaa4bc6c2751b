/**
 * The rules of the house: who may do what, in which channels the bot speaks, how often. They are one setting of the
 * store, which logs who changed it; the admins are named by whoever runs the bot (NIANBAO_ADMINS).
 */
import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** What a person may be allowed to do. */
export const acts = ['ask', 'ingest', 'subscribe', 'dismiss'] as const;
export type Act = (typeof acts)[number];

/** Anyone, admins only, or these people (and admins). */
const Allowed = z.union([z.literal('anyone'), z.literal('admins'), z.array(z.string())]);
export type Allowed = z.infer<typeof Allowed>;

const Rules = z.object({
  ask: Allowed.default('anyone'),
  ingest: Allowed.default('anyone'),
  subscribe: Allowed.default('anyone'),
  dismiss: Allowed.default('anyone'),
  /** Channels in which the bot may speak; direct messages and private answers are always possible. */
  channels: z.union([z.literal('any'), z.array(z.string())]).default('any'),
  /** Questions a minute of one person, and of one channel; null: no limit. */
  perUser: z.number().int().positive().nullable().default(null),
  perChannel: z.number().int().positive().nullable().default(null),
});
export type Rules = z.infer<typeof Rules>;

export interface RuleChange {
  readonly by: string;
  readonly at: string;
  readonly before: Rules;
  readonly after: Rules;
}

export interface House {
  rules(): Promise<Rules>;
  isAdmin(user: string): boolean;
  /** Whether anybody can change the rules at all. */
  readonly hasAdmins: boolean;
  may(user: string, act: Act): Promise<boolean>;
  speaksIn(channel: string): Promise<boolean>;
  /** Counts a question. `told` is true the first time that a limit is met: who asks is told once, not each time. */
  admit(user: string, channel: string | null): Promise<{ ok: boolean; told: boolean }>;
  /** What was changed, the newest first. */
  changes(limit: number): Promise<readonly RuleChange[]>;
  /** Changes rules; false where this person is no admin. */
  change(user: string, change: Partial<Rules>): Promise<boolean>;
}

const KEY = 'rules';
/** The span that limits count over, in milliseconds. */
const SPAN = 60_000;

export interface HouseOptions {
  readonly store: Store;
  readonly admins: readonly string[];
  /** ISO 8601 with offset. */
  readonly now: () => string;
}

export function createHouse({ store, admins, now }: HouseOptions): House {
  const counts = createCounts(store);
  const read = (kept: string | null): Rules => {
    const parsed = kept === null ? null : Rules.safeParse(JSON.parse(kept));
    return parsed?.success ? parsed.data : Rules.parse({});
  };
  const rules = async () => read(await store.setting(KEY));
  const isAdmin = (user: string) => admins.includes(user);
  return {
    rules,
    isAdmin,
    hasAdmins: admins.length > 0,
    async may(user, act) {
      const allowed = (await rules())[act];
      return allowed === 'anyone' || isAdmin(user) || (Array.isArray(allowed) && allowed.includes(user));
    },
    async speaksIn(channel) {
      const { channels } = await rules();
      return channels === 'any' || channels.includes(channel);
    },
    async admit(user, channel) {
      const { perUser, perChannel } = await rules();
      const at = now();
      const mine = await counts.add(`user:${user}`, perUser, at);
      const theirs = channel === null ? 'ok' : await counts.add(`channel:${channel}`, perChannel, at);
      if (mine === 'ok' && theirs === 'ok') return { ok: true, told: false };
      return { ok: false, told: mine === 'first' || theirs === 'first' };
    },
    changes: async (limit) =>
      (await store.settingChanges(KEY, limit)).map(({ by, at, before, after }) => ({
        ...{ by, at, before: read(before), after: read(after) },
      })),
    async change(user, change) {
      if (!isAdmin(user)) return false;
      // Another process may change another rule meanwhile: then once more, from what it left.
      for (;;) {
        const held = await store.setting(KEY);
        const changed = JSON.stringify({ ...read(held), ...change });
        if (await store.set(KEY, changed, { by: user, at: now() }, held)) return true;
      }
    },
  };
}

/** Counts of the last minute, kept in the store: processes on one library count together. */
function createCounts(store: Pick<Store, 'turns' | 'addTurn' | 'clearTurns'>) {
  return {
    /** ok: within the limit · first: over it, for the first time in this minute · over: again. */
    async add(key: string, limit: number | null, at: string): Promise<'ok' | 'first' | 'over'> {
      if (limit === null) return 'ok';
      const conversation = `chat/limit/${key}`;
      const kept = await store.turns(conversation, limit + 1);
      const recent = kept.filter((turn) => Date.parse(turn.at) > Date.parse(at) - SPAN);
      // One beyond the limit is remembered as the one that was told.
      if (recent.length > limit) return 'over';
      if (kept.length > 0 && recent.length === 0) await store.clearTurns(conversation);
      await store.addTurn({ conversation, turn: '{}', at });
      return recent.length < limit ? 'ok' : 'first';
    },
  };
}
