/** `/disclosure TEXT`: a private answer, with a button that shares it in the channel. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Reply } from '../../handlers.ts';
import { say } from '../../phrases.ts';
import { rendered } from '../answering.ts';
import type { Bot } from '../bot.ts';
import { postAll, type Rendered } from '../post.ts';
import { createResponder, type Responder } from '../respond.ts';

export const SlashCommand = z.object({
  text: z.string().optional(),
  user_id: z.string(),
  channel_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string().optional(),
});
export type SlashCommand = z.infer<typeof SlashCommand>;

/** Most blocks of one message (November 2026). */
const BLOCKS = 50;

export async function onDisclosure(command: SlashCommand, bot: Bot): Promise<void> {
  const { user_id: user, channel_id: channel, trigger_id: trigger } = command;
  if (trigger !== undefined && !(await bot.store.first(`command:${trigger}`, bot.now()))) return;
  const responder = createResponder(command.response_url, bot.log);
  const conversation = `slack:${channel}:${user}`;
  // The text of a command comes as typed: Slack escapes nothing in it but & < >.
  const text = (command.text ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const reply = await bot.handlers.handle({ text, user, conversation, surface: 'slack' });
  if (reply) await respondPrivately(bot, responder, reply, { user, channel });
}

/** Sends a reply for one person's eyes; an answer carries the button that shares it. */
export async function respondPrivately(
  bot: Bot,
  responder: Responder,
  reply: Reply,
  { user, channel }: { user: string; channel: string },
): Promise<void> {
  const messages = rendered(bot, reply.message);
  const withButton = shareable(reply) ? await addButton(bot, messages, reply, user, channel) : messages;
  for (const [index, message] of withButton.entries()) {
    // Each response_url is good for five messages; what is over goes the ordinary way, to the same person only.
    if (responder.left() > 1 && (await responder.send(message, 'ephemeral'))) continue;
    await bot.client
      .call('chat.postEphemeral', {
        channel,
        user,
        text: message.text,
        blocks: message.blocks,
        parse: 'none',
        link_names: false,
      })
      .catch(() => postAll(bot.client, { channel: user, thread: null }, withButton.slice(index), randomUUID()));
  }
}

function shareable({ status }: Reply): boolean {
  return status === 'answered' || status === 'nothing-found' || status === 'no-data';
}

async function addButton(
  bot: Bot,
  messages: readonly Rendered[],
  reply: Reply,
  user: string,
  channel: string,
): Promise<readonly Rendered[]> {
  const id = randomUUID();
  const { language } = reply.message;
  const kept = messages.map(({ text, blocks }) => ({ text, blocks: [...blocks] }));
  await bot.memory.remember('share', id, { user, channel, question: reply.question, language, messages: kept });
  const label = say('share', language);
  const button = { type: 'button', action_id: 'share', value: id, text: { type: 'plain_text', text: label } };
  const actions = { type: 'actions', block_id: `share:${id}`, elements: [button] };
  const last = messages.at(-1) as Rendered;
  if (last.blocks.length > 0 && last.blocks.length < BLOCKS) {
    return [...messages.slice(0, -1), { text: last.text, blocks: [...last.blocks, actions] }];
  }
  return [...messages, { text: label, blocks: [actions] }];
}
