/** `/disclosure TEXT`: a private answer, with a button that shares it in the channel. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Reply } from '../../handlers.ts';
import { PRIVATE } from '../actions/click.ts';
import type { Bot } from '../bot.ts';
import { plainText } from '../markup.ts';
import { postAll, type Rendered } from '../post.ts';
import { createResponder, type Responder } from '../respond.ts';
import { dressed } from '../tools.ts';

export const SlashCommand = z.object({
  text: z.string().optional(),
  user_id: z.string(),
  channel_id: z.string().optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
});
export type SlashCommand = z.infer<typeof SlashCommand>;

export async function onDisclosure(command: SlashCommand, bot: Bot): Promise<void> {
  const { user_id: user, channel_id: channel = command.user_id, trigger_id: trigger } = command;
  const name = createHash('sha256')
    .update([trigger, command.response_url, user, command.text].join('\n'))
    .digest('hex');
  if (!(await bot.store.first(`command:${name}`, bot.now())) && !bot.again) return;
  const responder = createResponder(command.response_url, bot.log);
  const conversation = `slack:${channel}:${user}`;
  const text = plainText(command.text ?? '', bot.identity.user);
  const place = { channel: isShared(channel) ? channel : null, whispered: true };
  const reply = await bot.handlers.handle({ text, user, conversation, surface: 'slack', place });
  if (reply) await respondPrivately(bot, responder, reply, { user, channel });
}

/** Whether several people read there: no direct message, and no person. */
const isShared = (channel: string) => !/^[DUW]/.test(channel);

/** Says of the choices that they stand in a private answer: what they lead to is private too. */
export function marked({ text, blocks }: Rendered): Rendered {
  return {
    text,
    blocks: blocks.map((block, index) => {
      const { type, block_id: id } = block as { type?: string; block_id?: string };
      return type === 'actions' && id === undefined ? { ...(block as object), block_id: `${PRIVATE}${index}` } : block;
    }),
  };
}

/** Sends a reply for one person's eyes; an answer carries the button that shares it. */
export async function respondPrivately(
  bot: Bot,
  responder: Responder,
  reply: Reply,
  { user, channel }: { user: string; channel: string },
): Promise<void> {
  const shareable = isShared(channel) && (await bot.house.speaksIn(channel));
  const tools = { user, answer: null, share: shareable ? channel : null, deletable: false };
  await sendPrivately(bot, responder, await dressed(bot, reply, tools), { user, channel });
}

/** Messages for one person's eyes, through the response_url while it lasts, then the ordinary ways. */
export async function sendPrivately(
  bot: Bot,
  responder: Responder,
  all: readonly Rendered[],
  { user, channel }: { user: string; channel: string },
): Promise<void> {
  const messages = all.map(marked);
  for (const [index, message] of messages.entries()) {
    // Each response_url is good for five messages; what is over goes the ordinary way, to the same person only.
    if (responder.left() > 1 && (await responder.send(message, 'ephemeral'))) continue;
    const content = { text: message.text, blocks: message.blocks, parse: 'none', link_names: false };
    try {
      await bot.client.call('chat.postEphemeral', { channel, user, ...content });
    } catch {
      // Not a member of the channel, or blocks refused: the rest comes as a direct message.
      await postAll(bot.client, { channel: user, thread: null }, messages.slice(index), randomUUID());
      return;
    }
  }
}
