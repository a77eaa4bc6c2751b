/**
 * Days of digests with a controlled clock: two processes on one library, which are killed and started again, a Slack with outages and
 * rate limits, channels that are archived, left and renamed. Gives what went against the promise: each subscriber is told of each
 * report once, and on time while Slack is up.
 */
import { DateTime } from 'luxon';
import { tick } from '../../src/digest/daily.ts';
import type { Delivery } from '../../src/digest/deliver.ts';
import type { Subscription } from '../../src/digest/digest.ts';
import { nextDue } from '../../src/digest/schedule.ts';
import { chainOf, createSubscriptions } from '../../src/digest/subscriptions.ts';
import { noLog } from '../../src/log.ts';
import type { PutInput, Store } from '../../src/store/store.ts';
import { type Random, random } from '../helpers/random.ts';
import { buildReport } from '../helpers/report-builder.ts';

export interface Simulated {
  /** A second opening of the same library, as another process would. */
  readonly stores: readonly [Store, Store];
  readonly seed: number;
  readonly days: number;
  /** YYYY-MM-DD, the first day. */
  readonly from: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Nothing arrives or breaks so near the end that a digest of weekdays alone would be due after it. */
const LAST = 4 * DAY;
/** A digest is this late at most where nothing went wrong, and where something did: the lease, and the next look at the clock. */
const PROMPT = 10 * SECOND;
const PATIENT = 5 * MINUTE;

const iso = (ms: number) => new Date(ms).toISOString();
const everything = { regions: [], kinds: [], words: [], findings: false };
const wishes = [
  { channel: 'C1', time: '09:00', zone: 'Asia/Shanghai', days: [] },
  { channel: 'C2', time: '02:30', zone: 'America/New_York', days: [] },
  { channel: 'C3', time: '02:30', zone: 'Europe/Berlin', days: [] },
  { channel: 'C4', time: '23:55', zone: 'America/New_York', days: [1, 2, 3, 4, 5] },
  { channel: 'U5', time: '08:15', zone: 'Europe/Berlin', days: [] },
];

/** From one moment to another, in milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}
const within = (spans: readonly Span[], at: number) => spans.find(({ from, to }) => from <= at && at < to);

class Killed extends Error {}
class Refused extends Error {
  readonly reason = 'is_archived';
}

/** What happens when: drawn before it begins, so that the promise can be checked against it. */
function fate({ seed, days, from }: Simulated) {
  const source = random(seed);
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = start + days * DAY;
  const spans = (count: number, longest: number): Span[] =>
    Array.from({ length: count }, () => {
      const at = source.whole(start, end - LAST);
      return { from: at, to: at + source.whole(MINUTE, longest) };
    });
  return {
    ...{ source, start, end },
    outages: spans(Math.ceil(days / 4), 9 * HOUR),
    /** Of one channel: posting is refused until somebody brings it back. */
    closed: new Map(wishes.slice(1).map(({ channel }) => [channel, spans(Math.ceil(days / 60), 2 * DAY)])),
    arrivals: Array.from({ length: days * 3 }, () => source.whole(start, end - LAST)).sort((a, b) => a - b),
  };
}

/** A process: what it is called, and which store it has open. */
interface Process {
  owner: string;
  readonly store: Store;
}

export async function simulate(simulated: Simulated): Promise<{ wrong: string[]; told: number; late: number }> {
  const { stores, seed } = simulated;
  const { source, start, end, outages, closed, arrivals } = fate(simulated);
  let now = start;
  const clock = () => iso(now);
  const subscriptions = createSubscriptions(stores[0], clock);
  for (const wish of wishes)
    await subscriptions.add(
      { ...wish, scope: everything, label: { zh: '', en: '' } },
      { channel: wish.channel, by: 'U1', language: 'zh' },
    );
  const processes: Process[] = stores.map((store, at) => ({ store, owner: `p${at}` }));
  const gone = new Set<string>();
  const posted: { chain: string; run: string; reports: string[]; at: number }[] = [];
  /** Moments at which something went wrong with a chain, so that it may be late. */
  const troubles: { chain: string; at: number }[] = [];
  const refusals = new Set<string>();

  const deliveryFor = (each: Subscription, { store, owner }: Process, chance: Random): Delivery => {
    const chain = chainOf(each);
    const trouble = () => void troubles.push({ chain, at: now });
    const reach = () => {
      if (within(outages, now)) {
        trouble();
        throw new Error('not reached');
      }
    };
    return {
      ...{ store, channel: chain, owner, now: clock, log: noLog, sleep: async () => {} },
      gone: (name) => gone.has(name),
      compose: ({ reports }) => ({
        language: 'zh',
        parts: [{ kind: 'text', text: reports.map(({ report }) => report).join(' ') }],
      }),
      async post(run, message, found) {
        if (found !== null) return found;
        reach();
        if (within(closed.get(each.channel) ?? [], now)) throw new Refused();
        const luck = chance.next();
        if (luck < 0.1) trouble();
        if (luck < 0.03) throw new Error('429 for longer than one waits');
        if (luck < 0.05) throw new Killed();
        const [part] = message.parts;
        posted.push({ chain, run, reports: part?.kind === 'text' ? part.text.split(' ') : [], at: now });
        if (luck < 0.08) throw new Killed();
        if (luck < 0.1) throw new Error('connection lost');
        return `ts-${posted.length}`;
      },
      async findPosted({ id }) {
        reach();
        const at = posted.findIndex(({ run, chain: of }) => run === id && of === chain);
        return at < 0 ? null : `ts-${at + 1}`;
      },
    };
  };

  const round = async (process: Process) => {
    for (const each of await createSubscriptions(process.store, clock).list()) {
      if (each.paused) {
        // Its channel is open again: somebody resumes it there.
        if (!within(closed.get(each.channel) ?? [], now))
          await createSubscriptions(process.store, clock).change(each.number, each.channel, 'U1', { paused: false });
        continue;
      }
      try {
        await tick(deliveryFor(each, process, source), each);
      } catch (error) {
        if (error instanceof Refused) {
          refusals.add(each.channel);
          troubles.push({ chain: chainOf(each), at: now });
          await createSubscriptions(process.store, clock).change(each.number, each.channel, 'digest', { paused: true });
        }
        if (error instanceof Killed) {
          gone.add(process.owner);
          process.owner += "'";
          return;
        }
      }
    }
  };

  const held: { report: string; at: number }[] = [];
  const ahead = steps(start, end, arrivals, outages, [...closed.values()].flat());
  while (ahead.length > 0) {
    now = ahead.shift() as number;
    while (held.length < arrivals.length && (arrivals[held.length] as number) <= now) {
      const report = `r${held.length}`;
      // Some take so long to be written that their time has passed into a digest's span.
      const late = source.next() < 0.2 ? 4 * SECOND : 0;
      await stores[held.length % 2]!.put(made(report, held.length, iso(now - late)));
      held.push({ report, at: now });
    }
    const before = troubles.length;
    await Promise.all(processes.map(round));
    // Whoever looks at the clock again and again also looks when the lease of what went wrong is over.
    if (troubles.length > before) insert(ahead, now + 190 * SECOND);
  }
  const wrong: string[] = [];
  let late = 0;
  for (const each of await subscriptions.list()) {
    const chain = chainOf(each);
    const mine = posted.filter((one) => one.chain === chain);
    for (const { report, at } of held) {
      const times = mine.filter(({ reports }) => reports.includes(report));
      if (times.length !== 1) wrong.push(`${chain}: ${report} told ${times.length} times`);
      const told = times[0]?.at ?? end;
      // A report that is written at the very moment of a digest may be told by the next one.
      const due = Date.parse(nextDue(iso(at + 5 * SECOND), each.time, each.zone, each.days));
      const open = free(due, [...outages, ...(closed.get(each.channel) ?? [])]);
      // What went wrong last before it was told: from then on somebody else may try as soon as the lease is over.
      const last = Math.max(
        ...troubles.filter((one) => one.chain === chain && one.at >= due - DAY && one.at <= told).map((one) => one.at),
      );
      const hindered = open > due || last > 0;
      if (open > due) late += 1;
      const limit = hindered ? Math.max(open, last) + PATIENT : due + PROMPT;
      if (told > limit)
        wrong.push(
          `${chain}: ${report}, due ${iso(due)}, was told ${Math.round((told - limit) / SECOND)} s too late (seed ${seed})`,
        );
    }
    const days = Array.from({ length: simulated.days }, (_, day) => start + day * DAY);
    const offsets = new Set(days.map((day) => DateTime.fromMillis(day, { zone: each.zone }).offset));
    if (each.zone !== 'Asia/Shanghai' && offsets.size < 2)
      wrong.push(`${each.zone}: no change of summer time in these days`);
  }
  if (new Set(posted.map(({ run }) => run)).size !== posted.length) wrong.push('a digest was posted twice');
  return { wrong, told: posted.length, late };
}

/** The first moment from `at` on that lies in none of the spans. */
function free(at: number, spans: readonly Span[]): number {
  let open = at;
  for (let span = within(spans, open); span; span = within(spans, open)) open = span.to;
  return open;
}

function insert(sorted: number[], moment: number): void {
  const at = sorted.findIndex((each) => each >= moment);
  if (at >= 0) sorted.splice(at, 0, moment);
}

/** When the clocks are looked at: every few hours, and some times after what matters. */
function steps(
  start: number,
  end: number,
  arrivals: readonly number[],
  outages: readonly Span[],
  closed: readonly Span[],
): number[] {
  const moments = new Set<number>(arrivals);
  for (let at = start; at <= end; at += 4 * HOUR) moments.add(at);
  for (const { time, zone, days } of wishes)
    for (
      let due = Date.parse(nextDue(iso(start), time, zone, days));
      due <= end;
      due = Date.parse(nextDue(iso(due), time, zone, days))
    )
      for (const after of [3, 100]) moments.add(due + after * SECOND);
  for (const { to } of [...outages, ...closed]) for (const after of [0, 100]) moments.add(to + after * SECOND);
  return [...moments].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
}

function made(id: string, number: number, at: string): PutInput {
  const report = buildReport({ id, agency: `第${number}局`, year: 2023 });
  const text = `${id} 的正文`;
  return {
    report: { ...report, file: `${id}.txt` },
    bytes: Buffer.from(text),
    text,
    agencyKey: `第${number}局`,
    kind: null,
    at,
  };
}
