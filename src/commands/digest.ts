/** `nianbao digest`: what was ingested since the last digest, posted where Slack is set up, and printed. */
import { runDigest } from '../digest/by-hand.ts';
import { createLogger } from '../log.ts';
import { renderSlack } from '../message/render/slack.ts';
import { command, type Output, type Run } from './command.ts';
import { deliveryOf, digestChannel } from './delivery.ts';
import { withApp } from './open.ts';

interface Options {
  readonly since?: string;
  readonly until?: string;
  readonly dryRun?: boolean;
}

export const digestCommand = (output: Output) =>
  command<Options>(
    'digest',
    'what was ingested since the last digest; posts it where Slack is set up',
    output,
    digest,
    (made) => {
      made.option('--since <time>', 'from this day or time on (ISO 8601)');
      made.option('--until <time>', 'up to this day or time');
      made.option('--dry-run', 'post nothing, remember nothing');
    },
  );

async function digest(run: Run, _: readonly string[], options: Options): Promise<number> {
  return withApp(run, async (app) => {
    const delivery = deliveryOf(app, createLogger(run.config.NIANBAO_LOG_LEVEL));
    const request = { ...options, zone: run.config.NIANBAO_TIMEZONE, channel: digestChannel(app), render: renderSlack };
    const result = await runDigest(request, delivery);
    if (run.json) run.printJson(result);
    else if (result.reports.length === 0)
      run.print((run.language ?? 'zh') === 'zh' ? '没有新报告，不发布。' : 'Nothing new, nothing posted.');
    else for (const message of result.messages) run.print(message.text);
    return 0;
  });
}
