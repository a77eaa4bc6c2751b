/** "Next", "Previous": another window of a long answer's rows, in the place of the one that is shown. */
import { say } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { marked } from '../commands/disclosure.ts';
import { fittedPage } from '../fitting.ts';
import { replaceAll } from '../post.ts';
import { createResponder } from '../respond.ts';
import { behindOf, keep } from '../tools.ts';
import { type Click, standing } from './click.ts';
import { headed } from './share.ts';
import { notKept, tell } from './sources.ts';

export async function onPage(click: Click, bot: Bot): Promise<void> {
  const [, id = '', to = ''] = /^([0-9a-f-]{36}):(\d{1,6})$/.exec(click.actions[0].value ?? '') ?? [];
  const behind = id === '' ? null : await bot.memory.recall('behind', id);
  const { channel, message, thread, ephemeral } = standing(click);
  const from = Number(to);
  if (!behind?.plan || !behind.page || channel === null || from >= behind.page.of || from % behind.page.size !== 0)
    return notKept(click, bot);
  if (!(await bot.house.may(click.user.id, 'ask')))
    return tell(click, bot, say('mayNot', behind.language, { act: say('ask', behind.language) }), behind.language);
  const { question, plan, answer } = behind;
  const fit = await fittedPage(bot, { question, plan }, { from, size: behind.page.size });
  // The library may have lost reports since: then there is no such page any more.
  if (fit.page === null && from > 0) return notKept(click, bot);
  const share = await bot.memory.recall('share', id);
  const told = behind.heading === null ? fit.messages : headed(fit.messages, behind.heading);
  const messages = await keep(bot, id, { ...behind, ...behindOf(fit) }, told, share?.channel ?? null);
  const answered = answer === null ? null : await bot.memory.recall('answer', answer);
  if (answer !== null && answered && answer.startsWith(`${channel}:`)) {
    const place = { channel, thread: answered.thread };
    const posted = await replaceAll(bot.client, place, answered.messages, messages, `${answer}:page:${from}`);
    return bot.memory.remember('answer', answer, { ...answered, messages: posted });
  }
  const [first, ...rest] = ephemeral ? messages.map(marked) : messages;
  if (!first) return;
  const responder = createResponder(click.response_url, bot.log);
  const replaced = responder.left() > 0 && (await responder.replace(first));
  if (!replaced && !ephemeral && message !== null)
    await replaceAll(bot.client, { channel, thread }, [message], [first], `page:${id}:${from}`);
  for (const more of rest) await responder.send(more, 'ephemeral');
}
