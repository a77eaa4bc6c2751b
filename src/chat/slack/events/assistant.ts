/** The assistant pane: a greeting and questions to click where a thread begins, and a status while one is answered. */
import { z } from 'zod';
import { say } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { postAll } from '../post.ts';
import { rendered } from '../rendering.ts';

/** Prompts that Slack shows of a thread, and characters of a title (November 2026). */
const PROMPTS = 4;
const TITLE = 200;
/** Longest wait for the pane's decoration, in milliseconds: an answer never waits longer for it. */
const PATIENCE = 400;

export const AssistantThread = z.object({
  type: z.enum(['assistant_thread_started', 'assistant_thread_context_changed']),
  assistant_thread: z.object({ user_id: z.string(), channel_id: z.string(), thread_ts: z.string() }),
});
export type AssistantThread = z.infer<typeof AssistantThread>;

export const laneOfPane = ({ assistant_thread: { channel_id: channel, thread_ts: thread } }: AssistantThread) =>
  `${channel}:${thread}`;

export async function onAssistantThread(event: AssistantThread, bot: Bot): Promise<void> {
  const { user_id: user, channel_id: channel, thread_ts: thread } = event.assistant_thread;
  const key = `${channel}:${thread}`;
  const began = event.type === 'assistant_thread_started';
  if (began && !(await bot.store.first(`assistant:${key}`, bot.now()))) return;
  await bot.memory.remember('assistant', key, { user, titled: false });
  const language = await bot.handlers.language(user, '');
  if (began) {
    const { parts, ...hello } = await bot.handlers.greet({ language });
    // The examples are the pane's own prompts.
    const words = { ...hello, parts: parts.filter(({ kind }) => kind !== 'choices') };
    await postAll(bot.client, { channel, thread }, rendered(bot, words), `assistant:${key}`);
    await bot.memory.remember('greeted', user, { at: bot.now() });
  }
  const examples = (await bot.handlers.examples(user)).slice(0, PROMPTS);
  if (examples.length === 0) return;
  const prompts = examples.map(({ label, question }) => ({ title: label, message: question }));
  const title = say('tryThese', language);
  await decorate(bot, 'assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    thread_ts: thread,
    title,
    prompts,
  });
}

/** Says that the bot is at work, where the message stands in the pane; the first question names the thread. */
export async function working(
  bot: Bot,
  { channel, thread, text, user }: { channel: string; thread: string; text: string; user: string },
): Promise<void> {
  const key = `${channel}:${thread}`;
  const pane = await bot.memory.recall('assistant', key);
  if (pane === null) return;
  const where = { channel_id: channel, thread_ts: thread };
  const status = say('working', await bot.handlers.language(user, text));
  const calls = [decorate(bot, 'assistant.threads.setStatus', { ...where, status })];
  if (!pane.titled && text !== '') {
    await bot.memory.remember('assistant', key, { ...pane, titled: true });
    calls.push(decorate(bot, 'assistant.threads.setTitle', { ...where, title: text.slice(0, TITLE) }));
  }
  await Promise.all(calls);
}

/** The status goes by itself when something is posted; where nothing is, it is taken away. */
export async function idle(bot: Bot, channel: string, thread: string): Promise<void> {
  if ((await bot.memory.recall('assistant', `${channel}:${thread}`)) === null) return;
  await decorate(bot, 'assistant.threads.setStatus', { channel_id: channel, thread_ts: thread, status: '' });
}

/** A workspace without the pane, or a slow one, loses nothing of the answer. */
async function decorate(bot: Bot, method: string, args: Record<string, unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  const done = bot.client.call(method, args, { patience: PATIENCE }).then(
    () => {},
    (error) => bot.log.debug({ method, error: String(error).slice(0, 200) }, 'the pane was not decorated'),
  );
  await Promise.race([done, late]);
  clearTimeout(timer);
}
