/** A click on one of the bot's buttons, as far as it is read here. */
import { z } from 'zod';
import type { Bot } from '../bot.ts';

const Action = z.object({
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.string().optional(),
  action_ts: z.string().optional(),
});

export const Click = z.object({
  user: z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      channel_id: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  actions: z.tuple([Action], Action),
});
export type Click = z.infer<typeof Click>;

/** How the `block_id` of buttons begins that only one person sees. */
export const PRIVATE = 'private:';

/** Where the clicked message stands. */
export function standing(click: Click): {
  channel: string | null;
  message: string | null;
  thread: string | null;
  ephemeral: boolean;
} {
  const { container, message } = click;
  return {
    channel: click.channel?.id ?? container?.channel_id ?? null,
    message: message?.ts ?? container?.message_ts ?? null,
    thread: message?.thread_ts ?? container?.thread_ts ?? null,
    ephemeral: container?.is_ephemeral === true || click.actions[0].block_id?.startsWith(PRIVATE) === true,
  };
}

/** Clicks of one person on one button within so many milliseconds are one click. */
const DOUBLE = 5_000;

/** False for the second click of a double click, in whichever process it arrives. */
export async function isFirst(
  click: Click,
  name: string,
  { store, now }: Pick<Bot, 'store' | 'now'>,
): Promise<boolean> {
  const { channel, message } = standing(click);
  const key = `click:${channel}:${message}:${name}:${click.user.id}`;
  const time = Math.floor(Date.parse(now()) / DOUBLE);
  // This stretch of time and the next are taken: the second click may fall into either.
  const first = await store.first(`${key}:${time}`, now());
  await store.first(`${key}:${time + 1}`, now());
  return first;
}

/** The conversation that a click belongs to: the same lane as messages there. */
export function laneOfClick(click: Click): string {
  const { channel, message, thread } = standing(click);
  if (channel === null || channel.startsWith('D')) return channel ?? click.user.id;
  return `${channel}:${thread ?? message ?? ''}`;
}
