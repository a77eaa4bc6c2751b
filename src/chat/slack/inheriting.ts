/**
 * A reply in a thread under the bot's own answer in direct messages: what it refers to is that answer, which was given in the
 * messages themselves. Its turn is brought into the thread's conversation, where that has none yet.
 */
import { z } from 'zod';
import type { Bot } from './bot.ts';

const Posted = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ id: z.string() }) }).optional(),
});
/** Turns looked through. */
const TURNS = 50;

/** Brings along what the thread's first message was about. Never rejects: without it the question stands alone. */
export async function inherit(
  bot: Bot,
  { channel, thread }: { channel: string; thread: string },
  [from, to]: readonly [string, string],
): Promise<void> {
  try {
    if ((await bot.store.turns(to, 1)).length > 0) return;
    // A thread of the assistant pane begins with a greeting.
    if (await bot.memory.recall('assistant', `${channel}:${thread}`)) return;
    const question = await questionUnder(bot, channel, thread);
    if (question === null) return;
    const turn = (await bot.store.turns(from, TURNS)).findLast(
      ({ turn: kept }) => questionOf(kept) === question.trim(),
    );
    if (turn) await bot.store.addTurn({ ...turn, conversation: to });
  } catch (error) {
    bot.log.debug({ error: String(error).slice(0, 200) }, 'a thread begins without what is above it');
  }
}

/** The question that a message asked, or that it answers: the bot's messages carry its name. */
async function questionUnder(bot: Bot, channel: string, ts: string): Promise<string | null> {
  const own = await bot.memory.recall('answer', `${channel}:${ts}`);
  if (own) return own.question;
  const where = { channel, latest: ts, inclusive: true, limit: 1, include_all_metadata: true };
  const { messages } = await bot.client.call('conversations.history', where, { patience: 1_000 });
  const found = z
    .array(Posted)
    .safeParse(messages)
    .data?.find((each) => each.ts === ts);
  // Named after the question's key: what is behind it counts the messages of one answer.
  const key = found?.metadata?.event_payload.id.replace(/:\d{1,3}(?:\.[\w.]{1,20})?$/, '');
  return key === undefined ? null : ((await bot.memory.recall('answer', key))?.question ?? null);
}

function questionOf(turn: string): string | null {
  const { question } = JSON.parse(turn) as { question?: unknown };
  return typeof question === 'string' ? question.trim() : null;
}
