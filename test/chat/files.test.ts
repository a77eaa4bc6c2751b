/** Files dropped into the chat: read, audited, offered to those who may; the token goes nowhere else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../src/chat/handlers.ts';
import { createHouse } from '../../src/chat/house.ts';
import type { FileDesk, Inspected } from '../../src/chat/inspection.ts';
import { createSlackApp, type SlackApp } from '../../src/chat/slack/app.ts';
import { download, safeName, trusted } from '../../src/chat/slack/download.ts';
import { readConfig } from '../../src/config.ts';
import { noLog } from '../../src/log.ts';
import { renderSlack } from '../../src/message/render/slack.ts';
import { buttonsOf, createFakeSlack, type FakeMessage, type FakeSlack } from '../helpers/fake-slack.ts';
import { memoryStore } from './memory-store.ts';
import { stubAsk } from './stub-ask.ts';
import { until } from './until.ts';

const now = () => new Date().toISOString();
const bytes = new TextEncoder().encode('a report');

const good: Inspected = {
  file: 'a.txt',
  agency: '盐池县科学技术局 <!channel>',
  year: 2023,
  form: '2021',
  cells: { stated: 190, blank: 3, missing: 7, uncertain: 0 },
  statements: 4,
  figures: [{ zh: '新收申请：1 件', en: 'applications received: 1' }],
  findings: [{ severity: 'error', zh: '前后矛盾', en: 'contradiction', line: 3 }],
  held: false,
  error: null,
};

function desk() {
  const seen: string[] = [];
  const files: FileDesk = {
    async inspect(name, given) {
      seen.push(`inspect ${name} ${given.length}`);
      if (name.includes('slow')) await new Promise((done) => setTimeout(done, 1200));
      if (!name.includes('bad')) return [good];
      return [{ ...good, error: { code: 'report.none', zh: '没有找到报告', en: 'no report' } }];
    },
    async ingest(name, given) {
      seen.push(`ingest ${name} ${given.length}`);
      if (name.includes('fails') && seen.filter((line) => line.startsWith('ingest')).length === 1)
        return [{ outcome: 'failed', what: name, error: { code: 'store.busy', zh: '忙', en: 'busy' } }];
      return [{ outcome: 'added', what: '盐池县科学技术局 · 2023', error: null }];
    },
  };
  return { files, seen };
}

describe('a file dropped into a direct message', () => {
  let slack: FakeSlack;
  let app: SlackApp;
  let held: ReturnType<typeof desk>;
  let house: ReturnType<typeof createHouse>;
  let ask: ReturnType<typeof stubAsk>;

  beforeEach(async () => {
    slack = await createFakeSlack();
    held = desk();
    ask = stubAsk();
    const store = memoryStore();
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxb-fake',
      SLACK_APP_TOKEN: 'xapp-fake',
      SLACK_API_URL: slack.apiUrl,
      NIANBAO_MAX_BYTES: '2048',
    });
    house = createHouse({ store, admins: ['UADMIN'], now });
    const handlers = createHandlers({ ask, store, now, log: noLog });
    app = createSlackApp({ config, handlers, house, files: held.files, store, log: noLog, render: renderSlack, now });
    await app.start();
    ask.asked.length = 0;
  });

  afterEach(async () => {
    expect(slack.violations).toEqual([]);
    await app.stop();
    await slack.close();
  });

  const drop = (name: string, content = bytes, more: object = {}) =>
    slack.say('', { subtype: 'file_share', files: [slack.file(name, content)], ...more });

  it('is read and told, and ingested at a click', async () => {
    await drop('../../etc/a.txt');
    await until(() => slack.messages.length > 0);
    const [told] = slack.messages;
    expect(held.seen).toEqual(['inspect a.txt 8']);
    expect(told?.text).toContain('190');
    expect(told?.text).toContain('前后矛盾');
    expect(JSON.stringify(told)).not.toContain('<!channel>');
    expect(buttonsOf(told!).map(({ action_id }) => action_id)).toEqual(['ingest']);
    await slack.click(told!, 'ingest');
    await until(() => slack.messages.length > 1);
    expect(held.seen).toEqual(['inspect a.txt 8', 'ingest a.txt 8']);
    expect(slack.messages[1]?.text).toContain('盐池县科学技术局 · 2023');
    expect(ask.asked).toEqual([]);
  });

  it('is said to be read where that takes long, and told in the place of that', async () => {
    await Promise.all([drop('slow.txt'), drop('quick.txt', bytes, { channel: 'D2', user: 'U2' })]);
    await until(() => slack.messages.some(({ text }) => text.includes('slow.txt')));
    const reading = slack.messages.find(({ channel }) => channel === 'D1')!;
    expect(reading.edits).toBe(0);
    await until(() => reading.edits === 1);
    expect(reading.text).toContain('190');
    expect(buttonsOf(reading)).toHaveLength(1);
    expect(slack.messages.filter(({ channel }) => channel === 'D1')).toHaveLength(1);
    expect(slack.messages.filter(({ channel }) => channel === 'D2').map(({ edits }) => edits)).toEqual([0]);
  });

  it('is one of several: how many are read is said first, and none waits for another', async () => {
    const names = ['slow.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt'];
    await slack.say('', { subtype: 'file_share', files: names.map((name) => slack.file(name, bytes)) });
    await until(() => slack.messages.length >= 6);
    expect(slack.messages[0]?.text).toContain('5');
    expect(held.seen).toHaveLength(5);
    await until(() => slack.messages.every(({ text }) => !text.includes('slow.txt')));
  });

  it('is ingested once at a double click, and again where it could not be', async () => {
    await drop('fails.txt');
    await until(() => slack.messages.length === 1);
    const [told] = slack.messages as [FakeMessage];
    await slack.click(told, 'ingest');
    await until(() => slack.messages.length === 2);
    await slack.click(told, 'ingest');
    await slack.click(told, 'ingest');
    await until(() => slack.messages.length === 3, 200);
    expect(held.seen.filter((line) => line.startsWith('ingest'))).toHaveLength(2);
    expect(slack.messages).toHaveLength(3);
  });

  it('is answered once, and with it a question that came along', async () => {
    const ts = slack.nextTs();
    const files = [slack.file('a.txt', bytes)];
    await slack.say('how many', { subtype: 'file_share', files, ts, eventId: 'E1' });
    await slack.say('how many', { subtype: 'file_share', files, ts, eventId: 'E1' });
    await until(() => slack.messages.length > 1, 150);
    expect(held.seen).toHaveLength(1);
    expect(ask.asked.map(({ question }) => question)).toEqual(['how many']);
  });

  it('is said for what it is where it is none', async () => {
    await drop('bad.txt');
    await until(() => slack.messages.length > 0);
    expect(slack.messages[0]?.text).toContain('report.none');
    expect(buttonsOf(slack.messages[0]!)).toEqual([]);
    await drop('large.txt', new Uint8Array(4096));
    await until(() => slack.messages.length > 1);
    expect(slack.messages[1]?.text).toContain('2048');
    expect(held.seen).toHaveLength(1);
  });

  it('offers the button only to those who may, and checks again at the click', async () => {
    await drop('a.txt');
    await until(() => slack.messages.length > 0);
    await house.change('UADMIN', { ingest: 'admins' });
    await slack.click(slack.messages[0]!, 'ingest');
    await until(() => slack.messages.length > 1);
    expect(slack.messages[1]).toMatchObject({ ephemeral: 'U1' });
    await drop('a.txt');
    await until(() => slack.messages.length > 2);
    expect(buttonsOf(slack.messages[2]!)).toEqual([]);
    await drop('a.txt', bytes, { user: 'UADMIN', channel: 'D2' });
    await until(() => slack.messages.length > 3);
    expect(buttonsOf(slack.messages[3]!)).toHaveLength(1);
    expect(held.seen.filter((line) => line.startsWith('ingest'))).toEqual([]);
  });
});

describe('the download of a file', () => {
  it('trusts the file hosts of Slack and the configured API, and no other', () => {
    const api = 'http://127.0.0.1:9000/api/';
    for (const url of [
      'https://files.slack.com/a',
      'https://x.slack.com/b',
      'https://slack.com/c',
      'http://127.0.0.1:9000/f',
    ])
      expect(trusted(url, api), url).toBe(true);
    for (const url of [
      'http://files.slack.com/a',
      'https://files.slack.com.evil.example/a',
      'https://evilslack.com/a',
      'https://files.slack.com:444/a',
      'https://files.slack.com@evil.example/a',
      'https://me:pw@files.slack.com/a',
      'http://127.0.0.1:9001/f',
      'https://evil.example/?files.slack.com',
      'file:///etc/passwd',
      '',
    ])
      expect(trusted(url, api), url).toBe(false);
    expect(trusted('http://127.0.0.1:9000/f', undefined)).toBe(false);
  });

  it('follows no redirect to another host with the token, and counts what comes', async () => {
    const got: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      got.push(request.headers.authorization);
      response.end('mine');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const own = createServer((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: elsewhere }).end();
      else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
      else if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      else response.writeHead(200).end(Buffer.alloc(5000));
    });
    await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
    const get = (path: string, name = 'a.pdf') =>
      download({ name, url_private: `${base}${path}` }, { token: 'xoxb-secret', api: `${base}/api/`, limit: 4000 });
    expect(await get('/away')).toMatchObject({ bytes: null, why: 'fileWhyHost' });
    expect(got).toEqual([]);
    expect(await get('/round')).toMatchObject({ why: 'fileWhyLost' });
    expect(await get('/page')).toMatchObject({ why: 'fileWhyScope' });
    expect((await get('/page', 'a.html')).bytes).not.toBeNull();
    expect(await get('/big')).toMatchObject({ why: 'fileWhyLarge' });
    own.close();
    other.close();
  });

  it('makes a name of any name', () => {
    expect(safeName('../../../etc/passwd')).toBe('passwd');
    expect(safeName('C:\\x\\报告.docx')).toBe('报告.docx');
    expect(safeName('..')).toBe('file');
    expect(safeName('')).toBe('file');
    expect(safeName(null)).toBe('file');
    expect(safeName('a\u0000b\u202e.txt')).toBe('a_b_.txt');
    expect(safeName(`${'长'.repeat(300)}.pdf`)).toMatch(/^长{80}\.pdf$/);
  });
});
