/** Digests against a channel that may fail at any step: each report is told once, and nothing where nothing is new. */
import { describe, expect, it } from 'vitest';
import { runDigest } from '../../src/digest/by-hand.ts';
import { collectDigest } from '../../src/digest/collect.ts';
import { startDaily, tick } from '../../src/digest/daily.ts';
import { type Delivery, deliver } from '../../src/digest/deliver.ts';
import { noLog } from '../../src/log.ts';
import type { ReportHead, StoredFact, StoredFinding } from '../../src/store/store.ts';
import { type MemoryStore, memoryStore } from '../chat/memory-store.ts';

const ZONE = 'Asia/Shanghai';
const daily = { time: '09:00', zone: ZONE };

function head(report: string, ingestedAt: string): ReportHead {
  return {
    report,
    ingestedAt,
    file: `${report}.txt`,
    agency: `局${report}`,
    agencyKey: report,
    year: 2023,
    version: 1,
    current: true,
    findings: 0,
    sourceUrl: null,
  } as unknown as ReportHead;
}

/** A channel with a history; `fail` says how the next posts end. */
function channel(store: MemoryStore, clock: { at: string }, owner = 'p1') {
  const posted: { run: string; reports: string[] }[] = [];
  const fail: ('before' | 'after')[] = [];
  const delivery: Delivery = {
    store,
    channel: 'C1',
    owner,
    now: () => clock.at,
    compose: (digest) => ({
      language: 'zh',
      parts: [{ kind: 'text', text: digest.reports.map(({ report }) => report).join(',') }],
    }),
    async post(run, message, found) {
      if (found !== null) return found;
      const how = fail.shift();
      if (how === 'before') throw new Error('not reached');
      const [part] = message.parts;
      posted.push({ run, reports: part?.kind === 'text' ? part.text.split(',') : [] });
      if (how === 'after') throw new Error('connection lost');
      return `ts-${posted.length}`;
    },
    findPosted: async ({ id }) => {
      const index = posted.findIndex(({ run }) => run === id);
      return index < 0 ? null : `ts-${index + 1}`;
    },
    log: noLog,
  };
  return { posted, fail, delivery };
}

describe('two processes that both saw no digest yet', () => {
  it('begin one chain: the later of them goes on from what the other made meanwhile', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-22T09:00:00.000+08:00' };
    store.held.heads.push(head('a', '2026-11-22T08:57:00.000+08:00'));
    const one = channel(store, clock);
    const seen = await store.lastDigest('C1');
    expect(await deliver(one.delivery, null, clock.at)).toMatchObject({ state: 'sent' });
    // The other looked before that, and is only now at making its run, which ends later.
    let looks = 0;
    const stale: Delivery = {
      ...one.delivery,
      owner: 'p2',
      store: { ...store, lastDigest: async (name) => (looks++ === 0 ? seen : store.lastDigest(name)) },
    };
    clock.at = '2026-11-22T09:00:01.000+08:00';
    expect(await deliver(stale, null, clock.at)).toMatchObject({ state: 'empty' });
    expect(one.posted).toHaveLength(1);
  });
});

