/** A question that stands in a conversation, answered there; and answered anew where it was edited. */
import type { Reply } from '../handlers.ts';
import type { Bot } from './bot.ts';
import { directMessage } from './client.ts';
import { idle, working } from './events/assistant.ts';
import { inherit } from './inheriting.ts';
import { type Place, postAll, replaceAll } from './post.ts';
import { rendered } from './rendering.ts';
import { dressed } from './tools.ts';

export interface Question {
  /** Plain text. */
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  /** The message's own `ts`: with the channel, its name. */
  readonly ts: string;
  /** Where the answer goes: a thread, or null for the channel itself (a direct message). */
  readonly thread: string | null;
  readonly direct: boolean;
  readonly addressed: boolean;
  /** Set where nobody was named (handlers.ts). */
  readonly unnamed?: 'alone' | 'several';
}

/** Turns of a thread, or of a direct message, share a conversation. */
function conversationOf({ channel, thread }: { channel: string; thread: string | null }): string {
  return thread === null ? `slack:${channel}` : `slack:${channel}:${thread}`;
}

export async function answer(bot: Bot, question: Question): Promise<void> {
  const { text, user, channel, ts, thread, direct, addressed, unnamed } = question;
  const firstContact = direct && (await bot.memory.recall('greeted', user)) === null;
  const utterance = {
    text,
    user,
    conversation: conversationOf(question),
    surface: 'slack' as const,
    firstContact,
    addressed,
    ...(unnamed ? { unnamed } : {}),
    place: { channel: direct ? null : channel },
  };
  if (direct && thread !== null) {
    const above = conversationOf({ channel, thread: null });
    await inherit(bot, { channel, thread }, [above, utterance.conversation]);
  }
  const pane = direct && thread !== null ? { channel, thread } : null;
  const [reply] = await Promise.all([
    bot.handlers.handle(utterance),
    pane && working(bot, { ...pane, text, user }).catch(() => {}),
  ]);
  if (!reply) return pane ? idle(bot, pane.channel, pane.thread) : undefined;
  if (reply.whispered && !direct) return whisper(bot, { channel, thread }, user, reply);
  const key = `${channel}:${ts}`;
  const tools = { user, answer: key, share: null, deletable: !direct };
  const messages = await dressed(bot, reply, tools);
  const posted = await postAll(bot.client, { channel, thread }, messages, key, bot.again);
  await bot.memory.remember('answer', key, { messages: posted, thread, question: text });
  if (thread !== null) await rememberThread(bot, channel, thread, user);
  if (firstContact) await bot.memory.remember('greeted', user, { at: bot.now() });
}

/** Says something to one person only; where the channel does not take that, in their direct messages. */
async function whisper(bot: Bot, { channel, thread }: Place, user: string, reply: Reply): Promise<void> {
  for (const { text, blocks } of rendered(bot, reply.message)) {
    const where = { channel, user, ...(thread ? { thread_ts: thread } : {}), parse: 'none', link_names: false };
    try {
      await bot.client.call('chat.postEphemeral', { ...where, text, blocks });
    } catch {
      const direct = await directMessage(bot.client, user);
      await postAll(bot.client, { channel: direct, thread: null }, [{ text, blocks }], `whisper:${bot.now()}`);
    }
  }
}

/** Answers an edited question in the place of its first answer; where there is none yet, as a new one. */
export async function answerAgain(bot: Bot, question: Question): Promise<void> {
  const { text, user, channel, ts } = question;
  const key = `${channel}:${ts}`;
  const before = await bot.memory.recall('answer', key);
  if (!before) return answer(bot, question);
  const place: Place = { channel, thread: before.thread };
  const conversation = conversationOf(place);
  const reply = await bot.handlers.handle({
    text,
    user,
    conversation,
    surface: 'slack',
    replaces: before.question,
    place: { channel: question.direct ? null : channel },
  });
  if (!reply) return;
  if (reply.whispered && !question.direct) return whisper(bot, place, user, reply);
  const tools = { user, answer: key, share: null, deletable: !question.direct };
  const messages = await dressed(bot, reply, tools);
  const posted = await replaceAll(bot.client, place, before.messages, messages, `${key}:edited:${bot.now()}`);
  await bot.memory.remember('answer', key, { ...before, messages: posted, question: text });
}

/** Remembers that the bot spoke in a thread: there it is spoken to without being mentioned. */
export async function rememberThread(bot: Bot, channel: string, thread: string, user: string): Promise<void> {
  const key = `${channel}:${thread}`;
  const known = await bot.memory.recall('thread', key);
  if (known?.askers.includes(user)) return;
  await bot.memory.remember('thread', key, { askers: [...(known?.askers ?? []), user].slice(-50) });
}
