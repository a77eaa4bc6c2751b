/** What people want to be told, read from their words; and what it makes of a digest. */
import { describe, expect, it } from 'vitest';
import { collectDigest } from '../../src/digest/collect.ts';
import { type Standing, tick } from '../../src/digest/daily.ts';
import { lastDue, nextDue } from '../../src/digest/schedule.ts';
import { readWish } from '../../src/digest/wish.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { noLog } from '../../src/log.ts';
import type { ReportHead, StoredFact } from '../../src/store/store.ts';
import { memoryStore } from '../chat/memory-store.ts';

const lexicon = loadLexicon();
const wish = (text: string) => readWish(text, lexicon, { time: '09:00', zone: 'Asia/Shanghai' });
const ningxia = { province: '宁夏回族自治区', city: null, county: null };

describe('a wish', () => {
  it.each([
    [
      '宁夏 科技局 08:30',
      { time: '08:30', scope: { regions: [ningxia], kinds: ['science'], words: [], findings: false } },
    ],
    ['宁夏科技局', { time: '09:00', scope: { regions: [ningxia], kinds: ['science'], words: [], findings: false } }],
    [
      'Ningxia science and technology bureau weekdays',
      { days: [1, 2, 3, 4, 5], scope: { regions: [ningxia], kinds: ['science'] } },
    ],
    ['陕西 安康市', { scope: { regions: [{ province: '陕西省', city: '安康市', county: null }] } }],
    ['微信 有问题的', { scope: { regions: [], words: ['微信'], findings: true } }],
    [
      'all reports 18:05 Europe/Berlin',
      { time: '18:05', zone: 'Europe/Berlin', scope: { regions: [], kinds: [], words: [] } },
    ],
    ['25:99 Nowhere/Land', { time: '09:00', zone: 'Asia/Shanghai', scope: { words: ['25:99', 'Nowhere/Land'] } }],
  ])('%s', (text, read) => {
    expect(wish(text)).toMatchObject(read);
  });

  it('is bounded, whatever is typed', () => {
    const { scope } = wish('词 '.repeat(5000));
    expect(scope.words.length).toBeLessThanOrEqual(40);
    expect(wish('长'.repeat(5000)).scope.words).toEqual([]);
  });
});

describe('days of the week', () => {
  it('are due on those days only', () => {
    const zone = 'Asia/Shanghai';
    // 22 November 2026 is a Sunday.
    expect(lastDue('2026-11-22T12:00:00+08:00', '09:00', zone, [1])).toBe('2026-11-16T09:00:00.000+08:00');
    expect(nextDue('2026-11-22T12:00:00+08:00', '09:00', zone, [1])).toBe('2026-11-23T09:00:00.000+08:00');
    expect(nextDue('2026-11-23T09:00:00+08:00', '09:00', zone, [1])).toBe('2026-11-30T09:00:00.000+08:00');
    expect(lastDue('2026-11-23T09:00:00+08:00', '09:00', zone, [1])).toBe('2026-11-23T09:00:00.000+08:00');
  });
});

function head(report: string, more: Partial<ReportHead>): ReportHead {
  return {
    ...{ report, file: `${report}.txt`, agency: report, agencyKey: report, kind: null, year: 2023, current: true },
    ...{ ingestedAt: '2026-11-22T08:00:00.000+08:00', region: ningxia, sourceUrl: null },
    ...more,
  } as unknown as ReportHead;
}

describe('a digest', () => {
  it('tells what is wished, and how figures stand to the year before', async () => {
    const store = memoryStore();
    store.held.heads.push(
      head('r1', { kind: 'science', agencyKey: 'a' }),
      head('r2', { kind: 'education' }),
      head('r0', { year: 2022, agencyKey: 'a', ingestedAt: '2025-01-01T00:00:00.000+08:00' }),
    );
    const fact = (report: string, value: number) =>
      ({
        ...{ report, value, measure: 'applications.received', applicant: 'total', state: 'stated', certain: true },
        unit: '件',
      }) as unknown as StoredFact;
    store.held.facts.push(fact('r1', 7), fact('r0', 5));
    const digest = await collectDigest(
      store,
      '2026-11-22T00:00:00+08:00',
      '2026-11-23T00:00:00+08:00',
      wish('宁夏 科技局').scope,
    );
    expect(digest.reports.map(({ report }) => report)).toEqual(['r1']);
    expect(digest.reports[0]?.keyFigures[0]).toMatchObject({ value: 7, before: 5 });
    const words = await collectDigest(
      store,
      '2026-11-22T00:00:00+08:00',
      '2026-11-23T00:00:00+08:00',
      wish('FOUR').scope,
    );
    expect(words.reports.map(({ report }) => report)).toEqual(['r1']);
    const found = await collectDigest(
      store,
      '2026-11-22T00:00:00+08:00',
      '2026-11-23T00:00:00+08:00',
      wish('findings').scope,
    );
    expect(found.reports).toEqual([]);
  });

  it('of a subscription is a chain of its own', async () => {
    const store = memoryStore();
    store.held.heads.push(head('r1', { kind: 'science' }), head('r2', { kind: 'education' }));
    const clock = { at: '2026-11-22T07:00:00.000+08:00' };
    const posted: string[] = [];
    const standing = (channel: string, text: string): Standing => ({
      daily: wish(text),
      delivery: {
        ...{ store, channel, owner: 'p', now: () => clock.at, log: noLog, scope: wish(text).scope },
        compose: (digest) => ({
          language: 'zh',
          parts: [{ kind: 'text', text: digest.reports.map(({ report }) => report).join() }],
        }),
        post: async (_, { parts: [part] }) => {
          posted.push(`${channel}: ${part?.kind === 'text' ? part.text : ''}`);
          return 'ts';
        },
        findPosted: async () => null,
      },
    });
    const all = [standing('C1/1', '科技局'), standing('C1/2', '教育局 10:00'), standing('C1/3', '公安局')];
    for (const at of [
      '2026-11-22T07:00:00.000+08:00',
      '2026-11-22T09:01:00.000+08:00',
      '2026-11-22T10:01:00.000+08:00',
    ]) {
      clock.at = at;
      for (const { delivery, daily } of all) await tick(delivery, daily);
    }
    expect(posted).toEqual(['C1/1: r1', 'C1/2: r2']);
  });
});
