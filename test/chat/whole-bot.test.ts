/** `npm start` itself, in Slack: the real library behind the real surface, from the first start to SIGTERM. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, createFakeSlack, type FakeSlack } from '../helpers/fake-slack.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function until(so: () => boolean, milliseconds = 150_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!so()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('the whole bot in Slack', () => {
  let slack: FakeSlack;
  let bot: ChildProcess;
  let data: string;
  let log = '';

  beforeAll(async () => {
    slack = await createFakeSlack();
    data = await mkdtemp(join(tmpdir(), 'nianbao-'));
    await cp(join(ROOT, 'data/reports'), join(data, 'reports'), { recursive: true });
    bot = spawn(process.execPath, ['bin/nianbao.mjs'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        NIANBAO_DATA: data,
        SLACK_BOT_TOKEN: 'xoxb-fake',
        SLACK_APP_TOKEN: 'xapp-fake',
        SLACK_API_URL: slack.apiUrl,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    bot.stderr?.on('data', (chunk) => {
      log += String(chunk);
    });
    await until(() => slack.connections() > 0);
    await until(() => log.includes('the bot is in Slack'));
  });

  afterAll(async () => {
    bot.kill('SIGKILL');
    await slack.close();
    await rm(data, { recursive: true, force: true });
  });

  it('answers from the reports, with sources', async () => {
    await slack.say('which agencies received applications in 2020');
    await until(() => slack.messages.length > 0);
    const [answer] = slack.messages;
    expect(JSON.stringify(answer)).toContain('安康市科技局');
    expect(JSON.stringify(answer)).not.toContain('彭阳县');
    const last = slack.messages.at(-1)!;
    expect(buttonsOf(last).map(({ action_id }) => action_id)).toContain('sources');
    await slack.click(last, 'sources');
    await until(() => slack.views.length > 0);
    expect(JSON.stringify(slack.views[0])).toContain('▶');
  });

  it('says in private what contradicts itself, and writes nothing of it into its log', async () => {
    await slack.slash('盐池2023年收到几件申请');
    await until(() => slack.messages.some(({ ephemeral }) => ephemeral !== null));
    const answer = JSON.stringify(slack.messages.filter(({ ephemeral }) => ephemeral !== null));
    expect(answer).toContain('1');
    expect(answer).toMatch(/第6部分|第六部分/);
    expect(log).not.toContain('盐池');
    expect(log).not.toContain('xoxb');
  });

  it('reads a file that is dropped, and knows that it is held', async () => {
    const name = (await readdir(join(ROOT, 'data/reports'))).toSorted()[0] as string;
    const before = slack.messages.length;
    const bytes = await readFile(join(ROOT, 'data/reports', name));
    await slack.say('', { subtype: 'file_share', files: [slack.file(`../${name}`, bytes)] });
    await until(() => slack.messages.length > before);
    const told = slack.messages.slice(before);
    expect(told[0]?.text).toContain(name);
    expect(told[0]?.text).not.toContain(tmpdir());
    expect(told.flatMap(buttonsOf)).toEqual([]);
    await slack.say('', { subtype: 'file_share', files: [slack.file('corrected.txt', Buffer.from(`${bytes}\n`))] });
    await until(() =>
      slack.messages.some((message) => buttonsOf(message).some(({ action_id: id }) => id === 'ingest')),
    );
    const offered = slack.messages.find((message) => buttonsOf(message).some(({ action_id: id }) => id === 'ingest'))!;
    const then = slack.messages.length;
    await slack.click(offered, 'ingest');
    await until(() => slack.messages.length > then);
    expect(slack.messages.at(-1)?.text).toMatch(/^(?:已导入|Ingested)/);
  }, 40_000);

  it('keeps to the limits, acknowledges at once, and ends when told', async () => {
    expect(slack.violations).toEqual([]);
    const ended = new Promise<number | null>((done) => bot.once('exit', (code) => done(code)));
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
