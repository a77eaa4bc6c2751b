/** Progress on standard error: how many of how many, how fast, how long still. */
import type { Run } from './command.ts';

const WIDTH = 24;

/** A function to call after each item. Overwrites its line in a terminal; elsewhere a line at the end of each tenth. */
export function progressOf(
  run: Run,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  const started = now();
  let shown = 0;
  return (done, total) => {
    if (run.quiet || total < 2) return;
    const last = done === total;
    const due = run.output.interactive
      ? now() - shown > 100
      : Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total);
    if (!due && !last) return;
    shown = now();
    const line = describe(done, total, (now() - started) / 1000);
    run.output.err(run.output.interactive ? `\r${line}${last ? '\n' : ''}` : `${line}\n`);
  };
}

function describe(done: number, total: number, seconds: number): string {
  const filled = Math.round((WIDTH * done) / total);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total}  ${rate.toFixed(1)}/s  ${left} s left`;
}
