/**
 * Which listener hears what. Each is a plain function of a payload and the bot; here they are only joined to Bolt:
 * acknowledged first, then run in the lane of their conversation, never waited for by Slack.
 */
import type { App } from '@slack/bolt';
import type { z } from 'zod';
import { failure } from '../../log.ts';
import { onChoice } from './actions/choice.ts';
import { Click, laneOfClick } from './actions/click.ts';
import { onDelete } from './actions/delete.ts';
import { onExport } from './actions/export.ts';
import { onIngest } from './actions/ingest.ts';
import { OPINION, onOpinion, onWord, Submitted } from './actions/opinion.ts';
import { onPage } from './actions/page.ts';
import { onShare } from './actions/share.ts';
import { onSources } from './actions/sources.ts';
import type { Bot } from './bot.ts';
import { onDisclosure, SlashCommand } from './commands/disclosure.ts';
import { AssistantThread, laneOfPane, onAssistantThread } from './events/assistant.ts';
import { HomeOpened, Joined, onHomeOpened, onJoined } from './events/greeting.ts';
import { laneOf, MessageEvent, mayConcern, onMessage } from './events/message.ts';
import type { Kind } from './journal.ts';
import { CHECK, onCheck, Shortcut } from './shortcuts/check.ts';

export function listen(app: App, bot: Bot): void {
  app.use(async (args) => {
    // Commands and clicks are acknowledged before anything is done; events Bolt acknowledges itself.
    const { ack, payload, next } = args as {
      ack?: () => Promise<void>;
      payload?: { type?: string };
      next: () => Promise<void>;
    };
    if (ack && payload?.type !== 'function_executed') {
      await ack().catch((error) => bot.log.warn(failure(error), 'an acknowledgement did not get through'));
    }
    await next();
  });
  app.event(/^(?:message|app_mention)$/, async ({ event, body }) => {
    hear(bot, MessageEvent, event, laneOf, (read) => onMessage(read, idOf(body), bot), 'message');
  });
  app.event('app_home_opened', async ({ event }) => {
    hear(
      bot,
      HomeOpened,
      event,
      ({ channel, user }) => channel ?? user,
      (read) => onHomeOpened(read, bot),
    );
  });
  app.event('member_joined_channel', async ({ event, body }) => {
    hear(
      bot,
      Joined,
      event,
      ({ channel }) => channel,
      (read) => onJoined(read, idOf(body), bot),
    );
  });
  app.command(/^\/[\w-]{1,40}$/, async ({ command }) => {
    hear(bot, SlashCommand, command, laneOfCommand, (read) => onDisclosure(read, bot), 'command');
  });
  app.action(/^choice:\d{1,3}$/, async ({ body }) => {
    hear(bot, Click, body, laneOfClick, (read) => onChoice(read, bot), 'choice');
  });
  app.action('share', async ({ body }) => {
    hear(
      bot,
      Click,
      body,
      (read) => `share:${read.actions[0].value ?? ''}`,
      (read) => onShare(read, bot),
    );
  });
  // A modal must be opened within three seconds of the click: it waits for nothing.
  app.action('sources', async ({ body }) => {
    hear(
      bot,
      Click,
      body,
      (read) => `sources:${read.trigger_id ?? ''}`,
      (read) => onSources(read, bot),
    );
  });
  app.action('export', async ({ body }) => {
    hear(
      bot,
      Click,
      body,
      (read) => `export:${read.actions[0].value ?? ''}`,
      (read) => onExport(read, bot),
    );
  });
  app.action('ingest', async ({ body }) => {
    hear(
      bot,
      Click,
      body,
      (read) => `ingest:${read.actions[0].value ?? ''}`,
      (read) => onIngest(read, bot),
    );
  });
  app.action('delete', async ({ body }) => {
    hear(bot, Click, body, laneOfClick, (read) => onDelete(read, bot));
  });
  app.action(/^page:(?:previous|next)$/, async ({ body }) => {
    hear(bot, Click, body, laneOfClick, (read) => onPage(read, bot));
  });
  // A modal again: it waits for nothing.
  app.action(/^(?:up|down)$/, async ({ body }) => {
    hear(
      bot,
      Click,
      body,
      (read) => `opinion:${read.user.id}:${read.actions[0].value ?? ''}`,
      (read) => onOpinion(read, bot),
    );
  });
  app.view(OPINION, async ({ body }) => {
    hear(
      bot,
      Submitted,
      body,
      (read) => `opinion:${read.user.id}:${read.view.private_metadata}`,
      (read) => onWord(read, bot),
    );
  });
  app.shortcut(CHECK, async ({ body }) => {
    hear(bot, Shortcut, body, laneOfShortcut, (read) => onCheck(read, bot), 'shortcut');
  });
  app.event(/^assistant_thread_(?:started|context_changed)$/, async ({ event }) => {
    hear(bot, AssistantThread, event, laneOfPane, (read) => onAssistantThread(read, bot));
  });
  app.error(async (error) => bot.log.error(failure(error), 'a listener failed'));
}

