/** Files dropped into a conversation: read, audited, told, and offered for the library to those who may. */
import { randomUUID } from 'node:crypto';
import { composeInspection, type Inspected } from '../inspection.ts';
import { say, sentence } from '../phrases.ts';
import { type Question, rememberThread } from './answering.ts';
import type { Bot } from './bot.ts';
import { type Downloaded, described, download, type SharedFile, safeName } from './download.ts';
import { postAll, type Rendered } from './post.ts';
import { rendered } from './rendering.ts';
import { addRows } from './tools.ts';

/** Files read of one message. */
const FILES = 5;

export async function inspectFiles(bot: Bot, question: Question, shared: readonly SharedFile[]): Promise<void> {
  const { user, channel, ts, thread } = question;
  const place = { channel, thread };
  const language = await bot.handlers.language(user, question.text);
  const only = (text: string) => rendered(bot, sentence(language, text));
  for (const [index, each] of shared.slice(0, FILES).entries()) {
    const file = await described(each, bot.client);
    const name = safeName(file.name);
    const got = await download(file, bot.access);
    const found = got.bytes ? await bot.files?.inspect(name, got.bytes) : null;
    const messages =
      got.why !== null
        ? only(say('fileRefused', language, { name, why: why(got, bot, language) }))
        : await offered(bot, rendered(bot, composeInspection(found ?? [], language)), found ?? [], {
            user,
            language,
            file,
          });
    await postAll(bot.client, place, messages, `${channel}:${ts}:file:${index}`);
  }
  if (shared.length > FILES)
    await postAll(
      bot.client,
      place,
      only(say('fileTooMany', language, { most: String(FILES) })),
      `${channel}:${ts}:files`,
    );
  if (thread !== null) await rememberThread(bot, channel, thread, user);
}

/** The messages with the button that ingests, where there is something to ingest and this person may. */
async function offered(
  bot: Bot,
  messages: readonly Rendered[],
  found: readonly Inspected[],
  dropped: { user: string; language: 'zh' | 'en'; file: SharedFile },
): Promise<readonly Rendered[]> {
  const { user, language } = dropped;
  if (!found.some(({ error, held }) => error === null && !held) || !(await bot.house.may(user, 'ingest')))
    return messages;
  const id = randomUUID();
  await bot.memory.remember('file', id, dropped);
  const button = {
    type: 'button',
    action_id: 'ingest',
    value: id,
    text: { type: 'plain_text', text: say('fileIngest', language) },
  };
  return addRows(messages, [{ type: 'actions', block_id: `file:${id}`, elements: [button] }], language);
}

/** Why a file could not be had, in words. */
export function why(got: Extract<Downloaded, { bytes: null }>, bot: Bot, language: 'zh' | 'en'): string {
  return say(got.why, language, { limit: String(bot.access.limit), status: got.status ?? '' });
}
