/** Carries out orders: rules of the house, subscriptions, people's word on findings. Says what was done, or why not. */
import type { Subscription, Subscriptions, Wish } from '../digest/digest.ts';
import type { Message, Part } from '../message/message.ts';
import type { Store } from '../store/store.ts';
import { createFeedback, feedbackMessage } from './feedback.ts';
import type { Act, Allowed, House, RuleChange, Rules } from './house.ts';
import { acts } from './house.ts';
import type { Order } from './orders.ts';
import { type Language, say, sentence } from './phrases.ts';

/** What the desk works with; subscriptions are handed in, so that the chat knows nothing of how digests are made. */
export interface Desk {
  readonly house: House;
  readonly store: Store;
  readonly now: () => string;
  readonly subscriptions: Subscriptions;
  /** Reads what somebody wants to be told; what they leave out stays as in `before`. */
  readonly readWish: (text: string, before?: Wish) => Wish;
  /** Most subscriptions of one channel. */
  readonly most: number;
}

/** Lines of what admins read. */
const LINES = 20;

export interface Asker {
  readonly user: string;
  /** Where digests go that are ordered here: the channel, or in private the person. */
  readonly channel: string;
  readonly language: Language;
}

export async function carryOut(order: Order, asker: Asker, desk: Desk): Promise<Message> {
  const { language } = asker;
  const only = (text: string) => sentence(language, text);
  switch (order.kind) {
    case 'rule':
      if (order.change === null) return only(say('rulesHow', language));
      if (!desk.house.hasAdmins) return only(say('noAdmins', language));
      if (!(await desk.house.change(asker.user, order.change))) return only(say('adminsOnly', language));
      return only(`${say('rulesChanged', language)}\n${rulesText(await desk.house.rules(), language)}`);
    case 'log':
    case 'feedback': {
      if (!desk.house.hasAdmins) return only(say('noAdmins', language));
      if (!desk.house.isAdmin(asker.user)) return only(say('adminsRead', language));
      return order.kind === 'feedback'
        ? feedbackMessage(await createFeedback(desk.store, desk.now).list(LINES), language)
        : only(logText(await desk.house.changes(LINES), language));
    }
    case 'subscriptions':
      return listed(asker, desk);
    case 'subscribe':
      return (await refused('subscribe', asker, desk)) ?? subscribe(order.wish, asker, desk);
    case 'resubscribe':
      return (await refused('subscribe', asker, desk)) ?? resubscribe(order, asker, desk);
    case 'verdict':
      return judge(order, asker, desk);
  }
}

/** A word that looks like a time or a zone and is none: nobody subscribes to texts that hold it. Null where there is none. */
function oddIn(wish: string): string | null {
  return wish.split(/[\s,，、;；]+/u).find((word) => isOddTime(word) || isOddZone(word)) ?? null;
}

function isOddTime(word: string): boolean {
  const [, hours, minutes] =
    /^(\d{1,3})[:：.](\d{1,3})$/u.exec(word) ?? /^(\d{1,3})[点时](\d{0,3})分?$/u.exec(word) ?? [];
  if (hours === undefined) return false;
  return !/^\d{1,2}[:：]\d{2}$/u.test(word) || Number(hours) > 23 || Number(minutes) > 59;
}

function isOddZone(word: string): boolean {
  if (!/^[A-Za-z_]{2,20}\/[A-Za-z_+\-\d/]{1,40}$/.test(word)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: word });
    return false;
  } catch {
    return true;
  }
}

async function subscribe(text: string, asker: Asker, desk: Desk): Promise<Message> {
  const { channel, user: by, language } = asker;
  const mine = (await desk.subscriptions.list()).filter((each) => each.channel === channel);
  if (mine.length >= desk.most) return sentence(language, say('tooMany', language, { most: String(desk.most) }));
  const odd = oddIn(text);
  if (odd !== null) return sentence(language, say('oddTime', language, { odd }));
  const wish = desk.readWish(text);
  // The same wish twice is one: a double click, or a command that Slack sent again.
  const same = mine.find(
    (each) =>
      JSON.stringify([each.scope, each.time, each.zone, each.days]) ===
      JSON.stringify([wish.scope, wish.time, wish.zone, wish.days]),
  );
  const made = same ?? (await desk.subscriptions.add(wish, { channel, by, language }));
  return told(say('subscribed', language, { what: subscriptionText(made, language) }), [made], language);
}

async function resubscribe(
  { what, number, wish }: Extract<Order, { kind: 'resubscribe' }>,
  { channel, user, language }: Asker,
  desk: Desk,
): Promise<Message> {
  const { subscriptions } = desk;
  const odd = what === 'change' ? oddIn(wish) : null;
  if (odd !== null) return sentence(language, say('oddTime', language, { odd }));
  const before = (await subscriptions.list()).find((each) => each.number === number && each.channel === channel);
  const unknown = () => sentence(language, say('noSubscription', language, { number: String(number) }));
  if (!before) return unknown();
  const done =
    what === 'delete'
      ? await subscriptions.remove(number, channel, user)
      : await subscriptions.change(
          number,
          channel,
          user,
          what === 'change' ? desk.readWish(wish, before) : { paused: what === 'pause' },
        );
  if (!done) return unknown();
  const name = { delete: 'unsubscribed', pause: 'paused', resume: 'resumed', change: 'rewished' } as const;
  const text = say(name[what], language, { what: subscriptionText(done, language) });
  return what === 'delete' ? sentence(language, text) : told(text, [done], language);
}

