/** "Delete": takes the bot's answer out of the channel, for who asked. */
import { failure } from '../../../log.ts';
import { type Language, say } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { removed } from '../post.ts';
import { type Click, standing } from './click.ts';
import { notKept, tell } from './sources.ts';

/** Deletes the messages; where Slack does not take that, leaves of each that it was deleted. False where it stays. */
async function withdraw(bot: Bot, channel: string, messages: readonly string[], language: Language): Promise<boolean> {
  let gone = true;
  for (const ts of messages) {
    if (await removed(bot.client, channel, ts)) continue;
    const empty = { channel, ts, text: say('deleted', language), blocks: [] };
    gone = await bot.client.call('chat.update', empty).then(
      () => gone,
      (error) => {
        bot.log.warn(failure(error), 'an answer could not be deleted');
        return false;
      },
    );
  }
  return gone;
}

export async function onDelete(click: Click, bot: Bot): Promise<void> {
  const behind = await bot.memory.recall('behind', click.actions[0].value ?? '');
  const { channel } = standing(click);
  const answered = behind?.answer ? await bot.memory.recall('answer', behind.answer) : null;
  if (!behind?.answer || !answered || channel === null || !behind.answer.startsWith(`${channel}:`))
    return notKept(click, bot);
  if (behind.user !== click.user.id) return tell(click, bot, say('deleteNotYours', behind.language), behind.language);
  if (!(await withdraw(bot, channel, answered.messages, behind.language)))
    return tell(click, bot, say('deleteFailed', behind.language), behind.language);
  await bot.memory.remember('answer', behind.answer, { ...answered, messages: [] });
}
