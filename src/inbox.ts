/** The inbox: a folder whose files are ingested when they have stopped changing, and left where they are. */
import { watch } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app.ts';
import { filesUnder } from './files.ts';
import { type IngestResult, ingest } from './ingest.ts';
import { failure, type Log } from './log.ts';

export interface InboxOptions {
  readonly folder: string;
  /** Takes files into the library. */
  readonly take: (files: readonly string[]) => Promise<IngestResult>;
  readonly log: Log;
  /** A file is taken when it has been the same for so many milliseconds. */
  readonly settle?: number;
  /** Looked at this often, whatever the system says of changes: folders of other machines send no word. Milliseconds. */
  readonly every?: number;
}

export interface Inbox {
  /** Takes no more; resolves when what is being taken is in the library. */
  stop(): Promise<void>;
}

/** Watches DIR/inbox/ of the app's library, which it makes where there is none. */
export function watchInbox({ config, ingesting }: Pick<App, 'config' | 'ingesting'>, log: Log): Inbox {
  // Reading stays off this thread: it answers questions meanwhile.
  const take = (files: readonly string[]) => ingest(files, { ...ingesting, alone: 0, notRemoved: true });
  return openInbox({ folder: join(config.NIANBAO_DATA, 'inbox'), take, log });
}

/** Scans the folder now and whenever it changes. Never throws: what goes wrong is logged, and tried again later. */
export function openInbox({ folder, take, log, settle = 1_000, every = 60_000 }: InboxOptions): Inbox {
  /** What each file was like when it was last looked at. */
  let seen = new Map<string, string>();
  const taken = new Map<string, string>();
  let stopped = false;
  /** Something changed since the folder was last looked at. */
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const later = (wait: number) => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(scan).catch((error) => log.warn(failure(error), 'the inbox could not be read'));
      void running.then(() => later(changed || restless() ? settle : every));
    }, wait);
    timer.unref();
  };
  const restless = () => [...seen].some(([file, state]) => taken.get(file) !== state);

  async function scan(): Promise<void> {
    changed = false;
    const now = new Map<string, string>();
    for (const file of (await filesUnder([folder])).files) {
      const found = await stat(file).catch(() => null);
      if (found && found.size > 0) now.set(file, `${found.size} ${found.mtimeMs} ${found.ino}`);
    }
    const ready = [...now].filter(([file, state]) => seen.get(file) === state && taken.get(file) !== state);
    seen = now;
    for (const file of taken.keys()) if (!now.has(file)) taken.delete(file);
    if (ready.length === 0 || stopped) return;
    const result = await take(ready.map(([file]) => file));
    // A library that another process is writing to is no fault of the file.
    const busy = new Set(result.failed.filter(({ code }) => code === 'store.busy').map(({ file }) => file));
    for (const [file, state] of ready) if (!busy.has(file)) taken.set(file, state);
    const { added, updated, failed, seconds } = result;
    log.info(
      { added: added.length, updated: updated.length, failed: failed.length, seconds },
      'the inbox was taken into the library',
    );
  }

  const watching = mkdir(folder, { recursive: true })
    .then(() => {
      if (stopped) return null;
      const watcher = watch(folder, { recursive: true, persistent: false }, () => {
        changed = true;
        later(settle);
      });
      watcher.on('error', (error) => log.warn(failure(error), 'the inbox is only looked at now and then'));
      return watcher;
    })
    .catch((error) => {
      log.warn(failure(error), 'the inbox is only looked at now and then');
      return null;
    });
  void watching.then(() => later(0));

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      (await watching)?.close();
      await running;
    },
  };
}
