/** Files into a conversation: an upload address for each, the bytes there, then one message that shows them all. */
import { CodedError } from '../../errors.ts';
import type { Bot } from './bot.ts';
import { escaped } from './markup.ts';
import type { Place } from './post.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TIMEOUT = 30_000;

/** Uploads the files and shows them with a sentence. The address that Slack gives gets the bytes, never the token. */
export async function upload(
  bot: Pick<Bot, 'client'>,
  place: Place,
  files: readonly Upload[],
  comment: string,
): Promise<void> {
  const done: { id: string; title: string }[] = [];
  for (const { name, bytes } of files) {
    const { upload_url: url, file_id: id } = await bot.client.call('files.getUploadURLExternal', {
      filename: name,
      length: bytes.length,
    });
    const response = await fetch(String(url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new CodedError('slack.refused', { why: `file upload: ${response.status}` });
    done.push({ id: String(id), title: name });
  }
  await bot.client.call('files.completeUploadExternal', {
    files: done,
    channel_id: place.channel,
    ...(place.thread ? { thread_ts: place.thread } : {}),
    initial_comment: escaped(comment),
  });
}
