/** `nianbao digest`: what is new since the last digest, posted where Slack is set up, else only printed; or any span of time. */
import { randomUUID } from 'node:crypto';
import { CodedError } from '../errors.ts';
import type { Message } from '../message/message.ts';
import { collectDigest } from './collect.ts';
import { firstSince } from './daily.ts';
import { BEGINNING, type Delivery, deliver } from './deliver.ts';
import type { Digest, DigestResult } from './digest.ts';
import { instant } from './schedule.ts';

export interface DigestRequest {
  /** ISO 8601 or YYYY-MM-DD. With either of them the digest is of that span, and the next one is as if it never was. */
  readonly since?: string;
  /** A day means its end. */
  readonly until?: string;
  /** Posts nothing, and remembers nothing. */
  readonly dryRun?: boolean;
  readonly zone: string;
  /** Null where no channel is set up: the digest is printed by the caller, and remembered as printed. */
  readonly channel: string | null;
  readonly render: (message: Message) => readonly { text: string; blocks: readonly unknown[] }[];
}

/** The digests of several chains as one result: the reports of each once, the messages of all. */
export function together(results: readonly DigestResult[]): DigestResult {
  const [first, ...rest] = results;
  if (!first) throw new CodedError('internal', { why: 'a digest of no channel' });
  const reports = new Map(results.flatMap((each) => each.reports).map((report) => [report.report, report]));
  const since = rest.reduce<string | null>(
    (least, each) => (least === null || each.since === null ? null : least < each.since ? least : each.since),
    first.since,
  );
  return {
    since,
    until: first.until,
    reports: [...reports.values()],
    messages: results.flatMap((each) => each.messages),
    busy: results.flatMap((each) => each.busy ?? []),
  };
}

/** The name under which printed digests are remembered. */
export const PRINTED = 'printed';

/**
 * Makes the digest, and delivers it unless it is a dry run. `delivery` carries the channel, or where there is none, the
 * name `PRINTED` with a `post` that does nothing. Throws `config.invalid` for a time that is none.
 */
export async function runDigest(request: DigestRequest, delivery: Delivery): Promise<DigestResult> {
  const { zone, dryRun = false } = request;
  const since = given('--since', request.since, zone, false);
  const until = given('--until', request.until, zone, true);
  const now = delivery.now();
  const first = request.channel === null ? null : await firstSince(delivery, zone);
  if (since !== null || until !== null || dryRun) {
    const from = since ?? (until === null ? await sinceLast(delivery, first) : null);
    const digest = await collectDigest(delivery.store, from, until ?? now, delivery.scope ?? null);
    const message = digest.reports.length > 0 ? delivery.compose(digest) : null;
    if (message && !dryRun) await delivery.post(`span:${randomUUID()}`, message, null);
    return result(request, digest, message);
  }
  const from = await sinceLast(delivery, first);
  const { state, digest, message } = await deliver(delivery, first, now);
  const told = result(request, digest ?? { since: from, until: now, reports: [] }, message);
  return state === 'busy' ? { ...told, busy: [delivery.channel] } : told;
}

async function sinceLast({ store, channel }: Delivery, first: string | null): Promise<string | null> {
  const last = await store.lastDigest(channel);
  if (!last) return first;
  const since = last.state === 'sent' ? last.until : last.since;
  return since === BEGINNING ? null : since;
}

function result({ channel, render }: DigestRequest, digest: Digest, message: Message | null): DigestResult {
  const messages = message ? render(message).map(({ text, blocks }) => ({ channel, text, blocks: [...blocks] })) : [];
  return { ...digest, messages };
}

function given(name: string, text: string | undefined, zone: string, end: boolean): string | null {
  if (text === undefined) return null;
  const time = instant(text, zone, end);
  if (time === null) throw new CodedError('config.invalid', { what: name, why: 'YYYY-MM-DD, or ISO 8601' });
  return time;
}
