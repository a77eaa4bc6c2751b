/** The rules across reports, run over the whole library when reports came or went, page by page so that memory stays flat. */
import { setImmediate } from 'node:timers/promises';
import { auditCopies, auditSeries, type LibraryFinding } from './report/audit/library.ts';
import { packSketch, type Sketch, unpackSketch } from './report/audit/sketch.ts';
import type { ReportHead, Store } from './store/store.ts';

/** Reports read, and reports whose findings are replaced, at a time. */
const page = 500;

/**
 * Brings the findings across reports up to date, where reports came or went since they last were: after an ingestion, and at the
 * start of a process whose predecessor was interrupted. Only what differs is written. False where nothing was due.
 */
export async function auditAcross(store: Store): Promise<boolean> {
  const due = await store.unaudited();
  if (due === null) return false;
  const found = new Map<string, LibraryFinding[]>();
  for (const each of await findAll(store)) found.set(each.report, [...(found.get(each.report) ?? []), each]);
  const scope = changed(found, await store.findingsAcross());
  for (let at = 0; at < scope.length; at += page) {
    const part = scope.slice(at, at + page);
    await store.putFindings(
      part.flatMap((report) => found.get(report) ?? []),
      part,
    );
    await setImmediate();
  }
  await store.putFindings([], [], due);
  return true;
}

/** Everything that the rules across reports find now. Replaced versions are not compared. */
async function findAll(store: Store): Promise<LibraryFinding[]> {
  const findings: LibraryFinding[] = [];
  const texts: Sketch[] = [];
  let series: Sketch[] = [];
  const heads = await store.heads();
  for (let at = 0; at < heads.length; at += page) {
    for (const sketch of await sketchesOf(store, heads.slice(at, at + page))) {
      // Heads come agency by agency: when the next begins, the figures of the last have been read.
      if (series.length > 0 && series[0]!.agencyKey !== sketch.agencyKey) {
        findings.push(...auditSeries(series));
        series = [];
      }
      series.push(sketch);
      texts.push({ ...sketch, figures: {} });
    }
    await setImmediate();
  }
  return [...findings, ...auditSeries(series), ...auditCopies(texts)];
}

async function sketchesOf(store: Store, heads: readonly ReportHead[]): Promise<Sketch[]> {
  const packed = await store.sketches(heads.map(({ report }) => report));
  const sketches: Sketch[] = [];
  for (const [index, { report, agencyKey, agency, kind, year, publishedDate, current }] of heads.entries()) {
    const text = packed[index] ?? (await sketchAnew(store, report));
    if (text !== null)
      sketches.push(unpackSketch(text, { report, agencyKey, agency, kind, year, publishedDate, current }));
  }
  return sketches;
}

/** Of a report that came without a sketch. */
async function sketchAnew(store: Store, report: string): Promise<string | null> {
  const read = await store.report(report);
  return read === null ? null : packSketch(read);
}

/** Reports for which other findings are held than are found now. */
function changed(
  found: ReadonlyMap<string, readonly LibraryFinding[]>,
  held: readonly { readonly report: string; readonly id: string; readonly zh: string }[],
): string[] {
  const before = new Map<string, Set<string>>();
  for (const { report, id, zh } of held) before.set(report, (before.get(report) ?? new Set()).add(`${id} ${zh}`));
  const now = (report: string) => (found.get(report) ?? []).map(({ finding }) => `${finding.id} ${finding.message.zh}`);
  return [...new Set([...before.keys(), ...found.keys()])].filter((report) => {
    const [old, fresh] = [before.get(report) ?? new Set(), now(report)];
    return old.size !== fresh.length || fresh.some((each) => !old.has(each));
  });
}
