/**
 * Socket Mode, kept open: a Bolt receiver over Slack's client. A new connection is opened as soon as Slack announces the
 * end of the old one, and again for as long as it takes where one is lost; Slack sends again what was not acknowledged.
 */
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { failure, type Log } from '../../log.ts';
import { SlackRefused } from './client.ts';
import { failureOf } from './failures.ts';
import { slackLogger } from './logger.ts';
import { createPacer } from './pacer.ts';
import { takeIn } from './taking.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly url?: string | undefined;
  readonly log: Log;
  /** Milliseconds that a connection may take to be greeted by Slack. */
  readonly helloTimeout?: number;
  /** How often the first connection is tried before `start` gives up; later ones are tried for ever. */
  readonly firstAttempts?: number;
}

export interface SocketReceiver extends Receiver {
  connected(): boolean;
}

interface Envelope {
  readonly ack: (response?: unknown) => Promise<void>;
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export function createSocketReceiver(options: SocketOptions): SocketReceiver {
  const { log, helloTimeout = 15_000, firstAttempts = 8 } = options;
  const paced = createPacer();
  let app: App | null = null;
  let current: SocketModeClient | null = null;
  let stopping = false;

  /** Opens one connection; it is the current one once Slack has said hello. */
  async function open(): Promise<void> {
    const client = newClient(options);
    client.on('slack_event', (envelope: Envelope) => paced(() => void receive(envelope)));
    client.on('ws_message', (data: unknown) => {
      if (typeof data === 'string' && data.length < 1000 && data.includes('"disconnect"') && client === current)
        replace('announced');
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no hello from Slack')), helloTimeout);
    });
    try {
      await Promise.race([client.start(), late]);
    } catch (error) {
      void client.disconnect();
      throw error ?? new Error('the connection was closed before Slack said hello');
    } finally {
      clearTimeout(timer);
    }
    if (stopping) return void client.disconnect();
    current = client;
    client.on('disconnected', () => {
      if (client === current) replace('lost');
    });
    log.info({}, 'connected to Slack in Socket Mode');
  }

  /** Leaves the current connection to end by itself and opens the next. */
  function replace(why: string): void {
    current = null;
    if (stopping) return;
    log.info({ why }, 'the connection to Slack ends; opening the next');
    void keepTrying(Number.POSITIVE_INFINITY);
  }

  async function keepTrying(attempts: number): Promise<void> {
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        return await open();
      } catch (error) {
        const why = failureOf(error);
        if (attempt >= attempts || (why.kind === 'refused' && attempts < Number.POSITIVE_INFINITY)) {
          throw why.kind === 'refused' ? new SlackRefused('apps.connections.open', why.code, error) : error;
        }
        const wait =
          why.kind === 'limited'
            ? why.seconds * 1000
            : why.kind === 'refused'
              ? 60_000
              : Math.min(200 * 2 ** attempt, 10_000);
        log.warn({ attempt, wait, kind: why.kind, ...failure(error) }, 'no connection to Slack yet');
        await pause(wait);
      }
    }
  }

  async function receive({ ack, body, retry_num: retryNum, retry_reason: retryReason }: Envelope): Promise<void> {
    const event: ReceiverEvent = {
      body,
      ack,
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason ? { retryReason } : {}),
    };
    try {
      await takeIn(app, event);
    } catch (error) {
      // An event that could not be acknowledged comes again over the next connection.
      log.warn(failure(error), 'an envelope was not acknowledged');
    }
  }

  return {
    init(given) {
      app = given;
    },
    start: () => keepTrying(firstAttempts),
    async stop() {
      stopping = true;
      const last = current;
      current = null;
      if (last) await Promise.race([last.disconnect(), pause(1000)]);
    },
    connected: () => current !== null,
  };
}

function newClient({ appToken, url, log }: SocketOptions): SocketModeClient {
  return new SocketModeClient({
    appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    clientOptions: {
      ...(url ? { slackApiUrl: url } : {}),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      timeout: 10_000,
    },
  });
}
