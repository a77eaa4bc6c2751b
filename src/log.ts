/** Structured logs on standard error: what happened, never what was said. No message text and no secret is logged. */
import { destination, pino } from 'pino';

export type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/** What the rest of the house logs with: fields first, then a fixed sentence. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Fields that could hold a secret or somebody's words, should one ever be logged by mistake. */
const secret = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'text',
  'blocks',
  'response_url',
  'url',
];

/** Logs of `level` and above, one JSON object a line on standard error. */
export function createLogger(level: Level): Log {
  const paths = secret.flatMap((name) => [name, `*.${name}`]);
  return pino({ level, base: null, redact: { paths, censor: '…' } }, destination({ fd: 2, sync: false }));
}

/** Logs nothing: for tests, and for commands that print. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** An error as fields of a log line: its name, code and message, bounded, without anything that it may carry along. */
export function failure(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: String(error).slice(0, 200) };
  const code = (error as { code?: unknown }).code;
  const fields = { error: `${error.name}: ${error.message}`.slice(0, 300) };
  return typeof code === 'string' ? { ...fields, code } : fields;
}
