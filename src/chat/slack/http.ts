/**
 * HTTP mode: a server that takes in what Slack signed, and nothing else. Everything from Slack arrives at /slack/events;
 * /healthz says that the bot is up. Whatever arrives is answered with a status, and never ends the bot.
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, HTTPModuleFunctions, isValidSlackRequest, type Receiver } from '@slack/bolt';
import { failure, type Log } from '../../log.ts';
import { answerHealth, type Health, notListening } from './health.ts';
import { createPacer } from './pacer.ts';
import { takeIn } from './taking.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly log: Log;
  readonly health: Health;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface HttpReceiver extends Receiver {
  /** The address listened on, once started. */
  address(): { host: string; port: number } | null;
  /** Sends this payload to itself so many times, signed: what the first requests would compile is compiled. Never rejects. */
  warm(payload: object, times: number): Promise<void>;
}

/** Most bytes of a request. */
const LIMIT = 1024 * 1024;
/** How far a request's time may be from now, to either side, in seconds (Slack's rule against replays). */
const AWAY = 300;
const FORM = 'application/x-www-form-urlencoded';

export function createHttpReceiver(options: HttpOptions): HttpReceiver {
  const { host, port, log, health, signingSecret, clock = Date.now } = options;
  const paced = createPacer();
  let app: App | null = null;
  let server: Server | null = null;
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0];
    if (answerHealth(request, response, health, log)) return;
    if (request.method !== 'POST' || path !== '/slack/events') return json(response, 404, { error: 'not found' });
    paced(() => {
      receive(request, response, app, options).catch((error) => {
        log.error(failure(error), 'a request could not be handled');
        if (!response.headersSent) json(response, 500, { error: 'internal' });
      });
    });
  };
  return {
    init(given: App) {
      app = given;
    },
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
        server.once('error', (error) => reject(notListening(error, 'PORT', port)));
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
    async warm(payload, times) {
      const to = /^(?:0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host;
      const body = JSON.stringify(payload);
      const { port: listening } = (server?.address() ?? { port }) as AddressInfo;
      for (let sent = 0; sent < times; sent += 1) {
        const time = String(Math.floor(clock() / 1000));
        const hash = createHmac('sha256', signingSecret).update(`v0:${time}:${body}`).digest('hex');
        const headers = {
          ...{ 'content-type': 'application/json', 'x-slack-signature': `v0=${hash}` },
          'x-slack-request-timestamp': time,
        };
        const signal = AbortSignal.timeout(1000);
        const done = await fetch(`http://${to}:${listening}/slack/events`, { method: 'POST', headers, body, signal })
          .then((response) => response.text().then(() => response.ok))
          .catch(() => false);
        if (!done) return;
      }
    },
    address: () => {
      const found = server?.address() as AddressInfo | null | undefined;
      return found ? { host: found.address, port: found.port } : null;
    },
  };
}

/** One request to /slack/events: read, checked, understood, then handed to the app and acknowledged. */
async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  app: App | null,
  { signingSecret, log, clock = Date.now }: HttpOptions,
): Promise<void> {
  // Bolt knows the form's media type only without a charset, which some senders add.
  if (request.headers['content-type']?.startsWith(FORM)) request.headers['content-type'] = FORM;
  let read: Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;
  try {
    read = await HTTPModuleFunctions.bufferIncomingMessage(request, LIMIT);
  } catch (error) {
    const large = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
    return json(response, large ? 413 : 400, { error: large ? 'too large' : 'not read' });
  }
  const text = read.rawBody.toString();
  // Slack looks whether the certificate is good: unsigned, and nothing is done with it.
  if (request.headers['content-type'] === FORM && new URLSearchParams(text).get('ssl_check') === '1')
    return json(response, 200, { ok: true });
  if (!signed(request, text, signingSecret, clock())) {
    log.warn({}, 'a request that Slack did not sign, or not now, was refused');
    return json(response, 401, { error: 'not signed' });
  }
  const body = bodyOf(read);
  if (body === null) return json(response, 400, { error: 'malformed' });
  if (body.type === 'url_verification') return json(response, 200, { challenge: body.challenge });
  const retry = Number(request.headers['x-slack-retry-num']);
  const reason = request.headers['x-slack-retry-reason'];
  await takeIn(app, {
    body,
    ack: async (content) => {
      if (typeof content === 'object') json(response, 200, content);
      else response.writeHead(200).end(content ?? '');
    },
    ...(Number.isInteger(retry) ? { retryNum: retry } : {}),
    ...(typeof reason === 'string' ? { retryReason: reason } : {}),
  });
}

/** Whether the signature is Slack's and the time is now: a request that was kept, or made ahead, is none of Slack's. */
function signed({ headers }: IncomingMessage, body: string, signingSecret: string, now: number): boolean {
  const signature = headers['x-slack-signature'];
  const time = headers['x-slack-request-timestamp'];
  if (typeof signature !== 'string' || typeof time !== 'string' || !/^\d{1,12}$/.test(time)) return false;
  const seconds = Number(time);
  if (Math.abs(now / 1000 - seconds) > AWAY) return false;
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
  });
}

/** What was sent, as an object; null where it is anything else. */
function bodyOf(read: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): Record<string, unknown> | null {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(read);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null;
  } catch {
    return null;
  }
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(value)}\n`);
}