describe('the daily digest', () => {
  it('tells what a fresh library took in before its first time, once, also after a restart', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-22T08:58:00.000+08:00' };
    store.held.heads.push(head('a', '2026-11-22T08:57:00.000+08:00'), head('old', '2026-10-01T08:00:00.000+08:00'));
    const { posted, delivery } = channel(store, clock);
    expect(await tick(delivery, daily)).toBeNull();
    clock.at = '2026-11-22T09:00:03.000+08:00';
    expect((await tick(delivery, daily))?.state).toBe('sent');
    expect(await tick(delivery, daily)).toBeNull();
    const restarted = channel(store, clock, 'p2');
    expect(await tick(restarted.delivery, daily)).toBeNull();
    expect(posted.map(({ reports }) => reports)).toEqual([['a']]);
    expect(restarted.posted).toEqual([]);
  });

  it('is not due for the time before it began', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-22T10:00:00.000+08:00' };
    store.held.heads.push(head('a', '2026-11-22T08:57:00.000+08:00'));
    const { posted, delivery } = channel(store, clock);
    await tick(delivery, daily);
    expect(posted).toEqual([]);
    clock.at = '2026-11-24T11:00:00.000+08:00';
    await tick(delivery, daily);
    expect(posted.map(({ reports }) => reports)).toEqual([['a']]);
  });

  it('posts nothing where nothing is new, and catches up after missed days in one digest', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-01T08:00:00.000+08:00' };
    const { posted, delivery } = channel(store, clock);
    await tick(delivery, daily);
    clock.at = '2026-11-01T09:01:00.000+08:00';
    expect((await tick(delivery, daily))?.state).toBe('empty');
    store.held.heads.push(head('a', '2026-11-02T08:00:00.000+08:00'), head('b', '2026-11-04T08:00:00.000+08:00'));
    clock.at = '2026-11-05T12:00:00.000+08:00';
    await tick(delivery, daily);
    expect(posted.map(({ reports }) => reports)).toEqual([['a', 'b']]);
  });

  it('asks the history after an unknown outcome, and says what never got through in the next one', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-01T08:00:00.000+08:00' };
    const { posted, fail, delivery } = channel(store, clock);
    await tick(delivery, daily);
    store.held.heads.push(head('a', '2026-11-01T08:30:00.000+08:00'));
    fail.push('after');
    clock.at = '2026-11-01T09:01:00.000+08:00';
    await expect(tick(delivery, daily)).rejects.toThrow('connection lost');
    expect((await tick(delivery, daily))?.state).toBe('busy');
    clock.at = '2026-11-01T09:10:00.000+08:00';
    expect((await tick(delivery, daily))?.state).toBe('sent');
    store.held.heads.push(head('b', '2026-11-01T10:00:00.000+08:00'));
    fail.push('before');
    clock.at = '2026-11-02T09:01:00.000+08:00';
    await expect(tick(delivery, daily)).rejects.toThrow('not reached');
    store.held.heads.push(head('c', '2026-11-02T10:00:00.000+08:00'));
    clock.at = '2026-11-03T09:01:00.000+08:00';
    await tick(delivery, daily);
    expect(posted.map(({ reports }) => reports)).toEqual([['a'], ['b', 'c']]);
  });

  it('takes over at once from a process that has ended, and posts what did not get through', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-01T08:00:00.000+08:00' };
    const first = channel(store, clock, 'p1');
    await tick(first.delivery, daily);
    store.held.heads.push(head('a', '2026-11-01T08:30:00.000+08:00'));
    clock.at = '2026-11-01T09:01:00.000+08:00';
    first.fail.push('before');
    await expect(tick(first.delivery, daily)).rejects.toThrow('not reached');
    const second = channel(store, clock, 'p2');
    expect((await tick(second.delivery, daily))?.state).toBe('busy');
    let waited = 0;
    const heir = {
      ...second.delivery,
      gone: (owner: string) => owner === 'p1',
      sleep: async (ms: number) => {
        waited += ms;
      },
    };
    expect((await tick(heir, daily))?.state).toBe('sent');
    // What the other had sent off last may still have been on its way.
    expect(waited).toBeGreaterThan(0);
    expect(second.posted.map(({ reports }) => reports)).toEqual([['a']]);
  });

  it('completes what an interrupted digest had begun to say before it says what is new', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-01T08:00:00.000+08:00' };
    const { posted, fail, delivery } = channel(store, clock);
    await tick(delivery, daily);
    store.held.heads.push(head('a', '2026-11-01T08:30:00.000+08:00'));
    clock.at = '2026-11-01T09:01:00.000+08:00';
    fail.push('after');
    await expect(tick(delivery, daily)).rejects.toThrow('connection lost');
    store.held.heads.push(head('b', '2026-11-01T10:00:00.000+08:00'));
    clock.at = '2026-11-02T09:01:00.000+08:00';
    const completed: (string | null)[] = [];
    const watched: Delivery = {
      ...delivery,
      post: (run, message, found) => {
        completed.push(found);
        return delivery.post(run, message, found);
      },
    };
    await tick(watched, daily);
    expect(completed).toEqual(['ts-1', null]);
    expect(posted.map(({ reports }) => reports)).toEqual([['a'], ['b']]);
  });

  it('is posted by one of two processes', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-01T08:00:00.000+08:00' };
    const one = channel(store, clock, 'p1');
    const two = channel(store, clock, 'p2');
    await Promise.all([tick(one.delivery, daily), tick(two.delivery, daily)]);
    store.held.heads.push(head('a', '2026-11-01T08:30:00.000+08:00'));
    clock.at = '2026-11-01T09:01:00.000+08:00';
    await Promise.all([tick(one.delivery, daily), tick(two.delivery, daily)]);
    expect([...one.posted, ...two.posted]).toHaveLength(1);
  });

  it('wakes at its time and stops', async () => {
    const store = memoryStore();
    const began = Date.now();
    const clock = {
      get at() {
        return new Date(began + (Date.now() - began)).toISOString();
      },
    };
    const { delivery } = channel(store, clock);
    const running = startDaily(async () => [{ delivery, daily }], noLog);
    await running.stop();
    expect(await store.setting('digest:C1:began')).not.toBeNull();
  });
});

