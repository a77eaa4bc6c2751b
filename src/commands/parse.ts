/** `nianbao parse FILE…`: reads reports and prints them, keeping nothing. */
import { limitsOf } from '../config.ts';
import { openAll } from '../document/open.ts';
import { filesUnder } from '../files.ts';
import { loadNames } from '../lexicon/names.ts';
import { readFiles } from '../reading/files.ts';
import type { Unread } from '../reading/reading.ts';
import type { Report } from '../report/report.ts';
import { readTables } from '../report/tables.ts';
import { command, type Output, type Run } from './command.ts';

interface Options {
  readonly explain?: boolean;
  readonly sourceUrl?: string;
}

export const parseCommand = (output: Output) =>
  command<Options>('parse <file...>', 'read reports and print them, keeping nothing', output, parse, (made) => {
    made.option('--explain', 'show how the rows of the tables were aligned with the form');
    made.option('--source-url <url>', 'address that the report was published at');
  });

async function parse(run: Run, paths: readonly string[], options: Options): Promise<number> {
  const { files, missing } = await filesUnder(paths);
  const sourceUrl = options.sourceUrl === undefined ? {} : { sourceUrl: options.sourceUrl };
  const reading = { lexicon: loadNames(), limits: limitsOf(run.config), ...sourceUrl };
  const named = [...files, ...missing];
  const { print, end } = run.json ? asJson(run, named.length > 1) : asText(run);
  let errors = 0;
  for await (const { readings } of readFiles(named, reading)) {
    for await (const read of readings ?? []) {
      if ('error' in read) errors += 1;
      print('error' in read ? { report: failed(read) } : read);
      if (options.explain && !('error' in read)) await explain(read.file, read.bytes, read.report.year, run);
    }
  }
  end();
  return errors > 0 ? 1 : 0;
}

interface Printing {
  /** A report, with its JSON where that is known. */
  print(read: { readonly report: Report; readonly json?: string }): void;
  /** After the last report. */
  end(): void;
}

const asText = (run: Run): Printing => ({
  print: ({ report }) => run.print(describe(report, run.language ?? 'zh')),
  end: () => {},
});

/**
 * One JSON list, each report written as soon as it is read: thousands of them take hundreds of megabytes. A single file is
 * indented for whoever looks at it; of several each report is a line, at a third of the cost.
 */
function asJson({ output }: Run, several: boolean): Printing {
  let before = '[';
  return {
    print(read) {
      const line = () => `\n${read.json ?? JSON.stringify(read.report)}`;
      output.out(before + (several ? line() : JSON.stringify([read.report], null, 2).slice(1, -2)));
      before = ',';
    },
    end: () => output.out(before === '[' ? '[]\n' : '\n]\n'),
  };
}

/** The element of a file that could not be read: everything null or empty but the error. */
function failed({ file, id, error }: Unread): Report {
  return {
    ...{ file, report: id ?? '', agency: null, year: null, form: null, title: null, publishedDate: null },
    sourceUrl: null,
    region: { province: null, city: null, county: null },
    contact: { phone: null, fax: null, email: null, address: null, postcode: null, website: null },
    ...{ preamble: null, signature: null, sections: [], facts: [], statements: [], findings: [] },
    error: error as NonNullable<Report['error']>,
  };
}

function describe(report: Report, language: 'zh' | 'en'): string {
  if (report.error) return `${report.file}: ${report.error.code}: ${report.error.message[language]}`;
  const count = (state: string) => report.facts.filter((fact) => fact.state === state && fact.certain).length;
  const uncertain = report.facts.filter((fact) => !fact.certain).length;
  const region = [report.region.province, report.region.city, report.region.county]
    .filter((name) => name !== null)
    .join(' ');
  const zh = language === 'zh';
  return [
    `${report.file}`,
    `  ${zh ? '机关' : 'agency'}: ${report.agency ?? '-'}   ${zh ? '年度' : 'year'}: ${report.year ?? '-'}   ${zh ? '格式' : 'form'}: ${report.form ?? '-'}   ${region}`,
    `  ${zh ? '章节' : 'sections'}: ${report.sections.map((section) => `${section.number ?? '·'} ${section.title} (${section.lines?.join('-') ?? '-'})`).join(' | ')}`,
    `  ${zh ? '单元格' : 'cells'}: ${report.facts.length} (${zh ? '有值' : 'stated'} ${count('stated')}, ${zh ? '空白' : 'blank'} ${count('blank')}, ${zh ? '缺失' : 'missing'} ${count('missing')}, ${zh ? '不确定' : 'uncertain'} ${uncertain})   ${zh ? '文字数字' : 'statements'}: ${report.statements.length}`,
    ...report.findings.map((finding) => `  ${finding.severity}: ${finding.rule}: ${finding.message[language]}`),
  ].join('\n');
}

/** Prints, for each row of the form, which line it was matched with and why. */
async function explain(file: string, bytes: Uint8Array, year: number | null, run: Run): Promise<void> {
  for await (const opened of openAll(file, bytes, limitsOf(run.config))) {
    if ('error' in opened) continue;
    const { alignment } = readTables(opened.document, { year, explain: true });
    for (const line of alignment) run.output.err(`${JSON.stringify(line)}\n`);
  }
}
