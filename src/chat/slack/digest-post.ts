/**
 * Digests into a Slack channel: a client of their own, so that a rate limit there never delays an answer. The first
 * message is the digest, what does not fit into it follows in its thread.
 */
import type { Log } from '../../log.ts';
import type { Message } from '../../message/message.ts';
import { createClient, directMessage } from './client.ts';
import { findPosted, postAll, type Rendered } from './post.ts';

export interface DigestPostOptions {
  readonly token: string;
  readonly url?: string | undefined;
  readonly channel: string;
  readonly render: (message: Message) => readonly Rendered[];
  readonly log: Log;
}

export interface DigestPost {
  /** Posts the digest of a run and gives its `ts`. `posted`: its first message is there already; only the rest is sent. */
  post(run: string, message: Message, posted: string | null): Promise<string>;
  /**
   * The first message of a run, where the channel's history since the run's end holds it: by its metadata, or where the server keeps
   * none, by its very words.
   */
  findPosted(run: { id: string; until: string }, message: Message): Promise<string | null>;
}

/** Longest time that one call is tried for: well under the lease of a delivery. */
const PATIENCE = 40_000;

export function createDigestPost({ token, url, channel: given, render, log }: DigestPostOptions): DigestPost {
  const client = createClient({ token, url, log, patience: PATIENCE });
  const name = (run: string) => `digest:${run}`;
  // A person is written to in their direct messages, whose history is read under the channel's own id.
  let opened: Promise<string> | null = null;
  const place = () => {
    opened ??= /^[UW]/.test(given) ? directMessage(client, given) : Promise.resolve(given);
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  return {
    async post(run, message, posted) {
      const [first, ...rest] = render(message);
      if (!first) throw new Error('a digest without a message');
      const channel = await place();
      const top = posted ?? (await postAll(client, { channel, thread: null }, [first], name(run)))[0] ?? '';
      const thread = { channel, thread: top };
      for (const [index, part] of rest.entries()) {
        const key = `${name(run)}:${index + 1}`;
        if (posted !== null && (await findPosted(client, thread, `${key}:0`))) continue;
        await postAll(client, thread, [part], key);
      }
      return top;
    },
    async findPosted({ id, until }, message) {
      // The run was made when it was due: nothing of it can be older.
      const after = Date.parse(until) / 1000 - 3600;
      const channel = await place();
      const words = render(message)[0]?.text ?? '';
      const sought = { oldest: String(after), text: words, after };
      const found = await findPosted(client, { channel, thread: null }, `${name(id)}:0`, sought);
      return found ? String(found.ts) : null;
    },
  };
}
