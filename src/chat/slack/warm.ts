/**
 * What the first answers would load and compile is loaded and compiled before the bot says that it is ready: questions of
 * every kind are answered to nobody, and an event that is none of the bot's business goes all the way in.
 */
import type { App } from '@slack/bolt';
import { failure } from '../../log.ts';
import type { Bot } from './bot.ts';
import { dressed } from './tools.ts';

/** Kinds of questions in both languages; any library answers them, if only that it holds nothing of the kind. */
export const QUESTIONS = [
  '资料库里有哪些报告',
  '哪些单位收到过申请',
  '申请量前三',
  '历年申请量趋势',
  '各单位不予公开率',
  '哪些报告前后数字对不上',
  '哪份报告提到培训',
  '什么是主动公开',
  'which agencies received applications in 2020',
  'how many applications were received',
  'average applications by year',
  'problems sections that mention training',
  '今天天气怎么样',
  '科枝局2020年收到多少件申请',
  'what is the weather like',
];
/**
 * Figures of the text, themes, every outcome by every applicant, and words that only the dictionary knows: of a large library the first
 * such question reads all of it, while others are answered.
 */
export const LATER = [
  '哪个单位的公众号发布信息最多',
  '报告里最常见的问题是什么',
  '不予公开最多的单位',
  '申请的办理结果分别有多少',
  '企业申请占比最高的前三个单位',
  'which agencies refused more than 5 applications',
  'which reports mention rubbish sorting',
  '更正前的报告有哪些',
];
/** Rounds before the bot is ready, and the longest time that they take together, in milliseconds; the first is always whole. */
const ROUNDS = 3;
const LONGEST = 4_000;
/** Rounds after that, while nobody asks: code runs at its full speed only once it has run often. */
const MORE = 6;
/** Milliseconds between two looks whether anybody asks. */
const QUIET = 50;
const NOBODY = 'UWARMUP';

export async function warmUp(app: App, bot: Bot): Promise<void> {
  const began = performance.now();
  const examples = (await bot.handlers.examples(NOBODY).catch(() => [])).map(({ question }) => question);
  await bot.handlers.home(NOBODY).catch((error) => bot.log.debug(failure(error), 'warming up'));
  const questions = [...examples, ...QUESTIONS];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of questions) {
      if (round > 0 && performance.now() - began > LONGEST) break;
      await once(app, bot, text).catch((error) => bot.log.debug(failure(error), 'warming up'));
    }
  }
  await bot.lanes.drain(LONGEST);
}

/** Goes on while nobody asks, one question at a time; `stopped` ends it. Never rejects. */
export async function keepWarming(app: App, bot: Bot, stopped: () => boolean): Promise<void> {
  for (let round = 0; round < MORE; round += 1) {
    for (const text of [...LATER, ...QUESTIONS]) {
      do await new Promise((resolve) => setTimeout(resolve, QUIET).unref());
      while (bot.lanes.count() > 0 && !stopped());
      if (stopped()) return;
      await once(app, bot, text).catch((error) => bot.log.debug(failure(error), 'warming up'));
    }
  }
}

async function once(app: App, bot: Bot, text: string): Promise<void> {
  const done = await bot.journal.begin('message', { text });
  await app.processEvent({ body: elsewhere(text), ack: async () => {} });
  const reply = await bot.handlers.handle({ text, user: NOBODY, conversation: 'warm-up', surface: 'slack' });
  if (reply) await dressed(bot, reply, { user: NOBODY, answer: null, share: null, deletable: true }, 'warm-up');
  await bot.memory.remember('thread', 'warm-up', { askers: [NOBODY] });
  await bot.store.clearTurns('warm-up');
  await done();
}

/** Something that people say to each other in a channel: none of the bot's business. */
export function elsewhere(text: string): Record<string, unknown> {
  const event = { type: 'message', channel: 'CWARMUP', channel_type: 'channel', user: NOBODY, text, ts: '1.000001' };
  return { type: 'event_callback', team_id: 'T0', api_app_id: 'A0', event };
}
