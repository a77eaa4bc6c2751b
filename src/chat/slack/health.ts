/** `GET /healthz` and `GET /metrics`, on the bot's own port in HTTP mode, on one of their own in Socket Mode. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '../../errors.ts';
import { failure, type Log } from '../../log.ts';

export interface Health {
  /** `status` is "ok" while the bot can be spoken to. */
  health(): { readonly status: string };
  metrics(): Promise<string>;
}

/** Answers one of the two; false where the request is for something else. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  { health, metrics }: Health,
  log: Log,
): boolean {
  const path = (request.url ?? '/').split('?')[0];
  if (request.method !== 'GET') return false;
  if (path === '/healthz') {
    const now = health();
    reply(response, now.status === 'ok' ? 200 : 503, 'application/json; charset=utf-8', `${JSON.stringify(now)}\n`);
    return true;
  }
  if (path !== '/metrics') return false;
  metrics()
    .then((text) => reply(response, 200, 'text/plain; version=0.0.4; charset=utf-8', text))
    .catch((error) => {
      log.error(failure(error), 'the metrics could not be read');
      reply(response, 500, 'text/plain; charset=utf-8', 'internal\n');
    });
  return true;
}

/** A server for the two alone. Rejects where the port is taken. */
export function startHealth(
  health: Health,
  { host, port }: { host: string; port: number },
  log: Log,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (!answerHealth(request, response, health, log)) reply(response, 404, 'text/plain; charset=utf-8', 'not found\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(notListening(error, 'NIANBAO_HEALTH_PORT', port)));
    server.listen({ host, port }, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** Why nothing can be listened to, as the setting that is to be changed. */
export function notListening(error: Error, what: string, port: number): Error {
  const why = { EADDRINUSE: 'is taken', EACCES: 'may not be listened on' }[
    String((error as NodeJS.ErrnoException).code)
  ];
  return why === undefined
    ? error
    : new CodedError('config.invalid', { what, why: `${port} ${why}` }, { cause: error });
}

function reply(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}
