/** The audit: the rules of one report, and one pass of the rules across reports over a library. */
import { auditAcross } from '../../src/across.ts';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { auditReport } from '../../src/report/audit/audit.ts';
import { auditCopies } from '../../src/report/audit/library.ts';
import { bins, runBins, type Sketch, type SketchSection } from '../../src/report/audit/sketch.ts';
import { readReport } from '../../src/report/read.ts';
import { madeReports } from '../helpers/made-reports.ts';
import { random } from '../helpers/random.ts';
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
  for (const many of [25_000, 100_000]) await benchCopies(many);
}

/** Near-duplicates among very many reports: sketches only, since their texts were read when they came. */
async function benchCopies(count: number): Promise<void> {
  const before = residentMegabytes();
  const { sketches, copied } = manySketches(count);
  const held = residentMegabytes() - before;
  const { ms, result } = await timed(() => auditCopies(sketches));
  const found = new Set(result.map(({ report }) => report));
  const note = `${copied.filter((report) => found.has(report)).length} of ${copied.length} copies found, ${found.size} reports named`;
  print(`copies among ${count} reports`, ms / 1000, 's', note);
  print('memory: sketches, and beside them', held, 'MB', `${(residentMegabytes() - before - held).toFixed(0)} MB`);
}

/** Two sections each: a third are of 200 templates with a tenth of the words changed, one in a hundred is another's text. */
function manySketches(count: number): { sketches: Sketch[]; copied: string[] } {
  const { next, whole } = random(7);
  const fresh = () => Uint16Array.from({ length: bins }, () => next() * 65_536);
  const changed = (from: ArrayLike<number>, share: number) =>
    Uint16Array.from(from, (value) => (next() < share ? next() * 65_536 : value));
  const templates = Array.from({ length: 200 }, fresh);
  const copied: string[] = [];
  /** Reports whose text is nobody else's so far. */
  const own = new Set<string>();
  const sketches: Sketch[] = [];
  const section = (number: number, signature: Uint16Array): SketchSection => ({
    ...{
      number,
      length: 400,
      signature,
      runs: signature.slice(0, runBins),
      numbers: '',
      line: 10,
      page: null,
      quote: 'text',
    },
  });
  for (let at = 0; at < count; at += 1) {
    const report = at.toString(16).padStart(12, '0');
    const agency = `agency ${Math.floor(at / 5)}`;
    const year = 2019 + (at % 5);
    const chance = next();
    // The same year's report of an agency before it, whose text is its own.
    const source = chance < 0.01 && at > 100 ? sketches[at - 5 * whole(1, Math.floor(at / 5))] : undefined;
    const theirs = source !== undefined && own.has(source.report) ? source.sections[0] : undefined;
    if (theirs !== undefined) copied.push(report);
    if (theirs === undefined && chance >= 0.34) own.add(report);
    const five =
      theirs !== undefined
        ? changed(theirs.signature, 0.05)
        : chance < 0.34
          ? changed(templates[whole(0, templates.length - 1)] ?? [], 0.1)
          : fresh();
    const head = {
      report,
      agencyKey: agency,
      agency,
      kind: null,
      year,
      publishedDate: null,
      current: true,
      figures: {},
    };
    sketches.push({ ...head, sections: [section(5, five), section(1, fresh())] });
  }
  return { sketches, copied };
}