describe('a digest by hand', () => {
  const render = (message: { parts: readonly unknown[] }) => [{ text: JSON.stringify(message.parts), blocks: [] }];

  it('posts what is new once, and a span as often as it is asked for', async () => {
    const store = memoryStore();
    const clock = { at: '2026-11-22T12:00:00.000+08:00' };
    const { posted, delivery } = channel(store, clock);
    store.held.heads.push(head('a', '2026-11-22T11:00:00.000+08:00'));
    const request = { zone: ZONE, channel: 'C1', render };
    const dry = await runDigest({ ...request, dryRun: true }, delivery);
    expect([dry.reports.length, dry.messages.length, posted.length]).toEqual([1, 1, 0]);
    const first = await runDigest(request, delivery);
    expect([first.reports.length, first.messages[0]?.channel, posted.length]).toEqual([1, 'C1', 1]);
    clock.at = '2026-11-22T12:01:00.000+08:00';
    const second = await runDigest(request, delivery);
    expect([second.reports.length, second.messages.length, posted.length]).toEqual([0, 0, 1]);
    expect(second.since).toBe('2026-11-22T12:00:00.000+08:00');
    const span = await runDigest({ ...request, since: '2026-11-22', until: '2026-11-22' }, delivery);
    expect([span.reports.length, posted.length]).toEqual([1, 2]);
    await expect(runDigest({ ...request, since: 'soon' }, delivery)).rejects.toMatchObject({ code: 'config.invalid' });
  });

  it('prints everything the first time where no channel is set up', async () => {
    const store = memoryStore();
    const { delivery } = channel(store, { at: '2026-11-22T12:00:00.000+08:00' });
    store.held.heads.push(head('a', '2025-01-01T11:00:00.000+08:00'));
    const printed = await runDigest({ zone: ZONE, channel: null, render }, { ...delivery, channel: 'printed' });
    expect(printed).toMatchObject({ since: null, reports: [{ report: 'a' }], messages: [{ channel: null }] });
  });
});

describe('what a digest says of a report', () => {
  it('gives figures with their state, and the worst open findings', async () => {
    const store = memoryStore();
    store.held.heads.push(head('a', '2026-11-22T11:00:00.000+08:00'));
    const fact = (measure: string, applicant: string | null, value: number | null, state: string, certain = true) =>
      ({ report: 'a', measure, applicant, value, state, certain, unit: '件', line: 3 }) as unknown as StoredFact;
    store.held.facts.push(
      fact('applications.received', 'natural', 1, 'stated'),
      fact('applications.received', 'total', 7, 'stated'),
      fact('applications.handled', 'total', null, 'blank'),
      fact('review.total', null, null, 'stated', false),
    );
    const finding = (rule: string, severity: string, status = 'open') =>
      ({
        report: 'a',
        rule,
        severity,
        message: { zh: rule, en: rule },
        verdict: { status },
      }) as unknown as StoredFinding;
    store.held.findings.push(
      finding('i', 'info'),
      finding('w', 'warning'),
      finding('e', 'error'),
      finding('d', 'error', 'dismissed'),
    );
    const digest = await collectDigest(store, null, '2026-11-23T00:00:00.000+08:00');
    const [report] = digest.reports;
    const states = Object.fromEntries(report!.keyFigures.map(({ measure, value, state }) => [measure, [value, state]]));
    expect(states['applications.received']).toEqual([7, 'stated']);
    expect(states['applications.handled']).toEqual([null, 'blank']);
    expect(states['applications.disclosed']).toEqual([null, 'missing']);
    expect(states['review.total']).toEqual([null, 'uncertain']);
    expect(report?.findings).toBe(3);
    expect(report?.worst.map(({ zh }) => zh)).toEqual(['e', 'w']);
  });
});
