/**
 * What was acknowledged and is not finished yet, kept in the store: Slack does not send again what was acknowledged, so
 * a process that is killed would lose it. Another one, or the next to start, finishes it. Lines are only ever added, so that
 * processes do not undo each other's; a process's own are dropped when its work is done, all of them after a day.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Store, StoredTurn } from '../../store/store.ts';

const kinds = ['message', 'command', 'choice', 'shortcut'] as const;
export type Kind = (typeof kinds)[number];

const Entry = z.object({ id: z.string(), kind: z.enum(kinds), payload: z.unknown(), done: z.boolean().optional() });
/** A process, added again as long as it lives; `gone` where another has taken over. */
const Run = z.object({ run: z.string(), host: z.string(), pid: z.number(), gone: z.boolean().optional() });
type Run = z.infer<typeof Run>;

interface Unfinished {
  readonly kind: Kind;
  readonly payload: unknown;
}

export interface Journal {
  /** Notes a piece of work; the promise gives what to call when it is done. Never rejects. */
  begin(kind: Kind, payload: unknown): Promise<() => Promise<void>>;
  /**
   * What processes that are gone left unfinished, where it is older than so many milliseconds: each given to one
   * process only. Says also that this process lives.
   */
  leftOver(olderThan?: number): Promise<readonly Unfinished[]>;
}

/** A process that has not said for this long that it lives is gone, in milliseconds; and how often it says so. */
const PATIENCE = 180_000;
const BEAT = 45_000;
const DAY = 86_400_000;
/** Entries read of one process, and lines after which finished ones are dropped though others are under way. */
const MOST = 1000;
const TIDY = 200;

const RUNS = 'slack/runs';
const entriesOf = (run: string) => `slack/pending/${run}`;

export function createJournal(
  store: Pick<Store, 'turns' | 'addTurn' | 'clearTurns' | 'forgetTurns' | 'first'>,
  now: () => string,
): Journal {
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
  const time = () => Date.parse(now());
  let registered: Promise<void> | null = null;
  let beat = Number.NEGATIVE_INFINITY;
  const register = () => {
    beat = time();
    return change(() => add(RUNS, me));
  };

  return {
    async begin(kind, payload) {
      registered ??= register();
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
    async leftOver(olderThan = 0) {
      if (registered !== null && time() - beat > BEAT) await register();
      const found: Unfinished[] = [];
      for (const { run, at } of await runs()) {
        if (run.run === me.run || run.gone || !isGone(run, time() - at)) continue;
        let left = 0;
        for (const { entry, at: begun } of unfinished(await store.turns(entriesOf(run.run), MOST))) {
          if (time() - begun < olderThan) left += 1;
          // One process takes it, however many look at the same time.
          else if (await store.first(`taken:${entry.id}`, now())) found.push(entry);
        }
        if (left > 0) continue;
        await store.clearTurns(entriesOf(run.run));
        await add(RUNS, { ...run, gone: true });
      }
      const yesterday = new Date(time() - DAY).toISOString();
      await store.forgetTurns(RUNS, yesterday);
      await store.forgetTurns(entriesOf(''), yesterday);
      return found;
    },
  };

  /** Every process that is known, with when it last said that it lives. */
  async function runs(): Promise<{ run: Run; at: number }[]> {
    const known = new Map<string, { run: Run; at: number }>();
    for (const { turn, at } of await store.turns(RUNS, MOST)) {
      const read = Run.safeParse(JSON.parse(turn));
      if (read.success) known.set(read.data.run, { run: read.data, at: Date.parse(at) });
    }
    return [...known.values()];
  }

  function isGone({ host, pid }: Run, silent: number): boolean {
    // A container's processes often have the same number each time: another run of ours is one that ended.
    return silent > PATIENCE || (host === me.host && (pid === me.pid || !alive(pid)));
  }
}

function unfinished(lines: readonly StoredTurn[]): { entry: z.infer<typeof Entry>; at: number }[] {
  const entries = lines.flatMap(({ turn, at }) => {
    const read = Entry.safeParse(JSON.parse(turn));
    return read.success ? [{ entry: read.data, at: Date.parse(at) }] : [];
  });
  const done = new Set(entries.filter(({ entry }) => entry.done).map(({ entry }) => entry.id));
  return entries.filter(({ entry }) => !entry.done && !done.has(entry.id));
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
