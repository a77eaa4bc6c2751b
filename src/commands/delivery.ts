/** How this process delivers digests: into a Slack channel, or where none is set up, remembered as printed. */
import type { App } from '../app.ts';
import { type Desk, subscriptionText } from '../chat/desk.ts';
import { say, sentence } from '../chat/phrases.ts';
import { createDigestPost } from '../chat/slack/digest-post.ts';
import { PRINTED } from '../digest/by-hand.ts';
import type { Standing } from '../digest/daily.ts';
import type { Delivery } from '../digest/deliver.ts';
import type { Subscription } from '../digest/digest.ts';
import { chainOf, createSubscriptions } from '../digest/subscriptions.ts';
import type { Log } from '../log.ts';
import { composeDigest } from '../message/digest.ts';
import { renderSlack } from '../message/render/slack.ts';
import { hasEnded, ownerName } from '../owner.ts';

/** Null where no channel or no token is set: then a digest is printed only. */
export function digestChannel({ config }: App): string | null {
  return config.SLACK_BOT_TOKEN && config.NIANBAO_DIGEST_CHANNEL ? config.NIANBAO_DIGEST_CHANNEL : null;
}

/** The delivery to the channel of the settings, or to `PRINTED`, which posts nothing. */
export function deliveryOf(app: App, log: Log): Delivery {
  const channel = digestChannel(app);
  if (channel === null) return { ...common(app, log, app.config.NIANBAO_LANG ?? 'zh'), channel: PRINTED, ...silent };
  return { ...common(app, log, app.config.NIANBAO_LANG ?? 'zh'), channel, ...postingTo(app, channel, log) };
}

/** The delivery of a subscription: a chain of its own, into the channel or to the person that it belongs to. */
export function deliveryFor(app: App, subscription: Subscription, log: Log): Delivery {
  const { channel, scope, language } = subscription;
  const posting = app.config.SLACK_BOT_TOKEN === undefined ? silent : postingTo(app, channel, log);
  return { ...common(app, log, language), channel: chainOf(subscription), scope, ...posting };
}

/** Every chain of digests that is to be delivered, as people have set them up by now. */
export async function standingOf(app: App, log: Log, refused: Refused = async () => {}): Promise<Standing[]> {
  const { NIANBAO_DIGEST_TIME: time, NIANBAO_TIMEZONE: zone } = app.config;
  const all = await createSubscriptions(app.store, app.now).list();
  const subscribed = all
    .filter(({ paused }) => !paused)
    .map((each): Standing => {
      const delivery = { ...deliveryFor(app, each, log), refused: (error: unknown) => refused(each, error) };
      return { delivery, daily: { time: each.time, zone: each.zone, days: each.days } };
    });
  if (digestChannel(app) === null) return subscribed;
  return [{ delivery: deliveryOf(app, log), daily: { time, zone } }, ...subscribed];
}

export type Refused = (subscription: Subscription, error: unknown) => Promise<void>;

const silent = { post: async () => PRINTED, findPosted: async () => null };

function common({ store, now }: App, log: Log, language: 'zh' | 'en') {
  const compose = (digest: Parameters<Delivery['compose']>[0]) => composeDigest(digest, language);
  return { store, now, log, owner: ownerName(), gone: hasEnded, compose };
}

function postingTo({ config }: App, channel: string, log: Log): Pick<Delivery, 'post' | 'findPosted'> {
  const { SLACK_BOT_TOKEN: token = '', SLACK_API_URL: url } = config;
  return createDigestPost({ token, url, channel, render: renderSlack, log });
}

/** Slack's codes for a channel that takes no message any more. */
const closed =
  /^(?:is_archived|channel_not_found|not_in_channel|restricted_action|user_not_found|cannot_dm_bot|account_inactive)$/;

/** Pauses a subscription whose channel is archived or left, and tells who made it. Any other failure is tried again. */
export function refusalTeller(app: App, { subscriptions }: Pick<Desk, 'subscriptions'>, log: Log): Refused {
  return async (subscription, error) => {
    const { reason } = error as { reason?: unknown };
    if (typeof reason !== 'string' || !closed.test(reason)) return;
    const { number, channel, by, language } = subscription;
    await subscriptions.change(number, channel, 'digest', { paused: true });
    log.warn({ subscription: number, channel, reason }, 'a subscription cannot be delivered and was paused');
    if (channel === by) return;
    const text = say('undeliverable', language, {
      ...{ what: subscriptionText(subscription, language), channel: `#${channel}` },
      ...{ why: reason, number: String(number) },
    });
    const tell = postingTo(app, by, log);
    await tell.post(`refused:${chainOf(subscription)}:${app.now()}`, sentence(language, text), null).catch(() => {});
  };
}
