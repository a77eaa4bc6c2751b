/**
 * What was acknowledged and is not finished yet, kept in the store: Slack does not send again what was acknowledged, so
 * a process that is killed would lose it. The next one to start finishes it. Entries are forgotten when work is done.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Store } from '../../store/store.ts';

const kinds = ['message', 'command', 'choice'] as const;
export type Kind = (typeof kinds)[number];

const Entry = z.object({ id: z.string(), kind: z.enum(kinds), payload: z.unknown(), done: z.boolean().optional() });
const Run = z.object({ run: z.string(), host: z.string(), pid: z.number() });

interface Unfinished {
  readonly kind: Kind;
  readonly payload: unknown;
}

export interface Journal {
  /** Notes a piece of work; the promise gives what to call when it is done. Never rejects. */
  begin(kind: Kind, payload: unknown): Promise<() => Promise<void>>;
  /** What processes that are gone left unfinished: each given once. */
  leftOver(): Promise<readonly Unfinished[]>;
}

/** Work of a process on another machine, which cannot be looked at, is given up after this long, in milliseconds. */
const PATIENCE = 180_000;
/** Entries read of one process, and lines after which finished ones are dropped though others are under way. */
const MOST = 1000;
const TIDY = 200;

const RUNS = 'slack/runs';
const entriesOf = (run: string) => `slack/pending/${run}`;

export function createJournal(store: Pick<Store, 'turns' | 'addTurn' | 'clearTurns'>, now: () => string): Journal {
  const me = { run: randomUUID(), host: hostname(), pid: process.pid };
  const open = new Map<string, string>();
  let lines = 0;
  let tail: Promise<unknown> = Promise.resolve();
  /** One change after the other, so that tidying up never drops what is being noted. */
  const change = (job: () => Promise<void>): Promise<void> => {
    const done = tail.then(job).catch(() => {});
    tail = done;
    return done;
  };
  const add = (conversation: string, value: object) =>
    store.addTurn({ conversation, turn: JSON.stringify(value), at: now() });
  let registered: Promise<void> | null = null;

  return {
    async begin(kind, payload) {
      registered ??= change(() => add(RUNS, me));
      const known = registered;
      const id = randomUUID();
      const line = JSON.stringify({ id, kind, payload });
      open.set(id, line);
      await change(async () => {
        lines += 1;
        await store.addTurn({ conversation: entriesOf(me.run), turn: line, at: now() });
      });
      await known;
      return () => {
        open.delete(id);
        return change(async () => {
          lines += 1;
          if (open.size > 0 && lines < TIDY) return add(entriesOf(me.run), { id, kind, payload: null, done: true });
          await store.clearTurns(entriesOf(me.run));
          lines = open.size;
          for (const turn of open.values()) await store.addTurn({ conversation: entriesOf(me.run), turn, at: now() });
        });
      };
    },
    async leftOver() {
      const found: Unfinished[] = [];
      const runs = await store.turns(RUNS, MOST);
      const gone = [];
      for (const { turn, at } of runs) {
        const run = Run.safeParse(JSON.parse(turn));
        if (!run.success || run.data.run === me.run) continue;
        const entries = await store.turns(entriesOf(run.data.run), MOST);
        const newest = Math.max(Date.parse(at), ...entries.map((entry) => Date.parse(entry.at)));
        if (!isGone(run.data, Date.parse(now()) - newest)) continue;
        gone.push(turn);
        await store.clearTurns(entriesOf(run.data.run));
        found.push(...unfinished(entries.map((entry) => entry.turn)));
      }
      if (gone.length > 0) {
        await store.clearTurns(RUNS);
        for (const each of runs) if (!gone.includes(each.turn)) await store.addTurn(each);
      }
      return found;
    },
  };

  function isGone({ host, pid }: z.infer<typeof Run>, age: number): boolean {
    if (host !== me.host) return age > PATIENCE;
    // A container's processes often have the same number each time: another run of ours is one that ended.
    return pid === me.pid || !alive(pid);
  }
}

function unfinished(lines: readonly string[]): Unfinished[] {
  const entries = lines.flatMap((line) => Entry.safeParse(JSON.parse(line)).data ?? []);
  const done = new Set(entries.filter((entry) => entry.done).map(({ id }) => id));
  return entries.filter(({ id, done: end }) => !end && !done.has(id)).map(({ kind, payload }) => ({ kind, payload }));
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
