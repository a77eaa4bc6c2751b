/**
 * Calls to Slack's Web API. Slack's own client pauses its whole queue at a 429; here a limited call holds up only those of
 * the same method to the same channel, which would be refused as well, and a call whose outcome is unknown is only
 * repeated once the caller has looked whether it was carried out.
 */
import { WebClient } from '@slack/web-api';
import { CodedError } from '../../errors.ts';
import { failure, type Log } from '../../log.ts';
import { failureOf } from './failures.ts';
import { slackLogger } from './logger.ts';

type Arguments = Record<string, unknown>;
export type Result = Record<string, unknown> & { ok?: boolean };

interface CallOptions {
  /** Asked before a call of unknown outcome is repeated: the result where it was carried out after all, else null. */
  readonly carriedOut?: () => Promise<Result | null>;
  /** Milliseconds that this call is tried for, where that is less than usual. */
  readonly patience?: number;
}

export interface SlackClient {
  /** Throws `SlackRefused` where Slack says no, or CodedError `slack.refused` where it stays unreachable. */
  call(method: string, args: Arguments, options?: CallOptions): Promise<Result>;
}

/** Slack understood the call and refused it; `reason` is Slack's own code. */
export class SlackRefused extends CodedError {
  readonly reason: string;
  constructor(method: string, reason: string, cause: unknown) {
    super('slack.refused', { why: `${method}: ${reason}` }, { cause });
    this.reason = reason;
  }
}

/** Whether a refusal says that the server has no such method: answering goes on without it. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof SlackRefused &&
    /^(?:unknown_method|http_404|http_405|http_501|not_implemented)$/.test(error.reason)
  );
}

/** The channel of a person's direct messages; where it cannot be opened, the person's id, which posting also takes. */
export async function directMessage(client: SlackClient, user: string): Promise<string> {
  try {
    const { channel } = await client.call('conversations.open', { users: user });
    return (channel as { id?: string } | undefined)?.id ?? user;
  } catch (error) {
    if (error instanceof SlackRefused) return user;
    throw error;
  }
}

export interface ClientOptions {
  readonly token: string;
  /** SLACK_API_URL; undefined: Slack's own. The token is sent there and nowhere else. */
  readonly url?: string | undefined;
  readonly log: Log;
  /** Milliseconds one request may take. */
  readonly timeout?: number;
  /** Longest time that a call is tried for, in milliseconds, waits included. */
  readonly patience?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export function createClient(options: ClientOptions): SlackClient {
  const { log, timeout = 10_000, patience = 120_000, sleep = pause } = options;
  const web = new WebClient(options.token, {
    ...(options.url ? { slackApiUrl: options.url } : {}),
    logger: slackLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout,
  });
  const inTurn = createTurns();
  return {
    call(method, args, options = {}) {
      const where = `${method} ${String(args.channel ?? '')}`;
      // Behind a call that waits out a rate limit, others to the same place wait their turn instead of being refused as well.
      return inTurn.waiting(where)
        ? inTurn.run(where, () => attempts(method, args, options))
        : attempts(method, args, options, where);
    },
  };

  async function attempts(
    method: string,
    args: Arguments,
    { carriedOut, patience: own = patience }: CallOptions,
    turn?: string,
  ): Promise<Result> {
    let waited = 0;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return (await web.apiCall(method, args)) as Result;
      } catch (error) {
        const why = failureOf(error);
        if (why.kind === 'refused') throw new SlackRefused(method, why.code, error);
        const wait = why.kind === 'limited' ? Math.max(why.seconds, 0.2) * 1000 : Math.min(250 * 2 ** attempt, 8000);
        log.warn({ method, attempt, kind: why.kind, wait, ...failure(error) }, 'a call to Slack did not get through');
        if (waited + wait > own)
          throw new CodedError('slack.refused', { why: `${method}: unreachable` }, { cause: error });
        if (why.kind === 'limited' && turn !== undefined) {
          const left = { ...(carriedOut ? { carriedOut } : {}), patience: own - waited };
          return inTurn.run(turn, async () => {
            await sleep(wait);
            return attempts(method, args, left);
          });
        }
        await sleep(wait);
        waited += wait;
        if (why.kind === 'unknown' && carriedOut) {
          const done = await carriedOut().catch(() => null);
          if (done) return done;
        }
      }
    }
  }
}

/** Calls to one place one after the other, for as long as one of them waits. */
function createTurns() {
  const tails = new Map<string, Promise<unknown>>();
  return {
    waiting: (where: string) => tails.has(where),
    run<T>(where: string, job: () => Promise<T>): Promise<T> {
      const outcome = (tails.get(where) ?? Promise.resolve()).then(job);
      const tail = outcome
        .catch(() => {})
        .finally(() => {
          if (tails.get(where) === tail) tails.delete(where);
        });
      tails.set(where, tail);
      return outcome;
    },
  };
}
