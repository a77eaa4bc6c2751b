/** Pages, charts, the assistant pane, the shortcut and thumbs, against a Slack of our own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderSlack } from '../../src/message/render/slack.ts';
import { buttonsOf, createFakeSlack, type FakeMessage } from '../helpers/fake-slack.ts';
import { memoryStore } from './memory-store.ts';
import { until } from './until.ts';
import { type World, world } from './world.ts';

const options = { render: renderSlack, admins: ['UADMIN'] };
const ids = (message: FakeMessage) => buttonsOf(message).map(({ action_id: id }) => id);
const rowsOf = ({ text }: FakeMessage) => [...text.matchAll(/row (\d+)/g)].map(([, number]) => Number(number));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe.each(['socket', 'http'] as const)('in Slack, %s mode', (mode) => {
  let here: World;
  let store: ReturnType<typeof memoryStore>;

  beforeEach(async () => {
    store = memoryStore();
    here = await world(mode, store, undefined, {}, options);
  });

  afterEach(async () => {
    expect(here.slack.violations).toEqual([]);
    await here.app.stop();
    await here.slack.close();
  });

  const asked = async (question: string) => {
    const before = here.slack.messages.length;
    await here.slack.mention(question);
    await until(() => here.slack.messages.length > before);
    return here.slack.messages.at(-1) as FakeMessage;
  };

  it('turns the pages of a long answer in its place', async () => {
    const { slack } = here;
    const answer = await asked('plenty');
    expect(rowsOf(answer)).toEqual(range(1, 20));
    expect(ids(answer)[0]).toBe('page:next');
    await slack.click(answer, 'page:next');
    await until(() => rowsOf(answer)[0] === 21);
    expect(ids(answer).slice(0, 2)).toEqual(['page:previous', 'page:next']);
    await slack.click(answer, 'page:next', { user: 'U2' });
    await until(() => rowsOf(answer)[0] === 41);
    expect(rowsOf(answer)).toEqual(range(41, 45));
    expect(ids(answer)).not.toContain('page:next');
    await slack.click(answer, 'page:previous');
    await until(() => rowsOf(answer)[0] === 21);
    expect(slack.messages).toHaveLength(1);
    expect(here.ask.asked.filter(({ window }) => window).every(({ conversation }) => conversation === undefined)).toBe(
      true,
    );
  });

  it('takes fewer rows a page where they are wide, so that a page is one message', async () => {
    const answer = await asked('plenty wide');
    expect(here.slack.messages).toHaveLength(1);
    expect(rowsOf(answer)).toEqual(range(1, 10));
    await here.slack.click(answer, 'page:next');
    await until(() => rowsOf(answer)[0] === 11);
    expect(rowsOf(answer)).toEqual(range(11, 20));
  });

  it('turns pages after a restart, and of private and shared answers each by themselves', async () => {
    const { slack } = here;
    await slack.slash('plenty');
    await until(() => slack.messages.length === 1);
    const [secret] = slack.messages as [FakeMessage];
    await slack.click(secret, 'page:next');
    await until(() => rowsOf(secret)[0] === 21);
    expect(secret.ephemeral).toBe('U1');
    await slack.click(secret, 'share');
    await until(() => slack.messages.some(({ ephemeral }) => ephemeral === null));
    const shared = slack.messages.find(({ ephemeral }) => ephemeral === null) as FakeMessage;
    expect(rowsOf(shared)[0]).toBe(21);
    await here.app.stop();
    here = await world(mode, store, slack, {}, options);
    await slack.click(shared, 'page:previous', { user: 'U3' });
    await until(() => rowsOf(shared)[0] === 1);
    expect(shared.text).toContain('Shared by somebody');
  });

  it('believes nothing that a button says', async () => {
    const { slack } = here;
    const answer = await asked('plenty');
    const id = buttonsOf(answer)[0]?.value.split(':')[0];
    const forged = async (value: string) => {
      const button = { type: 'button', action_id: 'page:next', value, text: { type: 'plain_text', text: 'x' } };
      const copy = { ...answer, blocks: [{ type: 'actions', elements: [button] }] };
      const before = slack.messages.length;
      await slack.click(copy, 'page:next');
      await until(() => slack.messages.length > before);
      expect(slack.messages.at(-1)?.ephemeral).toBe('U1');
    };
    for (const value of [
      `${id}:7`,
      `${id}:400`,
      `${id}:-20`,
      '../../etc:20',
      `${crypto.randomUUID()}:20`,
      '__proto__:0',
    ])
      await forged(value);
    expect(rowsOf(answer)).toEqual(range(1, 20));
  });

  it('lets only those who may ask turn pages', async () => {
    const { slack } = here;
    const answer = await asked('plenty');
    await slack.slash('settings ask admins', { user: 'UADMIN' });
    await until(() => slack.messages.length > 1);
    await slack.click(answer, 'page:next');
    await until(() => slack.messages.some(({ text, ephemeral }) => ephemeral === 'U1' && text.includes('may not')));
    expect(rowsOf(answer)[0]).toBe(1);
  });

  it('draws, and says the same in words where a chart is refused', async () => {
    const { slack } = here;
    const types = ({ blocks }: FakeMessage) => blocks.map(({ type }) => type);
    expect(types(await asked('chart'))).toContain('data_visualization');
    slack.faults.push({ method: 'chat.postMessage', error: 'invalid_blocks' });
    const plainer = await asked('chart again');
    expect(types(plainer)).not.toContain('data_visualization');
    expect(types(plainer)).toContain('section');
    slack.faults.push({ method: 'chat.postMessage', error: 'invalid_blocks' });
    slack.faults.push({ method: 'chat.postMessage', error: 'invalid_blocks' });
    const words = await asked('chart once more');
    expect(words).toMatchObject({ text: 'answer to: chart once more', blocks: [] });
  });

  it('greets and prompts in the assistant pane, says that it is at work, and answers in the thread', async () => {
    const { slack } = here;
    const ts = await slack.openPane();
    await slack.openPane({ ts });
    await until(() => slack.messages.length > 0);
    expect(slack.messages.map(({ thread }) => thread)).toEqual([ts]);
    await slack.say('what now', { thread: ts });
    await until(() => slack.messages.length > 1);
    expect(slack.messages[1]).toMatchObject({ thread: ts, text: 'answer to: what now' });
    expect(slack.statuses).toEqual([{ channel: 'D1', thread: ts, status: expect.stringContaining('looking') }]);
    expect(slack.calls.filter(({ method }) => method === 'assistant.threads.setTitle')).toHaveLength(1);
    slack.faults.push({ method: 'assistant.threads.setStatus', error: 'missing_scope' });
    await slack.say('and then', { thread: ts });
    await until(() => slack.messages.length > 2);
    slack.faults.push({ method: 'assistant.threads.setStatus', status: 429, retryAfter: 30 });
    await slack.say('without a status', { thread: ts });
    await until(() => slack.messages.length > 3);
  });

  it('checks the figures of a message in private', async () => {
    const { slack } = here;
    await slack.shortcut('check_figure', 'nothing to be checked <!channel>');
    await until(() => slack.messages.length > 0);
    expect(slack.messages[0]).toMatchObject({ ephemeral: 'U1', channel: 'C1' });
    expect(slack.messages[0]?.text).toContain('no figure');
    await slack.slash('settings ask admins', { user: 'UADMIN' });
    await until(() => slack.messages.length > 1);
    await slack.shortcut('check_figure', 'Yanchi received 3 applications');
    await until(() => slack.messages.length > 2);
    expect(slack.messages[2]?.text).toContain('may not');
  });

  it('keeps thumbs with a word, for admins to read', async () => {
    const { slack } = here;
    const answer = await asked('a thing');
    await slack.click(answer, 'down', { user: 'U2' });
    await until(() => slack.views.length === 1);
    expect(slack.views[0]?.private_metadata).toMatch(/^[0-9a-f-]{36}$/);
    await slack.submit('too long <!channel>', { user: 'U2' });
    await slack.click(answer, 'up', { user: 'U3' });
    await until(() => slack.views.length === 2);
    // Nobody can put words into another's mouth, nor send a modal for an answer that they said nothing about.
    await slack.submit('forged', { user: 'U4', view: { private_metadata: slack.views[0]?.private_metadata } });
    await slack.submit('forged', { user: 'U4', view: { private_metadata: '__proto__' } });
    await slack.slash('settings feedback', { user: 'U1' });
    await until(() => slack.messages.some(({ text }) => text.includes('Only admins')));
    await slack.slash('settings feedback', { user: 'UADMIN' });
    await until(() => slack.messages.some(({ text }) => text.includes('Feedback')));
    const told = slack.messages.at(-1);
    expect(told?.text).toContain('👍 1, 👎 1');
    expect(told?.text).toContain('too long &lt;!channel&gt;');
    expect(told?.text).not.toContain('forged');
  });

  it('gives a private answer of many parts whole, to one person', async () => {
    const { slack } = here;
    await slack.slash('long long');
    await until(() => slack.messages.some(({ text }) => text.includes('line 399 ')));
    expect(slack.messages.every(({ ephemeral, channel }) => ephemeral === 'U1' || channel.startsWith('U'))).toBe(true);
  });

  it('asks the choices of a shared answer in its thread', async () => {
    const { slack } = here;
    const ts = await slack.mention('ambiguous');
    await until(() => slack.messages.length > 0);
    await slack.click(slack.messages[0] as FakeMessage, 'choice:1', { user: 'U2' });
    await until(() => slack.messages.length > 1);
    expect(slack.messages[1]).toMatchObject({ thread: ts, ephemeral: null, text: 'answer to: chosen question 1' });
  });

  it('says in private where it may not speak, and lets admins read who changed the rules', async () => {
    const { slack } = here;
    await slack.slash('settings channels #C2', { user: 'UADMIN' });
    await until(() => slack.messages.length > 0);
    const before = slack.messages.length;
    await slack.mention('anything');
    await until(() => slack.messages.length > before);
    expect(slack.messages.at(-1)).toMatchObject({ ephemeral: 'U1' });
    expect(here.ask.asked).toEqual([]);
    await slack.slash('anything');
    await until(() => slack.messages.some(({ text }) => text === 'answer to: anything'));
    expect(ids(slack.messages.at(-1) as FakeMessage)).not.toContain('share');
    await slack.slash('settings log', { user: 'UADMIN' });
    await until(() => slack.messages.some(({ text }) => text.includes('newest first')));
    expect(slack.messages.at(-1)?.text).toContain('@UADMIN: channels: any → channels: #C2');
    await slack.slash('settings log', { user: 'U1' });
    await until(() => slack.messages.some(({ text }) => text.includes('Only admins')));
  });
});

describe('limits of questions', () => {
  it('are counted together by all processes', async () => {
    const store = memoryStore();
    const slack = await createFakeSlack();
    const one = await world('socket', store, slack, {}, options);
    const two = await world('socket', store, slack, {}, options);
    await slack.slash('settings limit user 2', { user: 'UADMIN' });
    await until(() => slack.messages.length === 1);
    for (const question of ['first', 'second', 'third', 'fourth']) await slack.say(question, { user: 'U1' });
    await until(() => slack.messages.some(({ text }) => text.includes('all I may answer')), 120);
    expect(slack.messages.filter(({ text }) => text.includes('answer to'))).toHaveLength(2);
    await one.app.stop();
    await two.app.stop();
    await slack.close();
  });
});
