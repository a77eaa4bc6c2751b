/** The bot in Slack: signs in, listens in one of the two modes, and stops without losing what it has begun. */
import { App } from '@slack/bolt';
import type { Config } from '../../config.ts';
import { CodedError } from '../../errors.ts';
import { failure, type Log } from '../../log.ts';
import type { Message } from '../../message/message.ts';
import type { Store } from '../../store/store.ts';
import type { Handlers } from '../handlers.ts';
import type { House } from '../house.ts';
import type { FileDesk } from '../inspection.ts';
import type { Bot, Identity } from './bot.ts';
import { createClient, isMissing, type Result, type SlackClient, SlackRefused } from './client.ts';
import { startHealth } from './health.ts';
import { createHttpReceiver } from './http.ts';
import { createJournal } from './journal.ts';
import { createLanes } from './lanes.ts';
import { finish, listen } from './listeners.ts';
import { slackLogger } from './logger.ts';
import { createMemory } from './memory.ts';
import { createMetrics } from './metrics.ts';
import type { Rendered } from './post.ts';
import { remedies } from './remedies.ts';
import { createSocketReceiver } from './socket.ts';
import { elsewhere, keepWarming, warmUp } from './warm.ts';

export interface SlackOptions {
  readonly config: Config;
  readonly handlers: Handlers;
  readonly house: House;
  readonly files?: FileDesk;
  readonly store: Store;
  readonly log: Log;
  readonly render: (message: Message) => readonly Rendered[];
  /** ISO 8601 with offset. */
  readonly now: () => string;
  /** Milliseconds between two looks for what processes that are gone left unfinished. */
  readonly takeOver?: number;
  /** Whether it goes on warming up while nobody asks. */
  readonly keepWarm?: boolean;
}

export interface SlackApp {
  /** Signs in and listens. Throws `slack.refused` where Slack refuses the tokens, `config.invalid` where one is missing. */
  start(): Promise<void>;
  /** Takes no more work, waits up to 25 s for what is under way. */
  stop(): Promise<void>;
  /** The port listened on in HTTP mode. */
  port(): number | null;
  /** The port of /healthz and /metrics; null where there is none. */
  healthPort(): number | null;
}

/** Requests that it sends to itself before it is ready, in HTTP mode. */
const REQUESTS = 60;
/** How often work of processes that are gone is looked for, and what is old is forgotten, in milliseconds. */
const TAKE_OVER = 20_000;
const TIDY = 6 * 3600_000;
/** Work younger than this may still be under way in a process that cannot be seen from here, in milliseconds. */
const UNDER_WAY = 10_000;
/** Longest wait at the end for answers under way: under the 30 s that container runtimes give. */
const DRAIN = 25_000;

/** Socket Mode or HTTP, as NIANBAO_SLACK_MODE says; where it is silent, what the tokens allow. */
export function modeOf(config: Config): 'socket' | 'http' {
  return config.NIANBAO_SLACK_MODE ?? (config.SLACK_APP_TOKEN ? 'socket' : 'http');
}

