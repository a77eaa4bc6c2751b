/** `nianbao parse FILE…`: reads reports and prints them, keeping nothing. */

import { limitsOf } from '../app.ts';
import type { Document } from '../document/document.ts';
import { openAll } from '../document/open.ts';
import { coded } from '../errors.ts';
import { filesUnder } from '../files.ts';
import { idOf, read, readBounded } from '../ingest.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { loadLexicon } from '../lexicon/load.ts';
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
  const lexicon = loadLexicon();
  const { files, missing } = await filesUnder(paths);
  const reports: Report[] = [];
  for (const path of [...files, ...missing]) {
    for await (const { document, report } of readFile(path, run, lexicon, options)) {
      reports.push(report);
      if (!run.json) run.print(describe(report, run.language ?? 'zh'));
      if (options.explain && document) explain(document, report, run);
    }
  }
  if (run.json) run.printJson(reports);
  return reports.some((report) => report.error) ? 1 : 0;
}

async function* readFile(
  path: string,
  run: Run,
  lexicon: Lexicon,
  options: Options,
): AsyncGenerator<{ document: Document | null; report: Report }> {
  try {
    const bytes = await readBounded(path, run.config.NIANBAO_MAX_BYTES);
    for await (const opened of openAll(path, bytes, limitsOf(run.config))) {
      if ('error' in opened) yield { document: null, report: failed(opened.file, idOf(bytes), opened.error) };
      else
        yield { document: opened.document, report: attempt(opened.document, opened.bytes, lexicon, options.sourceUrl) };
    }
  } catch (error) {
    yield { document: null, report: failed(path, '', error) };
  }
}

function attempt(document: Document, bytes: Uint8Array, lexicon: Lexicon, sourceUrl?: string): Report {
  try {
    return read(document, lexicon, sourceUrl);
  } catch (error) {
    return failed(document.file, idOf(bytes), error);
  }
}

/** The element of a file that could not be read: everything null or empty but the error. */
function failed(file: string, report: string, error: unknown): Report {
  const { code, bilingual } = coded(error);
  return {
    ...{ file, report, agency: null, year: null, form: null, title: null, publishedDate: null, sourceUrl: null },
    region: { province: null, city: null, county: null },
    contact: { phone: null, fax: null, email: null, address: null, postcode: null, website: null },
    ...{ preamble: null, signature: null, sections: [], facts: [], statements: [], findings: [] },
    error: { code, message: bilingual },
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
function explain(document: Document, report: Report, run: Run): void {
  const { alignment } = readTables(document, { year: report.year, explain: true });
  for (const line of alignment) run.output.err(`${JSON.stringify(line)}\n`);
}
