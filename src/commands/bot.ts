/** `nianbao` alone, `npm start`: the bot, in Slack where the Slack variables are set, else a chat in this terminal. */
import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { type App, openApp } from '../app.ts';
import { createHandlers, type Handlers } from '../chat/handlers.ts';
import { untilSignal } from '../chat/shutdown.ts';
import { createSlackApp } from '../chat/slack/app.ts';
import { chat } from '../chat/terminal/chat.ts';
import { collectDigest } from '../digest/collect.ts';
import { startDaily } from '../digest/daily.ts';
import { watchInbox } from '../inbox.ts';
import { createLogger, type Log } from '../log.ts';
import { composeDigest } from '../message/digest.ts';
import { renderSlack } from '../message/render/slack.ts';
import { renderText } from '../message/render/text.ts';
import { configure, type Output, type Run } from './command.ts';
import { deliveryOf, digestChannel } from './delivery.ts';
import { progressOf } from './progress.ts';

export function botCommand(output: Output): Command {
  const program = new Command();
  return configure(program, output, bot).description(
    '年报: answers questions about government disclosure reports. Without a command: the bot.',
  );
}

async function bot(run: Run): Promise<number> {
  const log = createLogger(run.config.NIANBAO_LOG_LEVEL);
  const app = await openApp(run.config, { progress: progressOf(run) });
  const inbox = watchInbox(app, log);
  try {
    const handlers = handlersOf(app, log);
    return run.config.SLACK_BOT_TOKEN === undefined
      ? await inTerminal(run, handlers)
      : await inSlack(app, handlers, log);
  } finally {
    await inbox.stop();
    await app.close();
  }
}

function handlersOf(app: App, log: Log): Handlers {
  const { config, ask, store, now } = app;
  const language = config.NIANBAO_LANG === undefined ? {} : { language: config.NIANBAO_LANG };
  return createHandlers({
    ...{ ask, store, now, log, ...language },
    digest: async (spoken) => composeDigest(await collectDigest(store, weekBefore(now()), now()), spoken),
    digestPlace:
      digestChannel(app) === null ? null : { time: config.NIANBAO_DIGEST_TIME, zone: config.NIANBAO_TIMEZONE },
  });
}

/** The word `digest` in chat tells of the last seven days. */
function weekBefore(now: string): string {
  return new Date(Date.parse(now) - 7 * 86_400_000).toISOString();
}

function inTerminal(run: Run, handlers: Handlers): Promise<number> {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const language = run.language === undefined ? {} : { language: run.language };
  return chat(handlers, {
    ...{ input: process.stdin, output: process.stdout, interactive, ...language },
    colour: interactive && process.env.NO_COLOR === undefined,
    conversation: `terminal:${randomUUID()}`,
    render: renderText,
  });
}

async function inSlack(app: App, handlers: Handlers, log: Log): Promise<number> {
  const { config, store, now } = app;
  const slack = createSlackApp({ config, handlers, store, log, render: renderSlack, now });
  await slack.start();
  const daily = { time: config.NIANBAO_DIGEST_TIME, zone: config.NIANBAO_TIMEZONE };
  const digests = digestChannel(app) === null ? null : startDaily(deliveryOf(app, log), daily);
  await untilSignal(async () => {
    await Promise.all([slack.stop(), digests?.stop()]);
  }, log);
  return 0;
}
