/** "Show sources": a modal with the passages that the answer rests on. */
import { say, sentence } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import type { Rendered } from '../post.ts';
import { rendered } from '../rendering.ts';
import { createResponder } from '../respond.ts';
import { sourcesView } from '../sources-view.ts';
import type { Click } from './click.ts';

export async function onSources(click: Click, bot: Bot): Promise<void> {
  const behind = await bot.memory.recall('behind', click.actions[0].value ?? '');
  if (!behind || click.trigger_id === undefined) return notKept(click, bot);
  const texts = new Map<string, string | null>();
  for (const { report } of behind.citations) {
    if (!texts.has(report)) texts.set(report, await bot.store.text(report));
  }
  const view = sourcesView(behind.citations, texts, behind.language);
  await bot.client.call('views.open', { trigger_id: click.trigger_id, view });
}

/** Says, to who clicked only, that what is behind the button is no longer there. */
export async function notKept(click: Click, bot: Bot): Promise<void> {
  await tell(click, bot, say('toolsGone', 'zh'));
}

/** A sentence for the eyes of who clicked. */
export async function tell(click: Click, bot: Bot, text: string, language: 'zh' | 'en' = 'zh'): Promise<void> {
  if (click.response_url === undefined) return;
  const [message] = rendered(bot, sentence(language, text));
  await createResponder(click.response_url, bot.log).send(message as Rendered, 'ephemeral');
}
