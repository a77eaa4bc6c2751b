/** The library's upkeep: `reindex`, `backup FILE`, `restore FILE`, `status`. */
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { libraryFile } from '../app.ts';
import { CodedError } from '../errors.ts';
import { loadLexicon } from '../lexicon/load.ts';
import { openStore } from '../store/embedded/open.ts';
import type { StoreStatus } from '../store/store.ts';
import { command, type Output } from './command.ts';
import { withApp } from './open.ts';
import { progressOf } from './progress.ts';

export const reindexCommand = (output: Output) =>
  command('reindex', 'build the search index anew', output, (run) =>
    withApp(run, async ({ store }) => {
      const passages = await store.reindex(progressOf(run));
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
      else for (const line of statusLines(status, run.language ?? 'zh')) run.print(line);
      return status.fault === null ? 0 : 1;
    }),
  );

/** One line a figure; the JSON has the same under the store's own names. */
function statusLines(status: StoreStatus & { fault: string | null }, language: 'zh' | 'en'): string[] {
  const zh = language === 'zh';
  const { reports, replaced, facts, statements, findings, passages, failures, bytes, fault } = status;
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const rows: [string, string, string | number][] = [
    [
      '报告',
      'reports',
      zh ? `${reports} 份，其中旧版 ${replaced} 份` : `${reports}, of them replaced versions ${replaced}`,
    ],
    ['单元格', 'cells of the forms', facts],
    ['文中数字', 'figures of the text', statements],
    ['核查发现', 'findings', findings],
    ['检索段落', 'passages indexed', passages],
    ['未能读取的文件', 'files not read', failures],
    ['大小', 'size', size],
    ['库版本', 'library version', status.version],
    ['结构版本', 'schema', `${status.schema} (${status.engine})`],
    ['词库', 'lexicon', status.lexicon?.slice(0, 12) ?? '-'],
    ['完整性', 'integrity', fault ?? (zh ? '完好' : 'sound')],
  ];
  // A Chinese character is as wide as two others.
  const width = (text: string) => (zh ? text.length * 2 : text.length);
  const widest = Math.max(...rows.map((row) => width(row[zh ? 0 : 1])));
  return rows.map(([name, en, value]) => {
    const label = zh ? name : en;
    return `${label}${' '.repeat(widest - width(label) + 2)}${value}`;
  });
}
