/** Messages into channels, threads and direct messages: each part once, never cut, and as plain text where blocks are refused. */
import { isMissing, type Result, type SlackClient, SlackRefused } from './client.ts';
import { blocksRefused } from './failures.ts';

/** One Slack message, as the renderer makes it: already escaped. */
export interface Rendered {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

export interface Place {
  readonly channel: string;
  /** The `ts` of the thread's first message; null: in the channel itself. */
  readonly thread: string | null;
}

/** Longest `text` of one message: Slack recommends 4,000 characters (November 2026). */
const TEXT_LIMIT = 3900;
/** Names the bot's messages in the channel's history, so that it can be asked whether one was posted. */
const EVENT_TYPE = 'nianbao_message';

const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

/**
 * Posts the messages in order and gives their `ts`. `key` names them: where the outcome of a call is unknown, the
 * history is searched for that name before anything is posted again; with `again`, before anything is posted at all.
 */
export async function postAll(
  client: SlackClient,
  place: Place,
  messages: readonly Rendered[],
  key: string,
  again = false,
): Promise<string[]> {
  const posted: string[] = [];
  for (const [index, message] of messages.entries()) {
    const name = `${key}:${index}`;
    const sent = { text: message.text, after: after(name) };
    const found = again ? await findPosted(client, place, name, sent).catch(() => null) : null;
    if (found) posted.push(tsOf(found));
    else posted.push(...(await postOne(client, place, message, name)));
  }
  return posted;
}

/** Blocks of charts: some servers and workspaces do not take them, and the text says the same. */
const CHART = 'data_visualization';

/** The message without its charts; null where it has none. */
export function withoutCharts({ text, blocks }: Rendered): Rendered | null {
  const kept = blocks.filter((block) => (block as { type?: string }).type !== CHART);
  return kept.length < blocks.length ? { text, blocks: kept } : null;
}

async function postOne(client: SlackClient, place: Place, message: Rendered, name: string): Promise<string[]> {
  const base = { channel: place.channel, ...(place.thread ? { thread_ts: place.thread } : {}), ...quiet };
  const send = (content: object, part: string) =>
    client.call(
      'chat.postMessage',
      { ...base, ...content, metadata: { event_type: EVENT_TYPE, event_payload: { id: part } } },
      { carriedOut: () => findPosted(client, place, part, { text: wordsOf(content), after: after(name) }) },
    );
  try {
    return [tsOf(await send(contentOf(message), name))];
  } catch (error) {
    if (!refusedBlocks(error)) throw error;
    const plainer = withoutCharts(message);
    if (plainer) return postOne(client, place, plainer, `${name}.plain`);
    const posted: string[] = [];
    for (const [index, text] of split(message.text).entries()) {
      posted.push(tsOf(await send({ text, mrkdwn: false }, `${name}.${index}`)));
    }
    return posted;
  }
}

/** Puts new messages in the place of old ones: updates what is there, deletes what is too much, posts what is missing. */
export async function replaceAll(
  client: SlackClient,
  place: Place,
  old: readonly string[],
  messages: readonly Rendered[],
  key: string,
): Promise<string[]> {
  const kept: string[] = [];
  for (const [index, message] of messages.entries()) {
    const ts = old[index];
    if (ts === undefined) kept.push(...(await postOne(client, place, message, `${key}:${index}`)));
    else kept.push(...(await update(client, place, ts, message, `${key}:${index}`)));
  }
  await removeAll(client, place.channel, old.slice(messages.length));
  return kept;
}

/** Deletes messages of the bot; one that is gone already is no error. */
async function removeAll(client: SlackClient, channel: string, messages: readonly string[]): Promise<void> {
  for (const ts of messages) await removed(client, channel, ts);
}

/** Deletes a message of the bot; false where the server deletes none. */
export async function removed(client: SlackClient, channel: string, ts: string): Promise<boolean> {
  try {
    await client.call('chat.delete', { channel, ts });
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    return error.reason === 'message_not_found';
  }
  return true;
}

async function update(
  client: SlackClient,
  place: Place,
  ts: string,
  message: Rendered,
  name: string,
): Promise<string[]> {
  const base = { channel: place.channel, ts, parse: 'none', link_names: false };
  try {
    await client.call('chat.update', { ...base, ...contentOf(message), blocks: message.blocks });
    return [ts];
  } catch (error) {
    if (error instanceof SlackRefused && (gone(error) || isMissing(error)))
      return postOne(client, place, message, name);
    if (!refusedBlocks(error)) throw error;
    const plainer = withoutCharts(message);
    if (plainer) return update(client, place, ts, plainer, name);
    const [first = '', ...rest] = split(message.text);
    await client.call('chat.update', { ...base, text: first, blocks: [] });
    const more = rest.map((text) => ({ text, blocks: [] }));
    return [ts, ...(await postAll(client, place, more, name))];
  }
}

/**
 * The message of this name, where the history of the channel (or thread) holds it, newest first and up to ten pages
 * back, or to `oldest` (a `ts`).
 */
export async function findPosted(
  client: SlackClient,
  place: Place,
  name: string,
  { oldest, text, after = 0 }: { oldest?: string; text?: string; after?: number } = {},
): Promise<Result | null> {
  let cursor: string | undefined;
  for (let page = 0; page < 10; page += 1) {
    const more = { ...(oldest ? { oldest } : {}), ...(cursor ? { cursor } : {}) };
    const where = { channel: place.channel, limit: 100, include_all_metadata: true, ...more };
    const found = place.thread
      ? await client.call('conversations.replies', { ...where, ts: place.thread })
      : await client.call('conversations.history', where);
    const ours = ((found.messages ?? []) as Posted[]).find((posted) => {
      const { metadata, bot_id: botId } = posted;
      if (metadata?.event_type === EVENT_TYPE) return metadata.event_payload?.id === name;
      // A server that keeps no metadata: a bot's message with these very words, newer than what it answers.
      return text !== undefined && text !== '' && botId != null && posted.text === text && Number(posted.ts) > after;
    });
    if (ours?.ts !== undefined) return { ok: true, ts: ours.ts, channel: place.channel };
    cursor = (found.response_metadata as { next_cursor?: string } | undefined)?.next_cursor || undefined;
    if (cursor === undefined || !(place.thread || oldest)) return null;
  }
  return null;
}

interface Posted {
  readonly ts?: string;
  readonly text?: string;
  readonly bot_id?: string | null;
  readonly metadata?: { event_type?: string; event_payload?: { id?: string } };
}

const wordsOf = (content: object) => (content as { text?: string }).text ?? '';

/** The `ts` in a name such as `C1:1700000000.000100:0`; where it has none, nothing counts as newer. */
function after(name: string): number {
  const ts = /:(\d{1,12}\.\d{1,8})(?=[:]|$)/.exec(name)?.[1];
  return ts === undefined ? Number.POSITIVE_INFINITY : Number(ts);
}

/** Cuts plain text into pieces that Slack shows whole, at line ends where there are any. */
export function split(text: string, limit = TEXT_LIMIT): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = rest.lastIndexOf('\n', limit);
    const space = end > 0 ? end : rest.lastIndexOf(' ', limit);
    let at = space > limit / 2 ? space : limit;
    // Never inside an escaped character (&amp;) or a surrogate pair.
    const entity = rest.lastIndexOf('&', at - 1);
    if (
      entity > at - 6 &&
      rest.slice(entity, at + 5).match(/^&(?:amp|lt|gt);/) &&
      !rest.slice(entity, at).includes(';')
    )
      at = entity;
    if (/[\uD800-\uDBFF]/.test(rest[at - 1] ?? '')) at -= 1;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at).replace(/^\n/, '');
  }
  return [...pieces, rest];
}

function contentOf({ text, blocks }: Rendered): object {
  return blocks.length > 0 ? { text, blocks } : { text, mrkdwn: false };
}

function refusedBlocks(error: unknown): boolean {
  return error instanceof SlackRefused && blocksRefused({ kind: 'refused', code: error.reason });
}

function gone({ reason }: SlackRefused): boolean {
  return /^(?:message_not_found|cant_update_message|edit_window_closed|cant_delete_message)$/.test(reason);
}

function tsOf(result: Result): string {
  return String(result.ts ?? '');
}
