/** `nianbao digest`: what was ingested since the last digest, posted where Slack is set up, and printed. */
import { runDigest, together } from '../digest/by-hand.ts';
import type { Delivery } from '../digest/deliver.ts';
import type { DigestResult } from '../digest/digest.ts';
import { createSubscriptions } from '../digest/subscriptions.ts';
import { createLogger } from '../log.ts';
import { renderSlack } from '../message/render/slack.ts';
import { command, type Output, type Run } from './command.ts';
import { deliveryFor, deliveryOf, digestChannel } from './delivery.ts';
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
    const log = createLogger(run.config.NIANBAO_LOG_LEVEL);
    const zone = run.config.NIANBAO_TIMEZONE;
    const one = (delivery: Delivery, channel: string | null) =>
      runDigest({ ...options, zone, channel, render: renderSlack }, delivery);
    const results = [await one(deliveryOf(app, log, run.language), digestChannel(app))];
    for (const each of await createSubscriptions(app.store, app.now).list()) {
      if (!each.paused) results.push(await one(deliveryFor(app, each, log), each.channel));
    }
    const result = together(results);
    if (run.json) run.printJson(result);
    else for (const line of linesOf(result, run.language ?? 'zh')) run.print(line);
    return 0;
  });
}

function linesOf({ reports, messages, busy = [] }: DigestResult, language: 'zh' | 'en'): string[] {
  const zh = language === 'zh';
  const sending = busy.map((channel) =>
    zh ? `另一个进程正在发布 ${channel} 的摘要。` : `Another process is posting the digest of ${channel}.`,
  );
  if (sending.length === 0 && reports.length === 0)
    return [zh ? '没有新报告，不发布。' : 'Nothing new, nothing posted.'];
  return [...messages.map(({ text }) => text), ...sending];
}
