/** Greetings that nobody asked for: once to each person who opens the bot's messages, once to a channel it is invited to. */
import { z } from 'zod';
import { rendered } from '../answering.ts';
import type { Bot } from '../bot.ts';
import { postAll } from '../post.ts';

export const HomeOpened = z.object({ user: z.string(), channel: z.string().optional(), tab: z.string().optional() });
export const Joined = z.object({ user: z.string(), channel: z.string(), event_ts: z.string().optional() });

/** `app_home_opened`: greets in the direct message, the first time that this person opens it. */
export async function onHomeOpened(event: z.infer<typeof HomeOpened>, bot: Bot): Promise<void> {
  if (event.channel === undefined || event.tab === 'home' || event.user === bot.identity.user) return;
  if ((await bot.memory.recall('greeted', event.user)) !== null) return;
  if (!(await bot.store.first(`greet:${event.user}`, bot.now()))) return;
  const messages = rendered(bot, await bot.handlers.greet());
  await postAll(bot.client, { channel: event.channel, thread: null }, messages, `greet:${event.user}`);
  await bot.memory.remember('greeted', event.user, { at: bot.now() });
}

/** `member_joined_channel`: greets where it is the bot itself that joined. */
export async function onJoined(event: z.infer<typeof Joined>, eventId: string | undefined, bot: Bot): Promise<void> {
  if (event.user !== bot.identity.user) return;
  const name = `joined:${event.channel}:${eventId ?? event.event_ts ?? ''}`;
  if (!(await bot.store.first(name, bot.now()))) return;
  const messages = rendered(bot, await bot.handlers.greet({ channel: bot.identity.name }));
  await postAll(bot.client, { channel: event.channel, thread: null }, messages, name);
}
