/** The digest of every day: wakes at its time, catches up after a pause, and never lets a failure end it. */
import { failure } from '../log.ts';
import { type Delivered, type Delivery, deliver } from './deliver.ts';
import { between, hoursBefore, lastDue, nextDue } from './schedule.ts';

export interface Daily {
  /** HH:MM in `zone`. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
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
export async function tick(delivery: Delivery, { time, zone }: Daily): Promise<Delivered | null> {
  const { store, channel, now } = delivery;
  const began = await beginning(delivery);
  const due = lastDue(now(), time, zone);
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
  await store.set(key, at, { by: 'digest', at });
  return at;
}

/** The beginning of a channel's very first digest, where `nianbao digest` makes it before any schedule did. */
export async function firstSince(
  { store, channel, now }: Pick<Delivery, 'store' | 'channel' | 'now'>,
  zone: string,
): Promise<string> {
  const kept = await store.setting(`digest:${channel}:began`);
  return hoursBefore(kept ?? now(), FIRST_HOURS, zone);
}

/** Keeps delivering until `stop`, which waits for a delivery under way. */
export function startDaily(delivery: Delivery, daily: Daily): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await tick(delivery, daily);
    } catch (error) {
      delivery.log.error(
        { ...failure(error), channel: delivery.channel },
        'the digest could not be delivered; trying again',
      );
    }
    if (stopped) return;
    const now = delivery.now();
    const last = between(lastDue(now, daily.time, daily.zone), now);
    const wait = last < GRACE ? GRACE - last + 50 : between(now, nextDue(now, daily.time, daily.zone)) + GRACE + 50;
    timer = setTimeout(next, Math.min(wait, TICK));
  };
  const next = () => {
    underWay = round();
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
