/** How this process delivers digests: into a Slack channel, or where none is set up, remembered as printed. */
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { createDigestPost } from '../chat/slack/digest-post.ts';
import { PRINTED } from '../digest/by-hand.ts';
import type { Delivery } from '../digest/deliver.ts';
import type { Log } from '../log.ts';
import { composeDigest } from '../message/digest.ts';
import { renderSlack } from '../message/render/slack.ts';

/** Null where no channel or no token is set: then a digest is printed only. */
export function digestChannel({ config }: App): string | null {
  return config.SLACK_BOT_TOKEN && config.NIANBAO_DIGEST_CHANNEL ? config.NIANBAO_DIGEST_CHANNEL : null;
}

/** The delivery to the channel of the settings, or to `PRINTED`, which posts nothing. */
export function deliveryOf(app: App, log: Log): Delivery {
  const { config, store, now } = app;
  const channel = digestChannel(app);
  const common = {
    ...{ store, now, log },
    owner: `${process.pid}-${randomUUID()}`,
    compose: (digest: Parameters<Delivery['compose']>[0]) => composeDigest(digest, config.NIANBAO_LANG ?? 'zh'),
  };
  if (channel === null || config.SLACK_BOT_TOKEN === undefined) {
    return { ...common, channel: PRINTED, post: async () => PRINTED, findPosted: async () => null };
  }
  const url = config.SLACK_API_URL;
  const slack = createDigestPost({ token: config.SLACK_BOT_TOKEN, url, channel, render: renderSlack, log });
  return { ...common, channel, post: slack.post, findPosted: slack.findPosted };
}
