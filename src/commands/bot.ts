/** `nianbao` alone, `npm start`: the bot, in Slack where the Slack variables are set, else a chat in this terminal. */
import { randomUUID } from 'node:crypto';
import { type App, openApp } from '../app.ts';
import type { Desk } from '../chat/desk.ts';
import { createHandlers, type Handlers } from '../chat/handlers.ts';
import { createHouse } from '../chat/house.ts';
import { untilSignal } from '../chat/shutdown.ts';
import { checkToken, createSlackApp } from '../chat/slack/app.ts';
import { chat } from '../chat/terminal/chat.ts';
import { collectDigest } from '../digest/collect.ts';
import { startDaily } from '../digest/daily.ts';
import { createSubscriptions, MOST } from '../digest/subscriptions.ts';
import { readWish } from '../digest/wish.ts';
import { watchInbox } from '../inbox.ts';
import { createLogger, type Log } from '../log.ts';
import { composeDigest } from '../message/digest.ts';
import { renderSlack } from '../message/render/slack.ts';
import { renderText } from '../message/render/text.ts';
import { startSweeping } from '../retention.ts';
import type { Run } from './command.ts';
import { adminsOf, digestChannel, refusalTeller, standingOf } from './delivery.ts';
import { createFileDesk } from './dropped.ts';
import { progressOf } from './progress.ts';

export async function bot(run: Run): Promise<number> {
  const log = createLogger(run.config.NIANBAO_LOG_LEVEL);
  const toSlack = run.config.SLACK_BOT_TOKEN !== undefined;
  if (toSlack) await checkToken(run.config, log);
  // A log of JSON lines takes no bar.
  const progress = toSlack ? loggedProgress(log) : progressOf(run);
  const app = await openApp(run.config, { progress, filesWithin: toSlack });
  const inbox = watchInbox(app, log);
  const sweeping = startSweeping(app.store, app.config, app.now, log);
  try {
    return toSlack ? await inSlack(app, log) : await inTerminal(run, app, log);
  } finally {
    await Promise.all([inbox.stop(), sweeping.stop()]);
    await app.close();
  }
}

/** The first reading of a library, as lines of the log: about ten of them. */
function loggedProgress(log: Log): (done: number, total: number) => void {
  return (done, total) => {
    if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total))
      log.info({ done, total }, 'reading the reports of the library');
  };
}

function handlersOf(app: App, log: Log, desk?: Desk): Handlers {
  const { config, ask, store, now } = app;
  const language = config.NIANBAO_LANG === undefined ? {} : { language: config.NIANBAO_LANG };
  return createHandlers({
    ...{ ask, store, now, log, ...language, ...(desk ? { desk } : {}) },
    digest: async (spoken) => composeDigest(await collectDigest(store, weekBefore(now()), now()), spoken),
    digestPlace:
      digestChannel(app) === null ? null : { time: config.NIANBAO_DIGEST_TIME, zone: config.NIANBAO_TIMEZONE },
  });
}

/** The word `digest` in chat tells of the last seven days. */
function weekBefore(now: string): string {
  return new Date(Date.parse(now) - 7 * 86_400_000).toISOString();
}

function inTerminal(run: Run, app: App, log: Log): Promise<number> {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const language = run.language === undefined ? {} : { language: run.language };
  return chat(handlersOf(app, log), {
    ...{ input: process.stdin, output: process.stdout, interactive, ...language },
    colour: interactive && process.env.NO_COLOR === undefined,
    conversation: `terminal:${randomUUID()}`,
    render: renderText,
  });
}

async function inSlack(app: App, log: Log): Promise<number> {
  const { config, store, now } = app;
  const desk = deskOf(app);
  const { house } = desk;
  const files = createFileDesk(app);
  const handlers = handlersOf(app, log, desk);
  const slack = createSlackApp({
    config,
    handlers,
    house,
    files,
    store,
    log,
    render: renderSlack,
    now,
    keepWarm: true,
  });
  try {
    await Promise.all([slack.start(), files.warm()]);
  } catch (error) {
    await files.close();
    throw error;
  }
  const tellRefusal = refusalTeller(app, desk, log);
  const digests = startDaily(() => standingOf(app, log, tellRefusal), log);
  await untilSignal(async () => {
    await Promise.all([slack.stop(), digests.stop()]);
    await files.close();
  }, log);
  return 0;
}

function deskOf({ config, store, lexicon, now }: App): Desk {
  const usual = { time: config.NIANBAO_DIGEST_TIME, zone: config.NIANBAO_TIMEZONE };
  return {
    ...{ store, now, most: MOST },
    house: createHouse({ store, admins: adminsOf(config), now }),
    subscriptions: createSubscriptions(store, now),
    readWish: (text, before) => readWish(text, lexicon, usual, before),
  };
}
