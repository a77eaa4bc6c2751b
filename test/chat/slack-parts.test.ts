/** The small parts of the Slack surface by themselves. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bot } from '../../src/chat/slack/bot.ts';
import { checkSlack } from '../../src/chat/slack/check.ts';
import { createDigestPost } from '../../src/chat/slack/digest-post.ts';
import { createLanes } from '../../src/chat/slack/lanes.ts';
import { listen } from '../../src/chat/slack/listeners.ts';
import { escaped, plainText, toSomebodyElse } from '../../src/chat/slack/markup.ts';
import { split } from '../../src/chat/slack/post.ts';
import { createResponder } from '../../src/chat/slack/respond.ts';
import { events, scopes } from '../../src/chat/slack/scopes.ts';
import { readConfig } from '../../src/config.ts';
import { noLog } from '../../src/log.ts';
import { createFakeSlack } from '../helpers/fake-slack.ts';
import { renderForTest } from './render.ts';

describe('markup', () => {
  it('is read as the words that people see', () => {
    expect(plainText('<@UBOT> 盐池 &amp; 彭阳 &lt;2023&gt;', 'UBOT')).toBe('盐池 & 彭阳 <2023>');
    expect(plainText('see <https://a.gov.cn|the site> in <#C1|general>, <@U2> <!channel>', 'UBOT')).toBe(
      'see the site in #C1, @U2',
    );
    expect(plainText('<!here> due <!date^1700000000^{date}|14 Nov>', 'UBOT')).toBe('due 14 Nov');
    expect(toSomebodyElse('<@U2> look', 'UBOT')).toBe(true);
    expect(toSomebodyElse('<@UBOT> look', 'UBOT')).toBe(false);
  });

  it('never survives escaping', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escaped(text)).not.toMatch(/[<>]/);
        expect(plainText(escaped(text), 'UBOT')).toBe(text.replace(/[^\S\n]{2,}/g, ' ').trim());
      }),
    );
  });
});

describe('splitting', () => {
  it('loses nothing and keeps to the limit', () => {
    const words = fc.string({ unit: fc.constantFrom('a', '字', ' ', '\n', '&amp;', '😀', '&lt;'), maxLength: 400 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 60 }), (text, limit) => {
        const pieces = split(text, limit);
        expect(pieces.every((piece) => piece.length <= limit)).toBe(true);
        expect(pieces.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        for (const piece of pieces) expect(piece).not.toMatch(/&(?:a|am|amp|l|lt)?$|[\uD800-\uDBFF]$/);
      }),
    );
  });
});

describe('lanes', () => {
  it('keep the order within, run side by side, and survive a failure', async () => {
    const lanes = createLanes();
    const told: string[] = [];
    const job = (name: string, ms: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      told.push(name);
      if (name === 'bad') throw new Error(name);
    };
    lanes.run('a', job('slow', 30)).catch(() => {});
    lanes.run('a', job('bad', 1)).catch(() => {});
    lanes.run('a', job('after', 1)).catch(() => {});
    lanes.run('b', job('other', 5)).catch(() => {});
    expect(lanes.count()).toBe(4);
    expect(await lanes.drain(1000)).toBe(true);
    expect(told).toEqual(['other', 'slow', 'bad', 'after']);
    lanes.run('a', job('endless', 500)).catch(() => {});
    expect(await lanes.drain(20)).toBe(false);
  });
});

describe('a response_url', () => {
  it('is used five times at most, and again where it was busy', async () => {
    const statuses = [503, 200, 200, 200, 200, 200];
    const server = createServer((_, response) => response.writeHead(statuses.shift() ?? 500).end('ok'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const responder = createResponder(url, noLog, async () => {});
    const sent = [];
    for (let i = 0; i < 6; i += 1) sent.push(await responder.send({ text: 'a', blocks: [] }, 'ephemeral'));
    expect(sent).toEqual([true, true, true, true, true, false]);
    expect(statuses).toEqual([]);
    server.close();
  });
});

describe('a digest in Slack', () => {
  it('is found again by its name, and the rest of it follows in its thread', async () => {
    const slack = await createFakeSlack();
    const post = createDigestPost({
      token: 'xoxb-fake',
      url: slack.apiUrl,
      channel: 'C1',
      render: renderForTest,
      log: noLog,
    });
    const text = 'x'.repeat(6000);
    const message = { language: 'zh' as const, parts: [{ kind: 'text' as const, text }] };
    const run = { id: 'run-1', until: '2026-11-22T01:00:00Z' };
    expect(await post.findPosted(run, message)).toBeNull();
    const ts = await post.post(run.id, message, null);
    expect(slack.messages.map(({ thread }) => thread)).toEqual([null, ts, ts]);
    expect(await post.findPosted(run, message)).toBe(ts);
    slack.messages.pop();
    expect(await post.post(run.id, message, ts)).toBe(ts);
    expect(slack.messages).toHaveLength(3);
    expect(slack.violations).toEqual([]);
    await slack.close();
  });
});

describe('the set-up', () => {
  it('asks for the same in manifest.json as in the code', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(scopes));
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...events]);
  });

  it('listens to what the manifest subscribes to, and names its shortcut and command alike', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
    const heard: Record<string, (string | RegExp)[]> = { event: [], action: [], command: [], shortcut: [], view: [] };
    const app = Object.fromEntries(
      Object.entries(heard).map(([kind, names]) => [kind, (name: string | RegExp) => names.push(name)]),
    );
    listen({ ...app, use: () => {}, error: () => {} } as unknown as Parameters<typeof listen>[0], {} as Bot);
    const fits = (kind: string, name: string) =>
      heard[kind]?.some((each) => (typeof each === 'string' ? each === name : each.test(name)));
    const types: string[] = manifest.settings.event_subscriptions.bot_events.map((name: string) => name.split('.')[0]);
    expect(types.filter((name) => !fits('event', name))).toEqual([]);
    const silent = heard.event?.filter(
      (each) => !types.some((name) => (typeof each === 'string' ? each === name : each.test(name))),
    );
    expect(silent).toEqual([]);
    const { shortcuts, slash_commands: commands, assistant_view: pane } = manifest.features;
    expect(shortcuts.every(({ callback_id: id }: { callback_id: string }) => fits('shortcut', id))).toBe(true);
    expect(shortcuts).toHaveLength(heard.shortcut?.length ?? 0);
    expect(shortcuts.every(({ name }: { name: string }) => name.length <= 24)).toBe(true);
    expect(commands.every(({ command }: { command: string }) => fits('command', command))).toBe(true);
    expect(pane.assistant_description.length).toBeLessThanOrEqual(300);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('is checked, with what to do', async () => {
    const slack = await createFakeSlack();
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxb-fake',
      SLACK_APP_TOKEN: 'xapp-fake',
      SLACK_API_URL: slack.apiUrl,
    });
    const fine = await checkSlack(config);
    expect(fine.map(({ name, state }) => [name, state])).toEqual([
      ['slack token', 'ok'],
      ['slack scopes', 'note'],
      ['slack socket', 'ok'],
    ]);
    slack.faults.push({ method: 'auth.test', error: 'invalid_auth' });
    const [bad] = await checkSlack(config);
    expect(bad?.state).toBe('fault');
    expect(bad?.message.en).toContain('invalid_auth');
    expect(JSON.stringify(await checkSlack(config))).not.toContain('xoxb-fake');
    expect((await checkSlack(readConfig({})))[0]?.state).toBe('fault');
    await slack.close();
  });
});
