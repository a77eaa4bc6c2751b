/**
 * HTTP mode: a server around Bolt's HTTP receiver, which checks each signature and timestamp (401 where they are wrong)
 * and answers `url_verification`. Everything from Slack arrives at /slack/events; /healthz says that the bot is up.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { failure, type Log } from '../../log.ts';
import { answerHealth, type Health } from './health.ts';
import { slackLogger } from './logger.ts';
import { createPacer } from './pacer.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly log: Log;
  readonly health: Health;
}

export interface HttpReceiver extends Receiver {
  /** The address listened on, once started. */
  address(): { host: string; port: number } | null;
}

export function createHttpReceiver({ signingSecret, host, port, log, health }: HttpOptions): HttpReceiver {
  const inner = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    logger: slackLogger(log),
    bodyLimit: 1024 * 1024,
  });
  const paced = createPacer();
  let server: Server | null = null;
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0];
    if (answerHealth(request, response, health, log)) return;
    if (request.method !== 'POST' || path !== '/slack/events') return json(response, 404, { error: 'not found' });
    // Bolt knows the form's media type only without a charset, which some senders add.
    const type = request.headers['content-type'];
    if (type?.startsWith('application/x-www-form-urlencoded'))
      request.headers['content-type'] = 'application/x-www-form-urlencoded';
    paced(() => inner.requestListener(request, response));
  };
  return {
    init: (app: App) => inner.init(app),
    start: () =>
      new Promise<void>((resolve, reject) => {
        server = createServer((request, response) => {
          try {
            handle(request, response);
          } catch (error) {
            log.error(failure(error), 'a request could not be handled');
            if (!response.headersSent) json(response, 500, { error: 'internal' });
          }
        });
        server.once('error', reject);
        server.listen({ host, port }, () => {
          log.info({ ...(server?.address() as AddressInfo) }, 'listening for Slack in HTTP mode');
          resolve();
        });
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        if (!server) return resolve();
        server.close(() => resolve());
        server.closeIdleConnections();
        // Requests are acknowledged at once: what is still open after this is a client that holds its connection.
        setTimeout(() => server?.closeAllConnections(), 1000).unref();
      }),
    address: () => {
      const found = server?.address() as AddressInfo | null | undefined;
      return found ? { host: found.address, port: found.port } : null;
    },
  };
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(value)}\n`);
}
