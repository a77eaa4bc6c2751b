/** "Show sources": a modal with the passages that the answer rests on. */
import { failure } from '../../../log.ts';
import { say, sentence } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { sendPrivately } from '../commands/disclosure.ts';
import type { Rendered } from '../post.ts';
import { rendered } from '../rendering.ts';
import { createResponder } from '../respond.ts';
import { sourcesView } from '../sources-view.ts';
import { type Click, standing } from './click.ts';

export async function onSources(click: Click, bot: Bot): Promise<void> {
  const behind = await bot.memory.recall('behind', click.actions[0].value ?? '');
  if (!behind) return notKept(click, bot);
  const { citations, language } = behind;
  const texts = new Map<string, string | null>();
  for (const { report } of citations) {
    if (!texts.has(report)) texts.set(report, await bot.store.text(report));
  }
  const tabled = [...new Set(citations.flatMap(({ report, table }) => (table === null ? [] : report)))];
  const facts = tabled.length === 0 ? [] : await bot.store.facts({ reports: tabled.slice(0, TABLED), versions: 'all' });
  const view = sourcesView(citations, texts, facts, language);
  if (await openView(click, bot, view)) return;
  // A workspace, or a server, that opens no views: the same as a message, for the same eyes.
  const user = click.user.id;
  const message = { language, parts: [{ kind: 'sources' as const, title: say('sourcesTitle', language), citations }] };
  const responder = createResponder(click.response_url, bot.log);
  await sendPrivately(bot, responder, rendered(bot, message), { user, channel: standing(click).channel ?? user });
}

/** Reports whose cells are read for one view. */
const TABLED = 8;

/** Opens a modal for who clicked; false where Slack does not. */
export async function openView(click: Click, bot: Bot, view: object): Promise<boolean> {
  if (click.trigger_id === undefined) return false;
  try {
    // A click is good for three seconds.
    await bot.client.call('views.open', { trigger_id: click.trigger_id, view }, { patience: 2_500 });
    return true;
  } catch (error) {
    bot.log.warn(failure(error), 'a view could not be opened');
    return false;
  }
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
