/** Rules of the house, subscriptions and verdicts, as people order them in chat. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/chat/desk.ts';
import { createHandlers, type Utterance } from '../../src/chat/handlers.ts';
import { createHouse } from '../../src/chat/house.ts';
import { orderOf } from '../../src/chat/orders.ts';
import { createSubscriptions } from '../../src/digest/subscriptions.ts';
import { readWish } from '../../src/digest/wish.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { noLog } from '../../src/log.ts';
import type { ReportHead, StoredFinding } from '../../src/store/store.ts';
import { memoryStore } from './memory-store.ts';
import { textForTest } from './render.ts';
import { stubAsk } from './stub-ask.ts';

const lexicon = loadLexicon();

function chatting(admins: readonly string[] = ['UADMIN']) {
  const clock = { at: '2026-11-22T09:00:00.000+08:00' };
  const now = () => clock.at;
  const store = Object.assign(memoryStore(), { judged: [] as unknown[] });
  store.judge = async (finding, verdict) => {
    store.judged.push([finding, verdict.status, verdict.reason, verdict.by]);
    return finding !== 'ffffffffffff';
  };
  const house = createHouse({ store, admins, now });
  const subscriptions = createSubscriptions(store, now);
  const usual = { time: '09:00', zone: 'Asia/Shanghai' };
  const desk: Desk = {
    store,
    now,
    house,
    subscriptions,
    most: 3,
    readWish: (text, before) => readWish(text, lexicon, usual, before),
  };
  const ask = stubAsk();
  const handlers = createHandlers({ ask, store, now, log: noLog, desk });
  const utter = (text: string, more: Partial<Utterance> = {}) =>
    handlers.handle({ text, user: 'U1', conversation: 'c', surface: 'slack', place: { channel: 'C1' }, ...more });
  const say = async (text: string, more: Partial<Utterance> = {}) => {
    const reply = await utter(text, more);
    return reply === null ? null : textForTest(reply.message);
  };
  return { ask, clock, store, house, subscriptions, utter, say, home: (user: string) => handlers.home(user) };
}

describe('rules of the house', () => {
  it('are changed by admins only, and hold at once', async () => {
    const { say, utter, house, ask } = chatting();
    expect(await say('settings ask admins')).toContain('Only admins');
    expect((await house.rules()).ask).toBe('anyone');
    expect(await say('设置 提问 管理员', { user: 'UADMIN' })).toContain('规则已更改');
    const refused = await utter('how many');
    expect(refused).toMatchObject({ status: 'declined', whispered: true });
    expect(ask.asked).toEqual([]);
    expect(await say('how many', { user: 'UADMIN' })).toContain('answer to');
    await say('settings ask @U1 <@U2>'.replace('<@U2>', '@U2'), { user: 'UADMIN' });
    expect(await say('how many')).toContain('answer to');
    expect(await say('how many', { user: 'U3' })).toContain('may not ask');
  });

  it('keep the bot quiet where it may not speak, in private it answers still', async () => {
    const { say, utter } = chatting();
    await say('settings channels #C9', { user: 'UADMIN', place: { channel: null } });
    expect(await utter('how many')).toMatchObject({ status: 'declined', whispered: true });
    expect(await utter('how many', { addressed: false })).toBeNull();
    expect(await say('how many', { place: { channel: 'C1', whispered: true } })).toContain('answer to');
    expect(await say('how many', { place: { channel: null } })).toContain('answer to');
    expect(await say('how many', { place: { channel: 'C9' } })).toContain('answer to');
  });

  it('limit questions a minute, and say so once', async () => {
    const { say, clock } = chatting();
    await say('settings limit user 2', { user: 'UADMIN' });
    const told = [];
    for (let i = 0; i < 5; i += 1) told.push(await say(`how many ${i}`));
    expect(told.map((text) => (text === null ? null : text.includes('answer to')))).toEqual([
      true,
      true,
      false,
      null,
      null,
    ]);
    expect(await say('how many', { user: 'U2' })).toContain('answer to');
    clock.at = '2026-11-22T09:01:01.000+08:00';
    expect(await say('how many')).toContain('answer to');
    await say('settings limit user off', { user: 'UADMIN' });
  });

  it('say what they are, and that there are no admins', async () => {
    expect(await chatting([]).say('settings ask admins')).toContain('NIANBAO_ADMINS');
    expect(await chatting().say('settings')).toContain('ingest: anyone');
    expect(await chatting().say('设置')).toContain('导入：所有人');
    expect(await chatting().say('settings nonsense here')).toContain('settings limit');
  });

  it('let those who may dismiss a finding, with a reason', async () => {
    const { say, store, house } = chatting();
    expect(await say('dismiss 0123456789ab')).toContain('why');
    expect(await say('忽略 0123456789ab 原件如此')).toContain('已忽略');
    expect(await say('confirm ffffffffffff')).toContain('no finding');
    await house.change('UADMIN', { dismiss: 'admins' });
    expect(await say('confirm 0123456789ab')).toContain('may not');
    expect(store.judged).toEqual([
      ['0123456789ab', 'dismissed', '原件如此', 'U1'],
      ['ffffffffffff', 'confirmed', null, 'U1'],
    ]);
  });
});

describe('the home', () => {
  it('tells what is held, what came last, what was found, and what one is told', async () => {
    const { store, say, home } = chatting();
    expect(textForTest(await home('U1'))).toContain('0 份报告');
    const head = (report: string, year: number, province: string | null, ingestedAt: string) =>
      ({
        report,
        year,
        ingestedAt,
        agency: `局${report}`,
        findings: 2,
        file: report,
        current: true,
        region: { province, city: null, county: null },
      }) as unknown as ReportHead;
    store.held.heads.push(
      head('a', 2023, '宁夏回族自治区', '2026-11-20T08:00:00+08:00'),
      head('b', 2022, null, '2026-11-21T08:00:00+08:00'),
    );
    store.held.findings.push({ report: 'a', severity: 'error' } as unknown as StoredFinding);
    await say('订阅 宁夏 08:00');
    const shown = (await home('U1')).parts
      .map((part) => (part.kind === 'list' ? part.items.join() : 'text' in part ? part.text : ''))
      .join('\n');
    expect(shown).toContain('按年度：2023 (1) · 2022 (1)');
    expect(shown).toContain('宁夏回族自治区 (1) · 不明 (1)');
    expect(shown.indexOf('局b')).toBeLessThan(shown.indexOf('局a'));
    expect(shown).toContain('错误 1 项');
    expect(shown).toContain('#1 宁夏回族自治区');
    expect((await home('U2')).parts.map((part) => ('text' in part ? part.text : '')).join()).toContain('订阅 宁夏');
  });
});

describe('subscriptions', () => {
  it('are made, listed, changed, paused, resumed and deleted in chat, in both languages', async () => {
    const { say, subscriptions } = chatting();
    expect(await say('订阅')).toContain('还没有订阅');
    expect(await say('订阅 宁夏 科技局 09:30')).toContain('宁夏回族自治区 科学技术局');
    expect(await say('subscribe findings mondays 08:00 Europe/Berlin')).toContain(
      '#2 with findings · Mon 08:00 (Europe/Berlin)',
    );
    expect(await subscriptions.list()).toMatchObject([
      { number: 1, channel: 'C1', by: 'U1', language: 'zh', time: '09:30', zone: 'Asia/Shanghai', paused: false },
      { number: 2, time: '08:00', zone: 'Europe/Berlin', days: [1], scope: { findings: true } },
    ]);
    expect(await say('订阅 列表')).toMatch(/#1[\s\S]*#2/);
    expect(await say('订阅 修改 1 10:00')).toContain('宁夏回族自治区 科学技术局 · 每天 10:00');
    for (const odd of ['25:99', '9:5', '9.30', 'Europe/Nowhere'])
      expect(await say(`subscribe mars ${odd}`)).toContain(`"${odd}" is no time`);
    expect(await say('subscribe change 2 24:00')).toContain('is no time');
    expect(await say('subscribe change 2 Shaanxi')).toContain('Shaanxi');
    expect((await subscriptions.list())[1]).toMatchObject({ time: '08:00', days: [1], scope: { findings: false } });
    expect(await say('subscribe pause 1')).toContain('(paused)');
    expect(await say('订阅 恢复 1')).not.toContain('已暂停');
    expect(await say('退订 1')).toContain('已退订');
    expect(await say('unsubscribe 7')).toContain('no subscription #7');
    expect(await subscriptions.list()).toHaveLength(1);
  });

  it('belong to their channel, or to the person; the same wish is one, and there is a bound', async () => {
    const { say, subscriptions, house } = chatting();
    await say('subscribe all 09:00');
    await say('subscribe all 09:00');
    expect(await subscriptions.list()).toHaveLength(1);
    expect(await say('unsubscribe 1', { place: { channel: 'C2' } })).toContain('no subscription');
    await say('subscribe all 09:00', { place: { channel: null } });
    expect((await subscriptions.list()).map(({ channel }) => channel)).toEqual(['C1', 'U1']);
    await say('subscribe 10:00');
    await say('subscribe 11:00');
    expect(await say('subscribe 12:00')).toContain('can be 3');
    await house.change('UADMIN', { subscribe: 'admins' });
    expect(await say('subscribe pause 1')).toContain('may not');
  });

  it('are orders only where they are said as such', () => {
    expect(orderOf('订阅号发布信息多少条')).toBeNull();
    expect(orderOf('subscribers in 2023')).toBeNull();
    expect(orderOf('dismissed applications')).toBeNull();
    expect(orderOf('dismiss the mayor')).toBeNull();
    expect(orderOf('settings __proto__ constructor')).toEqual({ kind: 'rule', change: null });
    expect(orderOf('subscribe constructor 1')).toEqual({ kind: 'subscribe', wish: 'constructor 1' });
  });
});
