/** "Share in channel": the private answer, posted for all. The button carries an id; what is shared is what was kept. */
import { say, sentence } from '../../phrases.ts';
import { rendered } from '../answering.ts';
import type { Bot } from '../bot.ts';
import { escaped } from '../markup.ts';
import { postAll, type Rendered } from '../post.ts';
import { createResponder } from '../respond.ts';
import { addRow, row } from '../tools.ts';
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
  const told = [headed(kept.messages, line(kept.question, kept.language, click)), ...kept.messages.slice(1)];
  const messages = kept.tools.length > 0 ? addRow(told, row(id, kept.tools, kept.language), kept.language) : told;
  if (await shared(bot, responder, messages, channel, id)) {
    await responder.replace(notice(say('sharedDone', kept.language)));
  } else {
    await responder.send(notice(say('shareFailed', kept.language)), 'ephemeral');
  }
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

/** The message with a line above it that says who shared it, and what was asked. */
function headed(messages: readonly Rendered[], text: string): Rendered {
  const { text: body = '', blocks = [] } = messages[0] ?? {};
  const context = { type: 'context', elements: [{ type: 'plain_text', text: escaped(text), emoji: false }] };
  return {
    text: `${escaped(text)}\n${body}`,
    blocks: blocks.length > 0 && blocks.length < 50 ? [context, ...blocks] : blocks,
  };
}
