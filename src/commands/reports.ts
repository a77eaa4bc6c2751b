/** `nianbao reports`: what is in the library, one line a report. */
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';
import { type ScopeOptions, scopeOf, withScope } from './scope.ts';

interface Options extends ScopeOptions {
  readonly versions?: boolean;
}

export const reportsCommand = (output: Output) =>
  command<Options>('reports', 'what is in the library, one line a report', output, reports, (made) => {
    withScope(made);
    made.option('--versions', 'also versions that a later one replaced');
  });

async function reports(run: Run, _: readonly string[], options: Options): Promise<number> {
  return withApp(run, async ({ store, lexicon }) => {
    const scope = await scopeOf(options, store, lexicon);
    const heads = await store.heads({ ...scope, versions: options.versions ? 'all' : 'current' });
    if (run.json) {
      run.printJson(heads);
      return 0;
    }
    const zh = (run.language ?? 'zh') === 'zh';
    for (const head of heads) {
      const replaced = head.current
        ? ''
        : zh
          ? `  （第 ${head.version} 版，已被替换）`
          : `  (version ${head.version}, replaced)`;
      run.print(
        `${head.report}  ${head.year ?? '----'}  ${head.form ?? '-'}  ${head.agency ?? (zh ? '（未写明机关）' : '(agency not named)')}  ` +
          `${zh ? '发现' : 'findings'} ${head.findings}  ${head.publishedDate ?? '-'}  ${head.file}${replaced}`,
      );
    }
    run.log(zh ? `共 ${heads.length} 份报告` : `${heads.length} reports`);
    return 0;
  });
}
