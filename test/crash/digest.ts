/**
 * Digests into a Slack of our own, which survives, are killed at random moments and started again: every channel's digest is posted
 * once, whole, and the library is sound.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSubscriptions } from '../../src/digest/subscriptions.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { createFakeSlack, type FakeSlack } from '../helpers/fake-slack.ts';
import { madeReports } from '../helpers/made-reports.ts';
import { type Random, random } from '../helpers/random.ts';
import { finish, killAt, start } from './program.ts';

/** Reports of a digest: told one by one they fill several messages. */
const REPORTS = 12;

export async function* crashDigest(
  folder: string,
  { seed, runs }: { seed: number; runs: number },
): AsyncGenerator<{ wrong: string; told: string }> {
  const base = await library(folder, seed);
  const whole = await posted(async (slack) => {
    const data = join(folder, 'undisturbed');
    await cp(base, data, { recursive: true });
    await finish(digest(data, slack));
  });
  process.stdout.write(`an undisturbed digest: ${whole.texts.length} messages in ${Math.round(whole.took)} ms\n`);
  const source = random(seed);
  for (let run = 0; run < runs; run++) {
    const data = join(folder, `digest-${run}`);
    await cp(base, data, { recursive: true });
    const told: string[] = [];
    const { texts, ids } = await posted(async (slack) => {
      for (let kills = source.whole(1, 3); kills > 0; kills--) {
        const { moment, name } = momentOf(source, slack, whole.took, whole.calls);
        told.push(name);
        await killAt(digest(data, slack), moment);
      }
      await finish(digest(data, slack));
      // Once more: there is nothing left to be said.
      await finish(digest(data, slack));
    });
    const wrong = [
      ...missing(whole.texts, texts).map((text) => `not posted: ${text}`),
      ...missing(texts, whole.texts).map((text) => `posted in excess: ${text}`),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`),
      ...(await fault(data)),
    ];
    await rm(data, { recursive: true });
    yield { wrong: wrong.join('; '), told: `killed ${told.join(', ')}` };
  }
}

/** A library of a few reports with three chains of digests: the channel of the settings, another channel, and a person. */
async function library(folder: string, seed: number): Promise<string> {
  const data = join(folder, 'base');
  const reports = join(data, 'in');
  await mkdir(reports, { recursive: true });
  for (const { file, text } of madeReports(REPORTS, seed)) await writeFile(join(reports, file), text);
  await finish(start(['ingest', '--quiet', '--data', data, reports]));
  const store = await openStore({ path: join(data, 'library.db'), lexicon: loadLexicon() });
  const { add } = createSubscriptions(store, () => new Date().toISOString());
  const scope = { regions: [], kinds: [], words: [], findings: false };
  const wish = { scope, time: '09:00', zone: 'Asia/Shanghai', days: [], label: { zh: '全部报告', en: 'all reports' } };
  await add(wish, { channel: 'C2', by: 'U2', language: 'en' });
  await add(wish, { channel: 'U3', by: 'U3', language: 'zh' });
  await store.close();
  return data;
}

const digest = (data: string, slack: FakeSlack) =>
  start(['digest', '--quiet', '--data', data], {
    SLACK_BOT_TOKEN: 'xoxb-fake',
    SLACK_API_URL: slack.apiUrl,
    NIANBAO_DIGEST_CHANNEL: 'C1',
  });

/** Somewhere in time, or at one of the calls to Slack: before it is carried out, or once it was and the answer is on its way. */
function momentOf(source: Random, slack: FakeSlack, took: number, calls: number) {
  if (source.next() < 0.4) {
    const after = Math.round(source.next() * took);
    return { moment: () => setTimeout(after), name: `after ${after} ms` };
  }
  const call = slack.calls.length + source.whole(1, Math.max(1, calls));
  const later = source.next() < 0.5 ? 0 : source.whole(0, 30);
  const moment = async (ended: AbortSignal) => {
    while (slack.calls.length < call && !ended.aborted) await setTimeout(1);
    await setTimeout(later);
  };
  return { moment, name: `${later} ms after call ${call}` };
}

/** What stands in the channels of a Slack after `work`, without the times that a digest tells. */
async function posted(work: (slack: FakeSlack) => Promise<void>) {
  const slack = await createFakeSlack();
  const started = performance.now();
  try {
    await work(slack);
    if (slack.violations.length > 0) throw new Error(slack.violations.join('; '));
    const texts = slack.messages.map(
      ({ channel, thread, text }) => `${channel} ${thread === null ? '' : '↳ '}${plain(text)}`,
    );
    const ids = slack.messages.map(({ metadata }) => JSON.stringify(metadata));
    return { texts, ids, took: performance.now() - started, calls: slack.calls.length };
  } finally {
    await slack.close();
  }
}

const plain = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME');

/** Those of `wanted` that `held` lacks, each as often as it does. */
function missing(wanted: readonly string[], held: readonly string[]): string[] {
  const left = [...held];
  return wanted.flatMap((text) => {
    const at = left.indexOf(text);
    if (at < 0) return text.slice(0, 60).replaceAll('\n', ' ');
    left.splice(at, 1);
    return [];
  });
}

async function fault(data: string): Promise<string[]> {
  const store = await openStore({ path: join(data, 'library.db'), lexicon: loadLexicon() });
  const found = await store.check();
  await store.close();
  return found === null ? [] : [found];
}