async function listed({ channel, language }: Asker, desk: Desk): Promise<Message> {
  const mine = (await desk.subscriptions.list()).filter((each) => each.channel === channel);
  if (mine.length === 0)
    return sentence(language, `${say('noSubscriptions', language)}\n${say('subscribeHow', language)}`);
  const lines = mine.map((each) => subscriptionText(each, language));
  return told([say('subscriptionsHere', language), ...lines, say('subscribeHow', language)].join('\n'), mine, language);
}

/** A text with buttons that pause, resume and delete. */
function told(text: string, all: readonly Subscription[], language: Language): Message {
  const zh = language === 'zh';
  const choices = all.slice(0, 6).flatMap(({ number, paused }) => {
    const pause = paused ? (zh ? '恢复' : 'resume') : zh ? '暂停' : 'pause';
    return [pause, zh ? '删除' : 'delete'].map((word) => ({
      label: `${word} ${number}`,
      question: `${zh ? '订阅' : 'subscribe'} ${word} ${number}`,
    }));
  });
  const parts: Part[] = [{ kind: 'text', text }];
  if (choices.length > 0) parts.push({ kind: 'choices', prompt: say('change', language), choices });
  return { language, parts };
}

export function subscriptionText(each: Subscription, language: Language): string {
  const zh = language === 'zh';
  const names = zh ? '一二三四五六日' : null;
  const english = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const days = each.days.map((day) => (names ? `周${names[day - 1]}` : english[day - 1])).join(zh ? '、' : ', ');
  const when = `${days || (zh ? '每天' : 'daily')} ${each.time}（${each.zone}）`;
  const paused = each.paused ? (zh ? '（已暂停）' : ' (paused)') : '';
  return `#${each.number} ${each.label[language]} · ${zh ? when : when.replace('（', ' (').replace('）', ')')}${paused}`;
}

async function judge(
  { status, finding, reason }: Extract<Order, { kind: 'verdict' }>,
  asker: Asker,
  desk: Desk,
): Promise<Message> {
  const { language, user } = asker;
  const no = await refused('dismiss', asker, desk);
  if (no) return no;
  if (status !== 'confirmed' && reason === '') return sentence(language, say('reasonNeeded', language));
  const done = await desk.store.judge(finding, { status, reason: reason || null, by: user, at: desk.now() });
  const name = done
    ? ({ confirmed: 'confirmed', dismissed: 'dismissed', noted: 'noted' } as const)[status]
    : 'noFinding';
  return sentence(language, say(name, language, { finding }));
}

/** Why this person may not; null where they may. */
export async function refused(
  act: Act,
  { user, language }: Pick<Asker, 'user' | 'language'>,
  { house }: Pick<Desk, 'house'>,
): Promise<Message | null> {
  if (await house.may(user, act)) return null;
  return sentence(language, say('mayNot', language, { act: say(act, language) }));
}

/** Who changed which rule, when, from what to what. */
function logText(changes: readonly RuleChange[], language: Language): string {
  if (changes.length === 0) return say('logNone', language);
  const lines = changes.map(({ by, at, before, after }) => {
    const [old, now] = [before, after].map((rules) => rulesText(rules, language).split('\n')) as [string[], string[]];
    const changed = now.map((line, index) => (line === old[index] ? '' : `${old[index]} → ${line}`));
    return `${at.slice(0, 16).replace('T', ' ')} @${by}: ${changed.filter((line) => line !== '').join('; ')}`;
  });
  return [say('logHead', language), ...lines].join('\n');
}

/** The rules as people read them. */
export function rulesText(rules: Rules, language: Language): string {
  const who = (allowed: Allowed) =>
    Array.isArray(allowed) ? allowed.map((id) => `@${id}`).join(' ') : say(allowed, language);
  const minute = (limit: number | null) =>
    limit === null ? say('noLimit', language) : say('aMinute', language, { limit: String(limit) });
  const lines = [
    ...acts.map((act) => `${say(act, language)}: ${who(rules[act])}`),
    `${say('channels', language)}: ${rules.channels === 'any' ? say('anyChannel', language) : rules.channels.map((id) => `#${id}`).join(' ')}`,
    `${say('limits', language)}: ${say('perUser', language)} ${minute(rules.perUser)}, ${say('perChannel', language)} ${minute(rules.perChannel)}`,
  ];
  return lines.map((line) => (language === 'zh' ? line.replace(': ', '：').replace(', ', '，') : line)).join('\n');
}
