/** Files dropped into a conversation: read, audited, told, and offered for the library to those who may. */
import { randomUUID } from 'node:crypto';
import { composeInspection, type Inspected } from '../inspection.ts';
import { say, sentence } from '../phrases.ts';
import { type Question, rememberThread } from './answering.ts';
import type { Bot } from './bot.ts';
import { type Downloaded, described, download, type SharedFile, safeName } from './download.ts';
import { findPosted, type Place, postAll, type Rendered, replaceAll } from './post.ts';
import { rendered } from './rendering.ts';
import { addRows } from './tools.ts';

interface Dropped {
  readonly user: string;
  readonly language: 'zh' | 'en';
  readonly file: SharedFile;
}

/** Files read of one message. */
const FILES = 5;

/** A file that takes longer is said to be read, in milliseconds. */
const PATIENCE = 500;

export async function inspectFiles(bot: Bot, question: Question, shared: readonly SharedFile[]): Promise<void> {
  const { user, channel, ts, thread } = question;
  const place = { channel, thread };
  const language = await bot.handlers.language(user, question.text);
  const key = `${channel}:${ts}:file`;
  if (shared.length > FILES) {
    const most = sentence(language, say('fileTooMany', language, { most: String(FILES) }));
    await postAll(bot.client, place, rendered(bot, most), `${key}s`, bot.again);
  }
  await Promise.all(
    shared.slice(0, FILES).map((file, index) => inspectOne(bot, place, `${key}:${index}`, { user, language, file })),
  );
  if (thread !== null) await rememberThread(bot, channel, thread, user);
}

/** Reads one file and tells of it, in the place of the word that it is being read where that was said. */
async function inspectOne(bot: Bot, place: Place, key: string, dropped: Dropped): Promise<void> {
  const { language, file } = dropped;
  const work = inspected(bot, dropped);
  // What goes wrong is seen where it is waited for.
  work.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, 'late');
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  const name = `${key}:reading`;
  const before = bot.again ? await findPosted(bot.client, place, `${name}:0`).catch(() => null) : null;
  let said = before ? [String(before.ts)] : [];
  if (first === 'late' && said.length === 0) {
    const reading = sentence(language, say('fileReading', language, { name: safeName(file.name) }));
    said = await postAll(bot.client, place, rendered(bot, reading), name);
  }
  const messages = await work;
  if (said.length > 0) await replaceAll(bot.client, place, said, messages, key);
  else await postAll(bot.client, place, messages, key, bot.again);
}

async function inspected(bot: Bot, { user, language, file: shared }: Dropped): Promise<readonly Rendered[]> {
  const file = await described(shared, bot.client);
  const name = safeName(file.name);
  const got = await download(file, bot.access);
  if (got.why !== null) {
    const refused = say('fileRefused', language, { name, why: why(got, bot, language) });
    return rendered(bot, sentence(language, refused));
  }
  const found = (await bot.files?.inspect(name, got.bytes)) ?? [];
  return offered(bot, rendered(bot, composeInspection(found, language)), found, { user, language, file });
}

/** The messages with the button that ingests, where there is something to ingest and this person may. */
async function offered(
  bot: Bot,
  messages: readonly Rendered[],
  found: readonly Inspected[],
  dropped: Dropped,
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
