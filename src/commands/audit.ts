/** `nianbao audit`: every finding of the library, as a list, a report card, CSV or JSON. */
import { z } from 'zod';
import type { App } from '../app.ts';
import { sheetOf, toCsv } from '../export/sheet.ts';
import { assess } from '../report/audit/audit.ts';
import { Bilingual, Evidence, Severity } from '../report/report.ts';
import type { StoredFinding } from '../store/store.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';
import { type ScopeOptions, scopeOf, withScope } from './scope.ts';

/** What `audit --json` prints. */
export const AuditOutput = z.object({
  reports: z.number().int(),
  findings: z.array(
    z.object({
      id: z.string(),
      report: z.string(),
      agency: z.string().nullable(),
      year: z.number().int().nullable(),
      rule: z.string(),
      severity: Severity,
      message: Bilingual,
      status: z.enum(['open', 'confirmed', 'dismissed', 'noted']),
      evidence: z.array(Evidence),
    }),
  ),
  /** With --all: each rule's verdict on each report. */
  verdicts: z
    .array(
      z.object({
        report: z.string(),
        rule: z.string(),
        verdict: z.enum(['pass', 'fail', 'not-assessable']),
        reason: Bilingual.nullable(),
      }),
    )
    .optional(),
});
export type AuditOutput = z.infer<typeof AuditOutput>;

interface Options extends ScopeOptions {
  readonly rule?: string;
  readonly severity?: Severity;
  readonly all?: boolean;
  readonly card?: boolean;
  readonly csv?: boolean;
}

export const auditCommand = (output: Output) =>
  command<Options>(
    'audit',
    'every finding: contradictions, arithmetic, gaps, lateness, copies',
    output,
    audit,
    (made) => {
      withScope(made);
      made.option('--rule <rule>', 'only this rule (t3.balance), or a family (t3, layout)');
      made.addOption(
        made.createOption('--severity <severity>', 'only this severity').choices(['error', 'warning', 'info']),
      );
      made.option('--all', 'also what could not be assessed, and what passed');
      made.option('--card', 'a report card an agency can be handed');
      made.option('--csv', 'comma-separated values');
    },
  );

async function audit(run: Run, _: readonly string[], options: Options): Promise<number> {
  return withApp(run, async (app) => {
    const scope = await scopeOf(options, app.store, app.lexicon);
    const reports = (await app.store.heads(scope)).map((head) => head.report);
    const severities = options.severity === undefined ? {} : { severities: [options.severity] };
    const all = await app.store.findings({ ...scope, ...severities });
    const findings = all.filter(
      (each) => options.rule === undefined || each.rule === options.rule || each.rule.startsWith(`${options.rule}.`),
    );
    if (run.json) {
      const verdicts = options.all ? { verdicts: await verdictsOf(app, reports) } : {};
      run.printJson({
        reports: reports.length,
        findings: findings.map(publicFinding),
        ...verdicts,
      } satisfies AuditOutput);
    } else if (options.csv) run.output.out(toCsv(sheetOf(findings.map(csvRecord))));
    else print(run, reports.length, findings, options.card === true);
    if (options.all && !run.json && !options.csv)
      for (const each of await verdictsOf(app, reports))
        run.print(
          `${each.report}  ${each.rule.padEnd(22)} ${each.verdict}  ${each.reason?.[run.language ?? 'zh'] ?? ''}`,
        );
    return 0;
  });
}

function publicFinding({ id, report, agency, year, rule, severity, message, evidence, verdict }: StoredFinding) {
  return { id, report, agency, year, rule, severity, message, status: verdict.status, evidence };
}

function csvRecord(finding: StoredFinding) {
  const { evidence, message, ...rest } = publicFinding(finding);
  const first = evidence[0];
  return {
    ...rest,
    zh: message.zh,
    en: message.en,
    line: first?.line ?? null,
    page: first?.page ?? null,
    quote: first?.quote ?? null,
    reason: finding.verdict.reason,
  };
}

async function verdictsOf(app: App, ids: readonly string[]) {
  const verdicts: NonNullable<AuditOutput['verdicts']> = [];
  for (const id of ids) {
    const report = await app.store.report(id);
    if (report) for (const each of assess(report)) verdicts.push({ report: id, ...each });
  }
  return verdicts;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];
const words = {
  zh: { error: '错误', warning: '警告', info: '待查' },
  en: { error: 'error', warning: 'warning', info: 'check' },
} as const;

/** A list by report, most severe first; the card adds a summary line for each report and the evidence of each finding. */
function print(run: Run, reports: number, findings: readonly StoredFinding[], card: boolean): void {
  const language = run.language ?? 'zh';
  const zh = language === 'zh';
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const summary = order.map((severity) => `${words[language][severity]} ${count(severity)}`).join(zh ? '，' : ', ');
  run.print(
    zh
      ? `${reports} 份报告，${findings.length} 项发现（${summary}）`
      : `${reports} reports, ${findings.length} findings (${summary})`,
  );
  for (const report of new Set(findings.map((each) => each.report))) {
    const own = findings.filter((each) => each.report === report);
    run.print(`\n${own[0]?.agency ?? '-'} ${own[0]?.year ?? '-'}  [${report}]`);
    for (const each of own.toSorted(
      (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.rule.localeCompare(b.rule),
    )) {
      const status =
        each.verdict.status === 'open'
          ? ''
          : ` (${each.verdict.status}${each.verdict.reason ? `: ${each.verdict.reason}` : ''})`;
      run.print(`  ${words[language][each.severity]}  ${each.rule}  ${each.message[language]}${status}  #${each.id}`);
      if (card) for (const { line, page, quote } of each.evidence) run.print(`      ${line ?? page ?? '-'}: ${quote}`);
    }
  }
}
