/** "Check this figure", on any message: what the reports say to its figures, for the eyes of who asked. */
import { z } from 'zod';
import { say, sentence } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { sendPrivately } from '../commands/disclosure.ts';
import { plainText } from '../markup.ts';
import { rendered } from '../rendering.ts';
import { createResponder } from '../respond.ts';

/** The shortcut's name in manifest.json. */
export const CHECK = 'check_figure';

export const Shortcut = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string().optional(), text: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  action_ts: z.string().optional(),
});
export type Shortcut = z.infer<typeof Shortcut>;

export async function onCheck(shortcut: Shortcut, bot: Bot): Promise<void> {
  const user = shortcut.user.id;
  const channel = shortcut.channel?.id ?? user;
  const name = `check:${channel}:${shortcut.message?.ts ?? ''}:${user}:${shortcut.action_ts ?? shortcut.trigger_id ?? ''}`;
  if (!(await bot.store.first(name, bot.now())) && !bot.again) return;
  const text = plainText(shortcut.message?.text ?? '', bot.identity.user);
  const language = await bot.handlers.language(user, text);
  const message = (await bot.house.may(user, 'ask'))
    ? (await bot.handlers.check(text, user)).message
    : sentence(language, say('mayNot', language, { act: say('ask', language) }));
  await sendPrivately(bot, createResponder(shortcut.response_url, bot.log), rendered(bot, message), { user, channel });
}