export function createSlackApp(options: SlackOptions): SlackApp {
  const { config, store, log } = options;
  const token = required(config, 'SLACK_BOT_TOKEN');
  const mode = modeOf(config);
  const lanes = createLanes();
  const connected = () => (socket ? socket.connected() : http?.address() != null);
  const metrics = createMetrics({ store, underWay: () => lanes.count(), connected });
  const health = {
    health: () => ({ status: connected() ? 'ok' : 'disconnected', mode, underWay: lanes.count() }),
    metrics: () => metrics.text(),
  };
  const timers: NodeJS.Timeout[] = [];
  let stopped = false;
  let own: Awaited<ReturnType<typeof startHealth>> | null = null;
  const socket =
    mode === 'socket'
      ? createSocketReceiver({ appToken: secretOf(config, 'SLACK_APP_TOKEN'), url: config.SLACK_API_URL, log })
      : null;
  const http =
    mode === 'http'
      ? createHttpReceiver({
          signingSecret: secretOf(config, 'SLACK_SIGNING_SECRET'),
          host: config.HOST,
          port: config.PORT,
          log,
          health,
        })
      : null;
  const receiver = (socket ?? http) as NonNullable<typeof socket | typeof http>;
  return {
    async start() {
      const client = createClient({ token, url: config.SLACK_API_URL, log });
      const identity = await signIn(client);
      const app = new App({
        receiver,
        authorize: async () => ({
          botToken: token,
          botUserId: identity.user,
          ...(identity.botId ? { botId: identity.botId } : {}),
        }),
        convoStore: false,
        logger: slackLogger(log),
        clientOptions: { ...(config.SLACK_API_URL ? { slackApiUrl: config.SLACK_API_URL } : {}) },
      });
      const memory = createMemory(store, options.now);
      const access = { token, api: config.SLACK_API_URL, limit: config.NIANBAO_MAX_BYTES };
      const bot: Bot = {
        ...options,
        identity,
        memory,
        client,
        lanes,
        access,
        metrics,
        journal: createJournal(store, options.now),
      };
      listen(app, bot);
      await warmUp(app, bot);
      await app.start();
      await http?.warm(elsewhere('warm-up'), REQUESTS);
      await lanes.drain(1000);
      metrics.ready();
      if (socket && config.NIANBAO_HEALTH_PORT !== undefined)
        own = await startHealth(health, { host: config.HOST, port: config.NIANBAO_HEALTH_PORT }, log);
      log.info({ mode, bot: identity.name }, 'the bot is in Slack');
      const takeOver = (olderThan = 0) =>
        finish(bot, olderThan).catch((error) =>
          log.error(failure(error), 'what was left unfinished could not be read'),
        );
      const tidy = () =>
        memory.tidy().catch((error) => log.error(failure(error), 'what is old could not be forgotten'));
      await takeOver();
      await tidy();
      if (options.keepWarm) void keepWarming(app, bot, () => stopped);
      timers.push(
        setInterval(() => takeOver(UNDER_WAY), options.takeOver ?? TAKE_OVER),
        setInterval(tidy, TIDY),
      );
      for (const timer of timers) timer.unref();
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await receiver.stop();
      await own?.stop();
      metrics.stop();
      if (!(await lanes.drain(DRAIN))) log.warn({ underWay: lanes.count() }, 'stopped before everything was finished');
    },
    port: () => http?.address()?.port ?? null,
    healthPort: () => own?.port ?? http?.address()?.port ?? null,
  };
}

/** Asks Slack whether the bot's token is good, before anything long is done. Throws `slack.refused` where it is not, with what to change. */
export async function checkToken(config: Config, log: Log): Promise<void> {
  const client = createClient({ token: required(config, 'SLACK_BOT_TOKEN'), url: config.SLACK_API_URL, log });
  secretOf(config, modeOf(config) === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET');
  await signIn(client, 3_000).catch((error) => {
    if (error instanceof SlackRefused) throw error;
    log.warn(failure(error), 'Slack cannot be reached yet');
  });
}

/** Who the bot is: `auth.test` checks the token on the way. */
async function signIn(client: SlackClient, patience?: number): Promise<Identity> {
  const who = await client.call('auth.test', {}, patience === undefined ? {} : { patience }).catch((error): Result => {
    // A server without it is spoken to all the same: mentions arrive as `app_mention`.
    if (isMissing(error)) return {};
    const remedy = error instanceof SlackRefused ? remedies[error.reason]?.en : undefined;
    throw remedy === undefined
      ? error
      : new SlackRefused('auth.test', `${(error as SlackRefused).reason} (${remedy})`, error);
  });
  return {
    user: String(who.user_id ?? ''),
    botId: typeof who.bot_id === 'string' ? who.bot_id : null,
    name: typeof who.user === 'string' ? who.user : 'nianbao',
    team: typeof who.team_id === 'string' ? who.team_id : null,
  };
}

/** A beginner most likely forgot the token of Socket Mode: both ways are named. */
function secretOf(config: Config, name: 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET'): string {
  if (config.SLACK_APP_TOKEN || config.SLACK_SIGNING_SECRET || config.NIANBAO_SLACK_MODE) return required(config, name);
  const what = 'SLACK_APP_TOKEN';
  throw new CodedError('config.invalid', {
    what,
    why: 'missing: docs/slack.md, step 2 (or SLACK_SIGNING_SECRET for HTTP, step 5)',
  });
}

function required(config: Config, name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET'): string {
  const value = config[name];
  if (value === undefined) throw new CodedError('config.invalid', { what: name, why: 'missing (docs/slack.md)' });
  return value;
}
