/** What must not happen in Slack: each of these went wrong once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkToken } from '../../src/chat/slack/app.ts';
import { createClient } from '../../src/chat/slack/client.ts';
import { readConfig } from '../../src/config.ts';
import { noLog } from '../../src/log.ts';
import { renderSlack } from '../../src/message/render/slack.ts';
import { createFakeSlack, type FakeMessage, type Say } from '../helpers/fake-slack.ts';
import { memoryStore } from './memory-store.ts';
import { until } from './until.ts';
import { type World, world } from './world.ts';

describe('HTTP mode', () => {
  let here: World;
  beforeEach(async () => {
    here = await world('http');
  });
  afterEach(async () => {
    await here.app.stop();
    await here.slack.close();
  });

  it.each([
    ['null', 'application/json', 400],
    ['payload=null', 'application/x-www-form-urlencoded', 400],
    ['payload=%7Bbad', 'application/x-www-form-urlencoded', 400],
    ['[]', 'application/json', 400],
    ['{bad', 'application/json', 400],
    ['', 'application/json', 400],
    ['{"type":"event_callback","event":null}', 'application/json', 200],
    ['{"__proto__":{"x":1}}', 'application/json', 200],
    ['ssl_check=1&payload={}', 'application/x-www-form-urlencoded; charset=utf-8', 200],
  ])('lives on after a signed %s', async (body, type, status) => {
    const { slack } = here;
    expect((await slack.raw(body, type)).status).toBe(status);
    await slack.say('still there?');
    await until(() => slack.messages.some(({ text }) => text.includes('still there')));
  });

  it('refuses what was signed for another time, earlier or later, and what is too large', async () => {
    const { slack } = here;
    const payload = { type: 'url_verification', challenge: 'abc' };
    const at = (seconds: number) =>
      slack.post('events_api', payload, { timestamp: Math.floor(Date.now() / 1000) + seconds });
    expect((await at(3600)).status).toBe(401);
    expect((await at(400)).status).toBe(401);
    expect((await at(-400)).status).toBe(401);
    expect((await at(60)).status).toBe(200);
    expect((await slack.raw(`{"x":"${'y'.repeat(2_000_000)}"}`, 'application/json')).status).toBe(413);
  });
});

describe.each(['socket', 'http'] as const)('in Slack, %s mode', (mode) => {
  let here: World;
  beforeEach(async () => {
    here = await world(mode, memoryStore(), undefined, {}, { render: renderSlack });
  });
  afterEach(async () => {
    expect(here.slack.violations).toEqual([]);
    await here.app.stop();
    await here.slack.close();
  });
  const asked = async (question: string, more: Say = {}) => {
    const before = here.slack.messages.length;
    await here.slack.mention(question, more);
    await until(() => here.slack.messages.length > before);
    return here.slack.messages.at(-1) as FakeMessage;
  };

  it('acknowledges buttons, shortcuts and views that it does not know', async () => {
    const who = { user: { id: 'U1' }, team: { id: 'T1' } };
    for (const payload of [
      { type: 'shortcut', callback_id: 'unknown', ...who },
      { type: 'message_action', callback_id: 'unknown', ...who },
      { type: 'view_submission', view: { id: 'V1', type: 'modal', callback_id: 'older' }, ...who },
      { type: 'view_submission', ...who },
      { type: 'view_closed', view: { id: 'V1', callback_id: 'older' }, ...who },
      { type: 'block_actions', actions: [{ type: 'button', action_id: 'older' }], ...who },
      { type: 'something_new', ...who },
    ])
      expect((await here.slack.interactive(payload)).status, payload.type).toBe(200);
    expect(here.slack.violations).toEqual([]);
  });

  it('stays silent where people talk to each other in a thread of its own', async () => {
    const { slack } = here;
    const ts = await slack.mention('something');
    await until(() => slack.messages.length === 1);
    const say = (text: string, user: string) => slack.say(text, { channel: 'C1', thread: ts, user });
    await say('my question', 'U3');
    await until(() => slack.messages.length === 2);
    await say('nice weather, lunch?', 'U3');
    await say('nice weather, lunch?', 'U1');
    await say('thanks!', 'U3');
    await say('你好', 'U4');
    await say('digest', 'U4');
    await say('one more question', 'U1');
    await until(() => slack.messages.some(({ text }) => text.includes('one more')));
    expect(slack.messages).toHaveLength(3);
    // Named, it answers all the same.
    await asked('nice weather', { thread: ts, user: 'U3' });
  });

  it('shows every numbered source of the message, those of its warnings too', async () => {
    const { slack } = here;
    const answer = await asked('cited and warned');
    expect(answer.text).toContain('[2]');
    await slack.click(answer, 'sources');
    await until(() => slack.views.length === 1);
    const shown = JSON.stringify(slack.views[0]);
    expect(shown).toContain('[1]');
    expect(shown).toContain('[2]');
    expect(shown).toContain('▶ 5  five');
  });

  it.each(['expired_trigger_id', 'unknown_method'])(
    'says the sources in private where the view is %s',
    async (error) => {
      const { slack } = here;
      const answer = await asked('cited');
      slack.faults.push({ method: 'views.open', error });
      await slack.click(answer, 'sources', { user: 'U2' });
      await until(() => slack.messages.some(({ ephemeral }) => ephemeral === 'U2'));
      expect(slack.messages.at(-1)?.text).toContain('a.txt');
    },
  );

  it('takes its words out of an answer where Slack deletes none, and says so where it cannot', async () => {
    const { slack } = here;
    const answer = await asked('cited');
    slack.faults.push({ method: 'chat.delete', error: 'unknown_method' });
    await slack.click(answer, 'delete');
    await until(() => answer.edits === 1);
    expect(answer.text).not.toContain('answer to');
    expect(answer.blocks).toEqual([]);
    const other = await asked('cited again');
    slack.faults.push({ method: 'chat.delete', error: 'cant_delete_message' });
    slack.faults.push({ method: 'chat.update', error: 'cant_update_message' });
    await slack.click(other, 'delete');
    await until(() => slack.messages.some(({ ephemeral }) => ephemeral === 'U1'));
  });

  it('posts the figures as text where no files are taken, and once at a double click', async () => {
    const { slack } = here;
    const answer = await asked('cited');
    slack.faults.push({ method: 'files.getUploadURLExternal', error: 'unknown_method' });
    await slack.click(answer, 'export');
    await slack.click(answer, 'export');
    await until(() => slack.messages.some(({ text }) => text.includes('agency,year,report')), 150);
    expect(slack.messages.filter(({ text }) => text.includes('agency,year,report'))).toHaveLength(1);
    expect(slack.uploads()).toEqual([]);
  });

  it('knows what a thread under its own direct answer is about', async () => {
    const { slack, ask, store } = here;
    await slack.say('first question');
    await until(() => slack.messages.length === 1);
    const at = new Date().toISOString();
    const turn = JSON.stringify({ question: 'first question' });
    await store.addTurn({ conversation: 'slack:D1', turn, at });
    await slack.say('and the year before', { thread: slack.messages[0]?.ts as string });
    await until(() => slack.messages.length === 2);
    const conversation = ask.asked.at(-1)?.conversation as string;
    expect(conversation).not.toBe('slack:D1');
    expect((await store.turns(conversation, 5)).map(({ turn: kept }) => kept)).toEqual([turn]);
  });
});

describe('a rate limit of one channel', () => {
  it('is waited for by one call, the others behind it; another channel is not held up', async () => {
    const slack = await createFakeSlack();
    const client = createClient({ token: 'xoxb-fake', url: slack.apiUrl, log: noLog });
    const post = (channel: string, text: string) => client.call('chat.postMessage', { channel, text });
    slack.faults.push({ method: 'chat.postMessage', status: 429, retryAfter: 1 });
    const first = post('C1', 'one');
    await until(() => slack.calls.length === 1);
    await until(() => true, 100);
    const rest = ['two', 'three', 'four'].map((text) => post('C1', text));
    await post('C2', 'elsewhere');
    expect(slack.messages.map(({ text }) => text)).toEqual(['elsewhere']);
    await Promise.all([first, ...rest]);
    expect(slack.messages.map(({ text }) => text)).toEqual(['elsewhere', 'one', 'two', 'three', 'four']);
    expect(slack.calls).toHaveLength(6);
    // Who has no time to wait is told at once.
    slack.faults.push({ method: 'chat.postMessage', status: 429, retryAfter: 30 });
    await expect(client.call('chat.postMessage', { channel: 'C3' }, { patience: 500 })).rejects.toMatchObject({
      code: 'slack.refused',
    });
    await slack.close();
  });
});

describe('the settings', () => {
  const token = { SLACK_BOT_TOKEN: 'xoxb-fake' };

  it('name both ways where only the bot token is given', async () => {
    const error = await checkToken(readConfig(token), noLog).catch((thrown: Error) => thrown);
    expect((error as Error).message).toMatch(/SLACK_APP_TOKEN[\s\S]*SLACK_SIGNING_SECRET/);
  });

  it('are checked with Slack first, and the remedy is told', async () => {
    const slack = await createFakeSlack();
    const config = readConfig({ ...token, SLACK_APP_TOKEN: 'xapp-fake', SLACK_API_URL: slack.apiUrl });
    await checkToken(config, noLog);
    slack.faults.push({ method: 'auth.test', error: 'invalid_auth' });
    await expect(checkToken(config, noLog)).rejects.toThrow(/invalid_auth[\s\S]*copy it again/);
    await slack.close();
    // Slack that cannot be reached now may be reached later.
    await checkToken(config, noLog);
  }, 15_000);

  it('say which port is taken', async () => {
    const one = await world('http');
    const port = String(one.app.port());
    await expect(world('http', memoryStore(), one.slack, { PORT: port })).rejects.toMatchObject({
      code: 'config.invalid',
      message: expect.stringContaining(`PORT`),
    });
    await one.app.stop();
    await one.slack.close();
  });
});
