/** Ends a long-running surface cleanly: the first SIGTERM or SIGINT stops and drains it, the second ends at once. */
import { failure, type Log } from '../log.ts';

/** How long the process may outlive its work, in milliseconds. */
const LINGER = 3000;

/** Resolves when `stop` has finished after a signal. The process itself is ended by the caller. */
export function untilSignal(
  stop: () => Promise<void>,
  log: Log,
  process: NodeJS.EventEmitter = globalThis.process,
): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false;
    const end = (signal: string) => {
      if (stopping) globalThis.process.exit(130);
      stopping = true;
      log.info({ signal }, 'stopping: no new work, finishing what is under way');
      stop()
        .catch((error) => log.error(failure(error), 'stopping failed'))
        .finally(() => {
          // A peer that never closes its connection must not keep the process: what matters is finished.
          setTimeout(() => globalThis.process.exit(), LINGER).unref();
          resolve();
        });
    };
    process.on('SIGTERM', () => end('SIGTERM'));
    process.on('SIGINT', () => end('SIGINT'));
  });
}
