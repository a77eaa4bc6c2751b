/** `nianbao audit`: every finding of the library, as a list, a report card, CSV or JSON. */
import { z } from 'zod';
import { cardOf } from '../answer/card.ts';
import type { App } from '../app.ts';
import { sheetOf, toCsv } from '../export/sheet.ts';
import { Plan } from '../question/plan.ts';
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
        /** How many times the rule could be applied. */
        assessed: z.number().int(),
        reason: Bilingual.nullable(),
      }),
    )
    .optional(),
  /** With --card: the report card of each report, rules across reports and a person's dismissals included. */
  cards: z
    .array(
      z.object({
        report: z.string(),
        agency: z.string().nullable(),
        year: z.number().int().nullable(),
        file: z.string(),
        checks: z.array(
          z.object({
            rule: z.string(),
            title: Bilingual,
            verdict: z.enum(['pass', 'fail', 'not-assessable']),
            assessed: z.number().int(),
            reason: Bilingual.nullable(),
          }),
        ),
        findings: z.array(z.string()),
        remedies: z.array(Bilingual),
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
      made.option('--card', 'the report card of a report, an agency or a region (体检)');
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
      const cards = options.card ? { cards: await cardsOf(app, reports) } : {};
      run.printJson({
        reports: reports.length,
        findings: findings.map(publicFinding),
        ...verdicts,
        ...cards,
      } satisfies AuditOutput);
    } else if (options.csv)
      run.output.out(
        toCsv(sheetOf(options.card ? (await cardsOf(app, reports)).flatMap(cardRecords) : findings.map(csvRecord))),
      );
    else if (options.card) run.print(await cardText(app, run.language ?? 'zh', options, scope.reports ?? []));
    else print(run, reports.length, findings);
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

/** The card as chat shows it. */
async function cardText(
  app: App,
  language: 'zh' | 'en',
  options: Options,
  reports: readonly string[],
): Promise<string> {
  const audit = {
    rules: options.rule === undefined ? [] : [options.rule],
    severities: options.severity === undefined ? [] : [options.severity],
    card: true,
  };
  const plan = Plan.parse({ language, operation: 'audit', scope: { reports }, audit });
  return (await app.ask({ question: '', plan, language })).result.text;
}

type Cards = NonNullable<AuditOutput['cards']>;

async function cardsOf(app: App, ids: readonly string[]): Promise<Cards> {
  const heads = await app.store.heads();
  const cards: Cards = [];
  for (const id of ids) {
    const head = heads.find((each) => each.report === id);
    if (head === undefined) continue;
    const series = heads.filter((each) => each.agencyKey !== null && each.agencyKey === head.agencyKey);
    const card = await cardOf(app.store, head, series);
    if (card === null) continue;
    const { report, agency, year, file } = head;
    const findings = card.findings.map((each) => each.id);
    cards.push({ report, agency, year, file, checks: [...card.checks], findings, remedies: [...card.remedies] });
  }
  return cards;
}

function cardRecords({ report, agency, year, checks }: Cards[number]) {
  return checks.map(({ rule, title, verdict, assessed, reason }) => ({
    report,
    agency,
    year,
    rule,
    zh: title.zh,
    en: title.en,
    verdict,
    assessed,
    reason: reason?.zh ?? null,
  }));
}

const order: readonly Severity[] = ['error', 'warning', 'info'];
const words = {
  zh: { error: '错误', warning: '警告', info: '待查' },
  en: { error: 'error', warning: 'warning', info: 'check' },
} as const;

/** A list by report, most severe first. */
function print(run: Run, reports: number, findings: readonly StoredFinding[]): void {
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
    }
  }
}
