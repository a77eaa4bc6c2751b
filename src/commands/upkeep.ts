/** The library's upkeep: `reindex`, `backup FILE`, `restore FILE`, `status`. */
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { libraryFile } from '../app.ts';
import { CodedError } from '../errors.ts';
import { loadLexicon } from '../lexicon/load.ts';
import { openStore } from '../store/embedded/open.ts';
import { command, type Output } from './command.ts';
import { withApp } from './open.ts';

export const reindexCommand = (output: Output) =>
  command('reindex', 'build the search index anew', output, (run) =>
    withApp(run, async ({ store }) => {
      const passages = await store.reindex();
      if (run.json) run.printJson({ passages });
      else run.print((run.language ?? 'zh') === 'zh' ? `已索引 ${passages} 段` : `${passages} passages indexed`);
      return 0;
    }),
  );

export const backupCommand = (output: Output) =>
  command('backup <file>', 'copy the library to a file, while it is in use', output, (run, [file = '']) =>
    withApp(run, async ({ store }) => {
      await store.backup(file);
      if (run.json) run.printJson({ backup: file });
      else run.print((run.language ?? 'zh') === 'zh' ? `已备份到 ${file}` : `Backed up to ${file}`);
      return 0;
    }),
  );

export const restoreCommand = (output: Output) =>
  command(
    'restore <file>',
    'replace the library by a backup (stop the bot first)',
    output,
    async (run, [file = '']) => {
      const target = libraryFile(run.config);
      await mkdir(dirname(target), { recursive: true });
      const candidate = `${target}.restoring`;
      await copyFile(file, candidate).catch((error) => {
        throw new CodedError('input.missing', { what: file }, { cause: error });
      });
      try {
        const store = await openStore({ path: candidate, lexicon: loadLexicon() });
        const fault = await store.check();
        await store.close();
        if (fault !== null) throw new CodedError('store.damaged', { what: file, why: fault });
        await Promise.all(['-wal', '-shm'].map((end) => rm(target + end, { force: true })));
        await rename(candidate, target);
      } finally {
        await Promise.all(['', '-wal', '-shm'].map((end) => rm(candidate + end, { force: true })));
      }
      if (run.json) run.printJson({ restored: target, from: file });
      else run.print((run.language ?? 'zh') === 'zh' ? `已从 ${file} 恢复` : `Restored from ${file}`);
      return 0;
    },
  );

export const statusCommand = (output: Output) =>
  command('status', 'how much the library holds', output, (run) =>
    withApp(run, async ({ store }) => {
      const status = { ...(await store.status()), fault: await store.check() };
      if (run.json) run.printJson(status);
      else for (const [name, value] of Object.entries(status)) run.print(`${name.padEnd(12)} ${value ?? '-'}`);
      return status.fault === null ? 0 : 1;
    }),
  );
