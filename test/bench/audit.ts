/** The audit: the rules of one report, and one pass of the rules across reports over a library. */
import { auditAcross } from '../../src/across.ts';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { auditReport } from '../../src/report/audit/audit.ts';
import { readReport } from '../../src/report/read.ts';
import { madeReports } from '../helpers/made-reports.ts';
import { print, residentMegabytes, timed } from './figures.ts';
import { madeLibrary } from './ingest.ts';

const single = 500;

export async function benchAudit(count: number): Promise<void> {
  const lexicon = loadLexicon();
  const read = await Promise.all(
    [...madeReports(single)].map(async ({ file, text }) => {
      const document = await openDocument(file, new TextEncoder().encode(text));
      return { ...readReport(document, lexicon), text: document.text };
    }),
  );
  const alone = await timed(() => {
    for (const { report, anomalies, text } of read) auditReport(report, anomalies, { text });
  });
  print('one report by itself', alone.ms / single, 'ms/report', 'target under 0.5');
  const { store, ms, drop } = await madeLibrary(count);
  const before = residentMegabytes();
  // One report less: the whole library is compared again.
  const [head] = await store.heads();
  if (head) await store.remove(head.report, { reason: 'benchmark', by: 'benchmark', at: '2026-01-01T00:00:00+08:00' });
  const pass = await timed(() => auditAcross(store));
  print('rules across reports, one pass', pass.ms, 'ms', `${(pass.ms / count).toFixed(3)} ms/report`);
  print('of the time of ingestion', pass.ms / ms, '', 'target under 1');
  print('memory of the pass', residentMegabytes() - before, 'MB');
  await drop();
}
