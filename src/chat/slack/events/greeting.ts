/** Greetings that nobody asked for: once to each person who opens the bot's messages, once to a channel it is invited to. */
import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { postAll } from '../post.ts';
import { rendered } from '../rendering.ts';

/** Most blocks of a home view (November 2026). */
const HOME_BLOCKS = 100;

export const HomeOpened = z.object({ user: z.string(), channel: z.string().optional(), tab: z.string().optional() });
export const Joined = z.object({ user: z.string(), channel: z.string(), event_ts: z.string().optional() });

/** `app_home_opened`: greets in the direct message, the first time that this person opens it. */
export async function onHomeOpened(event: z.infer<typeof HomeOpened>, bot: Bot): Promise<void> {
  if (event.user === bot.identity.user) return;
  if (event.tab === 'home') return publishHome(event.user, bot);
  if (event.channel === undefined) return;
  if ((await bot.memory.recall('greeted', event.user)) !== null) return;
  if (!(await bot.store.first(`greet:${event.user}`, bot.now()))) return;
  const messages = rendered(bot, await bot.handlers.greet());
  await postAll(bot.client, { channel: event.channel, thread: null }, messages, `greet:${event.user}`);
  await bot.memory.remember('greeted', event.user, { at: bot.now() });
}

/** The App Home: who the bot is, what the library holds, what to ask. Its buttons are answered in the direct message. */
async function publishHome(user: string, bot: Bot): Promise<void> {
  const messages = rendered(bot, await bot.handlers.home(user));
  const blocks = messages.flatMap(({ blocks: each }) => each).slice(0, HOME_BLOCKS);
  await bot.client.call('views.publish', { user_id: user, view: { type: 'home', blocks } });
}

/** `member_joined_channel`: greets where it is the bot itself that joined. */
export async function onJoined(event: z.infer<typeof Joined>, eventId: string | undefined, bot: Bot): Promise<void> {
  if (event.user !== bot.identity.user) return;
  const name = `joined:${event.channel}:${eventId ?? event.event_ts ?? ''}`;
  if (!(await bot.store.first(name, bot.now()))) return;
  const messages = rendered(bot, await bot.handlers.greet({ channel: bot.identity.name }));
  await postAll(bot.client, { channel: event.channel, thread: null }, messages, name);
}
