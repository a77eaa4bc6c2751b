/** The whole Slack app against a Slack of our own, in both modes, with a stub in the place of the library. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournal } from '../../src/chat/slack/journal.ts';
import { buttonsOf, createFakeSlack } from '../helpers/fake-slack.ts';
import { memoryStore } from './memory-store.ts';
import { until } from './until.ts';
import { now, type World, world } from './world.ts';

describe.each(['socket', 'http'] as const)('the bot in Slack, %s mode', (mode) => {
  let here: World;

  beforeEach(async () => {
    here = await world(mode);
  });

  afterEach(async () => {
    expect(here.slack.violations).toEqual([]);
    await here.app.stop();
    await here.slack.close();
  });

  it('answers a direct message, greeting the first time only', async () => {
    const { slack } = here;
    await slack.say('first question');
    await until(() => slack.messages.length > 0);
    await slack.say('second question');
    await until(() => slack.messages.some(({ text }) => text.includes('second')));
    const [first, ...rest] = slack.messages.map(({ text }) => text);
    expect(first).toContain('nianbao');
    expect(slack.messages.map(({ text }) => text).join()).toContain('answer to: first question');
    expect(rest.filter((text) => text.includes('I am nianbao'))).toEqual([]);
    expect(slack.messages.every(({ thread, channel }) => thread === null && channel === 'D1')).toBe(true);
  });

  it('answers a mention once, in its thread, and goes on there without being mentioned', async () => {
    const { slack } = here;
    const ts = await slack.mention('how many in 2020');
    await until(() => slack.messages.length > 0);
    expect(slack.messages.map(({ text, thread }) => [text, thread])).toEqual([['answer to: how many in 2020', ts]]);
    await slack.say('and 2021', { channel: 'C1', thread: ts });
    await until(() => slack.messages.length > 1);
    expect(slack.messages[1]).toMatchObject({ text: 'answer to: and 2021', thread: ts });
    expect(here.ask.asked.at(-1)?.conversation).toBe(here.ask.asked[0]?.conversation);
  });

  it('leaves alone what is not for it', async () => {
    const { slack } = here;
    await slack.say('talk among colleagues', { channel: 'C1' });
    await slack.say('a reply in somebody’s thread', { channel: 'C1', thread: '1.1' });
    await slack.say('from another bot', { bot_id: 'BOTHER' });
    await slack.say('from itself', { user: 'UBOT' });
    await slack.say('a bot message', { subtype: 'bot_message' });
    await slack.say('joined', { channel: 'C1', subtype: 'channel_join' });
    const ts = await slack.mention('something');
    await until(() => slack.messages.length > 0);
    await slack.say('<@U7> what do you think?', { channel: 'C1', thread: ts });
    await slack.say('nice weather', { channel: 'C1', thread: ts, user: 'U9' });
    await until(() => here.ask.asked.some(({ question }) => question === 'nice weather'));
    expect(slack.messages).toHaveLength(1);
  });

  it('answers each message once, however often it comes', async () => {
    const { slack } = here;
    const ts = slack.nextTs();
    await slack.say('once', { ts, eventId: 'Ev1' });
    await slack.say('once', { ts, eventId: 'Ev1' });
    await slack.say('once', { ts, eventId: 'Ev2' });
    await until(() => slack.messages.length > 0, 150);
    expect(here.ask.asked.filter(({ question }) => question === 'once')).toHaveLength(1);
  });

  it('answers a slash command in private, and shares it once', async () => {
    const { slack } = here;
    const ack = await slack.slash('how many <!channel>');
    expect(ack.status).toBe(200);
    await until(() => slack.messages.length > 0);
    const [answer] = slack.messages;
    expect(answer).toMatchObject({ ephemeral: 'U1', channel: 'C1' });
    expect(answer?.text).not.toContain('<!channel>');
    expect(buttonsOf(answer!).map(({ action_id }) => action_id)).toEqual(['share', 'up', 'down']);
    await slack.click(answer!, 'share');
    await until(() => slack.messages.some(({ ephemeral }) => ephemeral === null));
    const shared = slack.messages.filter(({ ephemeral }) => ephemeral === null);
    expect(shared).toHaveLength(1);
    expect(shared[0]?.text).toContain('answer to: how many');
    expect(JSON.stringify(shared)).not.toContain('<!channel>');
    expect(buttonsOf(shared[0]!).map(({ action_id }) => action_id)).toEqual(['up', 'down']);
  });

  it('does not share for somebody else', async () => {
    const { slack } = here;
    await slack.slash('private');
    await until(() => slack.messages.length > 0);
    await slack.click(slack.messages[0]!, 'share', { user: 'U2' });
    await until(() => slack.messages.length > 1);
    expect(slack.messages.every(({ ephemeral }) => ephemeral !== null)).toBe(true);
  });

  it('asks a choice that is clicked, where the choices stand, once', async () => {
    const { slack } = here;
    const ts = await slack.mention('ambiguous');
    await until(() => slack.messages.length > 0);
    await slack.click(slack.messages[0]!, 'choice:2');
    await slack.click(slack.messages[0]!, 'choice:2');
    await until(() => slack.messages.length > 1, 120);
    expect(slack.messages.slice(1).map(({ text, thread }) => [text, thread])).toEqual([
      ['answer to: chosen question 2', ts],
    ]);
  });

  it('asks a choice of a private answer in private', async () => {
    const { slack } = here;
    await slack.slash('ambiguous');
    await until(() => slack.messages.length > 0);
    expect(buttonsOf(slack.messages[0]!).map(({ action_id }) => action_id)).toEqual(['choice:1', 'choice:2']);
    await slack.click(slack.messages[0]!, 'choice:1');
    await until(() => slack.messages.length > 1);
    expect(slack.messages[1]).toMatchObject({ ephemeral: 'U1', text: 'answer to: chosen question 1' });
  });

  it('answers an edited question in the place of its answer', async () => {
    const { slack } = here;
    await slack.say('greeting over');
    await until(() => slack.messages.length > 0);
    const before = slack.messages.length;
    const ts = await slack.say('long question');
    await until(() => slack.messages.length > before + 1);
    await slack.edit(ts, 'long question', 'short question');
    await until(() => slack.messages.length === before + 1);
    expect(slack.messages.at(-1)).toMatchObject({ text: 'answer to: short question', edits: 1 });
    await slack.edit(ts, 'short question', 'short question');
    await until(() => true, 100);
    expect(slack.messages.at(-1)?.edits).toBe(1);
  });

  it('gives a long answer whole', async () => {
    const { slack } = here;
    await slack.mention('a long one');
    await until(() => slack.messages.some(({ text }) => text.includes('line 399 ')));
    expect(slack.messages.map(({ text }) => text).join('')).toContain('line 200 of a long answer');
    await slack.slash('a long one in private');
    await until(() => slack.messages.some(({ text, ephemeral }) => ephemeral !== null && text.includes('line 399 ')));
  });

  it('says the same as plain text where blocks are refused', async () => {
    const { slack } = here;
    slack.faults.push({ method: 'chat.postMessage', error: 'invalid_blocks' });
    await slack.mention('a question');
    await until(() => slack.messages.length > 0);
    expect(slack.messages[0]).toMatchObject({ text: 'answer to: a question', blocks: [] });
  });

  it('waits out rate limits and posts nothing twice when the outcome is unknown', async () => {
    const { slack } = here;
    slack.faults.push({ method: 'chat.postMessage', status: 429, retryAfter: 1 });
    slack.faults.push({ method: 'chat.postMessage', status: 503, carriedOut: true });
    await slack.mention('a question');
    await until(() => slack.messages.length > 0, 700);
    expect(slack.messages).toHaveLength(1);
    slack.faults.push({ method: 'chat.postMessage', drop: true });
    await slack.mention('another question');
    await until(() => slack.messages.length > 1, 700);
    expect(slack.messages).toHaveLength(2);
  });

  it('keeps the order of a conversation, and does not let one hold up another', async () => {
    const { slack } = here;
    await slack.say('slow one', { channel: 'D1', user: 'U1' });
    await slack.say('quick one', { channel: 'D1', user: 'U1' });
    await slack.say('elsewhere', { channel: 'D2', user: 'U2' });
    await until(() => slack.messages.filter(({ channel }) => channel === 'D1').length >= 3);
    const told = slack.messages.map(({ text }) => text).filter((text) => text.startsWith('answer'));
    expect(told).toEqual(['answer to: elsewhere', 'answer to: slow one', 'answer to: quick one']);
  });

  it('greets when its messages are opened, once, and when it is invited', async () => {
    const { slack } = here;
    await slack.event({ type: 'app_home_opened', user: 'U5', channel: 'D5', tab: 'messages' });
    await slack.event({ type: 'app_home_opened', user: 'U5', channel: 'D5', tab: 'messages' });
    await slack.event({ type: 'member_joined_channel', user: 'UBOT', channel: 'C5', channel_type: 'C' });
    await slack.event({ type: 'member_joined_channel', user: 'U6', channel: 'C5', channel_type: 'C' });
    await until(() => slack.messages.some(({ channel }) => channel === 'C5'), 100);
    const opened = slack.messages.filter(({ channel, text }) => channel === 'D5' && text.includes('年报'));
    expect(opened).toHaveLength(1);
    expect(
      slack.messages.filter(({ channel, text }) => channel === 'C5' && text.includes('@nianbao')).length,
    ).toBeGreaterThan(0);
  });

  it('shows sources, exports figures and deletes, and keeps these with a shared answer', async () => {
    const { slack } = here;
    const ts = await slack.mention('cited');
    await until(() => slack.messages.length > 0);
    const [answer] = slack.messages;
    expect(buttonsOf(answer!).map(({ action_id }) => action_id)).toEqual(['sources', 'export', 'delete', 'up', 'down']);
    await slack.click(answer!, 'sources');
    await until(() => slack.views.length === 1);
    const shown = JSON.stringify(slack.views[0]);
    expect(shown).toContain('▶ 3  =1+1');
    expect(shown).toContain('2  two');
    expect(shown).not.toContain('<!channel>');
    await slack.click(answer!, 'export');
    await until(() => slack.uploads().filter(({ channel }) => channel === 'C1').length === 2);
    const [csv, xlsx] = slack.uploads();
    expect(csv).toMatchObject({ name: 'nianbao.csv', thread: ts });
    expect(csv?.bytes?.toString()).toContain("'=cmd()");
    expect(xlsx?.bytes?.subarray(0, 2).toString()).toBe('PK');
    await slack.click(answer!, 'delete', { user: 'U2' });
    await until(() => slack.messages.some(({ ephemeral }) => ephemeral === 'U2'));
    expect(slack.messages).toContain(answer);
    await slack.click(answer!, 'delete');
    await until(() => !slack.messages.includes(answer!));
    await slack.slash('cited in private');
    await until(() => slack.messages.some(({ ephemeral }) => ephemeral === 'U1'));
    const secret = slack.messages.find(({ ephemeral }) => ephemeral === 'U1')!;
    expect(buttonsOf(secret).map(({ action_id }) => action_id)).toEqual(['sources', 'export', 'share', 'up', 'down']);
    await slack.click(secret, 'export');
    await until(() => slack.uploads().filter(({ channel }) => channel === 'DU1').length === 2);
    await slack.click(secret, 'share');
    await until(() =>
      slack.messages.some(({ text, ephemeral }) => ephemeral === null && text.includes('cited in private')),
    );
    const shared = slack.messages.find(({ ephemeral }) => ephemeral === null)!;
    await slack.click(shared, 'sources', { user: 'U3' });
    await until(() => slack.views.length === 2);
  });

  it('shows its home, with buttons that are answered in the direct message', async () => {
    const { slack } = here;
    await slack.event({ type: 'app_home_opened', user: 'U5', channel: 'D5', tab: 'home' });
    await until(() => slack.homes.has('U5'));
    expect(JSON.stringify(slack.homes.get('U5'))).toContain('资料库');
    expect(slack.messages).toEqual([]);
    await slack.clickHome('choice:1', 'from home', 'U5');
    await until(() => slack.messages.some(({ channel, text }) => channel === 'DU5' && text.includes('from home')));
  });

  it('answers what it cannot answer', async () => {
    const { slack } = here;
    await slack.mention('explode');
    await until(() => slack.messages.length > 0);
    expect(slack.messages[0]?.text).toContain('boom');
    await slack.mention('');
    await until(() => slack.messages.length > 1);
    expect(here.ask.asked.at(-1)?.question).toMatch(/help|帮助/);
  });

  it('finishes what is under way before it stops', async () => {
    const { slack, app } = here;
    await slack.mention('a slow one');
    await app.stop();
    expect(slack.messages.map(({ text }) => text)).toEqual(['answer to: a slow one']);
  });
});

describe.each([404, 'unknown_method'] as const)(
  'a server that somebody else wrote, whose other methods are %s',
  (lacking) => {
    it('is answered with what it has', async () => {
      const slack = await createFakeSlack({
        only: ['auth.test', 'apps.connections.open', 'chat.postMessage'],
        lacking,
        metadata: false,
      });
      const { app } = await world('socket', memoryStore(), slack);
      const has = (text: string) => () => slack.messages.some((message) => message.text.includes(text));
      // As little as there may be: no channel_type, no team, no event time.
      await slack.event({ type: 'message', channel: 'D1', user: 'U1', text: 'bare', ts: '1.1' });
      await until(has('answer to: bare'));
      const ts = await slack.mention('mentioned');
      await until(has('answer to: mentioned'));
      await slack.edit(ts, '<@UBOT> mentioned', '<@UBOT> edited', { channel: 'C1' });
      await until(has('answer to: edited'));
      await slack.event({ type: 'app_home_opened', user: 'U5', channel: 'D5', tab: 'home' });
      await slack.slash('a long one in private');
      await until(has('line 399 '));
      await slack.clickHome('choice:1', 'from home', 'U5');
      await until(has('answer to: from home'));
      await slack.mention('cited');
      await until(has('answer to: cited'));
      await slack.click(slack.messages.find(({ text }) => text === 'answer to: cited')!, 'sources');
      slack.faults.push({ method: 'chat.postMessage', status: 503 });
      await slack.mention('after a fault');
      await until(has('answer to: after a fault'));
      expect(slack.violations).toEqual([]);
      await app.stop();
      await slack.close();
    });
  },
);

describe('a server that keeps no metadata', () => {
  it('is not told twice where its history shows the words', async () => {
    const slack = await createFakeSlack({ metadata: false });
    const { app } = await world('socket', memoryStore(), slack);
    await slack.mention('the same question');
    await until(() => slack.messages.length === 1);
    slack.faults.push({ method: 'chat.postMessage', status: 503, carriedOut: true });
    await slack.mention('another');
    await until(() => slack.messages.length > 1, 700);
    slack.faults.push({ method: 'chat.postMessage', status: 503 });
    await slack.say('the same question', { channel: 'D1' });
    await until(() => slack.messages.some(({ channel }) => channel === 'D1'), 700);
    slack.faults.push({ method: 'chat.postMessage', status: 503 });
    await slack.say('the same question', { channel: 'D1' });
    await until(() => slack.messages.filter(({ text }) => text.includes('the same question')).length === 3, 100);
    expect(slack.messages.filter(({ text }) => text.includes('another'))).toHaveLength(1);
    await app.stop();
    await slack.close();
  });
});

describe('health', () => {
  it('is told in Socket Mode on a port of its own, without a word of what was asked', async () => {
    const slack = await createFakeSlack();
    const { app } = await world('socket', memoryStore(), slack, { NIANBAO_HEALTH_PORT: '0' });
    await slack.say('a secret question');
    await until(() => slack.messages.length > 0);
    const base = `http://127.0.0.1:${app.healthPort()}`;
    expect(await (await fetch(`${base}/healthz`)).json()).toMatchObject({ status: 'ok', mode: 'socket' });
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toMatch(/^nianbao_handled_total 1$/m);
    expect(metrics).toMatch(/^nianbao_connected 1$/m);
    expect(metrics).toMatch(/^nianbao_reports 5$/m);
    expect(metrics).not.toContain('secret');
    expect((await fetch(`${base}/slack/events`, { method: 'POST' })).status).toBe(404);
    await app.stop();
    await slack.close();
  });
});

describe('HTTP mode', () => {
  it('refuses wrong and stale signatures, and says that it is up', async () => {
    const { slack, app, ask } = await world('http');
    const payload = {
      type: 'event_callback',
      event_id: 'E1',
      event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text: 'hi', ts: '1.1' },
    };
    expect((await slack.post('events_api', payload, { secret: 'wrong' })).status).toBe(401);
    expect((await slack.post('events_api', payload, { timestamp: Math.floor(Date.now() / 1000) - 600 })).status).toBe(
      401,
    );
    const base = `http://127.0.0.1:${app.port()}`;
    expect((await fetch(`${base}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(await (await fetch(`${base}/healthz`)).json()).toMatchObject({ status: 'ok' });
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('nianbao_under_way 0');
    expect((await fetch(`${base}/other`)).status).toBe(404);
    const challenge = await slack.post('events_api', { type: 'url_verification', challenge: 'abc' });
    expect(await challenge.json()).toEqual({ challenge: 'abc' });
    expect(ask.asked).toEqual([]);
    await app.stop();
    await slack.close();
  });
});

describe('Socket Mode', () => {
  it('comes back after a disconnect and after a lost connection', async () => {
    const { slack, app } = await world('socket');
    slack.disconnect();
    await until(() => slack.connections() === 2);
    await slack.mention('after a refresh');
    await until(() => slack.messages.length === 1);
    slack.faults.push({ method: 'apps.connections.open', status: 500 });
    slack.cut();
    await until(() => slack.connections() === 3);
    await slack.mention('after a loss');
    await until(() => slack.messages.length === 2);
    await app.stop();
    await slack.close();
  });

  it('says so where Slack refuses the token', async () => {
    const slack = await createFakeSlack();
    slack.faults.push({ method: 'auth.test', error: 'invalid_auth' });
    await expect(world('socket', memoryStore(), slack)).rejects.toMatchObject({ code: 'slack.refused' });
    slack.faults.push({ method: 'apps.connections.open', error: 'invalid_auth' });
    await expect(world('socket', memoryStore(), slack)).rejects.toMatchObject({ code: 'slack.refused' });
    await slack.close();
  });
});

describe('after a process was killed', () => {
  const event = (text: string, ts: string, more: object = {}) => ({
    type: 'message',
    channel: 'D1',
    user: 'U1',
    text,
    ts,
    ...more,
  });

  it('what it had acknowledged is answered by the next, once', async () => {
    const store = memoryStore();
    const slack = await createFakeSlack();
    const killed = createJournal(store, now);
    await killed.begin('message', event('lost one', '1700000001.000100'));
    await store.first('message:D1:1700000001.000100', now());
    // A mention comes as two events: both were under way.
    const mention = { channel: 'C1', text: '<@UBOT> lost mention', ts: '1700000002.000100' };
    await killed.begin('message', event('', '', { ...mention, type: 'app_mention' }));
    await killed.begin('message', event('', '', mention));
    const done = await killed.begin('message', event('done before', '1700000003.000100'));
    await done();
    const { app } = await world('socket', store, slack);
    await until(() => slack.messages.length > 1, 200);
    expect(slack.messages.filter(({ text }) => text.includes('answer to: lost mention'))).toHaveLength(1);
    expect(slack.messages.filter(({ text }) => text.includes('answer to: lost one'))).toHaveLength(1);
    await app.stop();
    const next = await world('socket', store, slack);
    const before = slack.messages.length;
    await until(() => true, 150);
    expect(slack.messages).toHaveLength(before);
    await next.app.stop();
    await slack.close();
  });

  it('what it had acknowledged is taken over by one that runs, once', async () => {
    const store = memoryStore();
    const slack = await createFakeSlack();
    const worlds = [
      await world('socket', store, slack, {}, { takeOver: 40 }),
      await world('socket', store, slack, {}, { takeOver: 40 }),
    ];
    const earlier = () => new Date(Date.now() - 30_000).toISOString();
    const killed = createJournal(store, earlier);
    await killed.begin('message', event('lost while others ran', '1700000001.000100'));
    await createJournal(store, now).begin('message', event('still under way elsewhere', '1700000002.000100'));
    await until(() => slack.messages.length > 0, 250);
    const told = slack.messages.map(({ text }) => text).join();
    expect(told.split('lost while others ran')).toHaveLength(2);
    expect(told).not.toContain('elsewhere');
    for (const { app } of worlds) await app.stop();
    await slack.close();
  });

  it('what it had posted already is not posted again', async () => {
    const store = memoryStore();
    const slack = await createFakeSlack();
    const one = await world('socket', store, slack);
    const ts = await slack.mention('posted');
    await until(() => slack.messages.length === 1);
    await one.app.stop();
    // Killed after posting, before it could remember that it had.
    await store.clearTurns(`slack/answer/C1:${ts}`);
    await createJournal(store, now).begin('message', event('<@UBOT> posted', ts, { channel: 'C1' }));
    const two = await world('socket', store, slack);
    await until(() => slack.calls.some(({ method }) => method === 'conversations.replies'), 150);
    expect(slack.messages).toHaveLength(1);
    await two.app.stop();
    await slack.close();
  });
});

describe('two processes', () => {
  it('answer a message once, and know each other’s threads', async () => {
    const store = memoryStore();
    const one = await world('http', store);
    const two = await world('http', store, one.slack);
    const ts = one.slack.nextTs();
    await one.slack.say('hello there', { ts, eventId: 'E1', channel: 'C1', type: 'app_mention' });
    one.slack.listenAt(`http://127.0.0.1:${one.app.port()}`);
    await one.slack.say('hello there', { ts, eventId: 'E1', channel: 'C1', type: 'app_mention' });
    await one.slack.say('go on', { channel: 'C1', thread: ts });
    await until(() => one.slack.messages.length >= 2, 100);
    expect(one.slack.messages.map(({ text }) => text)).toEqual(['answer to: hello there', 'answer to: go on']);
    await Promise.all([one.app.stop(), two.app.stop()]);
    await one.slack.close();
  });
});
