/** Opens the library for a command, and closes it whatever happens. */
import { type App, openApp } from '../app.ts';
import type { Run } from './command.ts';
import { progressOf } from './progress.ts';

/** Runs `work` on the library of the run's settings; a library never written to first ingests DIR/reports. */
export async function withApp(run: Run, work: (app: App) => Promise<number>, ingestShipped = true): Promise<number> {
  const app = await openApp(run.config, { ingestShipped, progress: progressOf(run) });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
