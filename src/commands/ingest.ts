/** `nianbao ingest PATH…`: reads files or whole folders into the library. */
import { openApp } from '../app.ts';
import { type IngestResult, ingest } from '../ingest.ts';
import { command, type Output, type Run } from './command.ts';
import { progressOf } from './progress.ts';

interface Options {
  readonly sourceUrl?: string;
}

export const ingestCommand = (output: Output) =>
  command<Options>('ingest <path...>', 'read files or whole folders into the library', output, run, (made) => {
    made.option('--source-url <url>', 'address that the reports were published at');
  });

async function run(run: Run, paths: readonly string[], options: Options): Promise<number> {
  const app = await openApp(run.config, { ingestShipped: false });
  try {
    const sourceUrl = options.sourceUrl === undefined ? {} : { sourceUrl: options.sourceUrl };
    const result = await ingest(paths, { ...app.ingesting, ...sourceUrl, progress: progressOf(run) });
    if (run.json) run.printJson(result);
    else run.print(describe(result, run.language ?? 'zh'));
    return result.failed.length > 0 ? 1 : 0;
  } finally {
    await app.close();
  }
}

function describe(result: IngestResult, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const lines = [
    zh
      ? `新增 ${result.added.length}，更新 ${result.updated.length}，未变 ${result.unchanged}，失败 ${result.failed.length}（${result.seconds} 秒）`
      : `${result.added.length} added, ${result.updated.length} updated, ${result.unchanged} unchanged, ${result.failed.length} failed (${result.seconds} s)`,
  ];
  for (const kind of ['added', 'updated'] as const) {
    for (const each of result[kind]) {
      const sign = kind === 'added' ? '+' : '~';
      lines.push(
        `  ${sign} ${each.report}  ${each.year ?? '-'}  ${each.agency ?? '-'}  ${zh ? `发现 ${each.findings}` : `${each.findings} findings`}  ${each.file}`,
      );
      for (const { message } of each.notes ?? []) lines.push(`      ${message[language]}`);
    }
  }
  for (const { file, report, of } of result.duplicates ?? [])
    lines.push(`  = ${file}  ${zh ? `与 ${of} 内容相同（${report}）` : `the same content as ${of} (${report})`}`);
  for (const each of result.failed) {
    const what = each.message[language];
    // A message that names the file says it all.
    lines.push(what.includes(each.file) ? `  ! ${what} (${each.code})` : `  ! ${each.file}: ${what} (${each.code})`);
  }
  return lines.join('\n');
}
