/** A choice that was clicked: its question is asked, and answered where the choices stand. */
import { answer } from '../answering.ts';
import type { Bot } from '../bot.ts';
import { directMessage } from '../client.ts';
import { respondPrivately } from '../commands/disclosure.ts';
import { createResponder } from '../respond.ts';
import { type Click, standing } from './click.ts';

export async function onChoice(click: Click, bot: Bot): Promise<void> {
  const [{ action_id: action, value: text, action_ts: at }] = click.actions;
  if (text === undefined) return;
  const user = click.user.id;
  const { channel, message, thread, ephemeral } = standing(click);
  if (ephemeral && click.response_url !== undefined && channel !== null) {
    if (!(await bot.store.first(`click:${channel}:${message}:${user}:${action}:${at ?? ''}`, bot.now())) && !bot.again)
      return;
    const reply = await bot.handlers.handle({
      text,
      user,
      conversation: `slack:${channel}:${user}`,
      surface: 'slack',
      place: { channel: channel.startsWith('D') ? null : channel, whispered: true },
    });
    if (reply) await respondPrivately(bot, createResponder(click.response_url, bot.log), reply, { user, channel });
    return;
  }
  const where = channel ?? (await directMessage(bot.client, user));
  const direct = channel === null || where.startsWith('D');
  // A second click on the same choice of the same message asks nothing new.
  const name = `${message ?? at ?? ''}:${action}`;
  if (!(await bot.store.first(`click:${where}:${name}`, bot.now())) && !bot.again) return;
  await answer(bot, {
    text,
    user,
    channel: where,
    ts: name,
    thread: direct ? thread : (thread ?? message),
    direct,
    addressed: true,
  });
}
