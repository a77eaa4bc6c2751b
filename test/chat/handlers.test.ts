import { describe, expect, it } from 'vitest';
import { createHandlers, type Utterance } from '../../src/chat/handlers.ts';
import { intentOf } from '../../src/chat/words.ts';
import { noLog } from '../../src/log.ts';
import { memoryStore } from './memory-store.ts';
import { textForTest } from './render.ts';
import { stubAsk } from './stub-ask.ts';

function chatting(more: Partial<Parameters<typeof createHandlers>[0]> = {}) {
  const ask = stubAsk();
  const store = memoryStore();
  const handlers = createHandlers({ ask, store, now: () => '2026-11-22T09:00:00.000+08:00', log: noLog, ...more });
  const say = (text: string, options: Partial<Utterance> = {}) =>
    handlers.handle({ text, user: 'U1', conversation: 'c1', surface: 'slack', ...options });
  return { ask, store, handlers, say };
}

describe('what the bot says', () => {
  it('answers a question as it stands, in its conversation', async () => {
    const { ask, say } = chatting();
    const reply = await say('  盐池2023年收到几件申请？ ');
    expect(reply?.status).toBe('answered');
    expect(ask.asked).toEqual([{ question: '盐池2023年收到几件申请？', conversation: 'c1' }]);
  });

  it('helps where nothing is said', async () => {
    const { ask, say } = chatting();
    await say('   ');
    await say('help');
    await say('帮助。');
    expect(ask.asked.map(({ question }) => question)).toEqual(['help', 'help', '帮助']);
  });

  it('greets in a first contact and still answers', async () => {
    const { say } = chatting();
    const reply = await say('有几份报告', { firstContact: true });
    expect(textForTest(reply!.message)).toMatch(/年报[\s\S]*answer to: 有几份报告/);
  });

  it('stays quiet where it overhears what it does not understand', async () => {
    const { say } = chatting();
    expect(await say('the weather', { addressed: false })).toBeNull();
    expect(await say('how many', { addressed: false })).not.toBeNull();
    expect(await say('the weather')).not.toBeNull();
  });

  it('takes the turn of an edited question out of the conversation', async () => {
    const { store, say } = chatting();
    for (const question of ['one', 'two']) {
      await store.addTurn({ conversation: 'c1', turn: JSON.stringify({ question }), at: '2026-11-22T09:00:00Z' });
    }
    await say('two, but better', { replaces: 'two' });
    expect((await store.turns('c1', 10)).map(({ turn }) => JSON.parse(turn).question)).toEqual(['one']);
  });

  it('keeps the language that a person chose', async () => {
    const { ask, say } = chatting();
    await say('settings lang en');
    await say('有几份报告');
    expect(ask.asked.at(-1)).toMatchObject({ language: 'en' });
    expect(textForTest((await say('settings'))!.message)).toContain('English');
    await say('settings lang auto');
    await say('有几份报告');
    expect(ask.asked.at(-1)?.language).toBeUndefined();
    await say('另一个人', { user: 'U2' });
    expect(ask.asked.at(-1)?.language).toBeUndefined();
  });

  it('lives through an error', async () => {
    const { say } = chatting();
    const reply = await say('explode');
    expect(reply?.status).toBe('failed');
    expect(textForTest(reply!.message)).toContain('boom');
  });

  it('says whether there is a digest', async () => {
    expect(textForTest((await chatting().say('subscribe'))!.message)).toContain('NIANBAO_DIGEST_CHANNEL');
    const place = { digestPlace: { time: '09:00', zone: 'Asia/Shanghai' } };
    expect(textForTest((await chatting(place).say('订阅'))!.message)).toContain('09:00');
  });
});

describe('words of the chat', () => {
  it('leaves questions that begin with them to the reader of questions', () => {
    for (const text of [
      'show the Yanchi problems section',
      'search 政府开放日',
      'audit 盐池',
      'compare a and b',
      '__proto__',
      'constructor',
    ]) {
      expect(intentOf(text, 'zh')).toEqual({ kind: 'question', text });
    }
    expect(intentOf('audit', 'zh').kind).toBe('question');
    expect(intentOf('HELP!', 'zh').kind).toBe('help');
    expect(intentOf('search', 'en').kind).toBe('help');
    expect(intentOf('settings lang zh', 'en')).toEqual({ kind: 'settings', language: 'zh' });
  });
});
