/** "Share in channel": the private answer, posted for all. The button carries an id; what is shared is what was kept. */
import { randomUUID } from 'node:crypto';
import { say, sentence } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { escaped } from '../markup.ts';
import { postAll, type Rendered } from '../post.ts';
import { rendered } from '../rendering.ts';
import { createResponder } from '../respond.ts';
import { keep } from '../tools.ts';
import { type Click, standing } from './click.ts';

export async function onShare(click: Click, bot: Bot): Promise<void> {
  const id = click.actions[0].value ?? '';
  const { channel } = standing(click);
  if (channel === null || click.response_url === undefined) return;
  const responder = createResponder(click.response_url, bot.log);
  const kept = await bot.memory.recall('share', id);
  const notice = (text: string) => rendered(bot, sentence(kept?.language ?? 'zh', text))[0] as Rendered;
  // The id is looked up, not trusted: only the person it was answered to, in the channel it was asked in.
  if (!kept || kept.user !== click.user.id || kept.channel !== channel) {
    await responder.send(notice(say('shareGone', kept?.language ?? 'zh')), 'ephemeral');
    return;
  }
  if (!(await bot.house.speaksIn(channel))) {
    await responder.send(notice(say('notHere', kept.language)), 'ephemeral');
    return;
  }
  if (!(await bot.store.first(`share:${id}`, bot.now()))) return;
  const messages = await shareable(bot, id, kept.messages, line(kept.question, kept.language, click));
  if (await shared(bot, responder, messages, channel, id)) {
    await responder.replace(notice(say('sharedDone', kept.language)));
  } else {
    await responder.send(notice(say('shareFailed', kept.language)), 'ephemeral');
  }
}

/** The shared answer has an id of its own: who turns its pages does not turn those of the private one. */
async function shareable(bot: Bot, id: string, messages: readonly Rendered[], heading: string) {
  const told = headed(messages, heading);
  const behind = await bot.memory.recall('behind', id);
  if (behind === null) return told;
  const own = { ...behind, heading, tools: behind.tools.filter((tool) => tool !== 'share') };
  return keep(bot, randomUUID(), own, told, null);
}

/** The response_url works in channels that the bot is no member of; a long answer, or a stale click, goes by posting. */
async function shared(
  bot: Bot,
  responder: ReturnType<typeof createResponder>,
  messages: readonly Rendered[],
  channel: string,
  id: string,
) {
  let sent = 0;
  if (messages.length < responder.left()) {
    for (const message of messages) {
      if (!(await responder.send(message, 'in_channel'))) break;
      sent += 1;
    }
  }
  if (sent === messages.length) return true;
  try {
    await postAll(bot.client, { channel, thread: null }, messages.slice(sent), `share:${id}:${sent}`);
    return true;
  } catch {
    return false;
  }
}

function line(question: string, language: 'zh' | 'en', { user }: Click): string {
  const name = user.name ?? user.username ?? user.id;
  return say('shared', language, { name, question: question.length > 300 ? `${question.slice(0, 300)}…` : question });
}

/** The messages with a line above them that says who shared them, and what was asked. */
export function headed([first, ...rest]: readonly Rendered[], text: string): readonly Rendered[] {
  const { text: body = '', blocks = [] } = first ?? {};
  const context = { type: 'context', elements: [{ type: 'plain_text', text: escaped(text), emoji: false }] };
  const top = blocks.length > 0 && blocks.length < 50 ? [context, ...blocks] : blocks;
  return [{ text: `${escaped(text)}\n${body}`, blocks: top }, ...rest];
}
