/** Ingestion: folders of text reports into a library on disk, indexing included; time a report, memory, reopening. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../src/ingest.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import type { Store } from '../../src/store/store.ts';
import { madeReports } from '../helpers/made-reports.ts';
import { print, residentMegabytes, timed } from './figures.ts';

/** A library of `count` made-up reports in a folder of its own; `progress` is called after each. */
export async function madeLibrary(
  count: number,
  progress?: (done: number) => void,
): Promise<{ store: Store; folder: string; ms: number; drop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
  const reports = join(folder, 'reports');
  await mkdir(reports);
  for (const { file, text } of madeReports(count)) await writeFile(join(reports, file), text);
  const lexicon = loadLexicon();
  const store = await openStore({ path: join(folder, 'library.db'), lexicon });
  const dependencies = { store, lexicon, now: () => '2026-01-01T00:00:00+08:00', ...(progress && { progress }) };
  const { ms } = await timed(() => ingest([reports], dependencies));
  const drop = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { store, folder, ms, drop };
}

/** Prints time and memory of each thousand reports: one is to be as long as the other, and memory flat. */
function byThousand(): (done: number) => void {
  let before = performance.now();
  return (done) => {
    if (done % 1000 !== 0) return;
    const now = performance.now();
    print(`up to ${done}`, (now - before) / 1000, 'ms/report', `${Math.round(residentMegabytes())} MB resident`);
    before = now;
  };
}

export async function benchIngest(count: number): Promise<void> {
  const { store, folder, ms, drop } = await madeLibrary(count, byThousand());
  print('ingest', ms / count, 'ms/report', 'target under 5, indexing included');
  const first = await timed(() => store.search({ text: '政府开放日', limit: 10 }));
  print('first search', first.ms, 'ms');
  print('resident memory', residentMegabytes(), 'MB');
  const reopened = await timed(() => openStore({ path: join(folder, 'library.db'), lexicon: loadLexicon() }));
  const search = await timed(() => reopened.result.search({ text: '政府开放日', limit: 10 }));
  print('open again and search', reopened.ms + search.ms, 'ms');
  await reopened.result.close();
  await drop();
}
