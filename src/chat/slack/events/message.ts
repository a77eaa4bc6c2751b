/**
 * Messages: direct ones, mentions (which Slack sends twice, as `app_mention` and as `message`), follow-ups in threads
 * that the bot answered in, and edits of any of these. Everything else that is said in a channel is none of its business.
 */
import { z } from 'zod';
import { answer, answerAgain, type Question } from '../answering.ts';
import type { Bot } from '../bot.ts';
import { SharedFile } from '../download.ts';
import { inspectFiles } from '../inspecting.ts';
import { mentions, plainText, toSomebodyElse } from '../markup.ts';

const Said = z.object({
  user: z.string().optional(),
  text: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  files: z.array(SharedFile).optional().catch(undefined),
  edited: z.object({ ts: z.string() }).optional(),
});
type Said = z.infer<typeof Said>;

/** A `message` or `app_mention` event, as far as it is read here. */
export const MessageEvent = Said.partial({ ts: true }).extend({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string().optional(),
  event_ts: z.string().optional(),
  message: Said.optional(),
  previous_message: z.object({ text: z.string().optional() }).optional(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

/** Subtypes that are still a person saying something. */
const spoken = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** The conversation that an event belongs to: its work is done in order. */
export function laneOf(event: MessageEvent): string {
  const said = event.message ?? event;
  return isDirect(event) ? event.channel : `${event.channel}:${said.thread_ts ?? said.ts ?? ''}`;
}

export async function onMessage(event: MessageEvent, eventId: string | undefined, bot: Bot): Promise<void> {
  if (event.subtype === 'message_changed') return onEdit(event, eventId, bot);
  if (!spoken.has(event.subtype) || event.ts === undefined) return;
  const question = await questionOf(event, { ...event, ts: event.ts }, bot);
  if (!question) return;
  if (!(await isNew(bot, eventId, `message:${question.channel}:${question.ts}`))) return;
  const files = event.files ?? [];
  if (bot.files && files.length > 0 && question.addressed) {
    await inspectFiles(bot, question, files);
    // Words beside a file are often about the file: what is no question is left alone.
    if (question.text === '') return;
    return answer(bot, { ...question, addressed: false });
  }
  await answer(bot, question);
}

async function onEdit(event: MessageEvent, eventId: string | undefined, bot: Bot): Promise<void> {
  const { message, previous_message: before } = event;
  // A link that Slack unfolds changes a message too, but not its words.
  if (!message || !spoken.has(message.subtype) || message.text === before?.text) return;
  const question = await questionOf(event, message, bot, true);
  if (!question) return;
  const edited = message.edited?.ts ?? event.event_ts ?? event.ts ?? '';
  if (!(await isNew(bot, eventId, `edit:${question.channel}:${question.ts}:${edited}`))) return;
  await bot.store.first(`message:${question.channel}:${question.ts}`, bot.now());
  await answerAgain(bot, question);
}

/** Whether a message may be for the bot, as far as the message alone shows. */
export function mayConcern(event: MessageEvent, { identity }: Pick<Bot, 'identity'>): boolean {
  const said = event.message ?? event;
  if (said.bot_id != null || said.user === identity.user) return false;
  return (
    isDirect(event) ||
    said.thread_ts !== undefined ||
    event.type === 'app_mention' ||
    mentions(said.text ?? '', identity.user)
  );
}

/** The question that a message puts to the bot, or null where it is not meant. */
async function questionOf(event: MessageEvent, said: Said, bot: Bot, edit = false): Promise<Question | null> {
  const { user, bot_id: botId, ts, thread_ts: threadTs, text = '' } = said;
  if (
    user === undefined ||
    user === bot.identity.user ||
    user === 'USLACKBOT' ||
    (botId !== undefined && botId !== null)
  )
    return null;
  const { channel } = event;
  const direct = isDirect(event);
  const mentioned = event.type === 'app_mention' || mentions(text, bot.identity.user);
  const inThread = threadTs !== undefined && threadTs !== ts;
  const thread = direct ? (inThread ? threadTs : null) : (threadTs ?? ts);
  const question = { text: plainText(text, bot.identity.user), user, channel, ts, thread, direct };
  if (direct || mentioned) return { ...question, addressed: true };
  if (edit && (await bot.memory.recall('answer', `${channel}:${ts}`))) return { ...question, addressed: true };
  if (!inThread || toSomebodyElse(text, bot.identity.user)) return null;
  const known = await bot.memory.recall('thread', `${channel}:${threadTs}`);
  if (!known) return null;
  // Where several people ask, they also talk to each other; one alone with the bot is told what was not understood.
  const unnamed = known.askers.some((asker) => asker !== user) ? 'several' : 'alone';
  return { ...question, addressed: known.askers.includes(user), unnamed };
}

/** Slack sends the same event again, and one message as several events: each is answered once, by one process. */
async function isNew(bot: Bot, eventId: string | undefined, message: string): Promise<boolean> {
  if (bot.again) {
    // The process that was killed may have taken it, and may have answered it.
    await bot.store.first(message, bot.now());
    const [kind = '', channel = '', ts = ''] = message.split(':');
    return kind !== 'message' || (await bot.memory.recall('answer', `${channel}:${ts}`)) === null;
  }
  if (eventId !== undefined && !(await bot.store.first(`event:${eventId}`, bot.now()))) return false;
  return bot.store.first(message, bot.now());
}

function isDirect({ channel, channel_type: type }: MessageEvent): boolean {
  return type === undefined ? channel.startsWith('D') : type === 'im';
}
