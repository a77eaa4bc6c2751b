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

/** The people that the settings name as admins. */
export function adminsOf({ NIANBAO_ADMINS = '' }: App['config']): string[] {
  return NIANBAO_ADMINS.split(/[\s,]+/).filter((id) => id !== '');
}

/** The delivery to the channel of the settings, or to `PRINTED`, which posts nothing. */
export function deliveryOf(app: App, log: Log, language: 'zh' | 'en' = app.config.NIANBAO_LANG ?? 'zh'): Delivery {
  const channel = digestChannel(app);
  const posting = channel === null ? silent : postingTo(app, channel, log);
  return { ...common(app, log, language), channel: channel ?? PRINTED, ...posting };
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
  const delivery = { ...deliveryOf(app, log), refused: (error: unknown) => refused(null, error) };
  return [{ delivery, daily: { time, zone } }, ...subscribed];
}

/** Told what could not be delivered: a subscription, or null for the channel of the settings. */
export type Refused = (subscription: Subscription | null, error: unknown) => Promise<void>;

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

/**
 * Says that a channel is archived or left: of a subscription, which is paused, to who made it; of the channel of the settings, to the
 * admins, once a day. Any other failure is tried again.
 */
export function refusalTeller(app: App, { subscriptions }: Pick<Desk, 'subscriptions'>, log: Log): Refused {
  const tell = async (person: string, what: string, language: 'zh' | 'en', text: string) => {
    const { post } = postingTo(app, person, log);
    // A person who cannot be written to is no reason to try again; a Slack that cannot be reached is.
    await post(`refused:${what}`, sentence(language, text), null).catch((error) => {
      if ((error as { reason?: unknown }).reason === undefined) throw error;
    });
  };
  return async (subscription, error) => {
    const { reason } = error as { reason?: unknown };
    if (typeof reason !== 'string' || !closed.test(reason)) return;
    if (subscription === null) {
      const channel = digestChannel(app) ?? '';
      log.warn({ channel, reason }, 'the digest of the settings cannot be delivered');
      if (!(await app.store.first(`digest/refused/${channel}`, app.now()))) return;
      const language = app.config.NIANBAO_LANG ?? 'zh';
      const text = say('undeliverableHere', language, { channel: `#${channel}`, why: reason });
      for (const admin of adminsOf(app.config)) await tell(admin, `${channel}:${app.now()}`, language, text);
      return;
    }
    const { number, channel, by, language } = subscription;
    log.warn({ subscription: number, channel, reason }, 'a subscription cannot be delivered and is paused');
    const text = say('undeliverable', language, {
      ...{ what: subscriptionText(subscription, language), channel: `#${channel}` },
      ...{ why: reason, number: String(number) },
    });
    if (channel !== by) await tell(by, `${chainOf(subscription)}:${app.now()}`, language, text);
    await subscriptions.change(number, channel, 'digest', { paused: true });
  };
}
