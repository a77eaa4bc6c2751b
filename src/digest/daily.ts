/** The digest of every day: wakes at its time, catches up after a pause, and never lets a failure end it. */
import { failure, type Log } from '../log.ts';
import { type Delivered, type Delivery, deliver } from './deliver.ts';
import { between, hoursBefore, lastDue, nextDue } from './schedule.ts';

export interface Daily {
  /** HH:MM in `zone`. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
  /** Days of the week, 1 Monday; empty or absent: every day. */
  readonly days?: readonly number[];
}

/** A chain of digests with its times. */
export interface Standing {
  readonly delivery: Delivery;
  readonly daily: Daily;
}

/** A channel's first digest covers the day before it, not the whole library. */
const FIRST_HOURS = 24;
/** A report may still be on its way into the library at the due time: the digest waits this long for it. */
const GRACE = 2_000;
/** The clock is looked at this often: it may be set, and the machine may sleep. */
const TICK = 20_000;

/**
 * Delivers what is due now, if anything. The first call for a channel only notes when it began: no digest is due for
 * the time before that.
 */
export async function tick(delivery: Delivery, { time, zone, days = [] }: Daily): Promise<Delivered | null> {
  const { store, channel, now } = delivery;
  const began = await beginning(delivery);
  const due = lastDue(now(), time, zone, days);
  if (between(began, due) < 0) return null;
  if (between(due, now()) < GRACE) return null;
  const last = await store.lastDigest(channel);
  if (last && last.state === 'sent' && between(last.until, due) <= 0) return null;
  return deliver(delivery, hoursBefore(began, FIRST_HOURS, zone), due);
}

/** When the digests of a channel began: kept in the store, so that a restart changes nothing. */
async function beginning({ store, channel, now }: Delivery): Promise<string> {
  const key = `digest:${channel}:began`;
  const kept = await store.setting(key);
  if (kept !== null) return kept;
  const at = now();
  // Of two processes the first says when it was.
  await store.set(key, at, { by: 'digest', at }, null);
  return (await store.setting(key)) ?? at;
}

/** The beginning of a channel's very first digest, where `nianbao digest` makes it before any schedule did. */
export async function firstSince(
  { store, channel, now }: Pick<Delivery, 'store' | 'channel' | 'now'>,
  zone: string,
): Promise<string> {
  const kept = await store.setting(`digest:${channel}:began`);
  return hoursBefore(kept ?? now(), FIRST_HOURS, zone);
}

/**
 * Keeps delivering until `stop`, which waits for deliveries under way. `standing` is asked at each round: what people
 * change in chat holds from the next one on. One chain that fails or waits holds up no other.
 */
export function startDaily(standing: () => Promise<readonly Standing[]>, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const underWay = new Map<string, Promise<void>>();
  const one = async ({ delivery, daily }: Standing) => {
    try {
      await tick(delivery, daily);
    } catch (error) {
      delivery.log.error(
        { ...failure(error), channel: delivery.channel },
        'the digest could not be delivered; trying again',
      );
      await Promise.resolve(delivery.refused?.(error)).catch((why) =>
        delivery.log.error(failure(why), 'nobody could be told of it; trying again'),
      );
    }
  };
  const round = async () => {
    let wait = TICK;
    try {
      for (const each of await standing()) {
        const { channel } = each.delivery;
        wait = Math.min(wait, untilNext(each));
        if (underWay.has(channel)) continue;
        underWay.set(
          channel,
          one(each).finally(() => underWay.delete(channel)),
        );
      }
    } catch (error) {
      log.error(failure(error), 'the subscriptions could not be read; trying again');
    }
    if (!stopped) timer = setTimeout(next, wait);
  };
  let current: Promise<void> = Promise.resolve();
  const next = () => {
    current = round();
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
      await Promise.all(underWay.values());
    },
  };
}

/** Milliseconds until a chain may be due next. */
function untilNext({ delivery, daily: { time, zone, days = [] } }: Standing): number {
  const now = delivery.now();
  const last = between(lastDue(now, time, zone, days), now);
  return last < GRACE ? GRACE - last + 50 : between(now, nextDue(now, time, zone, days)) + GRACE + 50;
}
