/** What is kept only for so long: a sweep at the start of the bot, and once a day from then on. */
import type { Config } from './config.ts';
import { failure, type Log } from './log.ts';
import type { Store } from './store/store.ts';

const DAY = 86_400_000;

export type Keeping = Pick<Config, 'NIANBAO_KEEP_CONVERSATIONS' | 'NIANBAO_KEEP_LOGS'>;

/** Forgets what is older than the settings allow; `now` is ISO 8601. Gives how much was forgotten. */
export function sweep(
  store: Pick<Store, 'sweep'>,
  { NIANBAO_KEEP_CONVERSATIONS: conversations, NIANBAO_KEEP_LOGS: logs }: Keeping,
  now: string,
): Promise<{ turns: number; logs: number }> {
  const before = (days: number) => new Date(Date.parse(now) - days * DAY).toISOString();
  return store.sweep({ conversations: before(conversations), logs: before(logs) });
}

/** Sweeps now and every day until stopped. What goes wrong is logged, and tried again the next day. */
export function startSweeping(
  store: Pick<Store, 'sweep'>,
  keeping: Keeping,
  now: () => string,
  log: Log,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const round = () => {
    running = sweep(store, keeping, now()).then(
      ({ turns, logs }) => {
        if (turns + logs > 0) log.info({ turns, logs }, 'what is older than it is kept was forgotten');
      },
      (error) => log.warn(failure(error), 'what is old could not be forgotten; trying again tomorrow'),
    );
  };
  round();
  const timer = setInterval(round, DAY);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
