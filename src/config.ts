/** The one reader of the environment: what each variable means, its default and its bounds. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Limits } from './document/document.ts';
import { CodedError } from './errors.ts';

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blank, type.optional());
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** Each description is also what `.env.example` says; a test keeps the two together. */
export const settings = {
  NIANBAO_DATA: z
    .preprocess(blank, z.string().default('data'))
    .describe('Folder of the library: reports/, library.db, inbox/.'),
  NIANBAO_LANG: optional(z.enum(['zh', 'en'])).describe('Language of answers; empty: the language of each question.'),
  NIANBAO_TIMEZONE: z
    .preprocess(blank, z.string().default('Asia/Shanghai'))
    .describe('Zone of dates and digests (IANA name).'),
  NIANBAO_LOG_LEVEL: z
    .preprocess(blank, z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'))
    .describe('Least severe log line that is written to standard error.'),
  NIANBAO_MAX_BYTES: z
    .preprocess(
      blank,
      z.coerce
        .number()
        .int()
        .min(1024)
        .default(50 * 1024 * 1024),
    )
    .describe('Largest file that is read, in bytes.'),
  NIANBAO_MAX_MS: z
    .preprocess(blank, z.coerce.number().int().min(100).default(20_000))
    .describe('Longest time that one file may take to read, in milliseconds.'),
  NIANBAO_OCR: optional(z.string()).describe(
    'Tesseract (name or path; with chi_sim and eng): reads pictures and scanned PDFs; empty: they are refused. Such files need more NIANBAO_MAX_MS.',
  ),
  NIANBAO_DIGEST_CHANNEL: optional(z.string()).describe('Slack channel (id) of the daily digest; empty: no digest.'),
  NIANBAO_DIGEST_TIME: z
    .preprocess(blank, time.default('09:00'))
    .describe('Time of day of the digest, HH:MM, in NIANBAO_TIMEZONE.'),
  NIANBAO_KEEP_CONVERSATIONS: z
    .preprocess(blank, z.coerce.number().int().min(1).max(36_500).default(30))
    .describe('Days that conversations are kept; after a day a question no longer refers back to them anyway.'),
  NIANBAO_KEEP_LOGS: z
    .preprocess(blank, z.coerce.number().int().min(1).max(36_500).default(365))
    .describe('Days that the log of changed settings and of sent digests is kept in the library.'),
  NIANBAO_ADMINS: optional(
    z.string().regex(/^[\s,]*[UW][A-Z0-9]+(?:[\s,]+[UW][A-Z0-9]+)*[\s,]*$/, 'U… or W…, separated by commas'),
  ).describe('Slack user ids of the admins, separated by commas: they change the rules of the house in chat.'),
  NIANBAO_HEALTH_PORT: optional(z.coerce.number().int().min(0).max(65535)).describe(
    'Port of /healthz and /metrics in Socket Mode, on HOST; empty: none. In HTTP mode they are on PORT.',
  ),
  SLACK_BOT_TOKEN: optional(z.string()).describe(
    'Bot token (xoxb-…). With it, nianbao starts in Slack instead of the terminal.',
  ),
  SLACK_APP_TOKEN: optional(z.string()).describe('App-level token (xapp-…) with connections:write, for Socket Mode.'),
  SLACK_SIGNING_SECRET: optional(z.string()).describe('Signing secret of the app, for HTTP mode.'),
  SLACK_API_URL: optional(z.url()).describe("Base URL of the Slack Web API; empty: Slack's own."),
  NIANBAO_SLACK_MODE: optional(z.enum(['socket', 'http'])).describe(
    'How Slack reaches the bot; empty: socket where SLACK_APP_TOKEN is set, else http.',
  ),
  HOST: z.preprocess(blank, z.string().default('0.0.0.0')).describe('Address to listen on in HTTP mode.'),
  PORT: z
    .preprocess(blank, z.coerce.number().int().min(0).max(65535).default(3000))
    .describe('Port to listen on in HTTP mode; events arrive at /slack/events.'),
} as const;

const Config = z.object(settings);
export type Config = z.infer<typeof Config>;

/** Reads the settings; throws `config.invalid` that names the first bad one (never its value: it may be a secret). */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const result = Config.safeParse(environment);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new CodedError('config.invalid', { what: issue?.path.join('.') ?? '?', why: issue?.message ?? '?' });
}

/** Takes over the settings of a file `.env` in the current directory, if there is one; what is set already wins. */
export function loadSettings(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** The bounds of reading that are settings. */
export function limitsOf(config: Config): Partial<Limits> {
  const { NIANBAO_OCR: ocr = null } = config;
  return { bytes: config.NIANBAO_MAX_BYTES, milliseconds: config.NIANBAO_MAX_MS, ocr };
}
