import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditAcross } from '../src/across.ts';
import { openDocument } from '../src/document/open.ts';
import { loadLexicon } from '../src/lexicon/load.ts';
import { readDocument as read } from '../src/reading/reading.ts';
import { auditLibrary } from '../src/report/audit/audit.ts';
import { packSketch, sketchOf, unpackSketch } from '../src/report/audit/sketch.ts';
import type { Report } from '../src/report/report.ts';
import { openStore } from '../src/store/embedded/open.ts';
import type { Store } from '../src/store/store.ts';
import { madeReport } from './helpers/made-reports.ts';

const lexicon = loadLexicon();
const at = '2026-11-22T09:00:00+08:00';

async function made(index: number, change: (text: string) => string = (text) => text): Promise<[Report, string]> {
  const { file, text } = madeReport(index);
  const document = await openDocument(file, new TextEncoder().encode(change(text)));
  return [read(document, lexicon), document.text];
}

async function put(store: Store, [report, text]: [Report, string], sketched = true): Promise<void> {
  const { key, kind } = lexicon.agency(report.agency ?? '', report.region);
  const bytes = new TextEncoder().encode(text);
  const sketch = sketched ? { sketch: packSketch(report) } : {};
  await store.put({ report, text, bytes, agencyKey: key, kind, ...sketch, at });
}

describe('the rules across reports', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
    store = await openStore({ path: join(folder, 'library.db'), lexicon });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const across = async () => (await store.findingsAcross()).map(({ report, id }) => `${report} ${id}`).sort();

  it('find in a library what they find in memory, sketched or not', async () => {
    // The third year of one agency is left out, and another agency hands in the first one's text.
    const copy = (text: string) => text.replaceAll(madeReport(0).agency, madeReport(12).agency);
    const reports = await Promise.all([made(0), made(1), made(3), made(6), made(0, copy)]);
    for (const [index, each] of reports.entries()) await put(store, each, index !== 1);
    expect(await auditAcross(store)).toBe(true);
    const expected = auditLibrary(
      reports.map(([report]) => {
        const { key, kind } = lexicon.agency(report.agency ?? '', report.region);
        return { report, agencyKey: key, kind };
      }),
    );
    expect(expected.map(({ finding }) => finding.rule)).toEqual(expect.arrayContaining(['missing.report', 'copy']));
    expect(await across()).toEqual(expected.map(({ report, finding }) => `${report} ${finding.id}`).sort());
  });

  it('run once for a change, and write nothing where nothing differs', async () => {
    await put(store, await made(0));
    expect(await auditAcross(store)).toBe(true);
    const version = await store.version();
    expect(await auditAcross(store)).toBe(false);
    expect(await store.version()).toBe(version);
  });

  it('take back what no longer holds when a report comes or goes', async () => {
    await put(store, await made(0));
    await put(store, await made(2));
    await auditAcross(store);
    expect((await store.findings({ rules: ['missing.report'] })).length).toBe(1);
    const between = await made(1);
    await put(store, between);
    await auditAcross(store);
    expect(await store.findings({ rules: ['missing.report'] })).toEqual([]);
    await store.remove(between[0].report, { reason: 'test', by: 'test', at });
    expect(await auditAcross(store)).toBe(true);
    expect((await store.findings({ rules: ['missing.report'] })).length).toBe(1);
  });

  it('see what came while they ran', async () => {
    await put(store, await made(0));
    const due = await store.unaudited();
    await put(store, await made(1));
    await store.putFindings([], [], due ?? 0);
    expect(await store.unaudited()).not.toBeNull();
  });
});

it('a sketch is the same after it was kept', async () => {
  const [report] = await made(5);
  const sketch = sketchOf({ report, agencyKey: 'k', kind: null });
  const { figures: _, sections: __, ...head } = sketch;
  const again = unpackSketch(packSketch(report), head);
  expect({
    ...again,
    sections: again.sections.map((each) => ({
      ...each,
      signature: Array.from(each.signature),
      runs: Array.from(each.runs),
    })),
  }).toEqual(sketch);
});
