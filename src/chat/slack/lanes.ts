/**
 * Order and count of the work under way. Slack hands listeners their events concurrently and in no order, and Bolt's
 * `stop` waits for nothing: work of one conversation runs one after the other here, and `drain` waits for all of it.
 */
export interface Lanes {
  /** Runs a job after the earlier ones of its lane. Gives the job's outcome; a failed job does not hold up the next. */
  run<T>(lane: string, job: () => Promise<T>): Promise<T>;
  /** Jobs waiting or running. */
  count(): number;
  /** Resolves when nothing is under way, or after `milliseconds`; true where everything was finished. */
  drain(milliseconds: number): Promise<boolean>;
}

/** Rounds of the event loop between two jobs: a round takes in one new connection, and next to no time. */
const ROUNDS = 64;

/**
 * Starts jobs one at a time, with time between them to read and acknowledge what has arrived: an answer is mostly
 * computing, and whoever asks while fifty others are answered must still be acknowledged at once.
 */
function createGate(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const open = (rounds: number) => {
    if (rounds > 0) return void setImmediate(open, rounds - 1);
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(open, ROUNDS);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(open, ROUNDS);
    });
}

export function createLanes(): Lanes {
  const turn = createGate();
  const tails = new Map<string, Promise<unknown>>();
  let underWay = 0;
  return {
    run<T>(lane: string, job: () => Promise<T>): Promise<T> {
      underWay += 1;
      const before = tails.get(lane) ?? Promise.resolve();
      const outcome = before.then(turn).then(job);
      const tail = outcome
        .catch(() => {})
        .finally(() => {
          underWay -= 1;
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return outcome;
    },
    count: () => underWay,
    async drain(milliseconds) {
      const deadline = Date.now() + milliseconds;
      while (underWay > 0 && Date.now() < deadline) {
        const left = new Promise((resolve) => setTimeout(resolve, deadline - Date.now()).unref());
        await Promise.race([Promise.all(tails.values()), left]);
      }
      return underWay === 0;
    },
  };
}