/** Reads a payload, and gives it to its listener in its lane. What has another shape is none of ours. */
function hear<T extends z.ZodType>(
  bot: Bot,
  shape: T,
  payload: unknown,
  lane: (read: z.infer<T>) => string,
  job: (read: z.infer<T>) => Promise<void>,
  kind?: Kind,
): void {
  const read = shape.safeParse(payload);
  if (!read.success) {
    bot.log.debug({ problem: read.error.issues[0]?.path.join('.') }, 'a payload of another shape was left alone');
    return;
  }
  const started = performance.now();
  const noted = kind === undefined || !concerns(kind, read.data, bot) ? null : bot.journal.begin(kind, read.data);
  bot.lanes
    .run(lane(read.data), () => job(read.data))
    .finally(async () => (await noted)?.())
    .then(() => {
      const ms = performance.now() - started;
      bot.metrics.done(ms, false);
      bot.log.debug({ ms: Math.round(ms) }, 'done');
    })
    .catch((error) => {
      const ms = performance.now() - started;
      bot.metrics.done(ms, true);
      bot.log.error({ ...failure(error), ms: Math.round(ms) }, 'a listener failed');
    });
}

/** Finishes what a process that is gone had acknowledged, so many milliseconds ago or more. */
export async function finish(bot: Bot, olderThan = 0): Promise<void> {
  const again = { ...bot, again: true };
  const left = await bot.journal.leftOver(olderThan);
  if (left.length > 0) bot.log.info({ unfinished: left.length }, 'finishing what another process left');
  for (const { kind, payload } of left) {
    if (kind === 'message')
      hear(again, MessageEvent, payload, laneOf, (read) => onMessage(read, undefined, again), kind);
    if (kind === 'command')
      hear(again, SlashCommand, payload, laneOfCommand, (read) => onDisclosure(read, again), kind);
    if (kind === 'shortcut') hear(again, Shortcut, payload, laneOfShortcut, (read) => onCheck(read, again), kind);
    if (kind === 'choice') hear(again, Click, payload, laneOfClick, (read) => onChoice(read, again), kind);
  }
}

const laneOfShortcut = ({ user, message }: Shortcut) => `check:${user.id}:${message?.ts ?? ''}`;
const laneOfCommand = (command: SlashCommand) => `command:${command.channel_id}:${command.user_id}`;

/** What people say to each other in a channel is none of the bot's business, and is not noted down either. */
function concerns(kind: Kind, payload: unknown, bot: Bot): boolean {
  return kind !== 'message' || mayConcern(payload as MessageEvent, bot);
}

function idOf(body: unknown): string | undefined {
  const id = (body as { event_id?: unknown }).event_id;
  return typeof id === 'string' ? id : undefined;
}
