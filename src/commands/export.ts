/** `nianbao export`: facts, reports, findings or an answer as CSV or XLSX, each figure with its source. */
import { writeFile } from 'node:fs/promises';
import type { App } from '../app.ts';
import { CodedError } from '../errors.ts';
import { type Sheet, sheetOf, sheetOfRows, toCsv, toXlsx } from '../export/sheet.ts';
import type { ReportFilter } from '../store/store.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';
import { type ScopeOptions, scopeOf, withScope } from './scope.ts';

interface Options extends ScopeOptions {
  readonly ask?: string;
  readonly format: 'csv' | 'xlsx';
  readonly out?: string;
}

const WHAT = ['facts', 'reports', 'findings', 'statements'] as const;
type What = (typeof WHAT)[number];

export const exportCommand = (output: Output) =>
  command<Options>(
    'export [what]',
    'facts (default), reports, findings, statements or an answer as CSV or XLSX',
    output,
    run,
    (made) => {
      made.registeredArguments[0]?.choices([...WHAT]);
      withScope(made);
      made.option('--ask <question>', 'the rows of the answer to this question');
      made.addOption(made.createOption('--format <format>', 'file format').choices(['csv', 'xlsx']).default('csv'));
      made.option('--out <file>', 'where to write (default: standard output)');
    },
  );

async function run(run: Run, [what = 'facts']: readonly string[], options: Options): Promise<number> {
  return withApp(run, async (app) => {
    const sheet =
      options.ask === undefined ? await sheetFor(app, what as What, options) : await answerSheet(app, options.ask);
    const bytes = options.format === 'xlsx' ? await toXlsx(sheet) : new TextEncoder().encode(toCsv(sheet));
    if (options.out === undefined) process.stdout.write(bytes);
    else await writeFile(options.out, bytes);
    if (run.json && options.out !== undefined)
      run.printJson({ out: options.out, format: options.format, rows: sheet.rows.length });
    else run.log(`${sheet.rows.length} rows`);
    return 0;
  });
}

async function sheetFor({ store, lexicon }: App, what: What, options: ScopeOptions): Promise<Sheet> {
  const scope = await scopeOf(options, store, lexicon);
  const heads = new Map((await store.heads(scope)).map((head) => [head.report, head]));
  const source = (report: string) => {
    const head = heads.get(report);
    return { report, agency: head?.agency ?? null, year: head?.year ?? null, file: head?.file ?? null };
  };
  if (what === 'reports') {
    return sheetOf(
      [...heads.values()].map(({ region, contact, ...head }) => ({
        ...head,
        current: String(head.current),
        ...region,
        ...contact,
      })),
    );
  }
  return sheetOf(
    (await recordsOf(what, store, scope)).map(({ report, ...record }) => ({ ...source(report), ...record })),
  );
}

async function recordsOf(
  what: Exclude<What, 'reports'>,
  store: App['store'],
  scope: ReportFilter,
): Promise<{ report: string }[]> {
  if (what === 'facts') return (await store.facts(scope)).map((fact) => ({ ...fact, certain: String(fact.certain) }));
  if (what === 'statements')
    return (await store.statements(scope)).map((each) => ({ ...each, approximate: String(each.approximate) }));
  return (await store.findings(scope)).map(({ message, verdict, evidence, concerns: _, ...finding }) => ({
    ...finding,
    ...message,
    status: verdict.status,
    reason: verdict.reason,
    evidence: evidence.map((each) => `${each.line ?? each.page ?? ''}: ${each.quote}`).join(' | '),
  }));
}

async function answerSheet(app: App, question: string): Promise<Sheet> {
  const { result } = await app.ask({ question });
  if (result.error) throw new CodedError('question.badLine', { line: 1, why: result.error.code });
  return sheetOfRows(result.rows);
}
