/** "Delete": takes the bot's answer out of the channel, for who asked. */
import { say } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { removeAll } from '../post.ts';
import { type Click, standing } from './click.ts';
import { notKept, tell } from './sources.ts';

export async function onDelete(click: Click, bot: Bot): Promise<void> {
  const behind = await bot.memory.recall('behind', click.actions[0].value ?? '');
  const { channel } = standing(click);
  const answered = behind?.answer ? await bot.memory.recall('answer', behind.answer) : null;
  if (!behind?.answer || !answered || channel === null || !behind.answer.startsWith(`${channel}:`))
    return notKept(click, bot);
  if (behind.user !== click.user.id) return tell(click, bot, say('deleteNotYours', behind.language), behind.language);
  await removeAll(bot.client, channel, answered.messages);
  await bot.memory.remember('answer', behind.answer, { ...answered, messages: [] });
}
