/** Search and facts over a library of made-up reports, read as any other file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readDocument } from '../../src/reading/reading.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judge } from '../bench/judge.ts';
import { CLASSES, keyOf, queries } from '../bench/queries.ts';
import { madeReport } from '../helpers/made-reports.ts';

const count = 120;
const tight = (text: string) => text.replace(/\s/g, '');

describe('a library of made-up reports', () => {
  const lexicon = loadLexicon();
  const made = Array.from({ length: count }, (_, at) => madeReport(at));
  const numbers = new Map<string, number>();
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ path: ':memory:', lexicon });
    for (const [at, { file, text }] of made.entries()) {
      const bytes = new TextEncoder().encode(text);
      const report = readDocument(await openDocument(file, bytes), lexicon);
      const { key, kind } = lexicon.agency(report.agency ?? '', report.region);
      await store.put({ report, bytes, text, agencyKey: key, kind, at: '2026-01-01T00:00:00+08:00' });
      numbers.set(report.report, at);
    }
  }, 60_000);
  afterAll(() => store.close());

  const asked = queries(count, 16, lexicon);
  const sentences = (report: string, text: string) => {
    const at = numbers.get(report) as number;
    return made[at]!.said.flatMap(({ sentence }) => (tight(text).includes(tight(sentence)) ? keyOf(at, sentence) : []));
  };

  it.each(CLASSES)('answers what people look for: %s', async (name) => {
    const { mrr, named } = await judge(asked[name], async ({ text }) => {
      const { hits, absent } = await store.search({ text, limit: 10 });
      return { shown: hits.map((hit) => sentences(hit.report, hit.text)), absent };
    });
    expect(mrr).toBeGreaterThanOrEqual(0.9);
    if (named !== null) expect(named).toBe(1);
  });

  it('shows snippets that stand in their files, at their lines, with words that were looked for', async () => {
    for (const { text } of CLASSES.flatMap((name) => asked[name])) {
      const { hits, terms } = await store.search({ text, limit: 10 });
      for (const { report, line, snippet, highlights } of hits) {
        const file = made[numbers.get(report) as number]!.text;
        expect(tight(file)).toContain(tight(snippet));
        const [first] = highlights;
        // A snippet begins on its line.
        const from = file.split('\n').slice((line as number) - 1);
        expect(tight(from.join('\n'))).toContain(tight(snippet));
        if (first) expect(file.split('\n')[(line as number) - 1]).toContain(snippet.slice(...first));
        for (const [start, end] of highlights) expect(terms).toContain(snippet.slice(start, end));
      }
    }
  });

  it('gives one cell of every report as each report gives it', async () => {
    const facts = await store.facts({ measures: ['applications.received'], applicants: ['total'] });
    expect(facts.map(({ report, value }) => [numbers.get(report), value])).toEqual(
      made.map(({ totals }, at) => [at, totals['applications.received']]),
    );
    for (const { report, line, quote } of facts)
      expect(made[numbers.get(report) as number]!.text.split('\n')[(line as number) - 1]).toContain(quote);
    const [one] = facts;
    const own = (await store.report(one!.report))!.facts;
    expect((await store.facts({ reports: [one!.report] })).map(({ report: _, ...fact }) => fact)).toEqual(own);
    await store.remove(one!.report, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00+08:00' });
    expect(await store.facts({ measures: ['applications.received'], applicants: ['total'] })).toEqual(facts.slice(1));
  });
});
