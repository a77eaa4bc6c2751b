/** Reading: text reports opened, read and audited on one core, against raw segmentation of the same text. */
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { segment } from '../../src/lexicon/segment.ts';
import { readDocument as read } from '../../src/reading/reading.ts';
import { madeReports } from '../helpers/made-reports.ts';
import { print, timed } from './figures.ts';

const WARM = 200;

export async function benchParse(count: number): Promise<void> {
  const made = [...madeReports(count)];
  const bytes = made.map((report) => new TextEncoder().encode(report.text));
  const lexicon = loadLexicon();
  // Both are measured warm: a second of a long-lived process, not its first.
  for (const [index, { file, text }] of made.slice(0, WARM).entries()) {
    segment(text);
    read(await openDocument(file, bytes[index] as Uint8Array), lexicon);
  }
  const segmentation = await timed(() => {
    for (const { text } of made) segment(text);
  });
  const parse = await timed(async () => {
    for (const [index, report] of made.entries())
      read(await openDocument(report.file, bytes[index] as Uint8Array), lexicon);
  });
  print('raw segmentation', segmentation.ms / count, 'ms/report');
  print(
    'parse (open, read, audit)',
    parse.ms / count,
    'ms/report',
    `${(1000 / (parse.ms / count)).toFixed(0)} reports/s`,
  );
  print('ratio to raw segmentation', parse.ms / segmentation.ms, '', 'target at most 1.7');
  print('the same, by processor time', parse.cpu / segmentation.cpu, '', 'what others run beside it counts less');
}
