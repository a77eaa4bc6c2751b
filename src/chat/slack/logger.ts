/**
 * Bolt's and the WebClient's own logger, handed on to ours. Their debug lines hold whole payloads (people's words), so
 * they end here whatever the level; of the others only the sentence is kept, bounded.
 */
import type { Logger } from '@slack/web-api';
import { failure, type Log } from '../../log.ts';

export function slackLogger(log: Log): Logger {
  const line = (values: unknown[]) => ({
    from: 'slack',
    ...failure(values.find((value) => value instanceof Error) ?? values.join(' ')),
  });
  return {
    debug() {},
    info() {},
    warn: (...values) => log.warn(line(values), 'a note of the Slack library'),
    error: (...values) => log.error(line(values), 'an error of the Slack library'),
    setLevel() {},
    getLevel: () => 'info' as ReturnType<Logger['getLevel']>,
    setName() {},
  };
}
