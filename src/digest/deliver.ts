/**
 * Delivers a digest to a channel, effectively once. Each digest is one run in the store: due → sending → sent. A lease
 * says which process is sending; a run found in `sending` with its lease over, or whose process has ended, has an unknown
 * outcome, so the channel is asked whether it was posted before anything is posted again.
 */
import { setTimeout } from 'node:timers/promises';
import { failure, type Log } from '../log.ts';
import type { Message } from '../message/message.ts';
import type { DigestRun, Store } from '../store/store.ts';
import { collectDigest } from './collect.ts';
import type { Digest, Scope } from './digest.ts';
import { between } from './schedule.ts';

export interface Delivery {
  readonly store: Store;
  /** Names the chain of digests: the channel, or a subscription of it. */
  readonly channel: string;
  /** What it is restricted to; none: everything. */
  readonly scope?: Scope;
  /** Names this process in leases. */
  readonly owner: string;
  /** Whether the process of this name has ended for certain: then its lease counts no more. Default: nobody knows. */
  readonly gone?: (owner: string) => boolean;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  readonly compose: (digest: Digest) => Message;
  /** Posts the message of a run and gives its name on the surface. `posted` is what `findPosted` found of it. */
  readonly post: (run: string, message: Message, posted: string | null) => Promise<string>;
  /** The name of the message of this run, where the channel's history holds it. May reject where it cannot be read. */
  readonly findPosted: (run: DigestRun, message: Message) => Promise<string | null>;
  /** Told of a delivery that failed: a channel that is archived, or that the bot has left. */
  readonly refused?: (error: unknown) => Promise<void>;
  /** Waits so many milliseconds; tests have a clock of their own. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  readonly log: Log;
}

export interface Delivered {
  /** sent: posted now, or found posted · empty: nothing was new · busy: another process is at it · done: it was sent before. */
  readonly state: 'sent' | 'empty' | 'busy' | 'done';
  readonly digest: Digest | null;
  readonly message: Message | null;
}

/** Longest time that one process may be sending, in milliseconds: over the patience of a call to Slack. */
const LEASE = 180_000;
/** What a process that was killed had sent off last may arrive this much later, in milliseconds. */
const SETTLE = 3_000;
const nothing = (state: Delivered['state']): Delivered => ({ state, digest: null, message: null });

/**
 * Brings the channel up to date as of `until`: everything ingested since its last digest, or since `first` where it
 * never had one (null: from the beginning). What an interrupted run left over is finished first; what one that never
 * got through would have said is said by this one, in one message.
 */
export async function deliver(delivery: Delivery, first: string | null, until: string): Promise<Delivered> {
  const { store, channel } = delivery;
  const last = await store.lastDigest(channel);
  // Made after the run that was seen last: where another process made one meanwhile, all is looked at again.
  const next = (since: string) => store.digestRun(channel, since, until, last?.id ?? null);
  const again = () => deliver(delivery, first, until);
  if (!last) return sendOr(delivery, await next(first ?? BEGINNING), again);
  if (between(last.until, until) <= 0) return last.state === 'sent' ? nothing('done') : send(delivery, last);
  if (last.state === 'sent') return sendOr(delivery, await next(last.until), again);
  const left = await takeOver(delivery, last);
  if (left === 'busy') return nothing('busy');
  // The new run is made before the old one is closed: a crash between the two loses nothing.
  const run = await next(left === 'posted' ? last.until : last.since);
  if (run !== null && left === 'unposted') await store.finishDigest(last.id, null);
  return sendOr(delivery, run, again);
}

const sendOr = (delivery: Delivery, run: DigestRun | null, otherwise: () => Promise<Delivered>): Promise<Delivered> =>
  run === null ? otherwise() : send(delivery, run);

/** The stored `since` of a run that covers everything. */
export const BEGINNING = '1970-01-01T00:00:00.000+00:00';

/** Finds out what became of a run that was interrupted; of one whose message is there, what is missing follows it. */
async function takeOver(delivery: Delivery, run: DigestRun): Promise<'busy' | 'posted' | 'unposted'> {
  if (!(await claim(delivery, run))) return 'busy';
  if (run.state === 'due') return 'unposted';
  const message = delivery.compose(await collect(delivery, run));
  const posted = await look(delivery, run, message);
  if (posted === null) return 'unposted';
  await delivery.store.finishDigest(run.id, await delivery.post(run.id, message, posted));
  return 'posted';
}

async function send(delivery: Delivery, run: DigestRun): Promise<Delivered> {
  const { store, log, channel } = delivery;
  if (run.state === 'sent') return nothing('done');
  const claimed = delivery.now();
  if (!(await claim(delivery, run))) return nothing('busy');
  const digest = await collect(delivery, run);
  if (digest.reports.length === 0) {
    await store.finishDigest(run.id, null);
    return { state: 'empty', digest, message: null };
  }
  const message = delivery.compose(digest);
  const posted = run.state === 'due' ? null : await look(delivery, run, message);
  // A machine that slept meanwhile may have lost the run to another.
  if (between(claimed, delivery.now()) > LEASE / 2) return nothing('busy');
  const name = await delivery.post(run.id, message, posted);
  await store.finishDigest(run.id, name);
  log.info({ run: run.id, channel, reports: digest.reports.length, found: posted !== null }, 'a digest was delivered');
  return { state: 'sent', digest, message };
}

function collect({ store, scope }: Delivery, { since, until }: DigestRun): Promise<Digest> {
  return collectDigest(store, since === BEGINNING ? null : since, until, scope ?? null);
}

async function claim({ store, owner, now, gone }: Delivery, run: DigestRun): Promise<boolean> {
  const at = now();
  const until = new Date(Date.parse(at) + LEASE).toISOString();
  const ended = run.owner !== null && gone?.(run.owner) === true ? run.owner : null;
  return store.claimDigest(run.id, owner, at, until, ended);
}

/**
 * Where the history cannot be read because Slack refuses it (a scope is missing), the digest is sent all the same: better
 * twice than never. Where it cannot be reached, nothing is sent now either; the run waits for its lease to pass.
 */
async function look(delivery: Delivery, run: DigestRun, message: Message): Promise<string | null> {
  const { sleep = setTimeout, now, findPosted, log } = delivery;
  try {
    const found = await findPosted(run, message);
    if (found !== null || run.leaseUntil === null || between(now(), run.leaseUntil) <= 0) return found;
    // Its process ended just now: a message on its way may still arrive.
    await sleep(SETTLE);
    return await findPosted(run, message);
  } catch (error) {
    if ((error as { reason?: unknown }).reason === undefined) throw error;
    log.warn({ run: run.id, ...failure(error) }, 'the history of the channel cannot be read');
    return null;
  }
}
