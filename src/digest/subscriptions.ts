/** The standing wishes of channels and people, kept under one setting of the store, whose log says who changed what. */
import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { Subscription, type Subscriptions } from './digest.ts';

/** Most subscriptions that one channel or person may hold. */
export const MOST = 20;
const KEY = 'subscriptions';
const Kept = z.object({ next: z.number().int().positive(), all: z.array(Subscription) });
type Kept = z.infer<typeof Kept>;

export function createSubscriptions(store: Store, now: () => string): Subscriptions {
  function parse(held: string | null): Kept {
    const parsed = held === null ? null : Kept.safeParse(JSON.parse(held));
    return parsed?.success ? parsed.data : { next: 1, all: [] };
  }
  /** One change after the other, also of several processes: each begins from what the one before it left, or begins again. */
  async function write<T>(by: string, change: (kept: Kept) => { kept: Kept; result: T }): Promise<T> {
    for (;;) {
      const held = await store.setting(KEY);
      const { kept, result } = change(parse(held));
      if (await store.set(KEY, JSON.stringify(kept), { by, at: now() }, held)) return result;
    }
  }
  return {
    list: async () => parse(await store.setting(KEY)).all,
    add: (wish, of) =>
      write(of.by, ({ next, all }) => {
        const result: Subscription = { ...wish, ...of, number: next, at: now(), paused: false };
        return { kept: { next: next + 1, all: [...all, result] }, result };
      }),
    change: (number, channel, by, change) =>
      write(by, ({ next, all }) => {
        const found = all.find((each) => each.number === number && each.channel === channel);
        const result = found ? { ...found, ...change } : null;
        return { kept: { next, all: all.map((each) => (each === found && result ? result : each)) }, result };
      }),
    remove: (number, channel, by) =>
      write(by, ({ next, all }) => {
        const result = all.find((each) => each.number === number && each.channel === channel) ?? null;
        return { kept: { next, all: all.filter((each) => each !== result) }, result };
      }),
  };
}

/** The name of a subscription's chain of digests. */
export function chainOf({ channel, number }: Pick<Subscription, 'channel' | 'number'>): string {
  return `${channel}/${number}`;
}
