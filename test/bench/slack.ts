/**
 * The whole bot in Slack under load: fifty people ask at once, in both modes, against a Slack of our own. Prints how long
 * acknowledgements and answers took, and how long the bot's main thread was held once it said that it is ready.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFakeSlack } from '../helpers/fake-slack.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const QUESTIONS = [
  '盐池县科技局2023年收到几件申请',
  'which agencies received applications in 2020',
  '哪些报告前后数字对不上',
  '资料库里有哪些报告',
  '申请量前三',
  'show the Yanchi science bureau’s problems section',
  '哪份报告提到政府开放日',
  '历年申请量趋势',
  'the science bureau problems',
  '今天天气怎么样',
];

/** People who ask at once, and how often. */
const ASKERS = 50;
const ROUNDS = 3;

const port = () => 20_000 + Math.floor(Math.random() * 20_000);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const show = (all: number[]) => {
  const sorted = all.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `median ${at(0.5)} ms, most ${at(1)} ms`;
};

/** One mode: gives the lines that say how it went. */
async function underLoad(mode: 'socket' | 'http'): Promise<string[]> {
  const slack = await createFakeSlack();
  const data = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
  await cp(join(ROOT, 'data/reports'), join(data, 'reports'), { recursive: true });
  const listening = port();
  const bot = spawn(
    process.execPath,
    [...process.execArgv, '--import', join(import.meta.dirname, 'hold.mjs'), 'bin/nianbao.mjs'],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        ...{
          NIANBAO_DATA: data,
          SLACK_BOT_TOKEN: 'xoxb-fake',
          SLACK_APP_TOKEN: 'xapp-fake',
          SLACK_API_URL: slack.apiUrl,
        },
        ...{ SLACK_SIGNING_SECRET: slack.signingSecret, NIANBAO_SLACK_MODE: mode, HOST: '127.0.0.1' },
        ...{ PORT: String(listening) },
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let log = '';
  bot.stderr?.on('data', (chunk) => {
    log += String(chunk);
  });
  for (let waited = 0; !log.includes('the bot is in Slack'); waited += 20) {
    if (waited > 60_000 || bot.exitCode !== null) throw new Error(`the bot did not start: ${log.slice(-500)}`);
    await pause(20);
  }
  if (mode === 'http') slack.listenAt(`http://127.0.0.1:${listening}`);
  const held = () =>
    new Promise<{ cpu: number; wall: number }>((done) => {
      bot.once('message', (message) => done(message as { cpu: number; wall: number }));
      bot.send('read');
    });
  await held();
  const lines: string[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = slack.acks.length;
      const started = performance.now();
      const waits = Array.from({ length: ASKERS }, async (_, index) => {
        const channel = `D${round}X${index}`;
        await slack.say(QUESTIONS[index % QUESTIONS.length] as string, { channel, user: `U${round}X${index}` });
        while (!slack.messages.some((message) => message.channel === channel)) {
          if (performance.now() - started > 20_000) return Number.POSITIVE_INFINITY;
          await pause(5);
        }
        return performance.now() - started;
      });
      const answers = await Promise.all(waits);
      const acks = slack.acks.slice(from).map(({ milliseconds }) => milliseconds);
      const { cpu, wall } = await held();
      const turn = `longest turn ${Math.round(cpu)} ms of processor, ${Math.round(wall)} ms in all`;
      lines.push(`${mode} round ${round + 1}: acknowledged ${show(acks)}; answered ${show(answers)}; ${turn}`);
    }
    if (slack.violations.length > 0) lines.push(`limits broken: ${slack.violations.slice(0, 3).join('; ')}`);
  } finally {
    bot.kill('SIGKILL');
    await slack.close();
    await rm(data, { recursive: true, force: true });
  }
  return lines;
}

export async function benchSlack(): Promise<void> {
  for (const mode of ['socket', 'http'] as const)
    for (const line of await underLoad(mode)) process.stdout.write(`  ${line}\n`);
}
