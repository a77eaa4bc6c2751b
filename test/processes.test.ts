/** Several real processes on one library: one ingests while another answers and a third copies; two post one digest. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../src/lexicon/load.ts';
import { openStore } from '../src/store/embedded/open.ts';
import { createFakeSlack } from './helpers/fake-slack.ts';
import { madeReports } from './helpers/made-reports.ts';

const program = resolve(import.meta.dirname, '../bin/nianbao.mjs');
const run = promisify(execFile);
const MANY = 60;

describe('several processes on one library', { timeout: 180_000 }, () => {
  let folder: string;
  let data: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
    data = join(folder, 'data');
    await mkdir(join(folder, 'in'));
    for (const { file, text } of madeReports(MANY, 5)) await writeFile(join(folder, 'in', file), text);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const nianbao = async (args: readonly string[], environment: Record<string, string> = {}) => {
    const env = { PATH: process.env.PATH ?? '', NIANBAO_LOG_LEVEL: 'error', ...environment };
    const { stdout } = await run(process.execPath, [program, ...args, '--data', data, '--quiet'], { env });
    return stdout;
  };
  const open = (file = join(data, 'library.db')) => openStore({ path: file, lexicon: loadLexicon() });

  it('answers from whole reports, and is copied, while another ingests', async () => {
    const [first] = await readdir(join(folder, 'in'));
    await nianbao(['ingest', join(folder, 'in', first as string)]);
    const store = await open();
    let ingesting = true;
    const ingestion = nianbao(['ingest', join(folder, 'in'), '--json']).finally(() => {
      ingesting = false;
    });
    const seen: number[] = [];
    let copies = 0;
    while (ingesting) {
      // Questions come from outside, one turn of the event loop each; reading alone would never let the end be heard.
      await pause(1);
      const heads = await store.heads();
      const facts = await store.facts({ measures: ['applications.received'], applicants: ['total'] });
      // What is read later holds what was held before, whole.
      const whole = new Set(facts.map(({ report }) => report));
      expect(heads.filter(({ report }) => !whole.has(report))).toEqual([]);
      const known = heads.at(-1)!;
      const found = await store.search({ text: '政府信息公开', reports: [known.report], limit: 1 });
      expect(found.hits).toHaveLength(1);
      seen.push(heads.length);
      if (copies === 5) continue;
      const copy = join(folder, `copy-${copies}.db`);
      await store.backup(copy);
      const copied = await open(copy);
      expect(await copied.check()).toBeNull();
      expect((await copied.heads()).length).toBeGreaterThanOrEqual(heads.length);
      await copied.close();
      copies += 1;
    }
    const { added, unchanged, failed } = JSON.parse(await ingestion) as { added: []; unchanged: number; failed: [] };
    expect([added.length, unchanged, failed.length]).toEqual([MANY - 1, 1, 0]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await store.heads()).toHaveLength(MANY);
    expect(await store.check()).toBeNull();
    await store.close();
  });

  it('posts one digest where two come at the same time', async () => {
    const slack = await createFakeSlack();
    const settings = { SLACK_BOT_TOKEN: 'xoxb-fake', SLACK_API_URL: slack.apiUrl, NIANBAO_DIGEST_CHANNEL: 'C1' };
    await Promise.all([nianbao(['digest'], settings), nianbao(['digest'], settings)]);
    expect(slack.messages.filter(({ thread }) => thread === null)).toHaveLength(1);
    await nianbao(['digest'], settings);
    expect(slack.messages.filter(({ thread }) => thread === null)).toHaveLength(1);
    const ids = slack.messages.map(({ metadata }) => JSON.stringify(metadata));
    expect(new Set(ids).size).toBe(ids.length);
    expect(slack.violations).toEqual([]);
    await slack.close();
  });
});
